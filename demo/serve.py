"""`make demo`: set everything up on a fresh machine, load the demo content, and serve it on loopback.

The first run migrates, seeds and builds; later runs compare one hash and go straight to serving. The sandboxes of
Stripe and LINE are processes of their own; the web workers and the outbox runner are forked from one process that
has loaded the project once, because loading it is the slow part.
"""

import gc
import hashlib
import os
import secrets
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import django
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication

from demo.seeding.password import DEMO_PASSWORD
from network.words.catalogues import compile_catalogues

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("CHANCHALA_VAR", ROOT / "var"))
PORT = int(os.environ.get("PORT", "8000"))
SANDBOX_PORT = int(os.environ.get("SANDBOX_PORT", PORT + 4111))
ADDRESS = f"http://127.0.0.1:{PORT}"
SANDBOX = f"http://127.0.0.1:{SANDBOX_PORT}"
LINE_PORT = int(os.environ.get("LINE_SANDBOX_PORT", SANDBOX_PORT + 1))
LINE = f"http://127.0.0.1:{LINE_PORT}"
LINE_QUOTA = "5000"  # so that whoever tries things out is not told tomorrow
STAMP = VAR / "demo-stamp"


def environment():
    """What the demo needs to know, unless the person running it has said otherwise."""
    VAR.mkdir(parents=True, exist_ok=True)
    secret = VAR / "demo-secret"
    if not secret.exists():
        secret.write_text(secrets.token_urlsafe(48))
        secret.chmod(0o600)
    defaults = {
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "SITE_URL": ADDRESS,
        "STRIPE_SECRET_KEY": "sk_test_" + "local",
        "STRIPE_WEBHOOK_SECRETS": "whsec_" + hashlib.sha256(secret.read_bytes()).hexdigest()[:32],
        "STRIPE_API_BASE": SANDBOX,
        "PAYMENT_PAGES": SANDBOX,
    }
    if not os.environ.get("LINE_CHANNEL_ID"):
        defaults |= {"LINE_API_BASE": LINE, "LINE_CHANNEL_ID": "test-channel", "LINE_MONTHLY_QUOTA": LINE_QUOTA}
        secret_names = ["LINE_CHANNEL_SECRET", "LINE_PUSH_TOKEN", "LINE_PUSH_SECRET"]
        defaults |= {name: "test-" + secrets.token_hex(16) for name in secret_names}
    for name, value in defaults.items():
        os.environ.setdefault(name, value)


def fingerprint():
    """A hash of everything that set-up depends on: migrations, content, static files, the seeding code."""
    digest = hashlib.sha256()
    patterns = ["*/migrations/*.py", "*/*/migrations/*.py", "*/*/*/migrations/*.py", "demo/**/*.py", "demo/**/*.json"]
    patterns += [
        "cms/actions/*.py",
        "cms/seeding/*.py",
        "cms/texts/*",
        "static/**/*",
        "locale/**/*.po",
        "requirements/base.txt",
    ]
    for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern)}):
        if path.is_file() and VAR not in path.parents:
            digest.update(f"{path.relative_to(ROOT)}:".encode() + path.read_bytes())
    return digest.hexdigest()


def set_up():
    """Bring database, static files and demo content up to date; returns at once if they are."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    gc.freeze()  # Migrating makes model classes by the ten thousand: the collector need not walk Django's every time.
    for title, command, options in STEPS:
        started = time.monotonic()
        print(f"{title} …", end=" ", flush=True)
        call_command(command, **options)
        print(f"{time.monotonic() - started:.0f} s", flush=True)
    STAMP.write_text(wanted)


STEPS = [
    ("Tables", "migrate", {"verbosity": 0, "interactive": False}),
    ("Style sheets and scripts", "collectstatic", {"verbosity": 0, "interactive": False, "clear": True}),
    ("Demo content", "seed_demo", {"verbosity": 1}),
]


def start_sandbox():
    """The local Stripe look-alike; it never loads the project."""
    command = [sys.executable, "-m", "network.payments.sandbox", "--port", str(SANDBOX_PORT)]
    command += ["--db", str(VAR / "stripe-sandbox.sqlite3"), "--webhook-url", f"{ADDRESS}/payments/stripe/webhook/"]
    command += [
        "--webhook-secret",
        os.environ["STRIPE_WEBHOOK_SECRETS"],
        "--public-url",
        SANDBOX,
        "--merchant",
        "ชานชาลา (Demo)",
    ]
    return subprocess.Popen(command, cwd=ROOT)


def start_line():
    """The local LINE look-alike, with the keys that stand in the environment."""
    command = [sys.executable, "-m", "network.people.sandbox", "--port", str(LINE_PORT), "--quota", LINE_QUOTA]
    return subprocess.Popen([*command, "--webhook-url", f"{ADDRESS}/line/webhook/"], cwd=ROOT)


def fork_outbox():
    """Keep promises beside the web server; returns the child's pid."""
    connections.close_all()
    child = os.fork()
    if child:
        return child
    try:
        call_command("run_outbox", verbosity=0)
    finally:
        os._exit(0)


class Server(BaseApplication):
    """Gunicorn with two forked workers of four threads."""

    def load_config(self):
        settings = {
            "bind": f"127.0.0.1:{PORT}",
            "workers": 2,
            "worker_class": "gthread",
            "threads": 4,
            "preload_app": True,
        }
        settings |= {
            "loglevel": "warning",
            "timeout": 60,
            "graceful_timeout": 3,  # a browser's idle connection must not keep Ctrl-C waiting
            "max_requests": 5000,
            "post_fork": lambda server, worker: connections.close_all(),
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self):
        return get_wsgi_application()


def main():
    compile_catalogues()
    environment()
    django.setup()
    helpers = []
    try:
        if os.environ.get("LINE_API_BASE") == LINE:
            helpers.append(start_line().pid)  # of what seeding does people are told, too
        set_up()
        if os.environ["STRIPE_API_BASE"] == SANDBOX:
            helpers.append(start_sandbox().pid)
        helpers.append(fork_outbox())
        print(WELCOME.format(address=ADDRESS, sandbox=SANDBOX, line=LINE, password=DEMO_PASSWORD), flush=True)
        Server().run()
    finally:
        for pid in helpers:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)


WELCOME = """
  ชานชาลา · Chanchala is open at {address}/

  {address}/th/            the site (Thai); {address}/en/ in English
  {address}/desk/          the workplace of sellers, stewards, treasurers, coordinators
  {address}/cms/           the editors' house (Wagtail)
  {address}/demo/mailbox/  every mail, message and sign-in code, and who the demo people are
  {sandbox}                the local Stripe: no real money; card 4242 4242 4242 4242
  {line}                the local LINE: who signs in with it types any name

  Staff sign in with admin@, editor@, reviewer@, treasurer@ or coordinator@example.org, password {password},
  and the code that the mailbox shows. Sellers have no e-mail: the coordinator lets them in by QR.

  Stop with Ctrl-C. The next start takes seconds.
"""

if __name__ == "__main__":
    main()
