from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Layout
from journey_viewer.timeline.looking import (
    HOSPITAL,
    Alignment,
    Filter,
    Lanes,
    Looking,
    alignment_words,
    day_zero,
    lane_name,
)

MakeCase = Callable[..., Case]
AE, GP, STAY = (Service.AE,), (Service.GP,), (Service.INPATIENT,)
LINES = (
    "2024-01-02 gp; reason=Leg ulcer",
    "2024-02-01T09:00 ae did_not_attend",
    "2024-03-03T22:00 ae; reason=Chest pain",
    "2024-03-04 inpatient stay; until=2024-03-09",
    "2024-03-05 other; named=Police",
    "2024-10-01 ae; reason=Fall",
)


@pytest.fixture
def case(journey: MakeCase) -> Case:
    return journey(*LINES, last="2024-12-31")


def seen(case: Case, looking: Looking) -> Layout:
    return lay_out(case, FRAME, width, looking)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_a_lane_that_is_hidden_is_not_drawn_and_comes_back(case: Case) -> None:
    lanes = Lanes().hide(AE)
    names = [lane.name for lane in seen(case, Looking(lanes=lanes)).lanes]
    assert "A&E" not in names
    assert {mark.service for mark in seen(case, Looking(lanes=lanes)).marks} == {Service.GP, Service.OTHER}
    assert [lane.name for lane in seen(case, Looking()).lanes].count("A&E") == 1


def test_lanes_can_stand_in_another_order(case: Case) -> None:
    names = [lane.name for lane in seen(case, Looking(lanes=Lanes().move(AE, -3))).lanes]
    assert names[:2] == ["A&E", "GP practice"]


@pytest.mark.parametrize("by", [-99, -1, 0, 1, 99])
def test_moving_a_lane_loses_none(by: int) -> None:
    assert sorted(Lanes().move(STAY, by).order) == sorted(Lanes().order)


def test_hospital_lanes_merged_are_one_lane_of_all_their_contacts(case: Case) -> None:
    layout = seen(case, Looking(lanes=Lanes().merge(HOSPITAL)))
    merged = next(lane for lane in layout.lanes if lane.name == "All hospital")
    assert (merged.count, merged.services) == (4, HOSPITAL)
    assert {mark.service for mark in layout.marks} == {Service.GP, Service.AE, Service.OTHER}


def test_a_merged_lane_can_be_split_again() -> None:
    assert Lanes().merge(HOSPITAL).split(HOSPITAL) == Lanes()


def test_a_merged_lane_is_named_after_its_services() -> None:
    assert lane_name((Service.GP, Service.AE)) == "GP practice + A&E"


@given(st.lists(st.sets(st.sampled_from(list(Service)), min_size=1), max_size=4))
def test_however_lanes_are_merged_every_service_stands_once(merges: list[set[Service]]) -> None:
    lanes = Lanes()
    for services in merges:
        lanes = lanes.merge(tuple(services))
    assert sorted(service for lane in lanes.order for service in lane) == sorted(Service)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Filter(), [0, 1, 2, 3, 4, 5]),
        (Filter(services=frozenset({Service.AE})), [1, 2, 5]),
        (Filter(outcomes=frozenset({Outcome.DID_NOT_ATTEND})), [1]),
        (Filter(kinds=frozenset({Kind.STAY})), [3]),
        (Filter(text="CHEST"), [2]),
        (Filter(text="a&e fall"), [5]),
        (Filter(text="police"), [4]),
        (Filter(text="<b>"), []),
        (Filter(services=frozenset({Service.AE}), outcomes=frozenset({Outcome.ATTENDED})), [2, 5]),
    ],
)
def test_a_filter_dims_what_it_does_not_find_and_removes_nothing(
    case: Case, chosen: Filter, found: list[int]
) -> None:
    layout = seen(case, Looking(filter=chosen))
    bright = {row for mark in layout.marks if not mark.dim for row in mark.rows}
    bright |= {span.row for span in layout.spans if not span.dim}
    assert sorted(bright) == found
    assert len(layout.marks) + len(layout.spans) == len(LINES)


