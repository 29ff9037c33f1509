import io
import re
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_templates import ON_THE_MASTER, PLANTED, Change, logo, packed, retyped, template
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from journey_viewer.errors import (
    JourneyError,
    TemplateHasMacros,
    TemplatePicture,
    TemplateProtected,
    TemplateTooLarge,
    TemplateUnreadable,
)
from journey_viewer.export.deck import write_deck
from journey_viewer.export.own_template import clean_template
from journey_viewer.export.pixels import NotPixels, pixels_only
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page

MADE_ON = date(2026, 4, 1)
MASTER = "ppt/slideMasters/slideMaster1.xml"
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


@pytest.fixture
def written(page: Page, theme: Theme) -> Callable[..., Any]:
    """One page on a template, opened as another program would."""

    def write(content: bytes) -> Any:
        return Presentation(io.BytesIO(write_deck([page], theme, MADE_ON, template=content)))

    return write


@pytest.fixture(scope="module")
def usual() -> bytes:
    return template()


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _replaced(part: str, old: bytes, new: bytes) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, 1)

    return change


def _with(part: str, content: bytes) -> Change:
    return lambda parts: parts.update({part: content})


def _without(part: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        del parts[part]

    return change


def test_size_masters_layouts_and_what_is_seen_on_them_are_the_templates(
    written: Callable[..., Any], usual: bytes
) -> None:
    deck, own = written(usual), Presentation(io.BytesIO(usual))
    assert (deck.slide_width, deck.slide_height) == (own.slide_width, own.slide_height)
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in own.slide_layouts]
    assert ON_THE_MASTER in [
        shape.text_frame.text for shape in deck.slide_master.shapes if shape.has_text_frame
    ]


def test_only_our_slides_are_in_it_on_the_layout_of_titles_alone(
    written: Callable[..., Any], usual: bytes
) -> None:
    (slide,) = written(usual).slides
    assert slide.slide_layout.name == "Title Only"
    assert slide.shapes.title.text == "Case C: 13 touchpoints"
    assert [each.name for each in slide.placeholders] == ["Title"]


def test_nothing_tells_of_who_made_the_template(page: Page, theme: Theme, usual: bytes) -> None:
    assert sum(PLANTED.encode() in part for part in _parts(usual).values()) > 8
    parts = _parts(write_deck([page], theme, MADE_ON, template=usual))
    told = {
        name for name, part in parts.items() if PLANTED.lower() in (name + part.decode("latin-1")).lower()
    }
    assert told == set()


def test_no_link_leads_out_of_it(page: Page, theme: Theme, usual: bytes) -> None:
    parts = _parts(write_deck([page], theme, MADE_ON, template=usual))
    assert b"External" in b"".join(_parts(usual).values())
    assert not [name for name, part in parts.items() if b"External" in part or b"<a:hlinkClick" in part]


def test_only_parts_that_we_know_are_in_it(page: Page, theme: Theme, usual: bytes) -> None:
    parts = _parts(write_deck([page], theme, MADE_ON, template=usual))
    folders = {name.rpartition("/")[0] for name in parts if not name.endswith(".rels")}
    assert folders == {
        "",
        "docProps",
        "ppt",
        "ppt/media",
        *(f"ppt/{kind}" for kind in ("slides", "slideLayouts", "slideMasters", "theme")),
        *(f"ppt/{kind}" for kind in ("notesMasters", "notesSlides")),
    }
    assert {name for name in parts if name.startswith(("docProps", "ppt/media"))} == {
        "docProps/app.xml",
        "docProps/core.xml",
        "ppt/media/image1.png",
        "ppt/media/image2.jpeg",
    }


def test_every_property_is_ours_and_the_only_date_too(written: Callable[..., Any], usual: bytes) -> None:
    told = written(usual).core_properties
    assert (told.title, told.author, told.last_modified_by) == (
        "Journeys, anonymised",
        "Journey Viewer",
        "Journey Viewer",
    )
    assert told.created == told.modified == datetime(2026, 4, 1)


def test_a_picture_that_lies_elsewhere_is_left_out_and_one_that_is_there_stays(
    written: Callable[..., Any], usual: bytes
) -> None:
    deck = written(usual)
    own = next(layout for layout in deck.slide_layouts if layout.name == "Our own layout")
    assert [shape.name for shape in own.shapes].count("Logo") == 1
    assert [shape.name for shape in deck.slide_master.shapes].count("Logo") == 1


