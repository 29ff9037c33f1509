"""The time that a meeting has, split over what it is for."""

from dataclasses import dataclass
from enum import StrEnum

from journey_viewer.model.meetings import USUAL_MINUTES
from journey_viewer.model.phrases import many, plural

SHORTEST, LONGEST = 12, 15
"""Minutes that a case takes."""
IMPROVEMENT = 0.8
"""The least share of a meeting that is for improvement; the rest is what any meeting needs besides."""


class Part(StrEnum):
    """What the time is for, in this order."""

    CARRIED = "Actions carried over"
    PURPOSE = "Purpose"
    CASES = "The cases"
    PATTERNS = "What they have in common"
    LEVEL = "Level of solution, and who else at the table"
    ACTIONS = "Actions and the next date"
    SPARE = "Not planned yet"


_USUALLY = {Part.PURPOSE: 5, Part.CASES: 65, Part.PATTERNS: 25, Part.LEVEL: 15, Part.ACTIONS: 10}
"""Minutes of two hours; five cases of 13 minutes are seen."""


@dataclass(frozen=True)
class Slot:
    """``begins``: minutes after the meeting begins."""

    part: Part
    begins: int
    minutes: int


@dataclass(frozen=True)
class Agenda:
    """``each``: minutes for each case. ``improvement``: the share of the time that is for improvement, from 0 to 1.

    ``remarks``: sentences about what does not fit.
    """

    minutes: int
    cases: int
    slots: tuple[Slot, ...]
    each: int
    improvement: float
    remarks: tuple[str, ...]

    def minutes_for(self, part: Part) -> int:
        return sum(slot.minutes for slot in self.slots if slot.part is part)


def agenda(minutes: int, cases: int, carried: int = 0) -> Agenda:
    """The agenda of so many minutes for so many cases, ``carried`` actions looked at first. Slots add up to the time."""
    parts = _shares(minutes)
    each = min(parts[Part.CASES] // cases, LONGEST) if cases else 0
    left = parts[Part.CASES] - each * cases
    parts[Part.CASES] = each * cases
    if cases and each < LONGEST:  # whole minutes only, so a few are over
        parts[Part.PATTERNS] += left
        left = 0
    first = min(carried, parts[Part.ACTIONS] // 2)
    parts[Part.ACTIONS] -= first
    parts |= {Part.CARRIED: first, Part.SPARE: left}
    slots, begins = [], 0
    for part in Part:
        if parts[part]:
            slots.append(Slot(part, begins, parts[part]))
            begins += parts[part]
    improvement = 1 - (parts[Part.PURPOSE] + left) / minutes if minutes else 0.0
    remarks = (_of_cases(minutes, cases, each), _of_spare(left, cases), _of_improvement(improvement))
    return Agenda(minutes, cases, tuple(slots), each, improvement, tuple(filter(None, remarks)))


def _shares(minutes: int) -> dict[Part, int]:
    """Whole minutes of each part that add up, scaled from those of two hours: what was rounded down most gains first."""
    scaled = {part: divmod(usual * minutes, USUAL_MINUTES) for part, usual in _USUALLY.items()}
    shares = {part: whole for part, (whole, _) in scaled.items()}
    rests = sorted(((-rest, place, part) for place, (part, (_, rest)) in enumerate(scaled.items())))
    for _, _, part in rests[: minutes - sum(shares.values())]:
        shares[part] += 1
    return shares


def _of_cases(minutes: int, cases: int, each: int) -> str:
    if not cases:
        return "No case is chosen yet: tick those for the meeting in the deep dive."
    if each >= SHORTEST:
        return ""
    fit = _shares(minutes)[Part.CASES] // SHORTEST
    takes = f"{many(cases, 'case')} {plural(cases, 'takes', 'take')}"
    do = f"Choose {fit}, or meet for longer." if fit else "Meet for longer."
    there = in_words(each) if each else "less than a minute"
    return (
        f"{takes} {in_words(_minutes_for(cases))}; the meeting has {in_words(minutes)}. {do}"
        f" As it is, each case has {there}, and {SHORTEST} to {LONGEST} are needed."
    )


def _of_spare(spare: int, cases: int) -> str:
    if not (spare and cases):
        return ""
    more = spare // SHORTEST
    room = f" There is room for {many(more, 'more case')}." if more else ""
    return f"Of the time, {in_words(spare)} {plural(spare, 'is', 'are')} not planned yet.{room}"


def _of_improvement(share: float) -> str:
    if share >= IMPROVEMENT:
        return ""
    return (
        f"{share:.0%} of the time is for improvement; at least {IMPROVEMENT:.0%} is asked for:"
        " see more cases, or meet for less time."
    )


def _minutes_for(cases: int) -> int:
    """The least time in which so many cases can be seen, in whole five minutes."""
    needed = -(-cases * SHORTEST * USUAL_MINUTES // _USUALLY[Part.CASES])
    return -(-needed // 5) * 5


def in_words(minutes: int) -> str:
    """A length of time: "2 hours 5 minutes"."""
    hours, rest = divmod(minutes, 60)
    told = [many(hours, "hour")] if hours else []
    if rest or not hours:
        told.append(many(rest, "minute"))
    return " ".join(told)
