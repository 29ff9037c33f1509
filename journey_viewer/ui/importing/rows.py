"""Frozen values as the rows of a table: the lists that were read, and the rows that could not be."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from journey_viewer.model.days import day_in_words
from journey_viewer.model.imported import Problem, Source
from journey_viewer.ui.parts import moment

Index = QModelIndex | QPersistentModelIndex
Column = tuple[str, Callable[[Any], Any], str]
"""Heading, what it shows of a row, and what that means."""


def _where(source: Source | Problem) -> str:
    return f"{source.file}, {source.sheet}" if source.sheet else source.file


def _remarks(source: Source) -> str:
    return " ".join(source.remarks)


def _recognised(source: Source) -> str:
    return f"{source.recognised_as} ({source.sure})" if source.sure else source.recognised_as


def _list(source: Source) -> str:
    read = source.imported
    when = "" if read is None else f"read {moment(read)}"
    return "\n".join(part for part in (_where(source), when) if part)


def _days(source: Source) -> str:
    window = source.window
    return "" if window is None else f"{day_in_words(window.first)} to\n{day_in_words(window.last)}"


SOURCE_COLUMNS: tuple[Column, ...] = (
    ("List", _list, "The file and the sheet in it, and when it was read."),
    ("Recognised as", _recognised, "What the list was taken for, and how sure that is."),
    ("Days", _days, "From its first touchpoint to its last."),
    ("Rows", lambda source: source.rows, "Rows below the headings: the sum of the next five."),
    ("Touchpoints", lambda source: source.touchpoints, "Rows that are drawn."),
    ("Joined", lambda source: source.joined, "Rows that told us about a person or about another row."),
    ("Duplicates", lambda source: source.duplicates, "Rows that agree wholly with an earlier one."),
    ("Skipped", lambda source: source.skipped, "Rows left out by a rule: blank, deleted, a total."),
    ("Problems", lambda source: source.problems, "Rows that could not be read: they are listed below."),
    ("Remarks", _remarks, "What had to be decided on the way."),
)
PROBLEM_COLUMNS: tuple[Column, ...] = (
    ("List", _where, "The file, and the sheet in it."),
    ("Row", lambda problem: problem.row, "As a spreadsheet counts, from 1."),
    ("Column", lambda problem: problem.column, "The heading of the column."),
    ("What is wrong", lambda problem: problem.reason, "Why the row could not be read."),
)
_ON_THE_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class RowsModel(QAbstractTableModel):
    """Frozen values as the rows of a table."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._rows: Sequence[Any] = ()

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        value = self._columns[index.column()][1](self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{value:,}" if isinstance(value, int) else value
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(value, int):
            return _ON_THE_RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section][0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[section][2]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._rows:
            return self.data(self.index(0, section), role)
        return None


def rows_table(model: QAbstractItemModel, name: str) -> QTableView:
    """A table of whole rows; Tab goes past it rather than from cell to cell."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
