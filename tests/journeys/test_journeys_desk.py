"""At the desk: lists in, a person chosen, their journey stepped through, names shown and hidden."""

from pathlib import Path

import pytest
from journeys_kit import PLANTED, a_list, drop, finish, read, read_examples
from keeping_kit import answering, look_only
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journey_viewer.paths import example_lists
from journey_viewer.ui.main_window import MainWindow

THIRD = 2


@pytest.fixture
def _looks_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked where to keep lists, the answer is nowhere."""
    answering(monkeypatch, look_only)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    read_examples(qtbot, window)
    return window


def test_the_examples_are_read_with_an_account_of_every_row(opened: MainWindow) -> None:
    sources = opened.store.session.imported.sources
    assert {source.file for source in sources} == {path.name for path in example_lists()}
    assert opened.notice.text == "Read 19 files: 966 touchpoints of 10 people. 2 rows could not be read."
    opened.notice.link.click()
    assert opened.lists.isVisible()


def test_a_journey_is_stepped_through_by_key_with_its_words_beside_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    people, desk = opened.deep_dive.people, opened.deep_dive
    people.setCurrentIndex(people.model().index(THIRD, 0))
    for _ in range(4):
        QTest.keyClick(desk.swimlane, Qt.Key.Key_Right)
    assert desk._heading.text() == "Case C"
    assert opened.store.session.view.touchpoint == 3
    assert desk.chronology.currentIndex().row() == 3


def test_names_are_shown_and_hidden_again(opened: MainWindow) -> None:
    opened.header.names.click()
    assert opened.deep_dive._heading.text() == "Case A · Declan Moore"
    opened.header.names.click()
    assert opened.deep_dive._heading.text() == "Case A"


def test_every_lane_of_every_example_holds_what_it_counts(opened: MainWindow) -> None:
    for person in opened.store.session.document.order:
        opened.store.look(person=person)
        picture = opened.deep_dive.swimlane.picture
        assert picture is not None
        drawn = sum(mark.count for mark in picture.marks) + len(picture.spans)
        assert drawn == sum(lane.count for lane in picture.lanes)


@pytest.mark.usefixtures("_looks_only")
def test_files_dropped_on_the_window_are_read(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop(qtbot, window, a_list(tmp_path))
    assert window.notice.text == "Read 1 file: 3 touchpoints of 2 people."
    assert window.deep_dive.isVisible()


def test_a_dropped_list_is_linked_with_what_is_open(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    read(qtbot, window, [a_list(tmp_path)])
    more = "Person,NHS number,Date,Service\nOttilie Quayle,9990000018,01/06/2025,Mental health\n"
    drop(qtbot, window, a_list(tmp_path, "more.csv", more))
    assert len(window.store.session.document.order) == 2
    assert len(window.store.session.imported.touchpoints) == 4


def test_opening_other_lists_replaces_what_is_open(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened.store.look(place="share")
    read(qtbot, opened, [a_list(tmp_path)])
    assert len(opened.store.session.document.order) == 2
    assert opened.deep_dive.isVisible()
    assert "Case A, 75, 2 touchpoints" in opened.deep_dive.people.model().index(0, 0).data()


@pytest.mark.usefixtures("_looks_only")
def test_closing_all_lists_forgets_everything(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    read(qtbot, window, [a_list(tmp_path)])
    window.lists.close_lists.click()
    assert window.start.isVisible()
    assert window.store.session.is_empty
    drop(qtbot, window, a_list(tmp_path, "other.csv"))
    assert {source.file for source in window.store.session.imported.sources} == {"other.csv"}


def test_the_examples_folder_can_be_opened_whole(window: MainWindow, qtbot: QtBot) -> None:
    read(qtbot, window, [example_lists()[0].parent])
    assert len(window.store.session.document.order) == 10


def test_an_image_that_a_list_names_is_never_loaded(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    magenta = QImage(64, 64, QImage.Format.Format_RGB32)
    magenta.fill(QColor("#FF00FF"))
    assert magenta.save(str(tmp_path / "a.png"))
    tag = f"<img src='{tmp_path}/a.png'>"
    rows = f"Person,Date,Service,Reason,Clinician\n{tag},01/02/2025,GP,{tag},Dr {tag}\n"
    read(qtbot, window, [a_list(tmp_path, content=rows)])
    window.store.look(names_shown=True, touchpoint=0)
    QTest.keyClick(window.deep_dive.swimlane, Qt.Key.Key_Right)
    assert tag in window.deep_dive._heading.text()
    shown = window.grab().toImage()
    magenta_at = [
        (x, y)
        for x in range(0, shown.width(), 3)
        for y in range(0, shown.height(), 3)
        if shown.pixelColor(x, y).name() == "#ff00ff"
    ]
    assert magenta_at == []


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's own folder, with nothing in it yet."""
    made = tmp_path / "home"
    made.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(made))
    return made


@pytest.mark.usefixtures("temp_stays_empty")
def test_nothing_of_anybody_is_left_on_this_computer(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    read(qtbot, window, [a_list(tmp_path)])
    window.header.names.click()
    window.share_desk.export_to(tmp_path / "pack")
    finish(qtbot, window)
    window.close()
    said = "".join(capfd.readouterr())
    assert not any(word in said for word in PLANTED)
    assert [path for path in home.rglob("*") if path.is_file()] == []
    names = " ".join(path.name for path in (tmp_path / "pack").rglob("*"))
    assert not any(word in names for word in PLANTED)
    assert window.windowTitle() == "Journey Viewer"
