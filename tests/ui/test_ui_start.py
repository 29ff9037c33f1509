"""Before any list is open, and the line that says what happened."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from keeping_kit import answering, look_only
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from journey_viewer.model.progress import Progress
from journey_viewer.theme import load_theme
from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.notice import Notice


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    made = Notice()
    qtbot.addWidget(made)
    return made


def answer(monkeypatch: pytest.MonkeyPatch, question: str, given: object) -> None:
    def answered(*_: Any) -> object:
        return given

    monkeypatch.setattr(dialogs, question, answered)


@pytest.fixture
def asked(window: MainWindow) -> list[list[Path]]:
    """The paths that the window was asked to open; none is read."""
    opened: list[list[Path]] = []

    def remember(paths: Sequence[Path], **_how: object) -> None:
        opened.append(list(paths))

    window.import_desk.open = remember  # type: ignore[method-assign,assignment]
    return opened


def test_the_window_begins_with_what_to_do_next(window: MainWindow) -> None:
    assert window.start.isVisible()
    assert not window.deep_dive.isVisible()
    assert window.windowTitle() == "Journey Viewer"


@pytest.mark.parametrize("given", [[], [Path("a.csv"), Path("b.xlsx")]])
def test_choosing_files_opens_them(
    window: MainWindow,
    qtbot: QtBot,
    asked: list[list[Path]],
    monkeypatch: pytest.MonkeyPatch,
    given: list[Path],
) -> None:
    answer(monkeypatch, "ask_for_lists", given)
    answering(monkeypatch, look_only)
    window.start.files.click()
    qtbot.waitUntil(lambda: asked == [given] or not given)
    assert asked == ([given] if given else [])


@pytest.mark.parametrize("given", [None, Path("lists")])
def test_choosing_a_folder_opens_it(
    window: MainWindow,
    qtbot: QtBot,
    asked: list[list[Path]],
    monkeypatch: pytest.MonkeyPatch,
    given: Path | None,
) -> None:
    answer(monkeypatch, "ask_for_folder", given)
    answering(monkeypatch, look_only)
    window.start.folder.click()
    qtbot.waitUntil(lambda: asked == [[given]] or given is None)
    assert asked == ([[given]] if given else [])


def test_a_blank_list_is_saved_as_a_workbook(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer(monkeypatch, "ask_where_to_save", tmp_path / "Contacts")
    window.start.template.click()
    assert "Date" in {
        cell.value for cell in openpyxl.load_workbook(tmp_path / "Contacts.xlsx").worksheets[0][1]
    }
    assert window.notice.text == "Saved a blank list."


def test_a_place_that_cannot_be_written_to_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    answer(monkeypatch, "ask_where_to_save", tmp_path / "file" / "Contacts.xlsx")
    window.start.template.click()
    assert window.notice.text.startswith("Files cannot be written to that folder.")


def test_every_button_of_the_window_says_what_it_does(window: MainWindow) -> None:
    start = window.start
    asking = (start.files, start.folder, start.look, start.template, start.new, start.case, start.settings)
    assert all(made.toolTip() for made in asking)


def test_the_places_wait_for_lists(window: MainWindow) -> None:
    assert not any(made.isEnabled() for made in window.rail._buttons.values())


def test_a_sentence_has_a_close_button_and_no_bar(notice: Notice) -> None:
    notice.say("Something was done.")
    assert notice.isVisible()
    assert (notice.close_.isVisible(), notice.cancel.isVisible(), notice.link.isVisible()) == (
        True,
        False,
        False,
    )
    notice.close_.click()
    assert not notice.isVisible()


def test_a_sentence_may_lead_somewhere(notice: Notice, qtbot: QtBot) -> None:
    notice.say("Something was done.", link="Look")
    with qtbot.waitSignal(notice.followed):
        notice.link.click()


def test_a_job_has_a_bar_and_a_cancel(notice: Notice, qtbot: QtBot) -> None:
    notice.begin("Reading lists")
    notice.advance(Progress(3, 10, "Reading list 1 of 2"))
    bar = notice.findChildren(QProgressBar)[0]
    assert (bar.value(), bar.maximum(), notice.text) == (3, 10, "Reading list 1 of 2")
    assert not notice.close_.isVisible()
    with qtbot.waitSignal(notice.cancelled):
        notice.cancel.click()


def test_a_job_that_has_not_said_how_long_it_takes_is_busy(notice: Notice) -> None:
    notice.begin("Reading lists")
    assert notice.findChildren(QProgressBar)[0].maximum() == 0


@pytest.mark.parametrize("words", ["<b>bold</b>", "<img src='file:///etc/hostname'>"])
def test_a_sentence_is_plain_text(notice: Notice, words: str) -> None:
    notice.say(words)
    assert notice._text.textFormat() is Qt.TextFormat.PlainText
    assert notice.text == words


def test_a_warning_looks_like_one(notice: Notice) -> None:
    notice.setStyleSheet('#notice { background: #ffffff; } #notice[kind="warning"] { background: #ff0000; }')
    ground: Callable[[], str] = lambda: notice.grab().toImage().pixelColor(2, 2).name()  # noqa: E731
    notice.say("All is well.")
    assert ground() == "#ffffff"
    notice.say("Not all is well.", warning=True)
    assert ground() == "#ff0000"


def test_every_name_in_the_style_is_a_colour_of_the_theme() -> None:
    from journey_viewer.ui.parts import style_sheet

    assert "$" not in style_sheet(load_theme())
