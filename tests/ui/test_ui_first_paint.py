"""What is there when the window is first seen, and that nobody notices how the rest gets in."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journey_viewer.app import front
from journey_viewer.ui import dialogs
from journey_viewer.ui.furnishing import Furnishing
from journey_viewer.ui.main_window import MainWindow

FIRST_PAINT = Path(__file__).parents[1] / "benchmarks" / "first_paint.py"
OF_THE_MACHINE = {
    *("journey_viewer", "__main__", "signature_bootstrap", "__feature__"),
    *("_distutils_hack", "sitecustomize", "usercustomize"),  # of the interpreter itself
}
ALLOWED = {"PySide6", "shiboken6", "shibokensupport", "font_source_sans_pro"}

Front = tuple[MainWindow, Furnishing]


@pytest.fixture
def begun(qapp: QApplication, qtbot: QtBot) -> Iterator[Front]:
    """The window as it is first seen; it would be furnished as soon as events are handled."""
    window, furnishing = front(qapp)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    yield window, furnishing
    furnishing.finish()
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(window, int(QEvent.Type.DeferredDelete))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """Who asked for lists; none is chosen."""
    asking: list[QWidget] = []

    def ask_for_lists(parent: QWidget) -> list[Path]:
        asking.append(parent)
        return []

    monkeypatch.setattr(dialogs, "ask_for_lists", ask_for_lists)
    return asking


def third_parties(modules: list[str]) -> set[str]:
    """Other people's packages among these modules."""
    names = {name.partition(".")[0] for name in modules}
    return names - sys.stdlib_module_names - OF_THE_MACHINE


def test_the_first_window_needs_only_pyside_and_its_font() -> None:
    done = subprocess.run(
        [sys.executable, str(FIRST_PAINT), "ours"], capture_output=True, text=True, check=True
    )
    _taken, *modules = done.stdout.split()
    assert third_parties(modules) <= ALLOWED
    assert not {f"journey_viewer.{name}" for name in ("session", "arguments", "ui.dialogs")} & set(modules)


def test_nothing_that_is_seen_changes_when_the_rest_is_put_in(begun: Front, qtbot: QtBot) -> None:
    window, furnishing = begun
    before = window.grab().toImage()
    assert not window.furnished
    furnishing.finish()
    QApplication.processEvents()
    assert window.grab().toImage() == before


def test_the_rest_is_put_in_by_itself(begun: Front, qtbot: QtBot) -> None:
    window, furnishing = begun
    with qtbot.waitSignal(furnishing.finished):
        furnishing.begin()
        window.update()
    assert window.furnished
    assert window.start.isVisible()


def test_a_window_that_is_never_painted_is_furnished_too(qapp: QApplication, qtbot: QtBot) -> None:
    window, furnishing = front(qapp)
    qtbot.addWidget(window)
    with qtbot.waitSignal(furnishing.finished):
        furnishing.begin()


def test_a_button_that_is_pressed_early_does_what_it_says(begun: Front, asked: list[QWidget]) -> None:
    window, furnishing = begun
    furnishing.begin()
    window.start.files.click()
    assert asked == [window]


def test_a_key_that_is_pressed_early_does_what_it_does(
    begun: Front, asked: list[QWidget], qtbot: QtBot
) -> None:
    window, furnishing = begun
    with qtbot.waitActive(window):  # else no key is a shortcut of its
        window.activateWindow()
    furnishing.begin()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert asked == [window]


def test_a_window_can_be_closed_before_it_is_furnished(begun: Front) -> None:
    window, furnishing = begun
    furnishing.begin()
    assert window.close()


def test_the_end_of_furnishing_is_said_once(begun: Front) -> None:
    _window, furnishing = begun
    said: list[bool] = []
    furnishing.finished.connect(partial(said.append, True))
    furnishing.begin()
    furnishing.finish()
    furnishing.finish()
    QApplication.processEvents()
    assert said == [True]
