import io
from dataclasses import fields, replace
from datetime import date
from typing import Any, get_type_hints

import docx
import pytest
from invented import session_on

from journey_viewer.errors import IdentifierFound
from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Level, LevelReason
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Edits, Joined
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.minutes import to_minute
from journey_viewer.model.sharing import ALL_CASES, ForSharing
from journey_viewer.privacy.anonymise_minutes import anonymise_minutes, check_minutes
from journey_viewer.privacy.check import check_file
from journey_viewer.privacy.identifiers import Identifiers

DAY = date(2026, 3, 5)
DECISION = Decision(
    0, Level.PLACE, frozenset({LevelReason.TEAM, LevelReason.EXPERTISE}), "why", ("who",), ("idea",), "agreed"
)
MEETING = Meeting(1, DAY, ("role",), "purpose", "achieved", seen=(1, 0), decisions=(DECISION,))
ACTION = Action(
    4,
    1,
    "what",
    "lead",
    "sponsor",
    "delivers",
    DAY,
    partner="partner",
    expected="expected",
    measure="measure",
    outcome="outcome",
)
DOCUMENT = replace(
    session_on().document,
    meetings=(MEETING,),
    ideas={"P01": "an idea"},
    actions=(ACTION, replace(ACTION, number=5, person=None)),
    sharing={0: ForSharing(kept_words=frozenset({"a"})), 1: ForSharing(kept_words=frozenset({"b"}))},
)


def marked(text: str, kept: Any) -> str:
    """The text, and which words were let go out of it."""
    return f"<{text}:{''.join(sorted(kept))}>"


def words_of(value: Any) -> set[str]:
    kind = type(value)
    hints = get_type_hints(kind)
    told = set()
    for field in fields(kind):
        held = getattr(value, field.name)
        if hints[field.name] is str:
            told.add(held)
        elif hints[field.name] == tuple[str, ...]:
            told |= set(held)
    return told


def test_every_word_goes_through_what_cleans_it_with_the_words_kept_for_its_case() -> None:
    made = anonymise_minutes(to_minute(DOCUMENT, 1), marked)
    assert made.meeting is not None
    about_all = {"<role:ab>", "<purpose:ab>", "<achieved:ab>"}
    assert words_of(made.meeting) == {*about_all, "Case A", "Case B"}
    assert made.meeting.ideas == (("P01", "<an idea:ab>"),)
    (decision,) = made.meeting.decisions
    assert words_of(decision) == {"Case A", "<why:a>", "<who:a>", "<idea:a>", "<agreed:a>"}
    fields_of_words = ("what", "lead", "sponsor", "delivers", "partner", "expected", "measure", "outcome")
    assert words_of(made.actions[0]) == {"Case B", "", *(f"<{name}:b>" for name in fields_of_words)}
    assert words_of(made.actions[1]) == {ALL_CASES, "", *(f"<{name}:ab>" for name in fields_of_words)}


def test_ideas_for_patterns_stand_in_the_last_meetings_minutes_alone() -> None:
    document = replace(DOCUMENT, meetings=(MEETING, replace(MEETING, number=2)))
    assert [to_minute(document, number).ideas for number in (1, 2)] == [(), (("P01", "an idea"),)]


def test_where_nobody_has_said_how_words_are_cleaned_none_go_out() -> None:
    made = anonymise_minutes(to_minute(DOCUMENT, 1))
    assert made.meeting is not None
    assert [*made.meeting.written, *made.meeting.decisions[0].written] == ["", "", "", ""]
    assert {text for action in made.actions for text in action.written} == {""}


def test_what_was_chosen_is_told_as_it_was() -> None:
    made = anonymise_minutes(to_minute(DOCUMENT, 1))
    assert made.meeting is not None
    assert (made.meeting.day, made.meeting.seen) == (DAY, ("Case B", "Case A"))
    (decision,) = made.meeting.decisions
    assert decision.level is Level.PLACE
    assert decision.level_reasons == (LevelReason.EXPERTISE, LevelReason.TEAM)


