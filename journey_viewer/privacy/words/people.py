"""Names of people: by what stands before and after them, by the lists of names, and by the names beside them."""

import re
from collections.abc import Callable, Iterator, Sequence

from journey_viewer.privacy.words.lists import also_clinical, common_surnames, frequent_surnames, group
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.vocabulary import (
    has_its_place,
    is_clinical,
    is_english,
    is_given,
    is_given_and_a_word,
    is_on_the_lists_of_names,
    is_only_a_name,
    is_ordinary,
    may_be_a_name,
    spelling,
)

_RINGS = re.compile(r"\s\(?(?:0\d{2}|\+\d{2})")
_MONTHS = frozenset({"may", "march", "june"})
_LONG = 4  # letters from which capitals are no abbreviation
_AGED = re.compile(r"\s(?:\(\d{1,3}\D|\d{1,3}\s?$)")


def find_people(words: Sequence[Word]) -> Iterator[Found]:
    marks: dict[int, Rule] = {}
    for place in range(len(words)):
        _after_title(words, place, marks)
    for place in range(len(words)):
        _after_initial(words, place, marks)
        _after_relative(words, place, marks)
        _after_spoken_to(words, place, marks)
    for place in range(len(words)):
        _before_birth(words, place, marks)
    for place, word in enumerate(words):
        if place not in marks and _by_itself(words, place, word):
            marks[place] = Rule.NAME
    _spread(words, marks)
    for place, rule in marks.items():
        yield Found(words[place].start, words[place].end, rule)


def _after_title(words: Sequence[Word], place: int, marks: dict[int, Rule]) -> None:
    """Dr Khan, Mrs O'Brien, nurse Joy."""
    low = words[place].low
    doctor = low in group("doctors")
    if not (doctor or low in group("titles") or low in group("posts")) or not _close(words[place]):
        return
    takes = (
        _takes_after_title
        if doctor or low in group("titles") or low in {"miss", "master"}
        else _takes_after_post
    )
    rule = Rule.CLINICIAN if doctor or low in group("roles") else Rule.NAME
    _mark_run(words, place + 1, takes, rule, marks)


def _after_initial(words: Sequence[Word], place: int, marks: dict[int, Rule]) -> None:
    """J. Smith, J Brown."""
    if not _is_initial(words[place]) or place + 1 == len(words) or not _close(words[place]):
        return
    following = words[place + 1]
    if words[place].text == "A" and "." not in words[place].after:
        return
    if (
        following.capital
        and not (following.shouted and len(following.text) < 4)
        and _takes_after_post(following)
    ):
        marks.setdefault(place, Rule.NAME)
        marks.setdefault(place + 1, Rule.NAME)


def _after_relative(words: Sequence[Word], place: int, marks: dict[int, Rule]) -> None:
    """Daughter Karen, his son (Tom), mum's name is Rose."""
    if words[place].low not in group("relatives"):
        return
    following, linked = place + 1, False
    while (
        following < len(words)
        and following < place + 5
        and words[following].low in group("links")
        and not words[following].capital
    ):
        following, linked = following + 1, True
    before = words[following - 1].after
    if "." in before.strip() or ";" in before or "\n" in before:
        return
    takes = _takes_after_link if linked else _takes_after_relative
    _mark_run(words, following, takes, Rule.RELATIVE, marks)
    if (
        following + 1 < len(words)
        and is_given_and_a_word(words[following].low)
        and words[following + 1].low in group("acts") - group("more_often_words")
    ):
        marks.setdefault(following, Rule.RELATIVE)


def _before_birth(words: Sequence[Word], place: int, marks: dict[int, Rule]) -> None:
    """Grace Ng dob 27/01/1984, however it is written."""
    if words[place].low != "dob":
        return
    for before in range(place - 1, max(-1, place - 4), -1):
        low = spelling(words[before])
        if not words[before].near or low in group("function") | group("roles") | group("relatives"):
            return
        if is_ordinary(words[before].low) and not is_on_the_lists_of_names(low):
            return
        marks.setdefault(before, Rule.NAME)


def _after_spoken_to(words: Sequence[Word], place: int, marks: dict[int, Rule]) -> None:
    """Spoke to Karen, seen by Brown, name: Rose."""
    low = words[place].low
    if low not in group("before_names") or not (
        _close(words[place]) or words[place].after.strip() in {":", ",", "-", "="}
    ):
        return
    takes = _takes_surely if low in group("asked") else _takes_after_relative
    if place + 2 < len(words) and low in group("asked") and words[place + 2].low in group("after_asked"):
        takes = _takes_asked
    if low in group("before_names_at_times"):
        sure = place > 0 and words[place - 1].low in group("surely")
        takes = _takes_at_once if low in group("at_once") else _takes_surely if sure else _takes_weakly
    _mark_run(words, place + 1, takes, Rule.NAME, marks)


