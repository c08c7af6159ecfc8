"""The real browser, and a demo that it can look at."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
HOW_TO_GET_CHROMIUM = "Chromium is missing: apt-get install chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A page as at the first visit: the worker would answer from what it kept, and nothing would travel.
FIRST_VISIT = {"service_workers": "block"}
# JOURNEY_BROWSER=line, bare or old: inside LINE on an Android, there with scripts switched off, and a browser of the
# floor (Chrome 106), which lacks what came after it. What the sheet may use is checked where it is built.
LINE = {
    "user_agent": "Mozilla/5.0 (Linux; Android 13; SM-A042F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
    " Chrome/119.0.0.0 Mobile Safari/537.36 Line/13.20.0"
}
BROWSERS = {"own": {}, "line": LINE, "bare": LINE | {"java_script_enabled": False}, "old": {}}
TOO_NEW = """
delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover; delete Document.prototype.startViewTransition;
delete Object.groupBy; delete Map.groupBy; delete Promise.withResolvers; delete Promise.try; delete URL.canParse; delete URL.parse;
delete Array.fromAsync; delete Document.parseHTMLUnsafe; delete Element.prototype.setHTMLUnsafe; delete Element.prototype.moveBefore;
for (const name of ["toSorted", "toReversed", "toSpliced", "with"]) delete Array.prototype[name];
for (const name of ["union", "intersection", "difference", "isSubsetOf", "isSupersetOf"]) delete Set.prototype[name];
for (const name of ["isWellFormed", "toWellFormed"]) delete String.prototype[name];
delete globalThis.Iterator; delete globalThis.CloseWatcher; delete globalThis.NavigateEvent; delete globalThis.scheduler;
delete ArrayBuffer.prototype.transfer; delete AbortSignal.any; delete RegExp.escape; delete Intl.DurationFormat;
"""


def kind():
    """How this run's readers look at the site."""
    return BROWSERS[os.environ.get("JOURNEY_BROWSER", "own")]


def is_old():
    return os.environ.get("JOURNEY_BROWSER") == "old"


def scripts_run():
    return kind().get("java_script_enabled", True)


PHONE = {"width": 360, "height": 800}
DESKTOP = {"width": 1280, "height": 900}


def find_chromium():
    """Where Chromium is, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Watched:
    """A browser, each of whose windows tells what the content policy refused: every such thing is a defect of ours."""

    def __init__(self, browser, refused):
        self.browser, self.refused = browser, refused

    def new_context(self, **options):
        context = self.browser.new_context(**options)
        context.on("console", self.note)
        return context

    def note(self, message):
        if message.type == "error" and "Content Security Policy" in message.text:
            self.refused.append(f"{message.page.url if message.page else ''}: {message.text}")


class Site:
    """A running demo, started in a folder of its own."""

    def __init__(self, folder):
        self.port = free_port()
        self.folder = folder
        self.url = f"http://127.0.0.1:{self.port}"
        environment = {
            name: value for name, value in os.environ.items() if name not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
        }
        environment |= {"PORT": str(self.port), "CHANCHALA_VAR": str(folder)}
        environment |= {"SANDBOX_PORT": str(free_port()), "LINE_SANDBOX_PORT": str(free_port())}
        self.log = (folder / "serve.log").open("wb")
        command = [sys.executable, "-m", "demo.serve"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=self.log, stderr=self.log, start_new_session=True
        )
        self.wait()

    def wait(self, seconds=600):
        for _ in range(seconds * 2):
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/th/funds/", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.5)
        raise AssertionError(f"The demo does not answer:\n{self.words()[-4000:]}")

    def words(self):
        return Path(self.log.name).read_text(errors="replace")

    def stop(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.log.close()
