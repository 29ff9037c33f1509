"""What changed for a person or a group after a date, beside what would have changed anyway, in numbers and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import floor
from statistics import median

import numpy as np

from journey_viewer.attendance.asked import Mix, Years, name_of
from journey_viewer.attendance.before_after import Design, covers, lines_of, months_table, steps_table
from journey_viewer.attendance.counted import on_list
from journey_viewer.attendance.expected import (
    Expected,
    Method,
    Steps,
    apart,
    by_barnett,
    by_cohort,
    by_correlation,
    chosen_alike,
    chosen_at_least,
    chosen_top,
)
from journey_viewer.attendance.interrupted import Refused, Segmented, segmented
from journey_viewer.attendance.lists import Attendance, PersonKey, in_parts
from journey_viewer.attendance.ranking import rank
from journey_viewer.attendance.readiness import whole_table
from journey_viewer.attendance.refusals import NoDates, NothingToRank
from journey_viewer.model.phrases import many

HEALTH_WARNING = (
    "Some of this fall would have happened anyway: people are chosen when they come most often,"
    " and most of them come less often afterwards, whatever is done."
)
BARNETT_ERROR = (
    "Barnett’s formula is made for a normal distribution. Contacts are skewed: of the top 100 on 200 simulated lists it foretold on average"
    " 62% of the fall that came with nothing done (44% to 82%), so it is indicative and says too little."
)


@dataclass(frozen=True)
class Rule:
    """The ``top`` busiest of the selecting window, or else everybody with ``least`` contacts in it."""

    top: int | None = None
    least: int = 1


class Verdict(StrEnum):
    AS_EXPECTED = "no change beyond what was expected"
    FELL_FURTHER = "fell further than expected"
    FELL_LESS = "fell less than expected"
    UNTOLD = "cannot be told"


@dataclass(frozen=True)
class Line:
    """One person: contacts in the selecting window, before and after, and of each month of ``Design.edges``."""

    person: PersonKey
    selecting: int
    before: int
    after: int
    months: tuple[int, ...]
    died: date | None = None
    moved: date | None = None


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """``months``: the first day of each and all contacts of the group in it, to be drawn as a run chart round ``median``, that of the months
    before. ``cohort_months``: contacts a person of last year's people, month by month likewise. ``expected``: the preferred
    method first. ``difference``: by how much the change differs from that of last year's people, contacts a person, an
    interval of 99 %. ``sentences`` belong on every picture of it.
    """

    design: Design
    lines: tuple[Line, ...]
    months: tuple[tuple[date, int], ...]
    median: float
    expected: tuple[Expected, ...]
    cohort_months: tuple[float, ...]
    difference: tuple[float, float] | None
    verdict: Verdict
    regression: Segmented | Refused
    sentences: tuple[str, ...]

    @property
    def before(self) -> int:
        return sum(line.before for line in self.lines)

    @property
    def after(self) -> int:
        return sum(line.after for line in self.lines)

    @property
    def change(self) -> float | None:
        """After over before, less one; None where there was nothing before."""
        return self.after / self.before - 1 if self.before else None


def before_after(attendance: Attendance, design: Design, chosen: Rule | Sequence[PersonKey]) -> BeforeAfter:
    """For everybody whom the rule chooses, or for these people. Raises NothingToRank where that is nobody, or NoDates."""
    rule = chosen if isinstance(chosen, Rule) else None
    people = chosen_people(attendance, design, chosen) if isinstance(chosen, Rule) else tuple(chosen)
    if not people:
        raise NothingToRank
    lines = _lines(attendance, design, people)
    totals = [sum(column) for column in zip(*(line.months for line in lines), strict=True)]
    months = tuple(zip(design.edges[:-1], totals, strict=True))
    before, after = _sides(totals, design)
    expected, cohort_months, difference = _anyway(attendance, design, lines, rule)
    verdict = _verdict(lines, difference)
    return BeforeAfter(
        *(design, lines, months, median(before), expected, cohort_months, difference, verdict),
        regression=segmented(before, after, len(lines)),
        sentences=tuple(_sentences(design, lines, expected, difference, verdict)),
    )


def chosen_people(attendance: Attendance, design: Design, rule: Rule) -> tuple[PersonKey, ...]:
    """Whom the rule chooses in the selecting window; of those with equally many at the edge, by the journey, never by a name."""
    years = Years(design.selecting, design.selecting, design.closed)
    everybody = rule.top is None
    ranked = rank(attendance, years, Mix.by(design.measure), 1 << 30 if rule.top is None else rule.top)
    return tuple(one.person for one in ranked if not everybody or one.score >= rule.least)


def _lines(attendance: Attendance, design: Design, people: Sequence[PersonKey]) -> tuple[Line, ...]:
    months = lines_of(attendance, design, people)
    known = attendance.people
    gone: dict[PersonKey, tuple[date | None, date | None]] = {}
    for some in in_parts(people):
        rows = known.filter(known.person.isin(list(some))).select("person", "died", "moved")
        gone |= {row["person"]: (row["died"], row["moved"]) for row in attendance.rows(rows)}
    return tuple(_line(person, months[person], design, gone.get(person, (None, None))) for person in people)


def _line(
    person: PersonKey, months: tuple[int, ...], design: Design, gone: tuple[date | None, date | None]
) -> Line:
    before, after = _sides(months, design)
    selecting = months[: design.months]
    return Line(person, sum(selecting), sum(before), sum(after), months, *gone)


def _sides(months: Sequence[int], design: Design) -> tuple[Sequence[int], Sequence[int]]:
    return months[-2 * design.months : -design.months], months[-design.months :]


def _anyway(
    attendance: Attendance, design: Design, lines: Sequence[Line], rule: Rule | None
) -> tuple[tuple[Expected, ...], tuple[float, ...], tuple[float, float] | None]:
    """Expected by each method, the cohort's months, and how far the change differs from the cohort's; nothing where the list is too short."""
    span = attendance.rows(whole_table(attendance.touchpoints))[0]
    if span["first"] is None:
        raise NoDates
    earlier = design.earlier
    if not covers(earlier, span["first"], span["last"]):
        return (), (), None
    steps = steps_of(attendance, earlier)
    least = min(line.selecting for line in lines)
    cohort = _cohort(steps, rule, lines)
    method = Method.MATCHED if rule is None else Method.COHORT
    selecting, before = (
        float(np.mean([getattr(line, name) for line in lines])) for name in ("selecting", "before")
    )
    methods = [by_correlation(steps, selecting, before), by_barnett(steps, least, selecting, before)]
    if not cohort.size:
        return tuple(methods), (), None
    months = _cohort_months(attendance, earlier, rule, steps, cohort)
    difference = apart(_as_steps(lines), cohort, independent=design.apart) if len(lines) > 1 else None
    return (by_cohort(cohort, method), *methods), months, difference


def steps_of(attendance: Attendance, design: Design) -> Steps:
    """How many people of the whole list have as many contacts in each window."""
    rows = attendance.rows(steps_table(attendance.touchpoints, design))
    people = attendance.people
    here = people.aggregate(people=people.count(where=on_list(people, design.selecting)))
    told = [(row["selecting"], row["before"], row["after"], row["people"]) for row in rows]
    return Steps.of(told, int(attendance.rows(here)[0]["people"]))


def _cohort(steps: Steps, rule: Rule | None, lines: Sequence[Line]) -> Steps:
    if rule is None:
        return chosen_alike(steps, [line.selecting for line in lines])
    if rule.top is not None:
        return chosen_top(steps.weighed(np.where(steps.selecting > 0, steps.people, 0)), rule.top)
    return chosen_at_least(steps, max(rule.least, 1))


def _cohort_months(
    attendance: Attendance, earlier: Design, rule: Rule | None, steps: Steps, cohort: Steps
) -> tuple[float, ...]:
    """A person's, on average; those at the edge of the top count whole here. Of people matched one by one there are none."""
    if rule is None:
        return ()
    least = max(floor(cohort.selecting.min()), 1)
    rows = attendance.rows(months_table(attendance.touchpoints, earlier, least))
    told = {row["month"]: row["contacts"] for row in rows}
    size = chosen_at_least(steps, least).size
    return tuple(told.get(month, 0) / size for month in range(len(earlier.edges) - 1))


