from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from journey_viewer.model.actions import Action
from journey_viewer.model.attribution import Attribution
from journey_viewer.model.barred import are_barred, bar
from journey_viewer.model.casework import Casework
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Correction, Edits, Joined, Unlinked, edited
from journey_viewer.model.findings import Said
from journey_viewer.model.imported import Imported, Problem, ServiceAsked, Vanished
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person
from journey_viewer.model.removal import take_out, texts_naming
from journey_viewer.model.words import Kind, Service

ANN, BO, ALSO_ANN = 0, 1, 2
PEOPLE = (Person("Ann Lee", "9990000018"), Person("Bo Ray"), Person("A Lee", local_id="7"))
LINES = ("2025-01-01 gp; person=0", "2025-01-02 ae; person=1", "2025-01-03 gp; person=2")
DOCUMENT = Document(
    order=(BO, ANN, ALSO_ANN),
    chosen=(ANN, BO),
    objecting=frozenset({ANN}),
    sensitive=frozenset({1, 2, 3}),
    attributions=dict.fromkeys((1, 2, 3), Attribution.GP),
    edits=Edits(joined=(Joined(ANN, ALSO_ANN),), corrected=(Correction(3, reason="Lee"), Correction(2))),
    notes=(Note(1, ANN, "Lee's daughter"), Note(2, BO, "x")),
    casework={ANN: Casework(matters="Lee's cat"), BO: Casework(matters="x")},
    actions=(Action(1, ANN, "Call Lee"), Action(2, None, "x")),
    said_of_findings={"P01:1,3": Said.DISMISSED, "P02:2": Said.CONFIRMED},
)


@pytest.fixture
def taken(lists: Callable[..., Imported]) -> tuple[Imported, Document]:
    return take_out(lists(*LINES, people=PEOPLE), DOCUMENT, ANN)


def test_nothing_of_somebody_taken_out_is_left(taken: tuple[Imported, Document]) -> None:
    lists, document = taken
    assert [who.name for who in lists.people] == ["", "Bo Ray", ""]
    assert list(lists.touchpoints.person) == [BO]
    assert [note.person for note in document.notes] == [BO]
    assert (set(document.casework), [action.number for action in document.actions]) == ({BO}, [2])
    assert document.chosen == (BO,)
    assert document.objecting == frozenset()
    assert document.sensitive == frozenset({2})
    assert list(document.attributions) == [2]
    assert document.edits == Edits(corrected=(Correction(2),))
    assert document.said_of_findings == {"P02:2": Said.CONFIRMED}


def test_everybody_else_keeps_their_place_and_letter(taken: tuple[Imported, Document]) -> None:
    _, document = taken
    assert document.people == (BO,)
    assert document.labels[BO] == DOCUMENT.labels[BO]


def test_a_mark_tells_them_again_and_tells_nothing_of_them(taken: tuple[Imported, Document]) -> None:
    _, document = taken
    assert are_barred(PEOPLE, document.barred) == [True, False, True]
    assert not any("9990000018" in mark or "Lee" in mark for mark in document.barred)


def test_words_that_only_they_had_are_gone_from_the_columns(lists: Callable[..., Imported]) -> None:
    listed = lists("2025-01-01 gp; reason=Lee fell", "2025-01-02 gp; person=1; reason=cough", people=PEOPLE)
    taken, _ = take_out(listed, DOCUMENT, ANN)
    assert taken.touchpoints.reason.words == ("cough",)


def test_no_list_is_called_after_somebody_taken_out(lists: Callable[..., Imported]) -> None:
    made = lists(*LINES, people=PEOPLE)
    (source,) = made.sources
    sources = (
        replace(source, file="Lee, Ann 999-000-0018.csv", sheet="ANN"),
        replace(source, file="Ray.csv"),
    )
    problems = (Problem("Lee, Ann 999-000-0018.csv", "ANN", 2, "Date", "No such day."),)
    asked = (ServiceAsked("Lee, Ann 999-000-0018.csv", "/lists"),)
    told, _ = take_out(replace(made, sources=sources, problems=problems, asked=asked), DOCUMENT, ANN)
    assert [(one.file, one.sheet) for one in told.sources] == [("…, … ….csv", "…"), ("Ray.csv", "")]
    assert [(one.file, one.sheet) for one in told.problems] == [("…, … ….csv", "…")]
    assert [one.file for one in told.asked] == ["…, … ….csv"]


