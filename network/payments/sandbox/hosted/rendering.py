"""Fills the templates: every value is escaped unless it is Html already."""

import base64
import hashlib
from html import escape
from pathlib import Path
from string import Template

from network.payments.sandbox.exchange import Reply
from network.payments.sandbox.hosted.faces import RULES

try:
    import segno
except ImportError:  # the project brings it along; the sandbox also runs without
    segno = None  # type: ignore[assignment]

HERE = Path(__file__).parent
STYLE = RULES + (HERE / "style.css").read_text(encoding="utf-8")
STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
TEMPLATES = {path.stem: Template(path.read_text(encoding="utf-8")) for path in HERE.glob("templates/*.html")}


class Html(str):
    """Markup that is safe to insert as it stands."""

    __slots__ = ()


def render(template: str, **values) -> Html:
    shown = {name: value if isinstance(value, Html) else escape(str(value)) for name, value in values.items()}
    return Html(TEMPLATES[template].substitute(shown))


def join(parts) -> Html:
    return Html("\n".join(parts))


def full_page(texts: dict, title: str, body: Html, *, status: int = 200, leads_to: str = "", here: str = "") -> Reply:
    """A whole page; forms may lead to this server and to the shop's own address."""
    html = render("layout", title=title, body=body, style=Html(STYLE), here=here, **texts)
    policy = (
        f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; img-src data:; font-src 'self'; base-uri 'none';"
        f" frame-ancestors 'none'; form-action 'self' {leads_to}"
    )
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": policy.strip(),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return Reply(status, html.encode(), headers)


def qr_picture(content: str, label: str) -> Html:
    """The QR as an inline picture, or its text where segno is not installed."""
    if segno is None:
        return render("qr_text", content=content)
    drawing = segno.make(content, error="m", micro=False).svg_inline(omitsize=True, border=3, light="#fff")
    return render("qr_picture", drawing=Html(drawing), label=label)
