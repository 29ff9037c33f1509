"""The place "Share" in the real window: by the keyboard alone, told to the register, and cancelled half-way."""

from pathlib import Path

import pytest
from invented import OTTILIE, contact, session_on
from journeys_kit import finish
from keys_kit import CONTROL, Key, bring_forward, focused, go_down_to, press, tab_to
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot
from share_kit import rest

from journey_viewer.model.registers import Export
from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.work.pack_files import DECK_NAME


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(dialogs, "ask_for_folder", lambda *_: tmp_path / "pack")
    window.store.open(session_on(contact(OTTILIE, "2025-03-05"), contact(OTTILIE, "2025-04-06")))
    window.store.look(place="share", person=OTTILIE)
    rest(window, qtbot)
    bring_forward(window, qtbot)
    return window


@pytest.fixture
def told(opened: MainWindow) -> list[Export]:
    left: list[Export] = []
    opened.share_desk.exported.connect(left.append)
    return left


def test_the_keyboard_alone_is_enough(
    opened: MainWindow, told: list[Export], qtbot: QtBot, tmp_path: Path
) -> None:
    tab_to("Age: ten-year band, menu")
    QTimer.singleShot(0, choose_five_years)
    press(Key.Key_Space)  # until something of the menu is chosen
    bring_forward(opened, qtbot)  # the menu had the keyboard

    tab_to("Words for sharing")
    press(Key.Key_Right)
    tab_to("About the person · Case A")
    QTest.keyClicks(focused(), "Goes to the wibblesome group")
    tab_to("Words for sharing")
    press(Key.Key_Left)
    rest(opened, qtbot)
    tab_to("Words to check")
    for _ in range(2):  # the text, then its word
        press(Key.Key_Down)
    press(Key.Key_Space)
    rest(opened, qtbot)
    choices = opened.store.session.document.sharing_of(OTTILIE)
    assert (choices.five_years, choices.kept_words) == (True, frozenset({"wibblesome"}))
    (page,) = [page for page in opened.share.making.made.pages if page.kind == "case"]
    assert any("wibblesome group" in line.text for line in page.lines)
    press(Key.Key_Z, CONTROL)
    assert opened.store.session.document.sharing_of(OTTILIE).kept_words == frozenset()

    tab_to_button(opened)
    press(Key.Key_Space)
    finish(qtbot, opened)
    (export,) = told
    assert (export.cases, export.identifies) == (("Case A",), False)
    assert export.what == "Anonymised pack: PowerPoint deck, Pictures (PNG)"
    assert (tmp_path / "pack" / DECK_NAME).exists()


def choose_five_years() -> None:
    go_down_to("Five-year band: easier to recognise")
    press(Key.Key_Return)


def tab_to_button(window: MainWindow) -> None:
    for _ in range(150):
        if focused() is window.share.export:
            return
        press(Key.Key_Tab)
    pytest.fail("the keyboard does not reach the export")


def test_a_cancel_leaves_nothing_and_tells_nothing(
    opened: MainWindow, told: list[Export], qtbot: QtBot, tmp_path: Path
) -> None:
    opened.tasks.progressed.connect(opened.notice.cancel.click)
    opened.share.export.click()
    finish(qtbot, opened)
    assert opened.notice.text == "Cancelled. Nothing of it was kept."
    assert not list(tmp_path.glob("pack/*"))
    assert told == []
    assert opened.share.export.isEnabled()


def test_at_a_large_size_of_text_nothing_is_cut_and_what_has_the_focus_is_seen(
    opened: MainWindow, qtbot: QtBot
) -> None:
    share = opened.share
    opened.looks.choose("light", 200)
    share._waiting.say("Case A and 9 others: fewer than 3 people look the same. " * 3)
    qtbot.waitUntil(lambda: share.wait.height() >= share.wait.heightForWidth(share.wait.width()))
    room = opened.places.currentWidget()
    assert isinstance(room, QScrollArea)
    assert room.horizontalScrollBar().maximum() == 0
    for widget in (share.files.transparent, share.rules.reasons, share.cases):
        widget.setFocus()
        seen = widget.visibleRegion().boundingRect()
        assert seen.height() >= min(widget.height(), 40)
    opened.looks.choose("light", 100)
