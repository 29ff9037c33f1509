import pytest
from invented import BARNABY, CLINICIANS, OTTILIE, contact, session_on, stay
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journey_viewer.drawing.fonts import text_width
from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.theme import load_theme
from journey_viewer.timeline.layout import Layout, Mark
from journey_viewer.timeline.nearest import mark_of
from journey_viewer.ui.deep_dive.swimlane import Swimlane

Key = Qt.Key
# Ottilie's journey: GP, GP, A&E, a stay, mental health, other
FIRST, LAST, STAY = 0, 5, 3


def case_of(person: int = OTTILIE) -> Case:
    return session_on().case(person)


@pytest.fixture
def swimlane(qtbot: QtBot) -> Swimlane:
    made = Swimlane(load_theme())
    qtbot.addWidget(made)
    made.resize(900, 480)
    made.show_case(case_of(), None, names_shown=False)
    with qtbot.waitExposed(made):
        made.show()
    return made


def picture(swimlane: Swimlane) -> Layout:
    assert swimlane.picture is not None
    return swimlane.picture


def mark(swimlane: Swimlane, row: int) -> Mark:
    found = mark_of(picture(swimlane), row)
    assert found is not None
    return found


def middle(swimlane: Swimlane, row: int) -> QPoint:
    here = mark(swimlane, row)
    return QPoint(round(here.x), round(here.y))


def rest_on(swimlane: Swimlane, where: QPoint) -> QLabel:
    """Move the pointer there; what is shown beside it."""
    point, none = QPointF(where), Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        point,
        swimlane.mapToGlobal(point),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(swimlane, moved)
    hint = swimlane.findChild(QLabel, "hint")
    assert hint is not None
    return hint


@pytest.mark.parametrize(
    ("key", "chosen", "expected"),
    [
        (Key.Key_Right, None, FIRST),
        (Key.Key_Right, 1, 2),
        (Key.Key_Period, 1, 2),
        (Key.Key_Right, LAST, LAST),
        (Key.Key_Left, 2, 1),
        (Key.Key_Comma, 2, 1),
        (Key.Key_Left, FIRST, FIRST),
        (Key.Key_Home, 4, FIRST),
        (Key.Key_End, None, LAST),
        (Key.Key_End, 1, LAST),
    ],
)
def test_keys_step_through_the_journey_in_time(
    swimlane: Swimlane, qtbot: QtBot, key: Qt.Key, chosen: int | None, expected: int
) -> None:
    swimlane.show_case(case_of(), chosen, names_shown=False)
    with qtbot.waitSignal(swimlane.touchpoint_chosen) as told:
        QTest.keyClick(swimlane, key)
    assert told.args == [expected]


@pytest.mark.parametrize(("key", "chosen", "expected"), [(Key.Key_Down, 1, 2), (Key.Key_Up, 2, 1)])
def test_up_and_down_go_to_the_nearest_contact_of_another_lane(
    swimlane: Swimlane, qtbot: QtBot, key: Qt.Key, chosen: int, expected: int
) -> None:
    swimlane.show_case(case_of(), chosen, names_shown=False)
    with qtbot.waitSignal(swimlane.touchpoint_chosen) as told:
        QTest.keyClick(swimlane, key)
    assert told.args == [expected]


def test_up_from_the_first_lane_stays_there(swimlane: Swimlane, qtbot: QtBot) -> None:
    swimlane.show_case(case_of(), FIRST, names_shown=False)
    with qtbot.assertNotEmitted(swimlane.touchpoint_chosen):
        QTest.keyClick(swimlane, Key.Key_Up)


def test_every_touchpoint_can_be_reached_by_key(swimlane: Swimlane, qtbot: QtBot) -> None:
    reached: list[int] = []
    swimlane.touchpoint_chosen.connect(reached.append)
    for _ in case_of().touchpoints:
        QTest.keyClick(swimlane, Key.Key_Right)
        swimlane.show_case(swimlane_case(swimlane), reached[-1], names_shown=False)
    assert reached == list(range(len(case_of().touchpoints)))


def swimlane_case(swimlane: Swimlane) -> Case:
    return swimlane.shown.case or pytest.fail("no case is shown")


def test_keys_on_an_empty_journey_do_nothing(swimlane: Swimlane, qtbot: QtBot) -> None:
    swimlane.show_case(None, None, names_shown=False)
    with qtbot.assertNotEmitted(swimlane.touchpoint_chosen):
        for key in (Key.Key_Right, Key.Key_End, Key.Key_Down):
            QTest.keyClick(swimlane, key)


@pytest.mark.parametrize("row", range(LAST + 1))
def test_a_click_on_a_mark_or_a_stay_chooses_it(swimlane: Swimlane, qtbot: QtBot, row: int) -> None:
    with qtbot.waitSignal(swimlane.touchpoint_chosen) as told:
        QTest.mouseClick(swimlane, Qt.MouseButton.LeftButton, pos=middle(swimlane, row))
    assert told.args == [row]


