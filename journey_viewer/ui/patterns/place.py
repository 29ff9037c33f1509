"""The place "Patterns": what the journeys of the chosen people have in common, and what could be done about it."""

from datetime import date

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journey_viewer.model.findings import Finding
from journey_viewer.model.people import Window
from journey_viewer.patterns.definitions import changed_by
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.timeline.zooming import fitted
from journey_viewer.ui import dialogs
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.patterns.found import Found
from journey_viewer.ui.patterns.grid import Grid
from journey_viewer.ui.patterns.legend import Legend
from journey_viewer.ui.patterns.meeting import Meeting
from journey_viewer.ui.patterns.pen import set_thresholds
from journey_viewer.ui.patterns.thresholds_dialog import ThresholdsDialog
from journey_viewer.ui.patterns.words import COMMON, NOBODY, NOBODY_SEEN, heading, left_out, square_in_words
from journey_viewer.ui.store import Store

PLACE = "patterns"
_MEETING, _ANY, _GRID_LEAST, _CARD = 316, 16_777_215, 320, 12  # pixels; as wide as Qt can think


class Patterns(QWidget):
    """Follows the Store."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._store = store
        self.found = Found(self)
        self._heading, self._common = label(role="heading"), label(COMMON, "quiet", wrap=True)
        self._left_out = label(role="warning", wrap=True)
        self.thresholds = button(
            "Thresholds: edit…", "small_link", "See and change from when on a pattern is one"
        )
        self.grid, self.meeting = Grid(store, theme), Meeting(store)
        self._nobody = label(NOBODY, "subheading", wrap=True)
        self.choose = button("Go to the Deep dive", "primary", "Choose people there")
        self._pages, self._beside = QStackedWidget(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._legend = Legend(theme)
        self._put_together()
        self._connect_signals()
        self.dress(theme)
        self._show(store.session)

    def dress(self, theme: Theme) -> None:
        """What is for the meeting beside the squares; under them where text is large."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(under if theme.is_large else beside)
        wide = theme.scaled(_MEETING)
        self._meeting_card.setMinimumWidth(wide)
        self._meeting_card.setMinimumHeight(theme.scaled(_GRID_LEAST) if theme.is_large else 0)
        self.grid.setMinimumHeight(theme.scaled(_GRID_LEAST))
        self._give_room()

    def _give_room(self) -> None:
        """Squares no further apart than can be read along; what they leave is for the meeting."""
        beside = self._beside.direction() is QBoxLayout.Direction.LeftToRight
        self._grid_card.setMaximumWidth(self.grid.widest + 2 * _CARD if beside else _ANY)

    def forget(self) -> None:
        """Stop what is being worked out, and hold nothing of anybody: the window closes."""
        self.meeting.meaning.forget()
        self.found.forget()

    def _put_together(self) -> None:
        self._meeting_card = card(self.meeting, margin=1)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(16)
        self._grid_card = card(self.grid, self._legend, margin=8)
        self._beside.addWidget(self._grid_card, 4)
        self._beside.addWidget(self._meeting_card, 1)
        shown = QWidget()
        shown.setLayout(self._beside)
        nobody = QVBoxLayout()
        nobody.setContentsMargins(0, 0, 0, 0)
        nobody.setSpacing(14)
        nobody.addWidget(self._nobody)
        nobody.addWidget(self.choose)
        nobody.addStretch()
        empty = QWidget()
        empty.setLayout(nobody)
        self._pages.addWidget(shown)
        self._pages.addWidget(empty)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._common, 1)
        said.addWidget(self.thresholds, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(said)
        column.addWidget(self._left_out)
        column.addWidget(self._pages, 1)

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.found.changed.connect(self._on_found_changed)
        self.grid.square_chosen.connect(self._on_grid_square_chosen)
        self.grid.meaning_asked.connect(self._on_grid_meaning_asked)
        self.meeting.compare_asked.connect(self._on_meeting_compare_asked)
        self.meeting.meaning.closed.connect(self._on_meaning_closed)
        self.thresholds.clicked.connect(self._on_thresholds_clicked)
        self.choose.clicked.connect(self._on_choose_clicked)

    def _on_store_changed(self, old: Session, new: Session) -> None:
        seen = new.view.place == PLACE
        if new.lists is not old.lists:
            self.forget()  # it may show somebody who was taken out
        if seen:
            self.found.follow(new)
        meaning, thresholds = self.meeting.meaning, new.document.thresholds
        if meaning.pattern and thresholds != old.document.thresholds:
            meaning.show_meaning(meaning.pattern, thresholds)
        if seen or new.view.names_shown != old.view.names_shown or new.lists is not old.lists:
            self._show(new)

    def _show(self, session: Session) -> None:
        table, people = self.found.table, len(session.shared_people)
        self._heading.setText(heading(people) if people else "Patterns")
        self._common.setVisible(bool(people))
        said = left_out(session)
        self._left_out.setText(said)
        self._left_out.setVisible(bool(said))
        changed = len(changed_by(session.document.thresholds))
        self.thresholds.setText(f"Thresholds: edit… ({changed} changed)" if changed else "Thresholds: edit…")
        self.thresholds.setVisible(bool(people))
        self._nobody.setText(NOBODY_SEEN if session.document.chosen else NOBODY)
        self._pages.setCurrentIndex(0 if people else 1)
        self.grid.show_table(table)
        self.grid.refresh()
        self._give_room()
        self.meeting.show_session(session, table)

    def _on_found_changed(self) -> None:
        self._show(self._store.session)

    def _on_grid_square_chosen(self, row: int, person: int) -> None:
        """The Deep dive at the first finding of the square."""
        table, session = self.found.table, self._store.session
        if person not in session.document.people:
            return
        square = table.rows[row].squares[table.people.index(person)]
        finding = min(square.findings, key=_when)
        numbers = session.case(person).touchpoints.number
        places = np.flatnonzero(np.isin(numbers, finding.contacts)).tolist()
        self._store.look(
            place="deep_dive",
            person=person,
            touchpoint=next(iter(places), None),
            span=Window(finding.first, finding.last),
            note=None,
            comparing=False,
            looking=fitted(session.view.looking),
        )

    def _on_grid_meaning_asked(self, row: int, column: int) -> None:
        table, thresholds = self.found.table, self._store.session.document.thresholds
        told, square = table.rows[row], ""
        if 0 < column <= len(table.people) and not told.squares[column - 1].count:
            square = square_in_words(table.labels[column - 1], told, told.squares[column - 1], thresholds)
        self.meeting.meaning.show_meaning(told.pattern, thresholds, square)
        self.meeting.meaning.show_cases(told.shown_by)
        self.meeting.verticalScrollBar().setValue(0)

    def _on_meeting_compare_asked(self, pattern: str) -> None:
        """The Deep dive with the journeys that show it under each other, and where they do."""
        table = self.found.table
        row = next((row for row in table.rows if row.pattern == pattern), None)
        if row is None:
            return
        squares = zip(table.people, row.squares, strict=True)
        people = tuple(person for person, square in squares if square.count)
        self._store.look(
            place="deep_dive",
            person=people[0],
            comparing=True,
            compared=people,
            compared_for=pattern,
            found=True,
        )

    def _on_meaning_closed(self) -> None:
        self.grid.setFocus()

    def _on_thresholds_clicked(self) -> None:
        self._store.settle()
        session = self._store.session
        dialog = ThresholdsDialog(self, session.document.thresholds, locked=session.keeping.read_only)
        if dialogs.answered(dialog):
            set_thresholds(self._store, dialog.answer)

    def _on_choose_clicked(self) -> None:
        self._store.look(place="deep_dive")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()


def _when(finding: Finding) -> date:
    return finding.first
