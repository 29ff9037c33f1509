"""The pages of a pack that are no case's, and what only some cases have."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pack_kit import HEADLINES, written
from pptx.util import Inches, Pt

from journey_viewer.timeline.layout import NoteBand
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import Badge, Page, lay_out_page
from journey_viewer.timeline.table import Column, Row, Table

Open = Callable[..., Any]
_TABLE = Table(
    columns=(Column("Case", 69, 150), Column("What", 277, 700), Column("Due", 1100, 750)),
    rows=(
        Row(171, 51, (("Case A",), ("Agree on one GP",), ("31 May 2026",))),
        Row(222, 84, (("All cases",), ("Ask the ambulance service", "for a list"), ("no day set",))),
    ),
    top=120,
    size=24,
    pitch=33,
)


@pytest.fixture
def slide(opened: Open) -> Callable[[Page], Any]:
    def open_slide(page: Page) -> Any:
        (only,) = opened(page).slides
        return only

    return open_slide


def _shape(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name)


def _bare(page: Page, *lines: Line) -> Page:
    return replace(page, lines=lines, swimlane=None, key=())


def _title(text: str, y: float = 30, size: float = 44) -> Line:
    return Line("title", text, 60, y, size, bold=True, colour="ink")


def test_a_table_is_a_table_with_its_headings(slide: Callable[[Page], Any], page: Page) -> None:
    frame = _shape(slide(replace(_bare(page, _title("What was agreed")), table=_TABLE)), "Table")
    assert frame.has_table
    cells = [[cell.text for cell in row.cells] for row in frame.table.rows]
    assert cells == [
        ["Case", "What", "Due"],
        ["Case A", "Agree on one GP", "31 May 2026"],
        ["All cases", "Ask the ambulance service for a list", "no day set"],
    ]
    assert frame.table.first_row


def test_a_table_stands_where_the_page_says_and_is_described(
    slide: Callable[[Page], Any], page: Page
) -> None:
    drawn = replace(_bare(page, _title("What was agreed")), table=_TABLE, described="Table of 2 actions.")
    frame = _shape(slide(drawn), "Table")
    assert (frame.left, frame.top, frame.width) == (Inches(60 / 144), Inches(120 / 144), Inches(1799 / 144))
    assert sum(column.width for column in frame.table.columns) == frame.width
    assert frame._element.xpath("p:nvGraphicFramePr/p:cNvPr/@descr") == ["Table of 2 actions."]


def test_a_band_of_notes_is_a_group_of_its_own_with_its_words(
    slide: Callable[[Page], Any], page: Page
) -> None:
    bands = (NoteBand(400, 500, 450, 590, "Crisis"), NoteBand(700, 900, 650, 620, "Note 2", (2,), leader=800))
    swimlane = _shape(slide(replace(page, swimlane=replace(page.drawn, bands=bands))), "Swimlane of Case C")
    (notes,) = [group for group in swimlane.shapes if group.name == "Notes"]
    assert [shape.name for shape in notes.shapes] == [
        "Band 1",
        "Band 1, begins",
        "Band 1, ends",
        "Crisis",
        "Band 2",
        "Band 2, begins",
        "Band 2, ends",
        "Band 2, line to its words",
        "Note 2",
    ]


def test_a_band_without_room_for_words_is_a_band_all_the_same(
    slide: Callable[[Page], Any], page: Page
) -> None:
    bands = (NoteBand(400, 500, 450, 590, ""),)
    swimlane = _shape(slide(replace(page, swimlane=replace(page.drawn, bands=bands))), "Swimlane of Case C")
    notes = next(group for group in swimlane.shapes if group.name == "Notes")
    assert len(notes.shapes) == 3


def test_without_notes_there_is_no_group_of_them(slide: Callable[[Page], Any], page: Page) -> None:
    assert "Notes" not in [group.name for group in _shape(slide(page), "Swimlane of Case C").shapes]


def test_numbers_stand_on_the_picture_as_one_group(slide: Callable[[Page], Any], page: Page) -> None:
    numbers = _shape(
        slide(replace(page, badges=(Badge(400, 300, 15, "1"), Badge(500, 320, 15, "2")))), "Numbers"
    )
    assert [(shape.name, shape.text_frame.text) for shape in numbers.shapes] == [
        ("Number 1", "1"),
        ("Number 2", "2"),
    ]


def test_running_text_is_one_box_a_paragraph(slide: Callable[[Page], Any], page: Page) -> None:
    lines = [
        Line("text", text, x, y, 24, bold=False, colour="ink")
        for text, x, y in (("One", 60, 700), ("goes on", 60, 733), ("Two", 60, 771), ("Three", 960, 771))
    ]
    drawn = slide(_bare(page, _title("How to read"), *lines))
    assert [shape.text_frame.text for shape in drawn.shapes if shape.name == "Text"] == [
        "One\vgoes on",
        "Two",
        "Three",
    ]


def test_what_a_list_has_no_room_for_is_said_in_its_own_colour(
    slide: Callable[[Page], Any], page: Page
) -> None:
    lines = (
        Line("bullet", "3 stays", 90, 848, 24, bold=False, colour="ink"),
        Line(
            "bullet",
            "and 2 more in the slide’s notes and the handout",
            90,
            882,
            24,
            bold=False,
            colour="quiet",
        ),
    )
    points = _shape(slide(_bare(page, _title("Case C"), *lines)), "Points")
    first, last = (paragraph.runs[0].font.color.rgb for paragraph in points.text_frame.paragraphs)
    assert first != last


def test_a_title_of_two_lines_has_its_own_place_and_size(slide: Callable[[Page], Any], page: Page) -> None:
    drawn = slide(_bare(page, _title("Three doors,", 30, 36), _title("one question", 75, 36)))
    title = drawn.shapes.title
    assert title.text_frame.text == "Three doors, one question"
    assert title.text_frame.paragraphs[0].runs[0].font.size == Pt(18)
    assert title.height == Inches((45 + 36 * 1.3) / 144)


def test_the_title_of_a_first_page_stands_in_its_midst(slide: Callable[[Page], Any], page: Page) -> None:
    drawn = slide(replace(_bare(page, _title("Deep dive", 190, 88)), kind="title"))
    assert drawn.shapes.title.top == Inches(190 / 144)
    assert drawn.shapes.title.text_frame.paragraphs[0].runs[0].font.size == Pt(44)


def _width(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.55 if bold else 0.5)


def test_headline_numbers_and_what_rules_found_are_shapes_of_their_own(slide: Callable[[Page], Any]) -> None:
    shown = slide(lay_out_page(written(), _width))
    values = [shape.text_frame.text for shape in shown.shapes if shape.name == "Value"]
    assert values == [each.value for each in HEADLINES]
    labels = [shape.text_frame.text.replace("\v", " ") for shape in shown.shapes if shape.name == "Label"]
    assert labels == [each.label for each in HEADLINES]
    swimlane = _shape(shown, "Swimlane of Case A")
    inside = {shape.name: shape for shape in swimlane.shapes}
    assert next(shape.name for shape in inside["Found by rules"].shapes) == "Found 1"
    assert [shape.text_frame.text for shape in inside["Found by rules"].shapes][-1] == "Crisis cluster"
    assert [shape.name for shape in inside["Links found by rules"].shapes] == ["Link 1"]
    assert "29% of 21 GP practice contacts" in swimlane._element.nvGrpSpPr.cNvPr.get("descr")
