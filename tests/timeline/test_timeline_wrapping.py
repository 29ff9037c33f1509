import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.timeline.wrapping import one_line, shorten, wrap


def letters(text: str, _size: float, _bold: bool) -> float:
    return len(text)


@given(st.text("ab ", max_size=60), st.integers(1, 20))
def test_wrapped_lines_keep_every_letter_and_fit(text: str, room: int) -> None:
    lines = wrap(text, room, 10, letters)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= room for line in lines)


def test_only_a_word_longer_than_a_line_is_broken() -> None:
    assert wrap("one two abcdefghij three", 7, 10, letters) == ["one two", "abcdefg", "hij", "three"]


@pytest.mark.parametrize(
    ("most", "kept"),
    [(3, ["one two", "three", "four"]), (2, ["one two", "three…"]), (1, ["one tw…"])],
)
def test_what_has_no_room_ends_in_an_ellipsis(most: int, kept: list[str]) -> None:
    assert shorten(["one two", "three", "four"], most, 7, 10, letters, bold=False) == kept


def test_nothing_that_somebody_wrote_turns_around_what_stands_after_it() -> None:
    assert one_line("\u202eone\u202c \u2067two\u2069 three") == "one two three"
