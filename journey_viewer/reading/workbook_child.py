"""The child process in which a workbook is parsed: whatever it does to its parser, only this process dies.

It imports neither numpy nor pandas, so that it starts at once and its memory limit means something.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, time, timedelta
from enum import Enum
from importlib import import_module
from itertools import islice
from math import isfinite
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from journey_viewer.reading.outside_links import is_copy_of_outside
from journey_viewer.reading.workbook_parts import Merged, counts_from_1904, merged_down

MEMORY_BYTES = 3_000_000_000
MAX_COLUMNS = 1024
"""Cells further right than this are left out: no list has so many columns, a damaged one may."""

_ROWS_AT_ONCE = 2_000


class Parser(Enum):
    """The package that reads the workbook: the fast one first, the other where it fails."""

    CALAMINE = "python_calamine"
    OPENPYXL = "openpyxl"


class Told(Enum):
    """What the child says, first in each message."""

    READY = "ready"  # from now on it reads
    SHEET = "sheet"  # name, rows or 0 where they are not known, whether its day numbers count from 1904
    ROWS = "rows"  # a list of rows
    DONE = "done"
    PASSWORD = "password"  # noqa: S105 - a word, not a secret
    BROKEN = "broken"


def send_sheets(path: Path, parser: Parser, connection: Connection) -> None:
    """Say all that ``tell_sheets`` says, as a process of its own."""
    _be_silent()
    _limit_memory()
    with suppress(BrokenPipeError):  # the parent has stopped
        tell_sheets(path, parser, connection.send)


def tell_sheets(path: Path, parser: Parser, say: Callable[[tuple[Any, ...]], None]) -> None:
    """Say every sheet of the workbook, row by row, then how it ended.

    Nothing else is said: messages of parsers quote cell values.
    """
    read = _calamine_sheets if parser is Parser.CALAMINE else _openpyxl_sheets
    try:
        import_module(parser.value)
        say((Told.READY,))
        from_1904 = counts_from_1904(path)
        for name, height, rows in read(path):
            say((Told.SHEET, name, height, from_1904))
            while chunk := list(islice(rows, _ROWS_AT_ONCE)):
                say((Told.ROWS, chunk))
        say((Told.DONE,))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a parser raises ends here, in this process
        protected = type(error).__name__ == "PasswordError"
        say((Told.PASSWORD if protected else Told.BROKEN,))
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what a parser in Rust raises, and no Exception
            raise
        say((Told.BROKEN,))


def _be_silent() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _limit_memory() -> None:
    """No more memory than a real workbook needs, and no core dump: it would hold the list."""
    try:
        import resource  # Windows has none; there the parent's deadline has to do
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    allowed = MEMORY_BYTES if most == resource.RLIM_INFINITY else min(MEMORY_BYTES, most)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _calamine_sheets(path: Path) -> Iterator[tuple[str, int, Iterator[list[Any]]]]:
    import python_calamine  # only this process needs it

    with python_calamine.load_workbook(str(path)) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.typ is python_calamine.SheetTypeEnum.WorkSheet and not is_copy_of_outside(sheet.name):
                cells = workbook.get_sheet_by_name(sheet.name)
                rows = map(_plain_row, cells.iter_rows())
                yield sheet.name, cells.height, _unmerged(rows, _merged_down(cells))


def _merged_down(cells: Any) -> Merged:
    merged: Merged = {}
    left = (cells.start or (0, 0))[1]
    for (first, column), (last, _) in cells.merged_cell_ranges or ():
        if last > first and column >= left:
            merged.setdefault(first, []).append((column - left, last))
    return merged


def _unmerged(rows: Iterable[list[Any]], merged: Merged) -> Iterator[list[Any]]:
    """The rows with the value of a range that is merged downwards in each of its rows."""
    if not merged:
        yield from rows
        return
    going_on: dict[int, tuple[Any, int]] = {}
    for place, row in enumerate(rows):
        for column, (value, last) in list(going_on.items()):
            if place > last:
                del going_on[column]
            elif value != "":
                row.extend([""] * (column + 1 - len(row)))
                row[column] = value if row[column] == "" else row[column]
        for column, last in merged.get(place, ()):
            if column < len(row):
                going_on[column] = row[column], last
        yield row


def _openpyxl_sheets(path: Path) -> Iterator[tuple[str, int, Iterator[list[Any]]]]:
    import openpyxl  # only this process needs it

    with path.open("rb") as stream:  # of a path it would look at the ending
        workbook = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what the file says of its size may be wrong
            part = getattr(sheet, "_worksheet_path", "")  # nothing public says it, nor what is merged
            rows = map(_plain_row, sheet.iter_rows(values_only=True))
            yield sheet.title, 0, _unmerged(rows, merged_down(path, part))


def _plain_row(row: Sequence[Any]) -> list[Any]:
    cells = list(row[:MAX_COLUMNS])
    if set(map(type, cells)) <= _ONLY_TEXT and _ERRORS.isdisjoint(cells):
        return cells
    return list(map(_plain, cells))


def _plain(cell: Any) -> Any:
    """The cell so that equal ones mean the same: whole numbers as int, truth values as text, nothing as ""."""
    kind = type(cell)
    if kind is str:
        return "" if cell.startswith("#") and cell in _ERRORS else cell
    if cell is None:
        return ""
    if kind is bool:
        return "TRUE" if cell else "FALSE"
    if kind is float:
        return _plain_number(cell)
    if kind is datetime:
        return cell.replace(tzinfo=None)
    return cell if kind in _KINDS else ""


def _plain_number(number: float) -> int | float | str:
    if not isfinite(number):
        return ""
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


_ONLY_TEXT = frozenset({str})
_KINDS = frozenset({int, time, timedelta, type(datetime.min.date())})
_ERRORS = frozenset({"#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
