"""The words in pieces and the pages as they will leave, made off the GUI thread; the old ones stay until then."""

from collections.abc import Collection, Generator
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from journey_viewer.drawing.fonts import page_text_width
from journey_viewer.model.document import Document
from journey_viewer.model.imported import Imported
from journey_viewer.model.progress import Progress
from journey_viewer.model.sharing import ToShare
from journey_viewer.privacy.anonymise_pack import anonymise_pack
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.privacy.titles import NO_NAMES, NamesSaid, names_said
from journey_viewer.privacy.words.pieces import Piece
from journey_viewer.privacy.words.scrubber import Scrubber
from journey_viewer.session import Session
from journey_viewer.timeline.page import Page
from journey_viewer.timeline.pages import lay_out_pack
from journey_viewer.ui.share.texts import Checked, Written, texts_for_sharing
from journey_viewer.ui.thinking import Thinking
from journey_viewer.work.guard import cleaned


@dataclass(eq=False)
class Reader:
    """What the lists know of everybody, and the texts that were read with it."""

    lists: Imported
    imported: Imported
    known: Identifiers | None = None
    _read: dict[str, tuple[Piece, ...]] = field(default_factory=dict)

    def know(self) -> Identifiers:
        """What identifies people, gathered once; takes a while."""
        if self.known is None:
            self.known = known_identifiers(self.lists, self.imported)
        return self.known

    def read(self, text: str) -> tuple[Piece, ...]:
        """The text in pieces."""
        if text not in self._read:
            self._read[text] = Scrubber(self.know()).read(text)
        return self._read[text]

    def clean(self, text: str, kept: Collection[str]) -> str:
        """What may leave of a text."""
        return cleaned(self.read, text, kept)


@dataclass(frozen=True, eq=False)
class _Question:
    """What the answer rests on. ``also``: somebody who is shown and not ticked."""

    reader: Reader
    document: Document
    reasons: bool
    also: int | None

    def is_of(self, session: Session) -> bool:
        same = self.reader.imported is session.imported and self.document is session.document
        return same and self.reasons == session.view.reasons and self.also == _also(session)


@dataclass(frozen=True, eq=False)
class Made:
    """``pages`` of the pack; ``also``: the page of somebody who is looked at and not ticked.

    ``title``: the names on the lists that the pack's title holds. ``known``: how many names and numbers
    are on them.
    """

    pages: tuple[Page, ...] = ()
    also: Page | None = None
    texts: tuple[Checked, ...] = ()
    title: NamesSaid = NO_NAMES
    known: int = 0


class Making(QObject):
    """Follows the Store while the place is seen; ``changed`` when there is something new."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thinking = Thinking(self)
        self.made = Made()
        self.reader: Reader | None = None
        self._question: _Question | None = None
        self.thinking.answered.connect(self._on_answered)

    def follow(self, session: Session) -> None:
        """Make it anew where something of it differs."""
        if session.is_empty:
            self.forget()
        elif self._question is None or not self._question.is_of(session):
            if self.reader is None or self.reader.imported is not session.imported:
                self.reader = Reader(session.lists, session.imported)
            reasons, also = session.view.reasons, _also(session)
            self._question = _Question(self.reader, session.document, reasons, also)
            told = session.to_share(session.shared_people, reasons=reasons)
            alone = None if also is None else session.to_share([also], reasons=reasons)
            job = _Job(self.reader, told, alone, texts_for_sharing(session))
            self.thinking.ask(self._question, job.steps)

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self.thinking.forget()
        self._question = self.reader = None
        if self.made.pages or self.made.also:
            self.made = Made()
            self.changed.emit()

    def _on_answered(self, _question: object, made: Made) -> None:
        self.made = made
        self.changed.emit()


def _also(session: Session) -> int | None:
    person = session.view.person
    ticked = person in session.document.chosen
    if person is None or ticked or person not in session.may_be_shared:
        return None
    return person if len(session.shared_case(person).touchpoints) else None


@dataclass(frozen=True, eq=False)
class _Job:
    reader: Reader
    told: ToShare
    alone: ToShare | None
    texts: tuple[Written, ...]

    def steps(self) -> Generator[Progress, None, Made]:
        texts = []
        for written in self.texts:
            yield Progress(0, 1)
            texts.append(Checked(written, self.reader.read(written.text)))
        yield Progress(0, 1)
        pages = self._pages(self.told) if self.told.cases else ()
        yield Progress(0, 1)
        alone = () if self.alone is None else self._pages(self.alone)
        also = next((page for page in alone if page.kind == "case"), None)
        known = self.reader.know()
        return Made(pages, also, tuple(texts), names_said(self.told.title, known), len(known))

    def _pages(self, told: ToShare) -> tuple[Page, ...]:
        return lay_out_pack(anonymise_pack(told, self.reader.clean), page_text_width)
