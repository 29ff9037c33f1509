"""The looks that can be chosen: live, everywhere, and kept; what leaves the screen stays light."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from share_kit import rest

from journey_viewer.model.imported import Imported
from journey_viewer.session import opened
from journey_viewer.settings import keep_setting
from journey_viewer.theme import THEMES, load_theme
from journey_viewer.ui import dialogs
from journey_viewer.ui.keeping.small_dialogs import SettingsDialog
from journey_viewer.ui.looks import AS_COMPUTER, TEXT_SIZES, palette
from journey_viewer.ui.main_window import MainWindow

Lists = Callable[..., Imported]


@pytest.fixture
def told(window: MainWindow, lists: Lists) -> Iterator[MainWindow]:
    """The window on somebody who was chosen; as the computer looks afterwards."""
    imported = lists("2024-03-05 gp; reason=cough", "2024-04-05 ae")
    window.store.open(opened(imported, date(2024, 6, 1)))
    window.store.look(person=0)
    window.store.choose(chosen=(0,))
    QApplication.processEvents()
    yield window
    window.looks.choose(AS_COMPUTER, 100)


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def share_of(colour: str, image: QImage) -> float:
    """How much of a picture has this colour."""
    wanted = QColor(colour).rgb()
    places = [(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)]
    return sum(image.pixel(x, y) == wanted for x, y in places) / len(places)


@pytest.mark.parametrize("place", ["deep_dive", "lists"])
def test_a_dark_window_has_no_light_ground_left(told: MainWindow, place: str) -> None:
    told.looks.choose("dark", 100)
    told.store.look(place=place)
    image = picture(told)
    assert share_of("#FFFFFF", image) < 0.01
    assert share_of("#F0F4F5", image) == 0
    dark = load_theme("dark").colours
    assert share_of(dark["ground"], image) + share_of(dark["page"], image) > 0.5


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_back_in_the_light_all_is_as_it_was(told: MainWindow, theme: str) -> None:
    before = picture(told)
    told.looks.choose(theme, 100)
    assert picture(told) != before
    told.looks.choose("light", 100)
    assert picture(told) == before


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_that_will_leave_stays_light(told: MainWindow, qtbot: QtBot, theme: str) -> None:
    told.store.look(place="share")
    rest(told, qtbot)
    before = picture(told.share.preview)
    told.looks.choose(theme, 100)
    beside = (before.width() - before.height() * 16 // 9) // 2 + 40
    middle = before.rect().adjusted(beside, before.height() // 3, -beside, -before.height() // 3)
    assert picture(told.share.preview).copy(middle) == before.copy(middle)


def test_what_is_chosen_in_the_settings_is_seen_and_kept(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: SettingsDialog) -> bool:
        dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
        dialog.text.setCurrentIndex(dialog.text.findData(150))
        dialog.use.click()
        return True

    monkeypatch.setattr(dialogs, "answered", choose)
    window.start.settings.click()
    assert (window.looks.theme.name, window.looks.theme.scale) == ("contrast", 1.5)
    assert (window.looks.chosen, window.looks.text_size) == ("contrast", 150)
    window.looks.choose(AS_COMPUTER, 100)


@pytest.mark.parametrize("kept", ["purple", 7, None, ["dark"]])
def test_looks_that_are_not_understood_are_the_computers(window: MainWindow, kept: object) -> None:
    keep_setting("looks", kept)
    keep_setting("text_size", kept)
    assert (window.looks.chosen, window.looks.text_size) == (AS_COMPUTER, 100)


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("place", ["find", "deep_dive", "patterns", "meeting", "share", "follow_up", "lists"])
def test_no_place_needs_a_wider_window_at_any_size_of_text(told: MainWindow, place: str, size: int) -> None:
    told.looks.choose("light", size)
    told.store.look(place=place)
    QApplication.processEvents()
    assert told.size().width() == 1366
    assert told.size().height() == 768
    assert told.minimumSizeHint().width() <= 1366


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_reads_as_the_style_does(name: str) -> None:
    theme = load_theme(name)
    made = palette(theme)
    assert made.window().color() == QColor(theme.colours["page"])
    assert made.text().color() == QColor(theme.colours["ink"])
