"""From a path and a passphrase to an open case file, or to the sentence that says why not."""

import os
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from journey_viewer.casefile.backups import backups, make_backup
from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.cipher import check_inside, check_outside, connect, mended
from journey_viewer.casefile.registers import openings
from journey_viewer.casefile.schema import APPLICATION_ID, VERSION, upgrade, version_of
from journey_viewer.casefile.writer import Writer
from journey_viewer.errors import (
    CaseFileExists,
    CaseFileUnavailable,
    FileMissing,
    JourneyError,
    NewerCaseFile,
    NotACaseFile,
    OnlyBackupOpens,
    WrongPassphrase,
)
from journey_viewer.files import write_file

_BACKUPS_TRIED = 2  # each costs the half second that a passphrase takes


def create_case_file(path: Path, passphrase: str) -> CaseFile:
    """A new, empty case file, open for writing. Raises CaseFileExists, LocksRefused or CaseFileUnavailable."""
    writer = Writer(path)
    if path.exists() or not writer.take():
        raise CaseFileExists
    with ExitStack() as taken_back:
        taken_back.callback(writer.release)
        taken_back.callback(path.unlink, missing_ok=True)
        connection = connect(path, passphrase, create=True)
        taken_back.callback(connection.close)
        with mended():
            upgrade(connection)
        made = CaseFile(path, connection, writer)
        made.begin()
        taken_back.pop_all()
    return made


def open_case_file(path: Path, passphrase: str, *, read_only: bool = False) -> CaseFile:
    """The case file, for writing unless it may only be looked at; every page of it was checked.

    Raises FileMissing, NotACaseFile, NewerCaseFile, CaseFileDamaged or CaseFileUnavailable; and
    WrongPassphrase, or OnlyBackupOpens where the passphrase opens a backup but not the file.
    """
    if not path.is_file():
        raise FileMissing
    check_outside(path)
    with ExitStack() as taken_back:
        writer, why = (None, "It was opened only to be looked at.") if read_only else _writer(path)
        if writer is not None:
            taken_back.callback(writer.release)
        connection = _connected(path, passphrase, read_only=writer is None)
        taken_back.callback(connection.close)
        _check(connection, path)
        if writer is None:
            opened = CaseFile(path, connection, None, why or _who_has(connection))
        else:
            _bring_up_to_date(connection, path)
            opened = CaseFile(path, connection, writer)
            opened.begin()
        taken_back.pop_all()
    return opened


def last_good_backup(path: Path, passphrase: str) -> Path | None:
    """The newest backup that this passphrase opens and that is whole."""
    return next((backup for backup in backups(path) if _is_good(backup, passphrase)), None)


def put_back(path: Path, backup: Path, now: datetime) -> Path:
    """Put a backup in the case file's place; returns where the damaged file was put aside.

    Raises CaseFileUnavailable.
    """
    aside = path.with_name(f"{path.stem} damaged {now:%Y-%m-%d %H%M%S}{path.suffix}")
    try:
        path.rename(aside)
    except OSError:
        raise CaseFileUnavailable from None
    write_file(path, backup.read_bytes())
    return aside


def _writer(path: Path) -> tuple[Writer | None, str]:
    """The right to write; or else why there is none, "" where that is because somebody has it."""
    if not os.access(path, os.W_OK):
        return None, "The file is write-protected."
    writer = Writer(path)
    try:
        return (writer, "") if writer.take() else (None, "")
    except CaseFileUnavailable as error:
        return None, error.what


def _who_has(connection: Any) -> str:
    with mended():
        last = [opening for opening in openings(connection) if opening.closed is None][-1:]
    who = f"{last[0].by} on {last[0].computer}" if last else "Somebody else"
    since = f" since {last[0].opened:%H:%M on %d %B}" if last else ""
    return f"{who} has it open{since}."


def _connected(path: Path, passphrase: str, *, read_only: bool) -> Any:
    try:
        return connect(path, passphrase, read_only=read_only)
    except WrongPassphrase:
        if any(_is_good(backup, passphrase) for backup in backups(path)[:_BACKUPS_TRIED]):
            raise OnlyBackupOpens from None
        raise


def _is_good(path: Path, passphrase: str) -> bool:
    try:
        check_outside(path)
        connection = connect(path, passphrase, read_only=True)
    except JourneyError:
        return False
    try:
        _check(connection, path)
    except JourneyError:
        return False
    finally:
        connection.close()
    return True


def _check(connection: Any, path: Path) -> None:
    with mended():
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        version = version_of(connection)
    if not ours:
        raise NotACaseFile
    if version > VERSION:
        raise NewerCaseFile
    check_inside(connection, path)


def _bring_up_to_date(connection: Any, path: Path) -> None:
    if version_of(connection) < VERSION:
        make_backup(path, datetime.now())
        with mended():
            upgrade(connection)
