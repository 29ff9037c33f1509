"""Words that name nobody elsewhere, and may where they stand: they stay out unless a person ticks them."""

import re
from collections.abc import Iterator, Sequence

from journey_viewer.privacy.words.beginnings import begins_as_a_name_might
from journey_viewer.privacy.words.births import is_born
from journey_viewer.privacy.words.eponyms import is_an_eponym_here
from journey_viewer.privacy.words.lists import (
    abbreviations,
    also_clinical,
    common_surnames,
    family,
    frequent_surnames,
    group,
)
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.loud_names import is_a_loud_name
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.possible import (
    VERB_ENDINGS,
    could_be_a_name,
    is_numbered,
    is_shouted,
    is_surely_a_name,
)
from journey_viewer.privacy.words.small_names import is_a_day_where_somebody_stands, is_a_small_name
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import (
    has_its_place,
    is_a_day_or_tongue,
    is_clinical,
    is_given,
    is_on_the_lists_of_names,
    is_ordinary,
    may_be_a_name,
    spelling,
)

_SHORT = frozenset({2, 3})  # letters of initials
_FOR = frozenset({"by", "for", "from", "w", "with"})
_OWNS = frozenset({"had", "has", "needs", "wants"})
_FIGURES = re.compile(r"\s\(?(?:\+\d|0\d{2})")  # Winsome +44 7700 900123


def find_doubts(words: Sequence[Word]) -> Iterator[Found]:
    """Initials, capitals that nothing asks for, and words that stand where a name would."""
    for place, word in enumerate(words):
        if _is_a_letter(words, place) or (
            len(word.text) > 1
            and any(doubt(words, place) for doubt in _DOUBTS)
            and not is_an_eponym_here(words, place)
        ):
            yield Found(word.start, word.end, Rule.UNKNOWN)


def _is_a_letter(words: Sequence[Word], place: int) -> bool:
    """Child J, baby boy J, client K."""
    word = words[place]
    if (
        not place
        or not _is_initial(word)
        or word.text in {"A", "I"}
        or words[place - 1].after != " "
        or word.loud
    ):
        return False
    return (
        words[place - 1].low in group("lettered")
        and word.after[:1] not in {"/", "&", "+", "-"}
        and not is_numbered(word)
    )


def _is_short(words: Sequence[Word], place: int) -> bool:
    """Two or three capitals that are none of the commonest abbreviations."""
    word = words[place]
    if not is_shouted(word) or word.loud or len(word.text.partition("'")[0]) not in _SHORT:
        return False
    low, following = word.low.partition("'")[0], _next(words, place)
    if low not in abbreviations():
        return low not in group("labels") or not _is_label_of(word, following)
    if following is None or not word.first or low in group("roles") | group("posts"):
        return False
    if following.low in group("owned") and low not in family("methods"):
        return len(low) == min(_SHORT) or (place > 0 and ":" in words[place - 1].after)
    return following.low in _OWNS or (following.low == "and" and _is_initial(_next(words, place + 1)))


def _is_initial(word: Word | None) -> bool:
    return word is not None and len(word.text) == 1 and word.text.isupper()


def _is_label_of(word: Word, following: Word | None) -> bool:
    """NI QQ 12 34 56, ID: 4711."""
    return word.after[:1] == ":" or is_numbered(word) or (following is not None and following.shouted)


def _has_a_capital(words: Sequence[Word], place: int) -> bool:
    """A capital inside a sentence, of a word or a row of words that is no title of a service or a post."""
    word, low = words[place], spelling(words[place])
    is_label = word.after[:1] == ":" and is_ordinary(low)  # Forename: Tendai
    if not word.capital or word.first or is_shouted(word) or _is_called_so(words, place) or is_label:
        return False
    if low in group("function"):
        return low in group("function_surnames")
    if any(low in group(kind) for kind in ("titles", "doctors", "shortened")) or _has_always(low):
        return False
    following = _next(words, place)
    if word.possessive and following is not None and following.low in group("after_eponyms"):
        return False
    row = _row(words, place)
    if len(row) > 1:
        return _is_quoted(words, row) or not all(_has_its_capital(one) for one in row)
    return _has_one_by_itself(word, following)


def _has_one_by_itself(word: Word, following: Word | None) -> bool:
    """Obrey, Pain 95 y; not Ward 12."""
    low = spelling(word)
    if is_numbered(word):
        return not has_its_place(low) or (following is not None and following.low in group("years"))
    if may_be_a_name(low):
        return True
    plain = low in also_clinical() and low in listed("english")
    return not is_clinical(low) and (not plain or is_on_the_lists_of_names(low))


def _is_called_so(words: Sequence[Word], place: int) -> bool:
    """An illness, or a brand."""
    eponym = spelling(words[place]) in listed("eponyms") or is_an_eponym_here(words, place)
    return eponym or _is_a_brand(words[place])


def _is_a_brand(word: Word) -> bool:
    """ReSPECT, QbTest: capitals inside a word that is known; not McKay, O'Neill."""
    inside = any(letter.isupper() for letter in word.text[1:]) and not word.text.isupper()
    return inside and not word.low.startswith(("mc", "mac", "o'", "d'")) and is_ordinary(word.low)


