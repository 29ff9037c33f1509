"""Records joined, separated and unlinked: what was chosen and written goes where it belongs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Casework, Coping, Level
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Joined, Unlinked, edited
from journey_viewer.model.imported import Imported
from journey_viewer.model.linking import joined, separated, sources_of, unlinked
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person
from journey_viewer.model.sharing import ForSharing
from journey_viewer.model.words import Family

ANN, BO, CY = 0, 1, 2
PEOPLE = (Person("Ann Lee"), Person("Bo Ray", "9990000018"), Person("Cy Moss"))
LINES = (
    "2025-01-01 gp; person=0",
    "2025-01-02 ae; person=0; source=1",
    "2025-01-03 ae; person=1; source=1",
    "2025-01-04 gp; person=2; source=2",
)
DOCUMENT = Document(order=(ANN, BO, CY), chosen=(CY, BO, ANN))


@pytest.fixture
def listed(lists: Callable[..., Imported]) -> Imported:
    made = lists(*LINES, people=PEOPLE)
    return replace(made, sources=made.sources * 3)


def persons(listed: Imported, document: Document) -> list[int]:
    return edited(listed, document.edits).touchpoints.person.tolist()


def test_who_is_joined_takes_the_place_of_both_among_the_chosen() -> None:
    assert joined(DOCUMENT, ANN, BO).chosen == (CY, ANN)
    assert joined(replace(DOCUMENT, chosen=(CY, BO)), ANN, BO).chosen == (CY, ANN)
    assert joined(replace(DOCUMENT, chosen=(CY,)), ANN, BO).chosen == (CY,)


def test_two_who_are_one_already_are_not_joined_again() -> None:
    once = joined(DOCUMENT, ANN, BO)
    assert joined(once, BO, ANN) is once
    assert joined(once, CY, CY) is once


def test_joining_somebody_to_a_record_that_was_joined_joins_them_to_the_whole() -> None:
    chain = joined(joined(DOCUMENT, ANN, BO), BO, CY)
    assert chain.edits.joined == (Joined(ANN, BO), Joined(ANN, CY))
    assert set(chain.edits.records_joined_to(ANN)) == {BO, CY}


def test_what_was_written_of_either_record_is_told_of_the_person(listed: Imported) -> None:
    document = replace(
        DOCUMENT,
        notes=(Note(1, ANN, "x"), Note(2, BO, "y")),
        actions=(Action(1, BO, "z"), Action(2, None, "")),
    )
    both = joined(document, ANN, BO)
    assert [note.number for note in both.notes_of(ANN)] == [1, 2]
    assert [action.number for action in both.actions_of(ANN)] == [1]
    assert separated(listed, both, BO).notes_of(BO) == document.notes_of(BO)


def test_casework_of_both_records_is_put_together() -> None:
    day = Coping(2, "GP", date(2025, 1, 1))
    work = {
        ANN: Casework(tried="Rest", ready=True, level=Level.PLACE, partners=("A", "B")),
        BO: Casework(tried="Walks", coping=(day,), level=Level.PRACTICE, partners=("B", "C")),
    }
    told = joined(replace(DOCUMENT, casework=work), ANN, BO).casework_of(ANN)
    assert told == Casework(
        tried="Rest\nWalks", coping=(day,), level=Level.PLACE, partners=("A", "B", "C"), ready=False
    )


def test_somebody_objects_who_objected_in_another_record() -> None:
    document = joined(replace(DOCUMENT, objecting=frozenset({BO})), ANN, BO)
    assert document.objectors == {ANN}
    assert document.objecting_with(ANN, objects=False) == frozenset()


def test_records_that_are_separated_have_what_was_theirs_again(listed: Imported) -> None:
    chain = joined(joined(DOCUMENT, BO, CY), ANN, BO)
    apart = separated(listed, chain, BO)
    assert persons(listed, chain) == [ANN] * 4
    assert persons(listed, apart) == [ANN, ANN, BO, BO]
    assert apart.people == (ANN, BO)


def test_notes_that_were_written_while_two_were_one_go_with_their_touchpoints(listed: Imported) -> None:
    notes = (Note(1, ANN, "x", touchpoint=3), Note(2, ANN, "y", touchpoint=1), Note(3, ANN, "z"))
    theirs = Note(4, CY, "of Cy", touchpoint=4)
    chain = joined(joined(replace(DOCUMENT, notes=(*notes, theirs)), BO, CY), ANN, BO)
    apart = separated(listed, chain, BO)
    assert [note.person for note in apart.notes] == [BO, ANN, ANN, CY]
    assert [note.number for note in apart.notes_of(BO)] == [1, 4]


def test_what_a_list_says_of_somebody_else_is_theirs_with_the_notes_on_it(listed: Imported) -> None:
    document = replace(DOCUMENT, notes=(Note(1, ANN, "x", touchpoint=2), Note(2, ANN, "y", touchpoint=1)))
    lists, told = unlinked(listed, document, ANN, {1})
    assert persons(lists, told) == [ANN, 3, BO, CY]
    assert told.labels[3] == "Case D"
    assert [note.person for note in told.notes] == [3, ANN]


def test_unlinking_from_a_joined_person_parts_what_the_source_says_of_every_record(listed: Imported) -> None:
    lists, told = unlinked(listed, joined(DOCUMENT, ANN, BO), ANN, {1})
    assert told.edits.unlinked == (Unlinked(ANN, 1, 3), Unlinked(BO, 1, 3))
    assert persons(lists, told) == [ANN, 3, 3, CY]


def test_who_was_unlinked_can_be_joined_again_and_parted_again(listed: Imported) -> None:
    lists, told = unlinked(listed, DOCUMENT, ANN, {1})
    together = joined(told, ANN, 3)
    assert persons(lists, together) == [ANN, ANN, BO, CY]
    lists, again = unlinked(lists, together, ANN, {1})
    assert persons(lists, again) == [ANN, 4, BO, CY]


def test_part_of_what_was_unlinked_can_be_about_a_third(listed: Imported) -> None:
    lists, told = unlinked(listed, joined(DOCUMENT, ANN, CY), ANN, {1, 2})
    lists, third = unlinked(lists, told, 3, {2})
    assert persons(lists, told) == [ANN, 3, BO, 3]
    assert persons(lists, third) == [ANN, 3, BO, 4]


def test_the_name_of_whom_they_were_taken_for_is_kept_in_mind(listed: Imported) -> None:
    lists, told = unlinked(listed, DOCUMENT, ANN, {1})
    assert edited(lists, told.edits).people[3] == Person(also_named="Ann Lee")
    both = edited(listed, joined(DOCUMENT, ANN, BO).edits).people[ANN]
    assert (both.name, both.nhs_number, both.also_named) == ("Ann Lee", "9990000018", "Bo Ray")


def test_a_person_comes_from_the_lists_of_all_their_records(listed: Imported) -> None:
    assert sources_of(listed, DOCUMENT, ANN) == {0: 1, 1: 1}
    assert sources_of(listed, joined(DOCUMENT, ANN, BO), ANN) == {0: 1, 1: 2}


@pytest.mark.parametrize(
    ("person", "steps", "order"),
    [(BO, -1, (BO, CY, ANN)), (BO, 1, (CY, ANN, BO)), (CY, -1, (CY, BO, ANN)), (ANN, 5, (CY, BO, ANN)), (9, 1, (CY, BO, ANN))],
)  # fmt: skip
def test_the_chosen_can_be_put_in_another_order(person: int, steps: int, order: tuple[int, ...]) -> None:
    assert DOCUMENT.moved(person, steps) == order


def test_what_was_left_out_of_either_record_stays_left_out_of_both() -> None:
    choices = {
        0: ForSharing(dropped=frozenset({4}), five_years=True),
        1: ForSharing(quarters=True, dropped=frozenset({2}), folded=frozenset({Family.URGENT})),
    }
    both = joined(Document(order=(0, 1), sharing=choices), 0, 1).sharing_of(0)
    assert both == ForSharing(quarters=True, dropped=frozenset({2, 4}), folded=frozenset({Family.URGENT}))


def test_what_was_written_and_let_go_out_of_either_record_is_of_both() -> None:
    choices = {
        0: ForSharing(about="Lives alone.", kept_words=frozenset({"wibble"}), reason="Agreed"),
        1: ForSharing(about="Two conditions.", kept_words=frozenset({"wobble"}), reason="Agreed"),
    }
    both = joined(Document(order=(0, 1), sharing=choices), 0, 1).sharing_of(0)
    assert both.about == "Lives alone. Two conditions."
    assert both.kept_words == {"wibble", "wobble"}
    assert both.reason == "Agreed"
