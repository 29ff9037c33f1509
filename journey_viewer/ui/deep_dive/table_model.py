"""The rows of the chronology's table, in any order, with the long silences between them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from journey_viewer.measures.gaps import Gap, long_gaps
from journey_viewer.ui.deep_dive.seen import Seen
from journey_viewer.ui.deep_dive.table_rows import HEADINGS, MEANINGS, Column, Told, cells

Index = QModelIndex | QPersistentModelIndex
LINE = int(Qt.ItemDataRole.UserRole)
Line = int | Gap
"""A place among the case's touchpoints, or a stretch without contact."""
_LETTERS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True)
class Sorting:
    column: Column = Column.DATE
    backwards: bool = False


def gap_words(gap: Gap) -> str:
    return f"no contact for {gap.days:,} days"


class TableModel(QAbstractTableModel):
    """A line a touchpoint, and in the order of time one a long silence, which cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Told | None = None
        self.seen = Seen()
        self.sorting = Sorting()
        self.lines: list[Line] = []
        self._places: dict[int, int] = {}
        self._cells: dict[int, tuple[str, ...]] = {}

    def show_rows(self, told: Told | None, seen: Seen, sorting: Sorting) -> None:
        """Show these; who looks at it keeps what is selected by the rows' places in the journey."""
        self.beginResetModel()
        if told != self.told or seen.zero != self.seen.zero:
            self._cells.clear()
        self.told, self.seen, self.sorting = told, seen, sorting
        self.lines = [] if told is None else self._ordered()
        self._places = {line: place for place, line in enumerate(self.lines) if isinstance(line, int)}
        self.endResetModel()

    def place_of(self, row: int | None) -> int | None:
        """The line in which a touchpoint stands; None where it does not."""
        return None if row is None else self._places.get(row)

    def cells(self, row: int) -> tuple[str, ...]:
        """The words of a touchpoint's line."""
        if self.told is None:
            raise ValueError("nobody is shown")
        if row not in self._cells:
            self._cells[row] = cells(self.told, self.seen, row)
        return self._cells[row]

    def _ordered(self) -> list[Line]:
        rows, sorting = self.seen.listed, self.sorting
        if sorting.column is Column.DATE:
            lines = list[Line](rows) if self.seen.hides else self._with_gaps(rows)
            return lines[::-1] if sorting.backwards else lines
        filled = [row for row in rows if self.cells(row)[sorting.column]]
        empty = [row for row in rows if not self.cells(row)[sorting.column]]
        return [*sorted(filled, key=self._key, reverse=sorting.backwards), *empty]

    def _key(self, row: int) -> tuple[Any, ...]:
        column, words = self.sorting.column, self.cells(row)[self.sorting.column].casefold()
        if self.told is None or column not in (Column.SERVICE, Column.SOURCE):
            return (words,)
        touchpoints = self.told.case.touchpoints
        if column is Column.SOURCE:
            return int(touchpoints.source[row]), int(touchpoints.row[row])
        return int(touchpoints.service[row]), words

    def _with_gaps(self, rows: list[int]) -> list[Line]:
        """Each silence stands before whatever was missed in it."""
        lines = list[Line](rows)
        if self.told is not None:
            days = self.told.case.touchpoints.start.astype("datetime64[D]")
            for gap in reversed(long_gaps(self.told.case)):
                lines.insert(int(np.searchsorted(days, np.datetime64(gap.after), side="right")), gap)
        return lines

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not isinstance(self.lines[index.row()], int):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if isinstance(line, Gap):
            return gap_words(line) if role in _LETTERS and index.column() == 0 else None
        if role in _LETTERS:
            return self._words(line, index.column(), read_out=role != Qt.ItemDataRole.DisplayRole)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == Column.DATE:
            return "; ".join((*self._beside(index.row()), *self.seen.remarks(line)))
        return None

    def _words(self, row: int, column: int, *, read_out: bool) -> str:
        words = self.cells(row)[column]
        unsure = (
            read_out and column == Column.DATE and self.told and self.told.case.touchpoints.uncertain[row]
        )
        return f"{words}, date uncertain" if unsure else words

    def _beside(self, place: int) -> tuple[str, ...]:
        """What the line before says, where that is a silence: it cannot be reached itself."""
        before = self.lines[place - 1] if place else None
        return (f"after {gap_words(before)}",) if isinstance(before, Gap) else ()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role in _LETTERS:
            is_sorted = section == self.sorting.column
            ways = ("↑", "↓") if role == Qt.ItemDataRole.DisplayRole else (", sorted", ", sorted backwards")
            return f"{HEADINGS[section]} {ways[self.sorting.backwards]}" if is_sorted else HEADINGS[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{MEANINGS[section]} A click sorts by it."
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
