"""After the lock the window says nothing that it would not say of an empty case file."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from invented import BARNABY, OTTILIE, session_on
from keeping_kit import PASSPHRASE, a_case_file, open_in
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit
from pytestqt.qtbot import QtBot
from widget_tree import said, texts_in

from journey_viewer.casefile.opening import create_case_file
from journey_viewer.model.casework import Casework, Coping
from journey_viewer.model.notes import Note, Tone
from journey_viewer.session import View
from journey_viewer.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("_quick_keys")
DAY = date(2025, 2, 3)
NOTE = Note(1, OTTILIE, "Zephyrine", touchpoint=1, first=DAY, last=DAY, written=datetime(2025, 3, 4, 5, 6))
CASEWORK = {OTTILIE: Casework(coping=(Coping(2, "Wapentake", DAY),))}

OF_THE_CHART = {"Touchpoints a month", "Export", "Export..."}
"""What the chart itself says, which is made with the first case."""


def said_when_locked(window: MainWindow) -> set[str]:
    window.keeping.lock()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    days = {edit.text() for edit in window.findChildren(QDateEdit)}
    return {text for text in texts_in(window) if text} | days


def test_nothing_that_was_counted_or_dated_is_left(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    empty = tmp_path / "Empty.journey"
    create_case_file(empty, PASSPHRASE).close()
    open_in(qtbot, window, empty)
    of_nobody = said_when_locked(window)
    window.keeping.door.left.emit()
    open_in(qtbot, window, a_case_file(tmp_path, notes=(NOTE,), casework=CASEWORK))
    for place in ("find", "patterns", "meeting", "share", "follow_up", "lists", "deep_dive"):
        for person in (BARNABY, OTTILIE):
            window.store.look(place=place, person=person, touchpoint=0)
    window.store.look(note=1)
    assert said_when_locked(window) - of_nobody <= OF_THE_CHART


def test_what_is_typed_of_one_person_is_not_offered_for_another(window: MainWindow) -> None:
    window.store.open(session_on())
    by = window.deep_dive.side.needs.coping.by
    line = by.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "Her sister Zephyrine")
    QTest.keyClick(line, Qt.Key.Key_Return)
    window.store.look(person=BARNABY)
    assert by.findText("Zephyrine", Qt.MatchFlag.MatchContains) == -1
    assert said(window, ("Zephyrine",), inside=True) == set()


def test_what_was_chosen_for_a_note_on_one_person_is_not_chosen_for_another(window: MainWindow) -> None:
    window.store.open(replace(session_on(), view=View(person=OTTILIE)))
    editor = window.deep_dive.side.notes.editor
    editor.tone.told.emit(Tone.CONCERN)
    window.store.look(person=BARNABY)
    assert [button.text() for button in editor.tone.buttons if button.isChecked()] == ["Neither"]
