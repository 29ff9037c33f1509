"""Whether one journey stands in the middle or several are compared there, and what is asked for in between."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from journey_viewer.session import Session
from journey_viewer.timeline.looking import Alignment
from journey_viewer.ui.deep_dive.compared import LEAST, compared_people
from journey_viewer.ui.deep_dive.comparing import Comparing
from journey_viewer.ui.deep_dive.found import Found
from journey_viewer.ui.deep_dive.search import chosen_people
from journey_viewer.ui.store import Store


class _Either(QStackedWidget):
    """Needs the room of what is seen, and not that of what is behind it."""

    def sizeHint(self) -> QSize:
        seen = self.currentWidget()
        return super().sizeHint() if seen is None else seen.sizeHint()

    def minimumSizeHint(self) -> QSize:
        seen = self.currentWidget()
        return super().minimumSizeHint() if seen is None else seen.minimumSizeHint()


class ComparingDesk(QObject):
    """Follows the Store: ``either`` shows the one or the other."""

    def __init__(
        self, store: Store, one: QWidget, comparing: Comparing, journey: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._store, self._comparing, self._journey = store, comparing, journey
        self.found = Found(self)
        self.either = _Either()
        self.either.setMinimumWidth(460)
        for widget in (one, comparing):
            self.either.addWidget(widget)
        store.changed.connect(self._on_store_changed)
        self.found.changed.connect(self._on_found_changed)
        comparing.person_chosen.connect(self._on_comparing_person_chosen)
        comparing.person_opened.connect(self._on_comparing_person_opened)
        comparing.aligned.connect(self._on_comparing_aligned)
        comparing.closed.connect(self._on_comparing_closed)
        QShortcut(QKeySequence("Ctrl+M"), parent).activated.connect(self._on_key)

    def _on_store_changed(self, old: Session, new: Session) -> None:
        comparing = new.view.comparing and len(compared_people(new)) > 0
        self.found.follow(new, compared_people(new) if comparing and new.view.found else ())
        self.either.setCurrentIndex(1 if comparing else 0)
        self.either.updateGeometry()
        self._show(new)
        if comparing and not old.view.comparing:
            self._comparing.go_to(new.view.person)

    def _show(self, session: Session) -> None:
        self._comparing.show_session(session, self.found.results or {})

    def _on_found_changed(self) -> None:
        self._show(self._store.session)

    def _on_comparing_person_chosen(self, person: int) -> None:
        self._store.look(person=person)

    def _on_comparing_person_opened(self, person: int) -> None:
        self._store.look(person=person, comparing=False)
        self._journey.setFocus()

    def _on_comparing_aligned(self, alignment: Alignment) -> None:
        self._store.look(looking=replace(self._store.session.view.looking, alignment=alignment))

    def _on_comparing_closed(self) -> None:
        self._store.look(comparing=False)
        self._journey.setFocus()

    def _on_key(self) -> None:
        session = self._store.session
        if session.view.comparing:
            self._on_comparing_closed()
        elif len(chosen_people(session)) >= LEAST:
            self._store.look(comparing=True)