def test_what_vanished_of_somebody_taken_out_is_forgotten(lists: Callable[..., Imported]) -> None:
    gone = [
        Vanished(number, person, "a list", Service.GP, Kind.CONTACT, datetime(2025, 1, 1))
        for number, person in enumerate((ANN, BO, ALSO_ANN), start=7)
    ]
    told, _ = take_out(replace(lists(*LINES, people=PEOPLE), vanished=tuple(gone)), DOCUMENT, ANN)
    assert [one.number for one in told.vanished] == [8]


def test_who_is_joined_to_somebody_through_a_third_goes_with_them(lists: Callable[..., Imported]) -> None:
    document = replace(DOCUMENT, edits=Edits(joined=(Joined(ANN, ALSO_ANN), Joined(BO, ANN))))
    taken, left = take_out(lists(*LINES, people=PEOPLE), document, BO)
    assert (len(taken.touchpoints), len(left.people)) == (0, 0)
    assert left.removed == {ANN, BO, ALSO_ANN}


def test_what_was_unlinked_from_somebody_stays_when_they_are_taken_out(
    lists: Callable[..., Imported],
) -> None:
    listed = lists("2025-01-01 gp", "2025-01-02 ae; source=1", people=(*PEOPLE[:2], Person()))
    document = Document(order=(ANN, BO, 2), edits=Edits(unlinked=(Unlinked(ANN, 1, 2),)))
    taken, left = take_out(listed, document, ANN)
    assert (left.people, edited(taken, left.edits).touchpoints.person.tolist()) == ((BO, 2), [2])


def test_that_a_list_took_somebody_for_another_is_kept_when_they_are_taken_out(
    lists: Callable[..., Imported],
) -> None:
    listed = lists("2025-01-01 gp", "2025-01-02 ae; source=1", people=(*PEOPLE[:2], Person()))
    document = Document(order=(ANN, BO, 2), edits=Edits(unlinked=(Unlinked(ANN, 1, 2),)))
    taken, left = take_out(listed, document, 2)
    assert (len(taken.touchpoints), left.edits, left.barred) == (1, document.edits, frozenset())
    assert take_out(taken, left, ANN)[1].edits == Edits()


def test_of_three_who_may_be_one_two_still_may(lists: Callable[..., Imported]) -> None:
    listed = replace(lists(*LINES, people=PEOPLE), offers=((ANN, BO, ALSO_ANN), (ANN, BO)))
    assert take_out(listed, Document(order=(ANN, BO, ALSO_ANN)), ANN)[0].offers == ((BO, ALSO_ANN),)


BORN = date(1950, 2, 3)


@pytest.mark.parametrize(
    ("taken_out", "on_the_list", "barred"),
    [
        (Person("Ann Lee", "9990000018"), Person("Ann Quill", "9990000018"), True),
        (Person("Ann Lee", "9990000018", born=BORN), Person("LEE, Ann", born=BORN), True),
        (Person("Ann Lee", "9990000018", born=BORN), Person("Ann Lee", "9990000026", born=BORN), False),
        (Person("Ann Lee", born=BORN), Person("Ann Lee", "9990000018", born=BORN), True),
        (Person("Ann Lee", "9990000018", "7"), Person("Ann Lee", local_id="7"), True),
        (Person("Ann Lee", "9990000018", "7"), Person("Bo Ray", local_id="7"), False),
        (Person("Ann Lee"), Person("Ann Lee"), True),
        (Person("Ann Lee"), Person("Ann Lee", "9990000018"), False),
        (Person("Ann Lee"), Person("Ann Lee", born=BORN), False),
        (Person(local_id="7"), Person(local_id="7"), True),
        (Person(), Person(), False),
    ],
)
def test_who_was_taken_out_is_known_again_and_nobody_else(
    taken_out: Person, on_the_list: Person, *, barred: bool
) -> None:
    others = bar(Person("Di Fox", "9990000034"))
    assert are_barred([on_the_list], others | bar(taken_out, others)) == [barred]


def test_all_marks_have_one_salt_of_their_own() -> None:
    first = bar(Person("Ann Lee", "9990000018"))
    both = first | bar(Person("Bo Ray"), first)
    assert len({mark.partition(":")[0] for mark in both}) == 1
    assert first != bar(Person("Ann Lee", "9990000018"))


def test_their_name_is_blotted_out_of_the_reasons_in_others_lists(
    lists: Callable[..., Imported],
) -> None:
    told = lists(
        "2025-01-01 gp; person=0; reason=cough",
        "2025-01-02 ae; person=1; reason=Fell over Ann Lee's dog",
        "2025-01-03 gp; person=1; reason=cough",
        people=PEOPLE[:2],
    )
    left, _ = take_out(told, Document(), ANN)
    assert list(left.touchpoints.reason) == ["Fell over …'s dog", "cough"]
    assert texts_naming(told, Document(), ANN, lambda _word: True) == 1