@pytest.mark.parametrize(
    ("changes", "seen", "numbers"),
    [
        ({"objecting": frozenset({1})}, ("Case A",), [5]),
        ({"removed": frozenset({0})}, ("Case B",), [4, 5]),
        ({"edits": Edits(joined=(Joined(0, 1),))}, ("Case A",), [4, 5]),
    ],
)
def test_of_whoever_objects_or_is_gone_nothing_is_told(
    changes: dict[str, Any], seen: tuple[str, ...], numbers: list[int]
) -> None:
    told = to_minute(replace(DOCUMENT, **changes), 1)
    assert told.seen == seen
    assert [action.number for _, action in told.actions] == numbers
    assert {case for case, _ in told.decisions} <= set(seen)


@pytest.mark.parametrize(("chosen", "numbers"), [((0,), [5]), ((0, 1), [4, 5])])
def test_of_a_child_is_told_only_where_they_were_chosen(chosen: tuple[int, ...], numbers: list[int]) -> None:
    told = to_minute(replace(DOCUMENT, chosen=chosen), 1, children={1})
    assert [action.number for _, action in told.actions] == numbers
    assert ("Case B" in told.seen) == (1 in chosen)


def test_what_may_not_leave_refuses_all_of_it_and_is_not_quoted() -> None:
    told = to_minute(DOCUMENT, 1)
    made = anonymise_minutes(told, marked)

    def reread(text: str, _kept: object) -> str:
        return "a name" if "agreed" in text else ""

    with pytest.raises(IdentifierFound, match="still held a name") as caught:
        check_minutes(told, made, reread)
    assert "agreed" not in str(caught.value)


def test_without_a_meeting_the_actions_are_told_alone() -> None:
    told = to_minute(replace(DOCUMENT, meetings=()), None)
    assert (told.meeting, told.cases) == (None, ("Case B",))
    assert to_minute(Document(), None).actions == ()


HELEN = Identifiers(frozenset({("helen", "marsh")}), frozenset())


def _document(where: str, *, thumbnail: bool = False) -> bytes:
    """A Word document that names somebody in one place."""
    made = docx.Document()
    if not thumbnail:
        rels = made.part.package.rels
        for number in [number for number, each in rels.items() if each.reltype.endswith("thumbnail")]:
            del rels[number]
    text = "seen by Helen Marsh"
    paragraph = made.add_paragraph("seen by ")
    if where == "text in two runs":
        paragraph.add_run("Helen ").bold = True
        paragraph.add_run("Marsh")
    elif where == "a table":
        made.add_table(1, 1).cell(0, 0).text = text
    elif where == "the header":
        made.sections[0].header.paragraphs[0].text = text
    elif where == "the footer":
        made.sections[0].footer.paragraphs[0].text = text
    elif where == "a comment":
        made.add_comment(paragraph.runs, text=text)
    elif where == "a comment's author":
        made.add_comment(paragraph.runs, text="x", author="Helen Marsh")
    elif where:
        setattr(made.core_properties, where, "Helen Marsh")
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    "where",
    [
        *("text in two runs", "a table", "the header", "the footer", "a comment", "a comment's author"),
        *("author", "title", "subject", "keywords", "comments", "category", "last_modified_by"),
    ],
)
def test_a_word_document_is_searched_wherever_it_may_name_somebody(where: str) -> None:
    check_file("Minutes.docx", _document(""), HELEN)
    with pytest.raises(IdentifierFound, match=r"The Word document to be shared still held .*a name"):
        check_file("Minutes.docx", _document(where), HELEN)


def test_the_small_picture_of_a_default_document_refuses_it() -> None:
    with pytest.raises(IdentifierFound, match="a small picture of its first page"):
        check_file("Minutes.docx", _document("", thumbnail=True), HELEN)
