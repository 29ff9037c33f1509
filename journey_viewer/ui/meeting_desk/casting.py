"""Makes the cases that the wall is handed, off the GUI thread; and the words beside them, cleaned."""

from collections.abc import Generator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.document import Document
from journey_viewer.model.progress import Progress
from journey_viewer.model.sharing import ToShare
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.privacy.anonymous_pack import AnonymousPattern
from journey_viewer.privacy.anonymous_patterns import common_patterns
from journey_viewer.privacy.identifiers import Identifiers
from journey_viewer.session import Session
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.steps import Journey
from journey_viewer.ui.share.making import Reader
from journey_viewer.ui.thinking import Thinking


@dataclass(frozen=True, eq=False)
class Cast:
    """``people``: places among the people, each with the journey that may be seen; ``known``: what identifies anybody.

    ``common``: what the journeys have in common, without the ideas about it.
    """

    people: tuple[int, ...] = ()
    journeys: tuple[Journey, ...] = ()
    reader: Reader | None = None
    known: Identifiers | None = None
    common: tuple[AnonymousPattern, ...] = ()

    @property
    def programme(self) -> Programme:
        return Programme(self.journeys, self.common)

    def without(self, allowed: frozenset[int]) -> "Cast":
        """Those of them who may still be seen; what they have in common is to be counted anew."""
        if allowed.issuperset(self.people):
            return self
        both = [pair for pair in zip(self.people, self.journeys, strict=True) if pair[0] in allowed]
        return replace(self, people=tuple(p for p, _ in both), journeys=tuple(j for _, j in both), common=())


class Casting(QObject):
    """Follows the session while a meeting wants it; ``changed`` when there is another ``cast``."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thinking = Thinking(self)
        self.cast = Cast()
        self._reader: Reader | None = None
        self._asked: Document | None = None
        self.thinking.answered.connect(self._on_answered)

    def follow(self, session: Session) -> None:
        """Make them anew where something differs that is seen of them; whoever may be seen no longer goes at once."""
        if session.is_empty:
            self.forget()
            return
        people = session.shared_people
        allowed = self.cast.without(frozenset(people))
        if allowed is not self.cast:
            self.cast = allowed
            self.changed.emit()
        asked = _what_is_seen(session.document)
        same = self._reader is not None and self._reader.imported is session.imported
        if same and asked == self._asked:
            return
        if not same:
            self._reader = Reader(session.lists, session.imported)
        self._asked = asked
        if self._reader is not None:
            job = _Job(self._reader, tuple(people), session.to_share(people))
            self.thinking.ask(people, job.steps)

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self.thinking.forget()
        self._reader = self._asked = None
        if self.cast.people:
            self.cast = Cast()
            self.changed.emit()

    def _on_answered(self, _people: object, cast: Cast) -> None:
        self.cast = cast
        self.changed.emit()


def _what_is_seen(document: Document) -> Document:
    """Without what is recorded in the meeting itself: of that the journeys hold nothing."""
    return replace(document, meetings=(), actions=(), casework={}, ideas={}, pack_title="", delete_by=None)


@dataclass(frozen=True, eq=False)
class _Job:
    reader: Reader
    people: tuple[int, ...]
    told: ToShare

    def steps(self) -> Generator[Progress, None, Cast]:
        yield Progress(0, 1)
        known = self.reader.know()
        journeys: list[Journey] = []
        for case, shared in self.told.cases:
            yield Progress(len(journeys), len(self.people))
            journeys.append(Journey(anonymise(case, shared, self.reader.clean)))
        yield Progress(len(journeys), len(self.people))
        cases, told = [journey.case for journey in journeys], self.told
        common = common_patterns(cases, told.thresholds, {}, self.reader.clean, ())
        return Cast(self.people, tuple(journeys), self.reader, known, common)