def _as_steps(lines: Sequence[Line]) -> Steps:
    return Steps.of([(line.selecting, line.before, line.after, 1) for line in lines], len(lines))


def _verdict(lines: Sequence[Line], difference: tuple[float, float] | None) -> Verdict:
    if difference is None or len(lines) < 2:
        return Verdict.UNTOLD
    low, high = difference
    if high < 0:
        return Verdict.FELL_FURTHER
    return Verdict.FELL_LESS if low > 0 else Verdict.AS_EXPECTED


def _sentences(
    design: Design,
    lines: Sequence[Line],
    expected: Sequence[Expected],
    difference: tuple[float, float] | None,
    verdict: Verdict,
) -> Iterator[str]:
    yield HEALTH_WARNING
    before, after = sum(line.before for line in lines), sum(line.after for line in lines)
    months = f"{design.months} months"
    yield (
        f"{many(len(lines), 'person', 'people')}: {before:,} {name_of(design.measure)} in the {months} before, {after:,} in the {months} after"
        f"{_percent(before, after)}."
    )
    yield from _gone(lines, design)
    if not design.apart:
        yield "They were chosen by the months before, which are high because of it."
    if design.months % 12:
        yield "Before and after are not the same season; last year’s people were followed over the same months of the year."
    for one in expected:
        yield _expected(one)
    if expected:
        yield BARNETT_ERROR
    yield _conclusion(verdict, difference, len(lines), told=bool(expected))


def _gone(lines: Sequence[Line], design: Design) -> Iterator[str]:
    def inside(day: date | None) -> bool:
        return day is not None and design.before.first <= day <= design.after.last

    died, moved = (sum(inside(getattr(line, name)) for line in lines) for name in ("died", "moved"))
    if died or moved:
        yield f"{died} of them died and {moved} moved away in that time: they are counted all the same."


def _expected(one: Expected) -> str:
    told = f"By {one.method} (n {one.people:,}): {one.before:.1f} → {one.after:.1f} a person"
    if one.low is not None and one.high is not None:
        told += f" (99% interval {one.low:.1f} to {one.high:.1f})"
    return f"{told}{', indicative' if one.method is Method.BARNETT else ''}."


def _conclusion(verdict: Verdict, difference: tuple[float, float] | None, people: int, *, told: bool) -> str:
    if people == 1:
        return "For one person the picture is all there is: no test can tell chance from change."
    if not told:
        return "The list does not go back far enough to show what happened to last year’s people, so what would have happened anyway cannot be told."
    if difference is None or verdict is Verdict.UNTOLD:
        return "Nobody was chosen by the same rule last year, so what would have happened anyway cannot be told for sure."
    if verdict is Verdict.AS_EXPECTED:
        return "This is no change beyond what was expected."
    low, high = sorted(map(abs, difference))
    way = "further" if verdict is Verdict.FELL_FURTHER else "less"
    return f"This fell {way} than expected, by {low:.1f} to {high:.1f} contacts a person (99% interval). It does not say why."


def _percent(before: int, after: int) -> str:
    return f" ({(after - before) / before:+.0%})".replace("-", "−") if before else ""
