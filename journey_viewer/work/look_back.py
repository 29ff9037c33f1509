"""What changed after a date, for a person or a group: over the longest equal lengths that the lists hold."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journey_viewer.attendance.asked import Measure
from journey_viewer.attendance.before_after import Design, covers, fitting
from journey_viewer.attendance.change import BeforeAfter, Rule, before_after
from journey_viewer.attendance.lists import Attendance, PersonKey
from journey_viewer.attendance.readiness import whole_table
from journey_viewer.attendance.refusals import NoDates, TooShort
from journey_viewer.measures.bank_holidays import bank_holidays
from journey_viewer.model.progress import Progress

MEASURES = (Measure.GP_CONTACTS, Measure.CONTACTS, Measure.AE, Measure.OUT_OF_HOURS, Measure.MISSED)
"""What can be compared; each of them is counted touchpoint by touchpoint."""
_LENGTHS = (12, 6, 3)


@dataclass(frozen=True)
class AskedBack:
    """``on``: the first day after; ``chosen``: these people, or a rule by which they were chosen."""

    on: date
    chosen: Rule | tuple[PersonKey, ...]
    measure: Measure = Measure.GP_CONTACTS


def look_back(attendance: Attendance, asked: AskedBack) -> Generator[Progress, None, BeforeAfter]:
    """Raises TooShort, NothingToRank, NoDates or what a database refuses; the attendance is left open."""
    yield Progress(0, 2, "Looking how far the lists go")
    span = attendance.rows(whole_table(attendance.touchpoints))[0]
    if span["first"] is None:
        raise NoDates
    design = design_for(asked, span["first"], span["last"])
    yield Progress(1, 2, "Comparing before and after")
    chosen: Rule | Sequence[PersonKey] = asked.chosen
    return before_after(attendance, design, chosen)


def design_for(asked: AskedBack, first: date, last: date) -> Design:
    """With an earlier cohort where the lists go back so far; without one else, and never over days that they do not hold.

    Raises TooShort.
    """
    design = Design(asked.on, measure=asked.measure, closed=tuple(bank_holidays(first, last)))
    chosen = fitting(design, first, last)
    if covers(chosen, first, last):
        return chosen
    tries = [replace(design, months=months, apart=apart) for apart in (True, False) for months in _LENGTHS]
    found = next((one for one in tries if covers(one, first, last)), None)
    if found is None:
        raise TooShort
    return found
