from collections.abc import Callable

import pytest

from journey_viewer.model.actions import Action
from journey_viewer.model.barred import is_barred
from journey_viewer.model.casework import Casework
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Correction, Edits, Joined
from journey_viewer.model.imported import Imported
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person
from journey_viewer.model.removal import take_out

ANN, BO, ALSO_ANN = 0, 1, 2
PEOPLE = (Person("Ann Lee", "9990000018"), Person("Bo Ray"), Person("A Lee", local_id="7"))
LINES = ("2025-01-01 gp; person=0", "2025-01-02 ae; person=1", "2025-01-03 gp; person=2")
DOCUMENT = Document(
    order=(BO, ANN, ALSO_ANN),
    chosen=(ANN, BO),
    objecting=frozenset({ANN}),
    sensitive=frozenset({1, 2, 3}),
    edits=Edits(joined=(Joined(ANN, ALSO_ANN),), corrected=(Correction(3, reason="Lee"), Correction(2))),
    notes=(Note(1, ANN, "Lee's daughter"), Note(2, BO, "x")),
    casework={ANN: Casework(matters="Lee's cat"), BO: Casework(matters="x")},
    actions=(Action(1, ANN, "Call Lee"), Action(2, None, "x")),
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
    assert document.edits == Edits(corrected=(Correction(2),))


def test_everybody_else_keeps_their_place_and_letter(taken: tuple[Imported, Document]) -> None:
    _, document = taken
    assert document.people == (BO,)
    assert document.labels[BO] == DOCUMENT.labels[BO]


def test_a_mark_tells_them_again_and_tells_nothing_of_them(taken: tuple[Imported, Document]) -> None:
    _, document = taken
    assert [is_barred(person, document.barred) for person in PEOPLE] == [True, False, True]
    assert not any("9990000018" in mark or "Lee" in mark for mark in document.barred)
