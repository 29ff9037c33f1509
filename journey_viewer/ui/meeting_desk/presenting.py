"""While a meeting is on the wall: what the room sees, the clock, what comes next, notes, and the line to write in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.theme import Theme
from journey_viewer.timeline.wrapping import kept_apart
from journey_viewer.ui.deep_dive.flow import Flow
from journey_viewer.ui.meeting.canvas import Canvas
from journey_viewer.ui.meeting.keys import Wish
from journey_viewer.ui.meeting.wall import HEIGHT, Wall
from journey_viewer.ui.meeting_desk.entry import Entry
from journey_viewer.ui.meeting_desk.hints import hint, left
from journey_viewer.ui.meeting_desk.questions import PROMPTS
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.share.column import Column

_NOTES, _ANY = 330, 16_777_215  # pixels; as wide as Qt can think
_LINE = "Answer"
_NO_BREAK, _WHOLE = "\u00a0", 40  # letters
IN_COMMON = "What the cases have in common: C"
BUTTONS = (
    (Wish.PREVIOUS, "‹ Back", "The contact, finding or pattern before (Page Up)"),
    (Wish.NEXT, "Next ›", "The next contact, finding or pattern (Space, Page Down)"),
    (Wish.NEXT_CASE, "Next case", "N; P for the one before, Home for the agenda"),
    (Wish.COMMON, "In common", IN_COMMON),
    (Wish.LEVEL, "Level", "Who can solve this: L, then 1 to 5"),
    (Wish.TABLE, "At the table", "Who else needs to be at the table: T"),
    (Wish.IDEA, "Idea", "An idea: I"),
    (Wish.ACTION, "Action", "An action: A"),
    (Wish.CHANGE, "Change", "Change an action that was recorded: E, then its number"),
    (Wish.MARKS, "Marks", "What the marks on the picture mean: K"),
    (Wish.BLANK, "Blank", "A blank display: B"),
    (Wish.KEYS, "Keys", "Every key: ?"),
    (Wish.LEAVE, "Leave", "Take the meeting off the display; it can be gone on with"),
)


@dataclass(frozen=True)
class Aside:
    """What the presenter alone sees, in words."""

    now: str = ""
    gone: str = ""
    left: str = ""
    next: str = ""
    notes: Sequence[tuple[str, str]] = ()


class Mirror(QWidget):
    """The wall as the room sees it, small; takes the same keys."""

    pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._canvas, self._wall = Canvas(theme), Wall(1920)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("On the display")
        self.setMinimumSize(320, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def dress(self, theme: Theme) -> None:
        self._canvas = Canvas(theme)
        self.update()

    def show_wall(self, wall: Wall) -> None:
        """Another page."""
        self._wall = wall
        self.setAccessibleDescription("\n".join(word for word in wall.words if word))
        self.update()

    def forget(self) -> None:
        self._canvas.forget()
        self.show_wall(Wall(1920))

    def sizeHint(self) -> QSize:
        return QSize(480, 270)  # it grows where there is room: the question stays in sight

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = min(self.width() / self._wall.width, self.height() / HEIGHT)
        size = QSize(round(self._wall.width * scale), round(HEIGHT * scale))
        painter.translate((self.width() - size.width()) // 2, 0)
        painter.save()
        self._canvas.paint(painter, self._wall, size, self.devicePixelRatioF())
        painter.restore()
        painter.setPen(
            self.palette().color(self.foregroundRole()) if self.hasFocus() else self.palette().mid().color()
        )
        painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit(event)


class Presenting(QWidget):
    """Shows it; says which buttons were pressed, and what was typed."""

    asked = Signal(object)
    """The Wish of a button."""
    typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.mirror, self.line = Mirror(theme), _Line()
        self.now, self.left = label(role="figure"), label(role="figure")
        self.gone, self.next = label(role="quiet"), label(role="quiet", wrap=True)
        self.buttons = {wish: button(text, "small_button", tip) for wish, text, tip in BUTTONS}
        self._prompt, self._left = label(role="section", wrap=True), label(role="caption")
        self._hint = label(role="caption", wrap=True)
        self._choices, self._writes = label(wrap=True), QFrame()
        self._notes = QVBoxLayout()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._put_together()
        self.line.setAccessibleName(_LINE)
        self.line.textChanged.connect(self.typed)
        self._group = QButtonGroup(self)
        for place, made in enumerate(self.buttons.values()):
            self._group.addButton(made, place)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self._on_group_id_clicked)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """The notes beside what the room sees; under it where text is large."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(under if theme.is_large else beside)
        self._side.setMinimumWidth(theme.scaled(_NOTES))
        self._side.setMaximumWidth(_ANY if theme.is_large else theme.scaled(_NOTES))
        self._side.setMinimumHeight(theme.scaled(_NOTES) // 2 if theme.is_large else 0)

    @property
    def is_asking(self) -> bool:
        """Whether there is a line to write in."""
        return not self._writes.isHidden()

    def show_aside(self, aside: Aside) -> None:
        """What the presenter alone sees."""
        for widget, text in (
            (self.now, aside.now),
            (self.gone, aside.gone),
            (self.left, aside.left),
            (self.next, aside.next),
        ):
            if widget.text() != text:
                widget.setText(text)
        if tuple(aside.notes) != self._shown:
            self._show_notes(aside.notes)

    def show_common(self, why_not: str) -> None:
        """Whether there is a page of what the cases have in common: "", or a sentence why there is none."""
        made = self.buttons[Wish.COMMON]
        made.setEnabled(not why_not)
        made.setToolTip(why_not or IN_COMMON)

    def show_entry(self, entry: Entry | None) -> None:
        """The question, with everything that was typed: this is not the wall."""
        self._writes.setVisible(entry is not None)
        if entry is None:
            self.line.setAccessibleName(_LINE)
            self.line.setAccessibleDescription("")
            self.line.setText("")  # with what could be undone in it
            if self.line.hasFocus():
                self.mirror.setFocus()
            return
        self._prompt.setText(PROMPTS[entry.ask])
        self._left.setText(left(entry))
        self.line.setAccessibleName(PROMPTS[entry.ask])
        self.line.setAccessibleDescription(entry.trouble or f"{left(entry)} · {hint(entry)}".strip(" ·"))
        if self.line.text() != entry.typed:
            self.line.setText(entry.typed)
        self._choices.setText("     ".join(_choices(entry)))
        self._choices.setVisible(bool(entry.seen))
        self._hint.setText(entry.trouble or hint(entry))

    def forget(self) -> None:
        """Nothing of anybody is left."""
        self.mirror.forget()
        self.show_entry(None)
        self.show_aside(Aside())

    def _show_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        self._shown = tuple(notes)
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for heading, text in notes:
            if heading:
                self._notes.addWidget(label(heading, "field", wrap=True))
            self._notes.addWidget(label(text, wrap=True))

    def _put_together(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        for widget in (self.now, self.gone, self.left, self.next):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(label("For you alone", "section"))
        column.addLayout(self._notes)
        column.addStretch()
        self._side = card(Column(inside), margin=1)
        row = QWidget()
        Flow(row, *self.buttons.values())
        self._writes.setObjectName("inset")
        self._writes.hide()
        writing = QVBoxLayout(self._writes)
        writing.setContentsMargins(12, 8, 12, 8)
        asked = QHBoxLayout()
        asked.addWidget(self._prompt, 1)
        asked.addWidget(self._left)
        writing.addLayout(asked)
        writing.addWidget(self.line)
        writing.addWidget(self._choices)
        writing.addWidget(self._hint)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.mirror, 1)
        left.addWidget(self._writes)
        left.addWidget(row)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(16)
        self._beside.addLayout(left, 1)
        self._beside.addWidget(self._side)
        self.setLayout(self._beside)

    def _on_group_id_clicked(self, place: int) -> None:
        self.asked.emit(BUTTONS[place][0])


def _choices(entry: Entry) -> Iterator[str]:
    """Each with its number or the mark of what is chosen, from which no line's end parts it; short ones stay whole."""
    for number, place in enumerate(entry.seen):
        words = kept_apart(entry.choices[place])
        marks = "▸" if number == entry.chosen else "", f"{number + 1}" if entry.has_numbers else ""
        kept = words.replace(" ", _NO_BREAK) if len(words) <= _WHOLE else words
        yield _NO_BREAK.join(part for part in (*marks, kept) if part)


class _Line(QLineEdit):
    """Asks first whether a key is for somebody else."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(False)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            event.setAccepted(False)
            self.pressed.emit(event)
            if event.isAccepted():
                return True
        return super().event(event)