def _has_always(low: str) -> bool:
    """Monday, English."""
    if is_a_day_or_tongue(low):
        return True
    return low in listed("english_capital") and not is_given(low)


def _row(words: Sequence[Word], place: int) -> Sequence[Word]:
    """The words with capitals beside this one, with it."""
    first = last = place
    while first and not words[first].first and words[first - 1].near and words[first - 1].capital:
        first -= 1
    while (
        last + 1 < len(words) and words[last].near and words[last + 1].capital and not words[last + 1].first
    ):
        last += 1
    return words[first : last + 1]


def _is_quoted(words: Sequence[Word], row: Sequence[Word]) -> bool:
    """The boat "Idle Wind"."""
    first = words.index(row[0])
    return first > 0 and words[first - 1].after.endswith(' "') and row[-1].after.startswith('"')


def _has_its_capital(word: Word) -> bool:
    return word.shouted or has_its_place(spelling(word)) or (word.first and is_ordinary(word.low))


def _can_be_rung(words: Sequence[Word], place: int) -> bool:
    """Winsome +44 7700 900123, in any case."""
    word = words[place]
    return (
        _FIGURES.match(word.after) is not None
        and could_be_a_name(word)
        and (may_be_a_name(spelling(word)) or word.low not in listed("english"))
        and word.low not in group("telephones")
        and not word.low.endswith(VERB_ENDINGS)
    )


def _was_asked(words: Sequence[Word], place: int) -> bool:
    """Asked winsome to chase: an ordinary word where only somebody can stand."""
    word, following = words[place], _next(words, place)
    if not place or following is None or word.after != " " or words[place - 1].after != " ":
        return False
    asked = words[place - 1].low in group("asked") and following.low in group("after_asked")
    return asked and could_be_a_name(word) and not word.low.endswith(VERB_ENDINGS)


def _is_for_somebody(words: Sequence[Word], place: int) -> bool:
    """Left at the pharmacy for bishop: a surname at the end of a sentence."""
    word, low = words[place], spelling(words[place])
    if not place or words[place - 1].low not in _FOR or words[place - 1].after not in {" ", "/ "}:
        return False
    ends = place + 1 == len(words) or words[place + 1].first or word.after[:1] in {",", ";", ")"}
    known = frequent_surnames() if words[place - 1].after == " " else common_surnames()
    several = low.endswith("s") and low[:-1] in listed("english")  # struggling w/ bills
    return ends and low in known and could_be_a_name(word) and not several


def _follows_a_relative(words: Sequence[Word], place: int) -> bool:
    """Partner winsome chucked him out: before what people do, or before "re"."""
    word, following = words[place], _next(words, place)
    if not place or words[place - 1].low not in group("relatives") or words[place - 1].after != " ":
        return False
    if following is None or not could_be_a_name(word) or word.low.endswith(VERB_ENDINGS):
        return False
    if word.low in group("modal"):
        return False
    return following.low in group("acts") | group("after_relatives") or following.low.endswith("ed")


def _is_beside_a_name(words: Sequence[Word], place: int) -> bool:
    """Next to a word that is only a name, or that no list knows: the other half of it perhaps."""
    word = words[place]
    if _is_surname_beside(words, place):
        return True
    if not could_be_a_name(word) or word.low in group("units") | group("posts"):
        return False
    if _is_half_a_name(words, place):
        return True
    before = words[place - 1] if place and words[place - 1].near and not word.first else None
    after = _next(words, place) if word.near else None
    if (
        after is not None
        and not after.first
        and is_surely_a_name(after)
        and not word.low.endswith(VERB_ENDINGS)
    ):
        return (word.capital and after.capital) or _is_rather_a_name(word)
    return before is not None and is_surely_a_name(before) and _is_rather_a_name(word)


def _is_surname_beside(words: Sequence[Word], place: int) -> bool:
    """PAIN, SIOBHAN; eirlys nurse: a clinical word or a role that people are called, too."""
    word, following = words[place], _next(words, place)
    if word.shouted and word.after == ", " and following is not None and following.shouted:
        return len(word.text) > max(_SHORT) and is_given(following.low) and not is_ordinary(following.low)
    if not place or words[place - 1].after != " " or spelling(word) not in common_surnames():
        return False
    return word.low in group("roles") | group("posts") and is_surely_a_name(words[place - 1])


def _is_half_a_name(words: Sequence[Word], place: int) -> bool:
    """Ji-woo: the other half is a given name and no word."""
    halves = [*words[place - 1 : place]] if place and words[place - 1].after == "-" else []
    halves += words[place + 1 : place + 2] if words[place].after == "-" else []
    return any(is_given(half.low) and not is_ordinary(half.low) for half in halves)


def _is_rather_a_name(word: Word) -> bool:
    return may_be_a_name(spelling(word)) and (word.capital or spelling(word) not in group("more_often_words"))


def _next(words: Sequence[Word], place: int) -> Word | None:
    return words[place + 1] if place + 1 < len(words) else None


_DOUBTS = (
    _is_short,
    _has_a_capital,
    begins_as_a_name_might,
    _can_be_rung,
    _was_asked,
    is_born,
    _is_for_somebody,
    _follows_a_relative,
    _is_beside_a_name,
    is_a_small_name,
    is_a_day_where_somebody_stands,
    is_a_loud_name,
)
