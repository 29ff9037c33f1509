"""A strength, a concern and anything else are told apart without any colour."""

from itertools import combinations

import pytest
from picture_kit import differing
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from journey_viewer.drawing.note_marks import paint_flag
from journey_viewer.model.notes import Tone
from journey_viewer.theme import Theme, load_theme
from journey_viewer.timeline.layout import Flag

pytestmark = pytest.mark.usefixtures("qapp")


def one_colour() -> Theme:
    theme = load_theme()
    ink = dict.fromkeys(theme.colours, "#000000") | {"ground": "#FFFFFF"}
    return Theme(ink, theme.sizes, theme.services)


def drawn(tone: Tone, *, vanished: bool = False) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_flag(painter, Flag(14, 28, 11.4, tone, (1,), vanished), one_colour())
    painter.end()
    return image


@pytest.mark.parametrize(("one", "other"), list(combinations(Tone, 2)))
def test_what_sort_of_note_it_is_is_a_shape(one: Tone, other: Tone) -> None:
    assert differing(drawn(one), drawn(other), by=120) >= 40


@pytest.mark.parametrize("tone", Tone)
def test_a_contact_that_vanished_is_another_shape(tone: Tone) -> None:
    assert differing(drawn(tone), drawn(tone, vanished=True), by=60) >= 10
