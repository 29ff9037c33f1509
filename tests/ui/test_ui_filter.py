"""What stands out on the journey while a filter is on."""

import pytest
from invented import session_on
from journey_kit import entries, looking, picture, settle, swimlane
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.timeline.looking import Filter, Looking
from journey_viewer.ui.deep_dive.tool_row import ToolRow
from journey_viewer.ui.main_window import MainWindow

Key = Qt.Key
AE = 2


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    settle()
    return window


@pytest.fixture
def tools(opened: MainWindow) -> ToolRow:
    return opened.deep_dive.tools


def test_what_is_typed_stands_out_and_the_rest_is_dimmed_and_there(
    opened: MainWindow, tools: ToolRow
) -> None:
    tools.filter.click()
    assert QApplication.focusWidget() is tools.filter_row.words
    QTest.keyClicks(tools.filter_row.words, "chest")
    marks = picture(opened).marks
    assert [mark.rows for mark in marks if not mark.dim] == [(0,)]
    assert sum(mark.count for mark in marks) + len(picture(opened).spans) == 6
    assert tools.filter_row.found.text() == "1 of 6 found"
    assert tools.filter.isChecked()


@pytest.mark.parametrize(
    ("menu", "entry", "expected"),
    [
        ("services", "A&E", Filter(services=frozenset({Service.AE}))),
        ("outcomes", "refused or closed", Filter(outcomes=frozenset({Outcome.REFUSED}))),
        ("kinds", "hospital stay", Filter(kinds=frozenset({Kind.STAY}))),
    ],
)
def test_what_is_ticked_stands_out(
    opened: MainWindow, tools: ToolRow, menu: str, entry: str, expected: Filter
) -> None:
    pill = getattr(tools.filter_row, menu)
    entries(pill._menu)[entry].trigger()
    assert looking(opened).filter == expected
    assert pill.text() == f"{menu.capitalize()} (1)  ▾"
    assert tools.filter_row.found.text() == "1 of 6 found"
    entries(pill._menu)[entry].trigger()
    assert not looking(opened).filter.is_on


def test_space_ticks_and_leaves_the_menu_open(opened: MainWindow, tools: ToolRow) -> None:
    tools.filter.click()
    QTest.keyClick(tools.filter_row.services, Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space):
        QTest.keyClick(menu, key)
    assert menu.isVisible()
    assert len(looking(opened).filter.services) == 2
    QTest.keyClick(menu, Key.Key_Escape)
    assert not menu.isVisible()


@pytest.mark.parametrize("how", ["filter", "off"])
def test_one_click_lets_everything_stand_out_again(opened: MainWindow, tools: ToolRow, how: str) -> None:
    opened.store.look(looking=Looking(filter=Filter(text="chest")))
    assert tools.filter_row.isVisible()
    {"filter": tools.filter, "off": tools.filter_row.off}[how].click()
    assert not looking(opened).filter.is_on
    assert tools.filter_row.words.text() == ""
    assert not any(mark.dim for mark in picture(opened).marks)


def test_escape_takes_the_words_away_and_then_goes_back_to_the_journey(
    opened: MainWindow, tools: ToolRow
) -> None:
    tools.filter.click()
    QTest.keyClicks(tools.filter_row.words, "chest")
    QTest.keyClick(tools.filter_row.words, Key.Key_Escape)
    assert looking(opened).filter == Filter()
    QTest.keyClick(tools.filter_row.words, Key.Key_Escape)
    assert QApplication.focusWidget() is swimlane(opened)


def test_what_was_typed_goes_when_names_are_hidden(opened: MainWindow, tools: ToolRow) -> None:
    opened.store.look(names_shown=True)
    tools.filter.click()
    QTest.keyClicks(tools.filter_row.words, "Quayle")
    opened.header.names.click()
    assert tools.filter_row.words.text() == ""
    assert looking(opened).filter.text == ""
