import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import casefile_kit
import pytest
from casefile_kit import ANOTHER, INVENTED, PASSPHRASE, died, keep, made, names_in, told, with_notes

from journey_viewer import files
from journey_viewer.casefile import case_file as case_file_module
from journey_viewer.casefile import cipher, rekeying
from journey_viewer.casefile.backups import backups
from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.opening import last_good_backup, open_case_file
from journey_viewer.errors import (
    CaseFileUnavailable,
    DiskFull,
    FolderNotWritable,
    JourneyError,
    OnlyBackupOpens,
    WeakPassphrase,
    WrongPassphrase,
)

quick = casefile_kit.quick


def all_of(case_file: CaseFile) -> Any:
    kept = case_file.read()
    return told(kept.lists), kept.document, case_file.exports, case_file.openings


def test_afterwards_only_the_new_one_opens_it_and_everything_is_the_same(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        before = all_of(case_file)
        case_file.change_passphrase(ANOTHER, delete_old_backups=True)
        assert all_of(case_file) == before
    with pytest.raises(WrongPassphrase):
        open_case_file(path, PASSPHRASE)
    with open_case_file(path, ANOTHER, read_only=True) as case_file:
        assert all_of(case_file)[:3] == before[:3]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["case backups", "case.journey"]


def test_it_is_written_to_as_before(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        case_file.change_passphrase(ANOTHER, delete_old_backups=False)
        keep(case_file, case_file.read(), with_notes(INVENTED, "written afterwards"))
    with open_case_file(path, ANOTHER) as case_file:
        assert [note.text for note in case_file.read().document.notes] == ["written afterwards"]
        assert [opening.closed is not None for opening in case_file.openings] == [True, True, False]


def test_older_backups_open_with_the_old_one_and_the_newest_with_the_new(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    (old,) = backups(path)
    old.rename(old.with_name("case 2020-01-01 000000.journey"))
    with open_case_file(path, PASSPHRASE) as case_file:
        case_file.change_passphrase(ANOTHER, delete_old_backups=False)
    newest, old = backups(path)
    assert (last_good_backup(path, ANOTHER), last_good_backup(path, PASSPHRASE)) == (newest, old)
    with pytest.raises(OnlyBackupOpens):
        open_case_file(path, PASSPHRASE)


def test_older_backups_are_gone_where_that_was_asked_for(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        case_file.change_passphrase(ANOTHER, delete_old_backups=True)
    (only,) = backups(path)
    assert last_good_backup(path, ANOTHER) == only


def test_old_backups_that_cannot_be_deleted_are_said_and_the_passphrase_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "case.journey")
    (old,) = backups(path)
    old.rename(old.with_name("case 2020-01-01 000000.journey"))

    with open_case_file(path, PASSPHRASE) as case_file:
        with monkeypatch.context() as failing:
            failing.setattr(case_file_module, "delete_backups", _cannot_be_deleted)
            with pytest.raises(CaseFileUnavailable, match="The passphrase was changed, but"):
                case_file.change_passphrase(ANOTHER, delete_old_backups=True)
        assert case_file.read().document == INVENTED.document
    open_case_file(path, ANOTHER).close()
    assert last_good_backup(path, ANOTHER) == backups(path)[0]


def _cannot_be_deleted(_: Path) -> None:
    raise CaseFileUnavailable


def test_a_weak_one_changes_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        content = path.read_bytes()
        with pytest.raises(WeakPassphrase):
            case_file.change_passphrase("password", delete_old_backups=True)
        assert path.read_bytes() == content
        assert len(backups(path)) == 1


def _no_room(*_: Any) -> None:
    raise DiskFull


def _not_replaced(*_: Any) -> None:
    raise FolderNotWritable


FAILURES: dict[str, tuple[Any, str, Callable[..., None]]] = {
    "the disk is full": (rekeying, "_export", _no_room),
    "what was written is not sound": (cipher, "check_inside", _no_room),
    "another program holds the file": (case_file_module, "put_in_place", _not_replaced),
}


@pytest.mark.parametrize("what", FAILURES)
def test_where_it_fails_everything_is_as_it_was_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        before, names = all_of(case_file), names_in(tmp_path)
        with monkeypatch.context() as failing:
            failing.setattr(*FAILURES[what])
            with pytest.raises(JourneyError):
                case_file.change_passphrase(ANOTHER, delete_old_backups=True)
        assert all_of(case_file) == before
        assert names_in(tmp_path) == names
        keep(case_file, case_file.read(), with_notes(INVENTED, "written afterwards"))
        case_file.change_passphrase(ANOTHER, delete_old_backups=True)
    with open_case_file(path, ANOTHER) as case_file:
        assert [note.text for note in case_file.read().document.notes] == ["written afterwards"]


def _die(*_: Any) -> None:
    os._exit(0)


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot fork")
@pytest.mark.parametrize(
    ("module", "name", "opens_now"),
    [
        (cipher, "check_inside", PASSPHRASE),
        (case_file_module, "put_in_place", PASSPHRASE),
        (files, "_sync_folder", ANOTHER),
        (case_file_module, "delete_backups", ANOTHER),
    ],
)
def test_killed_in_the_middle_it_opens_with_one_of_the_two(
    tmp_path: Path, module: Any, name: str, opens_now: str
) -> None:
    path = made(tmp_path / "case.journey")

    def change() -> None:
        case_file = open_case_file(path, PASSPHRASE)
        setattr(module, name, _die)
        case_file.change_passphrase(ANOTHER, delete_old_backups=True)

    died(change)
    with open_case_file(path, opens_now) as case_file:
        assert told(case_file.read().lists) == told(INVENTED.lists)
    assert names_in(tmp_path) == ["case backups", "case.journey"]


def test_whoever_is_looking_at_it_meanwhile_sees_what_was_there(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with (
        open_case_file(path, PASSPHRASE) as writing,
        open_case_file(path, PASSPHRASE) as looking,
    ):
        writing.change_passphrase(ANOTHER, delete_old_backups=True)
        keep(writing, writing.read(), with_notes(INVENTED, "written afterwards"))
        assert looking.read().document == INVENTED.document


def test_looking_at_the_old_file_does_no_harm_to_a_change_of_the_new_one(tmp_path: Path) -> None:
    """Both have one journal by name; the old file's reader must not take the new one's for its own."""
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as writing, open_case_file(path, PASSPHRASE) as looking:
        writing.change_passphrase(ANOTHER, delete_old_backups=True)
        job = writing.keep(writing.read(), with_notes(INVENTED, "x"))
        connection = writing._connection
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE touchpoint SET reason = reason || ?", ("y" * 20_000,))
        assert cipher.is_cut_off(path)
        for _ in range(2):
            with contextlib.suppress(JourneyError):
                looking.read()
        assert cipher.is_cut_off(path)
        connection.execute("ROLLBACK")
        list(job)
    with open_case_file(path, ANOTHER) as again:
        assert told(again.read().lists) == told(INVENTED.lists)
