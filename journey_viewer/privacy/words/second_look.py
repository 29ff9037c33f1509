"""What the rules were not sure of, and what they did not see, judged by the net: what they replaced stays replaced."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from journey_viewer.privacy.words.bars import AN_EPONYM, OFTEN_WRITTEN, bar_of, is_harmless, may_be_initials
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.looks import may_name
from journey_viewer.privacy.words.net import Net
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.unaided import may_be_a_medicine
from journey_viewer.privacy.words.vocabulary import is_ordinary, spelling


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
        if place not in seen:
            again += _of_the_unseen(words[place], odds, often=spelling(words[place]) in net.nobodys)
    return again


def _is_inside(word: Word, one: Found) -> bool:
    return one.start < word.end and word.start < one.end


def _of_a_doubt(doubt: Found, judged: Sequence[tuple[int, int]], words: Sequence[Word]) -> Iterator[Found]:
    """Replaced where the net agrees, nothing where it is an ordinary word and harmless, else a person looks."""
    place, odds = max(judged, key=itemgetter(1))
    word = words[place]
    if odds >= bar_of(word).agrees and not _is_treated(words, place):
        yield Found(doubt.start, doubt.end, _rule_of(word))
    elif (doubt.start, doubt.end) != (word.start, word.end) or not is_harmless(word, odds):
        yield doubt


def _of_the_unseen(word: Word, odds: int, *, often: bool) -> Iterator[Found]:
    bar = bar_of(word)
    least = max(bar.perhaps, OFTEN_WRITTEN if often else bar.perhaps)
    if spelling(word) in listed("eponyms"):
        least = AN_EPONYM
    if odds >= least and len(word.text) > 1:
        yield Found(word.start, word.end, _rule_of(word) if odds >= bar.sure else Rule.UNKNOWN)


def _rule_of(word: Word) -> Rule:
    return Rule.INITIALS if may_be_initials(word) else Rule.NAME


def _is_treated(words: Sequence[Word], place: int) -> bool:
    """Switched to Zobrivent: a word of no list that may be a medicine."""
    return not is_ordinary(words[place].low) and may_be_a_medicine(words, place)
