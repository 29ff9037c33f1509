"""Locked: nothing of anybody anywhere until the passphrase is given, and nothing lost by it."""

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from invented import BARNABY, IDENTITIES, OTTILIE, ROWS, session_on
from keeping_kit import (
    ANOTHER,
    PASSPHRASE,
    a_case_file,
    give,
    held_in,
    open_in,
    refusing,
)
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot
from widget_tree import found_in, said

from journey_viewer.casefile.opening import open_case_file
from journey_viewer.commands.sources import walk
from journey_viewer.errors import CaseFileUnavailable, DiskFull
from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Casework, Coping
from journey_viewer.model.notes import Note
from journey_viewer.paths import settings_folder
from journey_viewer.reading.preview import Preview, preview_lists
from journey_viewer.ui import clipboard, dialogs
from journey_viewer.ui.keeping.preferences import keep_idle_minutes, remember_case_files
from journey_viewer.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("_quick_keys")
WRITTEN = ("Zephyrine", "Quincunx", "Wapentake", "Marmoset", "Bindweed", "Larkspur")
REASONS = tuple(row.reason for row in ROWS if len(row.reason) > 6)  # shorter ones are in other words
PLANTED = (*IDENTITIES, *WRITTEN, *REASONS, "01/02/2025")
NOTES = (Note(1, OTTILIE, "Zephyrine could have rung", touchpoint=1), Note(2, BARNABY, "Quincunx"))
CASEWORK = {
    OTTILIE: Casework(
        coping=(Coping(2, "Wapentake", date(2025, 1, 1)),), matters="Marmoset", partners=("Bindweed",)
    )
}
ACTIONS = (Action(1, OTTILIE, "Larkspur to ring"),)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_case_file(tmp_path, notes=NOTES, casework=CASEWORK, actions=ACTIONS)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    open_in(qtbot, window, path)
    yield window
    if window.keeping.keeper.trouble is not None:
        window.keeping.keeper.close()  # or the window would ask before it closes


def locked(window: MainWindow) -> MainWindow:
    window.keeping.lock()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    return window


def see_everything(window: MainWindow, folder: Path) -> None:
    """Look everywhere with names shown, search, filter, copy, and ask about the columns of a list."""
    window.header.names.click()
    for place in ("patterns", "meeting", "share", "follow_up", "lists", "deep_dive"):
        for person in window.store.session.document.people:
            window.store.look(place=place, person=person, touchpoint=0)
    QTest.mouseMove(window.deep_dive.swimlane)
    QTest.keyClicks(window.deep_dive.search, "Quayle")
    window.deep_dive.tools.dates_menu.aboutToShow.emit()
    window.deep_dive.tools.filter.click()
    QTest.keyClicks(window.deep_dive.tools.filter_row.words, "Quayle")
    QTest.keyClick(window.deep_dive.swimlane, Qt.Key.Key_Home)
    window.lists.filter.setText("Quayle")
    (folder / "odd.csv").write_text("Wapentake,When\nOttilie Quayle,01/02/2025\n", encoding="utf-8")
    window.import_desk.preview_made.emit(_preview(folder / "odd.csv"))
    window.notice.say("Quayle")
    clipboard.copy("Ottilie Quayle")


def _preview(path: Path) -> Preview:
    return walk(preview_lists(path))[0]


def test_what_is_planted_is_seen_before_the_lock(opened: MainWindow, tmp_path: Path) -> None:
    see_everything(opened, tmp_path)
    there = said(opened, PLANTED, inside=True)
    assert there >= {*("Ottilie", "Quayle", "Dressing", "Wapentake", "01/02/2025")}