def test_a_picture_that_is_something_else_is_left_out(written: Callable[..., Any]) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts[MASTER] = re.sub(rb'r:embed="[^"]*"', b'r:embed="rId99"', parts[MASTER])  # a sound

    deck = written(template(change=change))
    assert "Logo" not in [shape.name for shape in deck.slide_master.shapes]


def test_other_placeholders_of_the_layout_are_not_left_empty(written: Callable[..., Any]) -> None:
    def change(parts: dict[str, bytes]) -> None:
        for other in re.findall(rb"<p:sldLayoutId [^>]*/>", parts[MASTER])[1:]:
            parts[MASTER] = parts[MASTER].replace(other, b"")

    (slide,) = written(template(change=change)).slides
    assert "Subtitle 2" in [shape.name for shape in slide.slide_layout.placeholders]
    assert [each.name for each in slide.placeholders] == ["Title"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_of_a_picture_only_its_pixels_stay(kind: str) -> None:
    before = logo(kind)
    after = pixels_only(before)
    assert PLANTED.encode() in before
    assert PLANTED.encode() not in after
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert old.tobytes() == new.tobytes()
    assert pixels_only(after) == after


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.7, 0.99])
def test_a_picture_that_was_cut_short_is_none(kind: str, share: float) -> None:
    content = logo(kind)
    with pytest.raises(NotPixels):
        pixels_only(content[: int(len(content) * share)])


def test_what_stands_behind_a_picture_goes() -> None:
    for kind in ("PNG", "JPEG"):
        assert pixels_only(logo(kind) + PLANTED.encode()) == pixels_only(logo(kind))


@pytest.mark.parametrize("kind", ["template", "slideshow"])
def test_a_potx_and_a_show_will_do_and_become_a_presentation(written: Callable[..., Any], kind: str) -> None:
    deck = written(template(change=retyped(kind)))
    assert deck.part.content_type.endswith("presentation.main+xml")


@pytest.mark.parametrize("inches", [(13.333, 7.5), (10, 7.5), (7.5, 13.333), (33.1, 46.8), (2, 1.5)])
def test_everything_lies_on_the_slide_whatever_its_size(
    written: Callable[..., Any], inches: tuple[float, float]
) -> None:
    deck = written(template(inches=inches))
    for shape in deck.slides[0].shapes:
        assert shape.left >= 0, shape.name
        assert shape.left + shape.width <= deck.slide_width + 1, shape.name
        assert shape.top + shape.height <= deck.slide_height + 1, shape.name


def test_letters_and_lines_grow_and_shrink_with_the_page(written: Callable[..., Any], usual: bytes) -> None:
    (slide,) = written(usual).slides
    subtitle = next(shape for shape in slide.shapes if shape.name == "Subtitle")
    swimlane = next(shape for shape in slide.shapes if shape.name.startswith("Swimlane"))
    factor = swimlane.width / (1800 * 6350)
    assert 0.7 < factor < 0.9
    assert subtitle.text_frame.paragraphs[0].runs[0].font.size.pt == pytest.approx(14 * factor, abs=0.01)
    axis = swimlane._element.xpath('.//p:sp[p:nvSpPr/p:cNvPr[@name="Axis"]]/p:spPr/a:ln/@w')
    assert int(axis[0]) == pytest.approx(1.2 * 6350 * factor, abs=1)


def test_the_page_begins_below_the_templates_own_title(written: Callable[..., Any], usual: bytes) -> None:
    (slide,) = written(usual).slides
    title, *others = slide.shapes
    assert min(shape.top for shape in others) >= title.top + title.height
    assert not title._element.xpath("p:spPr/a:xfrm")


def test_a_title_that_is_too_long_for_its_place_has_smaller_letters(
    page: Page, theme: Theme, usual: bytes
) -> None:
    long = replace(page.lines[0], text="Case C: many touchpoints " * 8)
    pages = [replace(page, lines=(long, *page.lines[1:]))]
    deck = Presentation(io.BytesIO(write_deck(pages, theme, MADE_ON, template=usual)))
    (run,) = deck.slides[0].shapes.title.text_frame.paragraphs[0].runs
    assert run.font.size.pt < 30


def _first_page(page: Page) -> Page:
    title = replace(page.lines[0], text="Riverside PCN deep dive, spring 2026", y=190, size=88)
    counted = replace(page.lines[1], text="3 cases", y=330)
    return replace(page, kind="title", lines=(title, counted), swimlane=None, key=())


