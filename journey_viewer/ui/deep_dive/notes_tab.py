"""The notes: all that was written about one journey, and the one that is being written."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.model.notes import Note
from journey_viewer.model.phrases import many
from journey_viewer.model.wording import BASES, BASIS_MEANINGS, TONES, VOICES
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.attachment import AttachedTo, look_at_note, new_note, whereabouts
from journey_viewer.ui.deep_dive.choices import Segments
from journey_viewer.ui.deep_dive.notes_list import NotesList, note_rows
from journey_viewer.ui.deep_dive.pen import remove_note, write_note
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.parts import button, label, moment
from journey_viewer.ui.store import Store

_NONE_YET = (
    "No notes on this journey yet. Choose a contact, or drag along the months above the journey to select"
    " a stretch of time, and write below."
)


_SHARE_HINT = "It goes out with the case once every word of it was checked, in the place Share"
_NOTHING = Note(0, 0, "")  # shown where there is nobody: nothing of the note before is left


class NoteEditor(QFrame):
    """One note: an earlier one, or one that begins to be kept with its first word."""

    delete_asked = Signal(int)
    let_go = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("editor")
        self._store = store
        self._note: Note | None = None
        self._writing = False
        self.text = Written(
            "New note", "What happened, what it meant, what could have been different", lines=3
        )
        self.text.title.setObjectName("section")
        self.attached = AttachedTo()
        self.tone = Segments("Strength or concern", TONES)
        self.basis = Segments("What it rests on", BASES, BASIS_MEANINGS)
        self.voice = Segments("Whose words", VOICES)
        self.written = label(role="caption")
        self.share = QCheckBox("Share this note")
        self.share.setToolTip(_SHARE_HINT)
        self.share.setAccessibleDescription(_SHARE_HINT)
        self.delete = button("Delete", "small_link", "Take this note away; undo brings it back")
        self._put_together()
        self._connect_signals()

    def _put_together(self) -> None:
        last = QHBoxLayout()
        last.addWidget(self.share)
        last.addWidget(self.written, 1)
        last.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(5)
        for widget in (self.text, self.attached, self.tone, self.basis, self.voice):
            column.addWidget(widget)
        column.addLayout(last)

    def _connect_signals(self) -> None:
        self._store.settling.connect(self.text.draft.settle)
        self.text.draft.written.connect(self._on_text_written)
        self.tone.told.connect(self._on_tone_told)
        self.basis.told.connect(self._on_basis_told)
        self.voice.told.connect(self._on_voice_told)
        self.share.clicked.connect(self._on_share_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.attached.let_go.connect(self.let_go)

    def show_note(self, session: Session, note: Note | None, veil: Veil) -> None:
        """Show a note of the shown person's; None for a new one."""
        if self._writing:
            return
        person, locked = session.view.person, session.keeping.read_only
        if note is None and person is not None:
            note = new_note(session, person)
            if self._note is not None and _is_begun_there(self._note, note):
                note = replace(self._note, text="")  # what was chosen for it stays chosen
        self._note = note
        self.setEnabled(note is not None)
        self._show(session, note or _NOTHING, veil, locked=locked or note is None)

    def _show(self, session: Session, note: Note, veil: Veil, *, locked: bool) -> None:
        self.text.show_title("Note" if note.number else "New note")
        self.text.draft.show(note.text, veil, locked=locked)
        remark = whereabouts(session, note)
        self.attached.show_attached(note.attached, fixed=bool(note.number) or locked, remark=remark)
        self.text.field.setAccessibleDescription(self.attached.words.text())
        for segments, value in ((self.tone, note.tone), (self.basis, note.basis), (self.voice, note.voice)):
            segments.show_value(value)
            segments.setEnabled(not locked)
        self.share.setChecked(note.shared)
        self.share.setEnabled(not locked)
        self.written.setText(f"Written {moment(note.written)}" if note.written else "")
        self.delete.setVisible(bool(note.number) and not locked)

    def _change(self, **changes: Any) -> None:
        self._store.settle()
        if self._note is not None:
            self._write(replace(self._note, **changes))

    def _write(self, note: Note) -> None:
        if self._store.session.keeping.read_only:
            return
        begins = not note.number
        self._writing = True  # what is said of it while it begins would take the words away again
        self._note = write_note(self._store, note)
        self._writing = False
        if begins and self._note.number:
            self._store.look(note=self._note.number)

    def _on_text_written(self, text: str) -> None:
        if self._note is not None:
            self._write(replace(self._note, text=text))

    def _on_tone_told(self, tone: object) -> None:
        self._change(tone=tone)

    def _on_basis_told(self, basis: object) -> None:
        self._change(basis=basis)

    def _on_voice_told(self, voice: object) -> None:
        self._change(voice=voice)

    def _on_share_clicked(self, shared: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._change(shared=shared)

    def _on_delete_clicked(self) -> None:
        if self._note is not None:
            self.delete_asked.emit(self._note.number)


class NotesTab(QWidget):
    """Follows the Store: the list above, the editor below."""

    let_go = Signal()

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self.list = NotesList(theme)
        self.editor = NoteEditor(store)
        self.new = button("New note", "small_button", "Begin a note on what is chosen in the journey")
        self._none = label("", "caption", wrap=True)
        top = QHBoxLayout()
        top.setContentsMargins(18, 0, 14, 0)
        top.addWidget(self._none, 1)
        top.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.editor)
        self.new.clicked.connect(self.begin)
        self.list.note_chosen.connect(self._on_note_chosen)
        self.list.delete_asked.connect(self._on_delete_asked)
        self.editor.delete_asked.connect(self._on_delete_asked)
        self.editor.let_go.connect(self.let_go)

    def show_session(self, session: Session, veil: Veil) -> None:
        """The shown person's notes."""
        rows = note_rows(session, veil)
        count = len(rows)
        said = f"{many(count, 'note')}, in time order" if count else _NONE_YET
        self._none.setText(said)
        self.new.setEnabled(session.view.person is not None and not session.keeping.read_only)
        self.list.show_rows(rows, session.view.note)
        self.editor.show_note(session, _chosen(session), veil)

    def begin(self) -> None:
        """A new note on what is chosen."""
        self._store.look(note=None)
        self.editor.text.field.setFocus()

    def _on_note_chosen(self, number: int) -> None:
        note = next((note for note in self._store.session.document.notes if note.number == number), None)
        if note is not None and number != self._store.session.view.note:
            look_at_note(self._store, note)

    def _on_delete_asked(self, number: int) -> None:
        remove_note(self._store, number)
        self._store.look(note=None)
        self.list.setFocus()


def _is_begun_there(note: Note, new: Note) -> bool:
    """Whether a note that says nothing yet was begun of the same person, on the same thing."""
    return not note.number and note.person == new.person and note.attached == new.attached


def _chosen(session: Session) -> Note | None:
    """The chosen note, if it is one of the shown person's."""
    person = session.view.person
    notes = () if person is None else session.document.notes_of(person)
    return next((note for note in notes if note.number == session.view.note), None)
