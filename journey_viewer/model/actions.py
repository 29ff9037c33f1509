"""Who will do what after the meeting, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from journey_viewer.model.casework import Level


class ActionStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    BLOCKED = "blocked"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Action:
    """``person`` is a place among the people, None for all cases. Who does it is a role or an organisation.

    ``pattern``: the id of the pattern that it is about, "" where it is about none. ``level``: at which it is
    to be solved. ``partner``: who else it takes; ``invited``: they were asked to the table. ``expected``: the
    change that it is to bring; ``measure``: how that will be seen; ``outcome``: what happened. ``closed``:
    the day on which it was done or dropped. ``meeting``: the number of the meeting in which it was raised;
    ``carried``: those of the meetings that it was carried over to, in their order.
    """

    number: int
    person: int | None
    what: str = field(repr=False)
    lead: str = field(default="", repr=False)
    sponsor: str = field(default="", repr=False)
    delivers: str = field(default="", repr=False)
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    raised: date | None = None
    pattern: str = ""
    level: Level = Level.NOT_SAID
    partner: str = field(default="", repr=False)
    invited: bool = False
    review: date | None = None
    expected: str = field(default="", repr=False)
    measure: str = field(default="", repr=False)
    outcome: str = field(default="", repr=False)
    closed: date | None = None
    meeting: int | None = None
    carried: tuple[int, ...] = ()

    @property
    def is_open(self) -> bool:
        """There is still something to do: a blocked one is open too."""
        return self.status in (ActionStatus.OPEN, ActionStatus.BLOCKED)

    @property
    def says_something(self) -> bool:
        return any(text.strip() for text in (self.what, self.lead, self.sponsor, self.delivers))

    def is_overdue(self, today: date) -> bool:
        return self.is_open and self.due is not None and self.due < today

    def wants_review(self, today: date) -> bool:
        """The day has come on which to look whether it brought what was expected; what is closed wants none."""
        return self.is_open and self.review is not None and self.review <= today


def with_status(action: Action, status: ActionStatus, today: date) -> Action:
    """How it stands from today on; what is done or dropped is closed today, unless it was before."""
    ends = status in (ActionStatus.DONE, ActionStatus.DROPPED)
    return replace(action, status=status, closed=(action.closed or today) if ends else None)


def by_due(actions: Iterable[Action]) -> tuple[Action, ...]:
    """What is open first, the earliest due first, those without a day after the others; then as they were raised."""
    return tuple(sorted(actions, key=_urgency))


def _urgency(action: Action) -> tuple[bool, date, int]:
    return not action.is_open, action.due or date.max, action.number
