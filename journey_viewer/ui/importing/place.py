"""The place "Lists": each file that was read, what became of each row, and the problems."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.model.imported import Imported, Problem, Source
from journey_viewer.session import Session
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.store import Store

Index = QModelIndex | QPersistentModelIndex
Column = tuple[str, Callable[[Any], Any]]


def _where(source: Source | Problem) -> str:
    return f"{source.file}, {source.sheet}" if source.sheet else source.file


def _remarks(source: Source) -> str:
    return " ".join(source.remarks)


SOURCE_COLUMNS: tuple[Column, ...] = (
    ("List", _where),
    ("Recognised as", lambda source: source.recognised_as),
    ("Rows", lambda source: source.rows),
    ("Touchpoints", lambda source: source.touchpoints),
    ("Joined", lambda source: source.joined),
    ("Duplicates", lambda source: source.duplicates),
    ("Skipped", lambda source: source.skipped),
    ("Problems", lambda source: source.problems),
    ("Remarks", _remarks),
)
PROBLEM_COLUMNS: tuple[Column, ...] = (
    ("List", _where),
    ("Row", lambda problem: problem.row),
    ("Column", lambda problem: problem.column),
    ("What is wrong", lambda problem: problem.reason),
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
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._columns[section][0]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._rows:
            return self.data(self.index(0, section), role)
        return None


def in_words(imported: Imported) -> str:
    """The account in one sentence: "Read 3 lists: 912 touchpoints of 10 people; 2 rows could not be read."."""
    files = len({source.file for source in imported.sources})
    count, people = len(imported.touchpoints), len(imported.people)
    sentence = (
        f"Read {files} file{'s' * (files != 1)}: {count:,} touchpoint{'s' * (count != 1)}"
        f" of {people:,} {'person' if people == 1 else 'people'}."
    )
    problems = len(imported.problems)
    if problems:
        sentence += f" {problems:,} row{'s' * (problems != 1)} could not be read."
    if imported.refusals:
        refused = len(imported.refusals)
        sentence += f" {refused} file{'s' * (refused != 1)} could not be used."
    return sentence


class Lists(QWidget):
    """Follows the Store; asks for the problems to be saved, or for all lists to be closed."""

    save_asked = Signal()
    close_asked = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("page")
        self._sources = RowsModel(SOURCE_COLUMNS)
        self._problems = RowsModel(PROBLEM_COLUMNS)
        self._summary = label(role="subheading", wrap=True)
        self._refusals = label(wrap=True)
        self._none = label("Every row was understood.", "quiet")
        self.table = _table(self._sources, "Lists that were read", stretch=len(SOURCE_COLUMNS) - 1)
        self.problems = _table(
            self._problems, "Rows that could not be read", stretch=len(PROBLEM_COLUMNS) - 1
        )
        self.save = button(
            "Save the problems…", hint="A .csv with file, row, column and reason, to mend the list by"
        )
        self.close_lists = button(
            "Close all lists", hint="Forget everything that was read; the files stay as they are"
        )
        self._put_together()
        store.changed.connect(self._on_store_changed)
        self.save.clicked.connect(self.save_asked)
        self.close_lists.clicked.connect(self.close_asked)

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(label("What became of every row", "heading"))
        column.addWidget(self._summary)
        column.addWidget(self._refusals)
        column.addWidget(card(_heading("Lists", self.close_lists), self.table), 3)
        problems = _heading("Rows that could not be read", self.save)
        column.addWidget(card(problems, self._none, self.problems), 2)

    def _on_store_changed(self, old: Session, new: Session) -> None:
        if new.imported is old.imported:
            return
        imported = new.imported
        self._sources.show_rows(imported.sources)
        self._problems.show_rows(imported.problems)
        self._summary.setText(
            f"{in_words(imported)} Rows = touchpoints + joined + duplicates + skipped + problems."
        )
        self._refusals.setText("\n".join(f"{one.file}: {one.sentence}" for one in imported.refusals))
        self._refusals.setVisible(bool(imported.refusals))
        self._none.setVisible(not imported.problems)
        self.problems.setVisible(bool(imported.problems))
        self.save.setVisible(bool(imported.problems))
        self.table.resizeColumnsToContents()
        self.problems.resizeColumnsToContents()


def _heading(text: str, action: QPushButton) -> QWidget:
    heading = QWidget()
    row = QHBoxLayout(heading)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(text, "section"))
    row.addStretch()
    row.addWidget(action)
    return heading


def _table(model: RowsModel, name: str, *, stretch: int) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
