"""What the wall shows, as one frozen value, and how a key changes it. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Self

from journey_viewer.model.words import Service
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.steps import Journey, Step

Reach = tuple[float, float]
_CLOSE = 4.0  # months that are seen where somebody first looks closer
_CLOSEST = 1.0  # nearer than a month only the order is known
_CLOSER = 2.0


class Card(Enum):
    """What lies over the page."""

    NONE = auto()
    KEYS = auto()
    DECIDED = auto()
    MARKS = auto()


@dataclass(frozen=True)
class Showing:
    """``case``: a place among the cases, None for the agenda. ``at``: a place among the steps, None before the first.

    ``in_common``: what the cases have in common, whose steps are patterns; then there is no ``case``.
    ``by_findings``: the steps are findings, else contacts. ``lane``: the services of the lane that is lit, if any.
    ``reach``: the stretch of months that is seen, None for all. ``blank``: nothing at all is shown.
    """

    case: int | None = None
    in_common: bool = False
    by_findings: bool = False
    at: int | None = None
    lane: tuple[Service, ...] | None = None
    reach: Reach | None = None
    card: Card = Card.NONE
    blank: bool = False

    def let_go(self) -> Self | None:
        """Without what lies on top: the blank, a card, the step, the lane, what is close; None where nothing does."""
        if self.blank:
            return replace(self, blank=False)
        if self.card is not Card.NONE:
            return replace(self, card=Card.NONE)
        if self.at is not None:
            return replace(self, at=None)
        if self.lane is not None:
            return replace(self, lane=None)
        return None if self.reach is None else replace(self, reach=None)


def with_case(showing: Showing, programme: Programme, step: int) -> Showing:
    """The page so many further on: before the first case the agenda, after the last what they have in common, if anything."""
    here = _place_of(showing, programme)
    place = min(max(here + step, -1), programme.last)
    if place == here:
        return showing
    if place < 0:
        return Showing()
    if place == len(programme.journeys):
        return Showing(in_common=True)
    return Showing(place, by_findings=showing.by_findings and bool(programme.journeys[place].findings))


def _place_of(showing: Showing, programme: Programme) -> int:
    if showing.in_common:
        return programme.last
    return -1 if showing.case is None else showing.case


def stepped(showing: Showing, programme: Programme, step: int) -> Showing:
    """So many steps on in this case, back to its beginning before the first; from the agenda the first case.

    What is looked at closely moves along, so that the step is in sight.
    """
    here = -1 if showing.at is None else showing.at
    if showing.in_common:
        return at_pattern(showing, programme, here + step)
    if showing.case is None:
        return with_case(showing, programme, 1) if step > 0 else showing
    steps = programme.journeys[showing.case].steps(by_findings=showing.by_findings)
    place = min(here + step, len(steps) - 1)
    return at_step(showing, programme.journeys[showing.case], place if place >= 0 else None)


def at_pattern(showing: Showing, programme: Programme, place: int) -> Showing:
    """One of the patterns, the last where there are not so many; before the first all of them."""
    there = min(place, len(programme.common) - 1)
    return replace(showing, at=there if there >= 0 else None, card=Card.NONE, blank=False)


def at_step(showing: Showing, journey: Journey, place: int | None) -> Showing:
    """One of the steps, in sight."""
    chosen = replace(showing, at=place, card=Card.NONE, blank=False)
    step = step_of(chosen, journey)
    if step is None or showing.reach is None:
        return chosen
    if showing.reach[0] <= step.first and step.last <= showing.reach[1]:
        return chosen
    seen = showing.reach[1] - showing.reach[0]
    return replace(chosen, reach=_around((step.first + step.last) / 2, seen, journey))


def at_finding(showing: Showing, journey: Journey, number: int) -> Showing:
    """The finding with this number, from 1; as before where there is none."""
    if not 1 <= number <= len(journey.findings):
        return showing
    return at_step(replace(showing, by_findings=True), journey, number - 1)


def switched(showing: Showing, journey: Journey) -> Showing:
    """From contact by contact to finding by finding and back; the step stays about where it was in time."""
    steps = journey.steps(by_findings=not showing.by_findings)
    if not steps:
        return showing
    here, at = step_of(showing, journey), None
    if here is not None:
        at = next((place for place, step in enumerate(steps) if step.last >= here.first), len(steps) - 1)
    return at_step(replace(showing, by_findings=not showing.by_findings), journey, at)


def with_lane(showing: Showing, lanes: Sequence[tuple[Service, ...]], step: int) -> Showing:
    """Another lane is lit, above or below; beyond the last none is."""
    places: list[tuple[Service, ...] | None] = [None, *lanes]
    here = places.index(showing.lane) if showing.lane in places else 0
    return replace(showing, lane=places[(here + step) % len(places)])


def closer(showing: Showing, journey: Journey) -> Showing:
    """Half as many months, around the step; to begin with those just around it."""
    whole = float(journey.case.months)
    first, last = showing.reach or (0.0, whole)
    seen = _CLOSE if showing.reach is None else max((last - first) / _CLOSER, _CLOSEST)
    if seen >= whole:
        return showing
    step = step_of(showing, journey)
    middle = (first + last) / 2 if step is None else (step.first + step.last) / 2
    return replace(showing, reach=_around(middle, seen, journey))


def farther(showing: Showing, journey: Journey) -> Showing:
    """Twice as many months; all of them where that is as many."""
    if showing.reach is None:
        return showing
    first, last = showing.reach
    seen = (last - first) * _CLOSER
    if seen >= journey.case.months:
        return replace(showing, reach=None)
    return replace(showing, reach=_around((first + last) / 2, seen, journey))


def _around(middle: float, seen: float, journey: Journey) -> Reach:
    """So many months inside the journey."""
    first = min(max(middle - seen / 2, 0.0), max(journey.case.months - seen, 0.0))
    return first, first + seen


def step_of(showing: Showing, journey: Journey) -> Step | None:
    """The step that is explained, if any."""
    steps = journey.steps(by_findings=showing.by_findings)
    return None if showing.at is None or showing.at >= len(steps) else steps[showing.at]
