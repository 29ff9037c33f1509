from collections.abc import Callable
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_kit import FRAME, as_text, width

from journey_viewer.model.case import Case
from journey_viewer.model.people import Person
from journey_viewer.model.words import Outcome, Service, service_name
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.timeline.lay_out import lay_out, lay_out_anonymous
from journey_viewer.timeline.layout import NO_CONTACT, NOT_SUPPLIED, Frame, Geometry, Lane, Mark
from journey_viewer.timeline.looking import HOSPITAL, Alignment, Filter, Lanes, Looking

Golden = Callable[[str, str], None]
MakeCase = Callable[..., Case]
Lines = st.SearchStrategy[list[str]]


def day(text: str) -> float:
    return date.fromisoformat(text).toordinal()


SLACK = 1e-6  # pixels: sums of floats

USUAL = (
    "2024-01-08T09:00 gp; by=Dr Lanyon",
    "2024-01-09 gp did_not_attend; by=Dr Quill",
    "2024-01-10 gp uncertain",
    "2024-02-20 outpatient referral referred",
    "2024-02-27T22:10 ambulance",
    "2024-02-27T23:05 ae",
    "2024-02-28 inpatient stay; until=2024-03-11",
    "2024-03-20 community open_service",
    "2024-03-21 community open_service refused; until=2024-05-02",
    "2024-04-04 community cancelled_by_service",
    "2024-09-01 mental_health unknown",
    "2024-11-30 gp cancelled_by_person",
    "2024-12-30 gp; by=Dr Lanyon",
)
CROWDED = (
    *[f"2024-12-{1 + day // 4:02} gp" for day in range(120)],
    *[f"2024-03-01T{hour:02}:00 ae" for hour in range(9)],
    *[f"2024-0{month}-01 inpatient stay; until=2024-0{month + 2}-15" for month in range(1, 7)],
)


@pytest.mark.parametrize(
    ("name", "lines"), [("usual", USUAL), ("one-contact", ("2024-05-01 gp",)), ("crowded", CROWDED)]
)
def test_a_layout_is_as_it_was(journey: MakeCase, golden: Golden, name: str, lines: tuple[str, ...]) -> None:
    some = frozenset(Service) - {Service.VOLUNTARY, Service.SOCIAL_CARE}
    case = journey(*lines, last="2024-12-31", supplied=some)
    calendar, months = lay_out(case, FRAME, width), lay_out_anonymous(anonymise(case), FRAME, width)
    golden(f"layout-{name}.txt", f"{as_text(calendar)}\n{as_text(months)}")


@pytest.mark.parametrize(
    ("name", "looking"),
    [
        ("close", Looking(first=day("2024-02-19"), last=day("2024-03-18"))),
        ("a-week", Looking(first=day("2024-12-24"), last=day("2024-12-31"))),
        ("folded", Looking(folded=True)),
        ("aligned", Looking(alignment=Alignment(Service.AE))),
        ("aligned-close", Looking(day("2024-02-01"), day("2024-03-10"), alignment=Alignment(Service.AE))),
        (
            "own-lanes",
            Looking(lanes=Lanes().merge(HOSPITAL).move((Service.COMMUNITY,), -9).hide((Service.GP,))),
        ),
        ("filtered", Looking(filter=Filter(outcomes=frozenset({Outcome.ATTENDED})))),
    ],
)
def test_a_layout_that_is_looked_at_otherwise_is_as_it_was(
    journey: MakeCase, golden: Golden, name: str, looking: Looking
) -> None:
    person = Person(died=date(2024, 12, 30))
    case = journey(*USUAL, last="2024-12-31", person=person)
    golden(f"layout-{name}.txt", as_text(lay_out(case, FRAME, width, looking)))


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("2024-05-01 gp",),
        ("2024-05-01 gp", "2024-05-01 ae"),
        ("2024-05-01 gp",) * 200,
        ("1934-05-01 gp", "2024-05-01 gp"),
        ("2024-05-01 inpatient stay; until=2024-04-01",),
        ("2024-05-01 other; named=<b>Police</b>; reason=" + "<img src=x> " * 50,),
        ("2024-05-01 other; named=الشرطة; reason=🩹 سقط",),
    ],
    ids=["none", "one", "two", "one day", "ninety years", "ends first", "markup", "right to left"],
)
@pytest.mark.parametrize("looking", [Looking(), Looking(folded=True), Looking(first=738000, last=738010)])
def test_odd_journeys_are_drawn_sensibly(journey: MakeCase, lines: tuple[str, ...], looking: Looking) -> None:
    case = journey(*lines, first="1934-01-01", last="2024-12-31")
    layout = lay_out(case, FRAME, width, looking)
    rows = [row for mark in layout.marks for row in mark.rows] + [span.row for span in layout.spans]
    assert sorted(rows) == (list(range(len(lines))) if looking.is_whole else [])
    assert all(layout.left <= mark.x <= layout.right for mark in layout.marks)
    assert layout.ticks


