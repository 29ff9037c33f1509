"""Why somebody may be worth a deep dive, in words: more than the count, and what speaks against it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from journey_viewer.attendance.ages import YOUNG_TO
from journey_viewer.attendance.lists import PersonKey
from journey_viewer.attendance.ranking import Figures
from journey_viewer.model.words import Service

SERVICES, LOW_SHARE, ENOUGH, AE, HANDOVERS, OUTSIDE = 6, 0.4, 6, 5, 24, 0.25
"""From how much on it is said: our defaults, but five A&E attendances a year (British Red Cross, 2021)."""
REMINDER = "These are people. Look at the first hundred before planning around the first ten."


class Why(StrEnum):
    PASSED_AROUND = "passed around"
    LOW_CONTINUITY = "low continuity"
    AE = "A&E"
    OUT_OF_HOURS = "out of hours"
    YOUNG_ONLY_URGENT = "young, urgent care only"
    PERSISTENT = "persistent"
    NEW = "new this year"
    FALLING = "falling"
    DIED = "died"
    MOVED = "moved away"


@dataclass(frozen=True)
class Reason:
    why: Why
    sentence: str


def reasons_for(one: Figures, stayers: Collection[PersonKey]) -> tuple[Reason, ...]:
    """What stands out in a person's figures; ``stayers``: who was at the top the year before too."""
    return tuple(Reason(why, sentence) for why, sentence in _reasons(one, stayers))


def _reasons(one: Figures, stayers: Collection[PersonKey]) -> Iterator[tuple[Why, str]]:
    if one.died:
        yield Why.DIED, "Has died."
    if one.moved:
        yield Why.MOVED, "Is no longer on the list."
    if one.services >= SERVICES or one.handovers >= HANDOVERS:
        yield Why.PASSED_AROUND, f"Passed between {one.services} services, {one.handovers} hand-overs."
    share = one.most_seen_share
    if share is not None and one.named >= ENOUGH and share <= LOW_SHARE:
        yield (
            Why.LOW_CONTINUITY,
            f"Saw {one.clinicians} clinicians; the most-seen one {share:.0%} of the time.",
        )
    if one.ae >= AE:
        yield Why.AE, f"{one.ae} A&E attendances this year."
    outside = one.out_of_hours_share
    if outside is not None and one.out_of_hours >= ENOUGH and outside >= OUTSIDE:
        yield (
            Why.OUT_OF_HOURS,
            f"{one.out_of_hours} contacts outside core hours, {outside:.0%} of those with a known time.",
        )
    if one.age is not None and one.age <= YOUNG_TO and not one.gp_contacts and _urgent(one):
        yield Why.YOUNG_ONLY_URGENT, "Young, and seen by urgent care but not by the practice."
    yield from _over_time(one, stayers)


def _over_time(one: Figures, stayers: Collection[PersonKey]) -> Iterator[tuple[Why, str]]:
    if one.person in stayers:
        yield Why.PERSISTENT, "At the top two years running: this rarely passes by itself."
    else:
        yield Why.NEW, "New at the top this year: most fall again by themselves."
    if one.gp_before and one.gp_contacts <= one.gp_before / 2:
        yield Why.FALLING, f"GP contacts fell from {one.gp_before} to {one.gp_contacts} already."


def _urgent(one: Figures) -> bool:
    return any(service in one.by_service for service in (Service.AE, Service.URGENT_111, Service.AMBULANCE))
