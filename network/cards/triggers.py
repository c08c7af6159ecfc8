"""What keeps SQLite's full-text index at the cards' words; PostgreSQL does so by generated columns.

SQLite drops a table's triggers without a word when a migration rebuilds it, so they are put back after every migrate,
and the index is read anew then.
"""

from django.db import connections

COLUMNS = "title_words, words, marks"
NEW, OLD = (", ".join(f"{side}.{name}" for name in COLUMNS.split(", ")) for side in ("new", "old"))
ADD = f"INSERT INTO cards_search(rowid, {COLUMNS}) VALUES (new.id, {NEW});"  # noqa: S608
TAKE = f"INSERT INTO cards_search(cards_search, rowid, {COLUMNS}) VALUES ('delete', old.id, {OLD});"  # noqa: S608

TRIGGERS = {
    "cards_search_insert": f"AFTER INSERT ON cards_card BEGIN {ADD} END",
    "cards_search_delete": f"AFTER DELETE ON cards_card BEGIN {TAKE} END",
    "cards_search_update": f"AFTER UPDATE OF {COLUMNS} ON cards_card WHEN ({OLD}) IS NOT ({NEW}) BEGIN {TAKE} {ADD} END",
}


def install_triggers(*, using, **kwargs):
    """After a migrate; does nothing where they stand or where there is no table of cards (yet, or any more)."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        if "cards_search" not in connection.introspection.table_names(cursor):
            return
        standing = standing_triggers(cursor)
        for name in TRIGGERS.keys() - standing:
            cursor.execute(f"CREATE TRIGGER {name} {TRIGGERS[name]}")
        if TRIGGERS.keys() - standing:
            cursor.execute("INSERT INTO cards_search(cards_search) VALUES ('rebuild')")


def standing_triggers(cursor):
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'cards_card'")
    return {name for (name,) in cursor.fetchall()}
