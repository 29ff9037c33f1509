"""The journey moved with mouse and wheel, and what is said beside the pointer."""

from datetime import date

import pytest
from invented import OTTILIE, contact, session_on
from journey_kit import (
    LEFT,
    SHIFT,
    days_seen,
    drag,
    empty_place,
    look_between,
    looking,
    mark,
    middle,
    picture,
    rest_on,
    send,
    settle,
    swimlane,
    turn_wheel,
)
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.model.words import Service
from journey_viewer.timeline.looking import Looking
from journey_viewer.ui.main_window import MainWindow

AE = 2


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    settle()
    return window


def test_the_wheel_zooms_and_what_is_under_the_pointer_stays_there(opened: MainWindow) -> None:
    before, where = days_seen(opened), middle(opened, AE)
    turn_wheel(opened, where, 5)
    settle()
    assert days_seen(opened) < before / 2
    assert mark(opened, AE).x == pytest.approx(where.x(), abs=2)


def test_the_wheel_turned_back_shows_all_again(opened: MainWindow) -> None:
    turn_wheel(opened, middle(opened, AE), 3)
    settle()
    turn_wheel(opened, middle(opened, AE), -4)
    settle()
    assert looking(opened) == Looking()


def test_many_turns_of_the_wheel_are_laid_out_once(opened: MainWindow, qtbot: QtBot) -> None:
    told: list[float] = []
    swimlane(opened).laid_out.connect(lambda left, _right: told.append(left))
    before = days_seen(opened)
    for _ in range(6):
        turn_wheel(opened, middle(opened, AE))
    assert told == []
    settle()
    assert len(told) == 1
    assert days_seen(opened) == pytest.approx(before / 1.2**6, rel=0.01)


def test_with_shift_the_wheel_goes_along(opened: MainWindow) -> None:
    look_between(opened, "2025-03-01", "2025-07-01")
    before = days_seen(opened)
    first = picture(opened).scale.first
    turn_wheel(opened, middle(opened, AE), -2, SHIFT)
    settle()
    assert days_seen(opened) == pytest.approx(before)
    assert picture(opened).scale.first > first + 5


def test_dragging_pulls_the_journey_along(opened: MainWindow) -> None:
    look_between(opened, "2025-02-01", "2025-05-01")
    begin = empty_place(opened)
    before = mark(opened, AE).x
    drag(opened, begin, begin - QPoint(60, 0))
    settle()
    assert mark(opened, AE).x == pytest.approx(before - 60, abs=2)


def test_a_drag_that_began_on_a_mark_pulls_too_and_chooses_it(opened: MainWindow) -> None:
    look_between(opened, "2025-02-01", "2025-05-01")
    begin = middle(opened, AE)
    drag(opened, begin, begin - QPoint(60, 0))
    settle()
    assert opened.store.session.view.touchpoint == AE
    assert mark(opened, AE).x == pytest.approx(begin.x() - 60, abs=2)


def test_a_hand_that_trembles_does_not_pull(opened: MainWindow) -> None:
    look_between(opened, "2025-02-01", "2025-05-01")
    before = looking(opened)
    drag(opened, empty_place(opened), empty_place(opened) + QPoint(2, 1))
    settle()
    assert looking(opened) == before


def test_while_all_is_seen_there_is_nothing_to_pull(opened: MainWindow) -> None:
    drag(opened, empty_place(opened), empty_place(opened) - QPoint(80, 0))
    settle()
    assert looking(opened) == Looking()


