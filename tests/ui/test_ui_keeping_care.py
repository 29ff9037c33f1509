"""What is done about an open case file: another passphrase, damage, the sheet, its registers, its end."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from invented import BARNABY, OTTILIE
from keeping_kit import (
    ANOTHER,
    PASSPHRASE,
    a_case_file,
    answering,
    finish,
    give,
    held_in,
    idle,
    leave,
    open_in,
    type_twice,
)
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from journey_viewer.casefile import keychain
from journey_viewer.casefile.backups import backups, delete_backups, put_aside
from journey_viewer.casefile.cipher import PAGE
from journey_viewer.casefile.deletion import delete_case_file
from journey_viewer.errors import WrongPassphrase
from journey_viewer.model.notes import Note
from journey_viewer.ui import dialogs
from journey_viewer.ui.keeping.change_dialog import ChangeDialog
from journey_viewer.ui.keeping.new_dialog import NewCaseFileDialog, as_case_file
from journey_viewer.ui.keeping.preferences import (
    idle_minutes,
    keep_idle_minutes,
    recent_case_files,
    remember_case_file,
    remember_case_files,
)
from journey_viewer.ui.keeping.sheet_dialog import SheetDialog
from journey_viewer.ui.keeping.small_dialogs import DeleteByDialog, SettingsDialog
from journey_viewer.ui.keeping.where_dialog import WhereDialog, size_in_words
from journey_viewer.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("_quick_keys")
A_NOTE = Note(1, OTTILIE, "One call that week would have helped.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_case_file(tmp_path)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, path: Path) -> MainWindow:
    open_in(qtbot, window, path)
    window.store.choose(notes=(A_NOTE,))
    finish(qtbot, window)
    return window


class Keyring(dict[str, str]):
    """A computer's keyring that holds what it is told, by the file's salt."""

    def install(self, monkeypatch: pytest.MonkeyPatch) -> "Keyring":
        monkeypatch.setattr(keychain, "is_there", lambda: True)
        monkeypatch.setattr(keychain, "_keyring", lambda: self)
        return self

    def set_password(self, _service: str, mark: str, passphrase: str) -> None:
        self[mark] = passphrase

    def get_password(self, _service: str, mark: str) -> str | None:
        return self.get(mark)

    def delete_password(self, _service: str, mark: str) -> None:
        del self[mark]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    return Keyring().install(monkeypatch)


def change(passphrase: str = ANOTHER, **ticks: bool) -> Any:
    def answer(dialog: Any) -> None:
        assert isinstance(dialog, ChangeDialog)
        type_twice(dialog, passphrase)
        for name, wanted in ticks.items():
            getattr(dialog, name).setChecked(wanted)
        dialog.change.click()

    return answer


def change_passphrase(window: MainWindow, qtbot: QtBot, answer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, answer)
    window.header.case_menu.change.trigger()
    idle(qtbot, window)
    finish(qtbot, window)


def test_a_changed_passphrase_opens_the_file_and_the_old_one_nothing(
    opened: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    salt = path.read_bytes()[:16]
    change_passphrase(opened, qtbot, change(), monkeypatch)
    assert path.read_bytes()[:16] != salt
    opened.store.choose(chosen=(BARNABY,))
    assert opened.close()
    assert held_in(path, ANOTHER).document.chosen == (BARNABY,)
    with pytest.raises(WrongPassphrase):
        held_in(path)
    assert {held_in(copy, ANOTHER).document.notes for copy in backups(path)} == {(A_NOTE,)}


def test_older_backups_can_be_left_and_open_with_the_old_passphrase(
    opened: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = backups(path)[0].with_name("Riverside 2026-01-01 000000.journey")
    shutil.copy(path, older)
    change_passphrase(opened, qtbot, change(delete=False), monkeypatch)
    assert "open with the old one" in opened.notice.text
    assert held_in(older).document.notes == (A_NOTE,)


def test_the_lock_asks_for_the_changed_passphrase(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_passphrase(opened, qtbot, change(), monkeypatch)
    opened.keeping.lock()
    give(qtbot, opened, PASSPHRASE)
    assert opened.keeping.locked
    give(qtbot, opened, ANOTHER)
    assert opened.store.session.document.notes == (A_NOTE,)


def test_a_passphrase_that_is_too_easy_or_differs_cannot_be_chosen(opened: MainWindow) -> None:
    dialog = ChangeDialog(opened, 2)
    for first, again in (("password1", "password1"), (ANOTHER, PASSPHRASE), ("", "")):
        dialog.passphrase.first.line.setText(first)
        dialog.passphrase.again.line.setText(again)
        dialog.passphrase.judge()
        assert not dialog.change.isEnabled()
    type_twice(dialog, ANOTHER)
    assert dialog.change.isEnabled()
    dialog.deleteLater()


def test_how_hard_it_is_to_guess_is_said_a_moment_after_the_last_key(
    opened: MainWindow, qtbot: QtBot
) -> None:
    dialog = ChangeDialog(opened, 0)
    with qtbot.waitSignal(dialog.passphrase._pause.timeout):
        dialog.passphrase.first.line.setText("password1")
        assert dialog.passphrase.said.text() == ""
    assert dialog.passphrase.said.text() == "Far too easy to guess."
    dialog.deleteLater()


def test_the_keyring_is_offered_only_where_there_is_one(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    for there in (False, True):
        monkeypatch.setattr(keychain, "is_there", lambda there=there: there)
        dialog = NewCaseFileDialog(window, look_only=False)
        seen.append((dialog.keyring.isHidden(), dialog.keyring.isChecked()))
        dialog.deleteLater()
    assert seen == [(True, False), (False, False)]


def test_a_passphrase_that_the_keyring_keeps_need_not_be_typed_but_for_the_lock(
    window: MainWindow, qtbot: QtBot, path: Path, keyring: Keyring
) -> None:
    keychain.remember(path, PASSPHRASE)
    window.keeping.open(path)
    idle(qtbot, window)
    assert window.deep_dive.isVisible()
    window.keeping.lock()
    idle(qtbot, window)
    assert window.keeping.locked
    assert window.keeping.door.page.isVisible()


def test_a_passphrase_of_the_keyring_that_is_no_longer_right_is_asked_for(
    window: MainWindow, qtbot: QtBot, path: Path, keyring: Keyring
) -> None:
    keychain.remember(path, ANOTHER)
    window.keeping.open(path)
    idle(qtbot, window)
    page = window.keeping.door.page
    assert page.isVisible()
    assert not page.error.isVisible()
    assert page.field.isEnabled()


@pytest.mark.parametrize("remember", [True, False])
def test_what_the_keyring_kept_goes_with_the_old_passphrase(
    opened: MainWindow,
    qtbot: QtBot,
    path: Path,
    keyring: Keyring,
    monkeypatch: pytest.MonkeyPatch,
    *,
    remember: bool,
) -> None:
    keychain.remember(path, PASSPHRASE)
    change_passphrase(opened, qtbot, change(keyring=remember), monkeypatch)
    assert list(keyring.values()) == ([ANOTHER] if remember else [])


def damage(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("place", [20, PAGE * 2 + 100])
def test_of_a_damaged_file_the_last_good_backup_is_offered_and_opened(
    opened: MainWindow, qtbot: QtBot, path: Path, place: int
) -> None:
    opened.keeping.keeper._file._backed_up = None  # type: ignore[union-attr]  # as an hour later
    opened.store.choose(chosen=(BARNABY,))
    finish(qtbot, opened)
    opened.keeping.close()
    damage(path, place)
    damaged = path.read_bytes()
    open_in(qtbot, opened, path)
    page = opened.keeping.door.page
    assert page.restore.text().startswith("Open the backup of ")
    page.restore.click()
    idle(qtbot, opened)
    assert opened.store.session.document.notes == (A_NOTE,)
    assert [aside.read_bytes() for aside in put_aside(path)] == [damaged]


def test_of_a_damaged_file_without_a_backup_it_is_said(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    delete_backups(path)
    damage(path, PAGE * 2 + 100)
    open_in(qtbot, window, path)
    page = window.keeping.door.page
    assert page.error.text().startswith("The case file is damaged.")
    assert page.error.text().endswith("No backup beside it opens with this passphrase either.")
    assert not page.restore.isVisible()


def test_an_empty_file_asks_for_the_passphrase_of_its_backups(
    opened: MainWindow, qtbot: QtBot, path: Path
) -> None:
    opened.keeping.close()
    path.write_bytes(b"")
    open_in(qtbot, opened, path)
    assert opened.keeping.door.page.restore.isVisible()


def test_where_it_is_shows_backups_openings_and_what_left(
    opened: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.store.choose(chosen=(OTTILIE,))
    opened.share_desk.export_to(tmp_path / "pack")
    finish(qtbot, opened)
    told: dict[str, list[str]] = {}

    def look(dialog: Any) -> None:
        assert isinstance(dialog, WhereDialog)
        for name in ("openings", "exports", "backups"):
            model = getattr(dialog, name).model()
            told[name] = [str(model.index(0, column).data()) for column in range(model.columnCount())]
        told["path"] = [dialog.path.text()]
        dialog.accept()

    answering(monkeypatch, look)
    opened.header.case_menu.where.trigger()
    assert told["path"] == [str(path)]
    assert told["openings"][1] == "open, or not closed properly"
    assert told["exports"][1:4] == ["Anonymised pack: PowerPoint deck, Pictures (PNG)", "A", "no"]
    assert told["exports"][4] == str(tmp_path / "pack")
    assert len(told["backups"]) == 2


@pytest.mark.parametrize(("size", "words"), [(900, "1 kB"), (45_056, "45 kB"), (12_345_678, "12.3 MB")])
def test_a_size_is_told_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_the_day_by_which_it_is_deleted_is_kept(
    opened: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.store.choose(delete_by=date(2026, 1, 31))

    def answer(dialog: Any) -> None:
        assert isinstance(dialog, DeleteByDialog)
        assert dialog.day.date().toPython() == date(2026, 1, 31)
        dialog.day.setDate(dialog.day.date().addYears(1))
        dialog.use.click()

    answering(monkeypatch, answer)
    opened.header.case_menu.delete_by.trigger()
    finish(qtbot, opened)
    assert held_in(path).document.delete_by == date(2027, 1, 31)


@pytest.mark.parametrize("sure", [True, False])
def test_a_case_file_is_deleted_with_all_that_is_beside_it_once_that_is_sure(
    opened: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch, *, sure: bool
) -> None:
    remember_case_files(True)
    remember_case_file(path)
    path.with_name("Riverside damaged 2026-01-01 000000.journey").write_bytes(b"x")
    copies = len(backups(path)) + 1
    asked: list[str] = []

    def answer(*words: object) -> bool:
        asked.append(str(words[2]))
        return sure

    monkeypatch.setattr(dialogs, "ask_sure", answer)
    opened.header.case_menu.delete.trigger()
    assert asked[0].startswith(f"Riverside.journey and {copies} copies beside it will be deleted")
    assert (list(path.parent.iterdir()) == []) is sure
    assert opened.start.isVisible() is sure
    assert (recent_case_files() == ()) is sure


def test_only_what_is_this_file_s_is_deleted_with_it(path: Path) -> None:
    others = [
        path.with_name(name) for name in ("Riverside notes.journey", "Riverside damaged.txt", "Other.journey")
    ]
    for other in others:
        other.write_bytes(b"x")
    delete_case_file(path)
    assert sorted(path.parent.iterdir()) == sorted(others)


def test_the_sheet_names_the_file_and_can_be_saved_without_a_printer(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "can_print", lambda: False)
    monkeypatch.setattr(dialogs, "ask_where_to_save", lambda *_: tmp_path / "Sheet")

    def answer(dialog: Any) -> None:
        assert isinstance(dialog, SheetDialog)
        assert not dialog.print_.isEnabled()
        dialog.save.click()
        assert dialog.said.text().startswith("Saved as Sheet.pdf.")
        dialog.done_.click()

    seen = answering(monkeypatch, answer)
    opened.header.case_menu.sheet.trigger()
    assert len(seen) == 1
    assert (tmp_path / "Sheet.pdf").read_bytes().startswith(b"%PDF")


def test_the_sheet_is_offered_where_a_passphrase_is_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, leave)
    dialog = NewCaseFileDialog(window, look_only=True)
    dialog.sheet.click()
    assert isinstance(seen[0], SheetDialog)
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("", "Say where the case file is to be."),
        ("{folder}/Riverside", "There is already a file of that name."),
        ("{folder}/nowhere/New.journey", "There is no such folder."),
        ("{folder}/Riverside.journey/New.journey", "There is no such folder."),
        ("{folder}/New", ""),
    ],
)
def test_a_place_that_cannot_be_is_told_in_the_dialog(
    window: MainWindow, path: Path, where: str, sentence: str
) -> None:
    dialog = NewCaseFileDialog(window, look_only=False)
    dialog.where.setText(where.format(folder=path.parent))
    type_twice(dialog, PASSPHRASE)
    assert dialog.error.text().startswith(sentence)
    assert dialog.make.isEnabled() is not bool(sentence)
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("name", "expected"), [("A", "A.journey"), ("A.JOURNEY", "A.JOURNEY"), ("A.b", "A.b.journey")]
)
def test_the_ending_of_a_case_file_is_added(name: str, expected: str) -> None:
    assert as_case_file(Path(name)) == Path(expected)


def test_no_recent_case_file_is_remembered_until_that_is_chosen(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    open_in(qtbot, window, path)
    window.keeping.close()
    assert recent_case_files() == ()
    assert not window.start.remember.isChecked()


def test_recent_case_files_can_be_opened_from_the_start_page_and_forgotten(
    window: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window.start.remember.click()
    other = a_case_file(tmp_path, "Other")
    for one in (path, other, path):
        open_in(qtbot, window, one)
        window.keeping.close()
    assert recent_case_files() == (path, other)
    links = window.start._recent.findChildren(QPushButton)
    assert [link.text() for link in links] == ["Riverside", "Other"]
    with qtbot.waitSignal(window.start.recent_asked) as asked:
        links[1].click()
    idle(qtbot, window)
    assert asked.args == [other]
    window.keeping.door.page.leave.click()
    window.start.remember.click()
    assert recent_case_files() == ()
    assert not window.start._recent.isVisible()


def test_a_recent_case_file_that_is_gone_is_forgotten(window: MainWindow, path: Path) -> None:
    remember_case_files(True)
    remember_case_file(path)
    path.unlink()
    window.keeping.open(path)
    assert recent_case_files() == ()


def test_the_settings_are_kept(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: Any) -> None:
        assert isinstance(dialog, SettingsDialog)
        assert dialog.idle.currentText() == "After 10 minutes"
        dialog.idle.setCurrentIndex(0)
        dialog.remember.setChecked(True)
        dialog.use.click()

    answering(monkeypatch, answer)
    window.start.settings.click()
    assert idle_minutes() == 0
    assert window.start.remember.isChecked()


@pytest.mark.parametrize("kept", [7, "10", None, True])
def test_a_setting_that_means_nothing_is_the_usual_one(kept: Any) -> None:
    keep_idle_minutes(kept)
    assert idle_minutes() == 10


@pytest.mark.parametrize(
    ("text", "shift", "on"),
    [("a", False, False), ("A", True, False), ("A", False, True), ("a", True, True), ("7", True, False)],
)
def test_caps_lock_is_guessed_from_what_the_keys_make(
    window: MainWindow, text: str, *, shift: bool, on: bool
) -> None:
    field = window.keeping.door.page.field
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_A), held, text))
    assert field._caps.isHidden() is not on
