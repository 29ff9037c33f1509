"""The actions as rows of a table."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from journey_viewer.model.actions import Action
from journey_viewer.model.days import day_in_words
from journey_viewer.model.document import Document
from journey_viewer.theme import Theme
from journey_viewer.timeline.wrapping import one_line
from journey_viewer.ui.follow_up.shown import label_of, standing

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("How it stands", "Due", "Case", "What", "Who leads")
WHAT = HEADINGS.index("What")
_LETTERS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_NO_WORDS = "(no words yet)"


class ActionsModel(QAbstractTableModel):
    """Rows that stay keep their place and what is chosen of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.actions: tuple[Action, ...] = ()
        self._cells: list[tuple[str, ...]] = []
        self._overdue: list[bool] = []
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        self._warm = QColor(theme.colours["warm"])
        self._changed()

    def show_actions(
        self, document: Document, actions: Sequence[Action], today: date, veil: Callable[[str], str]
    ) -> None:
        """Show these in their order."""
        same = [one.number for one in actions] == [one.number for one in self.actions]
        cells = [_cells(document, action, today, veil) for action in actions]
        overdue = [action.is_overdue(today) for action in actions]
        if same:
            self.actions, self._cells, self._overdue = tuple(actions), cells, overdue
            self._changed()
            return
        self.beginResetModel()
        self.actions, self._cells, self._overdue = tuple(actions), cells, overdue
        self.endResetModel()

    def row_of(self, number: int | None) -> int | None:
        """Where the action with this number stands; None where it does not."""
        return next((row for row, action in enumerate(self.actions) if action.number == number), None)

    def _changed(self) -> None:
        if self.actions:
            last = self.index(len(self.actions) - 1, len(HEADINGS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.actions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in _LETTERS:
            return self._cells[row][column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if column == 0 and self._overdue[row]:  # besides the words that say it
            if role == Qt.ItemDataRole.ForegroundRole:
                return self._warm
            if role == Qt.ItemDataRole.FontRole:
                return _bold()
        return None


def _bold() -> QFont:
    from PySide6.QtWidgets import QApplication

    font = QFont(QApplication.font())
    font.setBold(True)
    return font


def _cells(document: Document, action: Action, today: date, veil: Callable[[str], str]) -> tuple[str, ...]:
    return (
        standing(action, today),
        day_in_words(action.due) if action.due else "",
        label_of(document, action),
        one_line(veil(action.what)) or _NO_WORDS,
        one_line(veil(action.lead)) or "nobody yet",
    )
