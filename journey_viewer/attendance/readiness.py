"""Whether the list is fit to be looked at, before anything is told from it: what is there, and what is not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journey_viewer.attendance.asked import Years
from journey_viewer.attendance.counted import (
    attended,
    begins_in,
    clinician_key,
    gp_contact,
    month_column,
    names_somebody,
)
from journey_viewer.attendance.lists import Attendance, Row, Table
from journey_viewer.attendance.refusals import NoDates
from journey_viewer.model.days import day_in_words, month_number
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Outcome, Service, service_name

_MOST, _SOME = 0.8, 0.5
_OFTEN = 8  # rows a month on average: then a month without any is seldom chance


@dataclass(frozen=True)
class Supplied:
    """What the list has of one service in both years.

    first, last: the days of the first and the last touchpoint · empty_months: calendar months inside both years in which
    the list has none · timed: rows with an hour · unknown_outcome: rows that do not say what became of them.
    """

    service: Service
    rows: int
    contacts: int
    first: date
    last: date
    empty_months: int
    timed: int
    unknown_outcome: int


@dataclass(frozen=True)
class Readiness:
    """undated: rows without a date, of all time · unlinked: rows whose person is not among the people, or who say nobody ·
    named: GP contacts with a named clinician, of ``gp_contacts`` · born: people whose age is known.
    """

    years: Years
    people: int
    rows: int
    first: date
    last: date
    services: tuple[Supplied, ...]
    undated: int
    unlinked: int
    gp_contacts: int
    named: int
    born: int
    without_number: int | None

    @property
    def covered(self) -> bool:
        """Whether the list begins before both years do, give or take a month, and goes on to their end."""
        first, last = self.years.both.first, self.years.both.last
        return (self.first - first).days <= 31 and (last - self.last).days <= 31

    @property
    def not_supplied(self) -> tuple[Service, ...]:
        there = {each.service for each in self.services}
        return tuple(service for service in Service if service not in there and service is not Service.OTHER)

    @property
    def named_share(self) -> float | None:
        return self.named / self.gp_contacts if self.gp_contacts else None

    @property
    def timed_share(self) -> float | None:
        rows = sum(each.rows for each in self.services)
        return sum(each.timed for each in self.services) / rows if rows else None

    @property
    def sentences(self) -> tuple[str, ...]:
        """What somebody must know before reading a figure; none where all is well."""
        return tuple(_sentences(self))


def _sentences(ready: Readiness) -> Iterator[str]:
    if not ready.covered:
        yield (
            f"The list goes from {day_in_words(ready.first)} to {day_in_words(ready.last)}, so it does not cover both years:"
            " who is new and who stays cannot be told for sure."
        )
    if ready.not_supplied:
        names = ", ".join(service_name(service) for service in ready.not_supplied)
        yield f"Nothing was supplied by: {names}. No contact there does not mean that there was none."
    for each in ready.services:
        if each.empty_months and each.rows >= _OFTEN * ready.years.both.days / 30:
            yield f"{service_name(each.service)}: {many(each.empty_months, 'month')} of the two years without a row."
    if ready.named_share is not None and ready.named_share < _MOST:
        yield (
            f"{ready.named_share:.0%} of GP contacts name a clinician: how many were seen, and how often the same one, is told of"
            " those alone."
        )
    if ready.timed_share is not None and ready.timed_share < _SOME:
        yield f"{ready.timed_share:.0%} of touchpoints have a time of day: out of hours is told of those alone."
    yield from _missing(ready)


def _missing(ready: Readiness) -> Iterator[str]:
    unknown = sum(each.unknown_outcome for each in ready.services)
    if unknown:
        yield f"{many(unknown, 'touchpoint')} do not say what became of them and count as no contact."
    if ready.undated:
        yield f"{many(ready.undated, 'row')} without a date are left out."
    if ready.unlinked:
        yield f"{many(ready.unlinked, 'row')} belong to nobody on the list of people."
    if ready.without_number:
        yield f"{many(ready.without_number, 'person', 'people')} without an NHS number: some may be on the list twice."
    if ready.people and ready.born / ready.people < _MOST:
        yield f"The age of {ready.born:,} of {ready.people:,} people is known."


def rows_table(touchpoints: Table, years: Years) -> Table:
    """Columns: service · month · rows · contacts · first · last · timed · unknown_outcome, of both years."""
    rows = touchpoints.filter(begins_in(touchpoints, years.both))
    rows = rows.mutate(month=month_column(rows))
    return rows.group_by("service", "month").aggregate(
        rows=rows.count(),
        contacts=rows.count(where=attended(rows)),
        first=rows.start.date().min(),
        last=rows.start.date().max(),
        timed=rows.count(where=rows.timed),
        unknown_outcome=rows.count(where=rows.outcome == Outcome.UNKNOWN.code),
    )


def named_table(touchpoints: Table, years: Years) -> Table:
    """Columns: gp_contacts · named, of both years."""
    gp = touchpoints.filter(begins_in(touchpoints, years.both) & gp_contact(touchpoints))
    texts = gp.group_by("clinician").aggregate(contacts=gp.count())
    texts = texts.mutate(named=names_somebody(clinician_key(texts.clinician)))
    return texts.aggregate(
        gp_contacts=texts.contacts.sum(), named=texts.named.ifelse(texts.contacts, 0).sum()
    )


def whole_table(touchpoints: Table) -> Table:
    """Columns: rows · undated · first · last, of all time."""
    return touchpoints.aggregate(
        rows=touchpoints.count(),
        undated=touchpoints.count(where=touchpoints.start.isnull()),
        first=touchpoints.start.date().min(),
        last=touchpoints.start.date().max(),
    )


def last_day(attendance: Attendance, today: date) -> date:
    """The day of the last touchpoint that is not in the future. Raises NoDates."""
    touchpoints = attendance.touchpoints
    past = touchpoints.start.date()
    told = attendance.rows(touchpoints.aggregate(last=past.max(where=past <= today), any_day=past.max()))[0]
    day: date | None = told["last"] or told["any_day"]
    if day is None:
        raise NoDates
    return day


def readiness(attendance: Attendance, years: Years) -> Readiness:
    """Raises NoDates where no touchpoint has a date."""
    touchpoints, people = attendance.touchpoints, attendance.people
    whole = attendance.rows(whole_table(touchpoints))[0]
    if whole["first"] is None:
        raise NoDates
    named = attendance.rows(named_table(touchpoints, years))[0]
    who = people.aggregate(
        people=people.count(), born=people.count(where=people.born.notnull() | people.age.notnull())
    )
    known = attendance.rows(who)[0]
    return Readiness(
        years,
        people=known["people"],
        rows=whole["rows"],
        first=whole["first"],
        last=whole["last"],
        services=tuple(_supplied(attendance.rows(rows_table(touchpoints, years)), years)),
        undated=whole["undated"],
        unlinked=_unlinked(attendance),
        gp_contacts=int(named["gp_contacts"] or 0),
        named=int(named["named"] or 0),
        born=known["born"],
        without_number=attendance.without_number,
    )


def _unlinked(attendance: Attendance) -> int:
    touchpoints, people = attendance.touchpoints, attendance.people
    lost = touchpoints.anti_join(people, touchpoints.person == people.person)
    return int(attendance.rows(lost.aggregate(rows=lost.count()))[0]["rows"])


def _supplied(rows: Sequence[Row], years: Years) -> Iterator[Supplied]:
    by_service: defaultdict[Service, list[Row]] = defaultdict(list)
    for row in rows:
        by_service[Service.of(row["service"])].append(row)
    whole = _whole_months(years)
    for service in Service:
        if told := by_service.get(service):
            yield Supplied(
                service,
                first=min(row["first"] for row in told),
                last=max(row["last"] for row in told),
                empty_months=len(whole - {row["month"] for row in told}),
                **{
                    name: sum(int(row[name]) for row in told)
                    for name in ("rows", "contacts", "timed", "unknown_outcome")
                },
            )


def _whole_months(years: Years) -> frozenset[int]:
    """The calendar months that lie wholly in both years."""
    first, after = years.both.first, years.both.last + timedelta(1)
    return frozenset(range(month_number(first) + (first.day > 1), month_number(after)))
