"""A backup holds everything and stands whole or not at all; a restore brings the same site back, or touches nothing."""

import errno
import os
import shutil
from contextlib import contextmanager
from datetime import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections

from marketplace.order.models import Order
from network.clock import now
from network.ledger.audit import audit
from network.ledger.summary import summary_of_books
from network.outbox import schedule
from network.outbox.actions import promise
from network.outbox.testing import drain
from network.people.personal_data_registry import Subject
from network.privacy.actions.erasure import ask_to_be_forgotten, carry_out
from network.upkeep.actions import Wishes, back_up, restore
from network.upkeep.envelope import PIECE
from network.upkeep.exceptions import ArchiveUnusable, BackupFailed, BooksDiffer, RestoreFailed, TargetOccupied
from tests.books import fund, give
from tests.databases import databases

KEY = "a key that nobody guesses"


def files_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def state(site, folder):
    """Everything that a restore may change: the books, and each file's content."""
    kept = files_of(folder / "media") | {
        Path("private", name): raw for name, raw in files_of(folder / "private").items()
    }
    told = summary_of_books(), Order.objects.count(), kept
    connections.close_all()
    return told


def wipe(site, folder):
    """The machine is new: no database, no files."""
    connections.close_all()
    if connection.vendor == "postgresql":
        databases().drop(site)
    else:
        databases().drop(Path(site))
    for name in ("media", "private"):
        shutil.rmtree(folder / name)


def leftovers(folder):
    return [path.name for path in folder.rglob("*restoring*")]


@pytest.mark.promise(45)
@pytest.mark.parametrize("key", [pytest.param("", marks=pytest.mark.one_database), KEY])
def test_on_an_empty_machine_the_same_site_comes_back_and_runs(site, folders, settings, client, capsys, key):
    settings.BACKUP_KEY = key
    before = state(site, folders)
    call_command("backup", verbosity=0)
    [backup] = settings.BACKUP_FOLDER.iterdir()
    assert backup.stat().st_mode & 0o777 == 0o600
    assert (b"slips/one.png" in backup.read_bytes(), backup.name.endswith(".backup")) == (False, True)

    wipe(site, folders)
    call_command("restore", str(backup), "--verify")

    assert state(site, folders) == before
    assert before[0]["digest"] in capsys.readouterr().out
    order = Order.objects.get()
    assert client.get(order.get_absolute_url()).status_code == 200
    assert client.get("/readyz").status_code == 200
    give(fund(), 5_00, key="after-the-restore")
    drain()
    assert audit() == []
    assert leftovers(folders) == []


@pytest.mark.promise(61)
def test_an_old_backup_brings_nobody_back_who_was_erased_since(site, folders, settings, capsys):
    Order.objects.update(status=Order.Status.EXPIRED)
    guest = Subject(None, (Order.objects.get().contact,))
    backup = back_up(settings.BACKUP_FOLDER)
    erasure = ask_to_be_forgotten(guest, language="th")
    erasure.due_at = now()
    assert carry_out(erasure)

    call_command("restore", str(backup), "--replace")

    order = Order.objects.get()
    assert (order.name, order.contact, order.shipping_address.line1) == ("–", "", "")
    assert "erased again: 1" in capsys.readouterr().out
    assert audit() == []


def test_a_site_that_stands_is_pushed_aside_only_when_told(site, folders, settings):
    backup = back_up(settings.BACKUP_FOLDER)
    before = state(site, folders)
    give(fund(), 7_00, key="later")
    (folders / "media" / "later.jpg").write_bytes(b"later")
    later = state(site, folders)

    with pytest.raises(TargetOccupied, match="add --replace"):
        restore(backup, Wishes(verify=True))
    assert (state(site, folders), leftovers(folders)) == (later, [])

    restored = restore(backup, Wishes(replace=True))
    assert state(site, folders) == before
    assert (folders / f"media.{restored.aside}" / "later.jpg").exists()


def test_a_rehearsal_proves_and_changes_nothing(site, folders, settings, capsys):
    backup = back_up(settings.BACKUP_FOLDER)
    give(fund(), 7_00, key="later")
    later = state(site, folders)

    call_command("restore", str(backup), "--rehearse", "--verify")

    assert "a rehearsal" in capsys.readouterr().out
    assert (state(site, folders), leftovers(folders)) == (later, [])


@contextmanager
def somebody_else():
    """Another process of the site, with the database open."""
    other = connections.create_connection("default")
    with other.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_entry")
    try:
        yield
    finally:
        other.close()


def test_a_site_that_runs_is_not_swapped_under_its_feet(site, folders, settings):
    backup = back_up(settings.BACKUP_FOLDER)
    before = state(site, folders)
    with somebody_else(), pytest.raises(TargetOccupied, match="[Ss]top it first"):
        restore(backup, Wishes(replace=True))
    assert (state(site, folders), leftovers(folders)) == (before, [])