def test_the_pointer_is_a_hand_where_the_journey_can_be_pulled(opened: MainWindow) -> None:
    rest_on(opened, empty_place(opened))
    assert swimlane(opened).cursor().shape() is Qt.CursorShape.ArrowCursor
    look_between(opened, "2025-02-01", "2025-05-01")
    rest_on(opened, empty_place(opened))
    assert swimlane(opened).cursor().shape() is Qt.CursorShape.OpenHandCursor
    drag(opened, empty_place(opened), empty_place(opened) - QPoint(50, 0), let_go=False)
    assert swimlane(opened).cursor().shape() is Qt.CursorShape.ClosedHandCursor
    send(opened, QEvent.Type.MouseButtonRelease, empty_place(opened))
    assert swimlane(opened).cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_click_beside_everything_lets_go_of_what_is_chosen(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    QTest.mouseClick(swimlane(opened), LEFT, pos=empty_place(opened))
    assert opened.store.session.view.touchpoint is None


def test_after_a_drag_what_is_chosen_stays(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    look_between(opened, "2025-02-01", "2025-05-01")
    drag(opened, empty_place(opened), empty_place(opened) - QPoint(50, 0))
    assert opened.store.session.view.touchpoint == AE


def test_a_double_click_beside_everything_shows_all(opened: MainWindow) -> None:
    look_between(opened, "2025-02-01", "2025-05-01")
    QTest.mouseDClick(swimlane(opened), LEFT, pos=empty_place(opened))
    assert looking(opened).is_whole


def test_a_double_click_on_a_mark_does_not(opened: MainWindow) -> None:
    look_between(opened, "2025-02-01", "2025-05-01")
    QTest.mouseDClick(swimlane(opened), LEFT, pos=middle(opened, AE))
    assert not looking(opened).is_whole
    assert opened.store.session.view.touchpoint == AE


def test_quick_clicks_on_a_mark_of_several_go_through_them(opened: MainWindow) -> None:
    opened.store.open(session_on(*(contact(OTTILIE, "2025-02-03") for _ in range(60))))
    several = next(one for one in picture(opened).marks if one.count > 1)
    seen = []
    for _ in range(3):
        QTest.mouseDClick(swimlane(opened), LEFT, pos=QPoint(round(several.x), round(several.y)))
        seen.append(opened.store.session.view.touchpoint)
    assert len(set(seen)) == 3


def test_beside_a_mark_of_several_it_is_said_how_many_others_there_are(opened: MainWindow) -> None:
    opened.store.open(session_on(*(contact(OTTILIE, "2025-02-03") for _ in range(60))))
    several = next(one for one in picture(opened).marks if one.count > 1)
    told = rest_on(opened, QPoint(round(several.x), round(several.y))).text()
    assert told.splitlines()[-1] == f"and {several.count - 1} others"


def test_a_click_pins_what_is_said_until_escape(opened: MainWindow) -> None:
    QTest.mouseClick(swimlane(opened), LEFT, pos=middle(opened, AE))
    hint = rest_on(opened, empty_place(opened))
    assert hint.isVisible()
    assert hint.text() == "5 Mar 2025, 23:40 · A&E\nFell on the stairs\nattended"
    QTest.keyClick(swimlane(opened), Qt.Key.Key_Escape)
    assert not hint.isVisible()
    assert opened.store.session.view.touchpoint == AE
    QTest.keyClick(swimlane(opened), Qt.Key.Key_Escape)
    assert opened.store.session.view.touchpoint is None


def test_another_click_takes_the_pinned_words_away(opened: MainWindow) -> None:
    QTest.mouseClick(swimlane(opened), LEFT, pos=middle(opened, AE))
    QTest.mouseClick(swimlane(opened), LEFT, pos=empty_place(opened))
    assert not rest_on(opened, empty_place(opened)).isVisible()


def test_pinned_words_go_with_the_names_in_them(opened: MainWindow) -> None:
    opened.store.look(names_shown=True)
    QTest.mouseClick(swimlane(opened), LEFT, pos=middle(opened, 0))
    hint = rest_on(opened, empty_place(opened))
    assert "Lavender" in hint.text()
    opened.store.look(names_shown=False)
    assert not hint.isVisible()
    assert hint.text() == ""


def test_the_picture_is_kept_while_only_what_is_chosen_differs(opened: MainWindow) -> None:
    canvas = swimlane(opened)._canvas
    opened.store.look(touchpoint=0)
    settle()
    swimlane(opened).grab()
    kept = canvas._ground
    opened.store.look(touchpoint=AE)
    swimlane(opened).grab()
    assert canvas._ground is kept
    look_between(opened, "2025-02-01", "2025-05-01")
    swimlane(opened).grab()
    assert canvas._ground is not kept


def test_nothing_is_kept_of_a_journey_that_was_closed(opened: MainWindow) -> None:
    swimlane(opened).grab()
    opened.store.open(type(opened.store.session)())
    assert swimlane(opened)._canvas._ground.isNull()
    assert swimlane(opened)._canvas._layout is None


def test_a_bank_holiday_is_named_beside_the_pointer(opened: MainWindow) -> None:
    look_between(opened, "2025-04-10", "2025-04-30")
    layout = picture(opened)
    x = round(layout.scale(date(2025, 4, 18).toordinal() + 0.5))
    assert rest_on(opened, QPoint(x, round(layout.bottom) - 4)).text() == "18 Apr 2025 · Good Friday"
    on_axis = rest_on(opened, QPoint(x, 10)).text()
    assert on_axis == "18 Apr 2025 · Good Friday\nDrag along here to select a stretch of time"
    assert not rest_on(opened, QPoint(x + 60, round(layout.bottom) - 4)).isVisible()


def test_a_contact_on_a_bank_holiday_says_so(opened: MainWindow) -> None:
    opened.store.open(session_on(contact(OTTILIE, "2025-12-25 09:30", Service.AE)))
    settle()
    assert rest_on(opened, middle(opened, 0)).text().startswith("25 Dec 2025, 09:30 · Christmas Day · A&E")
    opened.store.look(touchpoint=0)
    assert swimlane(opened).accessibleDescription().startswith("25 Dec 2025, 09:30, Christmas Day, A&E")