def test_a_first_page_has_its_title_where_the_template_has_it(page: Page, theme: Theme, usual: bytes) -> None:
    content = write_deck([_first_page(page)], theme, MADE_ON, template=usual)
    title, counted = next(iter(Presentation(io.BytesIO(content)).slides)).shapes
    assert not title._element.xpath("p:spPr/a:xfrm")
    assert 0 <= counted.top - (title.top + title.height) < Inches(0.2)


def test_where_that_has_no_room_it_leaves_some_for_letters_wider_than_ours(page: Page, theme: Theme) -> None:
    low = _replaced(MASTER, b'<a:off x="609600" y="274638"/>', b'<a:off x="609600" y="3274638"/>')
    own = template(inches=(40 / 3, 7.5), change=low)
    (slide,) = Presentation(io.BytesIO(write_deck([_first_page(page)], theme, MADE_ON, template=own))).slides
    assert slide.shapes.title.top == Inches(190 / 144)
    assert 30 < slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt < 40


@pytest.mark.parametrize("dark", [True, False])
def test_a_dark_ground_has_a_light_one_of_ours_before_it(written: Callable[..., Any], dark: bool) -> None:
    names = [shape.name for shape in written(template(dark=dark)).slides[0].shapes]
    assert (names[0] == "Ground behind the page") is dark
    assert names.count("Title") == 1


@pytest.mark.parametrize(("across", "needed"), [(640_000, False), (9_000_000, True)])
def test_so_has_a_template_that_paints_much_where_the_page_is(
    written: Callable[..., Any], across: int, needed: bool
) -> None:
    painted = _replaced(
        MASTER, b'<a:ext cx="640000" cy="320000"/>', f'<a:ext cx="{across}" cy="4000000"/>'.encode()
    )
    names = [shape.name for shape in written(template(change=painted)).slides[0].shapes]
    assert ("Ground behind the page" in names) is needed


def test_a_layout_without_a_title_has_it_as_text(page: Page, theme: Theme, usual: bytes) -> None:
    parts = _parts(usual)
    for name in [name for name in parts if name.startswith("ppt/slideLayouts/slideLayout")]:
        parts[name] = re.sub(rb'<p:ph type="(?:ctrT|t)itle"[^>]*/>', b"", parts[name])
    (slide,) = Presentation(io.BytesIO(write_deck([page], theme, MADE_ON, template=packed(parts)))).slides
    assert slide.shapes.title is None
    assert [shape.text_frame.text for shape in slide.shapes if shape.name == "Title"] == [page.lines[0].text]


def test_the_same_template_gives_the_same_bytes(page: Page, theme: Theme, usual: bytes) -> None:
    first = write_deck([page], theme, MADE_ON, template=usual)
    assert first == write_deck([page], theme, MADE_ON, template=usual)


