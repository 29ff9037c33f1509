"""Before and after: which lengths are compared, and what is refused."""

from datetime import date

import numpy as np
import pytest
from invented import BARNABY, OTTILIE, contact, listed

from journey_viewer.attendance.asked import Measure
from journey_viewer.attendance.change import HEALTH_WARNING, Rule
from journey_viewer.attendance.embedded import open_imported
from journey_viewer.attendance.refusals import TooShort
from journey_viewer.work.look_back import MEASURES, AskedBack, design_for, look_back

FIRST, LAST = date(2022, 1, 1), date(2025, 12, 31)


def months(first: int, person: int = OTTILIE) -> list[object]:
    return [contact(person, f"{year}-{month:02}-05") for year in range(first, 2026) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("on", "length", "apart"),
    [
        (date(2025, 1, 1), 12, True),
        (date(2025, 7, 1), 6, True),
        (date(2025, 10, 1), 3, True),
        (date(2022, 4, 1), 3, False),
    ],
)
def test_the_longest_equal_lengths_that_the_lists_hold(on: date, length: int, apart: bool) -> None:
    design = design_for(AskedBack(on, (OTTILIE,)), FIRST, LAST)
    assert (design.months, design.apart) == (length, apart)
    assert design.before.days == pytest.approx(design.after.days, abs=3)


@pytest.mark.parametrize("on", [date(2025, 12, 1), date(2022, 1, 15), date(2030, 1, 1)])
def test_days_that_the_lists_do_not_hold_are_never_compared(on: date) -> None:
    with pytest.raises(TooShort):
        design_for(AskedBack(on, (OTTILIE,)), FIRST, LAST)


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_can_be_compared_and_carries_the_warning(measure: Measure) -> None:
    with open_imported(listed(*months(2023))) as attendance:  # type: ignore[arg-type]
        job = look_back(attendance, AskedBack(date(2025, 1, 1), (OTTILIE, BARNABY), measure))
        while True:
            try:
                next(job)
            except StopIteration as end:
                told = end.value
                break
    assert told.sentences[0] == HEALTH_WARNING
    assert [line.person for line in told.lines] == [OTTILIE, BARNABY]
    expected = 6 if measure in (Measure.GP_CONTACTS, Measure.CONTACTS) else 0
    assert (told.before, told.after) == (expected, expected)
    assert np.array([count for _, count in told.months]).sum() == 3 * expected


def test_a_rule_chooses_the_people() -> None:
    with open_imported(listed(*months(2023), *months(2024, BARNABY))) as attendance:  # type: ignore[arg-type]
        job = list(look_back(attendance, AskedBack(date(2025, 1, 1), Rule(top=1))))
    assert [progress.total for progress in job] == [2, 2]
