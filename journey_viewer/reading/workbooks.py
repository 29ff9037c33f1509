"""A workbook becomes sheets: read in a child process that may die of it, and then by another parser."""

import multiprocessing
from collections.abc import Generator
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic
from typing import Any

from journey_viewer.errors import PasswordProtected, WorkbookBroken
from journey_viewer.model.progress import Progress
from journey_viewer.reading.sheets import Sheet, SheetBuilder, rows_in_words
from journey_viewer.reading.workbook_child import MEMORY_BYTES, Parser, Told, send_sheets
from journey_viewer.reading.workbook_parts import cells_claimed, is_open_xml

MAX_ROWS = 1_048_576
"""An .xlsx sheet has no more rows, so what a damaged one says of its size is no total."""

MOST_CELLS = MEMORY_BYTES // 48
"""Calamine takes 32 bytes for each cell of the rectangle around all that is filled: where a sheet says that
it spans more than this, that would be most of the memory there is."""

_START_SECONDS = 20.0
"""A cold machine takes a while to start a process; that says nothing about the workbook."""
_SILENCE_SECONDS = 2.2
_SILENCE_SECONDS_PER_MEGABYTE = 10.0
"""Both parsers together give up on a small workbook within five seconds: nobody waits for a damaged file."""
_MOST_SHEETS = 500
_LONGEST_SECONDS = 600.0
_LOOK_SECONDS = 0.1


def read_workbook(path: Path) -> Generator[Progress, None, list[Sheet]]:
    """All worksheets, hidden ones too, formulas as the values kept with them.

    Yields rows read of rows expected. Closing it ends the child process.
    Raises PasswordProtected or WorkbookBroken.
    """
    until = monotonic() + _LONGEST_SECONDS
    first, *others = _parsers(path)
    try:
        return (yield from _read_with(first, path, until))
    except WorkbookBroken:
        if not others:
            raise
        return (yield from _read_with(others[0], path, until))


def _parsers(path: Path) -> tuple[Parser, ...]:
    """Which to try, in this order. What says that it is vast is never given to the one that makes room for it all."""
    if not is_open_xml(path):
        return (Parser.CALAMINE,)
    if cells_claimed(path) > MOST_CELLS:
        return (Parser.OPENPYXL,)
    return (Parser.CALAMINE, Parser.OPENPYXL)


def _read_with(parser: Parser, path: Path, until: float) -> Generator[Progress, None, list[Sheet]]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=send_sheets, args=(path, parser, theirs), daemon=True)
    child.start()
    theirs.close()
    import pandas as pd  # noqa: F401 - the tables need it soon, and the child takes as long to start

    try:
        return (yield from _receive(ours, _patience(path), until))
    finally:
        _end(child)
        ours.close()


def _receive(connection: Connection, patience: float, until: float) -> Generator[Progress, None, list[Sheet]]:
    builders: list[SheetBuilder] = []
    done = expected = before = 0
    allowed = _START_SECONDS
    heard = monotonic()
    while True:
        yield Progress(min(done, expected), expected, rows_in_words(done))
        if not _has_message(connection):
            now = monotonic()
            if now - heard > allowed or now > until:
                raise WorkbookBroken
            continue
        told, *content = _message(connection)
        heard = monotonic()
        if len(builders) > _MOST_SHEETS:
            raise WorkbookBroken
        if told is Told.READY:
            allowed = patience
        elif told is Told.SHEET:
            builders.append(SheetBuilder(content[0], from_1904=content[2]))
            before = done
            expected += min(content[1], MAX_ROWS)
        elif told is Told.ROWS:
            builders[-1].add(content[0])
            done += len(content[0])
            if done - before > MAX_ROWS or monotonic() > until:
                raise WorkbookBroken
        elif told is Told.DONE:
            return [builder.sheet() for builder in builders]
        else:
            raise PasswordProtected if told is Told.PASSWORD else WorkbookBroken


def _has_message(connection: Connection) -> bool:
    try:
        return connection.poll(_LOOK_SECONDS)
    except OSError:  # on Windows, where the child is gone
        raise WorkbookBroken from None


def _message(connection: Connection) -> tuple[Any, ...]:
    try:
        return connection.recv()
    except (EOFError, OSError):  # the child is gone
        raise WorkbookBroken from None


def _patience(path: Path) -> float:
    """How many seconds of silence are too many: a parser takes a while before its first row."""
    return _SILENCE_SECONDS + _SILENCE_SECONDS_PER_MEGABYTE * path.stat().st_size / 1e6


def _end(child: SpawnProcess) -> None:
    if child.is_alive():
        child.kill()
    child.join()
    child.close()
