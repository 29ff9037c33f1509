"""Pages as pictures: the same every time, at both sizes, and nothing in them but pixels."""

from collections.abc import Callable
from pathlib import Path

import pytest
from invented_pages import crowded_page, page_of, point, single_page, usual_page
from picture_kit import check_golden, chunks, pixels
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from journey_viewer.drawing.picture import page_image, page_png
from journey_viewer.model.words import Service
from journey_viewer.theme import load_theme
from journey_viewer.timeline.page import Page

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("name", "page"),
    [("page-usual", usual_page), ("page-crowded", crowded_page), ("page-single", single_page)],
)
def test_a_page_is_drawn_as_somebody_looked_at_it(
    name: str, page: Callable[[], Page], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    actual = page_image(page(), load_theme(), width=960)
    check_golden(name, actual, tmp_path, update=request.config.getoption("--update-golden"))


def test_the_same_page_drawn_twice_is_the_same_file() -> None:
    assert page_png(usual_page(), load_theme()) == page_png(usual_page(), load_theme())


def test_a_picture_is_the_same_whatever_was_drawn_before_it() -> None:
    large = page_png(usual_page(), load_theme(), 3840)
    for width in (1440, 1500, 1640, 1920, 2600):
        page_image(single_page(), load_theme(), width)
        assert page_png(usual_page(), load_theme(), 3840) == large


@pytest.mark.parametrize("width", [1920, 3840])
def test_a_picture_is_16_to_9_and_as_wide_as_asked_for(width: int) -> None:
    image = QImage.fromData(page_png(single_page(), load_theme(), width))
    assert (image.width(), image.height()) == (width, width * 9 // 16)


def test_both_sizes_of_a_picture_are_as_large_on_paper() -> None:
    small, large = (QImage.fromData(page_png(single_page(), load_theme(), width)) for width in (1920, 3840))
    assert large.dotsPerMeterX() / small.dotsPerMeterX() == pytest.approx(2, rel=0.001)


def test_the_large_picture_shows_the_same_as_the_small_one() -> None:
    small, large = (page_image(usual_page(), load_theme(), width) for width in (1920, 3840))
    shrunk = large.scaled(
        small.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    difference = abs(pixels(shrunk) - pixels(small))
    assert difference.mean() < 1
    assert (difference.max(axis=-1) > 96).mean() < 0.002


def test_a_picture_holds_pixels_and_no_word_of_how_it_was_made() -> None:
    assert set(chunks(page_png(usual_page(), load_theme()))) == {"IHDR", "pHYs", "IDAT", "IEND"}


def test_a_page_begins_at_the_same_place_whatever_else_is_on_it() -> None:
    one = page_image(page_of(point(0.5, Service.AE), told="One"), load_theme())
    other = page_image(page_of(point(0.5, Service.AE), told="Another"), load_theme())
    assert (pixels(one)[:800] == pixels(other)[:800]).all()
    assert (pixels(one)[800:] != pixels(other)[800:]).any()
