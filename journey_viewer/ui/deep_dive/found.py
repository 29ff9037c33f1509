"""What the rules find in people's journeys: at once where that is quick, else off the GUI thread."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.case import Case
from journey_viewer.model.findings import Result
from journey_viewer.model.progress import Progress
from journey_viewer.patterns.definitions import Thresholds
from journey_viewer.patterns.find import find_patterns
from journey_viewer.session import Session
from journey_viewer.ui.grounds import Grounds
from journey_viewer.ui.thinking import Thinking

AT_ONCE = 400
"""Contacts that are looked through without leaving the GUI thread: some hundredths of a second."""

_Results = Mapping[int, tuple[Result, ...]]


class Found(QObject):
    """Follows the Session for some people; ``changed`` when there is something new."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thinking = Thinking(self)
        self._grounds: Grounds | None = None
        self._people: tuple[int, ...] = ()
        self._known: dict[int, tuple[Result, ...]] = {}
        self._thinking.answered.connect(self._on_answered)

    @property
    def results(self) -> dict[int, tuple[Result, ...]] | None:
        """By person, dismissed findings among them; None while they are being worked out."""
        if any(person not in self._known for person in self._people):
            return None
        return {person: self._known[person] for person in self._people}

    def follow(self, session: Session, people: Sequence[int]) -> None:
        """Look through these people's journeys, as far as that was not done yet."""
        grounds = Grounds.of(session)
        if grounds is None:
            self.forget()
            return
        people = tuple(people)
        if not grounds.are(self._grounds):
            self._grounds = grounds
            self._known = {}
        elif people == self._people:
            return
        self._people = people
        wanted = {person: session.case(person) for person in people if person not in self._known}
        if sum(len(case.touchpoints) for case in wanted.values()) <= AT_ONCE:
            self._thinking.forget()
            self._take({who: find_patterns(case, grounds.thresholds) for who, case in wanted.items()})
        else:
            self._thinking.ask(self._grounds, _Job(wanted, grounds.thresholds).steps)

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self._thinking.forget()
        there = bool(self._people)
        self._grounds, self._people, self._known = None, (), {}
        if there:
            self.changed.emit()

    def _take(self, results: _Results) -> None:
        self._known.update(results)
        self.changed.emit()

    def _on_answered(self, question: object, results: _Results) -> None:
        if question is self._grounds:
            self._take(results)


@dataclass(frozen=True, eq=False)
class _Job:
    cases: Mapping[int, Case]
    thresholds: Thresholds

    def steps(self) -> Generator[Progress, None, _Results]:
        found = {}
        for place, (person, case) in enumerate(self.cases.items()):
            yield Progress(place, len(self.cases))
            found[person] = find_patterns(case, self.thresholds)
        return found
