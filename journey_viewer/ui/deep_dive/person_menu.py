"""The menu for the person on the desk: built once, shown from the heading and from the list."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from journey_viewer.model.linking import sources_of
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.person_desk import PersonDesk
from journey_viewer.ui.deep_dive.search import chosen_people
from journey_viewer.ui.parts import hint_of
from journey_viewer.ui.store import Store

_CHOOSE, _LET_GO = "Choose for the deep dive", "Let go from the deep dive"
_ONE_LIST = "Everything about them comes from one list."
_NOBODY_ELSE = "There is nobody else on the lists."


class PersonMenu(QMenu):
    """Says what can be done, and why what cannot; the desk does it."""

    def __init__(self, store: Store, desk: PersonDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._desk = store, desk
        self.setToolTipsVisible(True)
        self.choose = self._entry(_CHOOSE, desk.toggle_chosen, "C", "Space")
        self.up = self._entry("Move up among the chosen", desk.move_up, "Alt+Up")
        self.down = self._entry("Move down among the chosen", desk.move_down, "Alt+Down")
        self.addSeparator()
        self.objects = self._entry("They object: leave them out of everything shared")
        self.objects.setCheckable(True)
        self.addSeparator()
        self.same = self._entry("Same person as…", desk.ask_same)
        self.not_same = self._entry("Not the same person…", desk.ask_not_the_same)
        self.separate = QMenu("Separate again", self)
        self.addMenu(self.separate)
        self.addSeparator()
        self.take_out = self._entry("Take out for good…", desk.ask_take_out)
        self.objects.triggered.connect(desk.set_objecting)
        store.changed.connect(self._on_store_changed)
        self.aboutToShow.connect(self._on_about_to_show)
        self._on_store_changed(store.session, store.session)

    @property
    def keys(self) -> tuple[QAction, ...]:
        """The entries that have keys on the list of people."""
        return self.choose, self.up, self.down

    def _entry(self, text: str, slot: object = None, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if callable(slot):
            action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _on_store_changed(self, _old: Session, new: Session) -> None:
        person, document = new.view.person, new.document
        chosen = chosen_people(new)
        place = chosen.index(person) if person in chosen else None
        for action in self._changes:
            _allow(action, new, there=person is not None)
        self.choose.setText(_CHOOSE if place is None else _LET_GO)
        self.objects.setChecked(person in document.objectors)
        _allow(self.up, new, there=bool(place))
        _allow(self.down, new, there=place is not None and place < len(chosen) - 1)

    @property
    def _changes(self) -> tuple[QAction, ...]:
        return self.choose, self.objects, self.same, self.not_same, self.take_out, self.separate.menuAction()

    def _on_about_to_show(self) -> None:
        """What takes a look through the lists, and so only now."""
        session = self._store.session
        person = session.view.person
        self.separate.clear()
        if person is None:
            return
        sources = sources_of(session.lists, session.document, person)
        _allow(self.not_same, session, there=len(sources) > 1, why=_ONE_LIST)
        _allow(self.same, session, there=len(session.document.people) > 1, why=_NOBODY_ELSE)
        joined = session.document.edits.records_joined_to(person)
        for other in joined:
            told = self.separate.addAction(session.label(other))
            told.triggered.connect(partial(self._desk.separate, other))
        self.separate.menuAction().setVisible(bool(joined))


def _allow(action: QAction, session: Session, *, there: bool, why: str = "") -> None:
    """Whether there is anything to do, and nothing stands in its way; a tooltip says what does."""
    read_only = session.keeping.read_only
    action.setEnabled(there and not read_only)
    action.setToolTip(hint_of(why_not(session)) if read_only else "" if there else why)


def why_not(session: Session) -> str:
    """Why nothing may be changed; "" where it may."""
    if not session.keeping.read_only:
        return ""
    return session.keeping.why or "The case file can only be looked at here."
