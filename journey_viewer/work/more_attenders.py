"""Beyond the first hundred: more people of the same ranking, measured in parts, so that it can be stopped at any of them."""

from collections.abc import Generator, Sequence
from dataclasses import replace

from journey_viewer.attendance.lists import Attendance
from journey_viewer.attendance.ranking import Figures, Ranked, figures_of, rank
from journey_viewer.attendance.reasons import Reason, Why, reasons_for
from journey_viewer.attendance.strips import strips_of
from journey_viewer.model.progress import Progress
from journey_viewer.work.find_attenders import Found

_PART = 1_000


def more_attenders(attendance: Attendance, found: Found, listed: int) -> Generator[Progress, None, Found]:
    """The same, with the first ``listed`` people in it; who the first hundred are, and who stays among them, is as it was.

    Raises ListTooLarge or what a database refuses.
    """
    yield Progress(0, 1, "Ranking everybody")
    further = rank(attendance, found.years, found.asked.mix, listed)[len(found.people) :]
    people, reasons, strips = list(found.people), dict(found.reasons), dict(found.strips)
    for part in _parts(further):
        yield Progress(len(people) - len(found.people), len(further), "Measuring more people")
        figures = figures_of(attendance, found.years, part)
        people += figures
        strips |= strips_of(attendance, found.years, [one.person for one in part])
        reasons |= {one.person: _reasons(one, found) for one in figures}
    return replace(found, people=tuple(people), reasons=reasons, strips=strips)


def _parts(people: Sequence[Ranked]) -> list[Sequence[Ranked]]:
    return [people[place : place + _PART] for place in range(0, len(people), _PART)]


def _reasons(one: Figures, found: Found) -> tuple[Reason, ...]:
    """Who is not among the first is not new there."""
    told = reasons_for(one, frozenset(found.turnover.stayers))
    return tuple(reason for reason in told if reason.why is not Why.NEW)
