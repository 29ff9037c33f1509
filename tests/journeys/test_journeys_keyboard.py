"""Somebody who uses only the keyboard: from the examples to a note, a hidden lane and a copied picture."""

import pytest
from journeys_kit import finish
from keeping_kit import answering, look_only
from keys_kit import ALT, CONTROL, Key, bring_forward, focused, go_down_to, press, tab_to
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journey_viewer.model.words import Service
from journey_viewer.paths import example_lists
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.copying import PICTURE_COPIED
from journey_viewer.ui.main_window import MainWindow


@pytest.mark.usefixtures("_agrees_to_copy")
def test_the_keyboard_alone_is_enough(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_forward(window, qtbot)
    answering(monkeypatch, look_only)
    monkeypatch.setattr(dialogs, "ask_for_lists", lambda _parent: list(example_lists()))
    QTest.keyClick(window, Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: window.tasks.busy or not window.store.session.is_empty)
    finish(qtbot, window)
    bring_forward(window, qtbot)  # from the question that was answered

    for _ in range(2):
        press(Key.Key_Down)
    assert window.deep_dive._heading.text() == "Case C"

    tab_to("Filter")
    press(Key.Key_Space)
    tab_to("Services, menu")
    press(Key.Key_Space)
    go_down_to("A&E")
    press(Key.Key_Return)
    tab_to("Journey")
    press(Key.Key_Home)
    case, row = window.store.session.shown_case, window.store.session.view.touchpoint
    assert case is not None
    assert row is not None
    assert row == case.touchpoints.with_service(Service.AE).nonzero()[0][0]
    assert ", A&E, " in focused().accessibleDescription()

    press(Key.Key_2, ALT)
    QTest.keyClicks(focused(), "Nobody rang the practice")
    press(Key.Key_Tab)
    (note,) = window.store.session.document.notes
    assert (note.text, note.touchpoint) == ("Nobody rang the practice", case.touchpoints[row].number)

    tab_to("Lanes, menu")
    press(Key.Key_Space)
    go_down_to("Voluntary sector")
    press(Key.Key_Right)
    press(Key.Key_Return)
    assert window.store.session.view.looking.lanes.hidden == {Service.VOLUNTARY}

    tab_to("Journey")
    press(Key.Key_C, CONTROL)
    picture = window.deep_dive.swimlane.image()
    assert QGuiApplication.clipboard().image().width() == (picture.width() if picture else 0)
    assert window.notice.text == PICTURE_COPIED
