"""A sandbox in a process of its own, and a shop that receives its webhooks."""

import http.client
import json
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import stripe

ROOT = Path(__file__).parents[4]
SECRET = "whsec_of_the_tests"  # pragma: allowlist secret


class RunningSandbox:
    """Starts `python -m network.payments.sandbox` and speaks with it as the project would."""

    def __init__(self, db, *options):
        self.db, self.options = str(db), options
        self.port = 0
        self.start()

    def start(self):
        command = [sys.executable, "-m", "network.payments.sandbox", "--db", self.db, "--port", str(self.port)]
        # A test run in the background was told to ignore Ctrl-C, and would hand that on.
        heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        options = {"cwd": ROOT, "stdout": subprocess.PIPE, "text": True, "preexec_fn": heed}
        self.process = subprocess.Popen([*command, *self.options], **options)
        first_line = self.process.stdout.readline()
        assert "http://127.0.0.1:" in first_line, first_line
        self.url = first_line.split()[3]
        self.port = urlsplit(self.url).port

    def stop(self):
        self.process.terminate()
        code = self.process.wait(timeout=10)
        self.process.stdout.close()
        return code

    def kill(self):
        self.process.kill()
        self.process.wait(timeout=10)
        self.process.stdout.close()

    def client(self, **options):
        return stripe.StripeClient(
            "sk_test_of_the_tests", base_addresses={"api": self.url}, **{"max_network_retries": 2, **options}
        )

    def control(self, command, **given):
        status, found = self.control_answer(command, **given)
        assert status == 200, found
        return found

    def control_answer(self, command, **given):
        headers = {"Content-Type": "application/json"}
        status, _, body = self.ask("POST", f"/_control/{command}", json.dumps(given), headers)
        return status, json.loads(body)

    def state(self):
        return json.loads(self.ask("GET", "/_control/state")[2])

    def ask(self, method, path, body=None, headers=None):
        """One plain HTTP request: (status, headers, text)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def begin(self, method, path, body, headers):
        """Send a request and do not wait for its answer; the caller closes the connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, headers)
        return connection

    def submit(self, session, step, **form):
        """Post a form of the Checkout page, as a browser does."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", f"/c/pay/{session.id}/{step}", urlencode(form), headers)


class Receiver:
    """A shop's webhook address: remembers what came, and answers as it is told."""

    def __init__(self):
        self.received = []
        self.answers = []  # statuses for the next posts; 200 when empty
        self.on_post = lambda: None
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = receiver.answers.pop(0) if receiver.answers else 200
                receiver.on_post()
                receiver.received.append((body, self.headers["Stripe-Signature"], status))
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/payments/stripe/webhook/"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def events(self):
        return [json.loads(body) for body, _, _ in list(self.received)]

    def types(self):
        return [event["type"] for event in self.events()]


def wait_until(condition, seconds=5):
    """Wait for what a background thread of the sandbox does, at most so long."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def session_params(amount=1234_50, **changes):
    """What a shop asks for: one line of the amount, in satang."""
    price = {"currency": "thb", "unit_amount": amount, "product_data": {"name": "น้ำตาลโตนด"}}
    return {
        "mode": "payment",
        "line_items": [{"price_data": price, "quantity": 1}],
        "client_reference_id": "attempt:7",
        "success_url": "http://127.0.0.1:8000/th/back/?session={CHECKOUT_SESSION_ID}",
        "cancel_url": "http://127.0.0.1:8000/th/basket/",
        "customer_email": "buyer@example.com",
        "metadata": {"attempt": "7"},
        "payment_intent_data": {"metadata": {"attempt": "7"}, "transfer_group": "order-9"},
        **changes,
    }