def torn(raw):
    return raw[: len(raw) // 2]


def flipped(raw):
    middle = len(raw) * 2 // 3
    return raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :]


def without_its_last_piece(raw):
    return raw[: -((len(raw) - 1) % PIECE or 1)]


BROKEN = {
    "torn": torn,
    "flipped": flipped,
    "without its last piece": without_its_last_piece,
    "empty": lambda raw: b"",
    "a picture": lambda raw: b"\x89PNG\r\n\x1a\n" + raw[:5000],
    "only its first line": lambda raw: raw.partition(b"\n")[0] + b"\n",
    "of a newer form": lambda raw: raw.replace(b"backup/1 ", b"backup/2 ", 1),
}


@pytest.mark.promise(45)
@pytest.mark.parametrize("key", [pytest.param("", marks=pytest.mark.one_database), KEY])
def test_a_broken_or_foreign_backup_is_refused_before_anything_is_touched(site, folders, settings, tmp_path, key):
    settings.BACKUP_KEY = key
    raw = back_up(settings.BACKUP_FOLDER).read_bytes()
    before = state(site, folders)
    bad = tmp_path / "bad.backup"
    for name, damage in BROKEN.items():
        bad.write_bytes(damage(raw))
        with pytest.raises(CommandError, match="backup|encrypted|BACKUP_KEY") as refused:
            call_command("restore", str(bad), "--replace")
        assert refused.value.returncode == 3, name
        assert leftovers(folders) == [], name
    with pytest.raises(ArchiveUnusable, match="cannot be read"):
        restore(tmp_path / "none.backup", Wishes(replace=True))
    assert state(site, folders) == before


def test_a_wrong_or_missing_key_is_told_from_a_broken_file(site, folders, settings):
    settings.BACKUP_KEY = KEY
    backup = back_up(settings.BACKUP_FOLDER)
    for key, words in {"another key, as long as that": "not the key", "": "is encrypted"}.items():
        settings.BACKUP_KEY = key
        with pytest.raises(ArchiveUnusable, match=words):
            restore(backup, Wishes(rehearse=True))
    settings.BACKUP_KEY = "short"
    with pytest.raises(ArchiveUnusable, match="too short"):
        back_up(settings.BACKUP_FOLDER)


def changed(monkeypatch, **facts):
    """A backup that says something else about itself."""
    about_now = back_up.__globals__["about_now"]
    monkeypatch.setitem(back_up.__globals__, "about_now", lambda *given: about_now(*given) | facts)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"vendor": "oracle"}, "this site runs on"),
        ({"migrations": ["ledger.9999_from_the_future"]}, "newer release"),
        ({"places": ["cellar"]}, "keeps those elsewhere"),
    ],
)
def test_what_is_not_for_this_site_is_refused_by_its_first_page(site, folders, settings, monkeypatch, facts, words):
    changed(monkeypatch, **facts)
    backup = back_up(settings.BACKUP_FOLDER)
    with pytest.raises(ArchiveUnusable, match=words):
        restore(backup, Wishes(rehearse=True))
    assert leftovers(folders) == []


@pytest.mark.promise(45)
def test_books_that_are_not_those_of_the_backup_never_replace_the_site(site, folders, settings, monkeypatch):
    changed(monkeypatch, books=summary_of_books() | {"digest": "0" * 64})
    backup = back_up(settings.BACKUP_FOLDER)
    before = state(site, folders)
    with pytest.raises(BooksDiffer, match="not those that were backed up"):
        restore(backup, Wishes(replace=True))
    assert (state(site, folders), leftovers(folders)) == (before, [])


@pytest.mark.promise(45)
def test_verify_finds_a_changed_row_that_equal_heads_hide(site, folders, settings):
    with connection.cursor() as cursor:
        table = "DROP TRIGGER {} ON ledger_entry" if connection.vendor == "postgresql" else "DROP TRIGGER {}"
        for name in triggers_on_entries(cursor):
            cursor.execute(table.format(name))
        cursor.execute("UPDATE ledger_entry SET kind = 'changed' WHERE id = (SELECT min(id) FROM ledger_entry)")
    backup = back_up(settings.BACKUP_FOLDER)

    restore(backup, Wishes(rehearse=True))
    with pytest.raises(BooksDiffer, match="content does not match its digest"):
        restore(backup, Wishes(rehearse=True, verify=True))


def triggers_on_entries(cursor):
    if connection.vendor == "postgresql":
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = 'ledger_entry'::regclass AND NOT tgisinternal")
    else:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_entry'")
    return [name for (name,) in cursor.fetchall()]


