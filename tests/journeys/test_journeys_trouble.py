"""What goes wrong: one sentence, the window stays up, and what was open stays open."""

import multiprocessing
import threading
from collections.abc import Generator
from pathlib import Path

import openpyxl
import pytest
from journeys_kit import PLANTED, a_list, finish, read, read_examples
from openpyxl import Workbook
from pytestqt.qtbot import QtBot

from journey_viewer.errors import frames_of
from journey_viewer.model.progress import Progress
from journey_viewer.paths import example_lists
from journey_viewer.session import Session
from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def missing(folder: Path) -> Path:
    return folder / "not there.csv"


def empty_file(folder: Path) -> Path:
    return a_list(folder, content="")


def empty_folder(folder: Path) -> Path:
    made = folder / "empty"
    made.mkdir()
    return made


def renamed_image(folder: Path) -> Path:
    path = folder / "image.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    return path


def workbook_of_notes(folder: Path) -> Path:
    book = Workbook()
    book.worksheets[0].append(["Notes"])
    book.worksheets[0].append(["Nothing of use"])
    book.save(folder / "notes.xlsx")
    return folder / "notes.xlsx"


def list_without_dates(folder: Path) -> Path:
    return a_list(folder, content="Person,Service,Reason\nOttilie Quayle,GP,Chest pain\n")


def protected_workbook(folder: Path) -> Path:
    path = folder / "protected.xlsx"
    path.write_bytes(OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le"))
    return path


BAD = {
    missing: "There is no file or folder of that name. Check the name and where it is kept, then try again.",
    empty_file: "The file is empty. Export the list again and check that it has rows.",
    empty_folder: "The folder holds no lists. Put",
    renamed_image: "This is not a list that can be read. Choose",
    workbook_of_notes: "The workbook has no sheet with a list in it. Put the list on a sheet with one heading row",
    list_without_dates: "The list has no column that says when each contact was. Add a column headed 'Date'",
    protected_workbook: "The workbook is protected by a password. Open it in Excel, remove the password,",
}


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.__name__)
def test_a_bad_list_is_one_sentence_and_what_was_open_stays_open(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, bad: object
) -> None:
    read(qtbot, window, [a_list(tmp_path, "good.csv")])
    before = window.store.session
    window.notice.hide()
    read(qtbot, window, [bad(tmp_path)])  # type: ignore[operator]
    assert window.notice.isVisible()
    assert window.notice.text.startswith(BAD[bad])  # type: ignore[index]
    assert window.store.session is before
    assert window.isVisible()


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.__name__)
def test_a_bad_list_into_an_empty_window_leaves_the_start_page(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, bad: object
) -> None:
    read(qtbot, window, [bad(tmp_path)])  # type: ignore[operator]
    assert window.start.isVisible()
    assert window.start.files.isEnabled()


def test_the_good_lists_of_a_folder_come_in_and_the_bad_ones_are_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    a_list(tmp_path, "good.csv")
    renamed_image(tmp_path)
    protected_workbook(tmp_path)
    read(qtbot, window, [tmp_path])
    assert window.notice.text == "Read 1 file: 3 touchpoints of 2 people. 2 files could not be used."
    window.notice.link.click()
    told = window.lists.refusals.sentences
    assert [line.split(":")[0] for line in told] == ["image.csv", "protected.xlsx"]


def test_no_sentence_holds_a_word_of_the_list(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = "Person,Date,Service\nOttilie Quayle,9990000018,GP\nBarnaby Thistle,01/02/2025,GP\n"
    read(qtbot, window, [a_list(tmp_path, content=rows)])
    problem = window.store.session.imported.problems[0]
    told = f"{window.notice.text} {problem.reason}"
    assert not any(word in told for word in PLANTED)


def test_problems_are_saved_as_places_without_what_stands_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "Person,Date,Service\nOttilie Quayle,Quayle,GP\nBarnaby Thistle,01/02/2025,GP\n"
    read(qtbot, window, [a_list(tmp_path, content=rows)])
    monkeypatch.setattr(dialogs, "ask_sure", lambda *_: True)
    monkeypatch.setattr(dialogs, "ask_where_to_save", lambda *_: tmp_path / "Problems")
    window.lists.save.click()
    sheet = openpyxl.load_workbook(tmp_path / "Problems.xlsx").active
    assert sheet is not None
    saved = [cell for row in sheet.iter_rows(min_row=2, values_only=True) for cell in row]
    assert saved[:4] == ["list.csv", None, "2", "Date"]
    assert not any("Quayle" in str(cell) for cell in saved)


def test_a_cancelled_import_leaves_everything_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    read_examples(qtbot, window)
    before = window.store.session
    window.tasks.progressed.connect(window.notice.cancel.click)
    read(qtbot, window, example_lists()[1:])
    assert window.notice.text == "Cancelled. Nothing of it was kept."
    assert window.store.session is before
    assert multiprocessing.active_children() == []


def test_cancelling_while_a_workbook_is_read_ends_its_process(window: MainWindow, qtbot: QtBot) -> None:
    steps: list[Progress] = []

    def cancel_at_the_second(progress: Progress) -> None:
        steps.append(progress)
        if len(steps) == 2:
            window.tasks.cancel()

    window.tasks.progressed.connect(cancel_at_the_second)
    read(qtbot, window, [path for path in example_lists() if path.name.endswith("by-hand.xlsx")])
    assert window.store.session.is_empty
    assert window.notice.text == "Cancelled. Nothing of it was kept."
    assert multiprocessing.active_children() == []


def test_closing_the_window_ends_the_job(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.tasks.progressed):
        window.open_lists(example_lists())
    window.close()
    assert not window.tasks.busy
    assert multiprocessing.active_children() == []
    assert window.store.session.is_empty


def test_while_a_job_runs_no_other_can_be_asked_for(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_lists([a_list(tmp_path)])
    asking = (window.header.open, window.start.files, window.start.folder, window.share.export)
    assert not any(button.isEnabled() for button in asking)
    window.open_lists(example_lists())
    window.share_desk.export_to(tmp_path / "pack")
    finish(qtbot, window)
    assert len(window.store.session.document.order) == 2
    assert not (tmp_path / "pack").exists()


def test_a_fault_in_a_job_is_told_without_a_word_of_anybody(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def faulty() -> Generator[Progress, None, Session]:
        yield Progress(0, 1, "Reading list 1 of 1")
        raise RuntimeError("9990000018 Ottilie Quayle")

    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.extend(map(str, words)))
    window.tasks.start("Reading lists", faulty(), pytest.fail)
    finish(qtbot, window)
    words = "\n".join([*told, window.notice.text, *capfd.readouterr()])
    assert "RuntimeError\njourney_viewer/ui/tasks.py" in words
    assert "test_journeys_trouble.py" in words
    assert not any(word in words for word in PLANTED)


def test_the_frames_of_a_fault_show_no_folder_of_this_computer() -> None:
    try:
        int("9990000018 Ottilie Quayle")
    except ValueError as error:
        frames = frames_of(error)
    assert frames.splitlines()[0] == "ValueError"
    assert str(Path(__file__).parent) not in frames


def test_no_thread_is_left_after_a_job(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    before = threading.active_count()
    read(qtbot, window, [a_list(tmp_path)])
    assert threading.active_count() == before
