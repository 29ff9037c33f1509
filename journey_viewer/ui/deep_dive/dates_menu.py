"""From which day the journey is counted: the calendar, or a day 0."""

from dataclasses import replace
from datetime import date
from functools import partial

import numpy as np
from PySide6.QtCore import QDate
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMenu, QVBoxLayout, QWidget

from journey_viewer.model.case import Case
from journey_viewer.model.days import day_in_words
from journey_viewer.model.words import Service, service_name
from journey_viewer.session import Session
from journey_viewer.timeline.looking import Alignment, alignment_words, day_zero
from journey_viewer.timeline.zooming import fitted
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.choices import DayBox
from journey_viewer.ui.deep_dive.pills import plain
from journey_viewer.ui.parts import label
from journey_viewer.ui.store import Store

_NEAREST = (Service.AE, Service.INPATIENT)
_MOST = 12  # contacts of a service that can be day 0 by their number


class DayZeroDialog(QDialog):
    """Asks for a day."""

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Count from a day")
        self.box = DayBox("Day 0")
        self.box.setDate(QDate(day.year, day.month, day.day))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label("Days are counted from this one, which is day 0."))
        column.addWidget(self.box)
        column.addWidget(buttons)


class DatesMenu(QMenu):
    """Made out of the shown journey whenever it opens; holds nothing of it while nothing is shown."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._parent = parent
        self.aboutToShow.connect(self._on_about_to_show)
        store.changed.connect(self._on_store_changed)

    def _on_store_changed(self, _old: Session, new: Session) -> None:
        if new.shown_case is None:
            self._empty()

    def _empty(self) -> None:
        for menu in self.findChildren(QMenu):
            menu.clear()  # at once: after the lock nothing of anybody may be left in the window
            menu.deleteLater()
        self.clear()

    def _on_about_to_show(self) -> None:
        self._empty()
        case = self._store.session.shown_case
        if case is None:
            return
        self._offer(self, case, Alignment(), "Calendar dates")
        self.addSeparator()
        for service in _NEAREST:
            self._offer(self, case, Alignment(service))
        self._offer_others(case)
        self.addSeparator()
        self._offer_chosen(case)
        self.addAction("A chosen date…").triggered.connect(self._on_date_asked)

    def _offer(self, menu: QMenu, case: Case, alignment: Alignment, words: str = "") -> QAction:
        """An entry; where the journey has no such contact it says so and cannot be chosen."""
        zero = day_zero(case, alignment)
        if not words:
            told = alignment_words(alignment)
            words = f"There is no {told}" if zero is None else f"Day 0: {told}, {_day(zero.at)}"
        action = menu.addAction(plain(words))
        action.setCheckable(True)
        action.setChecked(self._store.session.view.looking.alignment == alignment)
        action.setEnabled(zero is not None or not alignment.is_on)
        action.triggered.connect(partial(self.align, alignment))
        return action

    def _offer_others(self, case: Case) -> None:
        others = self.addMenu("Another contact")
        counts = np.bincount(case.touchpoints.service[case.touchpoints.attended], minlength=len(Service))
        for service in Service:
            count = int(counts[service.code])
            if count:
                menu = others.addMenu(plain(service_name(service)))
                for nth in range(1, min(count, _MOST) + 1):
                    self._offer(menu, case, Alignment(service, nth))

    def _offer_chosen(self, case: Case) -> None:
        row = self._store.session.view.touchpoint
        if row is not None:
            day = case.touchpoints.start[row].astype("datetime64[D]").item()
            self._offer(self, case, Alignment(day=day), f"Day 0: the chosen contact, {day_in_words(day)}")

    def align(self, alignment: Alignment, *_: object) -> None:
        """Count from there; all of the journey is seen."""
        looking = self._store.session.view.looking
        self._store.look(looking=replace(fitted(looking), alignment=alignment))

    def _on_date_asked(self) -> None:
        session = self._store.session
        window = session.document.window
        if window is None:
            return
        dialog = DayZeroDialog(session.view.looking.alignment.day or window.first, self._parent)
        if dialogs.answered(dialog):
            self.align(Alignment(day=dialog.box.day))


def _day(ordinal: int) -> str:
    return day_in_words(date.fromordinal(ordinal))