def _mark_run(
    words: Sequence[Word], place: int, takes: Callable[[Word], bool], rule: Rule, marks: dict[int, Rule]
) -> None:
    """Marks the word at this place if it can be a name; what belongs to it is found by its neighbours."""
    if place < len(words) and len(words[place].text) > 1 and takes(words[place]):
        marks.setdefault(place, rule)
    elif place + 1 < len(words) and _leads(words[place]) and takes(words[place + 1]):
        marks.setdefault(place, rule)
        marks.setdefault(place + 1, rule)


def _leads(word: Word) -> bool:
    """An initial, or a word like "van" and "St": part of a name if a name follows."""
    return _is_initial(word) or (word.low in group("particles") and word.near)


def _takes_after_title(word: Word) -> bool:
    low = spelling(word)
    if low in group("function") or low in group("roles"):
        return False
    if word.capital and not (word.shouted and is_clinical(low)):
        return True
    return not is_ordinary(word.low) or may_be_a_name(low)


def _takes_after_post(word: Word) -> bool:
    low = spelling(word)
    if (
        low in group("function")
        or low in group("roles")
        or (low in group("more_often_words") and not word.capital)
    ):
        return False
    if word.capital:
        return may_be_a_name(low) or not (is_clinical(low) or low in also_clinical() | group("nameless"))
    return is_only_a_name(low) or is_given_and_a_word(low)


def _takes_after_relative(word: Word) -> bool:
    low = spelling(word)
    if low in group("function") or low in group("roles") or low in group("relatives"):
        return False
    if word.capital:
        return may_be_a_name(low) or not (is_clinical(low) or low in also_clinical())
    if not is_ordinary(low) or is_only_a_name(low):
        return True
    return is_given_and_a_word(low) and low not in group("more_often_words")


def _takes_after_link(word: Word) -> bool:
    low = spelling(word)
    if low in group("function") or low in group("roles"):
        return False
    if word.capital:
        return not is_clinical(low) or may_be_a_name(low)
    return is_only_a_name(low) or (is_given_and_a_word(low) and low not in group("more_often_words"))


def _takes_asked(word: Word) -> bool:
    return _takes_surely(word) or (
        spelling(word) in frequent_surnames() and word.low not in group("function")
    )


def _takes_at_once(word: Word) -> bool:
    low = spelling(word)
    return _takes_surely(word) or (word.capital and not word.shouted and low in common_surnames())


def _takes_surely(word: Word) -> bool:
    if word.capital and not word.shouted and spelling(word) in frequent_surnames():
        return True
    return _takes_after_relative(word) or (
        is_given_and_a_word(word.low) and word.low not in group("function")
    )


def _takes_weakly(word: Word) -> bool:
    low = spelling(word)
    if word.capital and not word.shouted and low in frequent_surnames() and low not in _MONTHS:
        return True
    if low in group("function") or low in group("roles") or not word.capital or word.shouted:
        return False
    return not is_clinical(low) and (may_be_a_name(low) or low not in also_clinical() | group("nameless"))


def _by_itself(words: Sequence[Word], place: int, word: Word) -> bool:
    low = spelling(word)
    if len(low) < 2 or low in group("function"):
        return low in frequent_surnames() and _is_day(words, place)
    if low in listed("eponyms"):
        capital = word.capital or is_given(low)
        return capital and is_on_the_lists_of_names(low) and not _is_eponym(words, place)
    if is_only_a_name(low):
        return not (word.shouted and len(low) < 4 and not word.loud)
    if not word.capital or (word.shouted and len(low) < 4):
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    if len(low) == 2:
        kept = low in group("two_letters_kept") or low in listed("english")
        return is_on_the_lists_of_names(low) and (not kept or word.after == "-")
    acts = word.possessive or (following is not None and _acts(word, following))
    if (
        word.first
        and following is not None
        and word.after == " "
        and not has_its_place(word.low)
        and not word.shouted
    ):
        if following.low in group("acts") - group("weak_acts") - group("passive"):
            return True
    if is_ordinary(word.low):
        before = words[place - 1] if place else None
        return _is_name_and_word(word, low, before, following, acts=acts)
    return True


def _is_day(words: Sequence[Word], place: int) -> bool:
    """Day, May, Best with a capital inside a sentence, none beside it and no figure."""
    word, before = words[place], words[place - 1] if place else None
    following = words[place + 1] if place + 1 < len(words) else None
    inside = word.capital and not word.first and not word.shouted and not any(map(str.isdigit, word.after))
    return inside and before is not None and not before.possessive and _stands_alone(word, before, following)


def _acts(word: Word, following: Word) -> bool:
    """What comes next is said of people: Savage declined, Young (91), Ward 98 y."""
    if word.after == " ":
        return following.low in group("acts")
    if _RINGS.match(word.after):
        return True
    return _AGED.match(word.after) is not None and ("(" in word.after or following.low in group("years"))


