import errno
import os
import threading
import warnings
from pathlib import Path
from typing import Any

import casefile_kit
import pytest
from casefile_kit import INVENTED, PASSPHRASE, died, made, names_in, snapshot

from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.casefile.writer import Writer
from journey_viewer.errors import FolderNotWritable, LocksRefused

quick = casefile_kit.quick
fcntl = pytest.importorskip("fcntl")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.journey"


def test_there_is_one_at_a_time_and_nothing_is_left_of_any(path: Path) -> None:
    first, second = Writer(path), Writer(path)
    assert first.take()
    assert not second.take()
    second.release()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()
    assert names_in(path.parent) == []


def test_what_one_thread_took_another_lets_go(path: Path) -> None:
    writer = Writer(path)
    thread = threading.Thread(target=writer.take)
    thread.start()
    thread.join()
    assert not Writer(path).take()
    writer.release()
    assert names_in(path.parent) == []
    again = Writer(path)
    assert again.take()
    again.release()


def test_it_ends_with_the_program_that_held_it(path: Path) -> None:
    def hold() -> Writer | None:
        writer = Writer(path)
        return writer if writer.take() else None

    died(hold)
    assert names_in(path.parent) == [".case.journey.lock"]
    writer = Writer(path)
    assert writer.take()
    writer.release()
    assert names_in(path.parent) == []


def test_it_is_never_free_for_two_however_often_it_changes_hands(path: Path) -> None:
    """Each holder removes the lock's file: whoever waited with the old one in hand must not get it as well."""
    holding: list[int] = []
    most: list[int] = []

    def work() -> None:
        for _ in range(40):
            writer = Writer(path)
            if writer.take():
                holding.append(1)
                most.append(len(holding))
                holding.pop()
                writer.release()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) >= 40
    assert set(most) == {1}


def test_the_lock_of_a_file_that_was_removed_meanwhile_counts_for_nothing(path: Path) -> None:
    first = Writer(path)
    assert first.take()
    lock = path.with_name(".case.journey.lock")
    waiting = lock.open("rb")
    first.release()
    fcntl.flock(waiting, fcntl.LOCK_EX | fcntl.LOCK_NB)  # what a slower program would have locked
    second = Writer(path)
    assert second.take()
    second.release()
    waiting.close()


def _refusing(number: int) -> Any:
    def flock(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    return flock


REFUSALS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)


@pytest.mark.parametrize("number", REFUSALS)
def test_a_folder_that_refuses_locks_is_said_and_nothing_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(fcntl, "flock", _refusing(number))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(LocksRefused):
            create_case_file(path, PASSPHRASE)
    assert not path.exists()


@pytest.mark.parametrize("number", REFUSALS)
def test_in_a_folder_that_refuses_locks_a_file_is_only_looked_at(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    made(path)
    before = snapshot(path.parent)
    monkeypatch.setattr(fcntl, "flock", _refusing(number))
    with open_case_file(path, PASSPHRASE) as case_file:
        assert case_file.read_only
        assert case_file.why == LocksRefused.what
        assert case_file.read().document == INVENTED.document
    after = snapshot(path.parent)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC])
def test_where_no_lock_can_be_made_the_folder_is_said_to_be_the_reason(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    plain = os.open

    def opened(name: Any, *arguments: Any, **more: Any) -> int:
        if str(name).endswith(".lock"):
            raise OSError(number, os.strerror(number))
        return plain(name, *arguments, **more)

    monkeypatch.setattr(os, "open", opened)
    with pytest.raises(FolderNotWritable):
        Writer(path).take()
