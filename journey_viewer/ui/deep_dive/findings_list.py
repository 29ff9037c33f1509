"""The findings of one person as a list: the pattern, its days, and the sentence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.model.findings import FindingKey
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.findings import FindingRow
from journey_viewer.ui.deep_dive.wrapping import line_count
from journey_viewer.ui.stops import steps_on

Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole)
_SIDE, _PAD = 12, 7
_AT_ONCE = 200  # rows
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class FindingsModel(QAbstractListModel):
    """The first rows, and more whenever the list is scrolled to their end: thousands at once would stop the window."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[FindingRow] = []
        self._there = 0

    def show_rows(self, rows: Sequence[FindingRow]) -> bool:
        """Whether others are shown now."""
        is_new = [row.finding for row in rows] != [row.finding for row in self.rows]
        if list(rows) != self.rows:
            self.beginResetModel()
            self.rows = list(rows)
            self._there = min(len(self.rows), _AT_ONCE)
            self.endResetModel()
        return is_new

    def place_of(self, key: FindingKey | None) -> QModelIndex:
        """The index of a finding, invalid where it is not here; the list goes on as far as it."""
        if key is None:
            return QModelIndex()
        found = (at for at, row in enumerate(self.rows) if row.finding is not None and row.finding.key == key)
        place = next(found, None)
        return QModelIndex() if place is None else self.reached(place)

    def reached(self, place: int) -> QModelIndex:
        """The index of a row, to which the list goes on where it did not reach it yet."""
        if self._there <= place < len(self.rows):
            self._go_on(place + 1 - self._there + _AT_ONCE)
        return self.index(place)

    def _go_on(self, more: int) -> None:
        last = min(self._there + more, len(self.rows))
        self.beginInsertRows(QModelIndex(), self._there, last - 1)
        self._there = last
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else self._there

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._there < len(self.rows)

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._go_on(_AT_ONCE)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (row.title, row.text, row.days, row.remark)
            return "\n".join(part for part in parts if part)
        return None


class FindingDelegate(QStyledItemDelegate):
    """Paints a finding as plain text; a dismissed one in grey and struck out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def _lines(self, row: FindingRow) -> tuple[tuple[str, QFont, str, float], ...]:
        """Each with its letters, its colour and their size."""
        text, small = self.theme.sizes["text"], self.theme.sizes["small"]
        below = " · ".join(part for part in (row.days, row.remark) if part)
        ink = "quiet" if row.finding is None or row.is_dismissed else "ink"
        sentence = font(text)
        sentence.setStrikeOut(row.is_dismissed)
        return (
            (
                row.title if row.headed else "",
                font(small, bold=True),
                "quiet" if row.is_dismissed else "navy",
                small,
            ),
            (row.text, sentence, ink, text),
            (below, font(small), "quiet", small),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FindingRow = index.data(_ROW)
        colours, box = self.theme.colours, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box.adjusted(4, 1, -4, -1), colour(colours["accent_soft"]))
        room = box.adjusted(_SIDE, _PAD, -_SIDE, 0)
        for words, letters, ink, size in self._lines(row):
            if words:
                painter.setFont(letters)
                painter.setPen(colour(colours[ink]))
                painter.drawText(room, _LEFT, words)
                room = room.adjusted(0, self._high(words, size, room.width()), 0, 0)
        painter.restore()

    @staticmethod
    def _high(words: str, size: float, room: int) -> int:
        return round(line_count(words, round(size), room) * size * 1.4) if words else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FindingRow = index.data(_ROW)
        view = option.widget
        room = (view.viewport().width() if isinstance(view, QListView) else 280) - 2 * _SIDE
        high = sum(self._high(words, size, room) for words, _, _, size in self._lines(row))
        return QSize(room, high + 2 * _PAD)


class FindingsList(QListView):
    """Says which finding was chosen."""

    finding_chosen = Signal(object)
    """A Finding."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model, self._delegate = FindingsModel(), FindingDelegate(theme)
        self._is_showing = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Findings")
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def dress(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.doItemsLayout()

    @property
    def rows(self) -> list[FindingRow]:
        return self._model.rows

    @property
    def chosen(self) -> FindingRow | None:
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def show_rows(self, rows: Sequence[FindingRow], chosen: FindingKey | None) -> None:
        """List these with this one chosen."""
        self._is_showing = True
        if self._model.show_rows(rows):
            self.scrollToTop()
        index = self._model.place_of(chosen)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._is_showing = False

    def choose(self, place: int) -> None:
        """As somebody would by hand."""
        self.setCurrentIndex(self._model.reached(place))

    def _on_selection_changed(self) -> None:
        row = self.chosen
        if not self._is_showing and row is not None and row.finding is not None and self.selectedIndexes():
            self.finding_chosen.emit(row.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not steps_on(self, event):
            super().keyPressEvent(event)
