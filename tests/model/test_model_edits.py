from collections.abc import Callable

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


def test_an_unlinking_holds_for_a_newer_edition_of_the_list_too() -> None:
    edits = Edits(unlinked=(Unlinked(0, 1, 2),))
    assert edits.on_newer({4: 1, 5: 3}).unlinked == (Unlinked(0, 1, 2), Unlinked(0, 4, 2))


def test_a_correction_changes_what_it_names_and_nothing_else(listed: Imported) -> None:
    made = edited(listed, Edits(corrected=(Correction(2, service=Service.GP, reason="Fell"),)))
    row = made.touchpoints[1]
    assert (row.service, row.reason, row.start) == (Service.GP, "Fell", listed.touchpoints[1].start)
    assert made.touchpoints[0] == listed.touchpoints[0]
    assert listed.touchpoints[1].service is Service.AE


def test_a_correction_of_what_is_no_longer_there_does_nothing(listed: Imported) -> None:
    made = edited(listed, Edits(corrected=(Correction(99, reason="Fell"),)))
    assert list(made.touchpoints) == list(listed.touchpoints)