def test_a_click_beside_everything_chooses_nothing(swimlane: Swimlane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(swimlane.touchpoint_chosen):
        QTest.mouseClick(swimlane, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        QTest.mouseClick(swimlane, Qt.MouseButton.RightButton, pos=middle(swimlane, FIRST))


def test_clicks_on_a_mark_of_several_go_through_them(swimlane: Swimlane, qtbot: QtBot) -> None:
    rows = [contact(OTTILIE, "2025-02-03") for _ in range(60)]
    case = session_on(*rows, contact(OTTILIE, "2025-08-03")).case(OTTILIE)
    swimlane.show_case(case, None, names_shown=False)
    several = next(mark for mark in picture(swimlane).marks if mark.count > 1)
    chosen: list[int] = []
    swimlane.touchpoint_chosen.connect(chosen.append)
    for _ in several.rows:
        where = QPoint(round(several.x), round(several.y))
        QTest.mouseClick(swimlane, Qt.MouseButton.LeftButton, pos=where)
        swimlane.show_case(case, chosen[-1], names_shown=False)
    assert tuple(chosen) == several.rows


def test_resting_on_a_mark_says_all_about_it_as_plain_text(swimlane: Swimlane) -> None:
    hint = rest_on(swimlane, middle(swimlane, FIRST))
    assert hint.isVisible()
    assert hint.textFormat() is Qt.TextFormat.PlainText
    assert hint.text() == "3 Feb 2025, 10:10 · GP practice\nChest pain\nattended · GP"


def test_with_names_shown_resting_on_a_mark_says_who_and_where(swimlane: Swimlane) -> None:
    swimlane.show_case(case_of(), None, names_shown=True)
    assert CLINICIANS[0] in rest_on(swimlane, middle(swimlane, FIRST)).text()


def test_what_stood_beside_the_pointer_goes_when_names_are_hidden(swimlane: Swimlane) -> None:
    swimlane.show_case(case_of(), None, names_shown=True)
    hint = rest_on(swimlane, middle(swimlane, FIRST))
    swimlane.show_case(case_of(), None, names_shown=False)
    assert not hint.isVisible()
    assert hint.text() == ""


def test_beside_a_mark_nothing_is_said(swimlane: Swimlane) -> None:
    rest_on(swimlane, middle(swimlane, FIRST))
    assert not rest_on(swimlane, QPoint(5, 5)).isVisible()


@pytest.mark.parametrize("row", [FIRST, LAST])
def test_what_is_said_beside_the_pointer_stays_inside_the_picture(swimlane: Swimlane, row: int) -> None:
    hint = rest_on(swimlane, middle(swimlane, row))
    assert swimlane.rect().contains(hint.geometry())


def test_a_new_size_is_laid_out_again(swimlane: Swimlane, qtbot: QtBot) -> None:
    before = mark(swimlane, LAST).x
    with qtbot.waitSignal(swimlane.laid_out):
        swimlane.resize(1200, 480)
    assert picture(swimlane).frame.width == 1200
    assert mark(swimlane, LAST).x > before


def test_another_case_is_laid_out_and_the_same_one_is_not(swimlane: Swimlane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(swimlane.laid_out):
        swimlane.show_case(swimlane_case(swimlane), 2, names_shown=True)
    with qtbot.waitSignal(swimlane.laid_out):
        swimlane.show_case(case_of(BARNABY), None, names_shown=False)
    assert sum(mark.count for mark in picture(swimlane).marks) == 3


def test_the_chosen_mark_has_a_ring(swimlane: Swimlane) -> None:
    here = mark(swimlane, FIRST)
    above = QPoint(round(here.x), round(here.y - here.radius - 5))
    plain = swimlane.grab().toImage().pixelColor(above).lightness()
    swimlane.show_case(swimlane_case(swimlane), FIRST, names_shown=False)
    assert swimlane.grab().toImage().pixelColor(above).lightness() < plain - 80


@pytest.mark.parametrize(("width", "height"), [(420, 300), (1500, 900)])
def test_no_name_of_a_lane_is_cut_off_at_any_size(swimlane: Swimlane, width: int, height: int) -> None:
    swimlane.resize(width, height)
    shown = picture(swimlane)
    widest = max(text_width(lane.name, shown.frame.text, True) for lane in shown.lanes)
    assert shown.frame.text * 0.9 + widest < shown.left


def test_a_stay_that_began_before_the_picture_is_shown_in_it(swimlane: Swimlane) -> None:
    rows = (stay(OTTILIE, "2020-01-01", "2025-03-01"), contact(OTTILIE, "2025-12-01", Service.AE))
    swimlane.show_case(session_on(*rows).case(OTTILIE), None, names_shown=False)
    assert picture(swimlane).spans[0].left == picture(swimlane).left
