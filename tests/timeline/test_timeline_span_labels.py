"""How long stays, services and waits last, in words on the picture."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.model.notes import Tone
from journey_viewer.model.people import Person
from journey_viewer.model.words import Outcome, Service
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Flag, Frame, Label, Layout
from journey_viewer.timeline.looking import Alignment, Filter, Looking
from journey_viewer.timeline.span_labels import readable_labels, span_words

MakeCase = Callable[..., Case]
Lines = st.SearchStrategy[list[str]]
SLACK = 1e-6


def texts(layout: Layout) -> list[str]:
    return [label.text for label in layout.labels]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2024-03-01 inpatient stay; until=2024-04-02", ("32 nights",)),
        ("2024-03-01 inpatient stay; until=2024-03-02", ("1 night",)),
        ("2024-03-01 community open_service; until=2024-03-11", ("open 10 days", "10 days")),
        (
            "2024-03-01 community open_service",
            ("open since March 2024", "since March 2024", "since Mar 2024"),
        ),
        (
            "2024-03-01 inpatient stay",
            ("there since March 2024", "since March 2024", "since Mar 2024"),
        ),
        ("2024-03-01 community referral referred; until=2024-04-11", ("waited 41 days", "41 days")),
        ("2024-03-01 community referral refused; until=2024-04-11", ("41 days",)),
    ],
)
def test_a_span_says_how_long_it_lasted(journey: MakeCase, line: str, words: tuple[str, ...]) -> None:
    assert span_words(journey(line), 0, dated=True) == words


def test_counted_from_a_day_0_nothing_is_told_in_months(journey: MakeCase) -> None:
    case = journey("2024-03-01 ae", "2024-03-02 community open_service", last="2024-12-31")
    layout = lay_out(case, FRAME, width, Looking(alignment=Alignment(Service.AE)))
    assert texts(layout) == ["still open"]


def test_nothing_is_still_open_for_somebody_who_died(journey: MakeCase) -> None:
    case = journey(
        "2024-03-01 community open_service", last="2024-12-31", person=Person(died=date(2024, 9, 1))
    )
    assert texts(lay_out(case, FRAME, width)) == ["no end recorded"]


def test_words_stand_in_the_part_that_is_seen(journey: MakeCase) -> None:
    case = journey("2024-01-02 community open_service; until=2024-12-20", last="2024-12-31")
    june = Looking(first=date(2024, 6, 1).toordinal(), last=date(2024, 7, 1).toordinal())
    layout = lay_out(case, FRAME, width, june)
    assert texts(layout) == ["open 353 days"]
    assert layout.left < layout.labels[0].left < layout.left + 20


def test_a_short_stay_has_its_words_beside_it(journey: MakeCase) -> None:
    layout = lay_out(journey("2024-06-01 inpatient stay; until=2024-06-04", last="2024-12-31"), FRAME, width)
    assert texts(layout) == ["3 nights"]
    assert layout.labels[0].left > layout.spans[0].right


def test_where_there_is_no_room_nothing_is_said(journey: MakeCase) -> None:
    contacts = [f"2024-{month:02}-{day:02} community" for month in range(1, 13) for day in range(1, 28, 2)]
    case = journey("2024-01-01 community open_service", *contacts, last="2024-12-31")
    assert texts(lay_out(case, Frame(700, 330), width)) == []


def test_what_the_filter_does_not_find_has_no_words(journey: MakeCase) -> None:
    case = journey("2024-03-01 inpatient stay; until=2024-04-02", last="2024-12-31")
    missed = Looking(filter=Filter(outcomes=frozenset({Outcome.DID_NOT_ATTEND})))
    assert texts(lay_out(case, FRAME, width, missed)) == []


def test_a_note_that_stands_on_words_hides_all_of_them(journey: MakeCase) -> None:
    layout = lay_out(journey("2024-03-01 inpatient stay; until=2024-09-02", last="2024-12-31"), FRAME, width)
    label = layout.labels[0]
    flag = Flag(label.left + 3, label.middle + 3, 10, Tone.CONCERN, (1,), vanished=False)
    assert readable_labels(layout) == layout.labels
    assert readable_labels(replace(layout, flags=(flag,))) == ()


Box = tuple[float, float, float, float]


def box_of(label: Label) -> Box:
    half = label.size / 2
    return label.left, label.left + label.width, label.middle - half, label.middle + half


def lap(one: Box, other: Box) -> bool:
    across = one[0] < other[1] - SLACK and other[0] < one[1] - SLACK
    return across and one[2] < other[3] - SLACK and other[2] < one[3] - SLACK


@settings(max_examples=60)
@given(data=st.data(), frame=st.sampled_from([FRAME, Frame(700, 330), Frame(1800, 900, 15, 9)]))
def test_no_words_stand_on_a_mark_or_on_other_words_or_across_an_edge(
    journey: MakeCase, any_journey: Lines, data: st.DataObject, frame: Frame
) -> None:
    layout = lay_out(journey(*data.draw(any_journey), last="2024-12-31"), frame, width)
    labels = [box_of(label) for label in layout.labels]
    marks = [(m.x - m.half, m.x + m.half, m.y - m.radius, m.y + m.radius) for m in layout.marks]
    spans = [(s.left, s.right, s.top, s.top + s.height) for s in layout.spans]
    assert [pair for pair in combinations(labels, 2) if lap(*pair)] == []
    for label in labels:
        assert not any(lap(label, mark) for mark in marks)
        under = [span for span in spans if lap(label, span)]
        assert len(under) <= 1
        for left, right, top, bottom in under:
            assert left <= label[0] < label[1] <= right
            assert top <= label[2] < label[3] <= bottom
        assert layout.left <= label[0] < label[1] <= layout.right + SLACK
        assert layout.top <= label[2] < label[3] <= layout.bottom
