"""Starts the sandbox: `python -m network.payments.sandbox --help`."""

import argparse
import logging
import os
import signal
import sqlite3
import sys
from pathlib import Path
from urllib.parse import urlsplit

from network.payments.sandbox.loopback import is_local_address
from network.payments.sandbox.sandbox import Sandbox
from network.payments.sandbox.server import SandboxServer
from network.payments.sandbox.store import Store
from network.payments.sandbox.timers import Worker

log = logging.getLogger(__name__)

STOPPED, WRONG_USAGE, PORT_TAKEN, NO_DATABASE = 0, 2, 3, 4
EXIT_CODES = "exit codes: 0 stopped by a signal, 2 wrong usage, 3 the port is taken, 4 the database cannot be used"


def read_arguments(argv: list[str] | None = None) -> argparse.Namespace:
    """Every option has an environment variable of its name: --db is STRIPE_SANDBOX_DB."""
    parser = argparse.ArgumentParser(
        prog="python -m network.payments.sandbox",
        description="A local Stripe look-alike for development, tests and the demo. No real money, this machine only.",
        epilog=EXIT_CODES + ". Every option may come from the environment: STRIPE_SANDBOX_PORT, STRIPE_SANDBOX_DB, …",
    )
    option = _option_adder(parser)
    option("--host", "127.0.0.1", help="only 127.0.0.1; anything else is refused")
    option("--port", "12111", type=_port, help="0 takes a free one and prints it (default 12111)")
    option("--db", "var/stripe-sandbox.sqlite3", help="its own SQLite file (default var/stripe-sandbox.sqlite3)")
    option("--webhook-url", "", help="where events are posted; none when empty")
    option("--webhook-secret", "", help="whsec_…; several, separated by commas, all sign (rotation)")
    option("--public-url", "", help="where a browser finds this server (default http://127.0.0.1:PORT)")
    option("--merchant", "Sandbox shop", help="the name that the payment page shows")
    parser.add_argument("--verbose", action="store_true", help="log every request to stderr")
    arguments = parser.parse_args(argv)
    _check(parser, arguments)
    return arguments


def _option_adder(parser):
    def option(flag, default, **details):
        variable = "STRIPE_SANDBOX_" + flag.strip("-").replace("-", "_").upper()
        parser.add_argument(flag, default=os.environ.get(variable, default), **details)

    return option


def _port(text):
    if not (text.isascii() and text.isdigit()) or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text} is no port")
    return int(text)


def _check(parser, arguments):
    if arguments.host not in ("127.0.0.1", "localhost"):
        parser.error(f"--host {arguments.host}: the sandbox listens on 127.0.0.1 only")
    if arguments.webhook_url and not is_local_address(arguments.webhook_url):
        parser.error("--webhook-url: webhooks go to http addresses on this machine only")
    if arguments.webhook_url and not arguments.webhook_secret:
        parser.error("--webhook-secret: webhooks must be signed; choose a whsec_…")
    if arguments.public_url and urlsplit(arguments.public_url).scheme not in ("http", "https"):
        parser.error("--public-url: not an http address")


def open_sandbox(arguments: argparse.Namespace) -> Sandbox:
    path = Path(arguments.db)
    path.parent.mkdir(parents=True, exist_ok=True)
    sandbox = Sandbox(Store(str(path)), public_url=arguments.public_url.rstrip("/"), merchant=arguments.merchant)
    if arguments.webhook_url:
        secrets = [secret.strip() for secret in arguments.webhook_secret.split(",") if secret.strip()]
        sandbox.webhooks_at_start = {"url": arguments.webhook_url, "secrets": secrets}
    sandbox.start()
    return sandbox


def main(argv: list[str] | None = None) -> int:
    arguments = read_arguments(argv)
    logging.basicConfig(level=logging.INFO if arguments.verbose else logging.WARNING, format="sandbox: %(message)s")
    try:
        sandbox = open_sandbox(arguments)
    except (sqlite3.Error, OSError) as error:
        print(f"The database {arguments.db} cannot be used: {error}", file=sys.stderr)
        return NO_DATABASE
    try:
        server = SandboxServer(arguments.port, sandbox)
    except OSError as error:
        print(f"Port {arguments.port} cannot be used: {error.strerror}", file=sys.stderr)
        return PORT_TAKEN
    sandbox.public_url = sandbox.public_url or f"http://127.0.0.1:{server.server_port}"
    return serve(server, sandbox)


def serve(server: SandboxServer, sandbox: Sandbox) -> int:
    """Until SIGINT or SIGTERM; what is still to happen is in the file and goes on next time."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    worker = Worker(sandbox)
    worker.start()
    try:
        print(f"Stripe sandbox on http://127.0.0.1:{server.server_port} (no real money)", flush=True)
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        log.info("stopping")
    finally:
        worker.stop()
        server.server_close()
        sandbox.store.close()
    return STOPPED


if __name__ == "__main__":
    sys.exit(main())
