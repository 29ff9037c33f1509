"""A name's neighbours belong to it: surnames that no list knows, initials, "van der", the surname put first."""

from collections.abc import Sequence

from journey_viewer.privacy.words.lists import also_clinical, common_surnames, frequent_surnames, group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.pieces import Rule
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

_SMALL = 3  # letters of the longest words that are no surname in capitals
_REACH = 3  # words on either side


def spread(words: Sequence[Word], marks: dict[int, Rule]) -> None:
    """Adds to the marked words those beside them that are part of the same name."""
    for place in sorted(marks):
        _spread_from(words, place, 1, marks)
    for place in sorted(marks, reverse=True):
        _spread_from(words, place, -1, marks)
    for place in range(len(words) - 2):
        joined = words[place + 1].low in {"and", "or"} and words[place].after == " " and place + 2 in marks
        if joined and place not in marks and _is_a_small_forename(words[place]):
            marks[place] = Rule.NAME  # joy and parveen
    for place in range(1, len(words)):
        if place not in marks and _is_named_with(words, place, marks):
            marks[place] = Rule.NAME
            _spread_from(words, place, 1, marks)


def _is_a_small_forename(word: Word) -> bool:
    return (
        word.text.islower() and is_given_and_a_word(spelling(word)) and spelling(word) not in group("modal")
    )


def _is_named_with(words: Sequence[Word], place: int, marks: dict[int, Rule]) -> bool:
    """Manjit & Peregrine, Tom and Ridge: a capital beside a name, which is no word of its own."""
    word, before = words[place], words[place - 1]
    low = spelling(word)
    if not _is_a_small_forename(word) and (
        not word.capital or word.first or word.shouted or has_its_place(low) or is_a_day_or_tongue(low)
    ):
        return False
    if place - 1 in marks:
        return before.after.strip() in {"&", "+", "/"}
    return (
        before.low in {"and", "or"}
        and before.after == " "
        and place - 2 in marks
        and words[place - 2].after == " "
    )


def is_initial(word: Word) -> bool:
    return (
        len(word.text) == 1
        and word.text.isupper()
        and word.text != "I"
        and word.after[:1] not in {"/", "&", "+"}
        and not any(map(str.isdigit, word.after[:2]))
    )


def _spread_from(words: Sequence[Word], place: int, step: int, marks: dict[int, Rule]) -> None:
    rule, waiting = marks[place], list[int]()
    for _ in range(_REACH):
        gap = words[place].after if step > 0 else words[place - 1].after if place else "\n"
        place += step
        if not 0 <= place < len(words) or not _goes_on(words, place, step, gap):
            break
        word = words[place]
        if (is_initial(word) and not (place and words[place - 1].after in {"&", "/", "+"})) or (
            word.low in group("particles")
            and not (place and words[place - 1].after == "/")  # c/o
            and (word.loud or not word.shouted)
            and place not in marks
        ):
            waiting.append(place)
        elif place in marks or gap.strip() == "," or _belongs(word, gap, forward=step > 0):
            marks.update(dict.fromkeys([*waiting, place], rule))
            waiting = []
        else:
            break
    if step < 0 or any(is_initial(words[one]) for one in waiting):
        marks.update(dict.fromkeys(waiting, rule))


def _goes_on(words: Sequence[Word], place: int, step: int, gap: str) -> bool:
    """True where nothing but a space, a dash or an initial's point stands between two parts of a name."""
    if step < 0 and gap.strip() == ",":
        return _is_surname_first(words, place)
    bare, word = gap.strip(), words[place]
    if "\n" in gap or len(gap) >= 4:
        return False
    if gap == "/" and word.shouted:
        return spelling(word) in common_surnames()
    if bare == "-" and gap != "-":
        return False  # VERNON - RASH
    if bare == ".":
        return len(words[place - (step > 0)].text) < _SMALL and (not word.first or len(word.text) == 1)
    return bare in {"", "-", "'"}


