"""PostgreSQL: pg_dump and pg_restore, and a swap by two renamings."""

import os
import shutil
import subprocess
import time
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.db import connection, transaction
from psycopg import sql

from network.upkeep.exceptions import ArchiveUnusable, BackupFailed, RestoreFailed, TargetOccupied

from .base import SiteDatabase

MISSING = (
    "{tool} is not installed: install PostgreSQL's client programs (on Debian: postgresql-client), of the server's"
    " version or newer, or name their folder in POSTGRESQL_BIN."
)
LOOKS = 15  # a tenth of a second apart
SERVICE = "postgres"  # the database from which others are made and renamed


class PostgreSQL(SiteDatabase):
    vendor = "postgresql"

    @contextmanager
    def snapshot(self):
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            [shared] = cursor.fetchone()
            yield lambda path: self.dump(path, shared)

    def dump(self, path, shared):
        """pg_dump in the snapshot of this process's transaction; not packed, as the archive packs it."""
        manner = ["--format=custom", "--compress=0", "--no-owner", "--no-privileges", f"--snapshot={shared}"]
        answer = self.run("pg_dump", *manner, "--file", path, self.name)
        if answer.returncode:
            raise BackupFailed(f"pg_dump failed: {last_line(answer)}")

    def load(self, path):
        candidate = f"{self.name}_restoring_{os.getpid()}"
        self.ask("CREATE DATABASE {}", candidate)
        manner = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
        answer = self.run("pg_restore", *manner, "--dbname", candidate, path)
        if answer.returncode:
            self.drop(candidate)
            raise ArchiveUnusable(f"pg_restore failed: {last_line(answer)}")
        return candidate

    def exists(self):
        return bool(self.rows("SELECT 1 FROM pg_database WHERE datname = %s", self.name))

    def stands(self):
        if not self.exists():
            return False
        with self.connected(self.name) as site:
            found = site.execute("SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = 'public' LIMIT 1")
            return found.fetchone() is not None

    def demand_unused(self):
        """Waits a moment for those who are just leaving."""
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'"
        for _look in range(LOOKS):
            [[count]] = self.rows(others, self.name)
            if not count:
                return
            time.sleep(0.1)
        raise TargetOccupied(f"The site is running: {count} connections to its database are open. Stop it first.")

    def swap(self, candidate, aside):
        """In one transaction: whoever comes in between finds the old database or the new one."""
        with self.connected(SERVICE) as service, service.transaction():
            if self.exists():
                self.rename(service, self.name, self.beside(aside))
            self.rename(service, candidate, self.name)

    def beside(self, aside):
        return f"{self.name}_{aside}".replace("-", "_").replace(".", "_")

    @staticmethod
    def rename(service, old, new):
        try:
            service.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))
        except psycopg.errors.ObjectInUse as error:
            raise TargetOccupied(
                "The site is running: somebody is connected to its database. Stop it first."
            ) from error

    def drop(self, candidate):
        self.ask("DROP DATABASE IF EXISTS {} WITH (FORCE)", candidate)

    def ask(self, statement, name):
        try:
            with self.connected(SERVICE) as service:
                service.execute(sql.SQL(statement).format(sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege as error:
            words = (
                "may not make databases: let an administrator run ALTER ROLE … CREATEDB for the time of the restore."
            )
            raise RestoreFailed(f"The database user {self.settings['USER']} {words}") from error

    def rows(self, query, *params):
        with self.connected(SERVICE) as service:
            return service.execute(query, params).fetchall()

    def connected(self, name):
        told = self.settings
        options = {key: value for key, value in told.get("OPTIONS", {}).items() if key in {"sslmode", "sslrootcert"}}
        where = {"host": told["HOST"], "port": told["PORT"] or 5432, "user": told["USER"], "password": told["PASSWORD"]}
        try:
            return psycopg.connect(**where, **options, dbname=name, autocommit=True, connect_timeout=5)
        except psycopg.OperationalError as error:
            words = f"PostgreSQL at {told['HOST']}:{where['port']} lets nobody in ({name})"
            raise RestoreFailed(f"{words}: start it, or correct DATABASE_URL. The site is as it was.") from error

    def run(self, tool, *arguments):
        """One of PostgreSQL's own programs; its password goes by the environment, where no list of processes shows it."""
        found = shutil.which(tool, path=settings.POSTGRESQL_BIN or None)
        if not found:
            raise RestoreFailed(MISSING.format(tool=tool))
        told = self.settings
        where = ["--host", told["HOST"] or "localhost", "--port", str(told["PORT"] or 5432), "--no-password"]
        where += ["--username", told["USER"]] if told["USER"] else []
        environment = os.environ | {"PGPASSWORD": told["PASSWORD"] or "", "LC_ALL": "C"}
        environment |= {"PGSSLMODE": mode} if (mode := told.get("OPTIONS", {}).get("sslmode")) else {}
        return subprocess.run([found, *where, *arguments], env=environment, capture_output=True, text=True)


def last_line(answer):
    return (answer.stderr.strip().splitlines() or [f"exit code {answer.returncode}"])[-1]
