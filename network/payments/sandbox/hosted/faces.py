"""The site's own typefaces: the machine that shows the page need not have a Thai one."""

from pathlib import Path

from network.payments.sandbox.exchange import Reply, Request
from network.payments.sandbox.sandbox import Sandbox

PREFIX = "/c/fonts/"
STATIC = Path(__file__).parents[4] / "static"
FACES = {path.name: path for path in STATIC.glob("fonts/*.woff2")}
RULES = (STATIC / "css" / "fonts.css").read_text(encoding="utf-8").replace("../fonts/", PREFIX)


def answer(sandbox: Sandbox, request: Request) -> Reply:
    path = FACES.get(request.path.removeprefix(PREFIX))
    if path is None:
        return Reply(404, b"No such typeface.\n")
    return Reply(200, path.read_bytes(), {"Content-Type": "font/woff2", "Cache-Control": "max-age=86400"})
