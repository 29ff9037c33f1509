from collections.abc import Callable
from datetime import datetime

import pytest

from journey_viewer.model.edits import Correction, Edits, Joined, Unlinked, edited
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.model.words import Service

PEOPLE = (Person("Ann Lee", local_id="7"), Person("Bo Ray"), Person("", "9990000018"))
LINES = ("2025-01-01 gp; person=0", "2025-01-02 ae; person=1", "2025-01-03 gp; person=2", "2025-01-04 gp")


@pytest.fixture
def listed(lists: Callable[..., Imported]) -> Imported:
    return lists(*LINES, people=PEOPLE)


def test_no_edits_leave_the_lists_as_they_are(listed: Imported) -> None:
    made = edited(listed, Edits())
    assert (made.people, list(made.touchpoints)) == (listed.people, list(listed.touchpoints))


def test_two_records_joined_make_one_person_who_gains_what_the_other_knows(listed: Imported) -> None:
    made = edited(listed, Edits(joined=(Joined(0, 2),)))
    assert (made.people[0].name, made.people[0].nhs_number) == ("Ann Lee", "9990000018")
    assert made.people[2] == Person()
    assert list(made.touchpoints.person) == [0, 1, 0, 0]
    assert list(listed.touchpoints.person) == [0, 1, 2, 0]


def test_who_was_joined_to_somebody_joined_is_found(listed: Imported) -> None:
    edits = Edits(joined=(Joined(1, 2), Joined(0, 1)))
    assert [edits.kept_place(place) for place in range(3)] == [0, 0, 0]
    assert set(edited(listed, edits).touchpoints.person.tolist()) == {0}


def test_what_one_source_says_of_a_person_can_be_somebody_elses(lists: Callable[..., Imported]) -> None:
    listed = lists("2025-01-01 gp; source=0", "2025-01-02 ae; source=1", people=(Person("Ann"), Person("Bo")))
    made = edited(listed, Edits(unlinked=(Unlinked(0, 1, 1),)))
    assert list(made.touchpoints.person) == [0, 1]


def test_a_correction_changes_what_it_names_and_nothing_else(listed: Imported) -> None:
    made = edited(listed, Edits(corrected=(Correction(2, service=Service.GP, reason="Fell"),)))
    row = made.touchpoints[1]
    assert (row.service, row.reason, row.start) == (Service.GP, "Fell", listed.touchpoints[1].start)
    assert made.touchpoints[0] == listed.touchpoints[0]
    assert listed.touchpoints[1].service is Service.AE


def test_a_correction_of_what_is_no_longer_there_does_nothing(listed: Imported) -> None:
    made = edited(listed, Edits(corrected=(Correction(99, reason="Fell"),)))
    assert list(made.touchpoints) == list(listed.touchpoints)


def on_newer(
    lists: Callable[..., Imported], old: list[str], new: list[str], *told: Unlinked
) -> list[Unlinked]:
    """What is unlinked when newer lists were read, besides what was before; a line's place is its number."""
    before, after = lists(*old).touchpoints, lists(*new).touchpoints
    return list(Edits(unlinked=told).on_newer(before, after).unlinked[len(told) :])


def test_what_was_unlinked_stays_so_where_a_newer_list_tells_it_again(lists: Callable[..., Imported]) -> None:
    old = ["2025-01-01 gp; source=0", "2025-01-02 ae; source=1"]
    new = ["2025-01-01 gp; source=2", "2025-01-02 ae; source=3", "2025-01-03 ae; source=3"]
    assert on_newer(lists, old, new, Unlinked(0, 1, 5)) == [Unlinked(0, 3, 5)]


def test_a_newer_list_that_tells_of_others_only_unlinks_nobody(lists: Callable[..., Imported]) -> None:
    old = ["2025-01-01 gp; source=0; person=1", "2025-01-02 ae; source=0"]
    new = ["2025-01-01 gp; source=2; person=1", "2025-01-02 ae; source=0", "2025-01-03 ae; source=2"]
    assert on_newer(lists, old, new, Unlinked(0, 0, 5)) == []


def test_where_a_newer_list_tells_of_both_most_of_it_counts(lists: Callable[..., Imported]) -> None:
    old = [f"2025-01-0{day} gp; source={int(day > 1)}" for day in (1, 2, 3)]
    new = [f"2025-01-0{day} gp; source=2" for day in (1, 2, 3)]
    assert on_newer(lists, old, new, Unlinked(0, 1, 5)) == [Unlinked(0, 2, 5)]
    assert on_newer(lists, old, new, Unlinked(0, 0, 5)) == []


def test_of_two_sources_of_which_one_was_unlinked_a_newer_list_of_both_keeps_them_apart(
    lists: Callable[..., Imported],
) -> None:
    old = ["2025-01-01 gp; source=0", "2025-01-02 ae; source=1"]
    new = ["2025-01-01 gp; source=2", "2025-01-02 ae; source=2"]
    assert on_newer(lists, old, new, Unlinked(0, 0, 5)) == [Unlinked(0, 2, 5)]


def test_a_corrected_day_is_sure_and_takes_the_end_of_a_contact_with_it(
    lists: Callable[..., Imported],
) -> None:
    listed = lists("2025-01-01T10:00 gp uncertain; until=2025-01-01T10:20")
    row = edited(listed, Edits(corrected=(Correction(1, start=datetime(2025, 1, 5, 9)),))).touchpoints[0]
    assert (row.start, row.end, row.uncertain) == (
        datetime(2025, 1, 5, 9),
        datetime(2025, 1, 5, 9, 20),
        False,
    )


@pytest.mark.parametrize(("day", "end"), [(2, 4), (6, 6)])
def test_a_stay_ends_when_the_list_says_and_never_before_it_begins(
    lists: Callable[..., Imported], day: int, end: int
) -> None:
    listed = lists("2025-01-01 inpatient stay; until=2025-01-04")
    row = edited(listed, Edits(corrected=(Correction(1, start=datetime(2025, 1, day)),))).touchpoints[0]
    assert row.end == datetime(2025, 1, end)


def test_a_correction_of_another_field_leaves_an_uncertain_day_uncertain(
    lists: Callable[..., Imported],
) -> None:
    row = edited(lists("2025-01-01 gp uncertain"), Edits(corrected=(Correction(1, reason="x"),))).touchpoints[
        0
    ]
    assert row.uncertain


def test_a_touchpoint_has_one_correction_and_none_that_says_nothing() -> None:
    edits = Edits().with_correction(Correction(4, reason="x")).with_correction(Correction(4, reason=""))
    assert edits.corrected == (Correction(4, reason=""),)
    assert edits.with_correction(Correction(4)) == Edits()


def test_words_that_a_list_has_already_are_kept_once(lists: Callable[..., Imported]) -> None:
    listed = lists("2025-01-01 gp; reason=cough", "2025-01-02 gp; reason=fall")
    made = edited(listed, Edits(corrected=(Correction(2, reason="cough"), Correction(1, reason="rash"))))
    assert list(made.touchpoints.reason) == ["rash", "cough"]
    assert made.touchpoints.reason.words == ("cough", "fall", "rash")
