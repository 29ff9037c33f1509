"""What was written about others names nobody who was taken out."""

from collections.abc import Callable
from datetime import date

import pytest

from journey_viewer.model.actions import Action
from journey_viewer.model.blotting import blot_of
from journey_viewer.model.document import Document
from journey_viewer.model.imported import Imported
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person
from journey_viewer.model.removal import take_out, texts_naming
from journey_viewer.model.sharing import ForSharing

WHO = Person("Zoë Mary O'Quill", "9990000018", "QX-88123", also_named="Zoe Marsh")
ORDINARY = frozenset({"mary", "marsh"})


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Talk about Zoë Mary O'Quill.", "Talk about …."),
        ("ZOE MARY OQUILL", "…"),
        ("O’Quill, Zoe Mary came", "… came"),
        ("Zoe O'Quill came", "… came"),
        ("o'quill zoe", "…"),
        ("zoe_mary_oquill.docx", "….docx"),
        ("Zoe Marsh came", "… came"),
        ("Mrs Marsh came", "… came"),
        ("Z. Marsh came", "… came"),
        ("Zoe alone, Quill alone", "… alone, … alone"),
        ("the marsh behind the house, Mary", "the marsh behind the house, Mary"),
        ("NHS 999 000 0018", "NHS …"),
        ("999-000-0018 and 9990000018", "… and …"),
        ("99900000181", "99900000181"),
        ("hospital no. qx 88123", "hospital no. …"),
        ("Café at ½ past, with nobody", "Café at ½ past, with nobody"),
        ("", ""),
    ],
)
def test_a_name_is_known_in_its_usual_spellings(text: str, left: str) -> None:
    assert blot_of([WHO], frozenset(), ORDINARY.__contains__)(text) == left


@pytest.mark.parametrize("name", ["", "-", "(Ann) Lee", "Lee, Ann", "Ann [*+ Lee", "Lee,", "a b c"])
def test_no_name_is_read_as_a_rule(name: str) -> None:
    blot = blot_of([Person(name)], frozenset(), ORDINARY.__contains__)
    assert blot("Ann Lee, x") == ("…, x" if "Ann" in name else blot("Ann Lee, x"))
    assert blot("nothing at all") == "nothing at all"


def test_a_part_of_a_name_stays_where_somebody_else_is_called_so() -> None:
    blot = blot_of([WHO], frozenset({"zoë"}), ORDINARY.__contains__)
    assert blot("Zoë came with Zoë O'Quill") == "Zoë came with …"


PEOPLE = (Person("Ann Quayle", "9990000018"), Person("Bo Ray"))
DOCUMENT = Document(
    order=(0, 1),
    chosen=(0, 1),
    notes=(Note(1, 1, "Lives with Ann Quayle"),),
    actions=(Action(1, None, "Ring Ann Quayle", lead="Quayle, Ann"), Action(2, 0, "Ann Quayle")),
    meetings=(
        Meeting(
            1,
            date(2026, 3, 5),
            ("Ann Quayle's daughter",),
            "Ann Quayle and Bo",
            decisions=(Decision(1, agreed="As for Ann Quayle", ideas=("A. Quayle",)),),
        ),
    ),
    ideas={"P01": "ask 999 000 0018"},
    sharing={1: ForSharing(about="Ann Quayle's neighbour", headline="One plan")},
    pack_title="After Ann Quayle",
)


def test_somebody_taken_out_is_in_no_text_about_others(lists: Callable[..., Imported]) -> None:
    made = lists("2025-01-01 gp", "2025-01-02 ae; person=1", people=PEOPLE)
    _, left = take_out(made, DOCUMENT, 0)
    assert "Quayle" not in str([*map(vars, left.notes), *map(vars, left.actions)])
    (meeting,) = left.meetings
    assert (meeting.attendees, meeting.purpose) == (("…'s daughter",), "… and Bo")
    assert (meeting.decisions[0].agreed, meeting.decisions[0].ideas) == ("As for …", ("…",))
    assert (left.ideas["P01"], left.pack_title) == ("ask …", "After …")
    assert left.sharing[1] == ForSharing(about="…'s neighbour", headline="One plan")
    assert texts_naming(made, DOCUMENT, 0, ORDINARY.__contains__) == 10


def test_nothing_else_of_the_document_is_touched(lists: Callable[..., Imported]) -> None:
    made = lists("2025-01-01 gp", "2025-01-02 ae; person=1", people=PEOPLE)
    document = Document(order=(0, 1), notes=(Note(1, 1, "x"),), sharing={1: ForSharing(quarters=True)})
    _, left = take_out(made, document, 0)
    assert (left.notes, left.sharing) == (document.notes, document.sharing)
    assert texts_naming(made, document, 0, ORDINARY.__contains__) == 0
