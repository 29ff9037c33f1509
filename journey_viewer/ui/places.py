"""Which place stands in the window: the one that was chosen, the start page, or a question about columns."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from journey_viewer.reading.preview import Preview
from journey_viewer.session import Session
from journey_viewer.ui.importing.mapping import MappingPage
from journey_viewer.ui.keeping.start_page import StartPage


class Places(QStackedWidget):
    """Shows one at a time."""

    def __init__(self, start: StartPage, mapping: MappingPage, places: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._start, self._mapping, self._places = start, mapping, dict(places)
        self._asking = False
        self._rooms: dict[QWidget, QScrollArea] = {}
        for widget in (start, mapping, *places.values()):
            self._rooms[widget] = _room(widget)
            self.addWidget(self._rooms[widget])

    def open_to(self, session: Session) -> frozenset[str]:
        """The places that are of use; while there is nobody to show, why that is so."""
        if not session.is_empty:
            return frozenset(self._places)
        lists = session.imported
        told = lists.sources or lists.refusals or lists.asked
        return frozenset({"lists"}) if told else frozenset()

    def show_session(self, old: Session, new: Session) -> None:
        """The place where the user looks; a question stays until they look elsewhere."""
        self._asking = self._asking and new.view.place == old.view.place
        self._show(new)

    def ask(self, preview: Preview) -> None:
        """Have the user say which column is what."""
        self._asking = True
        self._mapping.show_preview(preview)
        self.setCurrentWidget(self._rooms[self._mapping])

    def settle(self, session: Session) -> None:
        """The question is answered, put off, or left for another place."""
        self._asking = False
        self._mapping.forget()
        self._show(session)

    def enter(self) -> None:
        """While nothing in a place could have the focus it fell on the frame around it: it goes in."""
        room = self.currentWidget()
        if isinstance(room, QScrollArea) and room.hasFocus():
            room.focusNextPrevChild(True)

    def _show(self, session: Session) -> None:
        place = session.view.place
        shown = self._places[place] if place in self.open_to(session) else self._start
        self.setCurrentWidget(self._rooms[self._mapping if self._asking else shown])


def _room(place: QWidget) -> QScrollArea:
    """At a large size of text a place may need more room than there is."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(place)
    return made
