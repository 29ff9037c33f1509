import os
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import casefile_kit
import pytest
from casefile_kit import (
    ANOTHER,
    INVENTED,
    PASSPHRASE,
    died,
    keep,
    made,
    names_in,
    snapshot,
    told,
    with_notes,
)

from journey_viewer.casefile import cipher, opening
from journey_viewer.casefile.backups import delete_backups
from journey_viewer.casefile.cipher import journal_of
from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.casefile.registers import begin_opening
from journey_viewer.errors import (
    CaseFileDamaged,
    CaseFileExists,
    CaseFileReadOnly,
    CaseFileUnavailable,
    FileMissing,
    FolderNotWritable,
    JourneyError,
    NewerCaseFile,
    NotACaseFile,
    OnlyBackupOpens,
    WeakPassphrase,
    WrongPassphrase,
)
from journey_viewer.model.kept import Kept

quick = casefile_kit.quick
linux_only = pytest.mark.skipif(os.name == "nt", reason="of Linux and macOS")
not_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
STRANGE_NAMES = (
    "50% of ? #1 & more.journey",
    "it's \u201cquoted\u201d [x] (y) {z}.journey",
    "caf\u00e9 \U0001f9d1\u200d\u2695\ufe0f.journey",
    "file:x?mode=memory.journey",
    " .journey",
    "-journal",
)


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_whatever_its_name_it_is_opened_and_nothing_else_is_left_in_the_folder(
    tmp_path: Path, name: str
) -> None:
    path = made(tmp_path / name)
    with open_case_file(path, PASSPHRASE) as case_file:
        assert told(case_file.read().lists) == told(INVENTED.lists)
        case_file.change_passphrase(ANOTHER, delete_old_backups=True)
    with open_case_file(path, ANOTHER, read_only=True) as case_file:
        assert case_file.read().document == INVENTED.document
    assert names_in(tmp_path) == sorted([name, f"{path.stem} backups"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_is_opened_too(tmp_path: Path) -> None:
    with open_case_file(made(tmp_path / os.fsdecode(b"caf\xe9.journey")), PASSPHRASE) as case_file:
        assert case_file.read().document == INVENTED.document


def test_a_name_beside_which_nothing_can_be_written_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(JourneyError):
        create_case_file(tmp_path / ("x" * 247 + ".journey"), PASSPHRASE)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("name", ["x" * 3_000, "a\x00b.journey"])
def test_a_name_that_no_folder_could_hold_is_said(tmp_path: Path, name: str) -> None:
    for attempt in (create_case_file, open_case_file):
        with pytest.raises(JourneyError):
            attempt(tmp_path / name, PASSPHRASE)


@linux_only
def test_nobody_else_may_read_a_new_file_its_lock_or_its_journal(tmp_path: Path) -> None:
    with create_case_file(tmp_path / "case.journey", PASSPHRASE) as case_file:
        job = case_file.keep(Kept(), INVENTED)
        next(job)
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir() if path.is_file()
        }
        list(job)
    assert modes.keys() >= {"case.journey", "case.journey-journal"}
    assert {mode for name, mode in modes.items() if not name.endswith(".lock")} == {0o600}


@linux_only
def test_through_a_link_it_is_the_file_itself_that_is_opened_locked_and_rekeyed(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    link = tmp_path / "elsewhere" / "link.journey"
    link.parent.mkdir()
    link.symlink_to(path)
    with open_case_file(link, PASSPHRASE) as case_file:
        assert case_file.path == path
        with open_case_file(path, PASSPHRASE) as second:
            assert second.read_only
        case_file.change_passphrase(ANOTHER, delete_old_backups=False)
    assert link.is_symlink()
    open_case_file(path, ANOTHER).close()
    assert names_in(link.parent) == ["link.journey"]


# A sentence each, and nothing changed.


def _foreign_database(path: Path) -> None:
    path.touch()
    connection = cipher.connect(path, PASSPHRASE)
    connection.execute("PRAGMA application_id = 1234")
    connection.execute("CREATE TABLE secret AS SELECT 'planned sorcery' AS word")
    connection.close()


def _newer(path: Path) -> None:
    delete_backups(made(path))
    connection = cipher.connect(path, PASSPHRASE)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def _somebody_elses(path: Path) -> None:
    create_case_file(path, ANOTHER).close()


def _plain_database(path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE secret AS SELECT 'planned sorcery' AS word")
    connection.commit()
    connection.close()


def _holding(content: bytes) -> Callable[[Path], Any]:
    return lambda path: path.write_bytes(content)


STRANGE: dict[str, tuple[Callable[[Path], Any], type[JourneyError]]] = {
    "nothing there": (str, FileMissing),
    "a folder": (Path.mkdir, NotACaseFile),
    "an empty file": (Path.touch, CaseFileDamaged),
    "a text": (_holding(b"planned sorcery, line by line\r\n" * 300), NotACaseFile),
    "a short text": (_holding(b"planned sorcery"), NotACaseFile),
    "an accented text": (_holding("Zaubertr\u00e4nke f\u00fcr \u00fcbermorgen".encode() * 200), NotACaseFile),
    "an old Windows text": (_holding("Zaubertr\u00e4nke".encode("cp1252") * 900), NotACaseFile),
    "a UTF-16 text": (_holding("planned sorcery\r\n".encode("utf-16") * 300), NotACaseFile),
    "a plain database": (_plain_database, NotACaseFile),
    "noise": (_holding(bytes(range(256)) * 64), WrongPassphrase),
    "noise of another length": (_holding(bytes(range(256)) * 65), CaseFileDamaged),
    "nothing but zeros": (_holding(bytes(8_192)), WrongPassphrase),
    "somebody else's case file": (_somebody_elses, WrongPassphrase),
    "another program's file": (_foreign_database, NotACaseFile),
    "a newer version's file": (_newer, NewerCaseFile),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("what", STRANGE)
def test_what_cannot_be_opened_is_said_in_a_sentence_and_nothing_is_changed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], what: str, read_only: bool
) -> None:
    make, error = STRANGE[what]
    path = tmp_path / "case.journey"
    make(path)
    before = snapshot(tmp_path)
    with pytest.raises(error) as raised:
        open_case_file(path, PASSPHRASE, read_only=read_only)
    assert type(raised.value) is error
    assert "sorcery" not in str(raised.value)
    assert snapshot(tmp_path) == before
    assert capfd.readouterr() == ("", "")


@linux_only
def test_a_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.journey")
    with pytest.raises(NotACaseFile):
        open_case_file(tmp_path / "case.journey", PASSPHRASE)


@pytest.mark.parametrize(
    "wrong", ["", " ", "quince", PASSPHRASE.upper(), "'; DROP TABLE person; --", "x'00'"]
)
def test_a_wrong_passphrase_is_said_and_nothing_is_changed(tmp_path: Path, wrong: str) -> None:
    path = made(tmp_path / "case.journey")
    before = snapshot(tmp_path)
    with pytest.raises(WrongPassphrase) as raised:
        open_case_file(path, wrong)
    assert type(raised.value) is WrongPassphrase
    assert snapshot(tmp_path) == before


def test_a_damaged_first_page_is_told_from_a_wrong_passphrase_by_its_backup(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    content = bytearray(path.read_bytes())
    content[7] ^= 8
    path.write_bytes(content)
    with pytest.raises(OnlyBackupOpens):
        open_case_file(path, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        open_case_file(path, ANOTHER)


@pytest.mark.parametrize("content", [b"a ransom note", b"", b"SQLite format 3\x00" + bytes(5_000)])
def test_whatever_stands_in_the_place_of_a_file_that_has_backups_is_damage(
    tmp_path: Path, content: bytes
) -> None:
    path = made(tmp_path / "case.journey")
    path.write_bytes(content)
    with pytest.raises(CaseFileDamaged):
        open_case_file(path, PASSPHRASE)


@pytest.mark.parametrize(
    "place", ["first page", "middle page", "last page", "one byte less", "one page more"]
)
def test_damage_anywhere_is_found_on_opening(tmp_path: Path, place: str) -> None:
    path = made(tmp_path / "case.journey")
    content = bytearray(path.read_bytes())
    if place == "one byte less":
        del content[-1]
    elif place == "one page more":
        content += content[-4096:]
    else:
        content[{"first page": 2_000, "middle page": len(content) // 2, "last page": -1}[place]] ^= 1
    path.write_bytes(content)
    with pytest.raises(CaseFileDamaged):
        open_case_file(path, PASSPHRASE)


# Creating one.


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "case.journey"
    path.write_text("somebody's shopping")
    with pytest.raises(CaseFileExists):
        create_case_file(path, PASSPHRASE)
    assert path.read_text() == "somebody's shopping"
    assert names_in(tmp_path) == ["case.journey"]


def test_a_new_file_that_somebody_else_is_making_is_not_made_twice(tmp_path: Path) -> None:
    path = tmp_path / "case.journey"
    with create_case_file(path, PASSPHRASE):
        path.rename(tmp_path / "moved.journey")
        with pytest.raises(CaseFileExists):
            create_case_file(path, PASSPHRASE)


@pytest.mark.parametrize("weak", ["", "  ", "password", "quince"])
def test_a_weak_passphrase_makes_no_file(tmp_path: Path, weak: str) -> None:
    with pytest.raises(WeakPassphrase):
        create_case_file(tmp_path / "case.journey", weak)
    assert names_in(tmp_path) == []


def test_a_folder_that_is_not_there_is_made_and_one_that_cannot_be_is_said(tmp_path: Path) -> None:
    create_case_file(tmp_path / "new" / "case.journey", PASSPHRASE).close()
    (tmp_path / "file").touch()
    with pytest.raises(JourneyError):
        create_case_file(tmp_path / "file" / "case.journey", PASSPHRASE)
    assert names_in(tmp_path) == ["file", "new"]


def test_where_making_it_fails_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Any) -> None:
        raise CaseFileUnavailable

    monkeypatch.setattr(opening, "upgrade", full)
    with pytest.raises(CaseFileUnavailable):
        create_case_file(tmp_path / "case.journey", PASSPHRASE)
    assert names_in(tmp_path) == []


def test_a_journal_of_a_file_that_is_gone_is_not_rolled_back_into_the_new_one(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    cut_off(path)
    path.unlink()
    assert journal_of(path).exists()
    create_case_file(path, PASSPHRASE).close()
    with open_case_file(path, PASSPHRASE) as case_file:
        assert case_file.read().document == Kept().document


def test_every_commit_is_on_the_disk_before_it_is_said_to_be_kept(tmp_path: Path) -> None:
    with create_case_file(tmp_path / "case.journey", PASSPHRASE) as case_file:
        pragmas = ("synchronous", "journal_mode", "secure_delete", "fullfsync", "temp_store")
        told = [case_file._connection.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]
    assert told == [3, "delete", 1, 1, 2]


@linux_only
def test_a_new_file_its_backup_and_its_successor_are_on_the_disk_with_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        synced.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    with create_case_file(tmp_path / "case.journey", PASSPHRASE) as case_file:
        assert synced == ["file", "folder"]
        keep(case_file, Kept(), INVENTED)
        assert synced[2:] == ["file", "folder"]
        case_file.change_passphrase(ANOTHER, delete_old_backups=False)
        assert synced[4:] == ["file", "folder"] * 2


# Only to be looked at.


def test_a_second_opening_is_only_to_be_looked_at_and_says_who_has_it(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as first, open_case_file(path, PASSPHRASE) as second:
        ours = first.openings[-1]
        assert not first.read_only
        assert second.read_only
        assert second.why == (
            f"{ours.by} on {ours.computer} has it open since {ours.opened:%H:%M} on {ours.opened.day} {ours.opened:%B}."
        )
        assert second.read().document == INVENTED.document
        with pytest.raises(CaseFileReadOnly):
            keep(second, Kept(), Kept())
        with pytest.raises(CaseFileReadOnly):
            second.change_passphrase(ANOTHER, delete_old_backups=False)
    with open_case_file(path, PASSPHRASE) as third:
        assert not third.read_only


def test_after_crashes_it_is_whoever_has_it_now_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "case.journey")
    connection = cipher.connect(path, PASSPHRASE)
    for hour in (7, 8):
        begin_opening(connection, datetime(2026, 1, 5, hour))
    connection.close()
    with open_case_file(path, PASSPHRASE) as first:
        with open_case_file(path, PASSPHRASE) as second:
            assert f"{first.openings[-1].opened:%H:%M on}" in second.why
        first._opening = None
        cut = first._connection
        cut.execute("UPDATE opening SET closed = opened WHERE number = (SELECT max(number) FROM opening)")
        with open_case_file(path, PASSPHRASE) as third:
            assert third.why == "Somebody else has it open."


def test_the_day_is_said_as_people_say_it(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as first:
        first._connection.execute(
            "UPDATE opening SET opened = '2026-01-05T07:08:09', by = 'odo', computer = 'RX1'"
        )
        with open_case_file(path, PASSPHRASE) as second:
            assert second.why == "odo on RX1 has it open since 07:08 on 5 January."


def test_what_was_asked_for_to_be_looked_at_keeps_nobody_from_writing(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE, read_only=True) as looking:
        assert looking.why == "It was opened only to be looked at."
        with open_case_file(path, PASSPHRASE) as writing:
            assert not writing.read_only
            keep(writing, writing.read(), with_notes(INVENTED, "written meanwhile"))
        assert [note.text for note in looking.read().document.notes] == ["written meanwhile"]


def test_a_write_protected_file_is_opened_to_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "case.journey")
    before = snapshot(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_case_file(path, PASSPHRASE) as case_file:
        assert (case_file.read_only, case_file.why) == (True, "The file is write-protected.")
        assert case_file.read().document == INVENTED.document
    assert snapshot(tmp_path) == before


@not_root
def test_a_file_that_may_not_be_written_to_is_opened_to_be_looked_at(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    path.chmod(0o400)
    with open_case_file(path, PASSPHRASE) as case_file:
        assert case_file.why == "The file is write-protected."
    path.chmod(0o000)
    with pytest.raises(CaseFileUnavailable):
        open_case_file(path, PASSPHRASE)


@not_root
def test_in_a_folder_that_may_not_be_written_to_it_is_opened_to_be_looked_at(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    tmp_path.chmod(0o500)
    with open_case_file(path, PASSPHRASE) as case_file:
        assert (case_file.read_only, case_file.why) == (True, "Files cannot be written to that folder.")
    with pytest.raises(FolderNotWritable):
        create_case_file(tmp_path / "new.journey", PASSPHRASE)
    tmp_path.chmod(0o700)


# After a crash.


def cut_off(path: Path) -> None:
    """Begin a change that is larger than SQLite's cache, and die in the middle of writing it."""

    def begin() -> Any:
        connection = cipher.connect(path, PASSPHRASE)
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM touchpoint")
        connection.execute("DELETE FROM record")
        for number in range(1_000, 1_400):
            connection.execute("INSERT INTO record VALUES ('note', ?, ?)", (number, "planned sorcery" * 20))
        return connection

    died(begin)
    assert cipher.is_cut_off(path)


@linux_only
@pytest.mark.parametrize("read_only", [False, True])
def test_a_change_that_was_cut_off_is_undone_on_opening(tmp_path: Path, read_only: bool) -> None:
    path = made(tmp_path / "case.journey")
    cut_off(path)
    with open_case_file(path, PASSPHRASE, read_only=read_only) as case_file:
        kept = case_file.read()
    assert told(kept.lists) == told(INVENTED.lists)
    assert kept.document == INVENTED.document
    assert names_in(tmp_path) == ["case backups", "case.journey"]


@linux_only
def test_a_wrong_passphrase_does_no_harm_to_a_change_that_was_cut_off(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    cut_off(path)
    with pytest.raises(WrongPassphrase):
        open_case_file(path, ANOTHER)
    with open_case_file(path, PASSPHRASE) as case_file:
        assert told(case_file.read().lists) == told(INVENTED.lists)


@linux_only
def test_where_a_change_that_was_cut_off_cannot_be_undone_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "case.journey")
    cut_off(path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CaseFileUnavailable, match="was cut off"):
        open_case_file(path, PASSPHRASE)


@linux_only
def test_a_journal_of_no_length_means_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    journal_of(path).touch()
    for read_only in (True, False):
        with open_case_file(path, PASSPHRASE, read_only=read_only) as case_file:
            assert case_file.read().document == INVENTED.document


@linux_only
def test_new_files_that_a_crash_left_are_cleared_away_and_other_files_stay(tmp_path: Path) -> None:
    from journey_viewer.files import new_file_beside

    path = made(tmp_path / "case.journey")

    def begin(target: Path) -> None:
        with new_file_beside(target):
            os._exit(0)

    died(begin, path)
    died(begin, tmp_path / "other.journey")
    assert len(names_in(tmp_path)) == 4
    open_case_file(path, PASSPHRASE).close()
    left = names_in(tmp_path)
    assert len(left) == 3
    open_case_file(path, PASSPHRASE, read_only=True).close()
    assert names_in(tmp_path) == left


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    case_file = open_case_file(made(tmp_path / "case.journey"), PASSPHRASE)
    case_file.close()
    case_file.close()
    assert names_in(tmp_path) == ["case backups", "case.journey"]


def test_closed_in_the_middle_of_saving_it_holds_what_was_there(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    case_file = open_case_file(path, PASSPHRASE)
    job = case_file.keep(case_file.read(), Kept(INVENTED.lists))
    next(job)
    case_file.close()
    job.close()
    with open_case_file(path, PASSPHRASE) as again:
        assert again.read().document == INVENTED.document