def both(case: Case, frame: Frame) -> tuple[Geometry, Geometry]:
    return lay_out(case, frame, width), lay_out_anonymous(anonymise(case), frame, width)


frames = st.sampled_from([FRAME, Frame(700, 330), Frame(1800, 622, 24, 9.5), Frame(1000, 420, 13, 3)])
crowds = st.lists(
    st.builds("2024-{:02}-{:02} {}".format, st.sampled_from([1, 6, 12]), st.integers(26, 30), st.sampled_from(["gp", "ae", "other"])),
    max_size=300,
)  # fmt: skip


def covers(one: Mark, other: Mark) -> bool:
    beside = abs(one.x - other.x) + other.half <= one.half + SLACK
    return beside and abs(one.y - other.y) + other.radius <= one.radius + SLACK


def laps_over(one: Mark, other: Mark) -> bool:
    beside = abs(one.x - other.x) < one.half + other.half - SLACK
    return beside and abs(one.y - other.y) < one.radius + other.radius - SLACK


@given(data=st.data(), frame=frames)
def test_no_mark_hides_another(
    journey: MakeCase, any_journey: Lines, data: st.DataObject, frame: Frame
) -> None:
    case = journey(*data.draw(any_journey | crowds), last="2024-12-31")
    for layout in both(case, frame):
        pairs = list(combinations(layout.marks, 2))
        assert [pair for pair in pairs if covers(*pair) or covers(*reversed(pair))] == []
        assert [pair for pair in pairs if laps_over(*pair)] == []


@pytest.mark.parametrize("before", [1, 4, 7])
@pytest.mark.parametrize("day", [20, 22, 24, 26, 28, 30])
def test_no_pile_at_the_end_hides_what_is_before_it(journey: MakeCase, day: int, before: int) -> None:
    case = journey(*[f"2024-12-{day} gp"] * before, *["2024-12-31 gp"] * 40, last="2024-12-31")
    for layout in both(case, Frame(700, 330)):
        assert [pair for pair in combinations(layout.marks, 2) if laps_over(*pair)] == []
        assert max(mark.x + mark.half for mark in layout.marks) <= layout.right + SLACK


@given(data=st.data(), frame=frames)
def test_every_touchpoint_stands_in_exactly_one_place(
    journey: MakeCase, any_journey: Lines, data: st.DataObject, frame: Frame
) -> None:
    case = journey(*data.draw(any_journey | crowds))
    for layout in both(case, frame):
        places = [row for mark in layout.marks for row in mark.rows] + [span.row for span in layout.spans]
        assert sorted(places) == list(range(len(case.touchpoints)))
        told = {service_name(row.service) for row in case.touchpoints}
        assert {lane.name for lane in layout.lanes if lane.count} == told


