from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.barred import bar
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.work.renewal import Renewal, renewed

NOW = datetime(2026, 1, 1, 9, 41)
ANN, BO = Person("Ann Lee", "9990000018"), Person("Bo Ray", "9990000026")
LINES = ("2025-01-01 gp; reason=cough", "2025-01-02T10:00 ae", "2025-01-03 gp; person=1", "2025-02-01 gp")


@pytest.fixture
def old(lists: Callable[..., Imported]) -> Imported:
    return replace(lists(*LINES, people=(ANN, BO)), last_number=4)


def newer(old: Imported, new: Imported, marks: frozenset[str] = frozenset()) -> Renewal:
    return renewed(old, new, marks, NOW)


def numbers(renewal: Renewal) -> dict[str, int]:
    """The lasting number of each touchpoint, by its day."""
    rows = renewal.lists.touchpoints
    return {str(start)[:10]: int(number) for start, number in zip(rows.start, rows.number, strict=True)}


def test_the_same_list_again_changes_nothing_but_where_it_was_read(old: Imported) -> None:
    again = newer(old, old)
    assert (again.added, again.updated, again.vanished) == (0, 4, 0)
    assert again.lists.people == old.people
    assert sorted(again.lists.touchpoints.number.tolist()) == [1, 2, 3, 4]
    assert [source.superseded for source in again.lists.sources] == [True, False]
    assert again.lists.current_sources[0].imported == NOW


def test_people_are_known_again_by_their_nhs_number(old: Imported, lists: Callable[..., Imported]) -> None:
    married = Person("Ann Quill", "9990000018", died=date(2025, 6, 1))
    cy = Person("Cy Moss", "9990000034")
    made = newer(old, lists("2025-03-01 gp; person=1", "2025-03-02 gp", people=(cy, married))).lists
    assert [who.name for who in made.people] == ["Ann Quill", "Bo Ray", "Cy Moss"]
    assert made.people[0].died == date(2025, 6, 1)
    assert made.touchpoints.person.tolist()[-2:] == [0, 2]


def test_a_corrected_reason_and_hour_leave_a_touchpoint_its_number(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    corrected = ("2025-01-01 gp; reason=cough and fever", "2025-01-02T11:30 ae", *LINES[2:])
    made = newer(old, lists(*corrected, people=(ANN, BO)))
    assert (made.added, made.updated, made.vanished) == (0, 4, 0)
    assert numbers(made)["2025-01-01"] == 1
    assert numbers(made)["2025-01-02"] == 2


def test_what_a_newer_edition_no_longer_tells_of_is_gone(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    made = newer(old, lists(*LINES[:1], *LINES[2:], "2025-03-01 gp", people=(ANN, BO)))
    assert (made.added, made.updated, made.vanished) == (1, 3, 1)
    assert numbers(made) == {"2025-01-01": 1, "2025-01-03": 3, "2025-02-01": 4, "2025-03-01": 5}
    assert made.renews == {1: 0}


def test_what_lies_outside_the_days_of_a_newer_edition_stays(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    made = newer(old, lists("2025-02-01 gp", "2025-03-01 gp", people=(ANN,)))
    assert (made.updated, made.vanished, len(made.lists.touchpoints)) == (1, 0, 5)
    assert [source.superseded for source in made.lists.sources] == [False, False]


def test_another_list_of_the_kind_that_shares_little_takes_nothing_away(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    elsewhere = ("2024-12-30 gp", "2025-01-01 gp; reason=cough", "2025-02-09 gp")
    made = newer(old, lists(*elsewhere, people=(ANN,)))
    assert (made.added, made.updated, made.vanished) == (2, 1, 0)


def test_a_number_that_was_given_once_is_never_given_again(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    shorter = newer(old, lists(*LINES[:3], "2025-03-01 gp", people=(ANN, BO)))
    assert shorter.vanished == 1
    longer = newer(shorter.lists, lists(*LINES, "2025-03-01 gp", people=(ANN, BO)))
    assert numbers(longer)["2025-02-01"] == 6
    assert longer.lists.last_number == 6


def test_who_was_taken_out_for_good_does_not_come_back(old: Imported, lists: Callable[..., Imported]) -> None:
    made = newer(
        old,
        lists("2025-05-01 gp", people=(Person("Cy", "9990000034"),)),
        frozenset({bar(Person("Cy", "9990000034"))}),
    )
    assert (made.barred, made.added) == (1, 0)
    assert not any(who.nhs_number == "9990000034" for who in made.lists.people)


@pytest.mark.parametrize(
    ("known", "again", "line", "same"),
    [
        (Person("J S"), Person("J.S."), "2025-01-01 gp", True),
        (Person("J S"), Person("J S"), "2025-04-01 gp", False),
        (Person(local_id="7"), Person(local_id="7"), "2025-01-01 gp", True),
        (Person(local_id="7"), Person(local_id="7"), "2025-04-01 gp", False),
        (Person(local_id="7"), Person(nhs_number="9990000018", local_id="7"), "2025-01-01 gp", True),
        (Person("Ann", born=date(1950, 1, 1)), Person("Ann", born=date(1950, 1, 1)), "2025-04-01 gp", True),
        (Person("Ann", born=date(1950, 1, 1)), Person("Ann", born=date(1951, 1, 1)), "2025-01-01 gp", False),
    ],
)  # fmt: skip
def test_without_a_number_people_are_the_same_where_all_agrees_or_they_share_a_contact(
    lists: Callable[..., Imported], known: Person, again: Person, line: str, *, same: bool
) -> None:
    made = newer(lists("2025-01-01 gp", people=(known,)), lists(line, people=(again,)))
    assert (len(made.lists.people) == 1) is same


@given(st.lists(st.tuples(st.integers(1, 28), st.sampled_from(["gp", "ae"])), max_size=12), st.data())
def test_every_touchpoint_has_one_number_of_its_own_and_none_is_lost(
    lists: Callable[..., Imported], days: list[tuple[int, str]], data: st.DataObject
) -> None:
    lines = [f"2025-01-{day:02} {service}" for day, service in days]
    again = data.draw(st.permutations(lines))
    old = replace(lists(*lines, people=(ANN,)), last_number=len(lines))
    made = newer(old, lists(*again, people=(ANN,)))
    assert (made.added, made.updated, made.vanished) == (0, len(lines), 0)
    assert np.unique(made.lists.touchpoints.number).tolist() == list(range(1, len(lines) + 1))
