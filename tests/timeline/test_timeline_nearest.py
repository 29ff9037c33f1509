from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.looking import HOSPITAL, Filter, Lanes, Looking
from journey_viewer.timeline.nearest import mark_of, row_at, row_in_next_lane

MakeCase = Callable[..., Case]
Lines = st.SearchStrategy[list[str]]


@given(data=st.data())
def test_clicking_through_a_mark_gives_each_of_its_rows_in_turn(
    journey: MakeCase, any_journey: Lines, data: st.DataObject
) -> None:
    layout = lay_out(journey(*data.draw(any_journey)), FRAME, width)
    for mark in layout.marks:
        chosen: int | None = None
        clicked = [chosen := row_at(layout, mark.x, mark.y, chosen) for _ in mark.rows]
        assert tuple(clicked) == mark.rows
        assert row_at(layout, mark.x, mark.y, chosen) == mark.rows[0]


def test_a_pile_can_be_clicked_through(journey: MakeCase) -> None:
    layout = lay_out(journey(*["2024-06-01 gp"] * 50), FRAME, width)
    (pile,) = [mark for mark in layout.marks if mark.count > 1]
    assert pile.count > 40
    assert row_at(layout, pile.x + pile.half, pile.y, pile.rows[4]) == pile.rows[5]


@given(data=st.data())
def test_every_row_has_a_mark_that_leads_to_it(
    journey: MakeCase, any_journey: Lines, data: st.DataObject
) -> None:
    case = journey(*data.draw(any_journey))
    layout = lay_out(case, FRAME, width)
    for row in range(len(case.touchpoints)):
        mark = mark_of(layout, row)
        assert mark is not None
        assert row in mark.rows
        assert mark.service is case.touchpoints[row].service
    assert mark_of(layout, len(case.touchpoints)) is None


def test_a_stay_is_found_anywhere_along_it_and_nothing_where_nothing_is(journey: MakeCase) -> None:
    layout = lay_out(journey("2024-03-01 inpatient stay; until=2024-09-01"), FRAME, width)
    (span,) = layout.spans
    middle = span.top + span.height / 2
    assert [row_at(layout, x, middle, None) for x in (span.left, span.right)] == [0, 0]
    assert [row_at(layout, x, middle, None) for x in (span.left - 9, span.right + 9)] == [None, None]


@pytest.fixture
def three(journey: MakeCase) -> Case:
    return journey(
        "2024-01-01 gp",
        "2024-06-01 gp",
        "2024-06-10 ae",
        "2024-02-01 ae",
        "2024-05-01 other; until=2024-07-01",
    )


@pytest.mark.parametrize(
    ("chosen", "step", "found"),
    [
        ("2024-01-01", 1, "2024-02-01"),
        ("2024-06-01", 1, "2024-06-10"),
        ("2024-06-10", -1, "2024-06-01"),
        ("2024-02-01", 1, "2024-05-01"),
        ("2024-05-01", -1, "2024-06-10"),
        ("2024-05-01", 1, None),
        ("2024-01-01", -1, None),
        (None, 1, "2024-01-01"),
    ],
)
def test_up_and_down_lead_to_the_nearest_in_the_next_lane(
    three: Case, chosen: str | None, step: int, found: str | None
) -> None:
    days = [str(day) for day in three.touchpoints.start.astype("datetime64[D]")]
    row = row_in_next_lane(lay_out(three, FRAME, width), days.index(chosen) if chosen else None, step)
    assert (None if row is None else days[row]) == found


def test_where_nothing_is_drawn_no_key_leads_anywhere(journey: MakeCase) -> None:
    assert row_in_next_lane(lay_out(journey(), FRAME, width), None, 1) is None


def test_lanes_that_were_merged_are_one_step(journey: MakeCase) -> None:
    lines = ("2024-03-01 gp", "2024-03-02 outpatient", "2024-03-03 inpatient", "2024-03-03 mental_health")
    case = journey(*lines)
    layout = lay_out(case, FRAME, width, Looking(lanes=Lanes().merge(HOSPITAL)))
    assert row_in_next_lane(layout, 0, 1) == 1
    assert row_in_next_lane(layout, 2, 1) == 3
    assert row_in_next_lane(layout, 2, -1) == 0


def test_a_lane_in_which_nothing_stands_out_is_passed_over(journey: MakeCase) -> None:
    case = journey("2024-03-01 gp", "2024-03-02 ae", "2024-03-03 mental_health")
    chosen = Filter(services=frozenset({Service.GP, Service.MENTAL_HEALTH}))
    layout = lay_out(case, FRAME, width, Looking(filter=chosen))
    assert row_in_next_lane(layout, 0, 1) == 2
