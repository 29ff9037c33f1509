"""The journey itself: the painter on a widget, with a hand and a keyboard."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journey_viewer.drawing.fonts import text_width
from journey_viewer.drawing.marks import colour
from journey_viewer.drawing.painter import paint, paint_choice, paint_key
from journey_viewer.model.case import Case
from journey_viewer.theme import Theme
from journey_viewer.timeline.key import lay_out_key
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Frame, Layout
from journey_viewer.timeline.nearest import mark_of, row_at, row_in_next_lane
from journey_viewer.ui.deep_dive.words import as_shown, in_full
from journey_viewer.ui.parts import label

_KEY_HEIGHT = 30
_USUAL_HEIGHT = 420


class Swimlane(QWidget):
    """Shows one case and says which of its touchpoints was chosen."""

    touchpoint_chosen = Signal(int)
    laid_out = Signal(float, float)
    """How far the plot is from the left and from the right edge, in pixels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._case: Case | None = None
        self._layout: Layout | None = None
        self._chosen: int | None = None
        self._names_shown = False
        self._hint = _hint(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(420, 300)
        self.setAccessibleName("Journey")
        self.setAccessibleDescription(
            "The journey as swimlanes. Everything in it is also in the chronology beside it."
            " Left and right go to the previous and next contact, up and down to another lane."
        )

    def show_case(self, case: Case | None, chosen: int | None, *, names_shown: bool) -> None:
        """Draw this case with this row of its journey chosen."""
        self._names_shown = names_shown
        if case is not self._case:
            self._case = case
            self._lay_out()
        self._chosen = chosen
        self._hint.clear()
        self._hint.hide()
        self.update()

    @property
    def picture(self) -> Layout | None:
        """What is drawn: where everything stands."""
        return self._layout

    def _lay_out(self) -> None:
        if self._case is None or self.height() <= _KEY_HEIGHT:
            self._layout = None
            return
        height = self.height() - _KEY_HEIGHT
        grown = min(max(height / _USUAL_HEIGHT, 0.92), 1.5)
        sizes = self._theme.sizes
        frame = Frame(self.width(), height, sizes["text"] * min(grown, 1.15), sizes["mark"] * grown)
        self._layout = lay_out(self._case, frame, text_width)
        self.laid_out.emit(self._layout.left, self.width() - self._layout.right)

    def _choose(self, row: int | None) -> None:
        if row is not None:
            self.touchpoint_chosen.emit(row)

    def _step(self, steps: int) -> None:
        if self._case is None or not len(self._case.touchpoints):
            return
        last = len(self._case.touchpoints) - 1
        start = -1 if self._chosen is None and steps > 0 else (self._chosen or 0)
        self._choose(min(max(start + steps, 0), last))

    def _show_hint(self, row: int | None, where: QPoint) -> None:
        if row is None or self._case is None:
            self._hint.hide()
            return
        touchpoint = self._case.touchpoints[row]
        shown = as_shown(touchpoint, self._case.person, names_shown=self._names_shown)
        self._hint.setText(in_full(shown, names_shown=self._names_shown))
        self._hint.adjustSize()
        x = min(where.x() + 14, self.width() - self._hint.width() - 4)
        y = where.y() + 18
        if y + self._hint.height() > self.height():
            y = where.y() - self._hint.height() - 8
        self._hint.move(max(4, x), max(4, y))
        self._hint.show()
        self._hint.raise_()

    def sizeHint(self) -> QSize:
        return QSize(760, 460)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None:
            return
        painter = QPainter(self)
        paint(painter, self._layout, self._theme)
        middle = self.height() - _KEY_HEIGHT / 2
        key = lay_out_key(self._layout, left=4, right=self.width() - 4, middle=middle, width=text_width)
        paint_key(painter, key, self._theme)
        chosen = None if self._chosen is None else mark_of(self._layout, self._chosen)
        if chosen is not None:
            paint_choice(painter, chosen, self._theme)
        if self.hasFocus():
            painter.setPen(QPen(colour(self._theme.colours["accent"]), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if row is not None else Qt.CursorShape.ArrowCursor)
        self._show_hint(row, event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(self._row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hint.hide()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hint.hide()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        match event.key():
            case keys.Key_Right | keys.Key_Period:
                self._step(1)
            case keys.Key_Left | keys.Key_Comma:
                self._step(-1)
            case keys.Key_Home:
                self._step(-(10**9))
            case keys.Key_End:
                self._step(10**9)
            case keys.Key_Up | keys.Key_Down:
                self._choose(self._row_in_lane(-1 if event.key() == keys.Key_Up else 1))
            case _:
                super().keyPressEvent(event)

    def _row_at(self, where: QPointF) -> int | None:
        return None if self._layout is None else row_at(self._layout, where.x(), where.y(), self._chosen)

    def _row_in_lane(self, step: int) -> int | None:
        if self._layout is None:
            return None
        return row_in_next_lane(self._layout, self._chosen, step)


def _hint(parent: QWidget) -> QLabel:
    hint = label(role="hint", wrap=True)
    hint.setParent(parent)
    hint.setMaximumWidth(340)
    hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    hint.hide()
    return hint
