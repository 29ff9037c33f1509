import os
from datetime import datetime
from pathlib import Path

import casefile_kit
import pytest
from casefile_kit import (
    ANOTHER,
    INVENTED,
    PASSPHRASE,
    keep,
    made,
    snapshot,
    with_notes,
)

from journey_viewer.casefile import cipher
from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.casefile.registers import begin_opening
from journey_viewer.errors import (
    CaseFileReadOnly,
    CaseFileUnavailable,
    FolderNotWritable,
)
from journey_viewer.model.kept import Kept

quick = casefile_kit.quick
not_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)


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
