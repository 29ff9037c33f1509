"""What can be asked for about the person on the desk: choose, object, join, unlink, separate, take out."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_viewer.model.linking import joined, separated, sources_of, unlinked
from journey_viewer.session import with_document
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.another_person import AnotherPerson
from journey_viewer.ui.deep_dive.not_the_same import NotTheSame
from journey_viewer.ui.deep_dive.people import People
from journey_viewer.ui.deep_dive.taking_out import what_goes
from journey_viewer.ui.store import Store

_STAYS = "{other} stands alone again. What was written while they were one person stays with {kept}: look it through."


class PersonDesk(QObject):
    """Changes the Store as is asked for; every question is asked through ``dialogs``."""

    told = Signal(str)
    """What was done, where it cannot be seen on the desk."""

    def __init__(self, store: Store, people: People, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._people, self._window = store, people, parent

    def toggle_chosen(self) -> None:
        """Choose the person or let them go; a list in which they stood until now goes on to the next."""
        session, person = self._store.session, self._store.session.view.person
        if person is None:
            return
        wanted = person not in session.document.chosen
        beside = self._people.after(person) if self._people.hasFocus() else None
        self._store.choose(chosen=session.document.chosen_with(person, wanted=wanted))
        if not wanted and beside is not None and not self._people.lists(person):
            self._store.look(person=beside, touchpoint=None)

    def move_up(self) -> None:
        self._move(-1)

    def move_down(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        session = self._store.session
        if session.view.person is not None:
            self._store.choose(chosen=session.document.moved(session.view.person, steps))

    def set_objecting(self, objects: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        """They object, or do so no longer."""
        session = self._store.session
        if session.view.person is not None:
            told = session.document.objecting_with(session.view.person, objects=objects)
            self._store.choose(objecting=told)

    def ask_same(self) -> None:
        """Ask who else is this person, and join the two."""
        self._store.settle()
        session = self._store.session
        if session.view.person is None:
            return
        dialog = AnotherPerson(session, self._window)
        if dialogs.answered(dialog) and dialog.person is not None:
            document = joined(session.document, session.view.person, dialog.person)
            self._store.choose(edits=document.edits, chosen=document.chosen, casework=document.casework)

    def ask_not_the_same(self) -> None:
        """Ask which lists tell of somebody else, who becomes a person of their own."""
        self._store.settle()
        session = self._store.session
        person = session.view.person
        if person is None:
            return
        dialog = NotTheSame(session, sources_of(session.lists, session.document, person), self._window)
        if dialogs.answered(dialog) and dialog.ticked:
            lists, document = unlinked(session.lists, session.document, person, dialog.ticked)
            self._store.revise(with_document(replace(session, lists=lists), document))
            other = self._store.session.label(document.order[-1])
            self.told.emit(f"What these lists tell is now {other}.")

    def separate(self, other: int) -> None:
        """A record that was joined to this person stands for itself again."""
        self._store.settle()
        session = self._store.session
        document = separated(session.lists, session.document, other)
        self._store.choose(edits=document.edits, notes=document.notes)
        if (person := self._store.session.view.person) is not None:
            self.told.emit(_STAYS.format(other=session.label(other), kept=session.label(person)))

    def ask_take_out(self) -> None:
        """Ask once more, then take the person out for good."""
        session = self._store.session
        person = session.view.person
        if person is None:
            return
        label = session.label(person)
        if dialogs.ask_sure(
            self._window, "Take out for good", what_goes(session, person), "Take out for good"
        ):
            self._store.take_out(person)
            self.told.emit(f"{label} was taken out for good.")
