"""Who could be recognised: worked out one case after another, off the GUI thread, and kept until something of it changes."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.case import Case
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Window
from journey_viewer.model.progress import Progress
from journey_viewer.model.sharing import ForSharing
from journey_viewer.privacy.crowd import Crowd, crowd_of
from journey_viewer.privacy.remedies import Remedy, remedies
from journey_viewer.privacy.risk import PEOPLE_NEEDED, Risk, RiskLevel, recognise
from journey_viewer.session import Session
from journey_viewer.ui.thinking import Thinking

_Asked = tuple[int, ForSharing, bool]
"""A person, the choices that bear on it, and whether what would help is asked for too."""


@dataclass(frozen=True, eq=False)
class _Lists:
    """What every answer rests on: where it differs, all of them are void."""

    imported: Imported
    window: Window
    sensitive: frozenset[int]

    def are_of(self, session: Session) -> bool:
        document = session.document
        same = self.imported is session.imported and self.window == document.window
        return same and self.sensitive == document.sensitive


class Risks(QObject):
    """Follows what is ticked and shown; ``changed`` when another answer is there."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thinking = Thinking(self)
        self._lists: _Lists | None = None
        self._crowd: Crowd | None = None
        self._session = Session()
        self._wanted: Sequence[int] = ()
        self._too_few: int | None = None
        self._risks: dict[tuple[int, ForSharing], Risk] = {}
        self._remedies: dict[tuple[int, ForSharing], tuple[Remedy, ...]] = {}
        self.thinking.answered.connect(self._on_answered)

    def follow(self, session: Session, ticked: Sequence[int], *, seen: bool) -> None:
        """Work out what is not known yet of the shown person and of those who are ticked, while the place is ``seen``."""
        if session.is_empty or session.document.window is None:
            self.forget()
            return
        if self._lists is None or not self._lists.are_of(session):
            self.forget()
            document = session.document
            self._lists = _Lists(session.imported, session.document.window, document.sensitive)
        self._session = session
        self._too_few = len(session.seen_in_window) if len(session.seen_in_window) < PEOPLE_NEEDED else None
        if (
            self._too_few is not None or not seen
        ):  # to say that there are too few nothing has to be worked out
            return
        shown = session.view.person
        may_be = frozenset(session.may_be_shared)
        first = () if shown is None or shown not in may_be else (shown,)
        self._wanted = tuple(dict.fromkeys((*first, *ticked)))
        self._go_on()

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self.thinking.forget()
        self._lists = self._crowd = None
        self._session, self._wanted, self._too_few = Session(), (), None
        self._risks.clear()
        self._remedies.clear()

    def risk_of(self, person: int) -> Risk | None:
        """None while it is being worked out."""
        if self._too_few is not None:
            return Risk(RiskLevel.NOT_MEASURABLE, 0, 0, self._too_few)
        return self._risks.get(self._key(person))

    def remedies_of(self, person: int) -> tuple[Remedy, ...] | None:
        """None while they are being worked out."""
        return () if self._too_few is not None else self._remedies.get(self._key(person))

    def is_known(self, people: Sequence[int]) -> bool:
        """Whether the answer is there for all of these."""
        return all(self.risk_of(person) is not None for person in people)

    def without_reason(self, people: Sequence[int]) -> list[int]:
        """Those who few people look like, and for whom no reason was written."""
        asked = [p for p in people if (risk := self.risk_of(p)) and risk.level is RiskLevel.REASON]
        return [p for p in asked if not self._session.document.sharing_of(p).reason.strip()]

    def _key(self, person: int) -> tuple[int, ForSharing]:
        """The person, and of their choices what bears on the risk."""
        told = self._session.document.sharing_of(person)
        return person, ForSharing(told.quarters, told.folded, told.dropped, told.five_years)

    def _go_on(self) -> None:
        """Ask the next question: the risks first, then what would help the shown person."""
        unknown = next((person for person in self._wanted if self._key(person) not in self._risks), None)
        if unknown is not None:
            self._ask(unknown, helped=False)
            return
        shown = self._session.view.person
        if shown in self._wanted and shown is not None and self._key(shown) not in self._remedies:
            self._ask(shown, helped=True)

    def _ask(self, person: int, *, helped: bool) -> None:
        asked: _Asked = (*self._key(person), helped)
        if self._lists is None or (self.thinking.busy and self.thinking.question == asked):
            return
        case, lists, crowd = self._session.shared_case(person), self._lists, self._crowd

        def job() -> Generator[Progress, None, object]:
            return _worked_out(lists, crowd, case, asked)

        self.thinking.ask(asked, job)

    def _on_answered(self, asked: _Asked, answer: tuple[Crowd, Risk | tuple[Remedy, ...]]) -> None:
        person, choices, _ = asked
        self._crowd, found = answer
        if isinstance(found, Risk):
            self._risks[person, choices] = found
        else:
            self._remedies[person, choices] = found
        self._go_on()
        self.changed.emit()


def _worked_out(
    lists: _Lists, crowd: Crowd | None, case: Case, asked: _Asked
) -> Generator[Progress, None, tuple[Crowd, Risk | tuple[Remedy, ...]]]:
    person, choices, helped = asked
    yield Progress(0, 1)
    crowd = crowd or crowd_of(lists.imported, lists.window)
    yield Progress(0, 1)
    if helped:
        return crowd, remedies(crowd, person, case, choices)
    return crowd, recognise(crowd, person, case, choices)
