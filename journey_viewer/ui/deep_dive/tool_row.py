"""Above the journey: how it is looked at, in small buttons that say where something is not as usual."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from journey_viewer.model.case import Case
from journey_viewer.session import Session
from journey_viewer.timeline.entries import EMPTY_DAYS, empty_stretches, entries_of
from journey_viewer.timeline.looking import Filter, alignment_words, day_zero
from journey_viewer.timeline.zooming import fitted
from journey_viewer.ui.deep_dive.dates_menu import DatesMenu
from journey_viewer.ui.deep_dive.filter_row import FilterRow, found_in_words
from journey_viewer.ui.deep_dive.flow import Flow
from journey_viewer.ui.deep_dive.lanes_menu import LanesMenu, lanes_in_words
from journey_viewer.ui.deep_dive.pills import Pill
from journey_viewer.ui.parts import label
from journey_viewer.ui.store import Store

_DATES = "Calendar dates, or days before and after a day 0"
_LANES = "Hide, merge and move lanes"
_FOLD = f"Fold stretches of {EMPTY_DAYS} days and more in which nothing happened"
_NO_FOLD = f"There is no stretch of {EMPTY_DAYS} days in which nothing happened"
FOUND_HINT = "Draw what was found on the journey: bands for stretches, links between contacts"


class ToolRow(QWidget):
    """Follows the Store and changes how it looks at the journey."""

    copy_picture_asked = Signal()
    copy_text_asked = Signal()
    keys_asked = Signal()
    left = Signal()
    """The journey is to have the focus."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._case: Case | None = None
        self.dates_menu, self.lanes_menu, self.copy_menu = (
            DatesMenu(store, self),
            LanesMenu(store, self),
            QMenu(self),
        )
        self.as_picture = self.copy_menu.addAction("As a picture")
        self.as_text = self.copy_menu.addAction("As text")
        self.fit = Pill("Fit", "Show all of the journey (0 or F on it, or a double click)")
        self.dates = Pill("Dates", _DATES, menu=self.dates_menu)
        self.lanes = Pill("Lanes", _LANES, menu=self.lanes_menu)
        self.filter = Pill("Filter", "Let some of it stand out and dim the rest", checkable=True)
        self.findings = Pill("Findings", FOUND_HINT, checkable=True)
        self.fold = Pill("Fold empty time", _FOLD, checkable=True)
        self.copy = Pill("Copy", "Copy what is seen (Ctrl+C on the journey)", menu=self.copy_menu)
        self.keys = Pill("?", "Show the keys (? on the journey)")
        self.keys.setAccessibleName("Keys on the journey")
        self.filter_row = FilterRow()
        self._put_together()
        self._connect_signals()
        self._show_session(store.session)

    def _put_together(self) -> None:
        title = label("Journey", "section")
        title.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        pills = (
            self.fit,
            self.dates,
            self.lanes,
            self.filter,
            self.findings,
            self.fold,
            self.copy,
            self.keys,
        )
        row = QWidget()
        Flow(row, title, *pills)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(row)
        column.addWidget(self.filter_row)
        self.filter_row.hide()

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.fit.clicked.connect(self._on_fit_clicked)
        self.filter.clicked.connect(self._on_filter_clicked)
        self.findings.clicked.connect(self._on_findings_clicked)
        self.fold.clicked.connect(self._on_fold_clicked)
        self.keys.clicked.connect(self.keys_asked)
        self.as_picture.triggered.connect(self.copy_picture_asked)
        self.as_text.triggered.connect(self.copy_text_asked)
        self.filter_row.told.connect(self._on_filter_told)
        self.filter_row.left.connect(self.left)

    def _on_store_changed(self, old: Session, new: Session) -> None:
        self.findings.setChecked(new.view.found)
        if new.shown_case is not self._case or new.view.looking != old.view.looking:
            self._show_session(new)

    def _show_session(self, session: Session) -> None:
        case, looking = session.shown_case, session.view.looking
        if case is not self._case:
            self._allow_folding(case)
        self._case = case
        self.setEnabled(case is not None)
        self.fit.setVisible(not looking.is_whole)
        self.findings.setChecked(session.view.found)
        self.fold.setChecked(looking.folded)
        hidden = lanes_in_words(looking.lanes)
        self.lanes.say(f"Lanes: {hidden}" if hidden else "Lanes", unusual=not looking.lanes.is_usual)
        self._show_dates(case, session)
        self.filter_row.show_filter(case, looking.filter)
        if looking.filter.is_on:
            self.filter.setChecked(True)
        elif case is None:
            self.filter.setChecked(False)
        self.filter_row.setVisible(self.filter.isChecked())
        found = found_in_words(case, looking.filter)
        self.filter.setAccessibleName(f"Filter, on, {found}" if found else "Filter")

    def _show_dates(self, case: Case | None, session: Session) -> None:
        alignment = session.view.looking.alignment
        told = alignment_words(alignment)
        there = case is not None and day_zero(case, alignment) is not None
        hint = f"Day 0 is {told}" if there else f"There is no {told} in this journey, so dates are shown"
        words = "Day 0" if there else "No day 0" if alignment.is_on else "Dates"
        self.dates.say(words, unusual=alignment.is_on)
        self.dates.setToolTip(hint if told else _DATES)
        self.dates.setAccessibleDescription(hint if told else _DATES)

    def _allow_folding(self, case: Case | None) -> None:
        there = False
        if case is not None:
            everything = np.ones(len(case.touchpoints), np.bool_)
            there = bool(empty_stretches(entries_of(case, everything)))
        self.fold.setEnabled(there)
        told = _FOLD if there or case is None else _NO_FOLD
        self.fold.setToolTip(told)
        self.fold.setAccessibleDescription(told)

    def _on_fit_clicked(self) -> None:
        self._store.look(looking=fitted(self._store.session.view.looking))
        self.left.emit()

    def _on_findings_clicked(self, wanted: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._store.look(found=wanted)

    def say_findings(self, kinds: str) -> None:
        """Which findings are drawn, in words."""
        told = f"{FOUND_HINT}. {kinds}" if kinds else FOUND_HINT
        self.findings.setToolTip(told)
        self.findings.setAccessibleDescription(told)

    def _on_fold_clicked(self, folded: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._store.look(looking=replace(self._store.session.view.looking, folded=folded))

    def _on_filter_clicked(self, wanted: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        """On, there is a row to say what stands out; off, nothing is filtered."""
        self.filter_row.setVisible(wanted)
        if wanted:
            self.filter_row.words.setFocus()
        else:
            self._on_filter_told(Filter())

    def _on_filter_told(self, chosen: Filter) -> None:
        self._store.look(looking=replace(self._store.session.view.looking, filter=chosen))
