"""Before and after a date: equal lengths, the window by which people were chosen kept apart, everybody kept in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Self

from journey_viewer.attendance.asked import MONTHS, Measure
from journey_viewer.attendance.counted import begins_in
from journey_viewer.attendance.lists import Attendance, Column, PersonKey, Table, in_parts
from journey_viewer.attendance.totals import condition
from journey_viewer.model.days import months_before
from journey_viewer.model.people import Window

_LENGTHS = (12, 6, 3)
_EDGE = timedelta(31)


@dataclass(frozen=True)
class Design:
    """``on``: the first day after. ``apart``: the people were chosen by the months before the baseline; else by the
    baseline itself, which then is high because of it. ``closed``: bank holidays, for contacts outside core hours.
    """

    on: date
    months: int = MONTHS
    measure: Measure = Measure.GP_CONTACTS
    apart: bool = True
    closed: tuple[date, ...] = ()

    @property
    def after(self) -> Window:
        return Window(self.on, months_before(self.on, -self.months) - timedelta(1))

    @property
    def before(self) -> Window:
        return Window(months_before(self.on, self.months), self.on - timedelta(1))

    @property
    def selecting(self) -> Window:
        if not self.apart:
            return self.before
        first = self.before.first
        return Window(months_before(self.on, 2 * self.months), first - timedelta(1))

    @property
    def whole(self) -> Window:
        return Window(self.selecting.first, self.after.last)

    @property
    def earlier(self) -> Self:
        """The same at least a year earlier, at the same season, over before ``on``: whoever was chosen then was left alone."""
        years = -(-self.months // 12)
        return replace(self, on=months_before(self.on, 12 * years))

    @property
    def edges(self) -> tuple[date, ...]:
        """The first day of each month, counted from ``on``, of the selecting window (where apart), the baseline and after; and the day after all."""
        parts = 3 if self.apart else 2
        start = (parts - 1) * self.months
        return tuple(months_before(self.on, start - number) for number in range(parts * self.months + 1))


def fitting(design: Design, first: date, last: date) -> Design:
    """With the longest of 12, 6 and 3 months for which the list, from ``first`` to ``last``, has an earlier cohort too.

    The selecting window is given up before that; where nothing fits, the design stays as it is.
    """
    tries = [replace(design, months=months, apart=apart) for apart in (True, False) for months in _LENGTHS]
    return next(
        (one for one in tries if covers(one.earlier, first, last) and covers(one, first, last)), design
    )


def covers(design: Design, first: date, last: date) -> bool:
    """Whether a list goes from before the selecting window to the end of the months after, give or take a month."""
    return first <= design.whole.first + _EDGE and design.after.last <= last + _EDGE


def steps_table(touchpoints: Table, design: Design) -> Table:
    """Columns: selecting · before · after · people: how many people have as many contacts in each; those without any at all left out."""
    each = _each(touchpoints, design)
    return each.group_by("selecting", "before", "after").aggregate(people=each.count())


def chosen_table(touchpoints: Table, design: Design, least: int) -> Table:
    """Columns: person, of everybody with at least so many contacts in the selecting window."""
    each = _each(touchpoints, design)
    return each.filter(each.selecting >= least).select("person")


def months_table(touchpoints: Table, design: Design, least: int) -> Table:
    """Columns: month · contacts, together, of everybody with at least so many contacts in the selecting window."""
    chosen = chosen_table(touchpoints, design, least).rename(other="person")
    rows = _counted(touchpoints, design)
    rows = rows.inner_join(chosen, rows.person == chosen.other)
    return rows.group_by("month").aggregate(contacts=rows.count())


def lines_table(touchpoints: Table, design: Design, people: Sequence[PersonKey]) -> Table:
    """Columns: person · month · contacts of these people; months without any left out."""
    rows = _counted(touchpoints.filter(touchpoints.person.isin(list(people))), design)
    return rows.group_by("person", "month").aggregate(contacts=rows.count())


def lines_of(
    attendance: Attendance, design: Design, people: Sequence[PersonKey]
) -> dict[PersonKey, tuple[int, ...]]:
    """Of each of these people the contacts of every month of ``design.edges``; whoever moved or died is kept in."""
    told = {person: [0] * (len(design.edges) - 1) for person in people}
    for some in in_parts(people):
        for row in attendance.rows(lines_table(attendance.touchpoints, design, some)):
            told[row["person"]][row["month"]] = row["contacts"]
    return {person: tuple(months) for person, months in told.items()}


def _each(touchpoints: Table, design: Design) -> Table:
    rows = _counted(touchpoints, design)
    return rows.group_by("person").aggregate(
        selecting=rows.count(where=begins_in(rows, design.selecting)),
        before=rows.count(where=begins_in(rows, design.before)),
        after=rows.count(where=begins_in(rows, design.after)),
    )


def _counted(touchpoints: Table, design: Design) -> Table:
    rows = touchpoints.filter(begins_in(touchpoints, design.whole))
    rows = rows.filter(condition(rows, design.measure, design.closed))
    return rows.mutate(month=_month(rows, design.edges))


def _month(rows: Table, edges: Sequence[date]) -> Column:
    """The place of the month, counted by the edges that lie before."""
    month: Column = None
    for edge in edges[1:-1]:
        passed = (rows.start >= datetime.combine(edge, time())).ifelse(1, 0)
        month = passed if month is None else month + passed
    return month
