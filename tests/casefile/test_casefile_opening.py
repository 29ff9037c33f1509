import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import casefile_kit
import pytest
from casefile_kit import (
    ANOTHER,
    INVENTED,
    PASSPHRASE,
    cut_off,
    keep,
    made,
    names_in,
    snapshot,
    told,
)

from journey_viewer.casefile import cipher, opening
from journey_viewer.casefile.backups import delete_backups
from journey_viewer.casefile.cipher import journal_of
from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.errors import (
    CaseFileDamaged,
    CaseFileExists,
    CaseFileUnavailable,
    FileMissing,
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
