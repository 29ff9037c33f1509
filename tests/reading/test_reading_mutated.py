"""The first 200 damaged files of `make torture`: none ends the program, holds it up, or gets a cell into a message."""

import random
import time
from collections import Counter
from pathlib import Path

import pytest
from listening import MUST_BE_NONE, cells_of, listen
from mutations import mutated, originals

FILES = 200
LONGEST_SECONDS = 5.0


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return originals()


@pytest.fixture(scope="module")
def cells(made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, frozenset[str]]:
    """What is looked for in every message, by the file's name."""
    folder = tmp_path_factory.mktemp("whole")
    return {name: cells_of(content, folder / name) for name, content in made.items()}


def check_in_time(path: Path, cells: frozenset[str]) -> Counter[str]:
    """Reads it within five seconds; on a busy machine it may try twice."""
    for _ in range(2):
        begun = time.monotonic()
        counts = listen(path, cells)
        if time.monotonic() - begun < LONGEST_SECONDS:
            return counts
    pytest.fail(f"over {LONGEST_SECONDS} s")


def test_there_is_something_to_look_for_in_every_kind_of_file(cells: dict[str, frozenset[str]]) -> None:
    assert [name for name, looked_for in cells.items() if not looked_for] == []


@pytest.mark.parametrize("seed", range(FILES))
def test_a_damaged_file_is_read_or_refused_in_our_own_words(
    made: dict[str, bytes],
    cells: dict[str, frozenset[str]],
    tmp_path: Path,
    seed: int,
    capfd: pytest.CaptureFixture[str],
) -> None:
    name = sorted(made)[seed % len(made)]
    path = tmp_path / f"list{Path(name).suffix}"
    path.write_bytes(mutated(made[name], random.Random(seed)))  # noqa: S311 - its chance is seeded, not secret
    counts = check_in_time(path, cells[name])
    assert {what: counts[what] for what in MUST_BE_NONE} == dict.fromkeys(MUST_BE_NONE, 0)
    assert counts["accepted"] + counts["refused"] == 1
    assert capfd.readouterr() == ("", "")
