"""Read a whole list and tell who attends: first whether it is fit for that, then the many, then the few."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import date

from journey_viewer.attendance.ages import AgeBand, Group, ages_of, groups_of
from journey_viewer.attendance.asked import BY_GP_CONTACTS, MONTHS, TOP, Mix, Years
from journey_viewer.attendance.concentration import Spread, many_in_a_month, spread_of
from journey_viewer.attendance.lists import Attendance, PersonKey
from journey_viewer.attendance.practices import CareHome, Practice, care_homes_of, practices_of
from journey_viewer.attendance.profile import Trait, profile
from journey_viewer.attendance.ranking import Figures, figures_of, rank
from journey_viewer.attendance.readiness import Readiness, last_day, readiness
from journey_viewer.attendance.reasons import Reason, reasons_for
from journey_viewer.attendance.refusals import NothingToRank
from journey_viewer.attendance.strips import Strip, strips_of
from journey_viewer.attendance.turnover import Turnover, turnover
from journey_viewer.measures.bank_holidays import bank_holidays
from journey_viewer.model.progress import Progress

_STEPS = (
    "Looking whether the list is fit for it",
    "Counting the whole list",
    "Ranking everybody",
    "Measuring those at the top",
    "Looking at the year before",
    "Looking at ages, practices and care homes",
)

_GROUPED = ("sex", "ethnicity", "deprivation")


@dataclass(frozen=True)
class Asked:
    """``until``: the last day of the year, None for that of the last touchpoint; ``list_size``: people registered, where known."""

    mix: Mix = BY_GP_CONTACTS
    top: int = TOP
    until: date | None = None
    months: int = MONTHS
    list_size: int | None = None


@dataclass(frozen=True, eq=False)
class Found:
    """All that the place Find shows; ``people`` in the order of their rank, ``reasons`` and ``strips`` by their key.

    many_a_month: people with more than three GP contacts in some month · groups: who gets what, by what the list knows of people.
    """

    asked: Asked
    years: Years
    ready: Readiness
    spread: Spread
    many_a_month: int
    people: tuple[Figures, ...]
    turnover: Turnover
    profile: tuple[Trait, ...]
    reasons: Mapping[PersonKey, tuple[Reason, ...]]
    strips: Mapping[PersonKey, Strip]
    ages: tuple[AgeBand, ...]
    practices: tuple[Practice, ...]
    care_homes: tuple[CareHome, ...]
    groups: Mapping[str, tuple[Group, ...]]


def years_for(last: date, months: int = MONTHS) -> Years:
    """The months up to this day and as many before, with the bank holidays in them."""
    plain = Years.until(last, months)
    return Years.until(last, months, bank_holidays(plain.both.first, plain.both.last))


def find_attenders(attendance: Attendance, today: date, asked: Asked) -> Generator[Progress, None, Found]:
    """Raises NoDates, NothingToRank, ListTooLarge or what a database refuses; the attendance is left open."""
    steps = iter(_STEPS)

    def step(done: int) -> Progress:
        return Progress(done, len(_STEPS), next(steps))

    yield step(0)
    years = years_for(asked.until or last_day(attendance, today), asked.months)
    ready = readiness(attendance, years)
    yield step(1)
    spread = spread_of(attendance, years.this, asked.list_size)
    often = many_in_a_month(attendance, years)
    yield step(2)
    ranked = rank(attendance, years, asked.mix, asked.top)
    if not ranked:
        raise NothingToRank
    yield step(3)
    people = figures_of(attendance, years, ranked)
    strips = strips_of(attendance, years, [one.person for one in ranked])
    yield step(4)
    turned = turnover(attendance, years, ranked, asked.mix, asked.top)
    yield step(5)
    stayers = frozenset(turned.stayers)
    return Found(
        *(asked, years, ready, spread, often, people, turned, profile(people, stayers)),
        reasons={one.person: reasons_for(one, stayers) for one in people},
        strips=strips,
        ages=ages_of(attendance, years),
        practices=practices_of(attendance, years),
        care_homes=care_homes_of(attendance, years),
        groups={name: groups_of(attendance, years, name) for name in _GROUPED if name in attendance.known},
    )
