"""The chronology: the accessible twin of the swimlane, one entry a touchpoint."""

from dataclasses import dataclass
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

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.model.case import Case
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.words import as_shown, details, in_full, service_of, when
from journey_viewer.ui.deep_dive.wrapping import line_count

Index = QModelIndex | QPersistentModelIndex
_TOUCHPOINT = int(Qt.ItemDataRole.UserRole)
_SENSITIVE = "sensitive: not shared"
_PAD = 10
_LEFT = 18
_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Marked:
    """The numbers of touchpoints that people marked as sensitive, and of those that they corrected."""

    sensitive: frozenset[int] = frozenset()
    corrected: frozenset[int] = frozenset()

    def remark(self, number: int) -> str:
        """What is said of a touchpoint besides what the list says."""
        parts = ("corrected" * (number in self.corrected), _SENSITIVE * (number in self.sensitive))
        return " · ".join(part for part in parts if part)


class ChronologyModel(QAbstractListModel):
    """The touchpoints of one case, in time order."""

    def __init__(self) -> None:
        super().__init__()
        self.case: Case | None = None
        self.names_shown = False
        self.marked = Marked()

    def show_case(self, case: Case | None, *, names_shown: bool, marked: Marked | None = None) -> None:
        self.beginResetModel()
        self.case, self.names_shown, self.marked = case, names_shown, marked or Marked()
        self.endResetModel()

    def more(self, touchpoint: Touchpoint) -> str:
        """The last line of a row."""
        told = (details(touchpoint, names_shown=self.names_shown), self.marked.remark(touchpoint.number))
        return " · ".join(part for part in told if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() or self.case is None else len(self.case.touchpoints)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if self.case is None or not index.isValid():
            return None
        if role not in (_TOUCHPOINT, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        touchpoint = self.case.touchpoints[index.row()]
        shown = as_shown(touchpoint, self.case.person, names_shown=self.names_shown)
        if role == _TOUCHPOINT:
            return shown
        told = (in_full(shown, names_shown=self.names_shown), self.marked.remark(shown.number))
        return "\n".join(part for part in told if part)


class ChronologyDelegate(QStyledItemDelegate):
    """Date and service, then the reason, then what became of it; all painted as plain text."""

    def __init__(self, theme: Theme, model: ChronologyModel) -> None:
        super().__init__()
        self._model = model
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Paint like this from now on."""
        self._theme = theme

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
        painter.drawText(below, _WRAP, self._model.more(touchpoint))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        touchpoint: Touchpoint = index.data(_TOUCHPOINT)
        view = option.widget
        room = (view.viewport().width() if isinstance(view, QListView) else 280) - _LEFT - _PAD
        more = line_count(self._model.more(touchpoint), 12, room)
        height = 12 + 17 + line_count(touchpoint.reason, 14, room) * 18 + more * 16
        return QSize(room, height)


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

    def dress(self, theme: Theme) -> None:
        self._delegate.dress(theme)
        self.doItemsLayout()

    def show_case(
        self, case: Case | None, chosen: int | None, *, names_shown: bool, marked: Marked | None = None
    ) -> None:
        """List this case with this row chosen, and scroll to it."""
        marked = marked or Marked()
        shown = (self._model.case, self._model.names_shown, self._model.marked)
        if case is not shown[0] or (names_shown, marked) != shown[1:]:
            self._model.show_case(case, names_shown=names_shown, marked=marked)
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
