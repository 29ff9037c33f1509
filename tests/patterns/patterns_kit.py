"""Tiny journeys for the rules, random ones, and what a rule said as a number."""

import random
import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from journey_viewer.model.case import Case, in_time_order
from journey_viewer.model.findings import CannotTell, Finding, Result
from journey_viewer.model.people import Person, Window
from journey_viewer.model.touchpoints import Touchpoint, Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service

MONDAY = date(2025, 2, 3)  # day 0 of the tables; no bank holiday until D74, Good Friday
_DAY = re.compile(r"\bD(-?\d+)")


def dated(lines: Sequence[str]) -> list[str]:
    """The lines with D7 as the day a week after the Monday, and so on."""
    return [_DAY.sub(lambda found: str(MONDAY + timedelta(int(found[1]))), line) for line in lines]


def of_pattern(results: Sequence[Result], pattern: str) -> list[Finding]:
    return [one for one in results if isinstance(one, Finding) and one.pattern == pattern]


def number_in_square(results: Sequence[Result], pattern: str) -> int | None:
    """None where it cannot be told."""
    mine = [one for one in results if one.pattern == pattern]
    assert mine, "a rule was silent"
    if any(isinstance(one, CannotTell) for one in mine):
        return None
    return sum(one.count for one in mine if isinstance(one, Finding))


def in_words(result: Result) -> str:
    if isinstance(result, Finding):
        return result.sentence
    return result.why if isinstance(result, CannotTell) else result.looked_at


_SERVICES = (
    *(Service.GP, Service.AE, Service.AE, Service.URGENT_111, Service.AMBULANCE, Service.MENTAL_HEALTH) * 2,
    *Service,
)
_REASONS = ("", "Fall", "Chest pain", "Headache after a fall", "Sent to A&E", "Knee")
_OUTCOMES = (*(Outcome.ATTENDED,) * 15, *(Outcome.DID_NOT_ATTEND,) * 4, *Outcome)


def random_case(seed: int, most: int = 40) -> Case:
    """A journey in which much lies close together, some of it on one day, without times, or not sure."""
    chance = random.Random(seed)  # noqa: S311 - seeded, not secret
    return case_with(chance, chance.randint(0, most), chance.choice((20, 60, 150, 600)))


def case_with(chance: random.Random, contacts: int, days: int) -> Case:
    """So many touchpoints of every sort in so many days, by chance."""
    begin = datetime(2015, 1, 1)
    rows = [_any_touchpoint(chance, begin, days, number) for number in range(1, contacts + 1)]
    window = Window(begin.date(), begin.date() + timedelta(days + 30))
    person = Person(born=date(1970, 5, 1))
    return Case("Case A", person, in_time_order(Touchpoints.of(rows)), window, frozenset(Service))


def _any_touchpoint(chance: random.Random, begin: datetime, days: int, number: int) -> Touchpoint:
    timed = chance.random() < 0.6
    start = begin + timedelta(chance.randint(0, days), hours=chance.choice((8, 9, 17)) if timed else 0)
    kind = chance.choice((Kind.CONTACT,) * 5 + (Kind.OPEN_SERVICE, Kind.STAY))
    lasts = kind is not Kind.CONTACT and chance.random() < 0.8
    service = Service.INPATIENT if kind is Kind.STAY else chance.choice(_SERVICES)
    return Touchpoint(
        person=0,
        service=service,
        kind=kind,
        outcome=chance.choice(_OUTCOMES),
        start=start,
        end=start + timedelta(chance.randint(0, 40)) if lasts else None,
        timed=timed,
        uncertain=chance.random() < 0.05,
        named=chance.choice(("", "", "Crisis team", "Team A", "team a")),
        reason=chance.choice(_REASONS),
        clinician="",
        place="",
        mode="",
        row=number + 1,
        number=number,
    )
