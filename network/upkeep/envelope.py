"""The outermost layer of a backup: a line that says what it is, then its content, encrypted if there is a key.

Encrypted content goes in pieces, each sealed by AES-256-GCM under a key that scrypt makes of BACKUP_KEY and a salt.
A piece's nonce is its number and whether it is the last, so that none can be changed, swapped, left out or cut off
unnoticed, and no more than two pieces are ever in memory.
"""

import io
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from .exceptions import ArchiveUnusable

FORMAT = 1
OPEN = b"chanchala-backup/%d open\n" % FORMAT
SEALED = b"chanchala-backup/%d sealed\n" % FORMAT
FAMILY = b"chanchala-backup/"
LONGEST_LINE = 64
PIECE = 64 * 1024
TAG = 16
SALT = 16
SHORTEST_KEY = 16  # characters: whoever finds a backup may guess at leisure

BROKEN = "The backup is broken: a part of it is missing or was changed."


def keys_of(secret, salt):
    """(the key, what tells a wrong key from a broken file)."""
    made = Scrypt(salt=salt, length=48, n=2**15, r=8, p=1).derive(secret.encode())
    return AESGCM(made[:32]), made[32:]


def nonce(number, last):
    return number.to_bytes(11, "big") + bytes([last])


class Sealer:
    """Writes what it is given, encrypted, into a file that others close."""

    def __init__(self, file, secret):
        salt = os.urandom(SALT)
        self.file, self.number, self.waiting = file, 0, bytearray()
        self.cipher, check = keys_of(secret, salt)
        file.write(SEALED + salt + check)

    def write(self, data):
        self.waiting += data
        while len(self.waiting) > PIECE:
            self.put(bytes(self.waiting[:PIECE]), last=False)
            del self.waiting[:PIECE]
        return len(data)

    def put(self, piece, *, last):
        self.file.write(self.cipher.encrypt(nonce(self.number, last), piece, None))
        self.number += 1

    def flush(self):
        self.file.flush()

    def finish(self):
        self.put(bytes(self.waiting), last=True)


class Opener(io.RawIOBase):
    """Reads what a Sealer wrote; raises ArchiveUnusable at the first piece that is not as it was."""

    def __init__(self, file, secret):
        self.file, self.number, self.plain = file, 0, b""
        salt, check = file.read(SALT), file.read(16)
        self.cipher, expected = keys_of(secret, salt)
        if check != expected:
            raise ArchiveUnusable("BACKUP_KEY is not the key that this backup was made with.")
        self.ahead = file.read(PIECE + TAG)

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.plain and self.ahead:
            self.plain = self.next_piece()
        taken = min(len(buffer), len(self.plain))
        buffer[:taken], self.plain = self.plain[:taken], self.plain[taken:]
        return taken

    def next_piece(self):
        piece, self.ahead = self.ahead, self.file.read(PIECE + TAG)
        try:
            plain = self.cipher.decrypt(nonce(self.number, not self.ahead), piece, None)
        except InvalidTag:
            raise ArchiveUnusable(BROKEN) from None
        self.number += 1
        return plain


class Plain:
    """The same without a key."""

    def __init__(self, file):
        self.file = file
        self.write, self.flush = file.write, file.flush
        file.write(OPEN)

    def finish(self):
        pass


def sealed_into(file, secret):
    """Where to write the content; `finish()` it before the file is closed. Raises ArchiveUnusable for a short key."""
    if not secret:
        return Plain(file)
    if len(secret) < SHORTEST_KEY:
        raise ArchiveUnusable(f"BACKUP_KEY is too short: at least {SHORTEST_KEY} characters.")
    return Sealer(file, secret)


def opened(file, secret):
    """The content of a backup to read from. Raises ArchiveUnusable for what is none of ours, or has another key."""
    line = file.readline(LONGEST_LINE)
    if line == OPEN:
        return file
    if line == SEALED:
        if not secret:
            raise ArchiveUnusable("This backup is encrypted: set BACKUP_KEY to the key that it was made with.")
        return io.BufferedReader(Opener(file, secret), PIECE)
    if line.startswith(FAMILY) and line.endswith(b"\n"):
        raise ArchiveUnusable("This backup was made by a newer release of the site: install that one first.")
    raise ArchiveUnusable("This file is no backup of this site.")
