"""What may leave of a meeting: a type of its own, as for cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journey_viewer.model.casework import Level, LevelReason
from journey_viewer.privacy.anonymous_pack import AnonymousAction


@dataclass(frozen=True)
class AnonymousDecision:
    """``case`` is a label."""

    case: str
    level: Level
    level_reasons: tuple[LevelReason, ...]
    level_why: str
    partners: tuple[str, ...]
    ideas: tuple[str, ...]
    agreed: str

    @property
    def written(self) -> Iterator[str]:
        """Every text that somebody wrote."""
        yield from (self.level_why, *self.partners, *self.ideas, self.agreed)


@dataclass(frozen=True)
class AnonymousMeeting:
    """``day`` and ``next_day`` are calendar days: the meeting's, not anybody's. ``seen`` are labels of cases.

    ``ideas``: the id of a pattern, and what could be done about it.
    """

    number: int
    day: date
    minutes: int
    attendees: tuple[str, ...]
    purpose: str
    achieved: str
    seen: tuple[str, ...]
    decisions: tuple[AnonymousDecision, ...]
    ideas: tuple[tuple[str, str], ...]
    next_day: date | None

    @property
    def written(self) -> Iterator[str]:
        """Every text that somebody wrote about all of it."""
        yield from (*self.attendees, self.purpose, self.achieved, *(idea for _, idea in self.ideas))


@dataclass(frozen=True)
class AnonymousMinutes:
    """Only ``anonymise_minutes`` makes one. ``actions`` are all there are, of whatever meeting.

    ``meeting`` is None where only they are asked for.
    """

    meeting: AnonymousMeeting | None
    actions: tuple[AnonymousAction, ...]

    @property
    def carried(self) -> tuple[AnonymousAction, ...]:
        """Those that came to the meeting from earlier ones, as they stand now."""
        return tuple(
            action for action in self.actions if self.meeting and self.meeting.number in action.carried
        )

    @property
    def raised(self) -> tuple[AnonymousAction, ...]:
        """Those that were agreed in the meeting."""
        return tuple(
            action for action in self.actions if self.meeting and self.meeting.number == action.meeting
        )
