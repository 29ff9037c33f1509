"""Which place stands in the window: the one that was chosen, the start page, or a question about columns."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

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
        for widget in (start, mapping, *places.values()):
            self.addWidget(widget)
        self.currentChanged.connect(self._on_current_changed)

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
        self.setCurrentWidget(self._mapping)

    def settle(self, session: Session) -> None:
        """The question is answered, put off, or left for another place."""
        self._asking = False
        self._mapping.forget()
        self._show(session)

    def _on_current_changed(self, _place: int) -> None:
        self.updateGeometry()

    def _show(self, session: Session) -> None:
        place = session.view.place
        shown = self._places[place] if place in self.open_to(session) else self._start
        self.setCurrentWidget(self._mapping if self._asking else shown)

    def minimumSizeHint(self) -> QSize:
        """Of the one that is seen, or it would have to be scrolled for the sake of the others."""
        shown = self.currentWidget()
        return (
            super().minimumSizeHint()
            if shown is None
            else shown.minimumSizeHint().expandedTo(shown.minimumSize())
        )
