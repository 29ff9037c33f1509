"""What the chosen journeys show, worked out off the GUI thread and kept until something of it changes."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.case import case_of
from journey_viewer.model.findings import Result
from journey_viewer.model.progress import Progress
from journey_viewer.patterns.common import InCommon, in_common
from journey_viewer.patterns.find import find_patterns, not_dismissed
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.words import NO_VEIL, Veil, veil_of
from journey_viewer.ui.grounds import Grounds
from journey_viewer.ui.thinking import Thinking


@dataclass(frozen=True)
class Table:
    """Patterns × cases as they are shown: whose cases, a row a pattern, and what is to be blotted out of what is written."""

    people: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    rows: tuple[InCommon, ...] = ()
    veil: Veil = field(default_factory=Veil, repr=False)


@dataclass(frozen=True)
class _OfOne:
    """What one journey shows, and what is to be blotted out of what is written of it."""

    results: tuple[Result, ...]
    veil: Veil = field(repr=False)


class Found(QObject):
    """Follows the session; ``changed`` when ``table`` is another. Until an answer is there the table before stays."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thinking = Thinking(self)
        self.table = Table()
        self._session = Session()
        self._grounds: Grounds | None = None
        self._known: dict[int, _OfOne] = {}
        self.thinking.answered.connect(self._on_answered)

    def follow(self, session: Session) -> None:
        """Work out what is not known of the chosen people's journeys."""
        grounds = Grounds.of(session)
        if grounds is None:
            self.forget()
            return
        if not grounds.are(self._grounds):
            self._known.clear()
            self._grounds = grounds
        self._session = session
        unknown = tuple(person for person in session.shared_people if person not in self._known)
        if unknown:
            self._ask(unknown)
        else:
            self._tell()

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self.thinking.forget()
        self._session, self._grounds, self.table = Session(), None, Table()
        self._known.clear()
        self.changed.emit()

    def _ask(self, unknown: tuple[int, ...]) -> None:
        grounds = self._grounds
        if grounds is None or (self.thinking.busy and self.thinking.question == (grounds, unknown)):
            return
        asked = {person: self._session.label(person) for person in unknown}

        def job() -> Generator[Progress, None, Mapping[int, _OfOne]]:
            return _worked_out(grounds, asked)

        self.thinking.ask((grounds, unknown), job)

    def _tell(self) -> None:
        """Put together what is known; what somebody dismissed does not count."""
        session = self._session
        people, said = tuple(session.shared_people), session.document.said_of_findings
        told = [self._known[person] for person in people]
        rows = in_common([not_dismissed(one.results, said) for one in told]) if told else ()
        veil = Veil().with_all(one.veil for one in self._known.values())  # who is let go, too
        table = Table(people, tuple(map(session.label, people)), rows, veil)
        if table != self.table:
            self.table = table
            self.changed.emit()

    def _on_answered(self, asked: tuple[Grounds, tuple[int, ...]], answer: Mapping[int, _OfOne]) -> None:
        if asked[0] is self._grounds:
            self._known.update(answer)
            self.follow(self._session)


def _worked_out(
    grounds: Grounds, asked: Mapping[int, str]
) -> Generator[Progress, None, Mapping[int, _OfOne]]:
    """Each case is made anew, so that nothing of lists that are closed meanwhile stays where cases are kept."""
    told: dict[int, _OfOne] = {}
    for person, label in asked.items():
        yield Progress(len(told), len(asked))
        case = case_of(grounds.imported, person, grounds.window, label)
        told[person] = _OfOne(find_patterns(case, grounds.thresholds), veil_of(case, names_shown=False))
    return told


def veil_for(table: Table, *, names_shown: bool) -> Veil:
    """What is blotted out of what is written about all of these cases."""
    return NO_VEIL if names_shown else table.veil
