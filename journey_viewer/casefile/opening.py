"""From a path and a passphrase to an open case file, or to the sentence that says why not."""

import contextlib
import os
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from journey_viewer.casefile.backups import aside, backup_folder, backups, make_backup
from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.cipher import (
    check_inside,
    check_outside,
    connect,
    is_cut_off,
    journal_of,
    mended,
)
from journey_viewer.casefile.passphrases import check_passphrase
from journey_viewer.casefile.registers import openings
from journey_viewer.casefile.schema import APPLICATION_ID, VERSION, upgrade, version_of
from journey_viewer.casefile.writer import Writer
from journey_viewer.errors import (
    CaseFileDamaged,
    CaseFileExists,
    CaseFileReadOnly,
    CaseFileUnavailable,
    DiskFull,
    FileMissing,
    JourneyError,
    NewerCaseFile,
    NotACaseFile,
    OnlyBackupOpens,
    WrongPassphrase,
)
from journey_viewer.files import new_file_beside, put_in_place, remove_unfinished

_BACKUPS_TRIED = 2  # each costs the half second that a passphrase takes
_CUT_OFF = "The last change to the case file was cut off, and that can only be put right where the file may be written to."


def create_case_file(path: Path, passphrase: str) -> CaseFile:
    """A new, empty case file, open for writing.

    Raises WeakPassphrase, CaseFileExists, LocksRefused, FolderNotWritable, DiskFull or CaseFileUnavailable,
    and leaves nothing then.
    """
    check_passphrase(passphrase)
    writer = Writer(path)
    if _is_there(path) or not writer.take():
        raise CaseFileExists
    with ExitStack() as taken_back:
        taken_back.callback(writer.release)
        if _is_there(path):  # somebody was quicker
            raise CaseFileExists
        _make(path, passphrase)
        taken_back.callback(path.unlink, missing_ok=True)
        connection = connect(path, passphrase)
        taken_back.callback(connection.close)
        made = CaseFile(path, passphrase, connection, writer)
        made.begin()
        taken_back.pop_all()
    return made


def _make(path: Path, passphrase: str) -> None:
    """Put a whole case file there that holds nothing."""
    remove_unfinished(path.parent, path.name)
    with new_file_beside(path) as fresh:
        connection = connect(fresh, passphrase)
        try:
            with mended():
                upgrade(connection)
        finally:
            connection.close()
        _put_in_place(fresh, path)


def _put_in_place(fresh: Path, path: Path) -> None:
    """Where nothing is: a journal that was left there would be rolled back into the new file."""
    try:
        journal_of(path).unlink(missing_ok=True)
    except OSError:
        raise CaseFileUnavailable from None
    put_in_place(fresh, path)


def open_case_file(path: Path, passphrase: str, *, read_only: bool = False) -> CaseFile:
    """The case file, for writing unless it may only be looked at; every page of it was checked.

    Raises FileMissing, NotACaseFile, NewerCaseFile, CaseFileDamaged or CaseFileUnavailable; and
    WrongPassphrase, or OnlyBackupOpens where the passphrase opens a backup but not the file.
    """
    if not _is_there(path):
        raise FileMissing
    if read_only:
        return _opened(path, passphrase, "It was opened only to be looked at.")
    try:
        return _opened(path, passphrase)
    except DiskFull:  # there is no room even to write down that it was opened
        return _opened(path, passphrase, "The disk is full.")


def _opened(path: Path, passphrase: str, why: str = "") -> CaseFile:
    """``why`` it is opened only to be looked at, else ""."""
    path = path.resolve() if path.is_symlink() else path  # the lock and the backups are where the file is
    _check_outside(path)
    with ExitStack() as taken_back:
        writer, why = (None, why) if why else _writer(path)
        if writer is not None:
            taken_back.callback(writer.release)
        elif is_cut_off(path):
            _put_right(path, passphrase)
        connection = _connected(path, passphrase, read_only=writer is None)
        taken_back.callback(connection.close)
        _check(connection, path)
        if writer is None:
            opened = CaseFile(path, passphrase, connection, None, why or _who_has(connection))
        else:
            _bring_up_to_date(connection, path)
            opened = CaseFile(path, passphrase, connection, writer)
            opened.begin()
            remove_unfinished(path.parent, path.name)
            remove_unfinished(backup_folder(path))
        taken_back.pop_all()
    return opened


def last_good_backup(path: Path, passphrase: str) -> Path | None:
    """The newest backup that this passphrase opens and that is whole."""
    return next((backup for backup in backups(path) if _is_good(backup, passphrase)), None)


def put_back(path: Path, backup: Path, now: datetime) -> Path:
    """Put a backup in the case file's place; returns where the damaged file was put aside.

    Raises CaseFileReadOnly where somebody has it open, CaseFileUnavailable or FolderNotWritable.
    """
    damaged = aside(path, now)
    writer = Writer(path)
    if not writer.take():
        raise CaseFileReadOnly
    try:
        with new_file_beside(path) as fresh:
            fresh.write_bytes(backup.read_bytes())
            for there, put in ((path, damaged), (journal_of(path), journal_of(damaged))):
                with contextlib.suppress(FileNotFoundError):
                    there.rename(put)
            _put_in_place(fresh, path)
    except OSError:
        raise CaseFileUnavailable from None
    finally:
        writer.release()
    return damaged


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        raise CaseFileUnavailable from None


def _check_outside(path: Path) -> None:
    """Whatever is there instead of a case file that has backups, it is damage."""
    try:
        check_outside(path)
    except NotACaseFile:
        if backups(path):
            raise CaseFileDamaged from None
        raise


def _writer(path: Path) -> tuple[Writer | None, str]:
    """The right to write; or else why there is none, "" where that is because somebody has it."""
    if not os.access(path, os.W_OK):
        return None, "The file is write-protected."
    writer = Writer(path)
    try:
        return (writer, "") if writer.take() else (None, "")
    except JourneyError as error:
        return None, error.what


def _put_right(path: Path, passphrase: str) -> None:
    """Undo a change that a crash cut off: a connection that may only read cannot. Raises CaseFileUnavailable."""
    writer, why = _writer(path)
    if writer is not None:
        try:
            _connected(path, passphrase, read_only=False).close()
        finally:
            writer.release()
    elif why:
        raise CaseFileUnavailable(_CUT_OFF)


def _who_has(connection: Any) -> str:
    """Whoever opened it last: they write that down before anything else."""
    with mended():
        last = openings(connection)[-1:]
    if not last or last[0].closed:
        return "Somebody else has it open."
    opened = last[0].opened
    return f"{last[0].by} on {last[0].computer} has it open since {opened:%H:%M} on {opened.day} {opened:%B}."


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
