"""The journey itself: the painter on a widget, with a hand and a keyboard."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_viewer.drawing.marks import colour
from journey_viewer.model.case import Case
from journey_viewer.theme import Theme, load_theme
from journey_viewer.timeline.layout import Layout
from journey_viewer.timeline.looking import Looking
from journey_viewer.timeline.zooming import fitted
from journey_viewer.ui.deep_dive.canvas import Canvas, laid_out, paint_over, picture_of, with_all
from journey_viewer.ui.deep_dive.findings import NOTHING_FOUND, FoundHere
from journey_viewer.ui.deep_dive.hand import Hand, moved_by, pinched_by
from journey_viewer.ui.deep_dive.keyboard import Keyboard
from journey_viewer.ui.deep_dive.keys import Wish, wish_of
from journey_viewer.ui.deep_dive.keys_card import KeysCard
from journey_viewer.ui.deep_dive.saying import HELP, described
from journey_viewer.ui.deep_dive.shown import AS_USUAL, Shown
from journey_viewer.ui.deep_dive.written import NOTHING_WRITTEN, WrittenHere


class Swimlane(QWidget):
    """Shows one case and says which of its touchpoints, notes or stretches was chosen, and how it is to be looked at."""

    touchpoint_chosen = Signal(int)
    note_chosen = Signal(int)
    span_chosen = Signal(object)
    """A Window, or None where the stretch is let go."""
    looking_chosen = Signal(object)
    """A Looking."""
    let_go = Signal()
    copy_asked = Signal()
    lanes_asked = Signal()
    """What can be done with the lanes is to be shown."""
    laid_out = Signal(float, float)
    """How far the plot is from the left and from the right edge, in pixels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._canvas = Canvas(theme)
        self._layout: Layout | None = None
        self._is_stale = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self.shown = Shown()
        self.keys_card = KeysCard(self)
        self._hand, self._keyboard = Hand(self), Keyboard(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(420, 300)
        self.setAccessibleName("Journey")
        self.setAccessibleDescription(HELP)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._later.timeout.connect(self._on_later)
        self._hand.moved.connect(self._later.start)
        self._hand.fit_asked.connect(self.fit)
        self._hand.beside_clicked.connect(self._let_choice_go)
        self._hand.note_chosen.connect(self.note_chosen)
        for one in (self._hand, self._keyboard):
            one.row_chosen.connect(self.touchpoint_chosen)
            one.span_chosen.connect(self.span_chosen)
        self._keyboard.looking_chosen.connect(self._look)

    def dress(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._canvas = Canvas(theme)
        self._lay_out()
        self.update()

    def show_case(
        self,
        case: Case | None,
        chosen: int | None,
        *,
        names_shown: bool,
        written: WrittenHere = NOTHING_WRITTEN,
        looking: Looking = AS_USUAL,
        found: FoundHere = NOTHING_FOUND,
    ) -> None:
        """Draw this case with this row of its journey chosen, what was written about it, looked at like this."""
        old, self.shown = self.shown, Shown(case, chosen, names_shown, written, looking, found)
        if not self.shown.says_as(old) or chosen != old.chosen:
            self._hand.hint.forget()
        if case is not old.case or self.shown.has_row_below != old.has_row_below:
            self._lay_out()
        elif looking != old.looking:
            self._is_stale = True
            self._later.start()
        elif self._layout is not None and not self.shown.marked_as(old):
            self._layout = with_all(self._layout, self.shown)
        self.setAccessibleDescription(described(case, chosen, names_shown=names_shown))
        self.update()

    @property
    def picture(self) -> Layout | None:
        """Where everything stands, laid out now if it was put off."""
        if self._is_stale:
            self._lay_out()
        return self._layout

    def image(self) -> QImage | None:
        """What is on the screen, for elsewhere: in the light theme, and sharper."""
        if (layout := self.picture) is None:
            return None
        return picture_of(layout, self.size(), load_theme(), self.shown)

    def fit(self) -> None:
        """Ask for all of the journey."""
        self._look(fitted(self.shown.looking))

    def _look(self, looking: Looking) -> None:
        if looking != self.shown.looking:
            self.looking_chosen.emit(looking)

    def _lay_out(self) -> None:
        self._is_stale = False
        self._layout = laid_out(self.shown, self.size(), self._theme)
        if self._layout is None:
            self._canvas.forget()
        else:
            self.laid_out.emit(self._layout.left, self.width() - self._layout.right)

    def _let_choice_go(self) -> bool:
        """Whether there was anything chosen."""
        there = self.shown.chosen is not None or self.shown.written.span is not None
        if there:
            self.let_go.emit()
        return there

    def _let_something_go(self) -> bool:
        """What lies on top first: the keys, what is pinned, what is chosen. False where there is nothing of it."""
        if self.keys_card.isVisible():
            self.keys_card.hide()
            return True
        if self._hand.hint.pinned:
            self._hand.hint.forget()
            return True
        return self._let_choice_go()

    def _on_later(self) -> None:
        """Once for all that was asked for meanwhile."""
        if (layout := self.picture) is None:
            return
        self._look(self._hand.move.taken(self.shown.looking, layout))
        if self._is_stale:
            self._lay_out()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(760, 460)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            self._hand.turn(pinched_by(event), 0.0, event.position().x())
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._hand.hint.forget()
        self.keys_card.hide()
        self._lay_out()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None:
            return
        painter = QPainter(self)
        self._canvas.paint(painter, self._layout, self.devicePixelRatioF())
        span = self._hand.stretching.window or self.shown.written.span
        paint_over(painter, self._layout, self._theme, span, self.shown)
        if self.hasFocus():
            _paint_focus(painter, self.rect(), self._theme)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._layout is not None:
            self._hand.reach(event.position(), self.shown, self._layout)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and (layout := self.picture) is not None:
            self._hand.press(event.position(), self.shown, layout)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and (layout := self.picture) is not None:
            self._hand.press_twice(event.position(), self.shown, layout)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._layout is not None:
            factor, pixels = moved_by(event)
            self._hand.turn(factor, pixels, event.position().x())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hand.hint.leave()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hand.hint.leave()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match wish_of(event):
            case Wish.LET_GO if self._let_something_go():
                return
            case Wish.COPY:
                self.copy_asked.emit()
            case Wish.LANES:
                self.lanes_asked.emit()
            case Wish.SHOW_KEYS:
                self.keys_card.toggle()
            case None | Wish.LET_GO:
                super().keyPressEvent(event)
            case wish:
                self._keyboard.fulfil(wish, self.shown, self.picture)


def _paint_focus(painter: QPainter, box: QRect, theme: Theme) -> None:
    painter.setPen(QPen(colour(theme.colours["accent"]), 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, -1, -1))
