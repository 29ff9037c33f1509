from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.looking import Filter, Lanes, Looking
from journey_viewer.timeline.stepping import in_sight, standing_out, stepped_to, time_of

MakeCase = Callable[..., Case]
LINES = (
    "2024-01-10 gp; reason=Chest pain",
    "2024-02-10T12:00 ae; reason=Chest pain",
    "2024-06-01 inpatient stay; until=2024-08-01",
    "2025-06-01 gp; reason=Cough",
)
WHOLE = Looking()


@pytest.fixture(scope="module")
def case(journey: MakeCase) -> Case:
    return journey(*LINES)


@pytest.mark.parametrize(
    ("looking", "expected"),
    [
        (WHOLE, [0, 1, 2, 3]),
        (Looking(lanes=Lanes().hide((Service.GP,))), [1, 2]),
        (Looking(filter=Filter(text="pain")), [0, 1]),
        (Looking(lanes=Lanes().hide((Service.AE,)), filter=Filter(text="pain")), [0]),
        (Looking(filter=Filter(text="zebra")), []),
    ],
)
def test_what_is_hidden_or_not_found_is_passed_over(
    case: Case, looking: Looking, expected: list[int]
) -> None:
    assert standing_out(case, looking).tolist() == expected


@pytest.mark.parametrize(
    ("chosen", "step", "expected"),
    [
        (None, 1, 2),
        (None, -1, 2),
        (None, 100, 9),
        (2, 1, 5),
        (3, 1, 5),  # it does not stand out itself
        (3, -1, 2),
        (9, 1, 9),
        (2, -1, 2),
        (5, -100, 2),
    ],
)
def test_steps_go_to_the_next_and_stay_at_the_ends(chosen: int | None, step: int, expected: int) -> None:
    assert stepped_to(np.array([2, 5, 9]), chosen, step) == expected


def test_there_is_no_step_where_there_is_nothing() -> None:
    assert stepped_to(np.array([], np.intp), None, 1) is None


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-01-01", "2024-02-01", [0]),
        ("2024-07-01", "2024-07-20", [2]),  # in the middle of the stay
        ("2024-09-01", "2024-10-01", []),
        ("2024-02-01", "2025-12-01", [1, 2, 3]),
    ],
)
def test_what_is_in_sight_is_what_the_picture_shows_a_part_of(
    case: Case, first: str, last: str, expected: list[int]
) -> None:
    begin, end = (date.fromisoformat(day).toordinal() for day in (first, last))
    looking = replace(WHOLE, first=begin, last=end)
    assert in_sight(case, looking, lay_out(case, FRAME, width, looking)).tolist() == expected


def test_a_touchpoint_begins_at_its_hour(case: Case) -> None:
    assert time_of(case, 1) == date(2024, 2, 10).toordinal() + 0.5
