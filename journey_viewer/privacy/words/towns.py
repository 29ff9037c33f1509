"""Towns, counties and villages: by the list, and by where the sentence says that somebody lives."""

from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import (
    FUNCTION,
    ROLES,
    is_clinical,
    is_english,
    is_ordinary,
    spelling,
)

_WHERE = frozenset(
    [
        "in",
        "from",
        "near",
        "at",
        "to",
        "of",
        "around",
        "outside",
        "towards",
        "via",
        "between",
        "between",
        "nr",
        "area",
    ]
)
_DWELLS = frozenset(
    [
        "lives",
        "living",
        "lived",
        "moved",
        "moving",
        "born",
        "resident",
        "resides",
        "residing",
        "based",
        "relocated",
        "relocating",
        "originally",
        "works",
        "worked",
        "travelled",
        "travelling",
        "visiting",
        "stays",
        "staying",
        "village",
        "town",
        "city",
        "area",
        "house",
        "flat",
        "home",
    ]
)
_ENDINGS = [
    "ton",
    "ham",
    "bury",
    "ford",
    "ley",
    "by",
    "worth",
    "mouth",
    "field",
    "borough",
    "burgh",
    "chester",
    "cester",
    "wick",
    "stead",
    "shire",
    "minster",
    "thorpe",
    "combe",
    "bridge",
    "port",
    "pool",
    "hurst",
    "stow",
    "don",
    "low",
    "firth",
    "wich",
    "dale",
    "well",
    "wood",
    "sea",
    "hampton",
    "brook",
    "cliffe",
    "cliff",
    "den",
    "hall",
    "head",
    "hill",
    "holme",
    "house",
    "land",
    "lington",
    "ness",
    "over",
    "shaw",
    "stoke",
    "stone",
    "thwaite",
    "wade",
    "water",
    "wold",
    "yard",
    "haven",
    "gate",
    "market",
    "green",
]
_JOINED = frozenset(
    [
        "upon",
        "on",
        "le",
        "under",
        "the",
        "st",
        "saint",
        "great",
        "little",
        "upper",
        "lower",
        "north",
        "south",
        "east",
        "west",
        "new",
        "royal",
        "in",
    ]
)
_HEADS = frozenset(
    [
        "st",
        "saint",
        "great",
        "little",
        "upper",
        "lower",
        "north",
        "south",
        "east",
        "west",
        "new",
        "royal",
        "kings",
        "king's",
        "bishops",
        "bishop's",
        "market",
        "high",
        "port",
        "isle",
        "milton",
        "newton",
        "sutton",
        "chipping",
        "stoke",
        "weston",
    ]
)


def find_towns(words: Sequence[Word]) -> Iterator[Found]:
    for place, word in enumerate(words):
        if _is_town(words, place, word):
            first, last = _whole(words, place, dwells=_dwells(words, place))
            yield Found(words[first].start, words[last].end, Rule.TOWN)


def _is_town(words: Sequence[Word], place: int, word: Word) -> bool:
    low = spelling(word)
    if len(low) < 3 or low in FUNCTION:
        return False
    before = words[place - 1].low if place else ""
    dwells = _dwells(words, place)
    where = before in _WHERE
    if low in listed("own_towns"):
        if not is_ordinary(low):
            return True
        return (word.capital and (where or not word.first)) or (where and dwells and not is_english(low))
    if not word.capital or word.shouted or is_clinical(low) or low in ROLES or not where:
        return False
    return dwells if is_english(low) else dwells or low.endswith(tuple(_ENDINGS))


def _dwells(words: Sequence[Word], place: int) -> bool:
    return any(near.low in _DWELLS for near in words[max(0, place - 3) : place])


def _whole(words: Sequence[Word], place: int, *, dwells: bool) -> tuple[int, int]:
    """A town's further words: Stoke-on-Trent, Bury St Edmunds, Great Yarmouth."""
    first = last = place
    while (
        first
        and words[first - 1].near
        and words[first - 1].capital
        and words[first - 1].low in _HEADS
        and not words[first - 1].first
    ):
        first -= 1
    while last + 1 < len(words) and words[last].near:
        step = 1
        while (
            last + step < len(words)
            and words[last + step].low in _JOINED
            and words[last + step].near
            and step < 3
        ):
            step += 1
        further = last + step
        if further >= len(words) or not words[further].capital or words[further].shouted:
            break
        if not dwells and step == 1 and is_ordinary(words[further].low) and words[further].low not in _SECOND:
            break
        last = further
    return first, last


_SECOND = frozenset(
    [
        "park",
        "green",
        "hill",
        "heath",
        "bay",
        "regis",
        "spa",
        "bridge",
        "sands",
        "cross",
        "end",
        "common",
        "market",
        "abbey",
        "wells",
        "island",
        "road",
    ]
) | {
    "keynes",
    "bassett",
}


def is_part_of_a_town(low: str) -> bool:
    return low in listed("own_towns") and not is_clinical(low)
