"""Who comes, by age: who is hardly seen, and whose care is out of hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journey_viewer.attendance.asked import Years
from journey_viewer.attendance.counted import on_list
from journey_viewer.attendance.lists import Attendance, Column, Table
from journey_viewer.attendance.totals import counts

YOUNG_FROM, YOUNG_TO = 7, 28
"""Those whom general practice hardly sees, as the field says."""
CHILD_TO = 16
_STARTS = (0, YOUNG_FROM, CHILD_TO + 1, YOUNG_TO + 1, 45, 60, 75, 85)


_SUMS = ("gp_contacts", "out_of_hours", "hours_known", "urgent_111", "ae")


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Of some people in this year.

    unseen: without a GP contact this year · out_of_hours: of the contacts whose hour is known
    (``hours_known``), those outside core hours · urgent_111: contacts with 111 and GP out of hours.
    """

    people: int
    unseen: int
    gp_contacts: int
    out_of_hours: int
    hours_known: int
    urgent_111: int
    ae: int

    @property
    def unseen_share(self) -> float | None:
        return self.unseen / self.people if self.people else None

    @property
    def gp_contacts_each(self) -> float | None:
        return self.gp_contacts / self.people if self.people else None


@dataclass(frozen=True)
class AgeBand(Counts):
    """People of these ages on the last day of the year, both included; ``last`` None without an end, ``first`` None where no age is known."""

    first: int | None
    last: int | None

    @property
    def name(self) -> str:
        if self.first is None:
            return "age not known"
        return f"{self.first} and over" if self.last is None else f"{self.first}–{self.last}"


@dataclass(frozen=True)
class Group(Counts):
    """People of whom the list says the same: of one sex, ethnicity or tenth of deprivation; ``name`` "" where it says nothing."""

    name: str


def ages_table(attendance: Attendance, years: Years) -> Table:
    """Columns: band: the place of the age band, -1 where no age is known · the counts."""
    people = attendance.people
    people = people.mutate(band=band_of(age_column(people, years.this.last)))
    return _counted(attendance, years, people)


def groups_table(attendance: Attendance, years: Years, column: str) -> Table:
    """Columns: band: what this column of the people says, "" where it says nothing · the counts."""
    people = attendance.people
    return _counted(attendance, years, people.mutate(band=people[column].cast("string").fill_null("")))


def _counted(attendance: Attendance, years: Years, people: Table) -> Table:
    """By the column ``band``; whoever died or moved before the year is not among them."""
    people = people.filter(on_list(people, years.this)).select("person", "band")
    told = counts(attendance.touchpoints, years)
    told = told.select(*_SUMS, other=told.person)
    both = people.left_join(told, people.person == told.other)
    return both.group_by("band").aggregate(
        people=both.count(),
        unseen=both.count(where=both.gp_contacts.fill_null(0) == 0),
        **{name: both[name].fill_null(0).sum() for name in _SUMS},
    )


def ages_of(attendance: Attendance, years: Years) -> tuple[AgeBand, ...]:
    """Every age band with somebody in it, the youngest first; those whose age is not known last."""
    rows = {row.pop("band"): row for row in attendance.rows(ages_table(attendance, years))}
    order = sorted(rows, key=lambda band: band if band >= 0 else len(_STARTS))
    return tuple(AgeBand(*_ends(band), **{name: int(n) for name, n in rows[band].items()}) for band in order)


def groups_of(attendance: Attendance, years: Years, column: str) -> tuple[Group, ...]:
    """Who gets what, by sex, ethnicity or deprivation; in the order of their names, none where the list does not know it."""
    if column not in attendance.known:
        return ()
    rows = {row.pop("band"): row for row in attendance.rows(groups_table(attendance, years, column))}
    return tuple(Group(name, **{key: int(n) for key, n in rows[name].items()}) for name in sorted(rows))


def together(bands: Sequence[AgeBand], first: int, last: int) -> AgeBand:
    """Those bands that lie within these ages, as one."""
    inside = [
        band
        for band in bands
        if band.first is not None and band.last is not None and first <= band.first and band.last <= last
    ]
    names = ("people", "unseen", *_SUMS)
    return AgeBand(first, last, **{name: sum(getattr(band, name) for band in inside) for name in names})


def age_column(people: Table, day: date) -> Column:
    """Completed years on the day from ``born``, else what the list says; null where neither is known."""
    import ibis

    born = people.born
    birthday = born.month() * 100 + born.day()
    later = (birthday > day.month * 100 + day.day).ifelse(1, 0)
    years = (day.year - born.year()).cast("int64") - later
    return ibis.coalesce((years >= 0).ifelse(years, ibis.null("int64")), people.age)


def band_of(age: Column) -> Column:
    """The place among the age bands; -1 where the age is null or no age at all."""
    place = (age >= 0).ifelse(1, 0) - 1
    for start in _STARTS[1:]:
        place = place + (age >= start).ifelse(1, 0)
    return place


def _ends(band: int) -> tuple[int | None, int | None]:
    if band < 0:
        return None, None
    return _STARTS[band], _STARTS[band + 1] - 1 if band + 1 < len(_STARTS) else None
