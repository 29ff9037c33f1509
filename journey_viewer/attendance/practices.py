"""Practices side by side, each beside its own past and never beside the average, which moves; and care homes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journey_viewer.attendance.asked import Years
from journey_viewer.attendance.concentration import Spread, spread
from journey_viewer.attendance.counted import (
    attended,
    begins_in,
    day_number,
    gp_contact,
    month_column,
    on_list,
    with_service,
)
from journey_viewer.attendance.lists import Attendance, Row, Table
from journey_viewer.model.days import first_day, month_number
from journey_viewer.model.people import Window
from journey_viewer.model.words import Kind, Outcome, Service

ROUND = 3
"""So many residents of one home seen by the practice on one day look like a ward round: our default."""


_PRACTICE_COUNTS = ("ae", "ae_before", "turned_away", "turned_away_before")
_HOME_COUNTS = ("rounds", "gp_contacts", "ae", "admissions")


@dataclass(frozen=True)
class Practice:
    """One practice in both years.

    months: GP contacts of each calendar month, the first of both years first · turned_away: GP
    appointments cancelled or refused by the practice.
    """

    name: str
    this: Spread
    before: Spread
    months: tuple[tuple[date, int], ...]
    ae: int
    ae_before: int
    turned_away: int
    turned_away_before: int

    @property
    def change(self) -> float | None:
        """GP contacts of this year over those of the year before, less one; None where there was none."""
        return self.this.contacts / self.before.contacts - 1 if self.before.contacts else None


@dataclass(frozen=True)
class CareHome:
    """practices: how many the residents are registered with · rounds: days on which three residents or more had a GP contact.

    admissions: attended stays that began this year, planned ones too, which no list tells apart here.
    """

    name: str
    residents: int
    practices: int
    gp_contacts: int
    rounds: int
    ae: int
    admissions: int


def practices_table(attendance: Attendance, years: Years) -> Table:
    """Columns: home: the practice that people belong to · what Practice counts of it in each year."""
    rows = _with_people(attendance, years.both, "practice")
    now = begins_in(rows, years.this)
    ae = attended(rows) & with_service(rows, Service.AE)
    by_service = rows.outcome.isin([Outcome.CANCELLED_BY_SERVICE.code, Outcome.REFUSED.code])
    away = by_service & with_service(rows, Service.GP)
    return rows.group_by("home").aggregate(
        ae=rows.count(where=ae & now),
        ae_before=rows.count(where=ae & ~now),
        turned_away=rows.count(where=away & now),
        turned_away_before=rows.count(where=away & ~now),
    )


def practice_months_table(attendance: Attendance, years: Years) -> Table:
    """Columns: home: the practice · month · contacts: GP contacts."""
    rows = _with_people(attendance, years.both, "practice")
    gp = rows.filter(gp_contact(rows)).mutate(month=month_column(rows))
    return gp.group_by("home", "month").aggregate(contacts=gp.count())


def practice_spread_table(attendance: Attendance, window: Window) -> Table:
    """Columns: home: the practice · contacts · people."""
    rows = attendance.touchpoints
    gp = rows.filter(begins_in(rows, window) & gp_contact(rows))
    each = _of_people(attendance, gp.group_by("person").aggregate(contacts=gp.count()), "practice")
    return each.group_by("home", "contacts").aggregate(people=each.count())


def practices_of(attendance: Attendance, years: Years) -> tuple[Practice, ...]:
    """Every practice that people of the list belong to, by name; none where the list names none."""
    if "practice" not in attendance.known:
        return ()
    totals = _by_home(attendance.rows(practices_table(attendance, years)))
    months = _by_home(attendance.rows(practice_months_table(attendance, years)))
    this, before = _spreads(attendance, years.this), _spreads(attendance, years.before)
    return tuple(
        Practice(
            name,
            this[name],
            before[name],
            _months(months[name], years),
            **_numbers(totals[name], _PRACTICE_COUNTS),
        )
        for name in sorted(this.keys() & before.keys())
    )


def _spreads(attendance: Attendance, window: Window) -> dict[str, Spread]:
    """Of each practice that anybody belongs to, those who are no longer there in the window counted where they came."""
    people = attendance.people
    people = people.filter(people.practice.fill_null("") != "")
    sizes = people.group_by("practice").aggregate(people=people.count(where=on_list(people, window)))
    each = _by_home(attendance.rows(practice_spread_table(attendance, window)))
    return {
        row["practice"]: spread(
            window, {one["contacts"]: one["people"] for one in each[row["practice"]]}, int(row["people"])
        )
        for row in attendance.rows(sizes)
    }


def _months(rows: Sequence[Row], years: Years) -> tuple[tuple[date, int], ...]:
    """Every calendar month of both years, those without a contact too."""
    contacts = {row["month"]: int(row["contacts"]) for row in rows}
    first, last = (month_number(day) for day in (years.before.first, years.this.last))
    return tuple((first_day(month), contacts.get(month, 0)) for month in range(first, last + 1))


def homes_table(attendance: Attendance, years: Years) -> Table:
    """Columns: home · day · residents seen by the practice · gp_contacts · ae · admissions, of this year."""
    rows = _with_people(attendance, years.this, "care_home")
    rows = rows.mutate(day=day_number(rows))
    return rows.group_by("home", "day").aggregate(
        residents=rows.person.nunique(where=gp_contact(rows)),
        gp_contacts=rows.count(where=gp_contact(rows)),
        ae=rows.count(where=attended(rows) & with_service(rows, Service.AE)),
        admissions=rows.count(where=attended(rows) & (rows.kind == Kind.STAY.code)),
    )


def care_homes_of(attendance: Attendance, years: Years) -> tuple[CareHome, ...]:
    """Every care home that people of the list live in, by name; none where the list names none."""
    if "care_home" not in attendance.known:
        return ()
    people = attendance.people
    there = people.filter(people.care_home.fill_null("") != "")
    told = there.group_by("care_home").aggregate(
        residents=there.count(), practices=there.practice.nunique(where=there.practice.fill_null("") != "")
    )
    days = homes_table(attendance, years)
    sums = days.group_by("home").aggregate(
        rounds=days.count(where=days.residents >= ROUND),
        **{name: days[name].sum() for name in ("gp_contacts", "ae", "admissions")},
    )
    numbers = _by_home(attendance.rows(sums))
    homes = (
        CareHome(
            row["care_home"],
            int(row["residents"]),
            int(row["practices"]),
            **_numbers(numbers[row["care_home"]], _HOME_COUNTS),
        )
        for row in attendance.rows(told)
    )
    return tuple(sorted(homes, key=_name))


def _name(home: CareHome) -> str:
    return home.name


def _with_people(attendance: Attendance, window: Window, column: str) -> Table:
    """Touchpoints that began in the window, of people of whom this column tells something, as ``home``."""
    rows = attendance.touchpoints
    return _of_people(attendance, rows.filter(begins_in(rows, window)).drop("practice"), column)


def _of_people(attendance: Attendance, rows: Table, column: str) -> Table:
    people = attendance.people
    people = people.filter(people[column].fill_null("") != "").select(
        other=people.person, home=people[column]
    )
    return rows.inner_join(people, rows.person == people.other)


def _by_home(rows: Sequence[Row]) -> dict[str, list[Row]]:
    told: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        told[row["home"]].append(row)
    return told


def _numbers(rows: Sequence[Row], names: Sequence[str]) -> dict[str, int]:
    """Of the one row there is, or 0 where there is none."""
    return {name: int(rows[0][name]) if rows else 0 for name in names}
