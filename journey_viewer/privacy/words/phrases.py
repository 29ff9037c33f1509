"""Names of services, charities, benefits and things of several words: they are kept whole."""

from collections.abc import Iterable, Iterator, Sequence

from journey_viewer.privacy.words.lists import group, phrases
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import is_given, is_only_a_name

_GUESSED = frozenset(
    {
        *(Rule.UNKNOWN, Rule.NAME, Rule.RELATIVE, Rule.CLINICIAN, Rule.INITIALS, Rule.TOWN, Rule.PLACE),
        *(Rule.ADDRESS, Rule.SURGERY, Rule.SCHOOL, Rule.HOSPITAL, Rule.CARE_HOME),
    }
)
_BEFORE_A_NAME = ("titles", "doctors", "relatives", "before_nicknames")


def find_phrases(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the phrases of the list stand, in order and apart."""
    low, found, end = text.casefold(), list[tuple[int, int]](), 0
    if len(low) != len(text):
        return []
    for place, word in enumerate(words):
        if word.start < end or word.low not in phrases():
            continue
        for phrase in phrases()[word.low]:
            end_of_it = word.start + len(phrase)
            if low.startswith(phrase, word.start) and not low[end_of_it : end_of_it + 1].isalnum():
                if " " in phrase or not _is_somebody(words, place):
                    found.append((word.start, end_of_it))
                    end = end_of_it
                break
    return found


def _is_somebody(words: Sequence[Word], place: int) -> bool:
    """Mr Macmillan, Jane Macmillan, Macmillan, Jane: then it is no charity."""
    if place and words[place - 1].near:
        before = words[place - 1].low
        if any(before in group(kind) for kind in _BEFORE_A_NAME):
            return True
        if words[place - 1].text[0].isupper() and (is_given(before) or is_only_a_name(before)):
            return True
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and words[place].after == ", " and is_only_a_name(following.low)


def outside_phrases(found: Iterable[Found], kept: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """What is found without the parts that are phrases; numbers and dates stay as they are."""
    for one in found:
        if one.rule not in _GUESSED or not kept:
            yield one
            continue
        start, end = one.start, one.end
        for first, last in kept:
            if first <= start < last:
                start = last
            if first < end <= last:
                end = first
        if start < end:
            yield Found(start, end, one.rule)
