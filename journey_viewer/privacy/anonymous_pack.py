"""All that may leave together: the cases, and what was agreed about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journey_viewer.model.actions import ActionStatus
from journey_viewer.model.casework import Level
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
class AnonymousPack:
    """``title``: what was typed for the first slide, "" where nothing was."""

    cases: tuple[AnonymousCase, ...]
    title: str = ""
    actions: tuple[AnonymousAction, ...] = ()
