from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.timeline.comparison import Band, lay_out_comparison
from journey_viewer.timeline.looking import Alignment, Filter

MakeCase = Callable[..., Case]


@pytest.fixture
def cases(journey: MakeCase) -> list[Case]:
    first = journey("2024-02-01 gp", "2024-03-01 ae", "2024-04-01 gp", last="2024-12-31")
    other = journey("2024-05-01 ae", "2024-11-30 ae", last="2024-12-31")
    nobody = journey("2024-06-01 gp", last="2024-12-31")
    return [
        replace(case, label=f"Case {letter}")
        for case, letter in zip((first, other, nobody), "ABC", strict=True)
    ]


def compared(cases: Sequence[Case], alignment: Alignment = Alignment()) -> tuple[Band, ...]:  # noqa: B008 (frozen)
    return lay_out_comparison(cases, FRAME, width, alignment, Filter())


def test_each_person_has_one_lane_named_by_their_label(cases: list[Case]) -> None:
    bands = compared(cases)
    assert [[(lane.name, lane.count) for lane in band.layout.lanes] for band in bands] == [
        [("Case A", 3)],
        [("Case B", 2)],
        [("Case C", 1)],
    ]


def test_all_stand_on_one_axis(cases: list[Case]) -> None:
    first, *others = compared(cases)
    for band in others:
        assert [tick.x for tick in band.layout.ticks] == [tick.x for tick in first.layout.ticks]


def test_aligned_the_same_contact_stands_in_the_same_place(cases: list[Case]) -> None:
    bands = compared(cases, Alignment(Service.AE))
    firsts = [min(mark.x for mark in band.layout.marks if mark.service is Service.AE) for band in bands]
    assert firsts[0] == pytest.approx(firsts[1])
    assert [band.layout.day_zero.split(",")[0] for band in bands] == ["day 0: first A&E"] * 2


def test_who_has_no_such_contact_is_left_out(cases: list[Case]) -> None:
    assert [band.layout.lanes[0].name for band in compared(cases, Alignment(Service.AE, 2))] == ["Case B"]
    assert compared(cases, Alignment(Service.AE, 3)) == ()


def test_bands_lie_under_each_other(cases: list[Case]) -> None:
    bands = compared(cases * 9)
    assert [band.top for band in bands] == [place * bands[0].layout.frame.height for place in range(27)]
    assert bands[0].layout.bottom > bands[0].layout.top
