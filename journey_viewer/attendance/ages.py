"""Who comes, by age: who is hardly seen, and whose care is out of hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journey_viewer.attendance.asked import Measure, Years
from journey_viewer.attendance.counted import on_list
from journey_viewer.attendance.lists import Attendance, Column, Table
from journey_viewer.attendance.totals import counts

YOUNG_FROM, YOUNG_TO = 7, 28
"""Those whom general practice hardly sees, as the field says."""
CHILD_TO = 16
_STARTS = (0, YOUNG_FROM, CHILD_TO + 1, YOUNG_TO + 1, 45, 60, 75, 85)


@dataclass(frozen=True)
class AgeBand:
    """People of these ages on the last day of the year, both included; ``last`` None without an end, ``first`` None where no age is known.

    unseen: without a GP contact this year · out_of_hours: of the contacts whose hour is known
    (``hours_known``), those outside core hours · urgent_111: contacts with 111 and GP out of hours.
    """

    first: int | None
    last: int | None
    people: int
    unseen: int
    gp_contacts: int
    out_of_hours: int
    hours_known: int
    urgent_111: int
    ae: int

    @property
    def name(self) -> str:
        if self.first is None:
            return "age not known"
        return f"{self.first} and over" if self.last is None else f"{self.first}–{self.last}"

    @property
    def unseen_share(self) -> float | None:
        return self.unseen / self.people if self.people else None

    @property
    def gp_contacts_each(self) -> float | None:
        return self.gp_contacts / self.people if self.people else None


def ages_table(attendance: Attendance, years: Years) -> Table:
    """Columns: band: the place of the age band, -1 where no age is known · the counts of AgeBand."""
    people = attendance.people.filter(on_list(attendance.people, years.this))
    people = people.select("person", band=band_of(age_column(people, years.this.last)))
    told = counts(attendance.touchpoints, years)
    told = told.select(*("out_of_hours", "hours_known", "urgent_111", "ae", "gp_contacts"), other=told.person)
    both = people.left_join(told, people.person == told.other)
    return both.group_by("band").aggregate(
        people=both.count(),
        unseen=both.count(where=both.gp_contacts.fill_null(0) == 0),
        **{
            name: both[name].fill_null(0).sum()
            for name in (
                "gp_contacts",
                "out_of_hours",
                "hours_known",
                Measure.URGENT_111.value,
                Measure.AE.value,
            )
        },
    )


def ages_of(attendance: Attendance, years: Years) -> tuple[AgeBand, ...]:
    """Every age band with somebody in it, the youngest first; those whose age is not known last."""
    rows = {row.pop("band"): row for row in attendance.rows(ages_table(attendance, years))}
    order = sorted(rows, key=lambda band: band if band >= 0 else len(_STARTS))
    return tuple(AgeBand(*_ends(band), **{name: int(n) for name, n in rows[band].items()}) for band in order)


def together(bands: Sequence[AgeBand], first: int, last: int) -> AgeBand:
    """Those bands that lie within these ages, as one."""
    inside = [
        band
        for band in bands
        if band.first is not None and band.last is not None and first <= band.first and band.last <= last
    ]
    names = ("people", "unseen", "gp_contacts", "out_of_hours", "hours_known", "urgent_111", "ae")
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
