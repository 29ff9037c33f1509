"""Which folders were visited is kept nowhere: they may be named after somebody."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow

Ask = Callable[[QWidget], object]
_LISTS, _CASE, _NEW, _FOLDER, _SAVE = (  # as they are before every test makes them fail
    *(dialogs.ask_for_lists, dialogs.ask_for_case_file, dialogs.ask_for_new_case_file),
    *(dialogs.ask_for_folder, dialogs.ask_where_to_save),
)


def lists(parent: QWidget) -> object:
    return _LISTS(parent)


def a_case_file(parent: QWidget) -> object:
    return _CASE(parent, "Case files (*)")


def a_new_case_file(parent: QWidget) -> object:
    return _NEW(parent, "new.journey", "Case files (*)")


def a_folder(parent: QWidget) -> object:
    return _FOLDER(parent, "A folder")


def where_to_save(parent: QWidget) -> object:
    return _SAVE(parent, "Save", "new.xlsx", "Workbooks (*)")


@pytest.mark.parametrize("ask", [lists, a_case_file, a_new_case_file, a_folder, where_to_save])
def test_no_folder_that_was_visited_is_remembered(window: MainWindow, tmp_path: Path, ask: Ask) -> None:
    folder = tmp_path / "Ottilie Quayle"
    folder.mkdir()
    (folder / "there").touch()

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(folder))
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit)
        name.setText(str(folder) if ask is a_folder else "there" if ask in (lists, a_case_file) else "new")
        dialog.accept()

    QTimer.singleShot(0, choose)
    assert ask(window)
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert not any("Quayle" in str(kept.value(key)) for key in kept.allKeys())
