"""The tables of a case file, and how an older file's become today's."""

from collections.abc import Callable, Sequence
from typing import Any

APPLICATION_ID = 0x4A524E59
"""Says "a case file of ours" in the file's header: the letters JRNY."""

Step = Callable[[Any], None]
"""Takes a connection from one version to the next, inside the caller's transaction."""

_FIRST = (
    """CREATE TABLE person (
        place INTEGER PRIMARY KEY, name TEXT NOT NULL, nhs_number TEXT NOT NULL, local_id TEXT NOT NULL,
        born TEXT, died TEXT, sex TEXT NOT NULL)""",
    """CREATE TABLE source (
        place INTEGER PRIMARY KEY, file TEXT NOT NULL, sheet TEXT NOT NULL, recognised_as TEXT NOT NULL,
        told TEXT NOT NULL)""",
    """CREATE TABLE touchpoint (
        number INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES person,
        service TEXT NOT NULL, kind TEXT NOT NULL, outcome TEXT NOT NULL,
        start TEXT NOT NULL, "end" TEXT, timed INTEGER NOT NULL, uncertain INTEGER NOT NULL,
        named TEXT NOT NULL, reason TEXT NOT NULL, clinician TEXT NOT NULL, place TEXT NOT NULL,
        mode TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source, row INTEGER NOT NULL)""",
    "CREATE INDEX touchpoint_of_person ON touchpoint (person)",
    """CREATE TABLE problem (
        place INTEGER PRIMARY KEY, file TEXT NOT NULL, sheet TEXT NOT NULL, row INTEGER NOT NULL,
        "column" TEXT NOT NULL, reason TEXT NOT NULL)""",
    """CREATE TABLE record (
        kind TEXT NOT NULL, key INTEGER NOT NULL, told TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID""",
    """CREATE TABLE opening (
        number INTEGER PRIMARY KEY, opened TEXT NOT NULL, closed TEXT, by TEXT NOT NULL, computer TEXT NOT NULL)""",
    """CREATE TABLE export (
        number INTEGER PRIMARY KEY, made TEXT NOT NULL, told TEXT NOT NULL)""",
)


def _first(connection: Any) -> None:
    for statement in _FIRST:
        connection.execute(statement)


def _sharing(_connection: Any) -> None:
    """How cases are shared is told in records, which the first version has no words for; the tables stay."""


def _meetings(_connection: Any) -> None:
    """Meetings, and what is kept of actions since there are any, are told in records; the tables stay."""


def _named_gp(connection: Any) -> None:
    """The usual GP that a list names for a person."""
    connection.execute("ALTER TABLE person ADD COLUMN named_gp TEXT NOT NULL DEFAULT ''")


STEPS: tuple[Step, ...] = (_first, _sharing, _meetings, _named_gp)
"""One step a version. A step that has been released is never changed: a new one follows it."""

VERSION = len(STEPS)


def version_of(connection: Any) -> int:
    """Which version the open file has; 0 of a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: Any, steps: Sequence[Step] = STEPS) -> None:
    """Take the open file to the last version, all or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version_of(connection) :]:
            step(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
