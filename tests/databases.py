"""Migrated databases, made once per set of migrations and copied for every run.

Migrating from zero takes half a minute; a copy takes a tenth of a second. Tests never flush: the ledger's
tables refuse it. A test that needs real commits gets a copy of its own (`own_database`).
`python -m tests.databases` makes the template before a run.
"""

import fcntl
import gc
import hashlib
import os
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path

import django
import psycopg
from django.apps import apps
from django.core.management import call_command
from django.db import connections

CACHE = Path(os.environ.get("CHANCHALA_TEST_CACHE", Path(__file__).parent.parent / ".cache" / "databases"))


def migrations_digest():
    """A name for the schema: every migration's text, ours and the libraries'."""
    digest = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for path in sorted(Path(config.path, "migrations").glob("*.py")):
            digest.update(f"{config.label}/{path.name}\n".encode() + path.read_bytes())
        digest.update(b"".join(path.read_bytes() for path in sorted(Path(config.path).glob("triggers/*.py"))))
    return digest.hexdigest()[:16]


def migrate():
    """From zero; model classes are made anew by the ten thousand, and the collector need not walk Django's every time."""
    gc.freeze()
    call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def build_lock():
    """One process at a time makes the template of these migrations; those of other migrations or servers go on."""
    CACHE.mkdir(parents=True, exist_ok=True)
    server = connections["default"].settings_dict["PORT"]
    with (CACHE / f"{migrations_digest()}{server}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def point_to(name):
    """Let every new connection of this process open that database."""
    connections.close_all()
    connections["default"].settings_dict["NAME"] = str(name)
    connections.settings["default"]["NAME"] = str(name)


class SQLiteDatabases:
    """Templates and copies are files."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="chanchala-db-"))
        self.made = 0

    def template(self):
        path = CACHE / f"{migrations_digest()}.sqlite3"
        if not path.exists():
            building = path.with_suffix(f".{os.getpid()}.building")
            point_to(building)
            migrate()
            connections.close_all()
            self.copy_file(building, path)
            for leftover in CACHE.glob(building.name + "*"):
                leftover.unlink()
        return path

    @staticmethod
    def copy_file(source, target):
        with sqlite3.connect(source) as origin, sqlite3.connect(target) as copy:
            origin.backup(copy)
        origin.close()
        copy.close()

    def copy(self, template):
        self.made += 1
        path = self.folder / f"copy-{self.made}.sqlite3"
        self.copy_file(template, path)
        return path

    def drop(self, path):
        for file in path.parent.glob(path.name + "*"):
            file.unlink()


class PostgreSQLDatabases:
    """Templates and copies are databases of the server that DATABASE_URL names."""

    def __init__(self):
        settings = connections["default"].settings_dict
        self.server = {"host": settings["HOST"], "port": settings["PORT"] or 5432}
        self.server |= {"user": settings["USER"], "password": settings["PASSWORD"]}
        self.made = 0

    def run(self, statement, *params):
        with psycopg.connect(**self.server, dbname="postgres", autocommit=True) as connection:
            cursor = connection.execute(statement, params)
            return cursor.fetchall() if cursor.description else []

    def template(self):
        name = f"migrated_{migrations_digest()}"
        if not self.run("SELECT 1 FROM pg_database WHERE datname = %s", name):
            building = f"building_{os.getpid()}"
            for (old,) in self.run("SELECT datname FROM pg_database WHERE starts_with(datname, 'migrated_')"):
                self.drop(old)
            self.run(f"CREATE DATABASE {building}")
            point_to(building)
            migrate()
            connections.close_all()
            self.run(f"ALTER DATABASE {building} RENAME TO {name}")
        return name

    def copy(self, template):
        self.made += 1
        name = f"copy_{os.getpid()}_{self.made}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name):
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def databases():
    return PostgreSQLDatabases() if connections["default"].vendor == "postgresql" else SQLiteDatabases()


def take_stock_of_the_tables():
    """What the database does by itself some time after many rows came: without, it plans as if there were none."""
    if connections["default"].vendor == "postgresql":
        connections["default"].cursor().execute("ANALYZE")


def main():
    django.setup()
    maker = databases()
    with build_lock():
        maker.template()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    main()
