"""The LINE look-alike in a process of its own, and a settings' worth of keys for it."""

import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import requests

ROOT = Path(__file__).parents[3]
KEYS = {
    "LINE_CHANNEL_ID": "test-channel",
    "LINE_CHANNEL_SECRET": "test-channel-secret-for-the-tests-only",
    "LINE_PUSH_TOKEN": "test-token",
    "LINE_PUSH_SECRET": "test-secret",
}


class RunningLine:
    """Starts `python -m network.people.sandbox`."""

    def __init__(self):
        command = [sys.executable, "-m", "network.people.sandbox", "--port", "0"]
        heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        options = {"cwd": ROOT, "env": KEYS, "stdout": subprocess.PIPE, "text": True, "preexec_fn": heed}
        self.process = subprocess.Popen(command, **options)
        self.url = self.process.stdout.readline().split()[3]

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=10) == 0
        self.process.stdout.close()

    def set(self, **fields):
        assert requests.post(f"{self.url}/_control/set", json=fields, timeout=5).status_code == 200

    def follow(self, uid, *, following):
        told = {"uid": uid, "following": following}
        return requests.post(f"{self.url}/_control/follow", json=told, timeout=5).json()["answer"]

    def pushes(self, uid=None):
        found = requests.get(f"{self.url}/_control/state", timeout=5).json()["pushes"]
        return [push for push in found if uid in (None, push["to"])]

    def decide(self, address, name="สมใจ", answer="agree"):
        """What a person does on LINE's page; where her browser is sent."""
        page, _, query = address.partition("?")
        assert page == f"{self.url}/oauth2/v2.1/authorize"
        assert requests.get(address, timeout=5).status_code == 200
        form = {**dict(parse_qsl(query)), "name": name, "answer": answer}
        reply = requests.post(page, data=form, allow_redirects=False, timeout=5)
        assert reply.status_code == 303, reply.text
        back = urlsplit(reply.headers["Location"])
        return f"{back.path}?{back.query}"


def point_at(line, settings):
    """The settings as the environment would have them."""
    settings.LINE_API_BASE = line.url
    for name, value in KEYS.items():
        setattr(settings, name, value)
    app = {"client_id": KEYS["LINE_CHANNEL_ID"], "secret": KEYS["LINE_CHANNEL_SECRET"], "key": ""}
    settings.SOCIALACCOUNT_PROVIDERS = {"line": {**settings.SOCIALACCOUNT_PROVIDERS["line"], "APPS": [app]}}
