"""Copies of a case file beside it, encrypted as it is: the newest few, and one a day for a week of days."""

import contextlib
from datetime import date, datetime
from pathlib import Path

from journey_viewer.casefile.cipher import journal_of
from journey_viewer.errors import CaseFileUnavailable
from journey_viewer.files import write_file

NEWEST_KEPT = 3
DAYS_KEPT = 7
_STAMP = "%Y-%m-%d %H%M%S"


def backup_folder(path: Path) -> Path:
    """Where the backups of this case file are; it may not be there yet."""
    return path.with_name(f"{path.stem} backups")


def backups(path: Path) -> list[Path]:
    """The case file's backups, the newest first."""
    try:
        found = [copy for copy in backup_folder(path).iterdir() if _is_backup(copy, path)]
    except OSError:
        return []
    return sorted(found, reverse=True)


def _is_backup(copy: Path, path: Path) -> bool:
    try:
        return copy.name == _name(path, made_at(copy))
    except ValueError:
        return False


def _name(path: Path, made: datetime) -> str:
    return f"{path.stem} {made:{_STAMP}}.journey"


def made_at(backup: Path) -> datetime:
    """When a backup was made, or a damaged file put aside. Raises ValueError for a file that is neither."""
    return datetime.strptime(backup.stem[-len("2026-01-01 000000") :], _STAMP)


def make_backup(path: Path, now: datetime) -> Path:
    """Copy the case file as it stands, and let go of backups that are no longer needed.

    Only while nothing is being written to it. Raises CaseFileUnavailable or FolderNotWritable.
    """
    made = backup_folder(path) / _name(path, now)
    try:
        content = path.read_bytes()
    except OSError:
        raise CaseFileUnavailable from None
    write_file(made, content)
    for old in _no_longer_needed(backups(path)):
        with contextlib.suppress(OSError):
            old.unlink()
    return made


def aside(path: Path, now: datetime) -> Path:
    """Where a damaged case file is put when a backup takes its place."""
    return path.with_name(f"{path.stem} damaged {now:{_STAMP}}{path.suffix}")


def put_aside(path: Path) -> list[Path]:
    """Damaged editions of this file that a backup took the place of."""
    try:
        return sorted(copy for copy in path.parent.iterdir() if _is_put_aside(copy, path))
    except OSError:
        return []


def _is_put_aside(copy: Path, path: Path) -> bool:
    try:
        return copy.name == aside(path, made_at(copy)).name
    except ValueError:
        return False


def delete_backups(path: Path) -> None:
    """Delete them all, and what was put aside as damaged: they hold somebody who was taken out, or open with an old passphrase.

    Raises CaseFileUnavailable where that is not possible.
    """
    try:
        for copy in (*backups(path), *put_aside(path)):
            journal_of(copy).unlink(missing_ok=True)
            copy.unlink(missing_ok=True)
    except OSError:
        raise CaseFileUnavailable from None
    with contextlib.suppress(OSError):  # something else is in it
        backup_folder(path).rmdir()


def _no_longer_needed(newest_first: list[Path]) -> list[Path]:
    last_of_day: dict[date, Path] = {}
    for backup in newest_first:
        last_of_day.setdefault(made_at(backup).date(), backup)
    kept = {*newest_first[:NEWEST_KEPT], *list(last_of_day.values())[:DAYS_KEPT]}
    return [backup for backup in newest_first if backup not in kept]
