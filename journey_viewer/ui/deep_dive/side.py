"""The right-hand side of the desk: Chronology, Notes, Needs and Findings, a tab each."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.chronology import Chronology, marked_in
from journey_viewer.ui.deep_dive.chronology_head import ChronologyHead
from journey_viewer.ui.deep_dive.different import Different
from journey_viewer.ui.deep_dive.findings_tab import FindingsTab
from journey_viewer.ui.deep_dive.needs_tab import NeedsTab
from journey_viewer.ui.deep_dive.notes_tab import NotesTab
from journey_viewer.ui.deep_dive.origin import origin
from journey_viewer.ui.deep_dive.seen import seen_in
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.parts import label
from journey_viewer.ui.store import Store

CHRONOLOGY, NOTES, NEEDS, FINDINGS = range(4)
_TABS = ("Chronology", "Notes", "Needs", "Findings")


class Side(QFrame):
    """Four tabs beside one journey; each has Alt and its number as its key."""

    let_go = Signal()

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setMinimumWidth(280)
        self._store = store
        self.tabs = QTabBar()
        self.head = ChronologyHead()
        self.chronology = Chronology(theme)
        self.different = Different(store)
        self.notes = NotesTab(store, theme)
        self.needs = NeedsTab(store, theme)
        self.findings = FindingsTab(store, theme)
        self.origin = label(role="origin", wrap=True)
        self._why = label(role="locked", wrap=True)
        self._pages = QStackedWidget()
        self._put_together()
        self._connect_signals()

    def _put_together(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("Beside the journey")
        for place, name in enumerate(_TABS):
            self.tabs.addTab(name)
            self.tabs.setTabToolTip(place, f"{name} (Alt+{place + 1})")
        for page in (self._chronology_page(), self.notes, self.needs, self.findings):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 0, 0)  # clear of the line on the left
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._why)
        column.addWidget(self._pages, 1)
        self._why.hide()

    def _chronology_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.chronology, 1)
        column.addWidget(self.origin)
        column.addWidget(self.different)
        return page

    def _connect_signals(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.head.tabled.connect(self._on_head_tabled)
        self.head.narrowed.connect(self._on_head_narrowed)
        self.different.let_go.connect(self.let_go)
        self.notes.let_go.connect(self.let_go)
        slots = (self._on_first_key, self._on_second_key, self._on_third_key, self._on_fourth_key)
        for place, slot in enumerate(slots):
            QShortcut(QKeySequence(f"Alt+{place + 1}"), self).activated.connect(slot)

    def show_session(self, session: Session, veil: Veil) -> None:
        """Everything beside the shown person's journey."""
        case, document, names = session.shown_case, session.document, session.view.names_shown
        told = origin(session)
        self.origin.setText(told)
        self.origin.setVisible(bool(told))  # before the list, which scrolls in the room that is left
        seen = seen_in(session)
        self.head.show_seen(session, seen)
        marked = marked_in(session)
        self.chronology.show_case(case, session.view.touchpoint, names_shown=names, marked=marked, seen=seen)
        self.chronology.setAccessibleDescription(told)
        self._why.setText(session.keeping.why if session.keeping.read_only else "")
        self._why.setVisible(bool(self._why.text()))
        self.different.show_session(session, veil)
        self.notes.show_session(session, veil)
        self.needs.show_session(session, veil)
        count = 0 if session.view.person is None else len(document.notes_of(session.view.person))
        self.tabs.setTabText(NOTES, f"Notes ({count})" if count else "Notes")

    def show_tab(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)

    def _go(self, place: int, widget: QWidget) -> None:
        self.show_tab(place)
        widget.setFocus()

    def _on_head_tabled(self, tabled: bool) -> None:  # noqa: FBT001 (a signal's yes or no)
        self._store.look(tabled=tabled, comparing=False)

    def _on_head_narrowed(self, only_found: bool) -> None:  # noqa: FBT001 (a signal's yes or no)
        self._store.look(only_found=only_found)

    def _on_first_key(self) -> None:
        self._go(CHRONOLOGY, self.chronology)

    def _on_second_key(self) -> None:
        self._go(NOTES, self.notes.list if self.notes.list.count else self.notes.editor.text.field)

    def _on_third_key(self) -> None:
        self._go(NEEDS, self.needs.ready)

    def _on_fourth_key(self) -> None:
        self._go(FINDINGS, self.findings.list)
