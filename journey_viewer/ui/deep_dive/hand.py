"""What the mouse, the wheel and two fingers mean on the journey."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from journey_viewer.model.days import day_in_words
from journey_viewer.model.people import Window
from journey_viewer.timeline.layout import Layout
from journey_viewer.timeline.looking import Looking
from journey_viewer.timeline.nearest import lane_at, row_at
from journey_viewer.timeline.note_marks import notes_at
from journey_viewer.timeline.shading import holiday_at
from journey_viewer.timeline.stretch import day_at
from journey_viewer.timeline.zooming import dragged, zoomed
from journey_viewer.ui.deep_dive.hint import Hint
from journey_viewer.ui.deep_dive.saying import in_a_hint
from journey_viewer.ui.deep_dive.shown import Shown
from journey_viewer.ui.deep_dive.stretching import Stretching

_NOTCH = 120.0  # what a wheel says of one of its notches
_NEARER, _ALONG = 1.2, 60.0  # times, and pixels, a notch
_LEAST = 4.0  # pixels: less is a click
_CURSOR = Qt.CursorShape


class Move:
    """Nearer, farther or along by hand: gathered until the picture is drawn again."""

    def __init__(self) -> None:
        self._factor, self._x, self._pixels = 1.0, 0.0, 0.0

    def zoom(self, factor: float, x: float) -> None:
        self._factor, self._x = self._factor * factor, x

    def pull(self, pixels: float) -> None:
        self._pixels += pixels

    def taken(self, looking: Looking, layout: Layout) -> Looking:
        """How the journey is looked at after all that was gathered, which is then forgotten."""
        factor, pixels = self._factor, self._pixels
        self._factor, self._pixels = 1.0, 0.0
        if factor != 1.0:
            return zoomed(looking, layout, factor, self._x)
        return dragged(looking, layout, pixels) if pixels else looking


def moved_by(event: QWheelEvent) -> tuple[float, float]:
    """How many times nearer, and how many pixels along, a turn of the wheel or two fingers mean."""
    across, down = event.angleDelta().x(), event.angleDelta().y()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        across, down = across or down, 0
    if abs(across) > abs(down):
        finger = event.pixelDelta().x()
        return 1.0, float(finger) if finger else across / _NOTCH * _ALONG
    return _NEARER ** (down / _NOTCH), 0.0


def pinched_by(event: QNativeGestureEvent) -> float:
    """How many times nearer two fingers mean that move apart."""
    is_zoom = event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
    return max(0.2, 1.0 + event.value()) if is_zoom else 1.0


class Grip:
    """The button is held: from where, how far it has come since, and whether it took hold of a mark."""

    def __init__(self) -> None:
        self._from: QPointF | None = None
        self._last = 0.0
        self.pulls = self.on_mark = False

    @property
    def is_on(self) -> bool:
        return self._from is not None

    def begin(self, where: QPointF, *, on_mark: bool) -> None:
        self._from, self._last, self.pulls, self.on_mark = where, where.x(), False, on_mark

    def pulled_to(self, where: QPointF) -> float:
        """How many pixels further it pulls; nothing until it is more than a click."""
        if self._from is not None and (where - self._from).manhattanLength() >= _LEAST:
            self.pulls = True
        if not self.pulls:
            return 0.0
        pixels, self._last = where.x() - self._last, where.x()
        return pixels

    def end(self) -> bool:
        """Whether it was a click beside everything."""
        was_click = self.is_on and not self.pulls and not self.on_mark
        self._from, self.pulls = None, False
        return was_click


def words_at(layout: Layout, shown: Shown, where: QPointF) -> str:
    """What the hint says there: the notes, else the touchpoint, else the bank holiday, and how to select a stretch."""
    if shown.case is None:
        return ""
    if notes := notes_at(layout, where.x(), where.y()):
        return shown.written.in_words(notes)
    row = row_at(layout, where.x(), where.y(), shown.chosen)
    if row is not None:
        return in_a_hint(shown.case, row, others_with(layout, row), names_shown=shown.names_shown)
    if (lane := lane_at(layout, where.x(), where.y())) is not None:
        return f"{lane.name}\nRight click to hide, merge or move the lane"
    on_axis = Stretching.is_on_axis(layout, where)
    help_ = "Drag along here to select a stretch of time" if on_axis else ""
    day = holiday_in_words(layout, shown.case.window, where) if where.y() <= layout.frame.height else ""
    return "\n".join(words for words in (day, help_) if words)


def holiday_in_words(layout: Layout, window: Window, where: QPointF) -> str:
    """The day there and its name where it is a bank holiday, "" where it is not."""
    name = holiday_at(layout, where.x())
    return f"{day_in_words(day_at(layout, window, where.x()))} · {name}" if name else ""


def others_with(layout: Layout, row: int) -> int:
    """How many more stand in the same mark."""
    piles = (mark.rows for mark in layout.marks if row in mark.rows)
    return len(next(piles, (row,))) - 1


def cursor_at(layout: Layout, shown: Shown, where: QPointF) -> Qt.CursorShape:
    """What the pointer looks like: on the axis, on what can be chosen, on a plot that can be pulled."""
    notes = notes_at(layout, where.x(), where.y())
    if Stretching.is_on_axis(layout, where) and not notes:
        return _CURSOR.SplitHCursor
    if notes or row_at(layout, where.x(), where.y(), shown.chosen) is not None:
        return _CURSOR.PointingHandCursor
    on_plot = layout.left <= where.x() <= layout.right and layout.top <= where.y() <= layout.bottom
    return _CURSOR.OpenHandCursor if on_plot and not shown.looking.is_whole else _CURSOR.ArrowCursor


class Hand(QObject):
    """Takes what the mouse does on a picture and says what it means; says beside the pointer what is there."""

    row_chosen = Signal(int)
    note_chosen = Signal(int)
    span_chosen = Signal(object)
    """A Window, or None where the stretch is let go."""
    beside_clicked = Signal()
    fit_asked = Signal()
    moved = Signal()
    """Something was added to ``move``."""

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._grip = Grip()
        self.stretching = Stretching()
        self.move = Move()
        self.hint = Hint(room)

    def press(self, where: QPointF, shown: Shown, layout: Layout) -> None:
        if shown.case is None:
            return
        self.hint.forget()
        if notes := notes_at(layout, where.x(), where.y()):
            self.note_chosen.emit(shown.written.after_chosen(notes))
        elif Stretching.is_on_axis(layout, where):
            self.stretching.begin(layout, shown.case.window, where)
        else:
            row = row_at(layout, where.x(), where.y(), shown.chosen)
            self._grip.begin(where, on_mark=row is not None)
            if row is not None:
                self.row_chosen.emit(row)
                words = in_a_hint(shown.case, row, others_with(layout, row), names_shown=shown.names_shown)
                self.hint.pin(words, where.toPoint())

    def reach(self, where: QPointF, shown: Shown, layout: Layout) -> None:
        """The pointer has come there, with the button held or not."""
        if shown.case is None:
            return
        if self.stretching.is_on:
            self.stretching.reach(layout, shown.case.window, where)
            self.hint.say(self.stretching.words, where.toPoint())
            self._room.update()
        elif self._grip.is_on:
            self._pull(where, shown)
        else:
            words = words_at(layout, shown, where)
            self._room.setCursor(cursor_at(layout, shown, where))
            self.hint.say(words, where.toPoint())

    def _pull(self, where: QPointF, shown: Shown) -> None:
        pixels = self._grip.pulled_to(where)
        if pixels and not shown.looking.is_whole:
            self._room.setCursor(_CURSOR.ClosedHandCursor)
            self.move.pull(pixels)
            self.moved.emit()

    def release(self) -> None:
        if self.stretching.is_on:
            self.hint.forget()
            self.span_chosen.emit(self.stretching.end())
            self._room.update()
        if self._grip.end():
            self.beside_clicked.emit()
        self._room.unsetCursor()

    def press_twice(self, where: QPointF, shown: Shown, layout: Layout) -> None:
        """On a mark as two clicks; beside them all of the journey is asked for."""
        if row_at(layout, where.x(), where.y(), shown.chosen) is not None or where.y() < layout.top:
            self.press(where, shown, layout)
        else:
            self.fit_asked.emit()

    def turn(self, factor: float, pixels: float, x: float) -> None:
        """A wheel or two fingers: so many times nearer around ``x``, or so far along."""
        if pixels:
            self.move.pull(pixels)
        elif factor != 1.0:
            self.move.zoom(factor, x)
        self.moved.emit()