@pytest.mark.parametrize(
    ("alignment", "zero", "words"),
    [
        (Alignment(), None, ""),
        (Alignment(Service.AE), "2024-03-03", "first A&E"),
        (Alignment(Service.AE, 2), "2024-10-01", "2nd A&E"),
        (Alignment(Service.AE, 3), None, "3rd A&E"),
        (Alignment(day=date(2024, 5, 1)), "2024-05-01", "the chosen day"),
    ],
)
def test_day_0_is_an_attended_contact_or_a_day(
    case: Case, alignment: Alignment, zero: str | None, words: str
) -> None:
    found = day_zero(case, alignment)
    assert (None if found is None else found.at) == (None if zero is None else day(zero))
    assert alignment_words(alignment) == words


def test_day_0_is_always_stated(case: Case) -> None:
    aligned = seen(case, Looking(alignment=Alignment(Service.AE)))
    assert aligned.day_zero == "day 0: first A&E, 3 Mar 2024"
    assert "day 0" in [tick.label for tick in aligned.ticks]
    assert seen(case, Looking(alignment=Alignment(Service.AE, 9))).day_zero == "there is no 9th A&E"


def test_a_close_look_shows_what_is_in_it_over_the_whole_width(case: Case) -> None:
    march = Looking(first=day("2024-03-01"), last=day("2024-04-01"))
    layout = seen(case, march)
    assert [mark.rows for mark in layout.marks] == [(2,), (4,)]
    assert layout.spans[0].right - layout.spans[0].left > 100
    assert layout.day_zero == "1 Mar 2024 to 31 Mar 2024"
    assert [lane.count for lane in layout.lanes if lane.name == "A&E"] == [3]


def test_a_close_look_leaves_the_lanes_where_they_are(case: Case) -> None:
    march = Looking(first=day("2024-03-01"), last=day("2024-04-01"))
    assert [lane.top for lane in seen(case, march).lanes] == [
        lane.top for lane in seen(case, Looking()).lanes
    ]


def test_weekends_and_bank_holidays_are_told_apart_where_days_can_be(case: Case) -> None:
    easter = seen(case, Looking(first=day("2024-03-25"), last=day("2024-04-08")))
    assert [shade.name for shade in easter.shades] == ["Good Friday", "", "", "Easter Monday", "", ""]
    assert seen(case, Looking()).shades == ()


def test_long_empty_time_is_folded_and_the_fold_says_how_long(case: Case) -> None:
    layout = seen(case, Looking(folded=True))
    assert [fold.label for fold in layout.folds] == ["205 days"]
    assert [silence.label for silence in layout.silences] == ["no contact for 60 days"]
    assert len(seen(case, Looking()).silences) == 2


def test_a_death_ends_the_axis(journey: MakeCase, case: Case) -> None:
    from dataclasses import replace

    died = replace(case, person=replace(case.person, died=date(2024, 11, 5)))
    layout = seen(died, Looking())
    assert layout.died == pytest.approx(layout.right)
    assert seen(case, Looking()).died is None


def test_a_letter_after_a_death_is_still_drawn(case: Case) -> None:
    from dataclasses import replace

    died = replace(case, person=replace(case.person, died=date(2024, 9, 1)))
    layout = seen(died, Looking())
    assert layout.died is not None
    assert layout.died < max(mark.x for mark in layout.marks)


@given(st.floats(day("2023-12-01"), day("2025-02-01")), st.floats(0, 500))
def test_wherever_one_looks_everything_seen_is_inside_the_plot(
    journey: MakeCase, first: float, days: float
) -> None:
    case = journey(*LINES, last="2024-12-31")
    for folded in (False, True):
        layout = seen(case, Looking(first=first, last=first + days, folded=folded))
        for mark in layout.marks:
            assert layout.left - 1e-6 <= mark.x - mark.half <= mark.x + mark.half <= layout.right + 1e-6
        for span in layout.spans:
            assert layout.left - 1e-6 <= span.left < span.right <= layout.right + 1e-6
        for tick in layout.ticks:
            assert layout.left - 1e-6 <= tick.x <= layout.right + 1e-6
