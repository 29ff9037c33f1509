"""One SQLCipher database, keyed by a passphrase: opened, checked and closed."""

import codecs
import contextlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from journey_viewer.errors import (
    CaseFileDamaged,
    CaseFileUnavailable,
    DiskFull,
    NotACaseFile,
    WrongPassphrase,
)

KDF_ROUNDS = 1_500_000
"""PBKDF2-HMAC-SHA512 rounds (SQLCipher's default is 256,000): about half a second on an ordinary computer.

A file's rounds stand nowhere in it, so this number is part of the format.
"""
PAGE = 4096
_PLAIN_SQLITE = b"SQLite format 3\x00"
_IN_TEXTS = bytes({*range(32, 256), *b"\t\n\f\r\x1b"})
_BUSY_SECONDS = 5.0
_BUSY = (
    "Somebody is saving to the case file just now, or its folder refuses locks.",
    "Try again in a moment. If it stays so, copy the file to this computer.",
)
_CACHE = "cache_size = -65536"  # 64 MB: a page is deciphered once


def connect(path: Path, passphrase: str, *, read_only: bool = False) -> Any:
    """A connection to a file that is there: a case file, or an empty one that is to become one.

    It commits each statement by itself and is usable from one thread at a time. Raises a JourneyError
    where there is none; WrongPassphrase also stands for a first page that is damaged: the two cannot be
    told apart.
    """
    from sqlcipher3 import dbapi2

    if not same_letters(passphrase):  # which would stand for no encryption at all
        raise WrongPassphrase
    with mended():
        connection = dbapi2.connect(
            uri_of(path, "ro" if read_only else "rw"),
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=_BUSY_SECONDS,
        )
    try:
        with mended():
            _unlock(connection, passphrase)
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: Any, passphrase: str) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to the terminal by itself
    connection.execute(f"PRAGMA key = {quoted(passphrase)}")
    connection.execute(f"PRAGMA kdf_iter = {KDF_ROUNDS}")
    connection.execute("SELECT count(*) FROM sqlite_master")  # the first read derives the key and tries it
    # The journal is SQLite's usual one, deleted at each commit; its mode is not set, since that would
    # change somebody else's file before we know that it is not ours.
    settings = ("synchronous = EXTRA", "fullfsync = ON", "secure_delete = ON", "temp_store = MEMORY", _CACHE)
    for pragma in settings:
        connection.execute(f"PRAGMA {pragma}")


def uri_of(path: Path, mode: str) -> str:
    """As SQLite is told of it, whatever is in its name."""
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"


def quoted(passphrase: str) -> str:
    """As an SQL text; the same letters typed on another keyboard are the same passphrase."""
    return "'" + same_letters(passphrase).replace("'", "''") + "'"


def same_letters(passphrase: str) -> str:
    """Unicode NFC, without the white space around it that pasting brings, and only what UTF-8 can say."""
    letters = unicodedata.normalize("NFC", passphrase.strip()).replace("\x00", "")
    return letters.encode(errors="replace").decode()


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what was there before a change, until the change is whole."""
    return path.with_name(f"{path.name}-journal")


def is_cut_off(path: Path) -> bool:
    """Whether a change was begun and not ended: by a crash, or by somebody who is still at it."""
    try:
        return journal_of(path).stat().st_size > 0
    except OSError:
        return False


def check_outside(path: Path) -> None:
    """What can be told without the passphrase. Raises NotACaseFile, CaseFileDamaged or CaseFileUnavailable."""
    size = _size(path)
    try:
        with path.open("rb") as stream:
            first_page = stream.read(PAGE)
    except OSError:
        raise CaseFileUnavailable from None
    if size and (first_page.startswith(_PLAIN_SQLITE) or _is_text(first_page)):
        raise NotACaseFile
    if not size or (size % PAGE and not is_cut_off(path)):
        raise CaseFileDamaged


def _size(path: Path) -> int:
    try:
        told = path.stat()
    except OSError:
        raise CaseFileUnavailable from None
    if not stat.S_ISREG(told.st_mode):  # a folder; and a pipe would keep us waiting
        raise NotACaseFile
    return told.st_size


def _is_text(first_page: bytes) -> bool:
    """A page of a case file is noise: it always has control characters in it, and never reads as UTF-16."""
    if not first_page.translate(None, _IN_TEXTS):
        return True
    with contextlib.suppress(UnicodeError):
        codecs.getincrementaldecoder("utf-16")().decode(first_page)
        return b"\x00\x00" not in first_page  # a page that a disk lost
    return False


def check_inside(connection: Any, path: Path) -> None:
    """Every page against its own code, and the tables against each other. Raises CaseFileDamaged."""
    with one_moment(connection):
        faults = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = not faults and connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
        size = _size(path)
    if not sound or size != pages * PAGE:
        raise CaseFileDamaged


@contextlib.contextmanager
def one_moment(connection: Any) -> Iterator[None]:
    """What is read inside is of one moment, whatever another program would commit meanwhile."""
    with mended():
        connection.execute("BEGIN")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")  # only now the others wait
            yield
        finally:
            if connection.in_transaction:
                connection.execute("COMMIT")


@contextlib.contextmanager
def mended() -> Iterator[None]:
    """Turns what SQLCipher raises into a sentence; its own messages may quote what was to be written."""
    from sqlcipher3 import dbapi2

    try:
        yield
    except dbapi2.Error as error:
        raise _sentence(getattr(error, "sqlite_errorname", "") or "", str(error)) from None


def _sentence(name: str, message: str) -> Exception:
    if name.startswith("SQLITE_NOTADB") or "not a database" in message:
        return WrongPassphrase()
    if name.startswith("SQLITE_FULL") or "disk is full" in message:
        return DiskFull()
    if name.startswith("SQLITE_CORRUPT") or "malformed" in message or "no such" in message:
        return CaseFileDamaged()
    if name.startswith("SQLITE_BUSY"):
        return CaseFileUnavailable(*_BUSY)
    return CaseFileUnavailable()
