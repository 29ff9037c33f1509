"""What may go wrong while it is open, or while it was closed: nothing is lost, and what is said is a sentence of ours."""

import logging
import tempfile
import threading
import traceback
from dataclasses import replace
from pathlib import Path

import casefile_kit
import pytest
from casefile_kit import INVENTED, PASSPHRASE, keep, made, told, with_notes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import contact, listed

from journey_viewer.casefile import cipher
from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.errors import (
    CaseFileDamaged,
    CaseFileUnavailable,
    JourneyError,
)
from journey_viewer.model.kept import Kept

quick = casefile_kit.quick
PLANTED = "planned sorcery of Ottilie Quayle"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cipher, "KDF_ROUNDS", 1_000)
        return made(
            tmp_path_factory.mktemp("made") / "case.journey", with_notes(INVENTED, PLANTED)
        ).read_bytes()


def open_and_read(content: bytes) -> Kept:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.journey"
        path.write_bytes(content)
        with open_case_file(path, PASSPHRASE) as case_file:
            return case_file.read()


@given(st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_becomes_of_its_bytes_it_is_refused_with_a_sentence(
    content: bytes, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(content) - 1))
    after = data.draw(st.integers(first, min(len(content), first + 5_000)))
    put = data.draw(st.binary(max_size=64) | st.just(content[:4096]) | st.just(bytes(4096)))
    changed = content[:first] + put + content[after:]
    if changed == content:
        return
    with pytest.raises(JourneyError) as raised:
        open_and_read(changed)
    assert "sorcery" not in "".join(traceback.format_exception(raised.value))


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(str.encode) | st.binary(min_size=4096, max_size=4096)
)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(JourneyError):
        open_and_read(content)


def test_nothing_is_said_on_the_terminal_or_in_a_log(
    tmp_path: Path, content: bytes, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for place in (3, 5_000, len(content) - 1):
        changed = bytearray(content)
        changed[place] ^= 1
        with pytest.raises(JourneyError):
            open_and_read(bytes(changed))
    for wrong in ("", "wrong"):
        path = tmp_path / "case.journey"
        path.write_bytes(content)
        with pytest.raises(JourneyError):
            open_case_file(path, wrong)
    assert capfd.readouterr() == ("", "")
    assert "sorcery" not in caplog.text


def test_nothing_that_was_written_stands_readable_in_any_file(tmp_path: Path) -> None:
    lists = listed(contact(0, "2025-01-01", reason=PLANTED), people=INVENTED.lists.people[:1])
    with create_case_file(tmp_path / "case.journey", PASSPHRASE) as case_file:
        kept = keep(case_file, Kept(), with_notes(Kept(lists), PLANTED))
        job = case_file.keep(kept, with_notes(Kept(replace(lists)), PLANTED, "more"))
        next(job)
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert len(files) >= 4  # the file, its journal, its backup and its lock
        for path in files:
            found = path.read_bytes()
            assert PLANTED.encode() not in found
            assert PLANTED.encode("utf-16-le") not in found
        list(job)


def test_damage_that_comes_while_it_is_open_is_said(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE, read_only=True) as case_file:
        changed = bytearray(path.read_bytes())
        for page in range(1, len(changed) // 4096):
            changed[page * 4096 + 77] ^= 1
        path.write_bytes(changed)
        case_file._connection.execute("PRAGMA shrink_memory")
        with pytest.raises(CaseFileDamaged):
            case_file.read()


def test_a_file_that_was_taken_away_while_it_is_open_is_said(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        kept = case_file.read()
        path.rename(tmp_path / "moved.journey")
        with pytest.raises(CaseFileUnavailable):
            keep(case_file, kept, with_notes(kept, "lost?"))
        (tmp_path / "moved.journey").rename(path)
        keep(case_file, kept, with_notes(kept, "saved"))
    assert [note.text for note in _read(path).document.notes] == ["saved"]


def _read(path: Path) -> Kept:
    with open_case_file(path, PASSPHRASE, read_only=True) as case_file:
        return case_file.read()


def test_somebody_who_saves_for_long_is_waited_for_and_then_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "_BUSY_SECONDS", 0.05)
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        case_file._connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CaseFileUnavailable, match="saving to the case file just now"):
            _read(path)
        case_file._connection.execute("ROLLBACK")
        assert _read(path).document == INVENTED.document


def _numbered(number: int) -> Kept:
    """The same number in a note and in every touchpoint."""
    rows = [contact(0, "2025-01-01", reason=str(number))] * 200
    return with_notes(Kept(listed(*rows, people=INVENTED.lists.people[:1])), str(number))


def test_whoever_looks_while_somebody_saves_sees_one_moment_of_it(tmp_path: Path) -> None:
    """Every save writes the same number into a note and into a touchpoint: no reader may see two of them."""
    path = tmp_path / "case.journey"
    trouble: list[str] = []
    seen: set[str] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            try:
                with open_case_file(path, PASSPHRASE, read_only=True) as looking:
                    for _ in range(3):
                        kept = looking.read()
                        number = kept.document.notes[0].text
                        seen.add(number)
                        if set(kept.lists.touchpoints.reason) != {number}:
                            trouble.append(f"a note of {number} with touchpoints of another")
            except JourneyError as error:
                trouble.append(str(error))

    with create_case_file(path, PASSPHRASE) as writing:
        kept = keep(writing, Kept(), _numbered(0))
        readers = [threading.Thread(target=look) for _ in range(2)]
        for reader in readers:
            reader.start()
        number = 0
        while number < 40 or (len(seen) < 2 and number < 2000):
            number += 1
            kept = keep(writing, kept, _numbered(number))
        done.set()
        for reader in readers:
            reader.join()
    assert trouble == []
    assert len(seen) > 1


def test_two_who_begin_one_file_at_once_do_not_both_get_it(tmp_path: Path) -> None:
    path = tmp_path / "case.journey"
    got: list[bool] = []
    ready = threading.Barrier(4)

    def begin() -> None:
        ready.wait()
        try:
            with create_case_file(path, PASSPHRASE) as case_file:
                got.append(not case_file.read_only)
        except JourneyError:
            got.append(False)

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [False, False, False, True]
    assert told(_read(path).lists) == told(Kept().lists)
