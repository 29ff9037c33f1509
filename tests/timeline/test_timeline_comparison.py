from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.timeline.comparison import Comparison, lay_out_comparison, lay_out_services
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


def compared(cases: Sequence[Case], alignment: Alignment = Alignment()) -> Comparison:  # noqa: B008 (frozen)
    return lay_out_comparison(cases, FRAME, width, alignment, Filter())


def test_each_person_has_one_lane_named_by_their_label(cases: list[Case]) -> None:
    bands = compared(cases).bands
    assert [[(lane.name, lane.count) for lane in band.layout.lanes] for band in bands] == [
        [("Case A", 3)],
        [("Case B", 2)],
        [("Case C", 1)],
    ]


def test_all_stand_on_one_axis_whatever_their_counts(cases: list[Case], journey: MakeCase) -> None:
    many = replace(journey(*["2024-02-01 gp"] * 120, last="2024-12-31"), label="Case D")
    shown = compared([*cases, many])
    assert shown.axis is not None
    for band in shown.bands:
        assert [tick.x for tick in band.layout.ticks] == [tick.x for tick in shown.axis.ticks]


def test_the_words_of_the_axis_stand_once(cases: list[Case]) -> None:
    shown = compared(cases)
    assert {tick.label for band in shown.bands for tick in band.layout.ticks} == {""}
    assert {silence.label for band in shown.bands for silence in band.layout.silences} == {""}
    assert shown.axis is not None
    assert all(tick.label for tick in shown.axis.ticks)
    assert (shown.axis.lanes, shown.axis.marks, shown.axis.day_zero) == ((), (), "")


def test_the_names_take_no_more_room_than_they_need(cases: list[Case]) -> None:
    narrow, wide = compared(cases), compared([replace(cases[0], label="Case A · Ottilie Quayle"), *cases[1:]])
    assert narrow.bands[0].layout.left < wide.bands[0].layout.left < FRAME.width / 2


def test_aligned_the_same_contact_stands_in_the_same_place(cases: list[Case]) -> None:
    shown = compared(cases, Alignment(Service.AE))
    firsts = [min(mark.x for mark in band.layout.marks if mark.service is Service.AE) for band in shown.bands]
    assert firsts[0] == pytest.approx(firsts[1])
    assert shown.axis is not None
    assert shown.axis.day_zero == "day 0: first A&E"


@pytest.mark.parametrize(
    ("nth", "there", "without"), [(1, [0, 1], (2,)), (2, [1], (0, 2)), (3, [], (0, 1, 2))]
)
def test_who_has_no_such_contact_is_left_out_and_told(
    cases: list[Case], nth: int, there: list[int], without: tuple[int, ...]
) -> None:
    shown = compared(cases, Alignment(Service.AE, nth))
    assert ([band.place for band in shown.bands], shown.without) == (there, without)


@pytest.mark.parametrize("many", [1, 3, 10, 27])
def test_bands_lie_under_each_other_and_share_the_room(cases: list[Case], many: int) -> None:
    bands = compared((cases * 9)[:many]).bands
    assert [band.top for band in bands] == [place * bands[0].height for place in range(many)]
    assert bands[0].height >= FRAME.text * 3
    assert many * bands[0].height <= FRAME.height or bands[0].height < FRAME.text * 4


def test_all_marks_of_a_band_lie_in_it(cases: list[Case]) -> None:
    for band in compared(cases * 3).bands:
        for mark in band.layout.marks:
            assert mark.y - mark.radius - band.layout.top >= 0
            assert mark.y + mark.radius - band.layout.top <= band.height


def test_what_the_filter_does_not_find_is_dimmed(cases: list[Case]) -> None:
    chosen = Filter(services=frozenset({Service.AE}))
    bands = lay_out_comparison(cases, FRAME, width, Alignment(), chosen).bands
    assert [mark.dim for mark in bands[0].layout.marks] == [True, False, True]


def test_the_key_tells_of_all_of_them(cases: list[Case]) -> None:
    shown = compared(cases)
    assert shown.everything is not None
    assert len(shown.everything.marks) == 6
    items = lay_out_services(shown, left=5, right=900, middle=10, width=width)
    assert [item.text for item in items] == ["GP practice", "A&E"]
    assert items[0].x < items[1].sample.x


def test_nobody_compared_is_an_empty_picture() -> None:
    shown = compared([])
    assert (shown.bands, shown.axis, shown.without, shown.everything) == ((), None, (), None)
    assert lay_out_services(shown, left=5, right=900, middle=10, width=width) == ()
