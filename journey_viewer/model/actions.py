"""Who will do what after the meeting."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ActionStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    BLOCKED = "blocked"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Action:
    """``person`` is a place among the people, None for all cases. Who does it is a role or an organisation.

    ``pattern``: the id of the pattern that it is about, "" where it is about none.
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
