"""The chronology: the accessible twin of the swimlane, one entry a touchpoint."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_viewer.drawing.fonts import font, text_width
from journey_viewer.drawing.marks import colour
from journey_viewer.model.case import Case
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.words import as_shown, details, in_full, service_of, when

Index = QModelIndex | QPersistentModelIndex
_TOUCHPOINT = int(Qt.ItemDataRole.UserRole)
_PAD = 10
_LEFT = 18
_WRAP = int(Qt.TextFlag.TextWordWrap)


class ChronologyModel(QAbstractListModel):
    """The touchpoints of one case, in time order."""

    def __init__(self) -> None:
        super().__init__()
        self.case: Case | None = None
        self.names_shown = False

    def show_case(self, case: Case | None, *, names_shown: bool) -> None:
        self.beginResetModel()
        self.case, self.names_shown = case, names_shown
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() or self.case is None else len(self.case.touchpoints)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if self.case is None or not index.isValid():
            return None
        if role not in (_TOUCHPOINT, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        touchpoint = self.case.touchpoints[index.row()]
        shown = as_shown(touchpoint, self.case.person, names_shown=self.names_shown)
        return shown if role == _TOUCHPOINT else in_full(shown, names_shown=self.names_shown)


class ChronologyDelegate(QStyledItemDelegate):
    """Date and service, then the reason, then what became of it; all painted as plain text."""

    def __init__(self, theme: Theme, model: ChronologyModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        touchpoint: Touchpoint = index.data(_TOUCHPOINT)
        colours = self._theme.colours
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box.adjusted(4, 1, -4, -1), colour(colours["accent_soft"]))
        bar = QRect(box.left() + 8, box.top() + 6, 4, box.height() - 12)
        painter.fillRect(bar, colour(self._theme.services[touchpoint.service].colour))
        inner = box.adjusted(_LEFT, 6, -_PAD, -6)
        painter.setFont(font(12))
        painter.setPen(colour(colours["quiet"]))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft), when(touchpoint))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight), service_of(touchpoint))
        below = inner.adjusted(0, 17, 0, 0)
        if touchpoint.reason:
            painter.setPen(colour(colours["ink"]))
            painter.setFont(font(14))
            drawn = painter.drawText(below, _WRAP, touchpoint.reason)
            below = below.adjusted(0, drawn.height() + 1, 0, 0)
        painter.setPen(colour(colours["quiet"]))
        painter.setFont(font(12))
        painter.drawText(below, _WRAP, details(touchpoint, names_shown=self._model.names_shown))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        touchpoint: Touchpoint = index.data(_TOUCHPOINT)
        view = option.widget
        room = (view.viewport().width() if isinstance(view, QListView) else 280) - _LEFT - _PAD
        more = details(touchpoint, names_shown=self._model.names_shown)
        height = 12 + 17 + _lines(touchpoint.reason, 14, room) * 18 + _lines(more, 12, room) * 16
        return QSize(room, height)


def _lines(text: str, size: float, room: int) -> int:
    """How many lines a text wraps to, as Qt's painter breaks it: at spaces."""
    if not text:
        return 0
    lines, used, space = 1, 0.0, text_width(" ", size, False)
    for word in text.split(" "):
        width = text_width(word, size, False)
        if used and used + space + width > room:
            lines, used = lines + 1, width
        else:
            used += (space if used else 0) + width
    return lines


class Chronology(QListView):
    """The list beside the picture; says which touchpoint was chosen."""

    touchpoint_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ChronologyModel()
        self._delegate = ChronologyDelegate(theme, self._model)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Chronology")
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def show_case(self, case: Case | None, chosen: int | None, *, names_shown: bool) -> None:
        """List this case with this row chosen, and scroll to it."""
        if case is not self._model.case or names_shown != self._model.names_shown:
            self._model.show_case(case, names_shown=names_shown)
            self.scrollToTop()
        if chosen is None:
            self.selectionModel().clear()
            return
        index = self._model.index(chosen)
        if self.currentIndex() != index or not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _on_selection_changed(self) -> None:
        for index in self.selectedIndexes():
            self.touchpoint_chosen.emit(index.row())
