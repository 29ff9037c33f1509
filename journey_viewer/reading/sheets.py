"""A sheet as it was read: columns in which each different cell is kept once."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.phrases import many
from journey_viewer.model.touchpoints import Texts
from journey_viewer.reading.workbook_child import MAX_COLUMNS

Cell = str | int | float | datetime | date | time | timedelta

_GUARDED = re.compile(r"""="([^"]*)"|'([0-9].*)""")
_NUMBER_AS_TEXT = re.compile(r"([0-9]+)\.0+")
HEAD_ROWS = 30
"""How many rows from the top may hold the heading row."""


@dataclass(frozen=True, eq=False, repr=False)
class Column:
    """One column: ``codes``, one int32 a row, is the place of the row's cell in ``cells``.

    Whatever is found out about a cell is found out once for each different cell.
    """

    codes: NDArray[np.int32]
    cells: tuple[Cell, ...]

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> Self:
        texts = Texts.of(list(cells))  # type: ignore[arg-type]  # it asks of them only that they hash
        return cls(texts.codes, texts.words)

    @classmethod
    def blank_rows(cls, rows: int) -> Self:
        """A column with nothing in it."""
        return cls(np.zeros(rows, np.int32), ("",))

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def blank(self) -> NDArray[np.bool_]:
        """True where the row's cell holds nothing to read."""
        return self.each(lambda cell: isinstance(cell, str) and not cell.strip(), np.bool_)

    def each(self, meaning: Callable[[Cell], Any], kind: Any) -> NDArray[Any]:
        """What ``meaning`` says of every row's cell, as an array of this dtype."""
        return np.array([meaning(cell) for cell in self.cells], dtype=kind)[self.codes]

    def texts(self, said: Callable[[Cell], str]) -> Texts:
        """The column as text, each cell put into words by ``said``."""
        words = Texts.of([said(cell) for cell in self.cells])
        return Texts(words.codes[self.codes], words.words)

    def take(self, rows: NDArray[Any] | slice) -> Self:
        """These rows, and of the cells only those that they hold."""
        codes = self.codes[rows]
        held = np.flatnonzero(np.bincount(codes, minlength=len(self.cells)))
        places = np.zeros(len(self.cells), np.int32)
        places[held] = np.arange(len(held), dtype=np.int32)
        return type(self)(places[codes], tuple(self.cells[place] for place in held))


def in_words(cell: Cell) -> str:
    """The cell as one line of text, without stray spaces."""
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    return " ".join(cell.split()) if isinstance(cell, str) else str(cell)


def without_point_zero(text: str) -> str:
    """A whole number that went through a spreadsheet without its ".0"; any other text as it is."""
    number = _NUMBER_AS_TEXT.fullmatch(text)
    return number[1] if number else text


def rows_in_words(rows: int) -> str:
    """How many rows, to be shown while they are read."""
    return many(rows, "row")


def is_guarded(cell: Cell) -> bool:
    """True of text that was kept from a spreadsheet's meddling: ="0123" or '0123."""
    return isinstance(cell, str) and _GUARDED.fullmatch(cell) is not None


def unguarded(column: Column) -> Column:
    """The column with the text that was meant."""

    def meant(cell: Cell) -> Cell:
        guarded = _GUARDED.fullmatch(cell) if isinstance(cell, str) else None
        return (guarded[1] or guarded[2] or "") if guarded else cell

    return Column(column.codes, tuple(map(meant, column.cells)))


def first_filled(columns: Sequence[Column]) -> Column:
    """In every row the cell of the first of these columns that has one."""
    filled = columns[0]
    for other in columns[1:]:
        codes = np.where(filled.blank, other.codes + len(filled.cells), filled.codes)
        filled = Column(codes.astype(np.int32), filled.cells + other.cells)
    return filled


def all_joined(columns: Sequence[Column], between: str) -> Column:
    """In every row the cells of all these columns that have one, as one text."""

    def together(one: Cell, other: Cell) -> Cell:
        return between.join(dict.fromkeys(filter(None, (in_words(one), in_words(other)))))

    joined = columns[0]
    for column in columns[1:]:
        joined = paired(joined, column, together)
    return joined


