"""An empty site on this machine as docs/self-hosting.md sets one up: production's settings, SQLite, HTTPS, mail in files."""

import email
import os
import re
import secrets
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from email import policy

from tests.processes import wait_until
from tests.prod_local import make_certificate
from tests.servers import free_port

from .browser import ROOT

PYTHON = [sys.executable, "-m"]
MANAGE = [sys.executable, "manage.py"]
NAMES = ["--province", "93", "--name", "เมืองลุงยิ้ม", "--name-en", "Muang Lung", "--network", "เครือข่ายคนลุง"]
NAMES += ["--network-en", "Phatthalung People's Network", "--admin-email", "admin@lung.example"]


class NewSite:
    """Set up by the documented commands, then served; `first_link` lets the first administrator in."""

    def __init__(self, folder, **told):
        self.folder, self.port = folder, free_port()
        self.url = f"https://127.0.0.1:{self.port}"
        self.mails = folder / "mail"
        self.mails.mkdir()
        make_certificate(folder)
        kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SITE_URL"}}
        self.told = (
            kept
            | {
                "DJANGO_SETTINGS_MODULE": "config.settings.production",
                "SECRET_KEY": secrets.token_urlsafe(48),
                "ALLOWED_HOSTS": "127.0.0.1",
                "SITE_URL": self.url,
                "BIND": f"127.0.0.1:{self.port}",
                "CHANCHALA_VAR": str(folder),
                "EMAIL_URL": f"filemail:///{self.mails}",
                "WEB_WORKERS": "1",
                "WEB_THREADS": "32",  # a browser opens connections in advance, and no proxy waits in front of us for what they bring
                **told,
            }
        )
        self.log = (folder / "serve.log").open("ab")

    def set_up(self):
        subprocess.run([*PYTHON, "network.words.catalogues"], check=True, cwd=ROOT, env=self.told)
        self.manage("migrate", "--no-input", "-v0")
        self.manage("collectstatic", "--no-input", "-v0")
        said = self.manage("setup_site", *NAMES)
        self.first_link = re.search(r"https://\S+/\S+", said.partition("signs in once")[2])[0]

    def manage(self, *command):
        done = subprocess.run([*MANAGE, *command], cwd=ROOT, env=self.told, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def serve(self):
        certificate = ["--certfile", self.folder / "cert.pem", "--keyfile", self.folder / "key.pem"]
        web = [*PYTHON, "gunicorn", "config.wsgi", "--config", "config/gunicorn.py", *certificate]
        self.running = [self.start(web), self.start([*MANAGE, "run_outbox"])]
        wait_until(self.listens)

    def listens(self):
        assert all(process.poll() is None for process in self.running), self.words()
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def start(self, command):
        given = [str(part) for part in command]
        return subprocess.Popen(given, cwd=ROOT, env=self.told, stdout=self.log, stderr=self.log)

    def words(self):
        return (self.folder / "serve.log").read_text(errors="replace")

    def stop(self):
        for process in self.running:
            process.terminate()
        for process in self.running:
            process.wait(timeout=20)
        self.log.close()

    def mails_to(self, address):
        """[(subject, text)] of what was sent there, in the order in which it left."""
        found = []
        for path in sorted(self.mails.glob("*.log"), key=lambda path: path.stat().st_mtime_ns):
            for part in path.read_text().split("-" * 79)[:-1]:
                mail = email.message_from_string(part.strip(), policy=policy.default)
                if mail["To"] == address:
                    found.append((mail["Subject"], mail.get_body(["plain"]).get_content()))
        return found

    def newest(self, address, pattern, seconds=30):
        """What the newest mail that has it says there; waits for one."""
        end = time.monotonic() + seconds
        while True:
            said = [match[0] for _subject, text in self.mails_to(address) for match in re.finditer(pattern, text, re.M)]
            if said:
                return said[-1]
            assert time.monotonic() < end, (address, self.mails_to(address), self.words()[-2000:])
            time.sleep(0.2)

    def move_back(self, table, columns, *, seconds):
        """The rows of this table are older by so much: a day passes."""
        earlier = ", ".join(f"{name} = datetime({name}, '-{seconds} seconds')" for name in columns)
        with closing(sqlite3.connect(self.folder / "chanchala.sqlite3", timeout=20)) as connection, connection:
            connection.execute(f"UPDATE {table} SET {earlier}")  # noqa: S608 (both names are ours)
