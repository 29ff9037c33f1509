"""Every text that leaves with minutes and the actions log, with where it stands: read as those of a pack are."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.actions import Action
from journey_viewer.model.document import Document
from journey_viewer.model.meetings import Meeting
from journey_viewer.model.progress import Progress
from journey_viewer.session import Session
from journey_viewer.ui.follow_up.shown import label_of
from journey_viewer.ui.share.making import Reader
from journey_viewer.ui.share.texts import FOR_THE_NETWORK, Checked, Written
from journey_viewer.ui.thinking import Thinking


def texts_for_minutes(document: Document) -> tuple[Written, ...]:
    """In the order in which they leave, each once; of nobody who objects."""
    told = (one for one in _texts(document) if one.text.strip() and one.person not in document.objectors)
    return tuple(dict.fromkeys(told))


def _texts(document: Document) -> Iterator[Written]:
    for meeting in document.meetings:
        yield from _of_meeting(document, meeting)
    for idea in document.ideas.values() if document.meetings else ():
        yield Written(FOR_THE_NETWORK, None, idea)
    for action in document.actions:
        for text in _words_of(action):
            where = f"{label_of(document, action)} · Action {action.number}"
            yield Written(where, document.whom(action), text)


def _of_meeting(document: Document, meeting: Meeting) -> Iterator[Written]:
    where = f"Meeting {meeting.number}"
    for text in (*meeting.attendees, meeting.purpose, meeting.achieved):
        yield Written(where, None, text)
    for decision in meeting.decisions:
        person = document.edits.kept_place(decision.person)
        label = document.labels.get(person, "")
        for text in (decision.level_why, *decision.partners, *decision.ideas, decision.agreed):
            yield Written(f"{label} · {where}", person, text)


def _words_of(action: Action) -> Iterator[str]:
    yield from (action.what, action.lead, action.sponsor, action.delivers)
    yield from (action.partner, action.expected, action.measure, action.outcome)


class Reading(QObject):
    """Reads the texts off the GUI thread; ``changed`` when there is something new."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thinking = Thinking(self)
        self.texts: tuple[Checked, ...] = ()
        self._reader: Reader | None = None
        self._question: _Question | None = None
        self.thinking.answered.connect(self._on_answered)

    def follow(self, session: Session) -> None:
        """Read them anew where any differs."""
        if session.is_empty:
            self.forget()
            return
        if self._reader is None or self._reader.imported is not session.imported:
            self._reader, self._question = Reader(session.lists, session.imported), None
        texts = texts_for_minutes(session.document)
        if self._question is None or self._question.texts != texts:
            self._question = _Question(self._reader, texts)
            self.thinking.ask(self._question, self._question.steps)

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self.thinking.forget()
        self._reader, self._question = None, None
        if self.texts:
            self.texts = ()
            self.changed.emit()

    def _on_answered(self, _question: object, texts: tuple[Checked, ...]) -> None:
        self.texts = texts
        self.changed.emit()


@dataclass(frozen=True, eq=False)
class _Question:
    reader: Reader
    texts: tuple[Written, ...]

    def steps(self) -> Generator[Progress, None, tuple[Checked, ...]]:
        read = []
        for one in self.texts:
            yield Progress(0, 1)
            read.append(Checked(one, self.reader.read(one.text)))
        return tuple(read)
