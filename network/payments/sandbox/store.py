"""The sandbox's one SQLite file: Stripe objects as documents, and what is still to happen."""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

SCHEMA = """
CREATE TABLE IF NOT EXISTS document (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, created INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS document_newest ON document (kind, seq);
CREATE INDEX IF NOT EXISTS document_by_intent ON document (kind, json_extract(body, '$.payment_intent'));
CREATE INDEX IF NOT EXISTS document_by_charge ON document (kind, json_extract(body, '$.charge'));
CREATE TABLE IF NOT EXISTS kept_reply (
    key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, created REAL NOT NULL,
    status INTEGER, body TEXT, request_id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, due_at REAL NOT NULL, rank REAL NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'exhausted')),
    tries INTEGER NOT NULL DEFAULT 0, last_answer TEXT);
CREATE INDEX IF NOT EXISTS delivery_due ON delivery (state, due_at);
CREATE TABLE IF NOT EXISTS timer (
    id INTEGER PRIMARY KEY AUTOINCREMENT, due_at REAL NOT NULL, action TEXT NOT NULL,
    subject TEXT NOT NULL, detail TEXT NOT NULL, UNIQUE (action, subject));
CREATE TABLE IF NOT EXISTS fault (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL,
    remaining INTEGER NOT NULL, seconds REAL NOT NULL, effect INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
TABLES = ("document", "kept_reply", "delivery", "timer", "fault", "setting")


Conditions = Iterable[tuple[str, list]]  # fragments of SQL that we wrote, each with the values of its marks


def equals(name: str, value) -> tuple[str, list]:
    """The condition that a document's property of this name has this value."""
    return f"json_extract(body, '$.{name}') = ?", [value]


class Store:
    """One connection behind one lock: a transaction here is alone in the whole process."""

    def __init__(self, path: str):
        self._lock = threading.RLock()
        self._depth = 0
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=20)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(SCHEMA)

    def close(self) -> None:
        with self._lock:
            self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; a transaction begun inside another is part of it."""
        with self._lock:
            if self._depth:
                yield
                return
            self._db.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            finally:
                self._depth = 0

    def write(self, sql: str, *values) -> int:
        """Run one statement; returns how many rows it touched."""
        with self._lock:
            return self._db.execute(sql, values).rowcount

    def rows(self, sql: str, *values) -> list[dict]:
        with self._lock:
            return [dict(row) for row in self._db.execute(sql, values)]

    def put(self, document: dict) -> dict:
        """Insert or replace a document by its id; its place in lists stays."""
        self.write(
            "INSERT INTO document (id, kind, created, body) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            document["id"],
            document["object"],
            document["created"],
            json.dumps(document, ensure_ascii=False),
        )
        return document

    def get(self, object_id: str, kind: str | None = None) -> dict | None:
        for row in self.rows("SELECT kind, body FROM document WHERE id = ?", object_id):
            if kind in (None, row["kind"]):
                return json.loads(row["body"])
        return None

    def place(self, object_id: str, kind: str) -> int | None:
        """Where a document stands in the order of creation, for pagination."""
        found = self.rows("SELECT seq FROM document WHERE id = ? AND kind = ?", object_id, kind)
        return found[0]["seq"] if found else None

    def documents(
        self, kind: str, conditions: Conditions = (), *, limit: int = -1, oldest_first: bool = False
    ) -> list[dict]:
        """Documents of a kind, newest first (or oldest), that meet all conditions."""
        clauses, values = ["kind = ?"], [kind]
        for clause, given in conditions:
            clauses.append(clause)
            values += given
        order = "ASC" if oldest_first else "DESC"
        sql = f"SELECT body FROM document WHERE {' AND '.join(clauses)} ORDER BY seq {order} LIMIT ?"  # noqa: S608
        return [json.loads(row["body"]) for row in self.rows(sql, *values, limit)]

    def setting(self, name: str, default):
        for row in self.rows("SELECT value FROM setting WHERE name = ?", name):
            return json.loads(row["value"])
        return default

    def change_setting(self, name: str, value) -> None:
        self.write(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name,
            json.dumps(value),
        )

    def clear(self) -> None:
        with self.transaction():
            for table in TABLES:
                self.write(f"DELETE FROM {table}")  # noqa: S608
            self.write("DELETE FROM sqlite_sequence")  # the same calls get the same numbers, and so the same mishaps