def _is_name_and_word(
    word: Word, low: str, before: Word | None, following: Word | None, *, acts: bool
) -> bool:
    if not is_given_and_a_word(low) and (is_clinical(low) or low in also_clinical() or low in group("roles")):
        return False
    if not word.first:
        return is_given_and_a_word(low) or (may_be_a_name(low) and _stands_alone(word, before, following))
    if not is_given_and_a_word(low):
        return may_be_a_name(low) and (
            acts or (low in frequent_surnames() and low not in group("more_often_words"))
        )
    full = following is not None and word.near and following.capital and may_be_a_name(spelling(following))
    return acts or full or low not in group("more_often_words")


def _stands_alone(word: Word, before: Word | None, following: Word | None) -> bool:
    """No capitals beside it, as there are in a title: Savage in bed, but not Minor Illness Clinic."""
    beside = (before if before and before.near else None, following if word.near else None)
    return not word.shouted and not any(near and near.capital and not near.first for near in beside)


def _is_eponym(words: Sequence[Word], place: int) -> bool:
    """Parkinson's disease, Crohns: a condition that bears the name of who described it."""
    word = words[place]
    following = words[place + 1].low if place + 1 < len(words) else ""
    return word.possessive or following in group("after_eponyms") or word.after.startswith("-")


def _spread(words: Sequence[Word], marks: dict[int, Rule]) -> None:
    """A name's neighbours belong to it: surnames that no list knows, initials, "van der"."""
    for place in sorted(marks):
        _spread_from(words, place, 1, marks)
    for place in sorted(marks, reverse=True):
        _spread_from(words, place, -1, marks)


def _spread_from(words: Sequence[Word], place: int, step: int, marks: dict[int, Rule]) -> None:
    rule, waiting = marks[place], list[int]()
    for _ in range(3):
        gap = words[place].after if step > 0 else words[place - 1].after if place else "\n"
        place += step
        if not 0 <= place < len(words) or not _goes_on(words, place, step, gap):
            break
        word = words[place]
        if _is_initial(word) or (word.low in group("particles") and not word.shouted and place not in marks):
            waiting.append(place)
        elif (
            place in marks
            or (step > 0 and gap == "-" and not is_clinical(word.low))
            or _is_a_neighbour(word, forward=step > 0)
        ):
            marks.update(dict.fromkeys([*waiting, place], rule))
            waiting = []
        else:
            break
    if step < 0 or any(_is_initial(words[one]) for one in waiting):
        marks.update(dict.fromkeys(waiting, rule))


def _goes_on(words: Sequence[Word], place: int, step: int, gap: str) -> bool:
    if step < 0 and gap.strip() == ",":
        return _is_surname_first(words, place)
    return _joins(gap, words[place])


def _is_surname_first(words: Sequence[Word], place: int) -> bool:
    """SMITH, John: not the end of a list of names or things."""
    low = spelling(words[place])
    before = words[place - 1].after if place else ""
    return words[place].capital and "," not in before and may_be_a_name(low) and not is_clinical(low)


def _joins(gap: str, word: Word) -> bool:
    """True where nothing but a space, a dash or an initial's point stands between two parts of a name."""
    bare = gap.strip()
    if "\n" in gap or len(gap) > 3:
        return False
    return (
        bare in {"", "-", "'"}
        or (bare == "." and len(gap) <= 2 and not word.first)
        or (bare == "." and len(word.text) == 1)
    )


def _is_initial(word: Word) -> bool:
    return len(word.text) == 1 and (word.capital or word.loud) and word.text != "I"


def _is_a_neighbour(word: Word, *, forward: bool) -> bool:
    low = spelling(word)
    if forward and word.capital and low in common_surnames() and not (word.shouted and len(low) < _LONG):
        return low not in group("titles")
    if word.loud and is_given_and_a_word(low):
        return True
    if not forward and word.capital and low in group("before_nicknames"):
        return True
    if forward and word.loud and low in frequent_surnames():
        return low not in group("function") | group("roles")
    if any(low in group(kind) for kind in ("function", "roles", "relatives", "titles", "doctors")):
        return False
    if not word.capital:
        return (
            is_only_a_name(low)
            or not is_ordinary(word.low)
            or (
                forward
                and low in frequent_surnames()
                and low not in group("more_often_words") | group("acts")
            )
        )
    if word.shouted and is_clinical(low):
        return False
    if not forward and word.first and is_english(low) and not is_given_and_a_word(low):
        return False
    if is_ordinary(word.low):
        return is_on_the_lists_of_names(low) and (may_be_a_name(low) or forward)
    return True


def _close(word: Word) -> bool:
    return word.after.strip() in {"", "."} and 0 < len(word.after) < 4 and "\n" not in word.after
