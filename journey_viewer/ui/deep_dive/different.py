"""The box below the chronology: what could have been different here?"""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from journey_viewer.measures.attributed import is_visit
from journey_viewer.model.attribution import Attribution
from journey_viewer.model.notes import Basis, Note, Voice, in_order
from journey_viewer.model.phrases import plural
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.wording import ATTRIBUTIONS
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.attachment import AttachedTo, attached_now, new_note
from journey_viewer.ui.deep_dive.choices import Choice
from journey_viewer.ui.deep_dive.pen import attribute, write_note
from journey_viewer.ui.deep_dive.touchpoint_desk import chosen_touchpoint
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.store import Store

_QUESTION = "What could have been different here?"
_HINT = "Write it here. It is kept as a note."


def own_note(session: Session) -> Note | None:
    """The team's first analysis of what is chosen: the note that the box shows and goes on with."""
    return next((note for note in _notes_here(session) if _is_the_boxs(note)), None)


def _is_the_boxs(note: Note) -> bool:
    return note.basis is Basis.ANALYSIS and note.voice is Voice.TEAM


def _notes_here(session: Session) -> list[Note]:
    """The shown person's notes on what is chosen."""
    person, here = session.view.person, attached_now(session)
    notes = () if person is None else in_order(session.document.notes_of(person))
    if here.touchpoint is not None:
        return [note for note in notes if note.touchpoint == here.touchpoint]
    return [note for note in notes if note.attached == here]


class Different(QFrame):
    """Follows the Store; what is written becomes a note on what is chosen."""

    let_go = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("different")
        self._store = store
        self._note: Note | None = None
        self.text = Written(_QUESTION, _HINT, lines=3)
        self.text.title.setObjectName("section")
        self.attached = AttachedTo()
        self.elsewhere = Choice("This visit: where could it have been?", ATTRIBUTIONS)
        self._touchpoint: Touchpoint | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 14, 8)
        column.setSpacing(4)
        column.addWidget(self.elsewhere)
        column.addWidget(self.text)
        column.addWidget(self.attached)
        store.settling.connect(self.text.draft.settle)
        self.text.draft.written.connect(self._on_text_written)
        self.attached.let_go.connect(self.let_go)
        self.elsewhere.told.connect(self._on_elsewhere_told)

    def show_session(self, session: Session, veil: Veil) -> None:
        """What was written on what is chosen."""
        person = session.view.person
        self._show_visit(session)
        self._note = own_note(session) or (None if person is None else new_note(session, person))
        locked = session.keeping.read_only or person is None
        self.text.draft.show("" if self._note is None else self._note.text, veil, locked=locked)
        others = len(_notes_here(session)) - (self._note is not None and bool(self._note.number))
        remark = f"{others} other {plural(others, 'note')}" if others else ""
        self.attached.show_attached(attached_now(session), fixed=locked, remark=remark)
        self.text.field.setAccessibleDescription(self.attached.words.text())

    def _show_visit(self, session: Session) -> None:
        """The question is asked of an A&E visit that took place, and of nothing else."""
        now = chosen_touchpoint(session)
        self._touchpoint = now if now is not None and is_visit(now) else None
        self.elsewhere.setVisible(self._touchpoint is not None)
        if self._touchpoint is not None:
            said = session.document.attributions.get(self._touchpoint.number, Attribution.NOT_SAID)
            self.elsewhere.show_value(said)
            self.elsewhere.setEnabled(not session.keeping.read_only)

    def _on_elsewhere_told(self, said: object) -> None:
        if self._touchpoint is not None:
            attribute(self._store, self._touchpoint.number, Attribution(str(said)))

    def _on_text_written(self, text: str) -> None:
        if self._note is not None:
            write_note(self._store, replace(self._note, text=text))
