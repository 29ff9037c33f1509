import csv
import random
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_kit import csv_file, finished, workbook_file

from journey_viewer.errors import JourneyError
from journey_viewer.model.imported import Imported
from journey_viewer.model.words import Service
from journey_viewer.reading.guard import check_file
from journey_viewer.reading.lists import read_lists

WHO = "Zebedee"
HEADINGS = [
    "Person",
    "NHS number",
    "DOB",
    "Date",
    "Time",
    "End",
    "Service",
    "Reason",
    "Outcome",
    "DNA",
    "Kind",
]
cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "",
            "JS",
            "9434765919",
            "12/03/2025",
            "03/12/2025",
            "14:30",
            "45000.5",
            "GP",
            "ongoing",
            "DNA",
            "stay",
            '"',
        ]
    ),
)


def check_account(imported: Imported) -> None:
    """Every row counted once, every touchpoint in an account, every problem told."""
    assert sum(source.touchpoints for source in imported.sources) == len(imported.touchpoints)
    assert sum(source.problems for source in imported.sources) == len(imported.problems)
    assert set(imported.touchpoints.person) == set(range(len(imported.people)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.lists(cells, max_size=13), max_size=8), st.sampled_from([",", ";", "\t", "|"]), st.booleans()
)
def test_any_table_of_any_text_adds_up(
    tmp_path: Path, rows: list[list[str]], separator: str, headed: bool
) -> None:
    text = StringIO()
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL if headed else csv.QUOTE_MINIMAL)
    writer.writerows([HEADINGS, *rows] if headed else rows)
    path = tmp_path / "list.csv"
    path.write_bytes(text.getvalue().encode("utf-8", "replace"))
    try:
        imported = finished(read_lists([path], Service.GP))
    except JourneyError:
        return
    check_account(imported)


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - its chance is seeded, not secret


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content with some bits flipped, cut short, or with two pieces swapped."""
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 20)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    if chance.random() < 0.3:
        del changed[chance.randrange(len(changed)) :]
    if chance.random() < 0.3:
        middle = chance.randrange(len(changed) + 1)
        changed = changed[middle:] + changed[:middle]
    return bytes(changed)


def survive(path: Path) -> None:
    """Read it, or hear one of our own sentences that quotes nothing."""
    try:
        imported = finished(read_lists([path], Service.GP))
    except JourneyError as error:
        assert WHO not in str(error)  # noqa: PT017 - there need not be an error
    else:
        check_account(imported)
        assert WHO not in repr(imported.problems) + repr(imported.sources)


ROWS = [
    [WHO, "9434765919", "1/1/1950", f"{day}/2/2025", "14:30", "", "GP", "fall", "seen", "", ""]
    for day in range(1, 29)
]


@pytest.mark.parametrize("seed", range(180))
def test_a_mutated_text_is_survived(tmp_path: Path, seed: int) -> None:
    path = csv_file(tmp_path, *(",".join(row) for row in [HEADINGS, *ROWS]))
    path.write_bytes(mutated(path.read_bytes(), seeded(seed)))
    survive(path)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return workbook_file(tmp_path_factory.mktemp("book") / "list.xlsx", List=[HEADINGS, *ROWS]).read_bytes()


@pytest.mark.parametrize("seed", range(200))
def test_the_guard_survives_a_mutated_workbook(tmp_path: Path, workbook: bytes, seed: int) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(mutated(workbook, seeded(seed)))
    try:
        check_file(path)
    except JourneyError as error:
        assert WHO not in str(error)  # noqa: PT017 - there need not be an error


@pytest.mark.parametrize("seed", range(20))
def test_a_mutated_workbook_is_survived(
    tmp_path: Path, workbook: bytes, seed: int, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.xlsx"
    chance = seeded(seed)
    content = bytearray(workbook)
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    survive(path)
    assert capfd.readouterr() == ("", "")
