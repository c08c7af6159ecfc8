"""Starts it: `python -m network.people.sandbox --help`."""

import argparse
import os
import signal
import sys

from network.people.sandbox.account import Account
from network.people.sandbox.login import Channel
from network.people.sandbox.server import LineSandbox

PORT_TAKEN = 3


def read_arguments():
    """Keys come from the environment that the site has them from, so that both agree."""
    parser = argparse.ArgumentParser(prog="python -m network.people.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=12112, help="0 takes a free one and prints it (default 12112)")
    parser.add_argument("--webhook-url", default="", help="where it tells who follows; nowhere when empty")
    parser.add_argument("--quota", type=int, default=300, help="pushes that the month allows (default 300)")
    return parser.parse_args()


def main():
    arguments, given = read_arguments(), os.environ.get
    account = Account(
        token=given("LINE_PUSH_TOKEN", "test-token"),
        secret=given("LINE_PUSH_SECRET", "test-secret"),
        webhook=arguments.webhook_url,
        quota=arguments.quota,
    )
    channel = Channel(given("LINE_CHANNEL_ID", "test-channel"), given("LINE_CHANNEL_SECRET", "test-channel-secret"))
    try:
        server = LineSandbox(arguments.port, account, channel)
    except OSError as error:
        print(f"Port {arguments.port} cannot be used: {error.strerror}", file=sys.stderr)
        return PORT_TAKEN
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    print(f"LINE sandbox on http://127.0.0.1:{server.server_port} (nobody's phone rings)", flush=True)
    try:
        server.serve_forever(poll_interval=0.1)
    except KeyboardInterrupt:
        return 0
    finally:
        server.server_close()


if __name__ == "__main__":
    sys.exit(main())