def _is_surname_first(words: Sequence[Word], place: int) -> bool:
    """SMITH, John: not the end of a list of names or things."""
    low = spelling(words[place])
    before = words[place - 1].after if place else ""
    if low in group("function"):
        return (
            words[place].capital
            and low in group("function_surnames")
            and "," not in before
            and is_only_a_name(words[place + 1].low)
        )
    if not words[place].capital or "," in before:
        return False
    if words[place].shouted and len(low) >= LONG and is_given(words[place + 1].low):
        return True  # GREEN, Tahira
    if is_clinical(low):
        return False
    return may_be_a_name(low) or not is_ordinary(low)


def _belongs(word: Word, gap: str, *, forward: bool) -> bool:
    if gap == "-" and forward and not is_clinical(word.low):
        return True
    if word.loud:
        return _belongs_in_capitals(word, forward=forward)
    if not word.capital:
        return _belongs_though_small(word, forward=forward)
    return _follows(word) if forward else _leads(word)


def _follows(word: Word) -> bool:
    """A word with a capital after a name: nearly any but a role that is no surname."""
    low = spelling(word)
    if low in group("titles"):
        return False
    if low in group("function") and not word.shouted:
        return low in group("function_surnames") and not word.first
    if low in common_surnames() and (not word.shouted or len(low) >= LONG or not is_clinical(low)):
        return True
    other = any(low in group(kind) for kind in ("function", "roles", "relatives", "doctors"))
    if other or (word.shouted and is_clinical(low)):
        return False
    return not is_ordinary(word.low) or is_on_the_lists_of_names(low) or _is_no_word_of_notes(word)


def _is_no_word_of_notes(word: Word) -> bool:
    """Billy Whizz."""
    low = spelling(word)
    if word.first or word.shouted or is_a_day_or_tongue(low) or low in group("acts"):
        return False
    return not (has_its_place(low) or low in also_clinical())


def _leads(word: Word) -> bool:
    """A word with a capital before a name: a given name that is a word too, but no sentence's beginning."""
    low = spelling(word)
    if low in group("before_nicknames"):
        return not word.shouted
    kinds = ("function", "roles", "relatives", "titles", "doctors", "asked")
    if len(low) == 1 or any(low in group(kind) for kind in kinds) or (word.shouted and is_clinical(low)):
        return False
    if not is_ordinary(word.low) or is_given_and_a_word(low):
        return True
    if word.first and low in listed("english"):
        return False
    return may_be_a_name(low) or not has_its_place(low)


def _belongs_though_small(word: Word, *, forward: bool) -> bool:
    low = spelling(word)
    if not forward and low in group("royal"):
        return True
    if any(low in group(kind) for kind in ("function", "roles", "relatives", "titles", "doctors")):
        return False
    if is_only_a_name(low) or not is_ordinary(word.low):
        return True
    return _is_surname_in_small(word) if forward else is_given_and_a_word(low)


def _is_surname_in_small(word: Word) -> bool:
    """Imran short's, imran long 999 …, for ann-marie price."""
    low = spelling(word)
    if word.possessive and low in common_surnames():
        return True
    if low not in frequent_surnames():
        return False
    if word.after.strip()[:1] in {"", ".", ","} and word.after != " ":
        return low not in group("states")
    rather_a_word = low in group("more_often_words") | group("acts") | group("royal")
    return word.after[1:2].isdigit() or not rather_a_word


def _ends_there(word: Word) -> bool:
    """LINH DOWN - CALLED, but not LINH CAME DOWN TO CLINIC."""
    return not word.after or word.after.strip()[:1] in {"-", ",", "/", ":", ";", "."}


def _belongs_in_capitals(word: Word, *, forward: bool) -> bool:
    low = spelling(word)
    if not forward and low in group("before_nicknames"):
        return True
    if low in group("function"):
        return forward and low in group("function_surnames") and _ends_there(word) and len(low) > _SMALL
    if is_only_a_name(low) or not is_ordinary(word.low) or is_given_and_a_word(low):
        return True
    if low in group("acts") and not _ends_there(word):
        return False
    return forward and low in common_surnames() and low not in group("roles") and low not in also_clinical()
