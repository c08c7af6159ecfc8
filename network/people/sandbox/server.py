"""The HTTP server: loopback only. What stands where is in ROUTES; `/_control/…` is the test bench."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl

from network.people.sandbox import login
from network.people.sandbox.account import Account

LARGEST = 256 * 1024
NAMES = {"127.0.0.1", "localhost"}
FACE = Path(__file__).parents[3] / "static" / "fonts" / "sarabun-thai-400.woff2"
JSON, HTML = "application/json", "text/html; charset=utf-8"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "line-sandbox"
    server: "LineSandbox"

    def do_GET(self):
        self.reply(b"")

    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.reply(self.rfile.read(length) if length <= LARGEST else b"")

    def reply(self, body):
        path, _, query = self.path.partition("?")
        answer = ROUTES.get((self.command, path))
        if self.headers.get("Host", "").rpartition(":")[0] not in NAMES or answer is None:
            self.send(404, JSON, b'{"message": "Not found"}')
            return
        try:
            self.send(*answer(self.server, self.headers, query, body))
        except (ValueError, TypeError, AttributeError, login.Refused) as error:
            self.send(400, JSON, json.dumps({"error": str(error)}).encode())

    def send(self, status, kind, body, headers=None):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": len(body), **(headers or {})}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        pass


class LineSandbox(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, account: Account, channel: login.Channel):
        self.account, self.channel = account, channel
        super().__init__(("127.0.0.1", port), Handler)


def answered(status, content):
    return status, JSON, json.dumps(content).encode()


def push(server, headers, query, body):
    told = json.loads(body)
    return answered(*server.account.push(headers.get("Authorization"), headers.get("X-Line-Retry-Key"), told))


def quota(server, headers, query, body):
    return answered(200, server.account.allowed())


def consumption(server, headers, query, body):
    return answered(200, {"totalUsage": server.account.used})


def authorize(server, headers, query, body):
    asked = dict(parse_qsl(query))
    server.channel.check(asked)
    return 200, HTML, login.page(asked).encode()


def face(server, headers, query, body):
    """Letters for the page: not every machine has Thai ones."""
    return 200, "font/woff2", FACE.read_bytes()


def decide(server, headers, query, body):
    asked = dict(parse_qsl(body.decode()))
    name, answer = asked.pop("name", ""), asked.pop("answer", "")
    server.channel.check(asked)
    target = server.channel.agree(asked, name) if answer == "agree" and name else server.channel.deny(asked)
    return 303, HTML, b"", {"Location": target}


def token(server, headers, query, body):
    return answered(200, server.channel.token(dict(parse_qsl(body.decode()))))


def follow(server, headers, query, body):
    told = json.loads(body)
    return answered(200, {"answer": server.account.follow(told["uid"], following=told["following"])})


def change(server, headers, query, body):
    """Set what the account's fields of these names are: quota, by_hand, faults, webhook."""
    for name, value in json.loads(body).items():
        if name not in ("quota", "by_hand", "faults", "webhook"):
            raise ValueError(f"{name} cannot be set")
        setattr(server.account, name, value)
    return answered(200, {})


def state(server, headers, query, body):
    account = server.account
    return answered(200, {"pushes": account.pushes, "blocked": sorted(account.blocked), "used": account.used})


ROUTES = {
    ("POST", "/v2/bot/message/push"): push,
    ("GET", "/v2/bot/message/quota"): quota,
    ("GET", "/v2/bot/message/quota/consumption"): consumption,
    ("GET", "/oauth2/v2.1/authorize"): authorize,
    ("GET", "/face.woff2"): face,
    ("POST", "/oauth2/v2.1/authorize"): decide,
    ("POST", "/oauth2/v2.1/token"): token,
    ("POST", "/_control/follow"): follow,
    ("POST", "/_control/set"): change,
    ("GET", "/_control/state"): state,
}
