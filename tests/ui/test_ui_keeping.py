"""A case file in the window: made, opened, saved by itself, closed."""

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from invented import BARNABY, OTTILIE, PEOPLE, listed, session_on
from keeping_kit import (
    ANOTHER,
    PASSPHRASE,
    a_case_file,
    answering,
    finish,
    give,
    held_in,
    idle,
    keep_in,
    leave,
    look_only,
    open_in,
    refusing,
)
from pytestqt.qtbot import QtBot

from journey_viewer.casefile.backups import backup_folder, backups
from journey_viewer.casefile.opening import open_case_file
from journey_viewer.errors import DiskFull
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Window
from journey_viewer.model.registers import Export
from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("_quick_keys")
A_NOTE = Note(1, OTTILIE, "One call that week would have helped.")
ROW = "Person,Date,Service,Reason\nOttilie Quayle,05/03/2025,GP,Chest pain\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_case_file(tmp_path)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, path: Path) -> MainWindow:
    open_in(qtbot, window, path)
    return window


def a_list(folder: Path) -> Path:
    (folder / "list.csv").write_text(ROW, encoding="utf-8")
    return folder / "list.csv"


def beside(path: Path) -> set[str]:
    return {other.name for other in path.parent.iterdir()}


def test_an_opened_case_file_shows_what_it_holds(opened: MainWindow) -> None:
    session = opened.store.session
    assert [person.name for person in session.imported.people] == [person.name for person in PEOPLE]
    assert (session.keeping.name, session.keeping.read_only) == ("Riverside", False)
    assert opened.deep_dive.isVisible()
    assert opened.header.case_file.text() == "Riverside  ▾"
    assert opened.header.saved.text().startswith("saved ")
    assert not opened.header.keep.isVisible()


