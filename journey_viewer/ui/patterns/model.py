"""Patterns × cases as a model: a name, a square a case, and how many cases show it."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from journey_viewer.patterns.common import InCommon, Square
from journey_viewer.patterns.definitions import name_of
from journey_viewer.ui.patterns.found import Table
from journey_viewer.ui.patterns.words import letter, square_at_length, square_in_words, whose
from journey_viewer.ui.store import Store

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class GridModel(QAbstractTableModel):
    """The Table, with the names of its rows and columns as they are now."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.table = Table()

    def show_table(self, table: Table) -> None:
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    @property
    def last_column(self) -> int:
        """Where it stands how many cases show a pattern."""
        return len(self.table.people) + 1

    def row_at(self, row: int) -> InCommon:
        return self.table.rows[row]

    def square_at(self, index: Index) -> Square | None:
        """None beside the squares."""
        column = index.column()
        return self.row_at(index.row()).squares[column - 1] if 0 < column < self.last_column else None

    def person_at(self, index: Index) -> int | None:
        """Whose square it is, None beside them."""
        column = index.column()
        return self.table.people[column - 1] if 0 < column < self.last_column else None

    def name_at(self, row: int) -> str:
        """The pattern, as its thresholds are."""
        return name_of(self.row_at(row).pattern, self._store.session.document.thresholds)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() or not self.table.people else self.last_column + 1

    def data(self, index: Index, role: int = int(_DISPLAY)) -> object:
        if not index.isValid() or role not in (_DISPLAY, _TIP, _SPOKEN):
            return None
        row, square = self.row_at(index.row()), self.square_at(index)
        if square is not None:
            return self._square(index, row, square, role)
        if index.column() == 0:
            return f"{self.name_at(index.row())}{_MEANS if role == _TIP else ''}"
        common = ", common" if row.common and role == _SPOKEN else ""
        return f"{row.in_words}{common}"

    def _square(self, index: Index, row: InCommon, square: Square, role: int) -> str:
        if role == _DISPLAY:
            return "?" if square.count is None else f"{square.count:,}" if square.count else ""
        thresholds = self._store.session.document.thresholds
        label = self.table.labels[index.column() - 1]
        if role == _SPOKEN:
            return square_in_words(label, row, square, thresholds)
        return square_at_length(self._whose(index.column()), row, square, thresholds)

    def _whose(self, column: int) -> str:
        """With the name only where they are shown, and of people who are still there."""
        person, session = self.table.people[column - 1], self._store.session
        return whose(session, person) if person in session.document.people else self.table.labels[column - 1]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_DISPLAY)) -> object:
        if orientation is not Qt.Orientation.Horizontal or role not in (_DISPLAY, _TIP, _SPOKEN):
            return None
        if not 0 < section < self.last_column:
            spoken = "Pattern" if section == 0 else "How many cases show it"
            return spoken if role == _SPOKEN else ""
        label = self.table.labels[section - 1]
        return letter(label) if role == _DISPLAY else label if role == _SPOKEN else self._whose(section)


_MEANS = "\nClick, or press Space, to read what it means"
