"""What people wrote for sharing: it goes out only through what cleans it, with no more than the months it is about."""

from collections.abc import Callable, Collection, Iterable, Iterator

from journey_viewer.errors import IdentifierFound
from journey_viewer.model.notes import Note, in_order
from journey_viewer.model.people import Window
from journey_viewer.model.sharing import ALL_CASES, Shared, ToShare
from journey_viewer.privacy.anonymous_case import AnonymousNote
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.privacy.times import Months

Clean = Callable[[str, Collection[str]], str]
"""A text, and the words of it that were looked at and may leave -> what may leave of it, "" where nothing may."""

Reread = Callable[[str, Collection[str]], str]
"""A text that was cleaned, and the same words -> what in it nobody may tell, in words; "" where all may leave."""


def nothing_leaves(_text: str, _kept: Collection[str]) -> str:
    """Where nobody has said how words are cleaned, none go out."""
    return ""


def notes_of(
    shared: Shared, window: Window, months: Months, last: int, clean: Clean
) -> tuple[AnonymousNote, ...]:
    """The notes ticked for sharing, earliest first; of one about days outside the window nothing is told.

    None reaches over the ``last`` month of the journey: that would tell where the window ends.
    """
    return tuple(_notes(shared, window, months, last, clean))


def _notes(
    shared: Shared, window: Window, months: Months, last: int, clean: Clean
) -> Iterator[AnonymousNote]:
    for note in in_order(shared.notes):
        text = clean(note.text, shared.choices.kept_words)
        if text and note.first is None:
            yield AnonymousNote(text)
        elif text and _is_inside(note, window):
            begins, ends = _stretch(note, window, months)
            if begins > last:
                yield AnonymousNote(text)
            else:
                yield AnonymousNote(text, begins - 1.0, float(min(ends, last)))


def _is_inside(note: Note, window: Window) -> bool:
    first, last = note.first or window.last, note.last or note.first or window.first
    return first <= window.last and last >= window.first


def _stretch(note: Note, window: Window, months: Months) -> tuple[int, int]:
    """From the first to the last of the months that are told together with those it is about."""
    first, last = note.first or window.first, note.last or note.first or window.first
    return months.of(max(first, window.first)), months.end_of(months.of(min(last, window.last)))


def lines_of(texts: tuple[str, ...], kept: Collection[str], clean: Clean) -> tuple[str, ...]:
    """Those of the texts of which anything may leave."""
    return tuple(told for told in (clean(text, kept) for text in texts) if told)


def nothing_is_left(_text: str, _kept: Collection[str]) -> str:
    """Where nothing leaves, nothing is left to find."""
    return ""


def check_written(told: ToShare, pack: AnonymousPack, reread: Reread) -> None:
    """Raises IdentifierFound where words from outside, after cleaning, hold what may not leave.

    The title is not among them: it leaves as it was typed.
    """
    check_words(_from_outside(told, pack), reread)


def check_words(written: Iterable[tuple[str, Collection[str]]], reread: Reread) -> None:
    """Raises IdentifierFound where any of these cleaned texts, each with the words let go out of it, holds what may not leave."""
    for text, kept in written:
        left = reread(text, kept)
        if left:
            raise IdentifierFound(
                f"The words that were written for sharing still held {left}, so nothing was written.",
                "Look once more at the words written and ticked for sharing, then share again.",
            )


def _from_outside(told: ToShare, pack: AnonymousPack) -> Iterator[tuple[str, Collection[str]]]:
    kept = told.kept
    for case in pack.cases:
        notes = (note.text for note in case.notes)
        reasons = dict.fromkeys(touchpoint.reason for touchpoint in case.touchpoints)
        for text in (case.headline, case.about, *case.different, *notes, *reasons):
            yield text, kept[case.label]
    for action in pack.actions:
        for text in action.written:
            yield text, kept[action.case]
    for pattern in pack.common:
        yield pattern.idea, kept[ALL_CASES]
