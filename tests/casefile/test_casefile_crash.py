import os
from pathlib import Path

import casefile_kit
import pytest
from casefile_kit import (
    ANOTHER,
    INVENTED,
    PASSPHRASE,
    cut_off,
    died,
    made,
    names_in,
    told,
)

from journey_viewer.casefile.cipher import journal_of
from journey_viewer.casefile.opening import open_case_file
from journey_viewer.errors import (
    CaseFileUnavailable,
    WrongPassphrase,
)
from journey_viewer.model.kept import Kept

quick = casefile_kit.quick
linux_only = pytest.mark.skipif(os.name == "nt", reason="of Linux and macOS")


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
