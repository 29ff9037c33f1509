"""All that may leave together: the cases, and what was agreed about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journey_viewer.model.actions import ActionStatus
from journey_viewer.model.casework import Level
from journey_viewer.model.words import Service
from journey_viewer.privacy.anonymous_case import AnonymousCase


@dataclass(frozen=True)
class AnonymousAction:
    """``case`` is a label or "All cases"; who leads, sponsors and delivers are roles and organisations.

    ``due`` and the other days are calendar days: the meeting's, not the person's. What ``number``, ``pattern``,
    ``level`` and what follows them say, they say of an Action.
    """

    case: str
    what: str
    lead: str
    sponsor: str
    delivers: str
    due: date | None
    status: ActionStatus
    number: int = 0
    raised: date | None = None
    pattern: str = ""
    level: Level = Level.NOT_SAID
    partner: str = ""
    invited: bool = False
    review: date | None = None
    expected: str = ""
    measure: str = ""
    outcome: str = ""
    closed: date | None = None
    meeting: int | None = None
    carried: tuple[int, ...] = ()

    @property
    def written(self) -> Iterator[str]:
        """Every text that somebody wrote."""
        yield from (self.what, self.lead, self.sponsor, self.delivers)
        yield from (self.partner, self.expected, self.measure, self.outcome)


@dataclass(frozen=True)
class AnonymousPattern:
    """What the cases have in common. ``counts``: what the numbers in ``cells`` are, of which there is one a case.

    A cell is None where it cannot be told of the case, or is not. ``shown``: "6 of 9, cannot be told of 1".
    ``idea``: what the network could do about it, "" where nobody wrote anything that may leave. ``pattern``: its id;
    ``services``: those that it is about in any case, in the order in which it names them.
    """

    name: str
    definition: str
    counts: str
    cells: tuple[int | None, ...]
    shown: str
    idea: str = ""
    pattern: str = ""
    services: tuple[Service, ...] = ()


@dataclass(frozen=True)
class AnonymousThreshold:
    """A threshold that was set to something else than our default: of which pattern, what it is, and both values."""

    pattern: str
    what: str
    default: str
    now: str

    @property
    def in_words(self) -> str:
        """In one line: "A&E soon after the GP: most days from the GP contact to A&E, 14 days (our default: 7 days)"."""
        what = f"{self.what[:1].lower()}{self.what[1:]}"
        return f"{self.pattern}: {what}, {self.now} (our default: {self.default})"


@dataclass(frozen=True)
class AnonymousPack:
    """``title``: what was typed for the first slide, "" where nothing was.

    ``common``: the patterns that half the cases show, and three at least, what most of them show first.
    ``changed``: the thresholds of patterns that are not our defaults.
    """

    cases: tuple[AnonymousCase, ...]
    title: str = ""
    actions: tuple[AnonymousAction, ...] = ()
    common: tuple[AnonymousPattern, ...] = ()
    changed: tuple[AnonymousThreshold, ...] = ()
