"""Postings a second into one hot fund, by the library call.

SQLite: `python -m bench.ledger`. PostgreSQL: `python -m tests.servers --durable postgresql -- python -m bench.ledger`;
there every round runs beside pgbench with raw SQL (`raw/post.sql`), so that ratios hold on any machine.
Ends with an audit of the books: unsound books void the figures.
"""

import argparse
import os
import statistics
import subprocess
import time
from multiprocessing import get_context
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
django.setup()

from django.db import connection, connections  # noqa: E402

from network.ledger.accounts import open_account  # noqa: E402
from network.ledger.actions import Transfer, post_entry  # noqa: E402
from network.ledger.audit import audit  # noqa: E402
from network.ledger.seal import seal_books  # noqa: E402
from tests.databases import databases, point_to  # noqa: E402
from tests.servers import postgresql_binaries  # noqa: E402

RAW = Path(__file__).parent / "raw"


def gifts(client, seconds):
    """One client's gifts to the hot fund; returns how many were written."""
    connections.close_all()
    cash = open_account("cash:bench", side="debit")
    fund = open_account("fund:bench:available", limited=True, book="fund:bench")
    written, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        transfers = [Transfer(debit=cash, credit=fund, amount=100)]
        post_entry(key=f"{client}:{os.getpid()}:{written}", kind="gift", transfers=transfers)
        written += 1
    return written


def ours(clients, seconds):
    """Postings a second by so many processes."""
    connections.close_all()
    with get_context("fork").Pool(clients) as pool:
        return sum(pool.starmap(gifts, [(client, seconds) for client in range(clients)])) / seconds


def raw(clients, seconds):
    """The same of raw SQL, by pgbench's own counting."""
    server = connection.settings_dict
    address = ["-h", server["HOST"], "-p", str(server["PORT"]), "-U", server["USER"], server["NAME"]]
    command = [postgresql_binaries() / "pgbench", "-n", "-M", "prepared", "-f", RAW / "post.sql"]
    command += ["-c", str(clients), "-j", str(min(clients, 2)), "-T", str(seconds), *address]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return next(float(line.split()[2]) for line in said.splitlines() if line.startswith("tps"))


def measure(clients, rounds, seconds):
    """Print the median rate of so many clients and, on PostgreSQL, of its ratios to raw SQL."""
    pairs = []
    for _ in range(rounds):
        beside = raw(clients, seconds) if connection.vendor == "postgresql" else None
        pairs.append((ours(clients, seconds), beside))
    rate = statistics.median(rate for rate, _ in pairs)
    line = f"{connection.vendor}, {clients} clients: {rate:,.0f} postings/s"
    if connection.vendor == "postgresql":
        ratios = sorted(rate / beside for rate, beside in pairs)
        beside = statistics.median(beside for _, beside in pairs)
        line += (
            f"; raw SQL {beside:,.0f}/s; ratio {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        )
    print(line, flush=True)


def drain_times(postings=50):
    """Print what a drain costs once the rest is folded."""
    fund, cash = (
        open_account("fund:bench:available", limited=True, book="fund:bench"),
        open_account("cash:bench", side="debit"),
    )
    started = time.monotonic()
    for number in range(postings):
        transfers = [Transfer(debit=fund, credit=cash, amount=1)]
        post_entry(key=f"drain:{number}", kind="payout", transfers=transfers)
    print(f"{connection.vendor}, drains after folding: {(time.monotonic() - started) / postings * 1000:.2f} ms each")
    started = time.monotonic()
    for _ in range(postings):
        fund.balance()
    print(f"{connection.vendor}, balance after folding: {(time.monotonic() - started) / postings * 1000:.2f} ms each")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=4, help="how long each client writes")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    maker = databases()
    point_to(maker.copy(maker.template()))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute((RAW / "tables.sql").read_text())
            cursor.execute("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
            print("fsync, synchronous_commit:", *cursor.fetchone())
        else:
            print("synchronous (2 is FULL):", *cursor.execute("PRAGMA synchronous").fetchone())
    gifts("warm", 1)
    for clients in (1, 8):
        measure(clients, arguments.rounds, arguments.seconds)
    started = time.monotonic()
    sealed = seal_books()
    print(f"{connection.vendor}, sealed and folded: {sealed / (time.monotonic() - started):,.0f} entries/s of {sealed}")
    drain_times()
    started = time.monotonic()
    faults = audit(jobs=2)
    print(f"{connection.vendor}, audited in {time.monotonic() - started:.1f} s; load {os.getloadavg()[0]:.1f}")
    raise SystemExit("\n".join(["Void: the books are not sound.", *faults]) if faults else 0)


if __name__ == "__main__":
    main()
