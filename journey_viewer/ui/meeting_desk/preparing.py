"""Before a meeting: who comes and what for, the time and how it is split, the cases in their order, and the display."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.model.agenda import Agenda
from journey_viewer.model.meetings import USUAL_MINUTES
from journey_viewer.theme import Theme
from journey_viewer.ui.meeting_desk.split import Split
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.share.column import Column

_RIGHT, _HIGH, _ANY = 380, 300, 16_777_215  # pixels; as wide as Qt can think
_UNTIL = "Nobody is chosen yet. Choose people in the Deep dive: their cases stand here then, in their order."
_ONE_DISPLAY = (
    "There is one display: the meeting covers it whole, and this desk is behind it. Leaving it asks first."
)
_OTHERS = "The desk stays here, with your notes and the clock. Only anonymised cases are on the display."


class Preparing(QWidget):
    """Shows an agenda; says what is asked for."""

    changed = Signal()
    """The minutes are others."""
    moved = Signal(int, int)
    """(place among the cases, steps)."""
    display_chosen = Signal(int)
    start_asked = Signal()
    close_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.minutes, self.purpose, self.attendees = QSpinBox(), QLineEdit(), QPlainTextEdit()
        self.cases, self.display = QListWidget(), QComboBox()
        self.earlier = button("Earlier", "small_button", "Move the case up: it is seen earlier")
        self.later = button("Later", "small_button", "Move the case down: it is seen later")
        self.start = button("Start the meeting", "primary", "Show the agenda on the display")
        self.close_meeting = button(
            "Close the meeting", "", "It is over: what is open is carried over to the next"
        )
        self.carried = label(role="", wrap=True)
        self._carried_head = label("First: agreed before, still open", "section")
        self._split, self._share = Split(), label(role="quiet", wrap=True)
        self._remarks, self._why = label(role="warning", wrap=True), label(role="caption", wrap=True)
        self._nobody = label(_UNTIL, "subheading", wrap=True)
        self._after = label(role="caption", wrap=True)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._set_up()
        self._put_together()
        self._connect_signals()
        self.dress(theme)

    @property
    def who_comes(self) -> tuple[str, ...]:
        """A role with its organisation a line."""
        return tuple(filter(None, (line.strip() for line in self.attendees.toPlainText().splitlines())))

    def dress(self, theme: Theme) -> None:
        """What is chosen beside the agenda; under it where text is large."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(under if theme.is_large else beside)
        self._right.setMinimumWidth(theme.scaled(_RIGHT))
        self._right.setMaximumWidth(_ANY if theme.is_large else theme.scaled(_RIGHT))
        self._left.setMinimumHeight(theme.scaled(_HIGH) if theme.is_large else 0)
        self._right.setMinimumHeight(theme.scaled(_HIGH) if theme.is_large else 0)
        self.attendees.setFixedHeight(theme.scaled(104))
        self.cases.setMinimumHeight(theme.scaled(150))

    def forget(self) -> None:
        """Nothing that was typed for a meeting is left."""
        self.purpose.clear()
        self.attendees.clear()
        self.minutes.setValue(USUAL_MINUTES)
        self._split.show_slots(())
        self._show_cases(())
        for told in (self.carried, self._share, self._remarks, self._why, self._after):
            told.clear()
        self.display.clear()

    def show_agenda(self, split: Agenda, cases: Sequence[str], carried: Sequence[str]) -> None:
        """The split of the time, the cases in words, and what is open from before."""
        self._split.show_slots(split.slots)
        self._share.setText(f"{split.improvement:.0%} of the time is for improvement.")
        self._remarks.setText("\n".join(split.remarks))
        self._remarks.setVisible(bool(split.remarks) and bool(cases))
        self._show_cases([f"{case} · {split.each} min" for case in cases])
        self.carried.setText("\n".join(f"• {action}" for action in carried))
        for widget in (self.carried, self._carried_head):
            widget.setVisible(bool(carried))

    def show_after(self, words: str) -> None:
        """What follows the cases, or why nothing does."""
        self._after.setText(words)
        self._after.setVisible(bool(words))

    def show_plan(self, minutes: int, purpose: str, attendees: str) -> None:
        """What was said when the meeting began."""
        if self.minutes.value() != minutes:
            self.minutes.setValue(minutes)
        if self.purpose.text() != purpose:
            self.purpose.setText(purpose)
        if self.attendees.toPlainText() != attendees:
            self.attendees.setPlainText(attendees)

    def show_displays(self, displays: Sequence[str], chosen: int, *, alone: bool) -> None:
        """What can be chosen; ``alone``: there is one, or all show the same."""
        if [self.display.itemText(place) for place in range(self.display.count())] != list(displays):
            self.display.clear()
            self.display.addItems(list(displays))
            self.display.setCurrentIndex(chosen)
        self.display.setEnabled(len(displays) > 1)
        self._why.setText(_ONE_DISPLAY if alone else _OTHERS)

    def show_state(self, *, is_open: bool, ready: bool, locked: bool) -> None:
        """``is_open``: a meeting was begun. ``ready``: there is something to show. ``locked``: nothing can be written."""
        self.start.setText("Go on with the meeting" if is_open else "Start the meeting")
        self.start.setEnabled(ready)
        self.close_meeting.setVisible(is_open and not locked)
        for field in (self.minutes, self.purpose, self.attendees):
            field.setEnabled(not is_open and not locked)
        for made in (self.earlier, self.later):
            made.setEnabled(not locked and self.cases.count() > 1)

    def _show_cases(self, cases: Sequence[str]) -> None:
        here = self.cases.currentRow()
        if [self.cases.item(row).text() for row in range(self.cases.count())] != list(cases):
            self.cases.clear()
            self.cases.addItems(list(cases))
            self.cases.setCurrentRow(min(max(here, 0), len(cases) - 1))
        self._nobody.setVisible(not cases)
        self.cases.setVisible(bool(cases))

    def _set_up(self) -> None:
        self.minutes.setRange(15, 480)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(USUAL_MINUTES)
        self.minutes.setSuffix(" minutes")
        self.minutes.setAccessibleName("Time for the meeting")
        self.purpose.setAccessibleName("Purpose")
        self.purpose.setPlaceholderText("so that everybody would know that it was achieved")
        self.attendees.setAccessibleName("Who comes")
        self.attendees.setPlaceholderText("roles with their organisations, one a line")
        self.attendees.setTabChangesFocus(True)
        for field in (self.purpose, self.attendees, self.minutes.lineEdit()):
            field.setAcceptDrops(False)  # lists may be dropped here too: they are the window's
        self.cases.setObjectName("agenda_cases")
        self.cases.setAccessibleName("Cases in their order")
        self.display.setAccessibleName("Display")

    def _put_together(self) -> None:
        order = QHBoxLayout()
        order.addWidget(self.earlier)
        order.addWidget(self.later)
        order.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._carried_head)
        column.addWidget(self.carried)
        column.addWidget(label("Agenda", "section"))
        column.addWidget(self._split)
        column.addWidget(self._share)
        column.addWidget(self._remarks)
        column.addSpacing(6)
        column.addWidget(label("Cases, in the order in which they are seen", "section"))
        column.addWidget(self._nobody)
        column.addWidget(self.cases, 1)
        column.addWidget(self._after)
        column.addLayout(order)
        self._right = self._made_right()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(16)
        self._left = card(Column(inside), margin=1)
        self._beside.addWidget(self._left, 1)
        self._beside.addWidget(self._right)
        self.setLayout(self._beside)

    def _made_right(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        for heading, widget in (
            ("Purpose", self.purpose),
            ("Who comes", self.attendees),
            ("Time", self.minutes),
            ("Display", self.display),
        ):
            named = label(heading, "field")
            named.setBuddy(widget)
            column.addWidget(named)
            column.addWidget(widget)
            column.addSpacing(4)
        column.addWidget(self._why)
        column.addSpacing(8)
        column.addWidget(self.start)
        column.addWidget(self.close_meeting)
        column.addStretch()
        return card(Column(inside), margin=1)

    def _connect_signals(self) -> None:
        self.minutes.valueChanged.connect(self._on_minutes_changed)
        self.earlier.clicked.connect(self._on_earlier_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.display.activated.connect(self.display_chosen)
        self.start.clicked.connect(self.start_asked)
        self.close_meeting.clicked.connect(self.close_asked)

    def _on_minutes_changed(self, _minutes: int) -> None:
        self.changed.emit()

    def _on_earlier_clicked(self) -> None:
        self._move(-1)

    def _on_later_clicked(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        here = self.cases.currentRow()
        if 0 <= here + steps < self.cases.count():
            self.moved.emit(here, steps)
            self.cases.setCurrentRow(here + steps)
