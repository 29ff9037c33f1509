"""The place "Deep dive" put together: people, journey, and what is written beside it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from journey_viewer.model.case import Case
from journey_viewer.model.findings import Result
from journey_viewer.model.people import Window
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.timeline.looking import Looking
from journey_viewer.timeline.stepping import time_of
from journey_viewer.timeline.zooming import between, showing
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.attachment import look_at_note
from journey_viewer.ui.deep_dive.chronology import Chronology
from journey_viewer.ui.deep_dive.comparing import Comparing
from journey_viewer.ui.deep_dive.comparing_desk import ComparingDesk
from journey_viewer.ui.deep_dive.copying import Copying
from journey_viewer.ui.deep_dive.figures_dialog import FiguresDialog
from journey_viewer.ui.deep_dive.findings import found_here
from journey_viewer.ui.deep_dive.found import Found
from journey_viewer.ui.deep_dive.lane_desk import LaneDesk
from journey_viewer.ui.deep_dive.numbers import Numbers
from journey_viewer.ui.deep_dive.overview import Overview
from journey_viewer.ui.deep_dive.people_side import PeopleSide
from journey_viewer.ui.deep_dive.person_bar import PersonBar, standing
from journey_viewer.ui.deep_dive.side import NOTES, Side
from journey_viewer.ui.deep_dive.swimlane import Swimlane
from journey_viewer.ui.deep_dive.table_pane import TablePane
from journey_viewer.ui.deep_dive.tool_row import ToolRow
from journey_viewer.ui.deep_dive.touchpoint_desk import TouchpointDesk
from journey_viewer.ui.deep_dive.words import about, veil_of, who
from journey_viewer.ui.deep_dive.written import written_here
from journey_viewer.ui.leaving import Leaving
from journey_viewer.ui.parts import card, label
from journey_viewer.ui.store import Store

_WIDTHS = (248, 806, 332)  # of the list, the journey and the side
_NARROWEST = 1100  # in which they still stand beside each other, where text is large
_JOURNEY, _OVERVIEW = 275, 74  # how high they are at the least
_LARGE_PEOPLE, _LARGE_JOURNEY, _LARGE_SIDE = 152, 350, 420  # the same under each other


class DeepDive(QWidget):
    """Follows the Store: whoever is chosen there is drawn here, and the other way round."""

    told = Signal(str)
    """Something to be said under the header."""

    def __init__(self, store: Store, theme: Theme, leaving: Leaving) -> None:
        super().__init__()
        self._store, self._theme = store, theme
        self._drawn: Case | None = None
        self.people_side = PeopleSide(store, theme)
        self.people, self.search = self.people_side.people, self.people_side.search
        self.tools = ToolRow(store)
        self.swimlane = Swimlane(theme)
        self.copying = Copying(self.swimlane, leaving.may_copy)
        self.side = Side(store, theme)
        self.found = Found(self)
        self.table_pane = TablePane(theme)
        self.comparing = Comparing(theme)
        self.numbers = Numbers()
        self.overview = Overview(theme)
        self.bar = PersonBar(store, self.people, theme)
        lists = (self.chronology, self.table_pane.table)
        self.touchpoint_desk = TouchpointDesk(store, self.swimlane, lists, self)
        self.lane_desk = LaneDesk(self.swimlane, self.tools.lanes_menu)
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
        self.comparing_desk = ComparingDesk(self._store, self._middle(), self.comparing, self.swimlane, self)
        splitter.addWidget(self.comparing_desk.either)
        splitter.addWidget(self.side)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(list(_WIDTHS))
        splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def dress(self, theme: Theme) -> None:
        """List, journey and side beside each other; under each other where text is too large for that."""
        self._theme = theme
        self._stand()
        self.swimlane.setMinimumHeight(theme.scaled(_LARGE_JOURNEY if theme.is_large else _JOURNEY))
        self.overview.setFixedHeight(round((_OVERVIEW + theme.scaled(_OVERVIEW)) / 2))

    def forget(self) -> None:
        """Stop what is being worked out, and hold nothing of anybody: the window closes."""
        for found in (self.found, self.comparing_desk.found):
            found.forget()

    def _stand(self) -> None:
        """As the room and the text have it."""
        theme = self._theme
        under = theme.is_large and self.width() < theme.scaled(_NARROWEST)
        upright = Qt.Orientation.Vertical if under else Qt.Orientation.Horizontal
        if self._splitter.orientation() is not upright:
            self._splitter.setOrientation(upright)
            self._splitter.setSizes([theme.scaled(width) for width in _WIDTHS])
        self.people_side.lie(flat=under)
        self.people_side.setMinimumHeight(theme.scaled(_LARGE_PEOPLE) if under else 0)
        self.side.setMinimumHeight(theme.scaled(_LARGE_SIDE) if under else 0)

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
        overview = self._overview_card = card(self.overview, margin=10)
        overview.setToolTip("Touchpoints a month over the whole period, one colour a service.")
        column = QVBoxLayout(middle)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.numbers)
        column.addWidget(self.table_pane.below(card(self.tools, self.swimlane, margin=10)), 1)
        column.addWidget(overview)
        return middle

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.found.changed.connect(self._on_found_changed)
        self.swimlane.laid_out.connect(self.overview.align)
        self.swimlane.touchpoint_chosen.connect(self._on_swimlane_touchpoint_chosen)
        self.swimlane.note_chosen.connect(self._on_swimlane_note_chosen)
        self.swimlane.span_chosen.connect(self._on_swimlane_span_chosen)
        self.swimlane.let_go.connect(self._on_swimlane_let_go)
        self.swimlane.looking_chosen.connect(self._on_swimlane_looking_chosen)
        self.numbers.all_asked.connect(self._on_numbers_all_asked)
        self.overview.stretch_chosen.connect(self._on_overview_stretch_chosen)
        self.side.let_go.connect(self._on_side_let_go)
        self.side.chronology.touchpoint_chosen.connect(self._on_chronology_touchpoint_chosen)
        self.table_pane.touchpoint_chosen.connect(self._on_chronology_touchpoint_chosen)
        self.table_pane.closed.connect(self._on_table_key)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self._on_table_key)

        self._connect_tools()

    def _connect_tools(self) -> None:
        for asked in (self.swimlane.copy_asked, self.tools.copy_picture_asked):
            asked.connect(self.copying.copy_picture)
        self.tools.copy_text_asked.connect(self.copying.copy_text)
        self.tools.keys_asked.connect(self._on_tools_keys_asked)
        self.tools.left.connect(self.swimlane.setFocus)
        self.table_pane.table.copy_asked.connect(self.copying.copy_rows)
        self.copying.told.connect(self.told)

    @property
    def chronology(self) -> Chronology:
        return self.side.chronology

    def _on_store_changed(self, old: Session, new: Session) -> None:
        self.found.follow(new, [] if new.view.person is None else [new.view.person])
        self._show_journey(new)
        if not _only_moves(old, new):
            self._show_case(new)

    def _on_found_changed(self) -> None:
        """What took a while is known now."""
        session = self._store.session
        if session.shown_case is self._drawn:
            self._show_journey(session)
            self.side.findings.show_session(session, self._results(session))

    def _results(self, session: Session) -> tuple[Result, ...] | None:
        person, results = session.view.person, self.found.results
        return None if results is None or person is None else results.get(person)

    def _show_journey(self, session: Session) -> None:
        """The picture of it, and of its whole time below."""
        case, view = session.shown_case, session.view
        if case is not self._drawn:
            self._drawn = case
            self.numbers.show_case(case)
            self.overview.show_case(case)
        veil = veil_of(case, names_shown=view.names_shown)
        written = written_here(session, veil)
        found = found_here(session, self._results(session) or ())
        self.swimlane.show_case(
            case,
            view.touchpoint,
            names_shown=view.names_shown,
            written=written,
            looking=view.looking,
            found=found,
        )
        self.tools.say_findings(found.in_words)
        self.overview.show_stretch(view.looking.first, view.looking.last)

    def _show_case(self, session: Session) -> None:
        case, names = session.shown_case, session.view.names_shown
        self._heading.setText("" if case is None else who(case, names_shown=names))
        told = "" if case is None else about(case.person, case.window, names_shown=names)
        self._about.setText(" · ".join(part for part in (told, standing(session)) if part))
        veil = veil_of(case, names_shown=names)
        self.side.show_session(session, veil)
        self.side.findings.show_session(session, self._results(session))
        self.table_pane.show_session(session, veil)
        for above_or_below in (self.numbers, self._overview_card):  # their room is the table's
            above_or_below.setVisible(not session.view.tabled)

    def _choose(self, row: int) -> None:
        """A touchpoint, brought into sight where the journey is looked at closely."""
        case, layout = self._store.session.shown_case, self.swimlane.picture
        looking = self._store.session.view.looking
        if case is not None and layout is not None:
            looking = showing(looking, layout, time_of(case, row))
        self._store.look(touchpoint=row, span=None, note=None, looking=looking)

    def _on_chronology_touchpoint_chosen(self, row: int) -> None:
        if row != self._store.session.view.touchpoint:
            self._choose(row)

    def _on_numbers_all_asked(self) -> None:
        case = self._store.session.shown_case
        if case is not None:
            dialogs.answered(FiguresDialog(self._store, case, self))

    def _on_table_key(self) -> None:
        """The table opens with the focus in it, and leaves it to the list."""
        view = self._store.session.view
        tabled = not view.tabled or view.comparing
        self._store.look(tabled=tabled, comparing=False)
        (self.table_pane.table if tabled else self.chronology).setFocus()

    def _on_swimlane_touchpoint_chosen(self, row: int) -> None:
        self._choose(row)

    def _on_swimlane_looking_chosen(self, looking: Looking) -> None:
        self._store.look(looking=looking)

    def _on_overview_stretch_chosen(self, first: float, last: float) -> None:
        layout = self.swimlane.picture
        if layout is not None:
            self._store.look(looking=between(self._store.session.view.looking, layout, first, last))

    def _on_tools_keys_asked(self) -> None:
        self.swimlane.keys_card.toggle()
        self.swimlane.setFocus()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()


def _only_moves(old: Session, new: Session) -> bool:
    """Whether nothing differs but the stretch that is seen, or the lanes: a wheel turns often, and no row beside the picture changes."""
    same = old.lists is new.lists and old.document is new.document and old.keeping is new.keeping
    before, after = old.view.looking, new.view.looking
    rows = before.filter == after.filter and before.alignment == after.alignment
    return same and rows and before != after and replace(old.view, looking=after) == new.view