def paired(one: Column, other: Column, said: Callable[[Cell, Cell], Cell]) -> Column:
    """In every row what is said of the cells of both, found out once for each different pair."""
    width = len(other.cells)
    pairs, codes = np.unique(one.codes.astype(np.int64) * width + other.codes, return_inverse=True)
    places = zip((pairs // width).tolist(), (pairs % width).tolist(), strict=True)
    cells = tuple(said(one.cells[first], other.cells[second]) for first, second in places)
    return Column(codes.astype(np.int32), cells)


@dataclass(frozen=True, eq=False, repr=False)
class Sheet:
    """Everything on one sheet of a workbook, or in a text file.

    ``head``: the first rows as they stand. ``columns``: as many as the longest of them has
    cells. ``overflows``: true of a row that has something further right. ``delimited`` is
    true of a text file, where a row with more cells than the heading has come apart at a
    separator inside a cell. ``from_1904``: its bare day numbers count from 1904.
    """

    name: str
    head: tuple[tuple[Cell, ...], ...]
    columns: tuple[Column, ...]
    overflows: NDArray[np.bool_]
    delimited: bool = False
    from_1904: bool = False

    def __len__(self) -> int:
        return len(self.overflows)


class SheetBuilder:
    """Takes rows as they come and keeps each column's different cells once."""

    def __init__(self, name: str, *, delimited: bool = False, from_1904: bool = False) -> None:
        self._name = name
        self._delimited = delimited
        self._from_1904 = from_1904
        self._head: list[tuple[Cell, ...]] = []
        self._places: list[defaultdict[Cell, int]] = []
        self._codes: list[list[NDArray[np.int32]]] = []
        self._overflows = [np.zeros(0, np.bool_)]

    @property
    def rows(self) -> int:
        """How many rows were added."""
        return sum(map(len, self._overflows))

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self._places)

    def begin(self, head: Sequence[Sequence[Cell]]) -> None:
        """The first rows, which settle how many columns there are; they are still to be added."""
        self._head = [tuple(row[:MAX_COLUMNS]) for row in head[:HEAD_ROWS]]
        self._places = [_places() for _ in range(max(map(len, self._head), default=0))]
        self._codes = [[] for _ in self._places]

    def add(self, rows: Sequence[Sequence[Cell]]) -> None:
        """More rows, of whatever lengths."""
        if not rows:
            return
        if not self._head:
            self.begin(rows)
        overflows = np.zeros(len(rows), np.bool_)
        if max(map(len, rows)) > self.width:
            overflows[:] = [any(cell != "" for cell in row[self.width :]) for row in rows]
            rows = [row[: self.width] for row in rows]
        self._overflows.append(overflows)
        columns = list(zip_longest(*rows, fillvalue=""))
        for place, codes in enumerate(self._codes):
            cells = columns[place] if place < len(columns) else ("",) * len(rows)
            codes.append(self._codes_of(place, cells))

    def add_columns(self, columns: Sequence[Column]) -> None:
        """More rows as columns: as many as there are, and one that is filled where a row goes on."""
        self._overflows.append(~columns[self.width].each(lambda cell: cell == "", np.bool_))
        for place, column in enumerate(columns[: self.width]):
            self._codes[place].append(self._codes_of(place, column.cells)[column.codes])

    def _codes_of(self, place: int, cells: Sequence[Cell]) -> NDArray[np.int32]:
        return np.fromiter(map(self._places[place].__getitem__, cells), np.int32, len(cells))

    def sheet(self) -> Sheet:
        """The sheet of all rows that were added."""
        columns = tuple(
            Column(np.concatenate(codes), tuple(places))
            for codes, places in zip(self._codes, self._places, strict=True)
        )
        overflows = np.concatenate(self._overflows)
        return Sheet(
            self._name, tuple(self._head), columns, overflows, self._delimited, from_1904=self._from_1904
        )


def _places() -> defaultdict[Cell, int]:
    """The place of each different cell, given out as they come."""
    places: defaultdict[Cell, int] = defaultdict()
    places.default_factory = places.__len__
    return places
