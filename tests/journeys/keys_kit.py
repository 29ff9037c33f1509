"""Somebody at the keyboard alone: the Tab key to get somewhere, other keys to do something there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from journey_viewer.ui.main_window import MainWindow

Key = Qt.Key
CONTROL, ALT, NO_KEYS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
A_LONG_WAY = 150  # presses of Tab round the whole window


def bring_forward(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """At whatever has the keyboard: a menu that is open, or the widget with the focus."""
    QTest.keyClick(QApplication.activePopupWidget() or focused(), key, keys)


def tab_to(name: str) -> None:
    for _ in range(A_LONG_WAY):
        if focused().accessibleName() == name:
            return
        press(Key.Key_Tab)
    pytest.fail(f"the keyboard does not reach {name}")


def go_down_to(entry: str) -> None:
    """In the menu that is open."""
    for _ in range(30):
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        active = menu.activeAction()
        if active is not None and active.text().replace("&&", "&") == entry:
            return
        press(Key.Key_Down)
    pytest.fail(f"the menu has no {entry}")
