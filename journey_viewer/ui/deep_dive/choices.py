"""Choosing among words: one of several, some of several, a day or none."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.theme import Theme
from journey_viewer.ui.icons import sign
from journey_viewer.ui.parts import label
from journey_viewer.ui.stops import stop_at_checked

_SIGN = 14


class Choice(QWidget):
    """One of several words, under a title."""

    told = Signal(object)

    def __init__(self, title: str, words: Mapping[Any, str]) -> None:
        super().__init__()
        self._values = list(words)
        self.box = _Box()
        self.box.addItems(list(words.values()))
        self.box.setAccessibleName(title)
        heading = label(title, "field")
        heading.setBuddy(self.box)
        _column(self, heading, self.box)
        self.box.activated.connect(self._on_box_activated)

    def show_value(self, value: object) -> None:
        self.box.setCurrentIndex(self._values.index(value))

    def _on_box_activated(self, place: int) -> None:
        self.told.emit(self._values[place])


class _Box(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the wheel scrolls what this stands in; it must not change what was said


class DayBox(QDateEdit):
    """A day, with a calendar to choose it from."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)  # a day that is being typed is not told digit by digit
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def day(self) -> date:
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def show_day(self, day: date) -> None:
        if day != self.day:
            self.setDate(QDate(day.year, day.month, day.day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Segments(QWidget):
    """One of a few words, all of them in sight."""

    told = Signal(object)

    def __init__(self, title: str, words: Mapping[Any, str], hints: Mapping[Any, str] | None = None) -> None:
        super().__init__()
        self._values = list(words)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for place, (value, text) in enumerate(words.items()):
            made = QToolButton()
            made.setObjectName("segment")
            made.setText(text)
            made.setCheckable(True)
            made.setToolTip((hints or {}).get(value, ""))
            made.setAccessibleName(f"{title}: {text}")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(made, place)
            row.addWidget(made)
        stop_at_checked(self._group)
        self._group.idClicked.connect(self._on_group_id_clicked)

    @property
    def buttons(self) -> list[Any]:
        return self._group.buttons()

    def show_value(self, value: object) -> None:
        """Mark this one; none where it is not among them."""
        self._group.setExclusive(False)
        for place, told in enumerate(self._values):
            self._group.button(place).setChecked(told == value)
        self._group.setExclusive(True)
        stop_at_checked(self._group)

    def _on_group_id_clicked(self, place: int) -> None:
        stop_at_checked(self._group)
        self.told.emit(self._values[place])


class Ticks(QWidget):
    """Some of several words, as a set."""

    told = Signal(object)

    def __init__(self, words: Mapping[Any, str]) -> None:
        super().__init__()
        self.boxes = {value: QCheckBox(text) for value, text in words.items()}
        _column(self, *self.boxes.values(), spacing=0)
        for box in self.boxes.values():
            box.clicked.connect(self._on_box_clicked)

    def show_values(self, values: Iterable[object]) -> None:
        ticked = set(values)
        for value, box in self.boxes.items():
            box.setChecked(value in ticked)

    def _on_box_clicked(self) -> None:
        self.told.emit(frozenset(value for value, box in self.boxes.items() if box.isChecked()))


class DayOrNone(QWidget):
    """A day where it is ticked that there is one."""

    told = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.tick, self.box = QCheckBox(title), DayBox(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tick)
        row.addWidget(self.box, 1)
        self.box.setEnabled(False)
        self.tick.clicked.connect(self._on_changed)
        self.box.userDateChanged.connect(self._on_changed)
        self._showing = False

    def show_day(self, day: date | None, otherwise: date) -> None:
        """``otherwise`` is offered where there is none."""
        self._showing = True
        self.tick.setChecked(day is not None)
        self.box.setEnabled(day is not None)
        self.box.show_day(day or otherwise)
        self._showing = False

    def _on_changed(self) -> None:
        if not self._showing:
            self.box.setEnabled(self.tick.isChecked())
            self.told.emit(self.box.day if self.tick.isChecked() else None)


class Section(QWidget):
    """Things under a heading that opens and closes them; closed, it says in short what is in them."""

    def __init__(self, title: str, *contents: QWidget, theme: Theme, is_open: bool = False) -> None:
        super().__init__()
        self._title, self._summary = title, ""
        self.head = QToolButton()
        self.head.setObjectName("section_head")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._body = QWidget()
        inside = _column(self._body, *contents, spacing=9)
        inside.setContentsMargins(2, 4, 2, 12)
        _column(self, self.head, self._body, spacing=0)
        self.dress(theme)
        self.head.toggled.connect(self._on_head_toggled)
        self.head.setChecked(is_open)
        self._on_head_toggled(is_open)

    def dress(self, theme: Theme) -> None:
        """Its sign in the theme's colour, as large as its words."""
        ink, size = theme.colours["quiet"], theme.scaled(_SIGN)
        self._signs = {name: QIcon(sign(name, ink, size)) for name in ("open", "closed")}
        self.head.setIconSize(QSize(size, size))
        self._say()

    def sum_up(self, summary: str) -> None:
        """What it says in short."""
        self._summary = summary
        self._say()

    def _say(self) -> None:
        words = f"{self._title} · {self._summary}" if self._summary else self._title
        is_open = self.head.isChecked()
        self.head.setText(words)
        self.head.setIcon(self._signs["open" if is_open else "closed"])
        self.head.setAccessibleName(f"{words}, {'open' if is_open else 'closed'}")

    def _on_head_toggled(self, is_open: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._body.setVisible(is_open)
        self._say()


def _column(owner: QWidget, *contents: QWidget, spacing: int = 3) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in contents:
        column.addWidget(widget)
    return column
