"""The place "Find": who attends most, who stays so, who is passed around; and picking the cases."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journey_viewer.attendance.asked import BY_GP_CONTACTS, Mix
from journey_viewer.attendance.reasons import REMINDER
from journey_viewer.model.progress import Progress
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.timeline.zooming import fitted
from journey_viewer.ui.find.readiness_box import ReadinessBox
from journey_viewer.ui.find.seeking import Seeking
from journey_viewer.ui.find.table import Table
from journey_viewer.ui.find.tools import Tools
from journey_viewer.ui.find.views import Choice, Views
from journey_viewer.ui.find.waiting import Waiting
from journey_viewer.ui.find.words import HEADING, NOBODY_MATCHES
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.store import Store
from journey_viewer.work.attender_list import Wanted, years_in_words

PLACE = "find"


class Find(QWidget):
    """Follows the Store, once it is looked at: then the lists are looked through."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._store = store
        self.seeking = Seeking(self)
        self.choice, self.views, self.ready = Choice(), Views(theme), ReadinessBox()
        self.tools, self.table = Tools(), Table(theme)
        self.waiting, self.further = Waiting(), Waiting()
        self._years, self._reminder = label(role="quiet"), label(REMINDER, "section", wrap=True)
        self._nobody = label(NOBODY_MATCHES, "subheading", wrap=True)
        self.clear = button("Clear the filter", hint="Show everybody again")
        self._pages = QStackedWidget()
        across = QBoxLayout.Direction.LeftToRight
        self._above = QBoxLayout(across), QBoxLayout(across)
        self._shown: object = None
        self._put_together()
        self._connect_signals()
        self.dress(theme)
        self._show_sought()

    def dress(self, theme: Theme) -> None:
        """What stands beside each other stands under each other where text is large."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for line in self._above:
            line.setDirection(down if theme.is_large else across)

    def _put_together(self) -> None:
        for line, widgets in zip(
            self._above,
            ((label(HEADING, "heading", wrap=True), self.choice), (self._reminder, self._years)),
            strict=True,
        ):
            line.setSpacing(6)
            line.addWidget(widgets[0], 1)
            line.addWidget(widgets[1])
        found = QWidget()
        inside = QVBoxLayout(found)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.views, 5)
        inside.addWidget(self._list(), 8)
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.waiting)
        column.addStretch()
        self._pages.addWidget(found)
        self._pages.addWidget(waiting)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 10, 20, 12)
        whole.setSpacing(8)
        for line in self._above:
            whole.addLayout(line)
        whole.addWidget(self.ready)
        whole.addWidget(self._pages, 1)

    def _list(self) -> QWidget:
        """The card with the people."""
        nobody = QHBoxLayout()
        nobody.addWidget(self._nobody, 1)
        nobody.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        made = card(self.tools, self.further, self.table, margin=12, spacing=8)
        layout = made.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(nobody)
            layout.setStretchFactor(self.table, 1)
        return made

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.seeking.changed.connect(self._on_seeking_changed)
        self.seeking.progressed.connect(self._on_seeking_progressed)
        self.choice.changed.connect(self.views.show_view)
        for waiting in (self.waiting, self.further):
            waiting.cancel.clicked.connect(self.seeking.cancel)
            waiting.again.clicked.connect(self.seeking.again)
            waiting.lists.clicked.connect(self._on_lists_clicked)
        self.tools.ranked.connect(self._on_tools_ranked)
        self.tools.listed_asked.connect(self._on_tools_listed_asked)
        self.tools.wanted_changed.connect(self._on_tools_wanted_changed)
        self.tools.untick_asked.connect(self._on_tools_untick_asked)
        self.tools.open_asked.connect(self._on_tools_open_asked)
        self.clear.clicked.connect(self.tools.clear)
        self.table.rows.tick_asked.connect(self._on_table_tick_asked)
        self.table.person_opened.connect(self._on_table_person_opened)

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self.seeking.forget()
        self.tools.forget()

    def _on_store_changed(self, old: Session, new: Session) -> None:
        seen = new.view.place == PLACE
        if new.lists is not old.lists:
            self.forget()  # it may show somebody who was taken out
        if old.view.names_shown and not new.view.names_shown:
            self.tools.text.clear()  # what was typed may hold a name
        if seen:
            self.seeking.follow(new)
        if self.seeking.found is None:
            return
        if new.document.gone != old.document.gone or new.view.names_shown != old.view.names_shown:
            self._show_found()
        elif new.document is not old.document or new.keeping.read_only != old.keeping.read_only:
            self.table.rows.show_session(new)
            self._say()

    def _on_seeking_changed(self) -> None:
        if self.seeking.found is not self._shown:
            self._show_found()
        self._show_sought()

    def _show_found(self) -> None:
        session, found = self._store.session, self.seeking.found
        self._shown = found
        self.views.show_found(session, found)
        self.table.show_found(session, found, scored=self.seeking.mix != BY_GP_CONTACTS)
        if found is not None:
            self._years.setText(years_in_words(found.years))
            self.ready.show_sentences(found.ready.sentences)
            self.tools.show_found(session, found, self.seeking.mix)
        self._say()

    def _show_sought(self) -> None:
        """What was found, or how far it is from being so."""
        seeking = self.seeking
        there = seeking.found is not None
        self._pages.setCurrentIndex(0 if there else 1)
        self._years.setVisible(there)
        self.ready.setVisible(there and bool(seeking.found and seeking.found.ready.sentences))
        waiting = self.further if there else self.waiting
        self.further.setVisible(there and (seeking.busy or bool(seeking.trouble)))
        if seeking.busy:
            waiting.wait()
        else:
            waiting.say(seeking.trouble)

    def _say(self) -> None:
        """How many are shown and ticked; where nobody is, what to do."""
        rows, session = self.table.rows, self._store.session
        self.tools.say(
            len(rows.lines), rows.count, len(session.document.chosen), locked=session.keeping.read_only
        )
        for widget in (self._nobody, self.clear):
            widget.setVisible(not rows.lines and rows.count > 0)

    def _on_seeking_progressed(self, progress: Progress) -> None:
        (self.waiting if self.seeking.found is None else self.further).advance(progress)

    def _on_tools_ranked(self, mix: Mix) -> None:
        self.seeking.rank_by(mix)

    def _on_tools_listed_asked(self, listed: int) -> None:
        self.seeking.list_more(listed)

    def _on_tools_wanted_changed(self, wanted: Wanted) -> None:
        self.table.want(wanted, self.table.rows.order)
        self._say()

    def _on_tools_untick_asked(self) -> None:
        self._store.settle()
        self._store.choose(chosen=())

    def _on_table_tick_asked(self, person: int, wanted: bool) -> None:  # noqa: FBT001 (a signal's yes or no)
        self._store.settle()
        document = self._store.session.document
        self._store.choose(chosen=document.chosen_with(person, wanted=wanted))

    def _on_tools_open_asked(self) -> None:
        chosen = self._store.session.document.chosen
        if chosen:
            self._open(chosen[0])

    def _on_table_person_opened(self, person: int) -> None:
        self._open(person)

    def _on_lists_clicked(self) -> None:
        self._store.look(place="lists")

    def _open(self, person: int) -> None:
        """The Deep dive at this person; among the chosen, where they are one of them."""
        session = self._store.session
        self._store.look(
            place="deep_dive",
            person=person,
            everybody=person not in session.document.chosen,
            search="",
            comparing=False,
            looking=fitted(session.view.looking),
        )
