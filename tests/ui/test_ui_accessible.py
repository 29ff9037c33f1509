"""Everything that can be reached by the keyboard says what it is, and shows where the focus is."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from dialog_kit import dialogs_of
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QApplication, QComboBox, QWidget

from journey_viewer.model.imported import Imported
from journey_viewer.session import opened
from journey_viewer.theme import THEMES
from journey_viewer.ui.looks import AS_COMPUTER
from journey_viewer.ui.main_window import MainWindow

Lists = Callable[..., Imported]


def reachable(window: QWidget) -> Iterator[QWidget]:
    """All that can have the focus, on any page; a larger widget stands for its parts."""
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), QAbstractScrollArea) or widget.focusProxy() is not None
        takes_it = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.window() is window
        if takes_it and not inside and not widget.isHidden():
            yield widget


def nameless(window: QWidget) -> list[str]:
    """Where a screen reader would have nothing to say, or what is chosen and not what it is about."""
    found = []
    for widget in reachable(window):
        told = QAccessible.queryAccessibleInterface(widget)
        own = widget.accessibleName() or not isinstance(widget, QComboBox | QAbstractSpinBox)
        if told is None or not own or not told.text(QAccessible.Text.Name).strip():
            found.append(_path(widget))
    return found


def _path(widget: QWidget | None) -> str:
    return "" if widget is None else f"{_path(widget.parentWidget())}/{type(widget).__name__}"


def test_everything_that_can_have_the_focus_has_a_name(told: MainWindow) -> None:
    assert nameless(told) == []


def test_everything_in_every_dialog_has_a_name(told: MainWindow) -> None:
    for dialog in dialogs_of(told):
        assert (type(dialog).__name__, nameless(dialog)) == (type(dialog).__name__, [])
        dialog.deleteLater()


def test_everything_on_the_page_before_a_case_file_has_a_name(told: MainWindow) -> None:
    told.cover.setCurrentWidget(told.keeping.door.page)
    assert nameless(told) == []


@pytest.fixture
def told(window: MainWindow, lists: Lists) -> Iterator[MainWindow]:
    """The window on somebody who was chosen, with a touchpoint chosen."""
    imported = lists("2024-03-05 gp; reason=cough", "2024-04-05 ae")
    window.store.open(opened(imported, date(2024, 6, 1)))
    window.store.look(person=0, touchpoint=0)
    window.store.choose(chosen=(0,))
    window.activateWindow()
    QApplication.processEvents()
    yield window
    window.looks.choose(AS_COMPUTER, 100)


def picture(widget: QWidget, window: QWidget) -> QImage:
    """How it looks in the window."""
    return window.grab(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())).toImage()


@pytest.mark.parametrize("place", ["find", "deep_dive", "patterns", "meeting", "share", "follow_up", "lists"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_can_be_seen(told: MainWindow, theme: str, place: str) -> None:
    told.looks.choose(theme, 100)
    told.store.look(place=place)
    QApplication.processEvents()
    unseen = []
    for widget in [one for one in reachable(told) if one.isVisible() and one.isEnabled()]:
        widget.clearFocus()
        without = picture(widget, told)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if picture(widget, told) == without:
            unseen.append(_path(widget))
    assert unseen == []
