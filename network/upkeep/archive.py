"""One file that holds a whole site: what it is first, the database and all files, what each must be at the end.

Inside the envelope lies a compressed tar. Its first member says where the backup is from, so that a foreign one is
refused at once; its last lists size and SHA-256 of every other, so that nothing is believed before all was read.
"""

import gzip
import hashlib
import io
import json
import tarfile
import zlib
from contextlib import contextmanager
from pathlib import PurePosixPath

from .envelope import BROKEN, opened, sealed_into
from .exceptions import ArchiveUnusable

ABOUT, MEMBERS = "about.json", "members.json"
DATABASE = "database"
BLOCK = 1024 * 1024
TORN = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile)


class Digested:
    """A file that is read once, and what was read of it; `moved(bytes)` hears how far it is."""

    def __init__(self, file, moved):
        self.file, self.moved = file, moved
        self.sha256, self.size = hashlib.sha256(), 0

    def read(self, size=-1):
        block = self.file.read(size)
        self.sha256.update(block)
        self.size += len(block)
        self.moved(len(block))
        return block

    @property
    def told(self):
        return {"size": self.size, "sha256": self.sha256.hexdigest()}


class ArchiveWriter:
    def __init__(self, tar, about, moved):
        self.tar, self.moved, self.members = tar, moved, {}
        self.add_text(ABOUT, about)

    def add(self, name, path):
        """Add a file; one that ends before its size was reached raises OSError."""
        with path.open("rb") as file:
            told = tarfile.TarInfo(name)
            told.size = path.stat().st_size
            content = Digested(file, self.moved)
            self.tar.addfile(told, content)
        self.members[name] = content.told

    def add_text(self, name, content):
        raw = json.dumps(content, ensure_ascii=False, indent=1).encode()
        told = tarfile.TarInfo(name)
        told.size = len(raw)
        self.tar.addfile(told, io.BytesIO(raw))


@contextmanager
def writing(file, *, secret, about, moved):
    """Yields an ArchiveWriter into that binary file; it is whole only once this ends without an error."""
    outer = sealed_into(file, secret)
    with (
        gzip.GzipFile(fileobj=outer, mode="wb", compresslevel=1, mtime=0, filename="") as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        archive = ArchiveWriter(tar, about, moved)
        yield archive
        archive.add_text(MEMBERS, archive.members)
    outer.finish()


class ArchiveReader:
    """Reads once, from the beginning to the end. Every method raises ArchiveUnusable for what is torn or changed."""

    def __init__(self, packed, tar, moved):
        self.packed, self.tar, self.moved, self.seen = packed, tar, moved, {}
        with told_plainly():
            self.about = self.json_of(tar.next(), ABOUT)

    def json_of(self, member, name):
        if member is None or member.name != name or not member.isfile():
            raise ArchiveUnusable(BROKEN)
        try:
            return json.loads(self.tar.extractfile(member).read())
        except ValueError:
            raise ArchiveUnusable(BROKEN) from None

    def unpack(self, target_of):
        """Write every member where `target_of(name)` says; all of them are as they were when this returns."""
        with told_plainly():
            while (member := self.tar.next()) and member.name != MEMBERS:
                self.unpack_one(member, target_of(demand_decent(member)))
            expected = self.json_of(member, MEMBERS)
            while self.packed.read(BLOCK):  # to the very end, where the checksum stands
                pass
        if expected != self.seen:
            raise ArchiveUnusable(BROKEN)

    def unpack_one(self, member, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        content = Digested(self.tar.extractfile(member), self.moved)
        with target.open("xb") as file:
            while block := content.read(BLOCK):
                file.write(block)
        self.seen[member.name] = content.told


def demand_decent(member):
    """The name of a plain file that stays below its folder; nothing else was ever put in."""
    path = PurePosixPath(member.name)
    if not member.isfile() or path.is_absolute() or ".." in path.parts:
        raise ArchiveUnusable(f"The backup holds something that no backup of ours does: {member.name}")
    return member.name


@contextmanager
def reading(path, *, secret, progress):
    """Yields an ArchiveReader of that file, with `about` read; `progress(total bytes)` gives what hears of each."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise ArchiveUnusable(f"{path} cannot be read: {error.strerror}.") from error
    with file, told_plainly():
        packed = gzip.GzipFile(fileobj=opened(file, secret), mode="rb")
        with tarfile.open(fileobj=packed, mode="r|", errorlevel=1) as tar:
            yield ArchiveReader(packed, tar, progress(path.stat().st_size))


@contextmanager
def told_plainly():
    try:
        yield
    except TORN as error:
        raise ArchiveUnusable(BROKEN) from error
