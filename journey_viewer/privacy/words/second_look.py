"""What the rules were not sure of, and what they did not see, judged by the net: what they replaced stays replaced."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from journey_viewer.privacy.words.lists import also_clinical, common_surnames, group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.looks import may_name
from journey_viewer.privacy.words.net import Net
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.unaided import may_be_a_medicine
from journey_viewer.privacy.words.vocabulary import (
    is_clinical,
    is_given,
    is_ordinary,
    may_be_a_name,
    spelling,
)

# Logarithms of odds in hundredths, chosen on sets of sentences that the net had not learned from.
_AGREES = -140  # 2 in 10, where initials or somebody's name were doubted: they are replaced
_AGREES_SURELY = 85  # 7 in 10, where the word may be an illness, a medicine or a brand
_SURE = 250  # 92 in 100: what no rule saw is replaced
_PERHAPS = 85  # 7 in 10: a person looks at it
_PERHAPS_SMALL = 140  # 8 in 10, where it is an ordinary word without a capital
_HARMLESS = -350  # 3 in 100: an ordinary word that nobody has to look at
_INITIALS = 3  # capitals at most


def look_again(
    found: Sequence[Found], text: str, words: Sequence[Word], kept: Sequence[tuple[int, int]], net: Net
) -> list[Found]:
    """What was found and what the net says of it, in no order; ``kept``: what stays as it is."""
    again = [one for one in found if one.rule is not Rule.UNKNOWN]
    taken = [*((one.start, one.end) for one in again), *kept]
    places = [
        place
        for place, word in enumerate(words)
        if may_name(word) and not any(start < word.end and word.start < end for start, end in taken)
    ]
    judged = list(net.odds(text, words, places).items()) if len(words) > 1 else []
    seen = set[int]()
    for one in found:
        if one.rule is Rule.UNKNOWN:
            inside = [(place, odds) for place, odds in judged if _is_inside(words[place], one)]
            seen.update(place for place, _ in inside)
            again += _of_a_doubt(one, inside, words) if inside else [one]
    for place, odds in judged:
        if place not in seen and spelling(words[place]) not in net.nobodys:
            again += _of_the_unseen(words[place], odds)
    return again


def _is_inside(word: Word, one: Found) -> bool:
    return one.start < word.end and word.start < one.end


def _of_a_doubt(doubt: Found, judged: Sequence[tuple[int, int]], words: Sequence[Word]) -> Iterator[Found]:
    """Replaced where the net agrees, nothing where it is an ordinary word and harmless, else a person looks."""
    place, odds = max(judged, key=itemgetter(1))
    word = words[place]
    if odds >= (_AGREES if _could_be_somebody(word) else _AGREES_SURELY) and not _is_treated(words, place):
        yield Found(doubt.start, doubt.end, _rule_of(word))
    elif (doubt.start, doubt.end) != (word.start, word.end) or not _is_harmless(word, odds):
        yield doubt


def _of_the_unseen(word: Word, odds: int) -> Iterator[Found]:
    low = spelling(word)
    if len(low) == 1 or low in listed("eponyms") or any(low in group(kind) for kind in _NOBODY):
        return
    if word.text == word.low and is_ordinary(word.low):
        if odds >= _PERHAPS_SMALL:
            yield Found(word.start, word.end, Rule.UNKNOWN)
    elif odds >= _PERHAPS:
        yield Found(word.start, word.end, _rule_of(word) if odds >= _SURE else Rule.UNKNOWN)


_NOBODY = ("function", "modal", "roles", "nameless")


def _rule_of(word: Word) -> Rule:
    return Rule.INITIALS if _may_be_initials(word) else Rule.NAME


def _may_be_initials(word: Word) -> bool:
    return word.shouted and len(word.text) <= _INITIALS


def _could_be_somebody(word: Word) -> bool:
    """Initials, or with a capital a name of the lists that is nothing clinical."""
    low = spelling(word)
    if _may_be_initials(word):
        return True
    if word.text == word.low or is_clinical(low) or low in also_clinical() or low in group("roles"):
        return False
    return is_given(low) or low in common_surnames()


def _is_treated(words: Sequence[Word], place: int) -> bool:
    """Switched to Zobrivent: a word of no list that may be a medicine."""
    return not is_ordinary(words[place].low) and may_be_a_medicine(words, place)


def _is_harmless(word: Word, odds: int) -> bool:
    """A clinical word, or an ordinary one in small letters that nobody is called: no initials, no word of no list."""
    if odds > _HARMLESS or _may_be_initials(word):
        return False
    return is_clinical(word.low) or (
        word.text == word.low and is_ordinary(word.low) and not may_be_a_name(spelling(word))
    )
