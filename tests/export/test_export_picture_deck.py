import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from invented_templates import PLANTED, logo, template
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from journey_viewer.export.deck import write_deck
from journey_viewer.export.pixels import NotPixels
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page

MADE_ON = date(2026, 4, 1)


@pytest.fixture
def content(page: Page, theme: Theme) -> bytes:
    return write_deck([page], theme, MADE_ON, pictures=lambda _: logo("PNG"))


def _slide(content: bytes) -> Any:
    (slide,) = Presentation(io.BytesIO(content)).slides
    return slide


def test_a_page_is_one_picture_over_the_whole_slide_and_a_real_title(content: bytes, page: Page) -> None:
    title, picture = _slide(content).shapes
    assert title.is_placeholder
    assert title.text_frame.text == page.lines[0].text
    assert picture.shape_type is MSO_SHAPE_TYPE.PICTURE
    assert (picture.left, picture.top, picture.width, picture.height) == (0, 0, 12_192_000, 6_858_000)


def test_the_picture_is_described_and_the_notes_say_the_rest(content: bytes, page: Page) -> None:
    slide = _slide(content)
    assert slide.shapes[1].name == "Picture of Case C"
    assert slide.shapes[1].element.nvPicPr.cNvPr.get("descr") == page.described
    assert slide.notes_slide.notes_text_frame.text == page.notes


def test_the_picture_holds_pixels_and_no_words(content: bytes) -> None:
    with ZipFile(io.BytesIO(content)) as archive:
        (name,) = [name for name in archive.namelist() if name.startswith("ppt/media/")]
        kept = archive.read(name)
    assert PLANTED.encode() in logo("PNG")
    assert PLANTED.encode() not in kept
    with Image.open(io.BytesIO(kept)) as new, Image.open(io.BytesIO(logo("PNG"))) as old:
        assert new.tobytes() == old.tobytes()


def test_each_page_has_its_own_picture(page: Page, theme: Theme) -> None:
    drawn = {"Case C": logo("PNG"), "Case D": logo("JPEG")}
    pages = [page, replace(page, label="Case D")]
    deck = Presentation(
        io.BytesIO(write_deck(pages, theme, MADE_ON, pictures=lambda page: drawn[page.label]))
    )
    assert [slide.shapes[1].image.content_type for slide in deck.slides] == ["image/png", "image/jpeg"]


@pytest.mark.parametrize(("inches", "top"), [((13.333, 7.5), 0.0), ((10, 7.5), 0.9375)])
def test_on_a_template_it_lies_in_the_middle_with_its_title_behind_it(
    page: Page, theme: Theme, inches: tuple[float, float], top: float
) -> None:
    own = template(inches=inches)
    slide = _slide(write_deck([page], theme, MADE_ON, pictures=lambda _: logo("PNG"), template=own))
    title, picture = slide.shapes
    assert title.is_placeholder
    assert picture.top / 914_400 == pytest.approx(top, abs=0.001)
    assert picture.top <= title.top
    assert title.top + title.height <= picture.top + picture.height
    assert title.left + title.width <= picture.left + picture.width


def test_what_is_no_picture_goes_into_no_deck(page: Page, theme: Theme) -> None:
    with pytest.raises(NotPixels):
        write_deck([page], theme, MADE_ON, pictures=lambda _: b"GIF89a")


def test_the_same_pictures_give_the_same_bytes(content: bytes, page: Page, theme: Theme) -> None:
    assert content == write_deck([page], theme, MADE_ON, pictures=lambda _: logo("PNG"))


def test_a_slide_with_a_picture_is_written_as_it_was(
    content: bytes, golden: Callable[[str, str], None]
) -> None:
    with ZipFile(io.BytesIO(content)) as archive:
        tree = etree.fromstring(archive.read("ppt/slides/slide1.xml"))
    etree.indent(tree)
    golden("deck-picture-slide.xml", etree.tostring(tree, encoding="unicode"))
