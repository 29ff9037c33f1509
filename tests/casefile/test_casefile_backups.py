import os
import stat
from datetime import datetime, timedelta
from pathlib import Path

import casefile_kit
import pytest
from casefile_kit import ANOTHER, INVENTED, PASSPHRASE, keep, made, names_in, told, with_notes

from journey_viewer.casefile import case_file as case_file_module
from journey_viewer.casefile.backups import (
    aside,
    backup_folder,
    backups,
    delete_backups,
    made_at,
    make_backup,
    put_aside,
)
from journey_viewer.casefile.cipher import journal_of
from journey_viewer.casefile.opening import (
    create_case_file,
    last_good_backup,
    open_case_file,
    put_back,
)
from journey_viewer.errors import CaseFileReadOnly, CaseFileUnavailable
from journey_viewer.model.kept import Kept
from journey_viewer.model.notes import Note

quick = casefile_kit.quick
NOW = datetime(2026, 3, 9, 14, 30)
NAMES = (
    "case.journey",
    "a.b (copy) [2] + $x^.journey",
    "50% of #3?.journey",
    "\U0001f9d1\u200d\u2695\ufe0f caf\u00e9.journey",
    " .journey",
    "no ending",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_backup_is_the_file_as_it_was_named_after_it_and_its_moment(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"as it stands")
    backup = make_backup(path, NOW)
    assert backup == tmp_path / f"{path.stem} backups" / f"{path.stem} 2026-03-09 143000.journey"
    assert (backup.read_bytes(), made_at(backup), backups(path)) == (b"as it stands", NOW, [backup])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nobody_else_may_read_a_backup(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    modes = {found.name: stat.S_IMODE(found.stat().st_mode) for found in (path, *backups(path))}
    assert len(modes) == 2
    assert set(modes.values()) == {0o600}


def made_every(step: timedelta, count: int, path: Path) -> list[datetime]:
    """Moments of the backups that are left, the newest first, after one was made at each step up to NOW."""
    path.write_bytes(b"")
    for place in reversed(range(count)):
        make_backup(path, NOW - place * step)
    return [made_at(backup) for backup in backups(path)]


def test_the_newest_three_are_kept_and_the_last_of_each_of_seven_days(tmp_path: Path) -> None:
    left = made_every(timedelta(hours=1), 24 * 10, tmp_path / "case.journey")
    assert left[:3] == [NOW - timedelta(hours=hours) for hours in range(3)]
    assert left[3:] == [datetime(2026, 3, day, 23, 30) for day in range(8, 2, -1)]


def test_days_of_work_count_not_days_of_the_calendar(tmp_path: Path) -> None:
    left = made_every(timedelta(days=30), 12, tmp_path / "case.journey")
    assert left == [NOW - timedelta(days=30 * place) for place in range(7)]


def test_other_files_there_are_no_backups_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.b.journey"
    path.write_bytes(b"")
    folder = backup_folder(path)
    folder.mkdir()
    others = [
        "aXb 2026-01-01 000000.journey",
        "a.b 2026-13-41 996199.journey",
        "a.b 2026-1-1 000000.journey",
        "a.b notes.txt",
        "x.journey",
    ]
    for name in others:
        (folder / name).write_bytes(b"")
    make_backup(path, NOW)
    assert len(backups(path)) == 1
    delete_backups(path)
    assert names_in(folder) == sorted(others)


def test_the_folder_goes_with_the_last_backup(tmp_path: Path) -> None:
    path = tmp_path / "case.journey"
    path.write_bytes(b"")
    make_backup(path, NOW)
    delete_backups(path)
    delete_backups(path)
    assert names_in(tmp_path) == ["case.journey"]


def test_what_was_put_aside_goes_with_the_backups_and_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "Riverside.journey"
    damaged, another = aside(path, NOW), tmp_path / "Riverside damaged hips.journey"
    for there in (path, damaged, journal_of(damaged), another):
        there.write_bytes(b"x")
    assert put_aside(path) == [damaged]
    delete_backups(path)
    assert sorted(tmp_path.iterdir()) == [another, path]


def test_one_is_made_before_the_first_change_then_once_an_hour_and_on_closing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        times = iter([NOW + timedelta(minutes=minutes) for minutes in (0, 1, 2, 59, 60, 61, 125, 126, 130)])

        @classmethod
        def now(cls, _: object = None) -> "Clock":
            moment = next(cls.times)
            return cls.fromisoformat(moment.isoformat())

    path = tmp_path / "case.journey"
    with create_case_file(path, PASSPHRASE) as case_file:
        monkeypatch.setattr(case_file_module, "datetime", Clock)
        for _ in range(7):
            keep(case_file, Kept(), Kept())
    left = [made_at(backup).minute + 60 * (made_at(backup).hour - 14) - 30 for backup in backups(path)]
    assert left == [130, 125, 60]


def test_no_room_for_a_backup_is_no_reason_not_to_save(tmp_path: Path) -> None:
    (tmp_path / "case backups").write_text("a file in the folder's place")
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        assert told(case_file.read().lists) == told(INVENTED.lists)


def test_a_copy_that_a_crash_cut_off_is_cleared_away_when_it_is_opened_next(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    left = backup_folder(path) / ".journey-0a1b2c3d-x.part"
    left.write_bytes(b"half of it")
    with open_case_file(path, PASSPHRASE):
        assert not left.exists()


def test_what_was_taken_out_is_in_no_backup_afterwards(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey", with_notes(INVENTED, "to be taken out"))
    with open_case_file(path, PASSPHRASE) as case_file:
        keep(case_file, case_file.read(), Kept())
        assert backups(path)
        case_file.forget_backups()
    (only,) = backups(path)
    with open_case_file(only, PASSPHRASE, read_only=True) as case_file:
        assert case_file.read().document.notes == ()


def test_backups_are_not_forgotten_where_it_is_only_looked_at(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE, read_only=True) as case_file, pytest.raises(CaseFileReadOnly):
        case_file.forget_backups()
    assert len(backups(path)) == 1


def three_backups(path: Path) -> list[Path]:
    """A case file with three backups, the newest first: of no note, one and two."""
    made(path)
    delete_backups(path)
    with open_case_file(path, PASSPHRASE) as case_file:
        case_file._backed_up = datetime.now()  # none of its own
        kept = case_file.read()
        for place in range(3):
            kept = keep(case_file, kept, with_notes(kept, *["written"] * place))
            make_backup(path, NOW + timedelta(hours=place))
    return backups(path)


def notes_of(path: Path) -> tuple[Note, ...]:
    with open_case_file(path, PASSPHRASE, read_only=True) as case_file:
        return case_file.read().document.notes


def test_the_last_good_backup_is_the_newest_that_is_whole_and_opens(tmp_path: Path) -> None:
    path = tmp_path / "case.journey"
    newest, middle, oldest = three_backups(path)
    assert last_good_backup(path, PASSPHRASE) == newest
    for damaged, left in ((newest, middle), (middle, oldest), (oldest, None)):
        content = bytearray(damaged.read_bytes())
        content[-100] ^= 1
        damaged.write_bytes(content)
        assert last_good_backup(path, PASSPHRASE) == left


def test_no_backup_is_good_for_another_passphrase(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    assert last_good_backup(path, ANOTHER) is None
    assert last_good_backup(tmp_path / "other.journey", PASSPHRASE) is None


def test_a_backup_put_back_is_the_case_file_and_the_damaged_one_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "case.journey"
    newest = three_backups(path)[0]
    path.write_bytes(b"damaged beyond all hope")
    aside = put_back(path, newest, NOW)
    assert aside == tmp_path / "case damaged 2026-03-09 143000.journey"
    assert aside.read_bytes() == b"damaged beyond all hope"
    assert len(notes_of(path)) == 2
    assert names_in(tmp_path) == ["case backups", aside.name, "case.journey"]


def test_a_journal_of_the_damaged_file_is_not_rolled_back_into_the_one_put_back(tmp_path: Path) -> None:
    path = tmp_path / "case.journey"
    newest = three_backups(path)[0]
    journal_of(path).write_bytes(b"what a crash left")
    aside = put_back(path, newest, NOW)
    assert not journal_of(path).exists()
    assert journal_of(aside).read_bytes() == b"what a crash left"


def test_a_backup_is_put_where_the_file_is_gone_altogether(tmp_path: Path) -> None:
    path = tmp_path / "case.journey"
    newest = three_backups(path)[0]
    path.unlink()
    aside = put_back(path, newest, NOW)
    assert not aside.exists()
    assert len(notes_of(path)) == 2


def test_nothing_is_put_back_under_somebody_who_has_it_open(tmp_path: Path) -> None:
    path = tmp_path / "case.journey"
    newest = three_backups(path)[0]
    content = path.read_bytes()
    with open_case_file(path, PASSPHRASE), pytest.raises(CaseFileReadOnly):
        put_back(path, newest, NOW)
    assert len(path.read_bytes()) == len(content)


def test_a_backup_that_is_gone_is_said_and_the_file_stays(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    content = path.read_bytes()
    with pytest.raises(CaseFileUnavailable):
        put_back(path, tmp_path / "gone.journey", NOW)
    assert path.read_bytes() == content
    assert names_in(tmp_path) == ["case backups", "case.journey"]
