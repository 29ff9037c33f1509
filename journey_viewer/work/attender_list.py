"""The people that Find lists: a line each, what of them is sought, and in which order they stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from operator import attrgetter, itemgetter
from typing import Any

import numpy as np

from journey_viewer.attendance.asked import Years
from journey_viewer.attendance.lists import PersonKey
from journey_viewer.attendance.ranking import Figures
from journey_viewer.attendance.reasons import Reason, Why
from journey_viewer.attendance.strips import Strip
from journey_viewer.model.case import letters_of
from journey_viewer.model.days import day_in_words
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Outcome, Service, service_name
from journey_viewer.work.find_attenders import Found


class Stays(StrEnum):
    """Whether somebody is at the top in both years; ``LEFT``: in last year's alone, ``NEITHER``: in none."""

    PERSISTENT = "persistent"
    NEW = "new this year"
    LEFT = "last year only"
    NEITHER = "not in the top"


class Column(IntEnum):
    TICK = 0
    PERSON = 1
    STRIP = 2
    SCORE = 3
    GP = 4
    CLINICIANS = 5
    MOST_SEEN = 6
    AE = 7
    SERVICES = 8
    YEARS = 9
    STAYS = 10
    REASONS = 11


@dataclass(frozen=True)
class Line:
    """One person; ``rank`` from 1. Their name stands nowhere here."""

    rank: int
    figures: Figures
    stays: Stays
    reasons: tuple[Reason, ...]

    @property
    def person(self) -> PersonKey:
        return self.figures.person


@dataclass(frozen=True)
class Wanted:
    """Whom the list shows: everybody of whom all of it is true. ``text``: all its words, in any order."""

    text: str = field(default="", repr=False)
    stays: Stays | None = None
    why: Why | None = None
    practice: str = field(default="", repr=False)

    @property
    def everybody(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True)
class Order:
    """``backwards``: the other way round than the column usually stands; in what is counted the most come first."""

    column: Column = Column.SCORE
    backwards: bool = False


def years_in_words(years: Years) -> str:
    """Which days "this year" and "last year" stand for."""
    this, last = (
        f"{day_in_words(year.first)} to {day_in_words(year.last)}" for year in (years.this, years.before)
    )
    return f"This year is {this}; last year is {last}."


def lines_of(found: Found) -> tuple[Line, ...]:
    """Everybody who was found, in the order of their rank."""
    stayed, left = frozenset(found.turnover.stayers), frozenset(found.turnover.leavers)
    new = frozenset(found.turnover.joiners)
    return tuple(
        Line(rank, one, _stays(one.person, stayed, new, left), found.reasons.get(one.person, ()))
        for rank, one in enumerate(found.people, start=1)
    )


def _stays(
    person: PersonKey, stayed: frozenset[PersonKey], new: frozenset[PersonKey], left: frozenset[PersonKey]
) -> Stays:
    if person in stayed:
        return Stays.PERSISTENT
    if person in new:
        return Stays.NEW
    return Stays.LEFT if person in left else Stays.NEITHER


def listed(
    lines: Sequence[Line],
    wanted: Wanted,
    order: Order,
    *,
    words: Callable[[Line], str],
    ticked: frozenset[PersonKey] = frozenset(),
) -> tuple[Line, ...]:
    """Those who are wanted, in this order; equals stay in the order of their rank, what is not known comes last.

    ``words``: what of a line a text is looked for in.
    """
    sought = wanted.text.casefold().split()
    there = [
        line
        for line in lines
        if _is_wanted(line, wanted) and (not sought or _holds(words(line).casefold(), sought))
    ]
    valued = [(_value(line, order.column, ticked, words), line) for line in there]
    known = [told for told in valued if told[0] is not None]
    known.sort(key=itemgetter(0), reverse=(order.column in _COUNTED) != order.backwards)
    return (*(line for _, line in known), *(line for value, line in valued if value is None))


def _is_wanted(line: Line, wanted: Wanted) -> bool:
    return (
        wanted.stays in (None, line.stays)
        and (wanted.why is None or any(reason.why is wanted.why for reason in line.reasons))
        and wanted.practice in ("", line.figures.practice)
    )


def _holds(text: str, sought: Sequence[str]) -> bool:
    return all(word in text for word in sought)


def _both_years(one: Figures) -> int:
    return one.contacts + one.contacts_before


def _more_than_before(one: Figures) -> int:
    return one.gp_contacts - one.gp_before


_COUNTED = frozenset(
    {
        *(Column.TICK, Column.STRIP, Column.SCORE, Column.GP, Column.CLINICIANS, Column.AE),
        *(Column.SERVICES, Column.YEARS, Column.REASONS),
    }
)


def _value(line: Line, column: Column, ticked: frozenset[PersonKey], words: Callable[[Line], str]) -> Any:
    """What a line is sorted by; None where it is not known. The most-seen share begins with the lowest."""
    one = line.figures
    if column is Column.TICK:
        return one.person in ticked
    if column is Column.PERSON:
        return one.age is None, one.age or 0, words(line).casefold()
    if column is Column.STAYS:
        return _STAYS[line.stays]
    if column is Column.REASONS:
        return len(line.reasons)
    return _FIGURES[column](one)


_STAYS = {stays: place for place, stays in enumerate(Stays)}
_FIGURES: Mapping[Column, Callable[[Figures], Any]] = {
    Column.SCORE: attrgetter("score"),
    Column.GP: attrgetter("gp_contacts"),
    Column.CLINICIANS: attrgetter("clinicians"),
    Column.MOST_SEEN: attrgetter("most_seen_share"),
    Column.AE: attrgetter("ae"),
    Column.SERVICES: attrgetter("services"),
    Column.STRIP: _both_years,
    Column.YEARS: _more_than_before,
}


def strip_in_words(strip: Strip) -> str:
    """As in "70 touchpoints in two years: GP practice 55, 3 of them not attended; A&E 7"."""
    total = len(strip.days)
    if not total:
        return "no touchpoint in two years"
    parts = []
    for service in Service:
        here = strip.service == service.code
        count = int(np.count_nonzero(here))
        if count:
            missed = int(np.count_nonzero(here & (strip.outcome != Outcome.ATTENDED.code)))
            also = f", {missed:,} of them not attended" if missed else ""
            parts.append(f"{service_name(service)} {count:,}{also}")
    return f"{many(total, 'touchpoint')} in two years: {'; '.join(parts)}"


def practice_letters(found: Found) -> Mapping[str, str]:
    """What each practice is called while names are hidden: "Practice A", in the order in which they are listed."""
    return {one.name: f"Practice {letters_of(place)}" for place, one in enumerate(found.practices)}
