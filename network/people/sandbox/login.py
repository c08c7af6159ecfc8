"""LINE Login: the page that asks, a code for the browser, and a signed token for the code. Codes work once."""

import base64
import hashlib
import hmac
import html
import json
import secrets
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

ISSUER = "https://access.line.me"
LASTS = 600  # seconds
NEEDED = ["response_type", "client_id", "redirect_uri", "state", "scope"]
LOCAL = {"127.0.0.1", "localhost", "testserver"}


class Refused(Exception):
    """What LINE would not go on with, in its words."""


@dataclass
class Channel:
    client_id: str
    secret: str
    codes: dict = field(default_factory=dict)

    def check(self, asked):
        """Raises Refused; nobody is ever sent to a page beyond this machine."""
        if missing := [name for name in NEEDED if not asked.get(name)]:
            raise Refused(f"{missing[0]} is missing")
        if asked["client_id"] != self.client_id or asked["response_type"] != "code":
            raise Refused("400 Bad Request: client_id or response_type")
        if urlsplit(asked["redirect_uri"]).hostname not in LOCAL:
            raise Refused("400 Bad Request: redirect_uri")

    def agree(self, asked, name):
        """Where the browser goes on to: back, with a code."""
        code = secrets.token_urlsafe(16)
        self.codes[code] = (asked, name, time.time() + LASTS)
        return back(asked, code=code)

    def deny(self, asked):
        return back(asked, error="access_denied", error_description="The resource owner denied the request.")

    def token(self, told):
        """The JSON for a code, once. Raises Refused."""
        asked, name, until = self.codes.pop(told.get("code", ""), ({}, "", 0))
        wrong = told.get("grant_type") != "authorization_code" or told.get("redirect_uri") != asked.get("redirect_uri")
        if wrong or until < time.time() or not self.is_ours(told) or not is_answer(told, asked):
            raise Refused("invalid_grant")
        return {
            "access_token": secrets.token_urlsafe(24),
            "expires_in": 2592000,
            "id_token": self.sign(self.claims(asked, name)),
            "refresh_token": secrets.token_urlsafe(12),
            "scope": asked["scope"],
            "token_type": "Bearer",
        }

    def is_ours(self, told):
        return told.get("client_id") == self.client_id and told.get("client_secret") == self.secret

    def claims(self, asked, name):
        at = int(time.time())
        return {
            "iss": ISSUER,
            "sub": uid_of(name),
            "aud": self.client_id,
            "exp": at + 3600,
            "iat": at,
            "nonce": asked.get("nonce", ""),
            "amr": ["linesso"],
            "name": name,
        }

    def sign(self, claims):
        head = part(json.dumps({"typ": "JWT", "alg": "HS256"}).encode())
        signed = f"{head}.{part(json.dumps(claims).encode())}"
        return f"{signed}.{part(hmac.new(self.secret.encode(), signed.encode(), hashlib.sha256).digest())}"


def uid_of(name):
    """The same person has the same id, however often the sandbox is started."""
    return "U" + hashlib.sha256(name.encode()).hexdigest()[:32]


def is_answer(told, asked):
    """PKCE: whoever brings the code knows the secret behind the challenge."""
    if not asked.get("code_challenge"):
        return True
    digest = hashlib.sha256(told.get("code_verifier", "").encode()).digest()
    return part(digest) == asked["code_challenge"]


def part(octets):
    return base64.urlsafe_b64encode(octets).decode().rstrip("=")


def back(asked, **answer):
    return f"{asked['redirect_uri']}?{urlencode(answer | {'state': asked['state']})}"


PAGE = """<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>LINE (จำลอง)</title><style>@font-face{{font-family:S;src:url(/face.woff2)}}
body{{font:18px/1.7 S,sans-serif;max-width:24rem;margin:2rem auto;padding:0 1rem}}
input,button{{font:inherit;width:100%;padding:.7rem;margin:.4rem 0;box-sizing:border-box;border-radius:.5rem;border:1px solid}}
button[value=agree]{{background:#06c755;color:#fff;border:0;font-weight:bold}}</style>
<h1>เข้าสู่ระบบด้วย LINE</h1><p>หน้านี้เป็น LINE จำลอง ใช้ลองเท่านั้น ไม่มีใครต้องใส่รหัสจริง<br>
This is no real LINE: a stand-in for trying out.</p><form method="post">{fields}
<label for="name">ชื่อใน LINE · name in LINE</label><input id="name" name="name" value="สมใจ" required>
<button name="answer" value="agree">ยินยอม · Allow</button><button name="answer" value="deny" formnovalidate>ยกเลิก · Cancel</button>
</form></html>"""


def page(asked):
    hidden = '<input type="hidden" name="{}" value="{}">'
    fields = "".join(hidden.format(html.escape(name), html.escape(value)) for name, value in asked.items())
    return PAGE.format(fields=fields)
