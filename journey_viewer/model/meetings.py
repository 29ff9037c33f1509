"""A meeting about several cases: who came, what it was for, which cases were seen and what was decided."""

from dataclasses import dataclass, field
from datetime import date

from journey_viewer.model.casework import Level, LevelReason

USUAL_MINUTES = 120
"""A deep dive of several cases takes "a couple of hours"."""


@dataclass(frozen=True)
class Decision:
    """What a meeting decided about one case; every part may be empty. ``person`` is a place among the people.

    ``level``: where the answer lies, the lowest that can give it; ``level_reasons`` and ``level_why``: why it
    takes that one. ``partners``: who else needs to be at the table. ``agreed``: in the meeting's own words.
    """

    person: int
    level: Level = Level.NOT_SAID
    level_reasons: frozenset[LevelReason] = frozenset()
    level_why: str = field(default="", repr=False)
    partners: tuple[str, ...] = field(default=(), repr=False)
    ideas: tuple[str, ...] = field(default=(), repr=False)
    agreed: str = field(default="", repr=False)


@dataclass(frozen=True)
class Meeting:
    """``number`` counts from 1. ``attendees`` are roles with their organisations, never names.

    ``purpose``: so that everybody would know that it was achieved; ``achieved``: whether it was, in words.
    ``minutes``: the time there is. ``seen``: the cases that were shown, as places among the people, in the
    order in which they were. ``next_day``: when the next one is. A meeting that is ``closed`` is over.
    """

    number: int
    day: date
    attendees: tuple[str, ...] = field(default=(), repr=False)
    purpose: str = field(default="", repr=False)
    achieved: str = field(default="", repr=False)
    minutes: int = USUAL_MINUTES
    seen: tuple[int, ...] = ()
    decisions: tuple[Decision, ...] = ()
    next_day: date | None = None
    closed: bool = False