@given(data=st.data(), frame=frames)
def test_everything_is_inside_the_plot_and_its_lane(
    journey: MakeCase, any_journey: Lines, data: st.DataObject, frame: Frame
) -> None:
    case = journey(*data.draw(any_journey | crowds), last="2024-12-31")
    for layout in both(case, frame):
        lanes = {lane.service: lane for lane in layout.lanes}
        for mark in layout.marks:
            assert layout.left - SLACK <= mark.x - mark.half <= mark.x + mark.half <= layout.right + SLACK
            assert inside(mark.y - mark.radius, mark.y + mark.radius, lanes[mark.service])
        for span in layout.spans:
            assert layout.left - SLACK <= span.left < span.right <= layout.right + SLACK
            assert inside(span.top, span.top + span.height, lanes[span.service])
        for silence in layout.silences:
            assert layout.left - SLACK <= silence.left < silence.right <= layout.right + SLACK


def inside(top: float, bottom: float, lane: Lane) -> bool:
    return lane.top - SLACK <= top < bottom <= lane.top + lane.height + SLACK


@given(data=st.data(), frame=frames)
def test_lanes_fill_the_plot_from_top_to_bottom_in_their_order(
    journey: MakeCase, any_journey: Lines, data: st.DataObject, frame: Frame
) -> None:
    case = journey(*data.draw(any_journey))
    other = {Service.OTHER} if case.touchpoints.with_service(Service.OTHER).any() else set()
    for layout in both(case, frame):
        assert [lane.service for lane in layout.lanes] == [
            s for s in Service if s is not Service.OTHER or s in other
        ]
        edges = [layout.top, *(lane.top + lane.height for lane in layout.lanes)]
        assert edges[:-1] == pytest.approx([lane.top for lane in layout.lanes])
        assert edges[-1] == pytest.approx(layout.bottom)


def test_an_empty_lane_says_whether_nothing_was_recorded_or_nothing_supplied(journey: MakeCase) -> None:
    case = journey("2024-01-01 gp", "2024-01-02 ambulance", supplied=frozenset({Service.GP, Service.AE}))
    for layout in both(case, FRAME):
        states = {lane.service: lane.state for lane in layout.lanes}
        assert (states[Service.GP], states[Service.AMBULANCE], states[Service.AE]) == ("", "", NO_CONTACT)
        assert states[Service.VOLUNTARY] == NOT_SUPPLIED


def test_day_zero_is_always_said(journey: MakeCase) -> None:
    calendar, months = both(journey("2024-02-29 gp", first="2024-02-29", last="2024-03-31"), FRAME)
    assert calendar.day_zero == "29 Feb 2024 to 31 Mar 2024"
    assert months.day_zero == "month 1: first touchpoint"


@pytest.mark.parametrize("last", ["2024-02-29", "2024-03-01"])
def test_a_window_of_a_day_or_two_can_be_laid_out(journey: MakeCase, last: str) -> None:
    case = journey("2024-02-29 gp", "2024-02-29 inpatient stay", first="2024-02-29", last=last)
    for layout in both(case, FRAME):
        assert (len(layout.marks), len(layout.spans)) == (1, 1)
        assert len(layout.ticks) >= 1


def test_a_long_silence_says_how_long_it_was(journey: MakeCase) -> None:
    calendar, months = both(journey("2024-01-01 gp", "2024-09-01 ae"), FRAME)
    assert [silence.label for silence in calendar.silences] == ["no contact for 243 days"]
    assert [silence.label for silence in months.silences] == ["no contact for 7 months"]


@settings(max_examples=30)
@given(data=st.data())
def test_words_under_the_axis_never_run_into_each_other(
    journey: MakeCase, any_journey: Lines, data: st.DataObject
) -> None:
    for layout in both(journey(*data.draw(any_journey), last="2029-12-31"), Frame(700, 330)):
        told = [(s.middle, width(s.label, layout.frame.text, False) / 2) for s in layout.silences if s.label]
        for (one, half), (other, other_half) in pairwise(told):
            assert one + half < other - other_half


def test_more_room_never_joins_marks_that_stood_apart(journey: MakeCase) -> None:
    case = journey(*CROWDED)
    piles = [len(lay_out(case, Frame(1000, height), width).marks) for height in (300, 420, 900)]
    assert piles == sorted(piles)
