"""Copies of what is seen of a journey."""

import pytest
from invented import IDENTITIES, session_on
from journey_kit import look_between, picture, settle, swimlane
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.timeline.looking import Filter, Looking
from journey_viewer.ui.deep_dive.copying import PICTURE_COPIED
from journey_viewer.ui.deep_dive.tool_row import ToolRow
from journey_viewer.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("_agrees_to_copy")

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


def test_the_picture_is_copied_with_a_word_about_its_dates(opened: MainWindow) -> None:
    size = swimlane(opened).size()
    QTest.keyClick(swimlane(opened), Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == ((size.width() + 20) * 2, (size.height() + 20) * 2)
    assert opened.notice.text == PICTURE_COPIED


def test_no_name_is_drawn_on_a_copy_even_where_names_are_shown(opened: MainWindow) -> None:
    opened.store.look(names_shown=True, touchpoint=0)
    with_names = swimlane(opened).image()
    opened.store.look(names_shown=False)
    assert swimlane(opened).image() == with_names
    assert not any(name in repr(picture(opened)) for name in IDENTITIES)


def test_what_is_in_sight_is_copied_as_text(opened: MainWindow, tools: ToolRow) -> None:
    look_between(opened, "2025-02-10", "2025-03-07")
    tools.as_text.trigger()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "17 Feb 2025 · GP practice · Blood test · attended · Nurse · telephone",
        "5 Mar 2025, 23:40 · A&E · Fell on the stairs · attended",
        "6 Mar 2025 · Hospital stay · Observation · attended · Doctor · until 9 Mar 2025 (3 nights)",
    ]
    assert opened.notice.text == "Copied 3 touchpoints as text: for the record, not for sharing."


def test_only_what_stands_out_is_copied_as_text(opened: MainWindow, tools: ToolRow) -> None:
    opened.store.look(looking=Looking(filter=Filter(text="chest")))
    tools.as_text.trigger()
    assert (
        QGuiApplication.clipboard().text() == "3 Feb 2025, 10:10 · GP practice · Chest pain · attended · GP"
    )


def test_where_nothing_is_in_sight_nothing_is_copied(opened: MainWindow, tools: ToolRow) -> None:
    QGuiApplication.clipboard().setText("mine")
    opened.store.look(looking=Looking(filter=Filter(text="zebra")))
    tools.as_text.trigger()
    assert QGuiApplication.clipboard().text() == "mine"
    assert opened.notice.text == "There is nothing in sight to copy."


def test_what_was_copied_goes_with_the_window(opened: MainWindow) -> None:
    opened.deep_dive.copying.copy_text()
    assert QGuiApplication.clipboard().text()
    opened.close()
    assert QGuiApplication.clipboard().text() == ""
