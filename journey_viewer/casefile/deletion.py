"""A case file is deleted: with its backups, and with what was put aside as damaged."""

from pathlib import Path

from journey_viewer.casefile.backups import backups, delete_backups, put_aside
from journey_viewer.errors import CaseFileUnavailable


def copies_of(path: Path) -> int:
    """How many copies of it are beside it."""
    return len(backups(path)) + len(put_aside(path))


def delete_case_file(path: Path) -> None:
    """Delete the file, once it is closed, and every copy beside it; what was copied elsewhere stays.

    The copies go first, so that what could not be deleted can still be found. Raises CaseFileUnavailable.
    """
    try:
        delete_backups(path)
        path.unlink(missing_ok=True)
    except OSError:
        raise CaseFileUnavailable from None
