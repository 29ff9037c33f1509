"""Which files are wished for is remembered; where one's own template lies is not."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journey_viewer.settings import keep_setting, load_settings
from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.share.files_box import FilesBox
from journey_viewer.ui.share.wanted import Wanted, remember, wanted_before


@pytest.fixture
def files(qtbot: QtBot) -> FilesBox:
    made = FilesBox()
    qtbot.addWidget(made)
    return made


def test_what_was_wished_for_is_there_again(files: FilesBox) -> None:
    for name in ("png", "svg", "xlsx"):
        files.formats[name].click()
    files.outlined.click()
    files.deck_as.setCurrentIndex(1)
    files.deck_as.activated.emit(1)
    files.formats["png"].click()
    files.picture_size.setCurrentIndex(2)
    files.picture_size.activated.emit(2)
    again = FilesBox()
    kinds = frozenset({"pptx", "png", "svg", "xlsx"})
    assert again.wanted == Wanted(kinds, native=False, outlined=True, size="4k")
    assert again.picture_size.currentText() == "4K"
    assert [name for name, tick in again.formats.items() if tick.isChecked()] == [
        "pptx",
        "png",
        "svg",
        "xlsx",
    ]
    again.deleteLater()


@pytest.mark.parametrize("nonsense", ["png", {"png": 1}, 7, None])
def test_nonsense_in_the_settings_is_as_usual(nonsense: object) -> None:
    keep_setting("share_files", nonsense)
    keep_setting("share_picture_size", nonsense)
    assert wanted_before() == Wanted()


def test_an_unknown_kind_in_the_settings_is_left_out() -> None:
    keep_setting("share_files", ["png", "docx", 3])
    assert wanted_before().files == {"png"}


def test_ones_own_template_is_used_but_not_remembered(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    template = tmp_path / "Ottilie Quayle.potx"
    monkeypatch.setattr(dialogs, "ask_for_template", lambda _parent: template)
    window.share.files.template.click()
    assert window.share.wanted.template == template
    remember(window.share.wanted)
    assert "Ottilie" not in str(load_settings())
    window.share.files.template.click()
    assert window.share.wanted.template is None


def test_what_belongs_to_a_kind_is_chosen_only_with_it(files: FilesBox) -> None:
    assert files.transparent.isEnabled()
    files.formats["png"].click()
    files.formats["pptx"].click()
    assert not files.transparent.isEnabled()
    assert not files.deck_as.isEnabled()
