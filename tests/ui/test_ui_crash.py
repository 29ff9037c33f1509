"""What nobody foresaw is told without a word of anybody."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QTextEdit

from journey_viewer.errors import frames_of
from journey_viewer.model.case import case_label
from journey_viewer.ui import crash, dialogs
from journey_viewer.ui.dialogs import tell

PLANTED = "999 000 0018 Ottilie Quayle"


class Broken(Exception):
    pass


def caught(raising: Callable[[], object], kind: type[Exception]) -> Exception:
    with pytest.raises(kind) as told:
        raising()
    return told.value


def broken() -> None:
    try:
        int(PLANTED)
    except ValueError as error:
        raise Broken(PLANTED) from error


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What would have been shown."""
    shown: list[tuple[object, ...]] = []

    def tell_nobody(*words: object) -> None:
        shown.append(words)

    monkeypatch.setattr(dialogs, "tell", tell_nobody)
    return shown


def test_only_the_kind_and_the_places_are_told() -> None:
    frames = frames_of(caught(broken, Broken))
    assert frames.splitlines()[0] == "Broken"
    assert frames.splitlines()[-1].startswith("test_ui_crash.py:")
    assert not any(word in frames for word in PLANTED.split())


def test_no_folder_of_this_computer_is_told() -> None:
    frames = frames_of(caught(partial(case_label, cast("Any", None)), TypeError))
    assert "\njourney_viewer/model/case.py:" in frames
    assert str(Path(__file__).parents[2]) not in frames


def test_the_crash_dialog_says_what_to_do_and_nothing_of_anybody(told: list[tuple[object, ...]]) -> None:
    crash.show_crash(caught(broken, Broken))
    words = " ".join(str(part) for part in told[0])
    assert "You can go on" in words
    assert "Broken" in words
    assert not any(word in words for word in PLANTED.split())


def test_an_uncaught_error_ends_in_the_same_dialog(
    told: list[tuple[object, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    error = caught(broken, Broken)
    crash.on_uncaught(type(error), error, error.__traceback__)
    assert len(told) == 1
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_shows_no_dialog(told: list[tuple[object, ...]]) -> None:
    crash.on_uncaught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


def test_a_box_shows_plain_text_and_can_be_closed(qapp: QApplication) -> None:
    shown: list[object] = []

    def look_and_close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        details = box.findChildren(QTextEdit)[0].toPlainText()
        shown.extend([box.textFormat(), box.text(), details])
        box.accept()

    QTimer.singleShot(0, look_and_close)
    tell(None, "Journey Viewer", "<b>bold</b>", "<img src='a.png'>")
    assert shown == [Qt.TextFormat.PlainText, "<b>bold</b>", "<img src='a.png'>"]
