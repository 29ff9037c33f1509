"""Who opened the file, and what left it: written of its own accord, never undone."""

import getpass
import platform
from datetime import datetime
from typing import Any

from journey_viewer.casefile.codec import as_json, from_json, storable
from journey_viewer.model.registers import Export, Opening


def who_we_are() -> tuple[str, str]:
    """The account, "" where it has no name, and the computer."""
    try:
        account = getpass.getuser()
    except (OSError, KeyError, ImportError):
        account = ""
    return storable(account), storable(platform.node())


def begin_opening(connection: Any, now: datetime) -> int:
    """Write down that we opened the file; returns the opening's number."""
    values = (now.isoformat(), *who_we_are())
    cursor = connection.execute("INSERT INTO opening (opened, by, computer) VALUES (?, ?, ?)", values)
    return int(cursor.lastrowid)


def end_opening(connection: Any, number: int, now: datetime) -> None:
    connection.execute("UPDATE opening SET closed = ? WHERE number = ?", (now.isoformat(), number))


def openings(connection: Any) -> tuple[Opening, ...]:
    """All of them, the newest last."""
    rows = connection.execute("SELECT number, opened, closed, by, computer FROM opening ORDER BY number")
    return tuple(
        Opening(
            number,
            datetime.fromisoformat(opened),
            datetime.fromisoformat(closed) if closed else None,
            by,
            where,
        )
        for number, opened, closed, by, where in rows
    )


def add_export(connection: Any, export: Export) -> None:
    values = (export.made.isoformat(), as_json(export))
    connection.execute("INSERT INTO export (made, told) VALUES (?, ?)", values)


def exports(connection: Any) -> tuple[Export, ...]:
    """All of them, the newest last."""
    rows = connection.execute("SELECT told FROM export ORDER BY number")
    return tuple(from_json(Export, told) for (told,) in rows)
