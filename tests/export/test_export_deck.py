import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx.util import Inches, Pt

from journey_viewer.export.deck import write_deck
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page

MADE_ON = date(2026, 4, 1)
Open = Callable[..., Any]


def _lanes(slide: Any) -> dict[str, list[str]]:
    """The groups inside the swimlane, each with the names of its shapes."""
    swimlane = next(shape for shape in slide.shapes if shape.name.startswith("Swimlane"))
    return {group.name: [shape.name for shape in group.shapes] for group in swimlane.shapes}


def _find(slide: Any, name: str) -> Any:
    """The first shape of this name, however deep in groups it lies."""
    found = slide._element.xpath(f'.//p:sp[p:nvSpPr/p:cNvPr[@name="{name}"]]')
    assert found, name
    return found[0]


def _with_line(page: Page, role: str, text: str) -> Page:
    return replace(page, lines=tuple(replace(x, text=text) if x.role == role else x for x in page.lines))


def test_every_page_is_a_wide_slide_with_its_title(opened: Open, page: Page) -> None:
    deck = opened(page, _with_line(page, "title", "Case D: 1 touchpoint"))
    assert (deck.slide_width, deck.slide_height) == (12_192_000, Inches(7.5))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == ["Case C: 13 touchpoints", "Case D: 1 touchpoint"]


def test_a_deck_without_pages_still_opens(opened: Open) -> None:
    assert len(opened().slides) == 0


def test_slides_are_read_aloud_from_the_title_to_the_footer(opened: Open, page: Page) -> None:
    names = [shape.name for shape in opened(page).slides[0].shapes]
    reading = ["Title", "Subtitle", "Swimlane of Case C", "Key", "Heading", "Points", "Footer rule", "Footer"]
    assert names == reading


def test_text_begins_where_the_page_says_and_is_as_large(opened: Open, page: Page) -> None:
    subtitle = opened(page).slides[0].shapes[1]
    assert (subtitle.left, subtitle.top) == (Inches(60 / 144), Inches(90 / 144))
    assert subtitle.text_frame.paragraphs[0].runs[0].font.size == Pt(14)
    assert subtitle.text_frame.word_wrap is False


def test_a_wrapped_point_is_one_paragraph_in_its_own_lines(opened: Open, page: Page) -> None:
    points = next(shape for shape in opened(page).slides[0].shapes if shape.name == "Points")
    texts = [paragraph.text for paragraph in points.text_frame.paragraphs]
    assert texts == ["All A&E visits came after\va contact with the GP practice", "3 stays"]


def test_a_title_stands_where_the_page_says_because_the_master_does(opened: Open, page: Page) -> None:
    title = opened(page).slides[0].shapes.title
    assert (title.left, title.top) == (Inches(60 / 144), Inches(30 / 144))
    assert not title._element.xpath("p:spPr/*|.//a:rPr/*")


def test_no_placeholder_is_left_empty(opened: Open, page: Page) -> None:
    deck = opened(page)
    slide = deck.slides[0]
    assert [one.name for one in slide.placeholders] == ["Title"]
    assert [one.placeholder_format.type.name for one in slide.notes_slide.placeholders] == [
        "SLIDE_IMAGE",
        "BODY",
    ]


def test_everything_that_the_masters_hold_lies_on_the_page(opened: Open) -> None:
    deck = opened()
    for master, width in ((deck.slide_master, deck.slide_width), (deck.notes_master, 6_858_000)):
        for shape in master.shapes:
            assert (shape.left + shape.width <= width, shape.name) == (True, shape.name)
    picture = next(iter(deck.notes_master.placeholders))
    assert picture.width * 9 == picture.height * 16


def test_there_is_one_group_a_lane(opened: Open, page: Page) -> None:
    names = list(_lanes(opened(page).slides[0]))
    assert names == ["Ground", "Months", *(lane.name for lane in page.drawn.lanes)]


def test_every_mark_and_span_is_one_named_shape(opened: Open, page: Page) -> None:
    lanes = _lanes(opened(page).slides[0])
    assert [name for name in lanes["GP practice"] if name.startswith("GP practice ")] == [
        "GP practice 1, attended",
        "GP practice 2, did not attend",
        "GP practice 3, cancelled by the person",
        "GP practice 4, outcome not known",
        "GP practice 5, 3 close together",
        "GP practice 6, refused or closed",
    ]
    assert [name for name in lanes["Hospital stay"] if "service" in name] == [
        f"Hospital stay, stay or open service {number}" for number in (1, 2, 3)
    ]


def test_there_are_as_many_marks_as_in_the_layout(opened: Open, page: Page) -> None:
    lanes = _lanes(opened(page).slides[0])
    names = [name for lane in page.drawn.lanes for name in lanes[lane.name]]
    numbered = {name.split(",")[0] for name in names if re.search(r" \d+, ", name)}
    assert len(numbered) == len(page.drawn.marks)


def test_an_uncertain_date_has_a_dashed_ring(opened: Open, page: Page) -> None:
    ring = _find(opened(page).slides[0], "A&E 1, date uncertain")
    assert ring.xpath("p:spPr/a:ln/a:prstDash/@val") == ["sysDash"]


@pytest.mark.parametrize(
    ("name", "geometry"),
    [
        ("GP practice 1, attended", "ellipse"),
        ("GP practice 5, 3 close together", "roundRect"),
        ("Hospital stay, stay or open service 1", "roundRect"),
    ],
)
def test_marks_and_spans_are_shapes_that_powerpoint_knows(
    opened: Open, page: Page, name: str, geometry: str
) -> None:
    assert _find(opened(page).slides[0], name).xpath("p:spPr/a:prstGeom/@prst") == [geometry]


