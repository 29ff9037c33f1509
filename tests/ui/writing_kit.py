"""Typing into fields that write themselves down, as people do."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journey_viewer.model.notes import Note
from journey_viewer.ui.main_window import MainWindow


def type_into(field: QWidget, text: str) -> None:
    """Letter by letter, at the field that has the focus."""
    field.setFocus()
    for place, line in enumerate(text.split("\n")):
        if place:
            QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, line)


def bring_forward(window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def notes(window: MainWindow) -> tuple[Note, ...]:
    return window.store.session.document.notes


def texts(window: MainWindow) -> list[str]:
    return [note.text for note in notes(window)]
