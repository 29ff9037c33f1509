"""The journey itself: the painter on a widget, with a hand and a keyboard."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_viewer.drawing.fonts import text_width
from journey_viewer.drawing.marks import colour
from journey_viewer.drawing.note_marks import paint_note_key, paint_notes, paint_stretch
from journey_viewer.drawing.painter import paint, paint_choice, paint_key
from journey_viewer.model.case import Case
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Window
from journey_viewer.theme import Theme
from journey_viewer.timeline.key import lay_out_key
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Frame, Layout
from journey_viewer.timeline.nearest import mark_of, row_at, row_in_next_lane
from journey_viewer.timeline.note_marks import lay_out_note_key, notes_at, with_notes
from journey_viewer.timeline.stretch import edges_of
from journey_viewer.ui.deep_dive.hint import Hint
from journey_viewer.ui.deep_dive.stretching import Stretching
from journey_viewer.ui.deep_dive.words import as_shown, in_full
from journey_viewer.ui.deep_dive.written import NOTHING_WRITTEN, WrittenHere

_KEY_HEIGHT, _NOTES_KEY_HEIGHT = 30, 20
_USUAL_HEIGHT = 420


class Swimlane(QWidget):
    """Shows one case and says which of its touchpoints, notes or stretches of time was chosen."""

    touchpoint_chosen = Signal(int)
    note_chosen = Signal(int)
    span_chosen = Signal(object)
    """A Window, or None where the stretch is let go."""
    let_go = Signal()
    laid_out = Signal(float, float)
    """How far the plot is from the left and from the right edge, in pixels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._case: Case | None = None
        self._layout: Layout | None = None
        self._chosen: int | None = None
        self._names_shown = False
        self._written: WrittenHere = NOTHING_WRITTEN
        self._has_note_key = False
        self._stretching = Stretching()
        self._hint = Hint(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(420, 300)
        self.setAccessibleName("Journey")
        self.setAccessibleDescription(
            "The journey as swimlanes. Everything in it is also in the chronology beside it."
            " Left and right go to the previous and next contact, up and down to another lane."
            " With Shift, left and right select a stretch of time. Escape lets go of what is chosen."
        )

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self._lay_out()
        self.update()

    def show_case(
        self,
        case: Case | None,
        chosen: int | None,
        *,
        names_shown: bool,
        written: WrittenHere = NOTHING_WRITTEN,
    ) -> None:
        """Draw this case with this row of its journey chosen, and what was written about it."""
        self._names_shown, self._chosen = names_shown, chosen
        notes_differ = written.notes != self._written.notes
        self._written = written
        if case is not self._case or bool(self._placed_notes) != self._has_note_key:
            self._case = case
            self._lay_out()
        elif notes_differ and case is not None and self._layout is not None:
            self._layout = with_notes(self._layout, case, written.notes, text_width)
        self._hint.forget()
        self.update()

    @property
    def picture(self) -> Layout | None:
        """What is drawn: where everything stands."""
        return self._layout

    @property
    def _placed_notes(self) -> list[Note]:
        return [note for note in self._written.notes if note.first is not None]

    @property
    def _key_top(self) -> int:
        return self.height() - _KEY_HEIGHT - (_NOTES_KEY_HEIGHT if self._has_note_key else 0)

    def _lay_out(self) -> None:
        self._has_note_key = bool(self._placed_notes)
        height = self._key_top
        if self._case is None or height <= 0:
            self._layout = None
            return
        grown = min(max(height / _USUAL_HEIGHT, 0.92), 1.5)
        sizes = self._theme.sizes
        frame = Frame(self.width(), height, sizes["text"] * min(grown, 1.15), sizes["mark"] * grown)
        plain = lay_out(self._case, frame, text_width)
        self._layout = with_notes(plain, self._case, self._written.notes, text_width)
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

    def _stretch(self, step: int) -> None:
        if self._case is not None and len(self._case.touchpoints):
            self.span_chosen.emit(Stretching.by_key(self._case, self._chosen, self._written.span, step))

    def _words_at(self, where: QPointF) -> str:
        """What the hint says there: the notes, else the touchpoint, else how to select a stretch."""
        if self._layout is None or self._case is None:
            return ""
        if notes := notes_at(self._layout, where.x(), where.y()):
            return self._written.in_words(notes)
        row = self._row_at(where)
        if row is not None:
            shown = as_shown(self._case.touchpoints[row], self._case.person, names_shown=self._names_shown)
            return in_full(shown, names_shown=self._names_shown)
        on_axis = Stretching.is_on_axis(self._layout, where)
        return "Drag along here to select a stretch of time" if on_axis else ""

    def _row_at(self, where: QPointF) -> int | None:
        return None if self._layout is None else row_at(self._layout, where.x(), where.y(), self._chosen)

    def _row_in_lane(self, step: int) -> int | None:
        if self._layout is None:
            return None
        return row_in_next_lane(self._layout, self._chosen, step)

    def sizeHint(self) -> QSize:
        return QSize(760, 460)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._hint.hide()
        self._lay_out()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None or self._case is None:
            return
        painter = QPainter(self)
        paint(painter, self._layout, self._theme)
        span: Window | None = self._stretching.window or self._written.span
        edges = None if span is None else edges_of(self._layout, span)
        if edges is not None:
            paint_stretch(painter, self._layout, edges, self._theme)
        paint_notes(painter, self._layout, self._theme)
        _paint_keys(painter, self._layout, self._key_top, self._theme)
        chosen = None if self._chosen is None else mark_of(self._layout, self._chosen)
        if chosen is not None:
            paint_choice(painter, chosen, self._theme)
        if self.hasFocus():
            _paint_focus(painter, self.rect(), self._theme)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if self._stretching.is_on and self._layout is not None and self._case is not None:
            self._stretching.reach(self._layout, self._case.window, where)
            self._hint.say(self._stretching.words, where.toPoint())
            self.update()
            return
        words, cursor = self._words_at(where), Qt.CursorShape.ArrowCursor
        if words:
            on_axis = self._layout is not None and Stretching.is_on_axis(self._layout, where)
            cursor = Qt.CursorShape.SplitHCursor if on_axis else Qt.CursorShape.PointingHandCursor
        self.setCursor(cursor)
        self._hint.say(words, where.toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._layout is None or self._case is None:
            return
        where = event.position()
        if notes := notes_at(self._layout, where.x(), where.y()):
            self.note_chosen.emit(self._written.after_chosen(notes))
        elif Stretching.is_on_axis(self._layout, where):
            self._stretching.begin(self._layout, self._case.window, where)
        else:
            self._choose(self._row_at(where))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._stretching.is_on:
            self._hint.forget()
            self.span_chosen.emit(self._stretching.end())
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hint.hide()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hint.hide()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, shifted = Qt.Key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case keys.Key_Right | keys.Key_Left if shifted:
                self._stretch(1 if event.key() == keys.Key_Right else -1)
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
            case keys.Key_Escape if self._chosen is not None or self._written.span is not None:
                self.let_go.emit()
            case _:
                super().keyPressEvent(event)


def _paint_keys(painter: QPainter, layout: Layout, top: int, theme: Theme) -> None:
    """What the marks mean, and in a row below it what the notes do."""
    middle, right = top + _KEY_HEIGHT / 2, layout.frame.width - 4
    key = lay_out_key(layout, left=4, right=right, middle=middle, width=text_width)
    paint_key(painter, key, theme)
    size = key[0].size if key else layout.frame.text
    middle += _KEY_HEIGHT / 2 + _NOTES_KEY_HEIGHT / 2 - 3
    of_notes = lay_out_note_key(layout, left=8, middle=middle, size=size, width=text_width)
    paint_note_key(painter, of_notes, theme)


def _paint_focus(painter: QPainter, box: QRect, theme: Theme) -> None:
    painter.setPen(QPen(colour(theme.colours["accent"]), 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, -1, -1))
