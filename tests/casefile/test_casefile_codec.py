from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pytest
from casefile_kit import DOCUMENTS, any_of
from hypothesis import given, settings
from hypothesis import strategies as st

from journey_viewer.casefile.codec import as_json, from_json
from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Casework, Coping, Helps
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Correction, Edits
from journey_viewer.model.imported import Problem, Source
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.notes import Note, Tone
from journey_viewer.model.people import Person, Window
from journey_viewer.model.registers import Export, Opening

KINDS = (
    Note,
    Action,
    Decision,
    Meeting,
    Coping,
    Casework,
    Edits,
    Correction,
    Window,
    Source,
    Problem,
    Person,
    Export,
    Opening,
)


@pytest.mark.parametrize("kind", KINDS)
def test_any_value_comes_back_as_it_was(kind: type[Any]) -> None:
    @given(any_of(kind))
    @settings(max_examples=60)
    def comes_back(value: Any) -> None:
        again = from_json(kind, as_json(value))
        assert again == value
        assert [type(getattr(again, field.name)) for field in fields(kind)] == [
            type(getattr(value, field.name)) for field in fields(kind)
        ]

    comes_back()


@given(DOCUMENTS)
@settings(max_examples=60)
def test_any_document_comes_back_as_it_was(document: Document) -> None:
    assert from_json(Document, as_json(document)) == document


@given(st.frozensets(st.sampled_from(list(Helps))), st.dictionaries(st.integers(), st.just(Casework())))
def test_equal_values_have_the_same_text(helps: frozenset[Helps], casework: dict[int, Casework]) -> None:
    one = Document(casework={**casework, 1: Casework(helps=helps)})
    another = Document(casework={1: Casework(helps=frozenset(list(helps)[::-1])), **casework})
    assert as_json(another) == as_json(one) or another != one


def test_half_of_a_surrogate_pair_comes_back_too() -> None:
    note = Note(1, 0, "cut off \ud83e")
    assert from_json(Note, as_json(note)) == note
    assert as_json(note).isascii()


def test_a_field_that_is_not_told_of_has_its_default() -> None:
    assert from_json(Note, '{"number":3,"person":1,"text":"short"}') == Note(3, 1, "short")


def test_days_and_words_come_back_as_what_they_were() -> None:
    note = Note(1, 2, "t", Tone.CONCERN, first=date(2025, 1, 2), written=datetime(2025, 1, 2, 3, 4, 5, 6))
    again = from_json(Note, as_json(note))
    assert (type(again.tone), type(again.first), type(again.written)) == (Tone, date, datetime)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null and void",
        "[]",
        "3",
        '{"number":1}',
        '{"number":1,"person":0,"text":"t","colour":"red"}',
        '{"number":1,"person":0,"text":"t","tone":"loud"}',
        '{"number":1,"person":0,"text":null}',
        '{"number":1,"person":0,"text":"t","shared":null}',
        '{"number":1e999,"person":0,"text":"t"}',
        "[" * 100_000,
        '{"number":1,"person":0,"text":"t","first":"yesterday"}',
    ],
)
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)):
        from_json(Note, text)