def test_the_passphrase_is_asked_for_in_the_window(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.open_lists([path])
    idle(qtbot, window)
    page = window.keeping.door.page
    assert page.isVisible()
    assert not window.rail.isVisible()
    assert page.heading.text() == "Open Riverside"


def test_cancel_on_the_page_leaves_what_was_open(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    before = opened.store.session
    opened.keeping.open(a_case_file(tmp_path, "Other"))
    idle(qtbot, opened)
    opened.keeping.door.page.leave.click()
    assert opened.store.session is before
    assert opened.deep_dive.isVisible()
    assert not opened.notice.isVisible()


def test_a_wrong_passphrase_is_told_on_the_page_and_changes_nothing(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    before = path.read_bytes()
    open_in(qtbot, window, path, ANOTHER)
    page = window.keeping.door.page
    assert page.error.text().startswith("The passphrase does not open this file.")
    assert page.field.isEnabled()
    assert path.read_bytes() == before
    give(qtbot, window, PASSPHRASE)
    assert window.deep_dive.isVisible()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"Dear all, this is only a text.", "This is not a case file."), (None, "There is no file or folder")],
)
def test_what_is_no_case_file_is_told_at_once(
    window: MainWindow, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "letter.journey"
    if content is not None:
        path.write_bytes(content)
    window.keeping.open(path)
    assert window.notice.text.startswith(f"letter.journey: {sentence}")
    assert window.start.isVisible()
    assert content is None or path.read_bytes() == content


def test_what_is_chosen_is_in_the_file_by_itself(opened: MainWindow, qtbot: QtBot, path: Path) -> None:
    opened.store.choose(chosen=(BARNABY,), notes=(A_NOTE,))
    finish(qtbot, opened)
    assert held_in(path).document == opened.store.session.document
    assert opened.header.saved.text() == f"saved {opened.store.session.keeping.saved:%H:%M}"


def test_undo_is_saved_as_any_change(opened: MainWindow, qtbot: QtBot, path: Path) -> None:
    opened.store.choose(notes=(A_NOTE,))
    finish(qtbot, opened)
    opened.store.undo()
    finish(qtbot, opened)
    assert held_in(path).document.notes == ()


def test_looking_elsewhere_writes_nothing(opened: MainWindow, path: Path) -> None:
    before = path.read_bytes()
    opened.store.look(person=BARNABY, names_shown=True)
    assert not opened.keeping.keeper.unsaved
    assert path.read_bytes() == before


def test_lists_that_are_added_are_in_the_file(
    opened: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(opened.tasks.ended):
        opened.beginnings.take([a_list(tmp_path)])
    finish(qtbot, opened)
    there = held_in(path)
    assert len(there.lists.sources) == 2
    assert len(there.lists.touchpoints) == len(opened.store.session.lists.touchpoints)
    assert opened.notice.text.startswith("Read ")


def test_what_is_chosen_while_lists_are_written_is_written_after_them(
    opened: MainWindow, qtbot: QtBot, path: Path
) -> None:
    session = opened.store.session
    with qtbot.waitSignal(opened.tasks.started):
        opened.store.revise(replace(session, lists=replace(session.lists, last_number=99)))
    opened.store.choose(notes=(A_NOTE,))
    finish(qtbot, opened)
    there = held_in(path)
    assert (there.lists.last_number, there.document.notes) == (99, (A_NOTE,))


def test_closing_the_window_while_lists_are_written_loses_nothing(
    opened: MainWindow, qtbot: QtBot, path: Path
) -> None:
    session = opened.store.session
    with qtbot.waitSignal(opened.tasks.started):
        opened.store.revise(replace(session, lists=replace(session.lists, last_number=99)))
    opened.store.choose(notes=(A_NOTE,))
    assert opened.close()
    there = held_in(path)
    assert (there.lists.last_number, there.document.notes) == (99, (A_NOTE,))


def test_closing_the_window_saves_and_leaves_no_lock(opened: MainWindow, path: Path) -> None:
    opened.store.choose(notes=(A_NOTE,))
    assert opened.close()
    assert held_in(path).document.notes == (A_NOTE,)
    assert beside(path) == {"Riverside.journey", "Riverside backups"}


def test_closing_the_window_while_a_file_is_being_opened_leaves_no_lock(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    window.keeping.open(path)
    idle(qtbot, window)
    window.keeping.door.page.given.emit(PASSPHRASE)
    assert window.tasks.busy
    assert window.close()
    with open_case_file(path, PASSPHRASE) as again:
        assert not again.read_only


def test_closing_the_case_file_leaves_nothing_and_the_start_page(
    opened: MainWindow, qtbot: QtBot, path: Path
) -> None:
    opened.store.choose(notes=(A_NOTE,))
    opened.keeping.close()
    assert opened.store.session.is_empty
    assert opened.start.isVisible()
    assert not opened.store.can_undo
    assert held_in(path).document.notes == (A_NOTE,)


def test_an_emptied_window_never_empties_the_file(opened: MainWindow, path: Path) -> None:
    from journey_viewer.session import Session

    opened.store.open(Session())
    assert not opened.keeping.keeper.unsaved
    opened.close()
    assert len(held_in(path).lists.people) == 3


def test_a_full_disk_is_one_sentence_and_it_is_tried_again(
    opened: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with refusing(monkeypatch, DiskFull()):
        opened.store.choose(notes=(A_NOTE,))
        finish(qtbot, opened)
        assert opened.notice.text.startswith("Not saved: The disk is full")
        assert opened.header.saved.text() == "not saved"
        opened.notice.close_.click()
        opened.store.choose(chosen=())
        finish(qtbot, opened)
        assert not opened.notice.isVisible()
    opened.keeping.keeper._again.timeout.emit()
    assert held_in(path).document.notes == (A_NOTE,)
    assert opened.header.saved.text().startswith("saved ")


@pytest.mark.parametrize("sure", [True, False])
def test_what_cannot_be_saved_is_asked_about_before_the_window_closes(
    opened: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch, sure: bool
) -> None:
    asked: list[str] = []

    def answer(*words: object) -> bool:
        asked.append(str(words[2]))
        return sure

    with refusing(monkeypatch, DiskFull()), monkeypatch.context() as patch:
        patch.setattr(dialogs, "ask_sure", answer)
        opened.store.choose(notes=(A_NOTE,))
        assert opened.close() is sure
        assert asked[0].startswith("The last changes are not saved. The disk is full")
        assert opened.isVisible() is not sure
    if not sure:
        assert opened.keeping.keeper.flush() is None
        assert held_in(path).document.notes == (A_NOTE,)


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_file_that_is_gone_is_told_and_the_work_can_go_elsewhere(
    opened: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    path.rename(path.with_name("aside"))
    if how == "replaced":
        shutil.copy(path.with_name("aside"), path)
    elsewhere = path.with_name("Elsewhere.journey")
    opened.store.choose(notes=(A_NOTE,))
    finish(qtbot, opened)
    assert opened.notice.text.startswith("Not saved: The case file could not be read or written.")
    answering(monkeypatch, keep_in(elsewhere))
    opened.notice.link.click()
    idle(qtbot, opened)
    finish(qtbot, opened)
    there = held_in(elsewhere)
    assert (len(there.lists.people), there.document.notes) == (3, (A_NOTE,))
    assert opened.store.session.keeping.name == "Elsewhere"


def test_a_second_opening_can_look_only_and_says_who_has_it(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    with open_case_file(path, PASSPHRASE):
        open_in(qtbot, window, path)
        keeping = window.store.session.keeping
        assert keeping.read_only
        assert "has it open" in keeping.why
        assert keeping.why in window.notice.text
        assert window.header._looked_at.isVisible()
        assert not window.header.case_menu.change.isEnabled()
        window.store.choose(notes=(A_NOTE,))
        assert not window.keeping.keeper.unsaved
        window.close()
    assert held_in(path).document.notes == ()


def test_lists_cannot_be_added_to_a_file_that_can_only_be_looked_at(
    window: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    with open_case_file(path, PASSPHRASE):
        open_in(qtbot, window, path)
        window.beginnings.take([a_list(tmp_path)])
        assert window.notice.text.startswith("The case file can only be looked at here.")
        assert not window.tasks.busy


def test_another_case_file_takes_the_place_of_the_open_one_once_its_passphrase_is_given(
    opened: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    opened.store.choose(notes=(A_NOTE,))
    open_in(qtbot, opened, a_case_file(tmp_path, "Other"))
    assert opened.store.session.keeping.name == "Other"
    assert opened.store.session.document.notes == ()
    with open_case_file(path, PASSPHRASE) as other:
        assert not other.read_only
        assert other.read().document.notes == (A_NOTE,)


def test_the_first_lists_are_kept_in_a_new_case_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, keep_in(tmp_path / "New.journey"))
    window.beginnings.take([a_list(tmp_path)])
    qtbot.waitUntil(lambda: not window.store.session.is_empty)
    finish(qtbot, window)
    assert len(seen) == 1
    assert len(held_in(tmp_path / "New.journey").lists.touchpoints) == 1
    assert window.header.case_file.text() == "New  ▾"


def test_it_is_asked_once_where_lists_are_kept(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, look_only)
    for _ in range(2):
        with qtbot.waitSignal(window.tasks.ended):
            window.beginnings.take([a_list(tmp_path)])
    assert len(seen) == 1
    assert window.store.session.keeping.name == ""
    assert window.header.keep.isVisible()
    assert window.header.case_file.text() == "Not kept  ▾"


def test_leaving_the_question_reads_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, leave)
    window.beginnings.take([a_list(tmp_path)])
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert window.store.session.is_empty
    assert not window.tasks.busy


def test_lists_that_were_only_looked_at_can_be_kept_after_all(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.store.open(session_on())
    window.store.choose(notes=(A_NOTE,))
    answering(monkeypatch, keep_in(tmp_path / "Kept.journey"))
    window.header.keep.click()
    idle(qtbot, window)
    finish(qtbot, window)
    there = held_in(tmp_path / "Kept.journey")
    assert (len(there.lists.people), there.document) == (3, window.store.session.document)
    assert window.store.can_undo


def test_a_dropped_case_file_is_opened(window: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    window.beginnings.take([a_list(tmp_path), path])
    idle(qtbot, window)
    assert window.keeping.door.page.isVisible()


def test_a_place_where_no_case_file_can_be_made_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: object) -> None:
        keep_in(tmp_path / "New.journey")(dialog)
        (tmp_path / "New.journey").write_text("somebody was quicker")

    answering(monkeypatch, answer)
    window.start.new.click()
    idle(qtbot, window)
    assert window.notice.text.startswith("There is already a file of that name.")
    assert window.keeping.path is None


def test_an_empty_case_file_asks_for_lists(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, keep_in(tmp_path / "New.journey"))
    window.start.new.click()
    idle(qtbot, window)
    assert window.start._heading.text().startswith("New is open and holds nobody yet.")
    assert not window.start.new.isVisible()


def test_who_is_taken_out_is_taken_out_of_the_backups_too(
    opened: MainWindow, qtbot: QtBot, path: Path
) -> None:
    of_another = replace(A_NOTE, number=2, person=BARNABY, text="Seen with Ottilie Quayle")
    opened.store.choose(notes=(A_NOTE, of_another))
    finish(qtbot, opened)
    before = backups(path)
    later = before[0].with_name("Riverside 2026-01-01 000000.journey")
    shutil.copy(before[0], later)
    opened.store.take_out(OTTILIE)
    finish(qtbot, opened)
    assert not later.exists()
    assert [held_in(copy).document.removed for copy in backups(path)] == [frozenset({OTTILIE})]
    assert opened.notice.text.startswith("They were taken out of the case file for good, and its older")
    assert opened.notice.text.endswith("Their name or number was blotted out of 1 other text.")
    assert [note.text for note in held_in(path).document.notes] == ["Seen with …"]


def test_what_left_is_written_down(opened: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    opened.store.choose(chosen=(BARNABY,))
    opened.share_desk.export_to(tmp_path / "pack")
    finish(qtbot, opened)
    with open_case_file(path, PASSPHRASE, read_only=True) as there:
        (export,) = there.exports
    assert (export.cases, export.identifies) == (("Case B",), False)
    assert export.folder == str(tmp_path / "pack")


def test_what_left_a_file_that_can_only_be_looked_at_is_said_not_to_be_written_down(
    window: MainWindow, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    with open_case_file(path, PASSPHRASE) as there:
        open_in(qtbot, window, path)
        window.share_desk.export_to(tmp_path / "pack")
        finish(qtbot, window)
        assert there.exports == ()
    assert window.notice.text.endswith("so it is not written down there.")


def test_where_nothing_is_kept_nothing_is_written_down(window: MainWindow) -> None:
    window.store.open(session_on())
    window.keeping.keeper.register(Export(datetime(2026, 1, 1), "Pack", (), "", ""))
    assert not window.keeping.keeper.unsaved


def test_a_file_whose_day_has_come_says_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    open_in(qtbot, window, a_case_file(tmp_path, delete_by=date(2026, 1, 31)))
    assert window.notice.text == "This case file was to be deleted by 31 Jan 2026."
    assert (window.notice.link.text(), window.notice.also.text()) == (
        "Change the date",
        "Delete the case file…",
    )


def test_another_period_is_kept(opened: MainWindow, qtbot: QtBot, path: Path) -> None:
    spring = Window(date(2025, 3, 1), date(2025, 5, 31))
    opened.store.choose(window=spring)
    opened.close()
    assert held_in(path).document.window == spring


def test_backups_are_beside_the_file(opened: MainWindow, qtbot: QtBot, path: Path) -> None:
    opened.store.choose(notes=(A_NOTE,))
    finish(qtbot, opened)
    assert backup_folder(path).name in beside(path)
    assert held_in(backups(path)[0]).lists.people == listed().people
