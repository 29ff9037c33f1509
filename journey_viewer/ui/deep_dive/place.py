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
from journey_viewer.ui.deep_dive.numbers import Numbers
from journey_viewer.ui.deep_dive.overview import Overview
from journey_viewer.ui.deep_dive.people_side import PeopleSide
from journey_viewer.ui.deep_dive.person_bar import PersonBar, standing
from journey_viewer.ui.deep_dive.side import NOTES, Side
from journey_viewer.ui.deep_dive.swimlane import Swimlane
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
        self.numbers = Numbers()
        self.overview = Overview(theme)
        self.bar = PersonBar(store, self.people, theme)
        self.touchpoint_desk = TouchpointDesk(store, self.swimlane, self.chronology, self)
        self._heading = label(role="heading")
        self._about = label(role="subheading", wrap=True)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._put_together()
        self._connect_signals()
        self.dress(theme)

    def _put_together(self) -> None:
        splitter = self._splitter
        splitter.setHandleWidth(1)
        splitter.addWidget(self.people_side)
        splitter.addWidget(self._middle())
        splitter.addWidget(self.side)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([248, 806, 332])
        splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def dress(self, theme: Theme) -> None:
        """List, journey and side beside each other; under each other where text is large."""
        upright = Qt.Orientation.Vertical if theme.is_large else Qt.Orientation.Horizontal
        self._splitter.setOrientation(upright)
        self.people_side.setMinimumHeight(theme.scaled(190) if theme.is_large else 0)
        self.side.setMinimumHeight(theme.scaled(420) if theme.is_large else 0)
        self.numbers.dress(theme)
        self.swimlane.setMinimumHeight(theme.scaled(300))
        self.overview.setFixedHeight(theme.scaled(74))

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
        overview = card(self.overview, margin=10)
        overview.setToolTip("Touchpoints a month over the whole period, one colour a service.")
        column = QVBoxLayout(middle)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.numbers)
        column.addWidget(card(self.swimlane, margin=10), 1)
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
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)

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

    def _on_chronology_touchpoint_chosen(self, row: int) -> None:
        if row != self._store.session.view.touchpoint:
            self._store.look(touchpoint=row, span=None, note=None)

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
