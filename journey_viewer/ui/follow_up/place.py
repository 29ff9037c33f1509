"""The place "Follow up": the actions that were agreed, the meetings that were held, and the words that leave with them."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.words import veil_over
from journey_viewer.ui.follow_up.actions_page import ActionsPage
from journey_viewer.ui.follow_up.before_after import BeforeAfterPage
from journey_viewer.ui.follow_up.meetings_page import MeetingsPage
from journey_viewer.ui.follow_up.shown import summary
from journey_viewer.ui.follow_up.texts import Reading
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.share.words_box import WordsBox
from journey_viewer.ui.store import Store

PLACE = "follow_up"
_WORDS = 2
_PROMISE = (
    "Names, numbers, dates and places are taken out of these words before they leave, and so is every word that"
    " is in none of our lists unless you tick it. Each file is searched before it is kept."
)


class FollowUp(QWidget):
    """Follows the Store."""

    export_asked = Signal(object)
    """The number of the meeting whose minutes are asked for; None for the actions log alone."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._store = store
        self._heading, self._summary = label("Follow up", "heading"), label(role="quiet", wrap=True)
        self.export = button(
            "Export the actions log…", "", "Every action as a workbook, anonymised, into a folder"
        )
        self.tabs = QTabBar()
        self.tabs.setObjectName("page_tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Follow up")
        self.actions_, self.meetings = ActionsPage(store, theme), MeetingsPage(theme)
        self.before_after = BeforeAfterPage(store, theme)
        self.words, self.reading = WordsBox(store, theme), Reading(self)
        self._pages = QStackedWidget()
        self._put_together()
        self._connect_signals()
        self._show(store.session)

    def dress(self, theme: Theme) -> None:
        self.words.list.dress(theme)

    def forget(self) -> None:
        """Stop what is being worked out, and hold nothing of anybody."""
        self.reading.forget()
        self.before_after.forget()

    def allow_export(self, allowed: bool) -> None:  # noqa: FBT001 (one yes or no)
        """While a job runs another cannot be asked for."""
        self.export.setEnabled(allowed)
        self.meetings.export.setEnabled(allowed)

    def _put_together(self) -> None:
        for name in ("Actions", "Meetings", "Words to check", "Before and after"):
            self.tabs.addTab(name)
        words = card(label(_PROMISE, "quiet", wrap=True), self.words)
        for page in (self.actions_, self.meetings, words, self.before_after):
            self._pages.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch()
        head.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._summary)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.reading.changed.connect(self._on_reading_changed)
        self.words.counted.connect(self._on_words_counted)
        self.export.clicked.connect(self._on_export_clicked)
        self.meetings.minutes_asked.connect(self.export_asked)

    def _on_store_changed(self, old: Session, new: Session) -> None:
        seen = new.view.place == PLACE
        if new.lists is not old.lists:
            self.forget()  # it may show somebody who was taken out
        if seen:
            self.reading.follow(new)
        hidden_now = old.view.names_shown and not new.view.names_shown
        if seen or hidden_now or new.lists is not old.lists:
            self._show(new)

    def _show(self, session: Session) -> None:
        actions, meetings = session.document.actions, session.document.meetings
        veil = veil_over(session.imported, names_shown=session.view.names_shown)
        self._summary.setText(summary(actions, date.today()))
        self._summary.setVisible(bool(actions))
        self.export.setVisible(bool(actions))
        self.tabs.setTabText(0, f"Actions ({len(actions):,})" if actions else "Actions")
        self.tabs.setTabText(1, f"Meetings ({len(meetings):,})" if meetings else "Meetings")
        self.actions_.show_session(session, veil)
        self.meetings.show_session(session, veil)
        self.words.show_texts(session, self.reading.texts)
        self.before_after.show_session(session)

    def _on_tabs_current_changed(self, place: int) -> None:
        self._store.settle()
        self._pages.setCurrentIndex(place)
        self.before_after.show_session(self._store.session)

    def _on_reading_changed(self) -> None:
        self.words.show_texts(self._store.session, self.reading.texts)

    def _on_words_counted(self, words: str) -> None:
        self.tabs.setTabText(_WORDS, words)

    def _on_export_clicked(self) -> None:
        self.export_asked.emit(None)
