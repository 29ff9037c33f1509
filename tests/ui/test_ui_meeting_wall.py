"""The pages on the wall: readable at the back, nothing cut off, nothing over each other, at every size of display."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from meeting_kit import LONG, TOLD, TYPING, journeys, room
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from journey_viewer.drawing.fonts import text_width
from journey_viewer.model.case import Case
from journey_viewer.theme import THEMES, load_theme
from journey_viewer.ui.meeting.canvas import Canvas, scale_of, width_of
from journey_viewer.ui.meeting.pages import lay_out_picture, lay_out_wall
from journey_viewer.ui.meeting.showing import Card, Showing
from journey_viewer.ui.meeting.steps import Journey
from journey_viewer.ui.meeting.told import Room
from journey_viewer.ui.meeting.wall import BODY, HEIGHT, LEAST, MARGIN, Paper, Wall, Words

SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (1280, 800), (2560, 1080)]
PAGES = {
    "agenda": Showing(),
    "case": Showing(case=0),
    "contact": Showing(case=0, at=3),
    "finding": Showing(case=0, by_findings=True, at=0),
    "close": Showing(case=0, at=3, reach=(1, 3)),
    "keys": Showing(case=0, card=Card.KEYS),
    "decided": Showing(case=0, card=Card.DECIDED),
}


@pytest.fixture(scope="module")
def three(journey: Callable[..., Case], qapp: QApplication) -> list[Journey]:
    return journeys(journey)


def walls(three: Sequence[Journey], size: tuple[int, int], beside: Room) -> Iterator[tuple[str, Wall]]:
    width = width_of(QSize(*size))
    for name, showing in PAGES.items():
        picture = (
            None if showing.case is None else lay_out_picture(three[0], showing.reach, width, text_width)
        )
        yield name, lay_out_wall(three, picture, showing, beside, Paper(width, text_width))


@pytest.mark.parametrize("size", SIZES)
def test_body_text_is_24_points_and_nothing_under_12(three: list[Journey], size: tuple[int, int]) -> None:
    for name, wall in walls(three, size, room(typing=None)):
        for words in (item for item in wall.items if isinstance(item, Words)):
            least = LEAST if words.role == "beside" else BODY
            assert words.size >= least, (name, words.text)
        if wall.picture is not None:
            assert wall.picture.frame.text * 0.92 >= LEAST
        assert scale_of(QSize(*size)) * wall.width <= size[0] + 1
        assert scale_of(QSize(*size)) * HEIGHT <= size[1] + 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("typing", [None, TYPING])
def test_no_words_leave_the_page_or_lie_over_others(
    three: list[Journey], size: tuple[int, int], typing: object
) -> None:
    for name, wall in walls(three, size, room(typing=typing)):
        told = [item for item in wall.items if isinstance(item, Words) and item.text]
        if typing is not None:  # it lies over the lower part: what is under it is covered
            told = told[[item.text for item in told].index(TYPING.prompt) :]
            assert " ".join(item.text for item in told).endswith(TYPING.hint)
        boxes = [(w, w.x, w.y, w.x + text_width(w.text, w.size, w.bold), w.y + w.size) for w in told]
        for words, left, top, right, bottom in boxes:
            assert left >= MARGIN - 1, (name, words)
            assert top >= 0, (name, words)
            assert right <= wall.width - MARGIN + 4, (name, words)
            assert bottom <= HEIGHT, (name, words)
        for one, other in combinations(boxes, 2):
            apart = one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2]
            assert apart, (name, one[0].text, other[0].text)


def test_words_that_have_no_room_are_said_to_be_more(three: list[Journey]) -> None:
    case = dict(walls(three, (1920, 1080), room()))["case"]
    assert "and 2 more: D" in [item.text for item in case.items if isinstance(item, Words)]


@pytest.mark.parametrize("size", SIZES)
def test_of_a_long_action_who_leads_and_by_when_stays(three: list[Journey], size: tuple[int, int]) -> None:
    told = replace(TOLD, actions=(f"{LONG} {LONG} — Lead GP, by 14 Apr 2027",))
    case = dict(walls(three, size, room(decided=(told,) * 3)))["case"]
    assert "… — Lead GP, by 14 Apr 2027" in " ".join(case.words)


def test_a_step_marks_its_contact_on_the_picture(three: list[Journey]) -> None:
    told = dict(walls(three, (1920, 1080), room()))
    assert [mark.service.value for mark in told["contact"].marked] == ["ae"]
    assert not told["case"].marked
    assert len(told["finding"].marked) >= 2


def test_a_blank_wall_says_nothing_at_all(three: list[Journey]) -> None:
    blank = lay_out_wall(three, None, Showing(case=0, blank=True), room(), Paper(1920, text_width))
    assert list(blank.words) == []


def test_what_is_typed_lies_over_the_lower_part_alone(three: list[Journey]) -> None:
    case = dict(walls(three, (1920, 1080), room(typing=TYPING)))["case"]
    assert case.picture is not None
    prompt = next(item for item in case.items if isinstance(item, Words) and item.text == TYPING.prompt)
    assert prompt.y > HEIGHT * 0.45


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_is_painted_in_its_own_colours(three: list[Journey], name: str) -> None:
    theme, size = load_theme(name), QSize(1280, 720)
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Canvas(theme).paint(painter, dict(walls(three, (1280, 720), room()))["case"], size, 1.0)
    painter.end()
    assert image.pixelColor(2, 2).name().upper() == theme.colours["ground"]
    assert image.pixelColor(60, 700).name().upper() == theme.colours["page"]
