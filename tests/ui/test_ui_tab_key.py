"""Tab leaves every table and every field: nobody without a mouse is caught."""

from pathlib import Path

import pytest
from invented import OTTILIE, session_on
from keeping_kit import a_case_file, open_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward

from journey_viewer.model.notes import Note
from journey_viewer.ui.keeping.where_dialog import Whereabouts, WhereDialog
from journey_viewer.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("_quick_keys")


def walked_by_tab(start: QWidget, steps: int = 40) -> list[QWidget]:
    start.setFocus()
    seen = []
    for _ in range(steps):
        there = QApplication.focusWidget()
        assert there is not None
        seen.append(there)
        QTest.keyClick(there, Qt.Key.Key_Tab)
    return seen


def test_tab_goes_past_the_tables_of_lists(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    open_in(qtbot, window, a_case_file(tmp_path))
    bring_forward(window, qtbot)
    window.store.look(place="lists")
    seen = walked_by_tab(window.lists.table)
    assert seen.count(window.lists.table) >= 2
    assert {window.lists.problems, window.lists.save, window.header.share} <= set(seen)


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_tab_comes_round_on_the_desk(window: MainWindow, qtbot: QtBot, tmp_path: Path, tab: int) -> None:
    open_in(qtbot, window, a_case_file(tmp_path))
    bring_forward(window, qtbot)
    window.deep_dive.side.show_tab(tab)
    seen = walked_by_tab(window.deep_dive.search, 50)
    assert seen.count(window.deep_dive.search) >= 2
    assert {window.deep_dive.people, window.deep_dive.swimlane, window.header.names} <= set(seen)


def test_tab_goes_past_the_tables_of_where_a_case_file_is(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_in(qtbot, window, a_case_file(tmp_path))
    case_file = window.keeping.keeper.file
    assert case_file is not None
    dialog = WhereDialog(window, Whereabouts(case_file.path, case_file.openings, case_file.exports))
    assert not any(table.tabKeyNavigation() for table in dialog.findChildren(QTableView))


def test_an_arrow_chooses_the_only_note_there_is(window: MainWindow, qtbot: QtBot) -> None:
    window.store.open(session_on())
    window.store.choose(notes=(Note(1, OTTILIE, "One call"),))
    bring_forward(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window.deep_dive.side.notes.list, Qt.Key.Key_Down)
    assert window.store.session.view.note == 1
