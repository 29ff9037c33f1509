"""Words with a hyphen: given names in two syllables (Min-jun), and what everybody writes so (follow-up)."""

from collections.abc import Sequence

from journey_viewer.privacy.words.lists import group
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import is_ordinary


def is_of_syllables(words: Sequence[Word], place: int) -> bool:
    """Min-jun, JI-WOO, hye-rin: both halves are syllables of Korean or Chinese given names."""
    for first in (place - 1, place):
        if first >= 0 and first + 1 < len(words) and words[first].after == "-":
            halves = [words[first], words[first + 1]]
            strange = any(not is_ordinary(half.low) for half in halves)
            if all(half.low in group("syllables") for half in halves) and (
                halves[0].text[0].isupper() or strange
            ):
                return True
    return False


def is_a_compound(words: Sequence[Word], place: int) -> bool:
    """The first half of Long-standing, Follow-up, X-ray."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if word.after != "-" or following is None or not (following.text[0].islower() or word.low == "x"):
        return False
    return word.low in group("compounds") and is_ordinary(following.low)
