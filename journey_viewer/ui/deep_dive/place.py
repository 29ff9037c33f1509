"""The place "Deep dive" put together: people, journey, and what is written beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.attachment import look_at_note
from journey_viewer.ui.deep_dive.chronology import Chronology
from journey_viewer.ui.deep_dive.comparing import Comparing
from journey_viewer.ui.deep_dive.comparing_desk import ComparingDesk
from journey_viewer.ui.deep_dive.numbers import Numbers
from journey_viewer.ui.deep_dive.overview import Overview
from journey_viewer.ui.deep_dive.people_side import PeopleSide
from journey_viewer.ui.deep_dive.person_bar import PersonBar, standing
from journey_viewer.ui.deep_dive.side import NOTES, Side
from journey_viewer.ui.deep_dive.swimlane import Swimlane
from journey_viewer.ui.deep_dive.table_pane import TablePane
from journey_viewer.ui.deep_dive.touchpoint_desk import TouchpointDesk
from journey_viewer.ui.deep_dive.words import about, veil_of, who
from journey_viewer.ui.deep_dive.written import written_here
from journey_viewer.ui.parts import card, label
from journey_viewer.ui.store import Store


class DeepDive(QWidget):
    """Follows the Store: whoever is chosen there is drawn here, and the other way round."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._drawn: Case | None = None
        self.people_side = PeopleSide(store, theme)
        self.people, self.search = self.people_side.people, self.people_side.search
        self.swimlane = Swimlane(theme)
        self.side = Side(store, theme)
        self.table_pane = TablePane(theme)
        self.comparing = Comparing(theme)
        self.numbers = Numbers()
        self.overview = Overview(theme)
        self.bar = PersonBar(store, self.people, theme)
        lists = (self.chronology, self.table_pane.table)
        self.touchpoint_desk = TouchpointDesk(store, self.swimlane, lists, self)
        self._heading = label(role="heading")
        self._about = label(role="subheading", wrap=True)
        self._put_together()
        self._connect_signals()

    def _put_together(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.people_side)
        self.comparing_desk = ComparingDesk(self._store, self._middle(), self.comparing, self.swimlane, self)
        splitter.addWidget(self.comparing_desk.either)
        splitter.addWidget(self.side)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([248, 806, 332])
        splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _middle(self) -> QWidget:
        middle = QWidget()
        middle.setObjectName("page")
        middle.setMinimumWidth(460)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._heading)
        self._about.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._about, 1)
        top.addWidget(self.bar)
        self.overview.setFixedHeight(74)
        overview = self._overview_card = card(self.overview, margin=10)
        overview.setToolTip("Touchpoints a month over the whole period, one colour a service.")
        column = QVBoxLayout(middle)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.numbers)
        column.addWidget(self.table_pane.below(card(self.swimlane, margin=10)), 1)
        column.addWidget(overview)
        return middle

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.swimlane.laid_out.connect(self.overview.align)
        self.swimlane.touchpoint_chosen.connect(self._on_swimlane_touchpoint_chosen)
        self.swimlane.note_chosen.connect(self._on_swimlane_note_chosen)
        self.swimlane.span_chosen.connect(self._on_swimlane_span_chosen)
        self.swimlane.let_go.connect(self._on_swimlane_let_go)
        self.side.let_go.connect(self._on_side_let_go)
        self.side.chronology.touchpoint_chosen.connect(self._on_chronology_touchpoint_chosen)
        self.table_pane.touchpoint_chosen.connect(self._on_chronology_touchpoint_chosen)
        self.table_pane.closed.connect(self._on_table_key)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self._on_table_key)

    @property
    def chronology(self) -> Chronology:
        return self.side.chronology

    def _on_store_changed(self, _old: Session, new: Session) -> None:
        self._show_case(new)

    def _show_case(self, session: Session) -> None:
        case, chosen = session.shown_case, session.view.touchpoint
        names = session.view.names_shown
        self._heading.setText("" if case is None else who(case, names_shown=names))
        told = "" if case is None else about(case.person, case.window, names_shown=names)
        self._about.setText(" · ".join(part for part in (told, standing(session)) if part))
        if case is not self._drawn:
            self._drawn = case
            self.numbers.show_case(case)
            self.overview.show_case(case)
        veil = veil_of(case, names_shown=names)
        self.swimlane.show_case(case, chosen, names_shown=names, written=written_here(session, veil))
        self.side.show_session(session, veil)
        self.table_pane.show_session(session, veil)
        for above_or_below in (self.numbers, self._overview_card):  # their room is the table's
            above_or_below.setVisible(not session.view.tabled)

    def _on_chronology_touchpoint_chosen(self, row: int) -> None:
        if row != self._store.session.view.touchpoint:
            self._store.look(touchpoint=row, span=None, note=None)

    def _on_table_key(self) -> None:
        """The table opens with the focus in it, and leaves it to the list."""
        view = self._store.session.view
        tabled = not view.tabled or view.comparing
        self._store.look(tabled=tabled, comparing=False)
        (self.table_pane.table if tabled else self.chronology).setFocus()

    def _on_swimlane_touchpoint_chosen(self, row: int) -> None:
        self._store.look(touchpoint=row, span=None, note=None)

    def _on_swimlane_note_chosen(self, number: int) -> None:
        note = next((note for note in self._store.session.document.notes if note.number == number), None)
        if note is not None:
            look_at_note(self._store, note)
            self.side.show_tab(NOTES)

    def _on_swimlane_span_chosen(self, span: Window | None) -> None:
        self._store.look(span=span, note=None)

    def _on_swimlane_let_go(self) -> None:
        """The stretch first, then the touchpoint that it may have begun from."""
        if self._store.session.view.span is not None:
            self._store.look(span=None, note=None)
        else:
            self._store.look(touchpoint=None, note=None)

    def _on_side_let_go(self) -> None:
        self._store.look(span=None, touchpoint=None, note=None)