def test_an_order_that_is_placed_meanwhile_is_in_the_backup_whole_or_not_at_all(site, folders, settings, monkeypatch):
    """What is committed after the snapshot began is neither in the dump nor in what is said of it."""
    summary = summary_of_books()
    about_now = back_up.__globals__["about_now"]

    def interrupted(*given):
        other = connections.create_connection("default")
        with other.cursor() as cursor:
            cursor.execute(
                "INSERT INTO ledger_account (code, unit, side, limited, book, title)"
                " VALUES ('cash:meanwhile', 'THB', 'debit', false, 'market', '')"
            )
        other.close()
        return about_now(*given)

    monkeypatch.setitem(back_up.__globals__, "about_now", interrupted)
    backup = back_up(settings.BACKUP_FOLDER)
    assert summary_of_books() != summary

    assert restore(backup, Wishes(rehearse=True)).about["books"] == summary


def no_room(*_args, **_kwargs):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_neither_half_a_backup_nor_half_a_site(site, folders, settings, monkeypatch):
    backup = back_up(settings.BACKUP_FOLDER)
    before = state(site, folders)
    with monkeypatch.context() as bent:
        bent.setattr("network.upkeep.archive.ArchiveWriter.add", no_room)
        with pytest.raises(BackupFailed, match="No room is left"):
            back_up(settings.BACKUP_FOLDER)
    assert list(settings.BACKUP_FOLDER.iterdir()) == [backup]
    with monkeypatch.context() as bent:
        bent.setattr("network.upkeep.archive.ArchiveReader.unpack", no_room)
        with pytest.raises(RestoreFailed, match="site is as it was"):
            restore(backup, Wishes(replace=True))
    assert (state(site, folders), leftovers(folders)) == (before, [])


def test_a_swap_that_breaks_off_half_way_is_taken_back(site, folders, settings, monkeypatch):
    backup = back_up(settings.BACKUP_FOLDER)
    give(fund(), 7_00, key="later")
    before = state(site, folders)
    database = type(restore.__globals__["site_database"]())
    monkeypatch.setattr(database, "swap", no_room)
    with pytest.raises(RestoreFailed):
        restore(backup, Wishes(replace=True))
    assert (state(site, folders), leftovers(folders)) == (before, [])


def test_a_postgresql_that_is_away_is_said_in_words(site, folders, settings, monkeypatch):
    backup = back_up(settings.BACKUP_FOLDER)
    if connection.vendor != "postgresql":
        pytest.skip("SQLite is a file")
    connections.close_all()
    with monkeypatch.context() as bent:
        bent.setitem(connection.settings_dict, "PORT", 1)
        for command in (["backup"], ["restore", str(backup), "--replace"]):
            with pytest.raises(CommandError, match="lets nobody in|cannot be read"):
                call_command(*command)


def test_what_a_killed_backup_left_is_cleared_a_day_later(site, folders, settings):
    fresh, old = (settings.BACKUP_FOLDER / f".chanchala-{name}.backup.part" for name in ("fresh", "old"))
    for room in (fresh, old):
        room.mkdir(parents=True)
    os.utime(old, (0, 0))
    back_up(settings.BACKUP_FOLDER)
    assert (fresh.exists(), old.exists()) == (True, False)


def test_migrations_that_were_folded_into_others_since_do_not_make_a_backup_newer(site, folders, settings, monkeypatch):
    changed(monkeypatch, migrations=["ledger.0000_folded", "gone.0001_initial"])
    assert restore(back_up(settings.BACKUP_FOLDER), Wishes(rehearse=True)).to_migrate


def test_only_so_many_backups_are_kept_and_other_files_stay(site, folders, settings):
    settings.BACKUP_FOLDER.mkdir()
    (settings.BACKUP_FOLDER / "notes.txt").write_text("mine")
    made = [back_up(settings.BACKUP_FOLDER, keep=2) for _ in range(3)]
    assert {path.name for path in settings.BACKUP_FOLDER.iterdir()} == {"notes.txt", made[1].name, made[2].name}


@pytest.mark.promise(45)
def test_every_night_one_backup_is_promised_and_made(site, folders, settings):
    assert schedule._schedules["upkeep.backup"] == schedule.Daily(time(1, 30))
    settings.BACKUP_KEPT = 1
    for _night in range(2):
        promise("upkeep.backup", key="turn")
        drain()
    [backup] = settings.BACKUP_FOLDER.iterdir()
    assert restore(backup, Wishes(rehearse=True, verify=True)).about["vendor"] == connection.vendor
    settings.BACKUP_DAILY = False
    backup.unlink()
    promise("upkeep.backup", key="turn")
    drain()
    assert list(settings.BACKUP_FOLDER.iterdir()) == []
