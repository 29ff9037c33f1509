"""What identifies somebody is asked about before it leaves the screen, and written down."""

from pathlib import Path

import pytest
from invented import session_on
from journey_kit import settle
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from journey_viewer.model.registers import Export
from journey_viewer.session import Session
from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow


class Answers:
    """What is said when it is asked, and how often it was."""

    def __init__(self, *, yes: bool, again: bool) -> None:
        self.yes, self.again, self.asked = yes, again, 0

    def __call__(self, *_: object) -> tuple[bool, bool]:
        self.asked += 1
        return self.yes, self.again


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    window.store.look(tabled=True)
    settle()
    QGuiApplication.clipboard().setText("mine")
    return window


@pytest.fixture
def left(opened: MainWindow) -> list[Export]:
    told: list[Export] = []
    opened.leaving.left.connect(told.append)
    return told


def copies(window: MainWindow) -> tuple[object, ...]:
    copying, table = window.deep_dive.copying, window.deep_dive.table_pane.table
    return copying.copy_picture, copying.copy_text, table.copy_with_tabs, table.copy_aligned


@pytest.mark.parametrize("which", range(4))
def test_nothing_identifiable_is_copied_without_a_yes(
    opened: MainWindow, left: list[Export], monkeypatch: pytest.MonkeyPatch, which: int
) -> None:
    monkeypatch.setattr(dialogs, "ask_again", Answers(yes=False, again=True))
    copy = copies(opened)[which]
    assert callable(copy)
    copy()
    assert QGuiApplication.clipboard().text() == "mine"
    assert left == []


@pytest.mark.parametrize(
    ("which", "what"),
    [
        (0, "Picture of a journey"),
        (1, "Journey as text"),
        (2, "Chronology as a table"),
        (3, "Chronology as a table"),
    ],
)
def test_what_was_copied_is_told_by_label(
    opened: MainWindow, left: list[Export], monkeypatch: pytest.MonkeyPatch, which: int, what: str
) -> None:
    monkeypatch.setattr(dialogs, "ask_again", Answers(yes=True, again=True))
    copy = copies(opened)[which]
    assert callable(copy)
    copy()
    assert QGuiApplication.clipboard().text() != "mine"
    (told,) = left
    assert (told.what, told.cases, told.identifies) == (what, ("Case A",), True)


@pytest.mark.parametrize(("again", "times"), [(True, 2), (False, 1)])
def test_it_asks_until_it_is_told_not_to(
    opened: MainWindow, left: list[Export], monkeypatch: pytest.MonkeyPatch, again: bool, times: int
) -> None:
    answers = Answers(yes=True, again=again)
    monkeypatch.setattr(dialogs, "ask_again", answers)
    for _ in range(2):
        opened.deep_dive.copying.copy_text()
    assert (answers.asked, len(left)) == (times, 2)


def test_it_asks_again_once_the_work_was_closed(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers(yes=True, again=False)
    monkeypatch.setattr(dialogs, "ask_again", answers)
    opened.deep_dive.copying.copy_text()
    opened.store.open(Session())
    opened.store.open(session_on())
    settle()
    opened.deep_dive.copying.copy_text()
    assert answers.asked == 2


WORKING_FILES = {
    "save": ("Problems.xlsx", "Problems of the import"),
    "understood": ("Touchpoints.csv", "What the import understood"),
}


@pytest.mark.parametrize("button", WORKING_FILES)
def test_a_working_file_is_asked_for_and_told(
    opened: MainWindow, left: list[Export], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, button: str
) -> None:
    name, what = WORKING_FILES[button]
    monkeypatch.setattr(dialogs, "ask_where_to_save", lambda *_: tmp_path / name)
    monkeypatch.setattr(dialogs, "ask_sure", lambda *_: False)
    getattr(opened.lists, button).click()
    assert (left, list(tmp_path.iterdir())) == ([], [])
    monkeypatch.setattr(dialogs, "ask_sure", lambda *_: True)
    getattr(opened.lists, button).click()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    (told,) = left
    assert (told.what, told.folder, told.identifies) == (what, str(tmp_path), True)
