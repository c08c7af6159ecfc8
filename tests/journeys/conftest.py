"""The demo as a person meets it: its own server, its own sandbox, a real browser."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

from tests.servers import free_port

from .key_pages import Visitors
from .people import sign_in_staff

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
PHONE = {"width": 360, "height": 800}
DESKTOP = {"width": 1280, "height": 900}


def chromium_path():
    """Where Chromium is, or a skip that says how to get it."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.skip("Chromium is missing, so nobody drove the browser journeys: apt-get install chromium")
    return found


class Site:
    """A running demo."""

    def __init__(self, folder, migrated):
        maker, template = migrated
        maker.copy_file(template, folder / "chanchala.sqlite3")
        self.port = free_port()
        self.folder = folder
        self.url = f"http://127.0.0.1:{self.port}"
        environment = {
            name: value for name, value in os.environ.items() if name not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
        }
        environment |= {"PORT": str(self.port), "SANDBOX_PORT": str(free_port()), "CHANCHALA_VAR": str(folder)}
        self.log = (folder / "serve.log").open("wb")
        command = [sys.executable, "-m", "demo.serve"]
        self.process = subprocess.Popen(
            command, cwd=settings.ROOT, env=environment, stdout=self.log, stderr=self.log, start_new_session=True
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


@pytest.fixture(scope="session")
def site(request, tmp_path_factory):
    """The demo, started afresh on migrated tables; or one that runs already, where JOURNEY_SITE names its address and JOURNEY_VAR its folder."""
    chromium_path()
    if address := os.environ.get("JOURNEY_SITE"):
        folder = Path(os.environ.get("JOURNEY_VAR", settings.ROOT / "var"))
        yield SimpleNamespace(url=address, folder=folder)
        return
    running = Site(tmp_path_factory.mktemp("demo"), request.getfixturevalue("migrated"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def chromium():
    """Closed with its module: Playwright's loop in this thread would keep other tests from their database."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def visitors(chromium, site):
    """The people who may open the key pages, each signed in or with a basket once for all tests of a module."""
    people = Visitors(chromium, site.url)
    yield people
    people.close()


@pytest.fixture
def open_page(chromium, site):
    """`open_page("/en/shop/", width=…)`: a fresh visitor's page; script errors fail the test."""
    contexts, errors = [], []

    def open_fresh(path, *, size=PHONE, **options):
        context = chromium.new_context(viewport=size, base_url=site.url, **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if is_refusal(message) else None)
        page.goto(path)
        return page

    yield open_fresh
    for context in contexts:
        context.close()
    assert errors == []


def is_refusal(message):
    """What the content policy refused is a defect of ours."""
    return message.type == "error" and "Content Security Policy" in message.text


@pytest.fixture
def sign_in(open_page):
    """`sign_in("treasurer", "/desk/")`: a member of staff, with password and the code of her app."""

    def staff(name, path):
        page = sign_in_staff(open_page("/th/account/sign-in/password/"), name)
        page.goto(path)
        return page

    return staff
