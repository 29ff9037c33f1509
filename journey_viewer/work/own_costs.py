"""Unit costs from a table that the user edited."""

from pathlib import Path

from journey_viewer.errors import FileMissing, FileTooLarge, FileUnreadable
from journey_viewer.measures.unit_costs import UnitCosts, read_unit_costs

_MOST_BYTES = 1_000_000


def unit_costs_from(path: Path) -> UnitCosts:
    """The user's own table.

    As Excel saves it: UTF-8 or, failing that, Windows-1252. Raises FileMissing, FileUnreadable or FileTooLarge.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise FileMissing from None
    except OSError:
        raise FileUnreadable from None
    if len(content) > _MOST_BYTES:
        raise FileTooLarge
    try:
        return read_unit_costs(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return read_unit_costs(content.decode("cp1252", errors="replace"))
