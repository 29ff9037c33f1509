"""Before and after in words: whose, over which windows, each person's line, and the chart for those who do not see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey_viewer.attendance.asked import name_of
from journey_viewer.attendance.change import BeforeAfter, Line
from journey_viewer.attendance.interrupted import Refused
from journey_viewer.model.days import day_in_words
from journey_viewer.session import Session

NOBODY = "Nobody is chosen for the deep dive. Tick people in Find or in the Deep dive; what changed for them stands here."
GROUP = "The people of the deep dive"
BY_RULE = "The 100 who came most, by the rule"
TOTAL = "Together"


@dataclass(frozen=True)
class Row:
    """One person, or all of them: ``remark`` says who died or moved, and when."""

    name: str
    months: tuple[int, ...]
    selecting: str
    before: int
    after: int
    remark: str = ""

    @property
    def change(self) -> str:
        """As in "−12"; the sign of a fall is a minus."""
        change = self.after - self.before
        return f"{change:+,}".replace("-", "−") if change else "0"


def rows_of(session: Session, told: BeforeAfter) -> tuple[Row, ...]:
    """All together first, then everybody, those who died or moved too."""
    apart = told.design.apart
    totals = tuple(count for _, count in told.months)
    chosen = f"{sum(line.selecting for line in told.lines):,}" if apart else "–"
    rows = [Row(TOTAL, totals, chosen, told.before, told.after)] if len(told.lines) > 1 else []
    numbered = enumerate(told.lines, start=1)
    return (*rows, *(_row(session, line, number, apart=apart) for number, line in numbered))


def _row(session: Session, line: Line, number: int, *, apart: bool) -> Row:
    """Who was never chosen for the deep dive has a number and no letter."""
    person = int(line.person)
    name = f"Person {number:02}"
    if person in session.document.lettered:
        name = session.label(person)
    if session.view.names_shown:
        name = f"{name} · {session.imported.people[person].name}"
    remarks = [
        f"{word} {day_in_words(day)}" for word, day in (("died", line.died), ("moved", line.moved)) if day
    ]
    chosen = f"{line.selecting:,}" if apart else "–"
    return Row(name, line.months, chosen, line.before, line.after, ", ".join(remarks))


def windows_in_words(told: BeforeAfter) -> str:
    """Which days are compared, and by which the people were chosen."""
    design = told.design
    before, after = design.before, design.after
    said = (
        f"Before: {day_in_words(before.first)} to {day_in_words(before.last)}."
        f" After: {day_in_words(after.first)} to {day_in_words(after.last)}."
    )
    said += " The thin dashed line is the median before."
    if not design.apart:
        return f"{said} The lists are too short to keep the months by which people were chosen apart."
    chosen = design.selecting
    return f"{said} The months to be chosen by, kept apart: {day_in_words(chosen.first)} to {day_in_words(chosen.last)}."


def heading_of(told: BeforeAfter) -> str:
    people = len(told.lines)
    name = name_of(told.design.measure)
    return f"{name[:1].upper()}{name[1:]} a month, {'one person' if people == 1 else f'{people:,} people together'}"


def sentences_of(told: BeforeAfter) -> tuple[str, ...]:
    """What belongs on the picture besides the health warning, which is the first of all."""
    regression = told.regression
    also = regression.sentence if isinstance(regression, Refused) or len(told.lines) > 1 else ""
    return (*told.sentences[1:], *((also,) if also else ()))


def chart_in_words(told: BeforeAfter) -> str:
    """The run chart read aloud."""
    counts = [count for _, count in told.months]
    months = told.design.months
    return (
        f"{heading_of(told)}: {_row_of(counts[-2 * months : -months])} before the date,"
        f" {_row_of(counts[-months:])} after it; median before {told.median:g}. {' '.join(told.sentences)}"
    )


def _row_of(counts: Sequence[int]) -> str:
    return ", ".join(f"{count:,}" for count in counts)
