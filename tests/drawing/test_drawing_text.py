"""Whatever a list says is drawn as it stands there: no markup, and nothing is loaded."""

from pathlib import Path

import pytest
from invented_pages import page_of, point
from picture_kit import pixels
from PySide6.QtGui import QColor, QFontInfo, QImage

from journey_viewer.drawing.fonts import FAMILY, font, page_text_width, text_width
from journey_viewer.drawing.icon import application_icon
from journey_viewer.drawing.picture import page_image
from journey_viewer.model.words import Service
from journey_viewer.theme import load_theme

pytestmark = pytest.mark.usefixtures("qapp")


def saying(words: str) -> QImage:
    return page_image(page_of(point(0.5, Service.AE), told=words), load_theme())


def ink(image: QImage) -> int:
    """How many pixels of the lower half are dark."""
    return int((pixels(image)[800:].max(axis=-1) < 128).sum())


def test_markup_is_drawn_letter_by_letter() -> None:
    assert ink(saying("<b>bold</b>")) > ink(saying("bbboldb"))


def test_an_image_that_a_text_names_is_not_loaded(tmp_path: Path) -> None:
    magenta = QImage(64, 64, QImage.Format.Format_RGB32)
    magenta.fill(QColor("#FF00FF"))
    assert magenta.save(str(tmp_path / "a.png"))
    shown = pixels(saying(f"<img src='{tmp_path}/a.png'>"))
    assert not (shown == (255, 0, 255)).all(axis=-1).any()
    assert ink(saying(f"<img src='{tmp_path}/a.png'>")) > ink(saying("img"))


def test_the_font_is_our_own() -> None:
    assert QFontInfo(font(13)).family() == FAMILY


def test_text_is_wider_in_bold_and_on_a_page_that_others_may_open() -> None:
    assert text_width("journey", 13, True) > text_width("journey", 13, False)
    assert page_text_width("journey", 13, False) > text_width("journey", 13, False)


def test_the_sign_of_the_program_has_three_lanes_on_a_clear_ground() -> None:
    icon = application_icon(load_theme())
    assert icon.pixelColor(0, 0).alpha() == 0
    colours = {icon.pixelColor(x, y).name() for x in range(256) for y in (72, 128, 184)}
    theme = load_theme()
    assert {theme.services[lane].colour.lower() for lane in ("gp", "ae", "mental_health")} <= colours
