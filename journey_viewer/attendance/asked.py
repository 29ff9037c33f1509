"""What is asked of a list: which year and which before it, and by what people are ranked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Self

import numpy as np

from journey_viewer.errors import JourneyError
from journey_viewer.model.days import months_before
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service, service_name

MONTHS = 12
TOP = 100
NAMED_AT_LEAST = 3
"""The most-seen share ranks nobody who has fewer contacts with a named clinician: our default."""


@dataclass(frozen=True)
class Years:
    """The year that is looked at and the one before it: equally many months, without a day between or in both.

    A touchpoint belongs to the year in which it began, so that none is counted twice. ``closed``: the bank
    holidays in both, outside core hours on which all day is.
    """

    this: Window
    before: Window
    closed: tuple[date, ...] = ()

    @classmethod
    def until(cls, last: date, months: int = MONTHS, closed: Iterable[date] = ()) -> Self:
        """The ``months`` that end with this day, and as many before them. Raises JourneyError outside the calendar."""
        try:
            this = Window(months_before(last + timedelta(1), months), last)
            before = Window(months_before(this.first, months), this.first - timedelta(1))
        except (ValueError, OverflowError):
            raise JourneyError(
                "No calendar reaches so far.", "Ask for fewer months, or until another day."
            ) from None
        return cls(this, before, tuple(closed))

    @property
    def both(self) -> Window:
        return Window(self.before.first, self.this.last)


class Measure(StrEnum):
    """By what people can be ranked; attended contacts of this year, unless it says otherwise."""

    CONTACTS = "contacts"
    GP_CONTACTS = "gp_contacts"
    URGENT_111 = "urgent_111"
    AMBULANCE = "ambulance"
    AE = "ae"
    INPATIENT = "inpatient"
    OUTPATIENT = "outpatient"
    COMMUNITY = "community"
    MENTAL_HEALTH = "mental_health"
    SOCIAL_CARE = "social_care"
    VOLUNTARY = "voluntary"
    OTHER = "other"
    SERVICES = "services"
    OUT_OF_HOURS = "out_of_hours"
    MISSED = "missed"
    LAST_YEAR = "last_year"
    RISE = "rise"
    HANDOVERS = "handovers"
    CLINICIANS = "clinicians"
    NOT_MOST_SEEN = "not_most_seen"

    @property
    def service(self) -> Service | None:
        """The service whose contacts it counts, if it does that alone."""
        if self is Measure.GP_CONTACTS:
            return Service.GP
        return Service(self.value) if self.value in frozenset(Service) else None


_NAMES = {
    Measure.CONTACTS: "contacts with any service",
    Measure.GP_CONTACTS: "GP contacts",
    Measure.SERVICES: "different services",
    Measure.OUT_OF_HOURS: "contacts outside core hours",
    Measure.MISSED: "appointments not attended",
    Measure.LAST_YEAR: "GP contacts of the year before",
    Measure.RISE: "GP contacts more than the year before",
    Measure.HANDOVERS: "hand-overs between services",
    Measure.CLINICIANS: "different clinicians at the GP practice",
    Measure.NOT_MOST_SEEN: "share of GP contacts with somebody else than the most-seen clinician",
}


def name_of(measure: Measure) -> str:
    """What people read: "GP contacts", "contacts, Mental health"."""
    service = measure.service
    if measure in _NAMES or service is None:
        return _NAMES[measure]
    return f"contacts, {service_name(service)}"


@dataclass(frozen=True)
class Mix:
    """Measures and what each counts: people are ranked by the sum of measure × weight."""

    weights: Mapping[Measure, float]

    @classmethod
    def by(cls, measure: Measure) -> Self:
        return cls(MappingProxyType({measure: 1.0}))

    @classmethod
    def read(cls, text: str) -> Self:
        """From "gp_contacts" or "gp_contacts=1,ae=5". Raises JourneyError."""
        weights: dict[Measure, float] = {}
        for part in filter(None, (part.strip() for part in text.split(","))):
            name, _, weight = part.partition("=")
            try:
                weights[Measure(name.strip())] = float(weight) if weight else 1.0
            except ValueError:
                raise _not_a_rank() from None
        if not weights or not all(np.isfinite(list(weights.values()))) or not any(weights.values()):
            raise _not_a_rank()
        return cls(MappingProxyType(weights))

    @property
    def in_words(self) -> str:
        if len(self.weights) == 1:
            return name_of(next(iter(self.weights)))
        return " + ".join(f"{weight:g} × {name_of(measure)}" for measure, weight in self.weights.items())


def _not_a_rank() -> JourneyError:
    return JourneyError(
        "That is nothing people can be ranked by.",
        f"Choose from {', '.join(Measure)}; several with weights as in gp_contacts=1,ae=5.",
    )


BY_GP_CONTACTS = Mix.by(Measure.GP_CONTACTS)
