"""Copies of a case file beside it, encrypted as it is: the newest few, and one a day for a week of days."""

import contextlib
import re
from datetime import date, datetime
from pathlib import Path

from journey_viewer.files import write_file

NEWEST_KEPT = 3
DAYS_KEPT = 7
_STAMP = "%Y-%m-%d %H%M%S"


def backup_folder(path: Path) -> Path:
    """Where the backups of this case file are; it may not be there yet."""
    return path.with_name(f"{path.stem} backups")


def backups(path: Path) -> list[Path]:
    """The case file's backups, the newest first."""
    named = re.compile(rf"{re.escape(path.stem)} \d{{4}}-\d\d-\d\d \d{{6}}\.journey")
    try:
        found = [copy for copy in backup_folder(path).iterdir() if named.fullmatch(copy.name)]
    except OSError:
        return []
    return sorted(found, reverse=True)


def made_at(backup: Path) -> datetime:
    """When a backup was made."""
    return datetime.strptime(backup.stem[-len("2026-01-01 000000") :], _STAMP)


def make_backup(path: Path, now: datetime) -> Path:
    """Copy the case file as it stands, and let go of backups that are no longer needed.

    Only while nothing is being written to it. Raises FolderNotWritable.
    """
    made = backup_folder(path) / f"{path.stem} {now:{_STAMP}}.journey"
    write_file(made, path.read_bytes())
    for old in _no_longer_needed(backups(path)):
        with contextlib.suppress(OSError):
            old.unlink()
    return made


def delete_backups(path: Path) -> None:
    """Delete them all: they hold somebody who was taken out, or open with an old passphrase."""
    for backup in backups(path):
        backup.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # something else is in it
        backup_folder(path).rmdir()


def _no_longer_needed(newest_first: list[Path]) -> list[Path]:
    last_of_day: dict[date, Path] = {}
    for backup in newest_first:
        last_of_day.setdefault(made_at(backup).date(), backup)
    kept = {*newest_first[:NEWEST_KEPT], *list(last_of_day.values())[:DAYS_KEPT]}
    return [backup for backup in newest_first if backup not in kept]
