"""What the rules were not sure of, and what they did not see, judged by the net: what they replaced stays replaced."""

from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.lists import abbreviations
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.looks import may_name
from journey_viewer.privacy.words.net import Net
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import is_ordinary, spelling

# Logarithms of odds in hundredths, chosen on sets that the net had not learned from.
_AGREES = -85  # 3 in 10 that what a person would have to look at is a name: it is replaced
_SURE = 350  # 97 in 100: what no rule saw is replaced
_PERHAPS = 140  # 8 in 10: a person looks at it
_HARMLESS = -460  # 1 in 100: an ordinary word that nobody has to look at
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
    judged = [(words[place], weight) for place, weight in net.odds(text, words, places).items()]
    for one in found:
        if one.rule is Rule.UNKNOWN:
            again += _of_a_doubt(one, [(word, weight) for word, weight in judged if _is_inside(word, one)])
    doubts = [one for one in found if one.rule is Rule.UNKNOWN]
    for word, weight in judged:
        if not any(_is_inside(word, one) for one in doubts):
            again += _of_the_unseen(word, weight)
    return again


def _of_a_doubt(doubt: Found, judged: Sequence[tuple[Word, int]]) -> Iterator[Found]:
    """Replaced where the net agrees, nothing where it is an ordinary word and harmless, else a person looks."""
    highest = max((weight for _, weight in judged), default=None)
    if highest is not None and highest >= _AGREES:
        yield Found(doubt.start, doubt.end, _rule_of(judged[0][0]))
    elif highest is None or highest > _HARMLESS or not _is_a_listed_word(doubt, judged[0][0]):
        yield doubt


def _of_the_unseen(word: Word, weight: int) -> Iterator[Found]:
    if weight < _PERHAPS or len(word.text) == 1 or spelling(word) in listed("eponyms"):
        return
    yield Found(word.start, word.end, _rule_of(word) if weight >= _SURE else Rule.UNKNOWN)


def _rule_of(word: Word) -> Rule:
    return Rule.INITIALS if word.shouted and len(word.text) <= _INITIALS else Rule.NAME


def _is_a_listed_word(doubt: Found, word: Word) -> bool:
    """No word outside the lists, which a person always has to look at."""
    whole = (doubt.start, doubt.end) == (word.start, word.end)
    return whole and (is_ordinary(word.low) or (word.shouted and word.low in abbreviations()))


def _is_inside(word: Word, one: Found) -> bool:
    return one.start < word.end and word.start < one.end
