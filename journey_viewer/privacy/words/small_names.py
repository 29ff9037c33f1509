"""Names without a capital that are words too: where somebody stands, a person looks at them."""

from collections.abc import Sequence

from journey_viewer.privacy.words.lists import frequent_surnames, group
from journey_viewer.privacy.words.possible import could_be_a_name
from journey_viewer.privacy.words.text import Word
from journey_viewer.privacy.words.vocabulary import is_a_day_or_tongue, is_given_and_a_word, spelling

_BEFORE = frozenset("for by with from to of re tell call ring tried seen pt if that".split())  # noqa: SIM905 - a list of words
_GOES_ON = ("function", "acts", "happens", "states", "relatives", "roles")
_GIVES = frozenset({"allocated", "assigned", "belongs", "given", "owed", "sent", "spoke"})


def is_a_small_name(words: Sequence[Word], place: int) -> bool:
    """Faith upset, saw mercy at home: no capital, but where somebody stands."""
    word, low = words[place], spelling(words[place])
    if word.low != word.text:
        return False
    if _is_a_small_surname(words, place):
        return True
    if not is_given_and_a_word(low):
        return False
    if low in group("more_often_words"):
        return (
            word.after[:1] in {":", ",", "."}
            and place > 0
            and words[place - 1].low in {"re", "pt", "tell", "ask"}
        )
    return _is_met(words, place) or _does_something(words, place)


def _is_met(words: Sequence[Word], place: int) -> bool:
    if not place or words[place - 1].after != " ":
        return False
    before = words[place - 1].low
    return before in group("meets") or (before in _BEFORE and _ends_or_goes_on(words, place))


def _does_something(words: Sequence[Word], place: int) -> bool:
    word, following = words[place], _next(words, place)
    begins = word.first or (place > 0 and words[place - 1].after.strip() in {",", ";", "-"})
    if not begins or following is None or word.after != " ":
        return False
    there = word.first and following.low in {"in", "not", "at", "from"}
    return there or any(following.low in group(kind) for kind in ("states", "acts", "happens"))


def _ends_or_goes_on(words: Sequence[Word], place: int) -> bool:
    """For faith rebook, by faith at smear; not frank haematuria, art therapy."""
    word, following = words[place], _next(words, place)
    if following is None or word.after != " ":
        return True
    return (
        any(following.low in group(kind) for kind in _GOES_ON)
        or following.low.startswith("re")
        or following.low.endswith("ed")
    )


def is_a_day_where_somebody_stands(words: Sequence[Word], place: int) -> bool:
    """Session with Sunday, owed to Christmas, Christmas v Svoboda."""
    word = words[place]
    if (
        not word.text[0].isupper()
        or word.loud
        or not is_a_day_or_tongue(word.low)
        or word.low in group("tongues")
    ):
        return False
    before, following = words[place - 1].low if place else "", _next(words, place)
    if before == "with" or (before == "to" and place > 1 and words[place - 2].low in _GIVES):
        return True
    return following is not None and following.low in {"v", "vs"} and word.after == " "


def _is_a_small_surname(words: Sequence[Word], place: int) -> bool:
    """Turner says, bell's mum: a surname and a word, that does what people do or has somebody."""
    word, following = words[place], _next(words, place)
    if following is None or spelling(word) not in frequent_surnames() or not could_be_a_name(word):
        return False
    if word.possessive:
        return word.after == "'s " and following.low in group("relatives")
    acts = following.low in group("acts") and following.low not in group("weak_acts") | group("passive")
    return acts and word.first and word.after == " "


def _next(words: Sequence[Word], place: int) -> Word | None:
    return words[place + 1] if place + 1 < len(words) else None
