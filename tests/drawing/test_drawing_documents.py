"""SVG and PDF: the same bytes every time, words that can be read and searched, and nothing but what is drawn."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from invented_pages import usual_page
from pack_kit import case, pack
from picture_kit import check_golden, pixels
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from journey_viewer.drawing.fonts import FAMILY, page_text_width, text_width
from journey_viewer.drawing.picture import (
    drawing_application,
    handout_pdf,
    page_image,
    page_png,
    page_svg,
    pages_pdf,
)
from journey_viewer.privacy.pdf_texts import read_pdf
from journey_viewer.theme import load_theme
from journey_viewer.timeline.handout import lay_out_handout
from journey_viewer.timeline.page import Page, lay_out_page
from journey_viewer.timeline.pages import lay_out_pack

pytestmark = pytest.mark.usefixtures("qapp")
THEME = load_theme()
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "title", "desc", "defs", "mask", "pattern", "g", "rect", "path", "circle", "ellipse", "line", "polyline", "polygon", "text"}  # fmt: skip


def pages() -> tuple[Page, ...]:
    drawing_application()
    return lay_out_pack(pack(), page_text_width)


def hostile() -> Page:
    words = '<script>alert(1)</script> <a href="http://x"> & \x0b“often” → ≥ ﬁve'
    drawing_application()
    return lay_out_page(case(headline=words, about=words, seen=(words,), different=(words,)), page_text_width)


@pytest.mark.parametrize(("name", "place"), [("page-reading", 1), ("page-written", 2), ("page-actions", 4)])
def test_a_page_of_a_pack_is_drawn_as_somebody_looked_at_it(
    name: str, place: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    actual = page_image(pages()[place], THEME, width=960)
    check_golden(name, actual, tmp_path, update=request.config.getoption("--update-golden"))


def test_a_sheet_of_the_handout_is_drawn_as_somebody_looked_at_it(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    actual = page_image(lay_out_handout(pack(), text_width)[1], THEME, width=595)
    check_golden("handout-case", actual, tmp_path, update=request.config.getoption("--update-golden"))


def test_a_transparent_picture_has_no_ground_and_the_same_marks() -> None:
    clear = QImage.fromData(page_png(pages()[2], THEME, 960, transparent=True))
    assert clear.hasAlphaChannel()
    assert clear.pixelColor(4, 300).alpha() == 0
    on_white = QImage(clear.size(), QImage.Format.Format_RGB32)
    on_white.fill(Qt.GlobalColor.white)
    painter = QPainter(on_white)
    painter.drawImage(0, 0, clear)
    painter.end()
    solid = page_image(pages()[2], THEME, 960)
    assert abs(pixels(on_white) - pixels(solid)).max() <= 4
    assert not QImage.fromData(page_png(pages()[2], THEME, 960)).hasAlphaChannel()


@pytest.mark.parametrize("page", [*range(5), -1])
@pytest.mark.parametrize("outlined", [False, True])
def test_an_svg_is_plain_shapes_and_words(page: int, outlined: bool) -> None:
    shown = hostile() if page < 0 else pages()[page]
    root = ET.fromstring(page_svg(shown, THEME, outlined=outlined))  # noqa: S314 (our own)
    elements = list(root.iter())
    assert {element.tag.removeprefix(SVG) for element in elements} <= DRAWN
    assert not [
        name for element in elements for name in element.attrib if "href" in name or name.startswith("on")
    ]
    assert bool(root.findall(f".//{SVG}text")) is not outlined
    assert root.get("viewBox") == "0 0 1920 1080"
    assert root.findtext(f"{SVG}desc") == shown.described


def test_the_words_of_an_svg_are_text_in_our_font_or_one_like_it() -> None:
    shown = hostile()
    root = ET.fromstring(page_svg(shown, THEME))  # noqa: S314 (our own)
    texts = root.findall(f".//{SVG}text")
    assert {line.text for line in shown.lines} <= {text.text for text in texts}
    families = {text.get("font-family") for text in texts}
    assert families == {f"{FAMILY}, 'Source Sans 3', Arial, Helvetica, sans-serif"}


def test_an_outlined_svg_looks_like_the_picture() -> None:
    page = pages()[2]
    drawn = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    QSvgRenderer(page_svg(page, THEME, outlined=True)).render(painter)
    painter.end()
    difference = abs(pixels(drawn) - pixels(page_image(page, THEME))).max(axis=-1)
    assert (difference > 128).mean() < 0.004


def test_an_outlined_svg_is_the_same_whatever_was_drawn_before_it() -> None:
    page = pages()[2]
    alone = page_svg(page, THEME, outlined=True)
    page_image(page, THEME)
    page_image(usual_page(), THEME)
    assert page_svg(page, THEME, outlined=True) == alone


def test_the_words_of_a_pdf_can_be_searched() -> None:
    shown = [*pages(), hostile()]
    read = read_pdf(pages_pdf(shown, THEME))
    for page, text in zip(shown, read.texts, strict=False):
        assert [line.text for line in page.lines if line.text not in text] == []
        assert [word for word in _drawn_words(page) if word not in text] == []


def _drawn_words(page: Page) -> list[str]:
    words = [item.text for item in page.key]
    if page.swimlane:
        words += [lane.name for lane in page.swimlane.lanes]
        words += [tick.label for tick in page.swimlane.ticks]
        words += [band.label for band in page.swimlane.bands]
    if page.table:
        words += [line for row in page.table.rows for lines in row.cells for line in lines]
    return words


def test_a_pdf_is_read_from_its_title_on() -> None:
    first = read_pdf(pages_pdf(pages()[2:3], THEME)).texts[0].splitlines()[0]
    assert first == pages()[2].lines[0].text


def test_the_handout_holds_every_month_of_every_case_and_the_actions() -> None:
    text = " ".join(" ".join(read_pdf(handout_pdf(pack(), THEME)).texts).split())
    for each in pack().cases:
        for touchpoint in each.touchpoints:
            months = f"Months {touchpoint.month}–" if each.step > 1 else f"Month {touchpoint.month} "
            assert months in text
    assert "for “tired”" in text
    assert all(action.what in text for action in pack().actions)


@pytest.mark.parametrize("made", [lambda: pages_pdf(pages(), THEME), lambda: handout_pdf(pack(), THEME)])
def test_a_pdf_says_nothing_of_who_made_it_and_when(made: Callable[[], bytes]) -> None:
    content = made()
    assert (
        re.findall(rb"D:\d{8}|20\d\d-\d\d-\d\d|/Annot|/JavaScript|/URI", content) == []
        or b"/Annots" in content
    )
    read = read_pdf(content)
    told = " ".join([*read.texts, *(xml.decode() for xml in read.xml)])
    assert re.findall(r"/(?:home|root|tmp|usr|work)/|localhost", told) == []
    assert b"Journeys, anonymised" in read.xml[0]
    assert read.attached == ()


def test_slides_and_sheets_have_their_sizes() -> None:
    def sizes(content: bytes) -> set[bytes]:
        return set(re.findall(rb"/MediaBox \[0 0 ([\d.]+ [\d.]+)\]", content))

    assert sizes(pages_pdf(pages(), THEME)) == {b"960.000000 540.000000"}
    (sheet,) = sizes(handout_pdf(pack(), THEME))
    assert [round(float(side)) for side in sheet.split()] == [595, 842]


_AGAIN = """
import hashlib
from pack_kit import pack
from journey_viewer.drawing.fonts import page_text_width
from journey_viewer.drawing.picture import drawing_application, handout_pdf, page_svg, pages_pdf
from journey_viewer.theme import load_theme
from journey_viewer.timeline.pages import lay_out_pack
drawing_application()
pages = lay_out_pack(pack(), page_text_width)
made = [pages_pdf(pages, load_theme()), handout_pdf(pack(), load_theme()), page_svg(pages[2], load_theme())]
print(*(hashlib.sha256(each).hexdigest() for each in made))
"""


def test_another_run_of_the_program_writes_the_same_bytes() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", _AGAIN], capture_output=True, text=True, check=True, env=_env(seed)
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def _env(seed: str) -> dict[str, str]:
    path = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    return os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": seed}
