import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.continuity import Continuity, continuity

# Twenty patients of two lists, as facts: Sidaway-Lee et al., BJGP 2023;73:279, table 2. UPC and COC
# are printed there to two figures (2/3 as 0.67 and as 0.66); None where too few to calculate.
# SECON is computed by hand from the same sequences.
PUBLISHED: list[tuple[str, float | None, float | None, float | None]] = [
    ("A", None, None, None),
    ("AA", 1, 1, 1),
    ("AB", 0.5, 0, 0),
    ("AAB", 0.67, 0.33, 1 / 2),
    ("ABC", 0.33, 0, 0),
    ("AABB", 0.5, 0.33, 2 / 3),
    ("AABC", 0.5, 0.17, 1 / 3),
    ("AAABBB", 0.5, 0.4, 4 / 5),
    ("AAAABBBB", 0.5, 0.43, 6 / 7),
    ("AAAABCDE", 0.5, 0.21, 3 / 7),
    ("B", None, None, None),
    ("BB", 1, 1, 1),
    ("AC", 0.5, 0, 0),
    ("ABB", 0.66, 0.33, 1 / 2),
    ("ACC", 0.66, 0.33, 1 / 2),
    ("AABC", 0.5, 0.17, 1 / 3),
    ("ABBC", 0.5, 0.17, 1 / 3),
    ("AABBBC", 0.5, 0.27, 3 / 5),
    ("AAABBBBC", 0.5, 0.32, 5 / 7),
    ("AABBCCCC", 0.5, 0.29, 5 / 7),
]


@pytest.mark.parametrize(("seen", "upc", "coc", "secon"), PUBLISHED)
def test_the_published_patients_come_out_as_published(
    seen: str, upc: float | None, coc: float | None, secon: float | None
) -> None:
    found = continuity(seen)
    assert found.upc == (None if upc is None else pytest.approx(upc, abs=0.01))
    assert found.coc == (None if coc is None else pytest.approx(coc, abs=0.01))
    assert found.secon == (None if secon is None else pytest.approx(secon))


def test_there_are_twenty_and_the_first_of_each_list_has_none() -> None:
    assert len(PUBLISHED) == 20
    assert [place for place, row in enumerate(PUBLISHED, start=1) if row[1] is None] == [1, 11]


ORACLE = Path(__file__).parents[3] / "shared" / "reference" / "continuity-oracle.csv"


@pytest.mark.samples
@pytest.mark.skipif(not ORACLE.exists(), reason="the table does not lie beside this checkout")
def test_the_table_beside_the_project_comes_out_too() -> None:
    with ORACLE.open(encoding="utf-8", newline="") as stream:
        patients = list(csv.DictReader(stream))
    assert [patient["sequence"] for patient in patients] == [row[0] for row in PUBLISHED]
    for patient in patients:
        found = continuity(patient["sequence"])
        assert found.upc == number(patient["UPC_published"], within=0.01)
        assert found.coc == number(patient["COC_published"], within=0.01)
        assert found.secon == number(patient["SECON"], within=0.0001)


def number(cell: str, within: float) -> object:
    return pytest.approx(float(cell), abs=within) if cell else None


def test_the_worked_patient() -> None:
    found = continuity("AAABBACDAE")
    assert (found.contacts, found.clinicians, found.most_seen) == (10, 5, 5)
    assert (found.upc, found.coc, found.secon) == pytest.approx((0.5, 22 / 90, 3 / 9))


def test_the_typical_frequent_attender_of_18_appointments() -> None:
    found = continuity([gp for gp, times in enumerate([6, 3, 2, 2, 1, 1, 1, 1, 1]) for _ in range(times)])
    assert (found.contacts, found.clinicians) == (18, 9)
    assert (found.upc, found.coc) == pytest.approx((1 / 3, 40 / 306))


@pytest.mark.parametrize(
    ("seen", "upc", "coc", "secon"), [("ABCDEFGHIJ", 0.1, 0, 0), ("AAAAAAAAAA", 1, 1, 1)]
)
def test_the_extremes(seen: str, upc: float, coc: float, secon: float) -> None:
    found = continuity(seen)
    assert (found.upc, found.coc, found.secon) == (upc, coc, secon)


@pytest.mark.parametrize(("seen", "contacts"), [("", 0), ("A", 1)])
def test_below_two_contacts_all_is_undefined(seen: Sequence[str], contacts: int) -> None:
    assert continuity(seen) == Continuity(contacts, contacts, contacts, None, None, None)


def test_without_an_order_only_the_sequence_is_undefined() -> None:
    found = continuity("AAB", in_order=False)
    assert found.secon is None
    assert found.upc == pytest.approx(2 / 3)


@given(st.text("ABCDE", min_size=2))
def test_every_index_is_a_share(seen: str) -> None:
    found = continuity(seen)
    assert found.upc is not None
    assert found.coc is not None
    assert found.secon is not None
    assert 0 < found.upc <= 1
    assert 0 <= found.coc <= found.upc
    assert 0 <= found.secon <= 1