def test_a_cleaned_template_is_clean(usual: bytes) -> None:
    clean = clean_template(usual)
    assert clean_template(clean) == clean


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", TemplateUnreadable),
        (b"a letter", TemplateUnreadable),
        (b"%PDF-1.7", TemplateUnreadable),
        (b"PK\x05\x06" + bytes(18), TemplateUnreadable),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), TemplateUnreadable),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            TemplateProtected,
        ),
        (packed({"word/document.xml": b"<x/>"}), TemplateUnreadable),
        (
            packed({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>"}),
            TemplateUnreadable,
        ),
        (b"PK\x03\x04" + b"PK\x01\x02" * 20_000, TemplateTooLarge),
    ],
)
def test_what_is_no_presentation_is_refused_with_a_sentence(
    content: bytes, refusal: type[JourneyError]
) -> None:
    with pytest.raises(refusal) as told:
        clean_template(content)
    assert told.value.what.endswith(".")
    assert told.value.do.endswith(".")


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (retyped("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"), TemplateHasMacros),
        (retyped("application/vnd.ms-powerpoint.template.macroEnabled.main+xml"), TemplateHasMacros),
        (_with("ppt/vbaProject.bin", b"macros"), TemplateHasMacros),
        (
            retyped("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
            TemplateUnreadable,
        ),
        (_replaced(MASTER, b"<p:sldMaster", BOMB + b"<p:sldMaster"), TemplateUnreadable),
        (
            _with(
                MASTER, ('<?xml version="1.0" encoding="utf-16"?>' + BOMB.decode() + "<x/>").encode("utf-16")
            ),
            TemplateUnreadable,
        ),
        (_with(MASTER, b"<a>" * 100_000), TemplateUnreadable),
        (_with(MASTER, b" " * 31_000_000 + b"<a/>"), TemplateTooLarge),
        (_with(MASTER, b"<a>" + b"<a/>" * 1_000_000 + b"</a>"), TemplateTooLarge),
        (_with("ppt/slideLayouts/slideLayout1.xml", b"no markup"), TemplateUnreadable),
        (_with("ppt/theme/theme1.xml", b"<x/>"), TemplateUnreadable),
        (_with("ppt/media/image1.png", logo("GIF")), TemplatePicture),
        (
            _with("ppt/media/image1.png", b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", 2**31, b"IDAT")),
            TemplatePicture,
        ),
        (_without(MASTER), TemplateUnreadable),
        (_without("ppt/_rels/presentation.xml.rels"), TemplateUnreadable),
        (_without("ppt/theme/theme1.xml"), TemplateUnreadable),
        (_replaced("ppt/presentation.xml", b'cx="', b'cx="9'), TemplateUnreadable),
        (_replaced("ppt/presentation.xml", b'cx="', b'cx="x'), TemplateUnreadable),
        (
            _replaced(
                "ppt/presentation.xml",
                b"schemas.openxmlformats.org/presentationml/2006",
                b"purl.oclc.org/ooxml/presentationml",
            ),
            TemplateUnreadable,
        ),
    ],
)
def test_a_template_that_was_tampered_with_is_refused(change: Change, refusal: type[JourneyError]) -> None:
    with pytest.raises(refusal):
        clean_template(template(change=change))


@pytest.mark.parametrize(
    "change",
    [
        _replaced(MASTER, b'<a:ext cx="640000"', b'<a:ext cx="1e9"'),
        _replaced(MASTER, b'<p:ph type="title"', b'<p:ph type="nothing"'),
        _replaced(MASTER, b'algn="ctr"', b'algn=""'),
        _replaced(MASTER, b"<a:lvl1pPr", b"<a:nothing"),
    ],
)
def test_what_is_well_formed_and_makes_no_sense_is_used_or_refused(
    page: Page, theme: Theme, change: Change
) -> None:
    def closed(parts: dict[str, bytes]) -> None:
        change(parts)
        parts[MASTER] = re.sub(rb"(<a:nothing.*?)</a:lvl1pPr>", rb"\1</a:nothing>", parts[MASTER], flags=re.S)

    try:
        deck = write_deck([page], theme, MADE_ON, template=template(change=closed))
    except JourneyError:
        return
    assert len(Presentation(io.BytesIO(deck)).slides) == 1


def test_a_part_that_unpacks_to_more_than_it_says_is_refused(usual: bytes) -> None:
    size = len(_parts(usual)[MASTER])
    lying = usual.replace(struct.pack("<I", size), struct.pack("<I", size // 2))
    with pytest.raises(TemplateUnreadable):
        clean_template(lying)


def test_other_ways_of_packing_and_names_twice_are_refused(usual: bytes) -> None:
    for method, names in ((ZIP_BZIP2, [MASTER]), (ZIP_DEFLATED, [MASTER, MASTER.upper()])):
        content = io.BytesIO(usual)
        with ZipFile(content, "a", method) as archive:
            for name in names:
                archive.writestr(f"x{name}", b"<x/>" * 100)
        with pytest.raises(TemplateUnreadable):
            clean_template(content.getvalue())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_damaged_or_cut_off_a_template_is_used_or_refused_with_a_sentence(
    usual: bytes, page: Page, theme: Theme, data: st.DataObject
) -> None:
    content = bytearray(usual[: data.draw(st.integers(0, len(usual)) | st.just(len(usual)))])
    for _ in range(data.draw(st.integers(0, 5)) if content else 0):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(JourneyError):
        write_deck([page], theme, MADE_ON, template=bytes(content))


def test_a_slide_on_a_template_is_written_as_it_was(
    page: Page, theme: Theme, usual: bytes, golden: Callable[[str, str], None]
) -> None:
    parts = _parts(write_deck([page], theme, MADE_ON, template=template(inches=(10, 7.5))))
    tree = etree.fromstring(parts["ppt/slides/slide1.xml"])
    etree.indent(tree)
    golden("deck-slide-on-a-template.xml", etree.tostring(tree, encoding="unicode"))
