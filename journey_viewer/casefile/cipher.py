"""One SQLCipher database, keyed by a passphrase: opened, checked and closed."""

import contextlib
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
_BUSY_SECONDS = 5.0


def connect(path: Path, passphrase: str, *, create: bool = False, read_only: bool = False) -> Any:
    """A connection that autocommits, usable from one thread at a time. Raises a JourneyError where there is none.

    WrongPassphrase also stands for a first page that is damaged: the two cannot be told apart.
    """
    from sqlcipher3 import dbapi2

    mode = "rwc" if create else "ro" if read_only else "rw"
    with mended():
        connection = dbapi2.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}",
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
    for pragma in (
        "journal_mode = DELETE",
        "synchronous = EXTRA",
        "secure_delete = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def quoted(passphrase: str) -> str:
    """As an SQL text; the same letters typed on another keyboard are the same passphrase."""
    return "'" + same_letters(passphrase).replace("'", "''") + "'"


def same_letters(passphrase: str) -> str:
    """Unicode NFC, without the white space around it that pasting brings."""
    return unicodedata.normalize("NFC", passphrase.strip()).replace("\x00", "")


def check_outside(path: Path) -> None:
    """What can be told without the passphrase. Raises NotACaseFile, CaseFileDamaged or CaseFileUnavailable."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(len(_PLAIN_SQLITE))
    except OSError:
        raise CaseFileUnavailable from None
    if not size:
        raise CaseFileDamaged
    if head == _PLAIN_SQLITE or all(32 <= byte < 127 or byte in b"\t\r\n" for byte in head):
        raise NotACaseFile


def check_inside(connection: Any, path: Path) -> None:
    """Every page against its own code, and the tables against each other. Raises CaseFileDamaged."""
    with mended():
        faults = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = not faults and connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    if not sound or path.stat().st_size != pages * PAGE:
        raise CaseFileDamaged


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
    if name.startswith("SQLITE_CORRUPT") or "malformed" in message:
        return CaseFileDamaged()
    return CaseFileUnavailable()
