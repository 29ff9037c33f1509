from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_kit import width

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.timeline.page import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Page, lay_out_page

MakeCase = Callable[..., Case]
Lines = st.SearchStrategy[list[str]]
EVERYTHING = [f"2024-{month:02}-01 {service}" for month in range(1, 13) for service in Service] * 50


def wide(text: str, size: float, bold: bool) -> float:
    """As wide as our own words are in the widest font that a page may be shown in."""
    return width(text, size, bold) * 1.07


def page_of(case: Case) -> Page:
    return lay_out_page(anonymise(case), wide)


def check_inside(page: Page) -> None:
    for line in page.lines:
        room = (
            PAGE_WIDTH / 2
            if line.role in ("bullet", "more") and line.x < PAGE_WIDTH / 2
            else PAGE_WIDTH - MARGIN
        )
        assert line.x >= MARGIN
        assert line.x + wide(line.text, line.size, line.bold) <= room, line
        assert 0 <= line.y < line.y + line.size <= PAGE_HEIGHT
    assert page.left + page.drawn.frame.width <= PAGE_WIDTH - MARGIN
    assert [
        item for item in page.key if item.x + wide(item.text, item.size, False) > PAGE_WIDTH - MARGIN
    ] == []


@given(data=st.data())
def test_every_line_is_inside_the_page_and_its_room(
    journey: MakeCase, any_journey: Lines, data: st.DataObject
) -> None:
    check_inside(page_of(journey(*data.draw(any_journey))))


@pytest.mark.parametrize("supplied", [frozenset(), frozenset(Service)])
@pytest.mark.parametrize("lines", [[], ["2024-01-01 urgent_111"], EVERYTHING])
def test_the_emptiest_and_the_fullest_page_are_inside_their_room(
    journey: MakeCase, lines: list[str], supplied: frozenset[Service]
) -> None:
    check_inside(page_of(journey(*lines, supplied=supplied)))


@given(data=st.data())
def test_lines_do_not_stand_on_each_other(journey: MakeCase, any_journey: Lines, data: st.DataObject) -> None:
    lines = page_of(journey(*data.draw(any_journey))).lines
    for column in {line.x for line in lines}:
        tops = sorted((line.y, line.size) for line in lines if line.x == column)
        assert all(y + size <= below for (y, size), (below, _) in pairwise(tops))


def test_everything_on_the_page_and_every_touchpoint_is_in_the_notes(journey: MakeCase) -> None:
    page = page_of(
        journey("2024-01-01 gp; by=Dr A", "2024-01-02 ae refused uncertain", "2024-03-01 inpatient stay")
    )
    for line in page.lines:
        assert line.text in page.notes.replace("\n• ", "\n") or line.role == "more"
    assert "Month 1: GP practice (GP 1); A&E (refused or closed, date uncertain)." in page.notes
    assert "Month 3: Hospital stay (still open)." in page.notes


def test_the_picture_is_described_in_one_sentence_and_a_count(journey: MakeCase) -> None:
    assert page_of(journey("2024-01-01 gp", "2024-01-02 gp", "2024-02-01 ae")).described == (
        "Swimlane of Case A: 3 touchpoints with 2 services in two years. In numbers: 3 touchpoints with 2 services"
        " in two years; 2 GP practice contacts; 1 A&E attendance."
        " Touchpoints by service: GP practice 2, A&E 1. Every touchpoint is in the notes."
    )


def test_facts_give_way_before_marks_must_share_a_place(journey: MakeCase) -> None:
    busy = [service for service in Service if service is not Service.OTHER]
    days = [
        f"{year}-{month:02}-{day:02} {service}"
        for year in (2024, 2025)
        for month in range(1, 13)
        for day in (1, 2, 3)
        for service in busy
    ]
    crowded, few = anonymise(journey(*days)), anonymise(journey("2024-01-01 gp", "2024-03-01 ae"))
    facts = tuple(f"A fact, number {number}" for number in range(8))
    crowded_facts, few_facts = (
        sum(line.text.startswith("A fact") for line in lay_out_page(replace(case, seen=facts), wide).lines)
        for case in (crowded, few)
    )
    assert 4 <= crowded_facts < few_facts


def test_what_was_written_keeps_its_place_however_crowded_the_lanes_are(journey: MakeCase) -> None:
    case = replace(anonymise(journey(*EVERYTHING)), different=tuple(f"Line {number}" for number in range(6)))
    lines = [line.text for line in lay_out_page(case, wide).lines]
    assert [text for text in lines if text.startswith("Line ")] == list(case.different)
