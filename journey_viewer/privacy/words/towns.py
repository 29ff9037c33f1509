"""Towns, counties and villages: by the list, and by where the sentence says that somebody lives."""

import re
from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.eponyms import is_an_eponym_here
from journey_viewer.privacy.words.lists import group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import (
    is_clinical,
    is_english,
    is_ordinary,
    spelling,
)

_MOVED = frozenset({"moved", "moving", "living", "lives", "born", "relocated", "based", "staying"})
_RATHER_WORDS = frozenset(
    {
        "bath",
        "reading",
        "deal",
        "battle",
        "street",
        "ware",
        "hove",
        "rugby",
        "sale",
        "nelson",
        "chard",
        "hook",
        "barking",
    }
)
_HYPHENED = re.compile(
    r"\b[A-Z][a-z]+(?:-(?:on|upon|under|le|in|super|by|next|sub|de|la|the|cum|en|y|juxta))+-[A-Z][a-z]+\b"
    r"|\b[a-z]{3,}-(?:upon|on|under|super|le|y|yr)-(?:the-)?[a-z]{3,}\b"
)


def find_towns(text: str, words: Sequence[Word]) -> Iterator[Found]:
    for match in _HYPHENED.finditer(text):
        yield Found(*match.span(), Rule.TOWN)
    for place, word in enumerate(words):
        if _is_town(words, place, word):
            first, last = _whole(words, place, dwells=_dwells(words, place))
            yield Found(words[first].start, words[last].end, Rule.TOWN)


def _is_town(words: Sequence[Word], place: int, word: Word) -> bool:
    low = spelling(word)
    if len(low) < 3 or low in group("function") or is_an_eponym_here(words, place):
        return False
    before = words[place - 1].low if place else ""
    dwells = _dwells(words, place)
    where = before in group("where")
    if (
        where
        and word.capital
        and low in group("town_heads")
        and word.after == " "
        and words[place + 1].capital
    ):
        return not words[place + 1].shouted and not is_clinical(words[place + 1].low)
    if low in listed("own_towns"):
        return _is_a_town_here(words, place, where=where, dwells=dwells)
    if not word.capital or word.shouted or is_clinical(low) or low in group("roles") or not where:
        return False
    return dwells if is_english(low) else dwells or low.endswith(tuple(group("town_endings")))


def _is_a_town_here(words: Sequence[Word], place: int, *, where: bool, dwells: bool) -> bool:
    """A town of the list that may be a word too: in small letters after "moved to", or where it is a rare word."""
    word, low = words[place], spelling(words[place])
    rare = low not in listed("english")
    moved = where and place > 1 and words[place - 2].low in _MOVED
    ends = word.after[:1] in {",", "."} and low not in _RATHER_WORDS  # in sandwich, feet bad
    if not is_ordinary(low) or moved or (where and (rare or ends)):
        return True
    if word.capital and (where or not word.first):
        return True
    before = words[place - 1].low if place else ""
    loud = word.loud and (rare or before in {"from", "near", "nr", "utc", "miu", "wic"})
    return loud or (where and dwells and (word.loud or not is_english(low)))


def _dwells(words: Sequence[Word], place: int) -> bool:
    return any(near.low in group("dwells") for near in words[max(0, place - 3) : place])


def _whole(words: Sequence[Word], place: int, *, dwells: bool) -> tuple[int, int]:
    """A town's further words: Stoke-on-Trent, Bury St Edmunds, Great Yarmouth."""
    first = last = place
    while (
        first
        and (words[first - 1].joined or words[first - 1].after == "'s ")
        and (words[first - 1].capital or words[first - 1].loud)
        and words[first - 1].low in group("town_heads")
        and not words[first - 1].first
    ):
        first -= 1
    while last + 1 < len(words) and words[last].joined:
        step = 1
        while (
            last + step < len(words)
            and words[last + step].low in group("town_joints")
            and words[last + step].joined
            and step < 3
        ):
            step += 1
        further = last + step
        if further >= len(words) or not words[further].capital or words[further].shouted:
            break
        if (
            not dwells
            and words[last].low not in group("town_heads")
            and step == 1
            and is_ordinary(words[further].low)
            and words[further].low not in group("town_tails")
        ):
            break
        last = further
    return first, last
