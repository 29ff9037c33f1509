"""What the tests of keeping share: a case file on disk, answers to its dialogs, and waiting for the window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from invented import ROWS, listed, session_on
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.model.kept import Kept
from journey_viewer.ui import dialogs
from journey_viewer.ui.keeping.change_dialog import ChangeDialog
from journey_viewer.ui.keeping.new_dialog import NewCaseFileDialog
from journey_viewer.ui.main_window import MainWindow

PASSPHRASE = "tarn ladder ninety violet"
ANOTHER = "kettle moss harbour eleven"
LONG = 30_000  # milliseconds


def a_case_file(folder: Path, name: str = "Riverside", **written: Any) -> Path:
    """A case file of three invented people, closed; ``written``: fields of its document."""
    path = folder / f"{name}.journey"
    lists = listed(last_number=len(ROWS))
    document = replace(session_on().document, **written)
    with create_case_file(path, PASSPHRASE) as made:
        for _ in made.keep(Kept(), Kept(lists, document)):
            pass
    return path


def held_in(path: Path, passphrase: str = PASSPHRASE) -> Kept:
    """What a case file holds, read without writing to it."""
    with open_case_file(path, passphrase, read_only=True) as case_file:
        return case_file.read()


def finish(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until no job runs and everything is kept that can be."""

    def done() -> bool:
        keeper = window.keeping.keeper
        return not window.tasks.busy and (not keeper.unsaved or keeper.trouble is not None)

    qtbot.waitUntil(done, timeout=LONG)


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)


def open_in(qtbot: QtBot, window: MainWindow, path: Path, passphrase: str = PASSPHRASE) -> None:
    """Open a case file as a user would."""
    window.keeping.open(path)
    idle(qtbot, window)
    give(qtbot, window, passphrase)


def give(qtbot: QtBot, window: MainWindow, passphrase: str) -> None:
    """Type a passphrase on the page, and wait for what comes of it."""
    page = window.keeping.door.page
    page.field.line.setText(passphrase)
    page.open.click()
    idle(qtbot, window)
    idle(qtbot, window)  # a backup may be looked for


def answering(monkeypatch: pytest.MonkeyPatch, answer: Callable[[Any], None]) -> list[QDialog]:
    """Answer our own dialogs with this, and remember them; one that is not accepted is left."""
    seen: list[QDialog] = []

    def answered(dialog: QDialog) -> bool:
        seen.append(dialog)
        answer(dialog)
        dialog.deleteLater()
        return dialog.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(dialogs, "answered", answered)
    return seen


def look_only(dialog: Any) -> None:
    assert isinstance(dialog, NewCaseFileDialog)
    dialog.look_only.click()


def leave(dialog: QDialog) -> None:
    dialog.reject()


def keep_in(path: Path, passphrase: str = PASSPHRASE) -> Callable[[Any], None]:
    """Make the case file there."""

    def answer(dialog: Any) -> None:
        assert isinstance(dialog, NewCaseFileDialog)
        dialog.where.setText(str(path))
        type_twice(dialog, passphrase)
        dialog.make.click()

    return answer


def type_twice(dialog: NewCaseFileDialog | ChangeDialog, passphrase: str) -> None:
    for field in (dialog.passphrase.first, dialog.passphrase.again):
        field.line.setText(passphrase)
    dialog.passphrase.judge()


@contextmanager
def refusing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> Iterator[None]:
    """While this lasts nothing can be written to any case file."""

    def refuse(*_: Any) -> Iterator[None]:
        raise error
        yield

    with monkeypatch.context() as patch:
        patch.setattr("journey_viewer.casefile.case_file.CaseFile.keep", refuse)
        yield
