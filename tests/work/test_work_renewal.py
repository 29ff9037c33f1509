from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.barred import bar
from journey_viewer.model.edits import NO_EDITS, Edits, Joined
from journey_viewer.model.imported import Imported, Problem
from journey_viewer.model.people import Person
from journey_viewer.work.renewal import Renewal, renewed
from journey_viewer.work.same_people import places_among

NOW = datetime(2026, 1, 1, 9, 41)
ANN, BO = Person("Ann Lee", "9990000018"), Person("Bo Ray", "9990000026")
LINES = ("2025-01-01 gp; reason=cough", "2025-01-02T10:00 ae", "2025-01-03 gp; person=1", "2025-02-01 gp")


@pytest.fixture
def old(lists: Callable[..., Imported]) -> Imported:
    return replace(lists(*LINES, people=(ANN, BO)), last_number=4)


def newer(
    old: Imported, new: Imported, marks: frozenset[str] = frozenset(), edits: Edits = NO_EDITS
) -> Renewal:
    return renewed(old, new, marks, NOW, edits)


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


def test_a_number_that_was_given_once_is_never_given_to_another(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    shorter = newer(old, lists(*LINES[:3], "2025-03-01 gp", people=(ANN, BO)))
    assert shorter.vanished == 1
    longer = newer(shorter.lists, lists(*LINES[:3], "2025-02-02 gp", "2025-03-01 gp", people=(ANN, BO)))
    assert numbers(longer)["2025-02-02"] == 6
    assert longer.lists.last_number == 6


def test_who_was_taken_out_for_good_does_not_come_back(old: Imported, lists: Callable[..., Imported]) -> None:
    made = newer(
        old,
        lists("2025-05-01 gp", people=(Person("Cy", "9990000034"),)),
        bar(Person("Cy", "9990000034")),
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


def test_a_list_may_tell_of_one_record_what_another_told_before_where_they_were_joined(
    lists: Callable[..., Imported],
) -> None:
    also = Person("A Lee", local_id="7")
    old = replace(lists("2025-01-01 gp", "2025-01-02 ae; person=1", people=(ANN, also)), last_number=2)
    new = lists("2025-01-01 gp", "2025-01-02 ae", people=(ANN,))
    joined = newer(old, new, edits=Edits(joined=(Joined(0, 1),)))
    assert (joined.added, joined.updated, numbers(joined)) == (0, 2, {"2025-01-01": 1, "2025-01-02": 2})
    assert newer(old, new).added == 1


def test_problems_of_a_list_that_a_newer_edition_took_the_place_of_are_settled(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    wrong = Problem("list.csv", "", 9, "Date", "There is no such day.")
    again = lists(*LINES, people=(ANN, BO))
    again = replace(again, sources=tuple(replace(source, file="list 2.csv") for source in again.sources))
    assert newer(replace(old, problems=(wrong,)), again).lists.problems == ()
    other = replace(again, touchpoints=again.touchpoints.take(np.array([3])))
    assert newer(replace(old, problems=(wrong,)), other).lists.problems == (wrong,)


def test_two_older_lists_of_a_kind_are_renewed_each_by_itself(lists: Callable[..., Imported]) -> None:
    lines = [f"2025-01-{day:02} gp; source={int(day > 4)}" for day in range(1, 9)]
    old = lists(*lines, people=(ANN,))
    old = replace(old, sources=old.sources * 2, last_number=8)
    new = lists(*(line.replace("source=1", "source=0") for line in [*lines[:1], *lines[5:]]), people=(ANN,))
    made = newer(old, new)
    assert (made.updated, made.vanished) == (4, 1)
    assert numbers(made).keys() == {f"2025-01-0{day}" for day in (1, 2, 3, 4, 6, 7, 8)}


def test_a_barred_person_leaves_no_place_and_no_word_behind(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    cy = Person("Cy", "9990000034")
    made = newer(
        old, lists("2025-05-01 gp; reason=Cy fell", "2025-05-02 gp; person=1", people=(cy, BO)), bar(cy)
    )
    assert made.lists.people == old.people
    assert made.lists.touchpoints.person.tolist() == [0, 0, 1, 0, 1]
    assert "Cy fell" not in made.lists.touchpoints.reason.words


def test_thousands_of_one_name_whom_ids_tell_apart_are_found_at_once(lists: Callable[..., Imported]) -> None:
    many = 20_000
    people = tuple(Person("Patient", local_id=str(place)) for place in range(many))
    new = lists(*(f"2025-01-01 gp; person={place}" for place in range(0, many, 100)), people=people)
    assert places_among(new, new)[::100].tolist() == list(range(0, many, 100))


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


def test_what_vanished_has_its_number_again_when_it_comes_back(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    partial = newer(old, lists(LINES[0], *LINES[2:], people=(ANN, BO)))
    assert (partial.vanished, [one.number for one in partial.lists.vanished]) == (1, [2])
    without = newer(partial.lists, lists(LINES[0], *LINES[2:], people=(ANN, BO)))
    back = newer(without.lists, lists(*LINES, people=(ANN, BO)))
    assert numbers(back) == numbers(newer(old, old))
    assert (back.added, back.lists.vanished, back.lists.last_number) == (1, (), 4)


def test_what_comes_back_to_somebody_else_or_at_another_hour_is_new(
    old: Imported, lists: Callable[..., Imported]
) -> None:
    partial = newer(old, lists(LINES[0], *LINES[2:], people=(ANN, BO))).lists
    others = ("2025-01-02T10:00 ae; person=1", "2025-01-02T11:00 ae")
    back = newer(partial, lists(LINES[0], *others, *LINES[2:], people=(ANN, BO))).lists
    assert 2 not in back.touchpoints.number
    assert [one.number for one in back.vanished] == [2]
