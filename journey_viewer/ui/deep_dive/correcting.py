"""Corrects one touchpoint, with what the list itself says beside each field."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.model.days import day_in_words
from journey_viewer.model.edits import Correction
from journey_viewer.model.people import Person
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import OUTCOME_NAMES, Kind, Outcome, Service, service_name
from journey_viewer.ui.deep_dive.text_fields import TextField
from journey_viewer.ui.deep_dive.words import as_shown
from journey_viewer.ui.parts import button, fit_dialog, label

_HIDDEN = "Names are hidden: show them (F8) to correct this."
_NOTHING = "nothing"


class Correcting(QDialog):
    """``correction`` is what the touchpoint should say: only what differs from the list's own words."""

    def __init__(
        self, listed: Touchpoint, now: Touchpoint, person: Person, *, names_shown: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._listed = listed
        shown = as_shown(listed, person, names_shown=names_shown)
        self.day = QDateEdit()
        self.timed = QCheckBox("at")
        self.time = QTimeEdit()
        self.service = _choices({service_name(service): service for service in Service})
        self.outcome = _choices({OUTCOME_NAMES[outcome].capitalize(): outcome for outcome in Outcome})
        self.reason = TextField("Reason", hidden=names_shown is False and _blotted(listed, now, person))
        self.clinician = TextField("Clinician", lines=1, hidden=not names_shown)
        self.as_listed = button("As the list says it", hint="Take back every correction of this touchpoint")
        self.use = button("Correct", "primary")
        self._cancel = button("Cancel")
        self._dress()
        self._put_together(shown, names_shown=names_shown)
        self._show(now)
        self._connect_signals()

    @property
    def correction(self) -> Correction:
        """Nothing but the number where everything is as the list says."""
        listed = self._listed
        start, timed = self._start, self.timed.isChecked()
        same = (start, timed) == (_to_the_minute(listed), listed.timed)
        service, outcome = Service(self.service.currentData()), Outcome(self.outcome.currentData())
        reason, clinician = self.reason.text, self.clinician.text
        return Correction(
            listed.number,
            start=None if same else start,
            timed=None if timed == listed.timed else timed,
            service=None if service is listed.service else service,
            outcome=None if outcome is listed.outcome else outcome,
            reason=None if reason == listed.reason else reason,
            clinician=None if clinician == listed.clinician else clinician,
        )

    @property
    def _start(self) -> datetime:
        day, hour = self.day.date(), self.time.time()
        moment = time(hour.hour(), hour.minute()) if self.timed.isChecked() else time()
        return datetime.combine(date(day.year(), day.month(), day.day()), moment)

    def _show(self, touchpoint: Touchpoint) -> None:
        start = touchpoint.start
        self.day.setDate(QDate(start.year, start.month, start.day))
        self.time.setTime(QTime(start.hour, start.minute))
        self.timed.setChecked(touchpoint.timed)
        self.time.setEnabled(touchpoint.timed)
        self.service.setCurrentIndex(self.service.findData(touchpoint.service))
        self.outcome.setCurrentIndex(self.outcome.findData(touchpoint.outcome))
        self.reason.show_text(touchpoint.reason)
        self.clinician.show_text(touchpoint.clinician)

    def _dress(self) -> None:
        self.setWindowTitle("Correct a touchpoint")
        fit_dialog(self, 680, 400)
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setCalendarPopup(True)
        self.day.setMinimumDate(QDate(1900, 1, 1))
        end = self._listed.end
        if end is not None and self._listed.kind in (Kind.STAY, Kind.OPEN_SERVICE):
            self.day.setMaximumDate(QDate(end.year, end.month, end.day))
        self.time.setDisplayFormat("HH:mm")
        for widget, name in (
            (self.day, "Day"),
            (self.timed, "The time is known"),
            (self.time, "Time"),
            (self.service, "Service"),
            (self.outcome, "Outcome"),
        ):
            widget.setAccessibleName(name)

    def _put_together(self, shown: Touchpoint, *, names_shown: bool) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.addWidget(label("The list itself says", "caption"), 0, 2)
        for row, (name, field, says) in enumerate(self._fields(shown, names_shown=names_shown), start=1):
            grid.addWidget(label(name, "section"), row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(label(says or _NOTHING, "quiet", wrap=True), row, 2)
        actions = QHBoxLayout()
        actions.addWidget(self.as_listed)
        actions.addStretch()
        actions.addWidget(self._cancel)
        actions.addWidget(self.use)
        self.use.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(14)
        told = "What the list says stays in the case file, and is shown beside what you correct."
        column.addWidget(label(told, "quiet", wrap=True))
        column.addLayout(grid)
        column.addStretch()
        column.addLayout(actions)

    def _fields(self, shown: Touchpoint, *, names_shown: bool) -> list[tuple[str, QWidget, str]]:
        when = QWidget()
        row = QHBoxLayout(when)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.day, 2)
        row.addWidget(self.timed)
        row.addWidget(self.time, 1)
        hour = f"{shown.start:%H:%M}" if shown.timed else "no time"
        clinician = shown.clinician if names_shown else _HIDDEN
        return [
            ("Date", when, f"{day_in_words(shown.start.date())}, {hour}"),
            ("Service", self.service, service_name(shown.service)),
            ("Outcome", self.outcome, OUTCOME_NAMES[shown.outcome]),
            ("Reason", self.reason, f"{shown.reason}\n{_HIDDEN}" if self.reason.hidden else shown.reason),
            ("Clinician", self.clinician, clinician),
        ]

    def _connect_signals(self) -> None:
        self.timed.toggled.connect(self.time.setEnabled)
        self.as_listed.clicked.connect(self._on_as_listed_clicked)
        self.use.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)

    def _on_as_listed_clicked(self) -> None:
        self._show(self._listed)


def _blotted(listed: Touchpoint, now: Touchpoint, person: Person) -> bool:
    """Whether a name stands in either reason."""
    return any(as_shown(told, person, names_shown=False).reason != told.reason for told in (listed, now))


def _to_the_minute(touchpoint: Touchpoint) -> datetime:
    start = touchpoint.start
    moment = time(start.hour, start.minute) if touchpoint.timed else time()
    return datetime.combine(start.date(), moment)


def _choices(told: dict[str, Service] | dict[str, Outcome]) -> QComboBox:
    """Words to choose from, and what each means; Qt gives back plain text for it."""
    made = QComboBox()
    for words, value in told.items():
        made.addItem(words, value)
    return made
