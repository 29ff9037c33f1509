"""The chronology: the accessible twin of the swimlane, one entry a touchpoint."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_viewer.drawing.fonts import font, text_width
from journey_viewer.drawing.marks import colour
from journey_viewer.model.case import Case
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.seen import Seen
from journey_viewer.ui.deep_dive.words import as_shown, details, in_full, service_of, when
from journey_viewer.ui.deep_dive.wrapping import line_count
from journey_viewer.ui.stops import steps_on

Index = QModelIndex | QPersistentModelIndex
_TOUCHPOINT = int(Qt.ItemDataRole.UserRole)
_LETTERS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_SENSITIVE = "sensitive: not shared"
_PAD = 10
_LEFT = 18
_WRAP = int(Qt.TextFlag.TextWordWrap)


def faded(theme: Theme) -> float:
    """The opacity of what the filter does not find: still to be read, and without effort where contrast is asked for."""
    return 0.7 if theme.name == "contrast" else 0.52


@dataclass(frozen=True)
class Marked:
    """The numbers of touchpoints that people marked as sensitive, and of those that they corrected."""

    sensitive: frozenset[int] = frozenset()
    corrected: frozenset[int] = frozenset()

    def remark(self, number: int) -> str:
        """What is said of a touchpoint besides what the list says."""
        parts = ("corrected" * (number in self.corrected), _SENSITIVE * (number in self.sensitive))
        return " · ".join(part for part in parts if part)


def marked_in(session: Session) -> Marked:
    """Those of the shown case."""
    case, document = session.shown_case, session.document
    numbers = frozenset() if case is None else frozenset(case.touchpoints.number.tolist())
    corrected = frozenset(told.number for told in document.edits.corrected)
    return Marked(document.sensitive & numbers, corrected & numbers)


class ChronologyModel(QAbstractListModel):
    """The touchpoints of one case, in time order."""

    def __init__(self) -> None:
        super().__init__()
        self.case: Case | None = None
        self.names_shown = False
        self.marked = Marked()
        self.seen = Seen()

    def show_case(self, case: Case | None, *, names_shown: bool, marked: Marked | None = None) -> None:
        self.beginResetModel()
        self.case, self.names_shown, self.marked = case, names_shown, marked or Marked()
        self.endResetModel()

    def show_seen(self, seen: Seen) -> None:
        """Which of them are found and in the selected stretch, and what day 0 is."""
        self.seen = seen
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def when(self, touchpoint: Touchpoint) -> str:
        """The day, and beside it the same counted from day 0."""
        day = self.seen.day(touchpoint.start.date())
        return f"{when(touchpoint)} · {day}" if day else when(touchpoint)

    def more(self, touchpoint: Touchpoint) -> str:
        """The last line of a row."""
        told = (details(touchpoint, names_shown=self.names_shown), self.marked.remark(touchpoint.number))
        return " · ".join(part for part in told if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() or self.case is None else len(self.case.touchpoints)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if self.case is None or not index.isValid():
            return None
        if role not in (_TOUCHPOINT, *_LETTERS):
            return None
        touchpoint = self.case.touchpoints[index.row()]
        shown = as_shown(touchpoint, self.case.person, names_shown=self.names_shown)
        if role == _TOUCHPOINT:
            return shown
        day = self.seen.day(shown.start.date())
        told = [in_full(shown, names_shown=self.names_shown, day=day), self.marked.remark(shown.number)]
        if role == Qt.ItemDataRole.AccessibleTextRole and self.seen.case is self.case:
            told += self.seen.remarks(index.row())
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
        self._small, self._text = theme.scaled(12), theme.scaled(14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        touchpoint: Touchpoint = index.data(_TOUCHPOINT)
        colours = self._theme.colours
        box: QRect = option.rect
        painter.save()
        chosen, seen = bool(option.state & QStyle.StateFlag.State_Selected), self._model.seen
        if chosen:
            painter.fillRect(box.adjusted(4, 1, -4, -1), colour(colours["accent_soft"]))
        if seen.inside[index.row()]:  # one line along all of the stretch, as on the picture
            painter.fillRect(QRect(box.right() - 4, box.top(), 3, box.height()), colour(colours["accent"]))
        painter.setOpacity(1.0 if chosen or seen.found[index.row()] else faded(self._theme))
        bar = QRect(box.left() + 8, box.top() + 6, 4, box.height() - 12)
        painter.fillRect(bar, colour(self._theme.services[touchpoint.service].colour))
        inner = box.adjusted(_LEFT, 6, -_PAD, -6)
        painter.setFont(font(self._small))
        painter.setPen(colour(colours["quiet"]))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft), self._model.when(touchpoint))
        if self._head_lines(touchpoint, inner.width()) == 1:
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight), service_of(touchpoint))
            below = inner.adjusted(0, self._theme.scaled(17), 0, 0)
        else:
            under = inner.adjusted(0, self._theme.scaled(16), 0, 0)
            painter.drawText(under, int(Qt.AlignmentFlag.AlignLeft), service_of(touchpoint))
            below = under.adjusted(0, self._theme.scaled(17), 0, 0)
        if touchpoint.reason:
            painter.setPen(colour(colours["ink"]))
            painter.setFont(font(self._text))
            drawn = painter.drawText(below, _WRAP, touchpoint.reason)
            below = below.adjusted(0, drawn.height() + 1, 0, 0)
        painter.setPen(colour(colours["quiet"]))
        painter.setFont(font(self._small))
        painter.drawText(below, _WRAP, self._model.more(touchpoint))
        painter.restore()

    def _head_lines(self, touchpoint: Touchpoint, room: int) -> int:
        """One, or two where day and service have no room beside each other."""
        words = (self._model.when(touchpoint), service_of(touchpoint))
        needed = sum(text_width(text, self._small, False) for text in words)
        return 1 if needed + self._small <= room else 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        touchpoint: Touchpoint = index.data(_TOUCHPOINT)
        view = option.widget
        room = (view.viewport().width() if isinstance(view, QListView) else 280) - _LEFT - _PAD
        head = self._head_lines(touchpoint, room)
        more = line_count(self._model.more(touchpoint), self._small, room)
        reason = line_count(touchpoint.reason, self._text, room)
        return QSize(room, 12 + self._theme.scaled(1 + head * 16 + reason * 18 + more * 16))


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
        self,
        case: Case | None,
        chosen: int | None,
        *,
        names_shown: bool,
        marked: Marked | None = None,
        seen: Seen | None = None,
    ) -> None:
        """List this case with this row chosen, and scroll to it, or to where the selected stretch begins."""
        marked, seen = marked or Marked(), seen or Seen(case)
        span = self._model.seen.span
        shown = (self._model.case, self._model.names_shown, self._model.marked)
        anew = case is not shown[0] or (names_shown, marked) != shown[1:]
        if anew or seen != self._model.seen:
            self._show(case, seen, names_shown=names_shown, marked=marked, anew=anew)
        if seen.span is not None and seen.span != span and seen.inside.any():
            self.scrollTo(self._model.index(int(seen.inside.argmax())), QListView.ScrollHint.PositionAtTop)
        self._choose(chosen)

    def _show(self, case: Case | None, seen: Seen, *, names_shown: bool, marked: Marked, anew: bool) -> None:
        hid, case_before = self._model.seen.hides, self._model.case
        self._model.seen = Seen(case)
        if anew:
            self._model.show_case(case, names_shown=names_shown, marked=marked)
            if case is not case_before:
                self.scrollToTop()
        self._model.show_seen(seen)
        if hid or seen.hides:
            listed = set(seen.listed)
            for row in range(len(seen.found)):
                self.setRowHidden(row, row not in listed)

    def _choose(self, chosen: int | None) -> None:
        if chosen is None:
            self.selectionModel().clear()
            return
        index = self._model.index(chosen)
        if self.currentIndex() != index or not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.updateGeometries()  # its own height may have changed just now
            self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _on_selection_changed(self) -> None:
        for index in self.selectedIndexes():
            self.touchpoint_chosen.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not steps_on(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is chosen stays in sight when something above or below takes room."""
        index = self.currentIndex()
        seen = QRect(QPoint(), event.oldSize()).intersects(self.visualRect(index))
        super().resizeEvent(event)
        if seen and self.selectionModel().isSelected(index):
            self.updateGeometries()
            self.scrollTo(index)
