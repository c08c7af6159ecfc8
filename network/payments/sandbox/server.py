"""The HTTP server: loopback only, one thread for each connection."""

import logging
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from urllib.parse import urlsplit

from network.payments.sandbox import api, control
from network.payments.sandbox.exchange import DROPPED, Reply, Request
from network.payments.sandbox.hosted import faces, pages
from network.payments.sandbox.loopback import NAMES, host_of
from network.payments.sandbox.sandbox import Sandbox

log = logging.getLogger(__name__)

LARGEST_BODY = 1024 * 1024
ROOMS = {"/v1/": api.answer, control.PREFIX: control.answer}
ROOMS |= {pages.PREFIX: pages.answer, faces.PREFIX: faces.answer}


class Handler(BaseHTTPRequestHandler):
    """Reads one request, finds the room that answers it, and writes the reply in one go."""

    protocol_version = "HTTP/1.1"
    server_version = "stripe-sandbox"
    sys_version = ""
    disable_nagle_algorithm = True
    timeout = 60
    server: "SandboxServer"

    def do_GET(self):
        self._answer()

    do_POST = do_DELETE = do_PUT = do_PATCH = do_GET

    def _answer(self):
        body = self._read_body()
        if body is None:
            self.close_connection = True
            self._write(Reply(413, b"The body is too large or its length is missing.\n"))
            return
        path, _, query = self.path.partition("?")
        request = Request(self.command, path, query, self.headers, body)
        reply = self._reply_to(request)
        if reply is DROPPED:
            self.close_connection = True
            return
        self._write(reply)

    def _read_body(self):
        length = self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdigit()) or int(length) > LARGEST_BODY:
            return None
        if self.headers.get("Transfer-Encoding"):
            return None
        return self.rfile.read(int(length))

    def _reply_to(self, request):
        host = host_of(request.headers.get("Host", ""))
        if host not in NAMES and (request.path.startswith(control.PREFIX) or host != self.server.public_host):
            return Reply(403, b"Ask by the name of this machine.\n")
        for prefix, answer in ROOMS.items():
            if request.path.startswith(prefix):
                try:
                    return answer(self.server.sandbox, request)
                except Exception:
                    log.exception("%s %s failed", request.method, request.path)
                    return Reply(500, b"The sandbox failed; its log says why.\n")
        return Reply(404, b"Nothing here. The README of network/payments/sandbox tells what is where.\n")

    def _write(self, reply):
        headers = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": len(reply.body), **reply.headers}
        lines = [f"HTTP/1.1 {reply.status} {self.responses[reply.status][0]}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        if self.close_connection:
            lines.append("Connection: close")
        head = "\r\n".join([*lines, "", ""]).encode("latin-1")
        try:
            self.wfile.write(head + (b"" if self.command == "HEAD" else reply.body))
        except OSError:
            self.close_connection = True  # the caller has hung up
        log.info("%s %s %s", self.command, self.path.partition("?")[0], reply.status)

    def log_message(self, format, *args):
        log.info(format, *args)


class SandboxServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, sandbox: Sandbox):
        self.sandbox = sandbox
        super().__init__(("127.0.0.1", port), Handler)

    def server_bind(self):
        TCPServer.server_bind(self)  # without HTTPServer's look-up of this machine's name
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    @property
    def public_host(self) -> str:
        return urlsplit(self.sandbox.public_url).hostname or ""
