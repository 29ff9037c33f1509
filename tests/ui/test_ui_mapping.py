from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journey_viewer.model.words import Service
from journey_viewer.paths import settings_folder
from journey_viewer.reading.profiles import Role
from journey_viewer.ui.main_window import MainWindow

ODD = "Wer,Wann,Was\nAlbertine Quillfeather,03/04/2025,Sore throat\nAlbertine Quillfeather,09/04/2025,Cough\n"
GOOD = "Person,Date,Service\nAlbertine Quillfeather,03/04/2025,GP\n"


def _ask(qtbot: QtBot, window: MainWindow, folder: Path, text: str) -> None:
    """Open the list, be refused, and follow the link that leads to the question."""
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    with qtbot.waitSignal(window.tasks.ended):
        window.open_lists([path])
    with qtbot.waitSignal(window.import_desk.preview_made):
        window.notice.link.click()
    qtbot.waitUntil(lambda: not window.tasks.busy)


def _use(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.tasks.ended):
        window.mapping.use.click()


def test_an_unknown_list_is_read_once_its_columns_are_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    _ask(qtbot, window, tmp_path, ODD)
    page = window.mapping
    assert page.isVisible()
    for place, role in enumerate((Role.NAME, Role.DATE, Role.REASON)):
        page.choose(place, role)
    page.service.setCurrentIndex(page.service.findData(Service.GP))
    assert page.result.text() == "Of the first 2 rows: 2 touchpoints of 1 person, 0 that cannot be read."
    _use(qtbot, window)
    assert len(window.store.session.imported.touchpoints) == 2
    assert window.deep_dive.isVisible()


@pytest.mark.parametrize("left_out", [Role.NAME, Role.DATE])
def test_what_every_list_needs_must_be_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, left_out: Role
) -> None:
    _ask(qtbot, window, tmp_path, ODD)
    window.mapping.service.setCurrentIndex(1)
    for place, role in enumerate((Role.NAME, Role.DATE, Role.REASON)):
        window.mapping.choose(place, None if role is left_out else role)
    assert not window.mapping.use.isEnabled()
    assert window.mapping.result.text()


def test_nothing_of_the_list_is_kept_among_the_preferences(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    _ask(qtbot, window, tmp_path, ODD)
    for place, role in enumerate((Role.NAME, Role.DATE, Role.REASON)):
        window.mapping.choose(place, role)
    window.mapping.service.setCurrentIndex(1)
    _use(qtbot, window)
    kept = (settings_folder() / "settings.json").read_text(encoding="utf-8")
    assert [word for word in ("Quillfeather", "Sore", "Wer", "list.csv") if word in kept] == []


def test_the_question_can_be_put_off(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    _ask(qtbot, window, tmp_path, ODD)
    window.mapping.cancel.click()
    assert window.start.isVisible()


def test_a_list_among_others_can_be_asked_about_from_the_lists(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "odd.csv").write_text(ODD, encoding="utf-8")
    (tmp_path / "gp.csv").write_text(GOOD, encoding="utf-8")
    with qtbot.waitSignal(window.tasks.ended):
        window.open_lists([tmp_path])
    window.store.look(place="lists")
    with qtbot.waitSignal(window.import_desk.preview_made):
        window.lists.refusals.findChildren(QPushButton)[0].click()
    assert window.mapping.isVisible()


def test_cells_are_shown_as_plain_text(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    _ask(qtbot, window, tmp_path, ODD.replace("Sore throat", "<img src=x>"))
    item = window.mapping.table.item(1, 2)
    assert item is not None
    assert item.text() == "<img src=x>"
