"""How a journey is looked at: which stretch of it, from which day, which lanes, and what stands out."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import Case
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service, service_name

HOSPITAL = (Service.AE, Service.INPATIENT, Service.OUTPATIENT)


@dataclass(frozen=True)
class Lanes:
    """``order``: the lanes from top to bottom, each of one or several services; ``hidden``: those not drawn."""

    order: tuple[tuple[Service, ...], ...] = tuple((service,) for service in Service)
    hidden: frozenset[Service] = frozenset()

    @property
    def is_usual(self) -> bool:
        return self == Lanes()

    def hide(self, lane: tuple[Service, ...]) -> Self:
        return replace(self, hidden=self.hidden | frozenset(lane))

    def move(self, lane: tuple[Service, ...], by: int) -> Self:
        """The lane so many places further down (or up, where negative)."""
        rest = [other for other in self.order if other != lane]
        place = min(max(self.order.index(lane) + by, 0), len(rest))
        return replace(self, order=(*rest[:place], lane, *rest[place:]))

    def merge(self, services: tuple[Service, ...]) -> Self:
        """One lane of all these services, where the first of them stood; they leave their own lanes."""
        together = tuple(service for service in Service if service in services)
        order: list[tuple[Service, ...]] = []
        for lane in self.order:
            if set(lane) & set(together) and together not in order:
                order.append(together)
            rest = tuple(service for service in lane if service not in together)
            order += [rest] if rest else []
        return replace(self, order=tuple(order), hidden=self.hidden - set(together))

    def split(self, lane: tuple[Service, ...]) -> Self:
        """A lane of its own for each of the services of this one."""
        order = [part for each in self.order for part in ([(s,) for s in lane] if each == lane else [each])]
        return replace(self, order=tuple(order))


def lane_name(lane: tuple[Service, ...]) -> str:
    """What stands beside the lane."""
    return "All hospital" if lane == HOSPITAL else " + ".join(service_name(service) for service in lane)


@dataclass(frozen=True)
class Filter:
    """What stands out; everything else is dimmed. An empty set or text lets everything stand out."""

    services: frozenset[Service] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    text: str = ""

    @property
    def is_on(self) -> bool:
        return self != Filter()

    def finds(self, touchpoints: Touchpoints) -> NDArray[np.bool_]:
        """True where a touchpoint stands out; words are looked for in reason, service and mode."""
        found = np.ones(len(touchpoints), np.bool_)
        for chosen, column in (
            (self.services, touchpoints.service),
            (self.outcomes, touchpoints.outcome),
            (self.kinds, touchpoints.kind),
        ):
            if chosen:
                found &= np.isin(column, [word.code for word in chosen])
        for word in self.text.casefold().split():
            found &= (
                touchpoints.reason.holding(word)
                | touchpoints.named.holding(word)
                | touchpoints.mode.holding(word)
                | np.isin(touchpoints.service, _named(word))
            )
        return found


def _named(word: str) -> list[int]:
    """Not kept for speed: somebody typed it, and it may be a name."""
    return [service.code for service in Service if word in service_name(service).casefold()]


@dataclass(frozen=True)
class Alignment:
    """What day 0 is: the ``nth`` contact with a service (from 1), or a ``day``; nothing of both for the calendar."""

    service: Service | None = None
    nth: int = 1
    day: date | None = None

    @property
    def is_on(self) -> bool:
        return self.service is not None or self.day is not None


@dataclass(frozen=True)
class DayZero:
    """``at``: its day as date.toordinal counts; ``words``: what it is."""

    at: int
    words: str


def day_zero(case: Case, alignment: Alignment) -> DayZero | None:
    """Day 0 of a case; None on the calendar, and where the case has no such contact."""
    if alignment.day is not None:
        return DayZero(alignment.day.toordinal(), "the chosen day")
    if alignment.service is None:
        return None
    rows = np.flatnonzero(case.touchpoints.with_service(alignment.service) & case.touchpoints.attended)
    if len(rows) < alignment.nth:
        return None
    start: date = case.touchpoints.start[rows[alignment.nth - 1]].astype("datetime64[D]").item()
    return DayZero(start.toordinal(), alignment_words(alignment))


def alignment_words(alignment: Alignment) -> str:
    """Day 0 in words: "first A&E", "3rd Hospital stay"."""
    if alignment.service is None:
        return "the chosen day" if alignment.day else ""
    ordinal = {1: "first", 2: "2nd", 3: "3rd"}.get(alignment.nth, f"{alignment.nth}th")
    return f"{ordinal} {service_name(alignment.service)}"


@dataclass(frozen=True)
class Looking:
    """``first`` and ``last``: the stretch that is seen, in days as date.toordinal counts, None for all of it.

    ``folded``: long stretches without contact are folded away.
    """

    first: float | None = None
    last: float | None = None
    lanes: Lanes = field(default_factory=Lanes)
    filter: Filter = field(default_factory=Filter)
    alignment: Alignment = field(default_factory=Alignment)
    folded: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all of the journey is seen."""
        return self.first is None or self.last is None

    def without_words(self) -> Self:
        """With nothing that somebody typed: it may be a name."""
        return replace(self, filter=replace(self.filter, text=""))
