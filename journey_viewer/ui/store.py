"""The one place where the Session changes, and the one signal that says so."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.document import Document
from journey_viewer.model.kept import Keeping
from journey_viewer.model.removal import texts_naming
from journey_viewer.privacy.words.vocabulary import is_ordinary
from journey_viewer.session import Session, forget_cases, taken_out, with_document
from journey_viewer.timeline.zooming import fitted


class Store(QObject):
    """Holds the Session. Every view redraws when the fields that it shows differ."""

    changed = Signal(object, object)
    """(old, new), both Session."""
    settling = Signal()
    """Something is about to change: whoever holds words that are not yet written writes them now."""

    def __init__(self) -> None:
        super().__init__()
        self._session = Session()
        self._undone: list[Document] = []
        self._done: list[Document] = []
        self.blotted = 0  # texts about others, when somebody was last taken out

    @property
    def session(self) -> Session:
        return self._session

    def settle(self) -> None:
        """Have everything written down that somebody is still typing: before the window closes or is locked."""
        self.settling.emit()

    def open(self, session: Session) -> None:
        """Start on newly read lists; an import is not undone."""
        session = self._with_words(session)
        self._done.clear()
        self._undone.clear()
        self._change(session)
        forget_cases()

    def look(self, **view: Any) -> None:
        """Look somewhere else: any field of View. Of the person before nothing stays chosen."""
        self.settle()
        if view.get("person", self._session.view.person) != self._session.view.person:
            whole = fitted(self._session.view.looking)
            view = {"touchpoint": None, "span": None, "note": None, "looking": whole, **view}
        if "comparing" in view:
            view = {"compared": (), "compared_for": "", **view}
        if not view.keys().isdisjoint(("touchpoint", "span", "note")):
            view = {"finding": None, **view}
        self._change(replace(self._session, view=replace(self._session.view, **view)))

    def choose(self, **document: Any) -> None:
        """Change what was chosen: any field of Document. Can be undone."""
        self.write(replace(self._session.document, **document))

    def write(self, wanted: Document) -> None:
        """Go on with this document, as a step that was made out of the present one. Can be undone."""
        if wanted != self._session.document:
            self._done.append(self._session.document)
            self._undone.clear()
            self._show(wanted)

    def revise(self, session: Session) -> None:
        """Change lists and document together, as for somebody who is unlinked. The document's part can be undone.

        Made out of what ``settle`` left, so that no words that were just typed are lost.
        """
        self._done.append(self._session.document)
        self._undone.clear()
        self._change(session)

    def take_out(self, person: int) -> None:
        """Take somebody out for good: nothing can be undone after it, for what could be still holds them."""
        self.settle()
        self._done.clear()
        self._undone.clear()
        lists, document = self._session.lists, self._session.document
        self.blotted = texts_naming(lists, document, person, is_ordinary)
        self._change(taken_out(self._session, person))
        forget_cases()

    def say_kept(self, keeping: Keeping) -> None:
        """Where the work is kept, or that it was."""
        self._change(replace(self._session, keeping=keeping))

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def undo(self) -> None:
        self.settle()
        if self._done:
            self._undone.append(self._session.document)
            self._show(self._done.pop())

    def redo(self) -> None:
        self.settle()
        if self._undone:
            self._done.append(self._session.document)
            self._show(self._undone.pop())

    def _with_words(self, session: Session) -> Session:
        """The session, and in it what was still being typed while it was made out of the one before."""
        before = self._session.document
        self.settle()
        after = self._session.document
        if session.document.casework is not before.casework or after is before:
            return session
        with_words = replace(
            session.document,
            notes=after.notes,
            casework=after.casework,
            actions=after.actions,
            meetings=after.meetings,
            ideas=after.ideas,
            sharing=after.sharing,
            pack_title=after.pack_title,
        )
        return replace(session, document=with_words)

    def _show(self, document: Document) -> None:
        self._change(with_document(self._session, document))

    def _change(self, session: Session) -> None:
        old, self._session = self._session, session
        self.changed.emit(old, session)
