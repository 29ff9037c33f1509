"""The pages on the wall: readable at the back, nothing cut off, nothing over each other, at every size of display."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, product
from math import hypot

import pytest
from meeting_kit import LONG, TOLD, TYPING, programme, room
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from journey_viewer.drawing.fonts import text_width
from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.privacy.anonymous_pack import AnonymousPattern
from journey_viewer.theme import THEMES, load_theme
from journey_viewer.ui.meeting.canvas import Canvas, scale_of, width_of
from journey_viewer.ui.meeting.pages import lay_out_picture, lay_out_wall
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.showing import Card, Showing
from journey_viewer.ui.meeting.steps import Journey
from journey_viewer.ui.meeting.told import Room, Told
from journey_viewer.ui.meeting.wall import BODY, HEIGHT, LEAST, MARGIN, Dot, Paper, Wall, Words

SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (1280, 800), (2560, 1080)]
PAGES = {
    "agenda": Showing(),
    "case": Showing(case=0),
    "contact": Showing(case=0, at=3),
    "finding": Showing(case=0, by_findings=True, at=0),
    "close": Showing(case=0, at=3, reach=(1, 3)),
    "keys": Showing(case=0, card=Card.KEYS),
    "decided": Showing(case=0, card=Card.DECIDED),
    "marks": Showing(case=0, card=Card.MARKS),
    "common": Showing(in_common=True),
    "pattern": Showing(in_common=True, at=0),
}


@pytest.fixture(scope="module")
def three(journey: Callable[..., Case], qapp: QApplication) -> Programme:
    return programme(journey)


def walls(three: Programme, size: tuple[int, int], beside: Room) -> Iterator[tuple[str, Wall]]:
    width = width_of(QSize(*size))
    for name, showing in PAGES.items():
        picture = (
            None
            if showing.case is None
            else lay_out_picture(three.journeys[0], showing.reach, width, text_width)
        )
        yield name, lay_out_wall(three, picture, showing, beside, Paper(width, text_width))


@pytest.mark.parametrize("size", SIZES)
def test_body_text_is_24_points_and_nothing_under_12(three: Programme, size: tuple[int, int]) -> None:
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
    three: Programme, size: tuple[int, int], typing: object
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


def test_words_that_have_no_room_are_said_to_be_more(three: Programme) -> None:
    case = dict(walls(three, (1920, 1080), room()))["case"]
    assert "and 2 more: D" in [item.text for item in case.items if isinstance(item, Words)]


@pytest.mark.parametrize("size", SIZES)
def test_of_a_long_action_who_leads_and_by_when_stays(three: Programme, size: tuple[int, int]) -> None:
    told = replace(TOLD, actions=(f"{LONG} {LONG} — Lead GP, by 14 Apr 2027",))
    case = dict(walls(three, size, room(decided=(told,) * 3)))["case"]
    assert "… — Lead GP, by 14 Apr 2027" in " ".join(case.words)


def test_a_step_marks_its_contact_on_the_picture(three: Programme) -> None:
    told = dict(walls(three, (1920, 1080), room()))
    assert [mark.service.value for mark in told["contact"].marked] == ["ae"]
    assert not told["case"].marked
    assert len(told["finding"].marked) >= 2


def test_a_blank_wall_says_nothing_at_all(three: Programme) -> None:
    blank = lay_out_wall(three, None, Showing(case=0, blank=True), room(), Paper(1920, text_width))
    assert list(blank.words) == []


def test_what_is_typed_lies_over_the_lower_part_alone(three: Programme) -> None:
    case = dict(walls(three, (1920, 1080), room(typing=TYPING)))["case"]
    assert case.picture is not None
    prompt = next(item for item in case.items if isinstance(item, Words) and item.text == TYPING.prompt)
    assert prompt.y > HEIGHT * 0.45


def test_the_keys_are_told_in_full_words_on_every_display(three: Programme) -> None:
    for size in SIZES:
        assert not [text for text in dict(walls(three, size, room()))["keys"].words if "…" in text]


def test_a_case_is_said_in_one_sentence_what_somebody_wrote_before_what_was_found(three: Programme) -> None:
    (journey, *_), paper = three.journeys, Paper(1920, text_width)
    picture = lay_out_picture(journey, None, 1920, text_width)
    for wrote, said in (("", "All 3 refusals"), ("Passed on", "Passed on")):
        case = replace(journey.case, headline=wrote, strongest="All 3 refusals")
        alone = Programme((Journey(case),))
        assert list(lay_out_wall(alone, picture, Showing(case=0), room(), paper).words)[3] == said


def test_the_key_says_what_stands_on_the_picture_and_nothing_else(three: Programme) -> None:
    told = list(dict(walls(three, (1920, 1080), room()))["marks"].words)
    assert {"attended", "did not attend", "refused or closed", "stay or open service"} <= set(told)
    assert "cancelled by the person" not in told


COMMON = AnonymousPattern(
    "A&E within 7 days of a GP contact",
    "An A&E visit that came soon. The same day counts.",
    "A&E visits",
    (4, 0, None),
    "1 of 2, cannot be told of 1",
    services=(Service.GP, Service.AE),
)


def test_a_pattern_is_told_in_plain_words_with_its_number_its_cases_and_what_was_agreed(
    three: Programme,
) -> None:
    told = Told(ideas=("A call the next day",), actions=("1 One list of who to ring",))
    wall = lay_out_wall(
        Programme(three.journeys, (COMMON,)),
        *(None, Showing(in_common=True, at=0), room(agreed=(told,)), Paper(1920, text_width)),
    )
    said = list(wall.words)
    for words in (
        *(
            COMMON.name,
            "1 of 2",
            "cannot be told of 1",
            COMMON.definition,
            "pattern 1 of 1",
        ),
        *("GP practice", "A&E", "Case A: 4", "Case A: not found", "Case A: cannot be told"),
        *("A call the next day", "1 One list of who to ring"),
    ):
        assert any(words in text for text in said), words
    dots = [item for item in wall.items if isinstance(item, Dot)]
    assert [dot.shows for dot in dots] == [True, False, None]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("cases", [3, 10, 40])
def test_every_case_stands_on_the_page_beside_the_others(
    three: Programme, size: tuple[int, int], cases: int
) -> None:
    common = replace(COMMON, cells=((1, 0, None, 12) * 10)[:cases])
    many = Programme((three.journeys * 14)[:cases], (common,) * 20)
    paper = Paper(width_of(QSize(*size)), text_width)
    for at in (None, 19):
        wall = lay_out_wall(many, None, Showing(in_common=True, at=at), room(), paper)
        words = [item for item in wall.items if isinstance(item, Words) and item.text]
        dots = [item for item in wall.items if isinstance(item, Dot)]
        assert at is None or len(dots) == cases
        for dot in dots:
            assert dot.x - dot.radius >= MARGIN - 1
            assert dot.x + dot.radius <= paper.width - MARGIN + 1
        for one, other in combinations(dots, 2):
            assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
        for dot, line in product(dots, words):
            right, bottom = line.x + text_width(line.text, line.size, line.bold), line.y + line.size
            apart = dot.x + dot.radius <= line.x or right <= dot.x - dot.radius
            assert apart or dot.y + dot.radius <= line.y + 8 or bottom <= dot.y - dot.radius, line.text


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_is_painted_in_its_own_colours(three: Programme, name: str) -> None:
    theme, size = load_theme(name), QSize(1280, 720)
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Canvas(theme).paint(painter, dict(walls(three, (1280, 720), room()))["case"], size, 1.0)
    painter.end()
    assert image.pixelColor(2, 2).name().upper() == theme.colours["ground"]
    assert image.pixelColor(60, 700).name().upper() == theme.colours["page"]
