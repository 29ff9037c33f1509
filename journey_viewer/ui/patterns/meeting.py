"""For the meeting: what a pattern means, what could be done about those that are common, and two reminders."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journey_viewer.patterns.common import InCommon
from journey_viewer.session import Session
from journey_viewer.ui.parts import label
from journey_viewer.ui.patterns.found import Table, veil_for
from journey_viewer.ui.patterns.idea_card import IdeaCard, actions_about
from journey_viewer.ui.patterns.meaning_card import MeaningCard
from journey_viewer.ui.patterns.needs_card import NeedsCard
from journey_viewer.ui.patterns.words import NOT_CAUSED, chosen_for
from journey_viewer.ui.share.column import Column
from journey_viewer.ui.store import Store

_NONE_COMMON = "No pattern is common in these journeys."


class Meeting(Column):
    """A card a common pattern, and one for each other of which something was written."""

    compare_asked = Signal(str)

    def __init__(self, store: Store) -> None:
        self._inside = QWidget()
        super().__init__(self._inside)
        self._store = store
        self.cards: dict[str, IdeaCard] = {}
        self.meaning = MeaningCard()
        self.meaning.compare_asked.connect(self.compare_asked)
        self.needs = NeedsCard()
        self._none = label(_NONE_COMMON, "quiet", wrap=True)
        self._extreme = label(role="caption", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.meaning)
        column.addWidget(label("For the meeting", "section"))
        for widget in (label(NOT_CAUSED, "caption", wrap=True), self._extreme, self._none):
            column.addWidget(widget)
        column.addLayout(self._cards)
        column.addWidget(self.needs)
        column.addStretch()
        queued = Qt.ConnectionType.QueuedConnection  # once all that is new has its place
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed, queued)

    def show_session(self, session: Session, table: Table) -> None:
        rows = {row.pattern: row for row in table.rows if row.common}
        rows |= {row.pattern: row for row in table.rows if _is_written_of(session, row)}
        veil = veil_for(table, names_shown=session.view.names_shown)
        for pattern in self.cards.keys() - rows.keys():
            self._take_away(pattern)
        for place, pattern in enumerate(rows):
            if pattern not in self.cards:
                self.cards[pattern] = IdeaCard(self._store, pattern)
                self.cards[pattern].compare_asked.connect(self.compare_asked)
            if self._cards.indexOf(self.cards[pattern]) != place:
                self._cards.insertWidget(place, self.cards[pattern])
            self.cards[pattern].show_session(session, rows[pattern], veil)
        self._none.setVisible(not any(row.common for row in table.rows))
        self._extreme.setText(chosen_for(len(table.people)))
        self.needs.show_session(session, table.people)
        meant = (row.shown_by for row in table.rows if row.pattern == self.meaning.pattern)
        self.meaning.show_cases(next(meant, 0))

    def _on_range_changed(self) -> None:
        """A field that was just put in is brought into sight with the focus in it."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def _take_away(self, pattern: str) -> None:
        card = self.cards.pop(pattern)
        self._cards.removeWidget(card)
        card.setParent(None)  # at once: after the lock nothing of anybody may be left in the window
        card.deleteLater()


def _is_written_of(session: Session, row: InCommon) -> bool:
    return bool(session.document.ideas.get(row.pattern) or actions_about(session, row.pattern))