def test_nothing_of_anybody_is_anywhere_once_it_is_locked(
    opened: MainWindow, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    see_everything(opened, tmp_path)
    locked(opened)
    for widget in QApplication.topLevelWidgets():
        assert said(widget, PLANTED, inside=True) == set()
    assert found_in(QGuiApplication.clipboard().text(), PLANTED) == set()
    kept = [other.read_text("utf-8") for other in settings_folder().rglob("*") if other.is_file()]
    told = "\n".join([*kept, caplog.text, *capfd.readouterr(), opened.windowTitle()])
    assert found_in(told, PLANTED) == set()


def test_the_locked_window_holds_neither_lists_nor_writings(opened: MainWindow, tmp_path: Path) -> None:
    see_everything(opened, tmp_path)
    held: list[weakref.ref[object]] = [
        weakref.ref(opened.store.session.lists),
        weakref.ref(opened.store.session),
    ]
    locked(opened)
    gc.collect()
    assert [one() for one in held] == [None, None]
    assert not opened.store.can_undo


def test_the_locked_window_shows_the_lock_page_alone(opened: MainWindow) -> None:
    locked(opened)
    page = opened.keeping.door.page
    assert page.isVisible()
    assert page.heading.text() == "Locked"
    assert [widget.isVisible() for widget in (opened.header, opened.rail, opened.notice)] == [False] * 3
    assert said(opened, ("Riverside",)) == set()


def test_the_lock_page_names_the_file_where_names_were_chosen_to_be_seen(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    remember_case_files(True)
    open_in(qtbot, window, path)
    locked(window)
    assert window.keeping.door.page.heading.text() == "Locked: Riverside"


def test_the_file_is_closed_while_it_is_locked(opened: MainWindow, path: Path) -> None:
    opened.store.choose(chosen=(BARNABY,))
    locked(opened)
    with open_case_file(path, PASSPHRASE) as other:
        assert not other.read_only
        assert other.read().document.chosen == (BARNABY,)


def test_unlocking_goes_back_to_the_same_place_and_person_with_names_hidden(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.header.names.click()
    opened.store.look(place="share", person=BARNABY)
    document = opened.store.session.document
    locked(opened)
    give(qtbot, opened, PASSPHRASE)
    session = opened.store.session
    assert (session.view.place, session.view.person) == ("share", BARNABY)
    assert (session.view.names_shown, opened.header.names.text()) == (False, "Names hidden")
    assert session.document == document
    assert opened.share.isVisible()


def test_another_passphrase_unlocks_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    locked(opened)
    give(qtbot, opened, ANOTHER)
    assert opened.keeping.locked
    assert opened.keeping.door.page.error.text().startswith("The passphrase does not open this file.")
    assert opened.store.session.is_empty


def test_close_on_the_lock_page_leads_to_the_start_page(opened: MainWindow) -> None:
    locked(opened)
    opened.keeping.door.page.leave.click()
    assert opened.start.isVisible()
    assert opened.keeping.path is None


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+O", "Ctrl+W", "Ctrl+L", "F8", "Ctrl+1", "Ctrl+F"])
def test_no_key_does_anything_while_it_is_locked(opened: MainWindow, qtbot: QtBot, keys: str) -> None:
    opened.store.choose(chosen=(BARNABY,))
    locked(opened)
    opened.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
    before = opened.store.session
    QTest.keySequence(opened, keys)
    assert opened.store.session is before
    assert opened.keeping.locked
    assert opened.keeping.door.page.isVisible()


def test_after_unlocking_there_is_nothing_to_undo(opened: MainWindow, qtbot: QtBot) -> None:
    opened.store.choose(chosen=(BARNABY,))
    locked(opened)
    give(qtbot, opened, PASSPHRASE)
    opened.store.undo()
    assert opened.store.session.document.chosen == (BARNABY,)


def test_what_is_dropped_while_it_is_locked_is_left_alone(opened: MainWindow, path: Path) -> None:
    locked(opened)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = opened.rect().center()
    entered = QDragEnterEvent(middle, action, files, button, keys)
    entered.ignore()
    QApplication.sendEvent(opened, entered)
    assert not entered.isAccepted()
    QApplication.sendEvent(opened, QDropEvent(QPointF(middle), action, files, button, keys))
    assert opened.keeping.locked
    assert not opened.tasks.busy


def test_a_job_that_runs_is_stopped_by_the_lock(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(opened.tasks.progressed):
        opened.share_desk.export_to(tmp_path / "pack")
    locked(opened)
    assert not opened.tasks.busy
    assert not list((tmp_path / "pack").glob("*"))
    give(qtbot, opened, PASSPHRASE)
    assert opened.header.open.isEnabled()
    assert opened.share.export.isEnabled()


def test_lists_that_are_being_written_are_in_the_file_after_the_lock(
    opened: MainWindow, qtbot: QtBot, path: Path
) -> None:
    session = opened.store.session
    with qtbot.waitSignal(opened.tasks.started):
        opened.store.revise(replace(session, lists=replace(session.lists, last_number=99)))
    locked(opened)
    assert held_in(path).lists.last_number == 99


def test_a_dialog_that_is_open_is_left_by_the_lock(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(opened)
    QLabel("Ottilie Quayle", dialog)
    dialog.show()
    locked(opened)
    assert not dialog.isVisible()
    dialog.deleteLater()


@pytest.mark.parametrize("error", [DiskFull(), CaseFileUnavailable()])
def test_what_cannot_be_saved_is_held_behind_the_lock(
    opened: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    with refusing(monkeypatch, error):
        opened.store.choose(chosen=(BARNABY,))
        locked(opened)
        assert "They are held until you unlock" in opened.keeping.door.page.said.text()
        assert said(opened, PLANTED, inside=True) == set()
        give(qtbot, opened, ANOTHER)
        assert opened.keeping.locked
        give(qtbot, opened, PASSPHRASE)
        assert opened.store.session.document.chosen == (BARNABY,)
        assert opened.notice.text.startswith("Not saved: ")
    opened.keeping.keeper._again.timeout.emit()
    assert held_in(path).document.chosen == (BARNABY,)


def test_what_was_held_is_written_as_soon_as_it_can_be_and_the_file_closed(
    opened: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with refusing(monkeypatch, DiskFull()):
        opened.store.choose(chosen=(BARNABY,))
        locked(opened)
    opened.keeping.keeper._again.timeout.emit()
    assert opened.keeping.path is None
    assert "They are held" not in opened.keeping.door.page.said.text()
    with open_case_file(path, PASSPHRASE) as other:
        assert other.read().document.chosen == (BARNABY,)
    give(qtbot, opened, PASSPHRASE)
    assert opened.store.session.document.chosen == (BARNABY,)


def test_a_file_that_is_gone_does_not_keep_anybody_from_what_was_held(
    opened: MainWindow, qtbot: QtBot, path: Path
) -> None:
    path.unlink()
    opened.store.choose(chosen=(BARNABY,))
    locked(opened)
    give(qtbot, opened, PASSPHRASE)
    assert opened.store.session.document.chosen == (BARNABY,)


@pytest.mark.parametrize("sure", [True, False])
def test_close_on_the_lock_page_asks_before_anything_held_is_lost(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch, sure: bool
) -> None:
    with refusing(monkeypatch, DiskFull()), monkeypatch.context() as patch:
        patch.setattr(dialogs, "ask_sure", lambda *_words: sure)
        opened.store.choose(chosen=(BARNABY,))
        locked(opened)
        opened.keeping.door.page.leave.click()
    assert opened.keeping.locked is not sure


def test_lists_that_are_only_looked_at_are_closed_in_place_of_locked(
    window: MainWindow, tmp_path: Path
) -> None:
    window.store.open(session_on())
    see_everything(window, tmp_path)
    locked(window)
    assert window.start.isVisible()
    assert window.start._said.text().startswith("The lists were closed, because they were kept nowhere")
    assert said(window, PLANTED, inside=True) == set()
    assert QGuiApplication.clipboard().text() == ""


def test_with_nothing_open_there_is_nothing_to_lock(window: MainWindow) -> None:
    locked(window)
    assert window.start.isVisible()
    assert not window.start._said.isVisible()


class Clock:
    """Goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(window: MainWindow) -> Clock:
    made = Clock()
    window.watch._clock = made
    window.watch.note_somebody()
    return made


def test_it_locks_when_nobody_was_there_for_ten_minutes(opened: MainWindow, clock: Clock) -> None:
    clock.now += 9 * 60
    opened.watch.look()
    assert not opened.keeping.locked
    clock.now += 61
    opened.watch.look()
    assert opened.keeping.locked


@pytest.mark.parametrize("sign", ["key", "mouse"])
def test_a_key_or_a_move_of_the_mouse_is_somebody(opened: MainWindow, clock: Clock, sign: str) -> None:
    handle = opened.windowHandle()
    for step in range(3):
        clock.now += 9 * 60
        if sign == "key":
            QTest.keyClick(handle, Qt.Key.Key_Shift)
        else:
            QTest.mouseMove(handle, QPoint(200 + step, 200))
        opened.watch.look()
    assert not opened.keeping.locked


def test_a_computer_that_slept_is_locked_before_the_first_key_counts(
    opened: MainWindow, clock: Clock
) -> None:
    clock.now += 8 * 3600
    QTest.keyClick(opened.windowHandle(), Qt.Key.Key_Shift)
    assert opened.keeping.locked


def test_a_clock_that_is_set_back_locks_nothing(opened: MainWindow, clock: Clock) -> None:
    clock.now -= 3600
    opened.watch.look()
    clock.now += 599
    opened.watch.look()
    assert not opened.keeping.locked


@pytest.mark.parametrize(
    ("minutes", "after", "locks"), [(0, 10_000, False), (5, 301, True), (30, 1_799, False)]
)
def test_after_how_long_it_locks_is_a_setting(
    opened: MainWindow, clock: Clock, minutes: int, after: int, locks: bool
) -> None:
    keep_idle_minutes(minutes)
    opened.care.settings_changed.emit()
    clock.now += after
    opened.watch.look()
    assert opened.keeping.locked is locks


def test_a_minute_before_lists_are_closed_it_says_so(window: MainWindow, clock: Clock) -> None:
    window.store.open(session_on())
    clock.now += 9 * 60 + 1
    window.watch.look()
    assert window.notice.text.startswith("Nobody seems to be here.")
    clock.now += 60
    window.watch.look()
    assert window.store.session.is_empty


def test_what_others_put_on_the_clipboard_is_theirs(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_ALONE", frozenset())
    board = QGuiApplication.clipboard()
    board.setText("something")
    ours = board.ownsClipboard()  # offscreen says no, a real display yes
    clipboard.clear_ours()
    assert (board.text() == "") is ours
    board.clear()
