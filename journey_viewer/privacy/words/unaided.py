"""Names that nothing announces: by the lists, by a capital where none is asked for, by what comes next."""

import re
from collections.abc import Sequence

from journey_viewer.privacy.words.eponyms import is_an_eponym_here
from journey_viewer.privacy.words.hyphens import is_a_compound, is_of_syllables
from journey_viewer.privacy.words.lists import (
    abbreviations,
    also_clinical,
    common_surnames,
    eponyms,
    frequent_surnames,
    group,
)
from journey_viewer.privacy.words.lists import (
    words as listed,
)
from journey_viewer.privacy.words.small_names import is_a_small_name
from journey_viewer.privacy.words.takes import LONG
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import (
    has_its_place,
    is_a_day_or_tongue,
    is_clinical,
    is_given,
    is_given_and_a_word,
    is_on_the_lists_of_names,
    is_only_a_name,
    is_ordinary,
    may_be_a_name,
    spelling,
)

_AGED = re.compile(r"\s(?:\(\d{1,3}\D|\d{1,3}\s?$)")  # Young (91), Ward 98 y
_OLD = re.compile(r"\s\((?:[2-9]\d|1[0-2]\d)\)")
_DOSE = re.compile(
    r"\s\d+(?:[.,]\d+)?\s?(?:mg|mcg|micrograms?|g|ml|units?|iu|mmol|puffs?|tabs?|%)", re.IGNORECASE
)
_TIMES = frozenset({"od", "bd", "tds", "qds", "nocte", "prn", "mane", "stat", "po", "im", "iv", "sc"})
_RINGS = re.compile(r"\s\(?(?:0\d{2}|\+\d{2})")  # Hope 07700 900123


def is_a_name(words: Sequence[Word], place: int) -> bool:
    """True where the word at this place is somebody's name for all that can be seen."""
    low = spelling(words[place])
    if len(low) < 2 or _is_given_as_a_dose(words, place):
        return False
    if _is_aged(words, place) or is_a_small_name(words, place):
        return True
    return _is_by_itself(words, place)


def _is_by_itself(words: Sequence[Word], place: int) -> bool:
    low = spelling(words[place])
    if low in group("function"):
        return low in common_surnames() and _is_inside(words, place)
    if is_a_day_or_tongue(low) and not is_given_and_a_word(low):
        return _is_more_than_a_day(words, place)
    if low in listed("eponyms"):
        return not is_an_eponym_here(words, place) and _is_no_eponym(words, place)
    if is_an_eponym_here(words, place) or is_a_compound(words, place):
        return False
    return is_of_syllables(words, place) or _by_the_lists(words, place)


def _is_given_as_a_dose(words: Sequence[Word], place: int) -> bool:
    """Dex 0.15mg/kg, Vedo 300 mg, Sema weekly."""
    word, following = words[place], _next(words, place)
    if _DOSE.match(word.after + (following.text if following else "")):
        return True
    return following is not None and word.after == " " and following.low in _TIMES


def _by_the_lists(words: Sequence[Word], place: int) -> bool:
    word, low = words[place], spelling(words[place])
    if word.shouted and not word.loud and low in abbreviations():
        before = words[place - 1] if place else None
        joined = before is not None and before.shouted and before.low not in abbreviations()
        return joined and is_given(low)  # McGILLICUDDY, PEARL; not PEARL, FABER
    return (is_only_a_name(low) and (not word.shouted or len(low) >= LONG or word.loud)) or _by_its_capital(
        words, place
    )


def _by_its_capital(words: Sequence[Word], place: int) -> bool:
    word, low = words[place], spelling(words[place])
    if word.loud:
        return len(low) >= LONG and not is_ordinary(word.low)
    if word.shouted and (_is_pair(words, place, place + 1) or _is_pair(words, place - 1, place)):
        return True
    return word.capital and not (word.shouted and len(low) < LONG) and _with_a_capital(words, place)


def _is_pair(words: Sequence[Word], first: int, second: int) -> bool:
    """OLLERENSHAW, TENDAI: two words of capitals, both may be names and one of them nothing else."""
    if first < 0 or second == len(words) or words[first].after.strip() not in {"", ",", "/"}:
        return False
    pair = [words[first], words[second]]
    if not all(word.shouted and len(word.text) >= LONG - 1 and not is_clinical(word.low) for word in pair):
        return False
    only = [len(word.text) > LONG and not is_ordinary(word.low) for word in pair]
    return any(only) and all(
        sure or may_be_a_name(spelling(word)) for sure, word in zip(only, pair, strict=True)
    )


def may_be_a_medicine(words: Sequence[Word], place: int) -> bool:
    """Switched to Zobrivent: a brand perhaps, of which nothing says that it is a person."""
    if place and words[place - 1].low in group("at_once") | {"by"}:
        return False  # rv Nancarrow
    if place == len(words) or is_on_the_lists_of_names(spelling(words[place])):
        return False
    return any(near.low in group("medicines") for near in words[max(0, place - 2) : place])