def test_a_stay_that_goes_on_is_one_shape_with_its_right_end_open(opened: Open, page: Page) -> None:
    span = _find(opened(page).slides[0], "Hospital stay, stay or open service 3")
    ground, edges = span.xpath("p:spPr/a:custGeom/a:pathLst/a:path")
    assert (ground.get("stroke"), len(ground.xpath("a:close"))) == ("0", 1)
    assert (edges.get("fill"), len(edges.xpath("a:close"))) == ("none", 0)
    assert edges.xpath("a:moveTo/a:pt/@x|a:lnTo/a:pt/@x") == ["1000", "0", "0", "1000"]


def test_a_cancelled_contact_is_one_shape_with_the_line_through_it(opened: Open, page: Page) -> None:
    mark = _find(opened(page).slides[0], "A&E 2, cancelled by the service")
    outline, strike = mark.xpath("p:spPr/a:custGeom/a:pathLst/a:path")
    assert len(outline.xpath("a:lnTo")) == 3  # the other corners of a diamond
    assert strike.get("fill") == "none"


def test_only_a_lane_without_a_list_is_hatched(opened: Open, page: Page) -> None:
    lanes = _lanes(opened(page).slides[0])
    assert "Voluntary sector, not supplied" in lanes["Voluntary sector"]
    behind = "Outpatients, behind the words"
    assert lanes["Outpatients"] == ["Outpatients, colour", "Outpatients", behind, "no contact recorded"]


def test_the_picture_is_described_and_the_notes_say_the_rest(opened: Open, page: Page) -> None:
    slide = opened(page).slides[0]
    described = {shape.name: shape._element.xpath("./*/p:cNvPr/@descr") for shape in slide.shapes}
    assert described["Swimlane of Case C"] == [page.described]
    notes = slide.notes_slide.notes_text_frame
    assert notes.text == page.notes
    assert {run.font.size for paragraph in notes.paragraphs for run in paragraph.runs} == {Pt(12)}


def test_every_property_is_ours(opened: Open, page: Page) -> None:
    told = opened(page).core_properties
    assert (told.title, told.author, told.last_modified_by) == (
        "Journeys, anonymised",
        "Journey Viewer",
        "Journey Viewer",
    )
    assert told.created == told.modified == datetime(2026, 4, 1)
    assert (told.revision, told.language) == (1, "en-GB")
    assert all([told.subject, told.keywords, told.comments, told.category])


def test_no_part_is_a_leftover_of_another_program(parts: dict[str, bytes]) -> None:
    assert sorted(name for name in parts if not name.endswith(".rels")) == [
        "[Content_Types].xml",
        "docProps/app.xml",
        "docProps/core.xml",
        "ppt/notesMasters/notesMaster1.xml",
        "ppt/notesSlides/notesSlide1.xml",
        "ppt/presProps.xml",
        "ppt/presentation.xml",
        "ppt/slideLayouts/slideLayout6.xml",
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/slides/slide1.xml",
        "ppt/tableStyles.xml",
        "ppt/theme/theme1.xml",
        "ppt/theme/theme2.xml",
    ]


@pytest.mark.parametrize(
    "leftover",
    [
        "python",
        "canny",
        "office theme",
        "macintosh",
        "calibri",
        "thumbnail",
        "printersettings",
        "en-us",
        "4x3",
    ],
)
def test_no_part_tells_of_the_template(parts: dict[str, bytes], leftover: str) -> None:
    assert not [name for name, content in parts.items() if leftover in content.decode().lower()]


def test_the_only_date_is_when_it_was_made(parts: dict[str, bytes]) -> None:
    dated = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d|\b\d{1,2}/\d{1,2}/\d\d|datetime")
    found = {(name, day) for name, content in parts.items() for day in dated.findall(content.decode())}
    assert found == {("docProps/core.xml", "2026-04-01")}


def test_the_presentation_names_its_notes_master(parts: dict[str, bytes]) -> None:
    told = etree.fromstring(parts["ppt/presentation.xml"])
    names = [etree.QName(each).localname for each in told]
    assert names[:4] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz"]


def test_every_part_is_well_formed(parts: dict[str, bytes]) -> None:
    assert all(etree.fromstring(content) is not None for content in parts.values())


def test_every_shape_of_a_slide_has_its_own_number(parts: dict[str, bytes]) -> None:
    shapes = etree.fromstring(parts["ppt/slides/slide1.xml"]).iter("{*}cNvPr")
    numbers = [shape.get("id") for shape in shapes]
    assert len(numbers) == len(set(numbers)) > 50


def test_the_same_pages_give_the_same_bytes(page: Page, theme: Theme) -> None:
    first = write_deck([page, page], theme, MADE_ON)
    assert first == write_deck([page, page], theme, MADE_ON)
    with ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", ['<b>&"quoted"\'', "é → ≥ 😀", "a\x00b\x0bc\rd"])
def test_text_stays_text(opened: Open, page: Page, text: str) -> None:
    hostile = replace(_with_line(page, "title", text), described=text, notes=text, label=text)
    slide = opened(hostile).slides[0]
    kept = re.sub("[\x00\x0b\r]", "", text)
    assert slide.shapes.title.text == kept
    assert slide.notes_slide.notes_text_frame.text == kept
    assert slide.shapes[2].name == f"Swimlane of {kept}"


def test_a_small_slide_is_written_as_it_was(
    parts: dict[str, bytes], golden: Callable[[str, str], None]
) -> None:
    tree = etree.fromstring(parts["ppt/slides/slide1.xml"])
    etree.indent(tree)
    golden("deck-slide.xml", etree.tostring(tree, encoding="unicode"))
