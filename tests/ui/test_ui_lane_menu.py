"""A lane's own menu, where its name stands."""

import pytest
from invented import session_on
from journey_kit import looking, picture, rest_on, settle, swimlane
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.model.words import Service
from journey_viewer.timeline.looking import Lanes, Looking
from journey_viewer.ui.main_window import MainWindow

Reason = QContextMenuEvent.Reason
AE = 2


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    settle()
    return window


def name_of(window: MainWindow, service: Service) -> QPoint:
    """A place on the lane's name."""
    lane = next(lane for lane in picture(window).lanes if service in lane.services)
    return QPoint(30, round(lane.middle))


def ask(window: MainWindow, where: QPoint, reason: Reason = Reason.Mouse) -> dict[str, QMenu]:
    event = QContextMenuEvent(reason, where, swimlane(window).mapToGlobal(where))
    QApplication.sendEvent(swimlane(window), event)
    return shown()


def shown() -> dict[str, QMenu]:
    """The menu that is open, by its entries; closed again."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return {}
    menu.close()
    return {action.text().replace("&&", "&"): menu for action in menu.actions() if action.text()}


def choose(menu: dict[str, QMenu], text: str) -> None:
    next(one for one in menu[text].actions() if one.text().replace("&&", "&") == text).trigger()
    settle()


def lane_names(window: MainWindow) -> list[str]:
    return [lane.name for lane in picture(window).lanes]


def test_the_right_button_on_a_lanes_name_hides_it(opened: MainWindow) -> None:
    menu = ask(opened, name_of(opened, Service.AE))
    assert list(menu) == [
        "A&E",
        "Hide",
        "Move up",
        "Move down",
        "Merge with Ambulance",
        "Show all lanes",
        "Put all back",
    ]
    choose(menu, "Hide")
    assert "A&E" not in lane_names(opened)
    choose(ask(opened, name_of(opened, Service.GP)), "Put all back")
    assert looking(opened).lanes.is_usual


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Move up", Lanes().move((Service.AE,), -1)),
        ("Move down", Lanes().move((Service.AE,), 1)),
        ("Merge with Ambulance", Lanes().merge((Service.AMBULANCE, Service.AE))),
    ],
)
def test_a_lane_is_moved_and_merged_where_it_stands(opened: MainWindow, entry: str, expected: Lanes) -> None:
    choose(ask(opened, name_of(opened, Service.AE)), entry)
    assert looking(opened).lanes == expected


def test_a_lane_of_several_is_split_where_it_stands(opened: MainWindow) -> None:
    opened.store.look(looking=Looking(lanes=Lanes().merge((Service.GP, Service.AE))))
    settle()
    choose(ask(opened, name_of(opened, Service.GP)), "Split into its services")
    assert lane_names(opened)[:2] == ["GP practice", "A&E"]


def test_the_menu_key_asks_about_all_lanes_where_nothing_is_chosen(opened: MainWindow) -> None:
    menu = ask(opened, QPoint(5, 5), Reason.Keyboard)
    assert "GP practice" in menu
    assert "All hospital in one lane" in menu


def test_the_menu_key_is_the_touchpoints_where_one_is_chosen(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    assert "Correct…" in ask(opened, QPoint(5, 5), Reason.Keyboard)


def test_l_asks_about_the_lane_of_what_is_chosen(opened: MainWindow) -> None:
    opened.store.look(touchpoint=AE)
    QTest.keyClick(swimlane(opened), Qt.Key.Key_L)
    assert "Merge with Ambulance" in shown()


def test_on_the_plot_the_right_button_is_not_about_lanes(opened: MainWindow) -> None:
    assert ask(opened, QPoint(round(picture(opened).right) - 5, round(picture(opened).bottom) - 5)) == {}


def test_a_lanes_name_says_what_can_be_done_with_it(opened: MainWindow) -> None:
    told = rest_on(opened, name_of(opened, Service.AE)).text()
    assert told == "A&E\nRight click to hide, merge or move the lane"


def test_nobodys_lanes_have_no_menu(opened: MainWindow) -> None:
    opened.store.look(person=None)
    assert ask(opened, QPoint(30, 100)) == {}
