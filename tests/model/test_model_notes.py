from datetime import date

import pytest

from journey_viewer.model.notes import WHOLE_JOURNEY, Note, Tone, in_order, with_note, without_note

MAY, JUNE = date(2025, 5, 1), date(2025, 6, 1)
ON_ALL, EARLY, LATE = (
    Note(1, 0, "all"),
    Note(2, 0, "early", first=MAY, last=JUNE),
    Note(3, 0, "late", first=JUNE),
)
NOTES = (ON_ALL, EARLY, LATE)


def test_a_new_note_comes_last() -> None:
    new = Note(4, 0, "new")
    assert with_note(NOTES, new) == (*NOTES, new)


def test_a_changed_note_stays_in_its_place() -> None:
    changed = Note(2, 0, "early", tone=Tone.CONCERN)
    assert with_note(NOTES, changed) == (ON_ALL, changed, LATE)


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_a_note_that_says_nothing_is_none(text: str) -> None:
    assert with_note(NOTES, Note(2, 0, text)) == (ON_ALL, LATE)
    assert with_note(NOTES, Note(9, 0, text)) == NOTES


def test_a_note_is_taken_away_by_its_number() -> None:
    assert without_note(NOTES, 3) == (ON_ALL, EARLY)


def test_notes_on_the_whole_journey_come_first_then_the_earliest() -> None:
    assert in_order((LATE, EARLY, ON_ALL)) == NOTES


def test_on_one_day_notes_stand_as_they_were_written() -> None:
    one, other = Note(5, 0, "one", first=MAY, last=MAY), Note(6, 0, "other", first=MAY, last=MAY)
    assert in_order((other, one)) == (one, other)


def test_a_note_without_a_day_is_on_the_whole_journey() -> None:
    assert ON_ALL.attached == WHOLE_JOURNEY
    assert EARLY.attached != WHOLE_JOURNEY