def _with_a_capital(words: Sequence[Word], place: int) -> bool:
    word, low = words[place], spelling(words[place])
    if len(low) == 2:
        kept = (
            low in group("two_letters_kept")
            or (is_clinical(low) and not is_given_and_a_word(low))
            or (low in listed("english") and low not in listed("own_names"))
        )
        return is_on_the_lists_of_names(low) and (not kept or word.after == "-")
    if not is_ordinary(word.low):
        if may_be_a_medicine(words, place):
            return False
        return not word.shouted or is_on_the_lists_of_names(low) or _acts(words, place)
    if _does_what_people_do(words, place):
        return True
    if not is_given_and_a_word(low) and (is_clinical(low) or low in also_clinical() or low in group("roles")):
        return False
    return _begins_as_a_name(words, place) if word.first else _is_capital_inside(words, place)


def _is_capital_inside(words: Sequence[Word], place: int) -> bool:
    low, following = spelling(words[place]), _next(words, place)
    if following is not None and following.low in group("after_eponyms"):
        return False  # Bell's palsy
    if is_given_and_a_word(low) or (may_be_a_name(low) and _stands_alone(words, place)):
        return True
    if place and words[place - 1].low in group("before_nicknames") and words[place - 1].capital:
        return not has_its_place(low) and low not in group("place_kinds")  # Big Tone
    strange = low not in listed("english") and low not in listed("english_capital")
    return strange and low not in eponyms() and _stands_alone(words, place)


def _begins_as_a_name(words: Sequence[Word], place: int) -> bool:
    """A sentence's first word that is a name and a word: by what follows, or because it is a name more often."""
    word, low = words[place], spelling(words[place])
    if word.possessive or _acts(words, place):
        return may_be_a_name(low)
    following = _next(words, place)
    if following is not None and word.after == " " and following.low in group("after_a_word"):
        return False  # Mark the skin, Hope to discharge soon
    if low not in group("more_often_words"):
        return is_given_and_a_word(low) or low in frequent_surnames()
    full = following is not None and word.near and following.capital and may_be_a_name(spelling(following))
    return full and is_given_and_a_word(low)


def _does_what_people_do(words: Sequence[Word], place: int) -> bool:
    """Smudge enjoys dominoes: an ordinary word that begins a sentence and does what only people do."""
    word, following = words[place], _next(words, place)
    if not word.first or word.shouted or word.after != " " or following is None or has_its_place(word.low):
        return False
    if following.capital or (word.low in listed("english") and not may_be_a_name(word.low)):
        return False
    return following.low in group("acts") - group("weak_acts") - group("passive")


def _is_aged(words: Sequence[Word], place: int) -> bool:
    """Ward (91) lives alone, Nurse 92 y: whatever else the word means."""
    word, following = words[place], _next(words, place)
    if not word.capital or word.shouted or spelling(word) not in common_surnames():
        return False
    if _OLD.match(word.after):
        return True
    return _AGED.match(word.after) is not None and following is not None and following.low in group("years")


def _acts(words: Sequence[Word], place: int) -> bool:
    """What comes next is said of people: Savage declined, Young (91), Hope 07700 900123."""
    word, following = words[place], _next(words, place)
    if following is not None and word.after == " ":
        return following.low in group("acts")
    return _RINGS.match(word.after) is not None or _is_aged(words, place)


def _is_more_than_a_day(words: Sequence[Word], place: int) -> bool:
    """Sunday declined, Christmas (91): a day that does what people do."""
    word, following = words[place], _next(words, place)
    if not word.capital or word.shouted or following is None or word.after != " ":
        return word.capital and _is_aged(words, place)
    return following.low in group("acts") - group("weak_acts") - group("passive")


def _is_inside(words: Sequence[Word], place: int) -> bool:
    """Day, May, Best with a capital inside a sentence, none beside it and no figure."""
    word = words[place]
    if not word.capital or word.first or word.shouted or not place or any(map(str.isdigit, word.after)):
        return False
    return not words[place - 1].possessive and _stands_alone(words, place)


def _is_no_eponym(words: Sequence[Word], place: int) -> bool:
    """Mr Parkinson, but not Parkinson's disease."""
    word, low, following = words[place], spelling(words[place]), _next(words, place)
    if word.after.startswith("-"):
        return False
    if word.possessive:
        alone = following is None or word.after not in {"'s ", "'S "} or following.low in group("function")
        return not alone and following is not None and following.low not in group("after_eponyms")
    if following is not None and word.after == " " and following.low in group("after_eponyms"):
        return False
    return (word.capital or is_given(low)) and is_on_the_lists_of_names(low)


def _stands_alone(words: Sequence[Word], place: int) -> bool:
    """No capitals beside it, as there are in a title: Savage in bed, but not Minor Illness Clinic."""
    word = words[place]
    before = words[place - 1] if place and words[place - 1].near else None
    following = _next(words, place) if word.near else None
    return not word.shouted and not any(
        near is not None and near.capital and not near.first for near in (before, following)
    )


def _next(words: Sequence[Word], place: int) -> Word | None:
    return words[place + 1] if place + 1 < len(words) else None
