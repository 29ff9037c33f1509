"""What the picture needs to know of what was written: the notes, the selected stretch, and how to say them."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey_viewer.model.notes import Note, Tone
from journey_viewer.model.people import Window
from journey_viewer.model.wording import BASES, IN_WHOSE_WORDS, TONES
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.attachment import in_words
from journey_viewer.ui.deep_dive.words import Veil


@dataclass(frozen=True)
class WrittenHere:
    """The notes of the shown person, the chosen one's number, the selected stretch, and what is blotted out."""

    notes: tuple[Note, ...] = ()
    chosen: int | None = None
    span: Window | None = None
    veil: Veil = Veil()  # noqa: RUF009 (frozen)

    def in_words(self, numbers: Sequence[int]) -> str:
        """These notes, a paragraph each."""
        return "\n\n".join(self._in_words(note) for note in self.notes if note.number in numbers)

    def _in_words(self, note: Note) -> str:
        tone = "" if note.tone is Tone.NEITHER else TONES[note.tone].lower()
        sort = ", ".join(part for part in (BASES[note.basis], tone, IN_WHOSE_WORDS[note.voice]) if part)
        return f"{in_words(note.attached)}\n{sort}: {self.veil(note.text)}"

    def after_chosen(self, numbers: Sequence[int]) -> int:
        """The one after the chosen, so that clicks go through them; the first where none of them is chosen."""
        place = numbers.index(self.chosen) + 1 if self.chosen in numbers else 0
        return numbers[place % len(numbers)]


NOTHING_WRITTEN = WrittenHere()


def written_here(session: Session, veil: Veil) -> WrittenHere:
    view = session.view
    notes = () if view.person is None else session.document.notes_of(view.person)
    return WrittenHere(notes, view.note, view.span, veil)
