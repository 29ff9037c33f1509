"""Names of people: by what stands before and after them, by the lists of names, and by the names beside them."""

import re
from collections.abc import Callable, Iterator, Sequence

from journey_viewer.privacy.words import takes
from journey_viewer.privacy.words.beside import is_initial, spread
from journey_viewer.privacy.words.births import is_label_of_a_person
from journey_viewer.privacy.words.eponyms import is_an_eponym_here
from journey_viewer.privacy.words.lists import abbreviations, common_surnames, group
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found, Word
from journey_viewer.privacy.words.unaided import is_a_name, may_be_a_medicine
from journey_viewer.privacy.words.vocabulary import (
    is_a_day_or_tongue,
    is_given_and_a_word,
    is_on_the_lists_of_names,
    is_ordinary,
    spelling,
)

Marks = dict[int, Rule]
_STRAIGHT_ON = frozenset({"", ":", ",", "-", "="})
_FOR = frozenset({"for", "by", "with", "w"})
_ENDS = re.compile(r"[.;\n]")


def find_people(words: Sequence[Word]) -> Iterator[Found]:
    """Each word of a name, whatever tells that it is one; strong contexts first."""
    marks: Marks = {}
    for place in range(len(words)):
        _after_title(words, place, marks)
    for find in (_after_initial, _after_relative, _after_spoken_to, _before_birth):
        for place in range(len(words)):
            find(words, place, marks)
    for place in range(len(words)):
        if place not in marks and is_a_name(words, place):
            marks[place] = Rule.NAME
    spread(words, marks)
    for place, rule in marks.items():
        yield Found(words[place].start, words[place].end, rule)


def _after_title(words: Sequence[Word], place: int, marks: Marks) -> None:
    """Dr Khan, Mrs O'Brien, nurse Joy."""
    word = words[place]
    if not _close(word) or (word.low == "mr" and word.shouted and not word.loud and "." in word.after):
        return  # moderate MR. Start again
    if word.low in group("doctors") | group("titles") and _is_a_letter(words, place + 1):
        marks.setdefault(place + 1, Rule.NAME)
    if word.low in group("doctors"):
        _mark(words, place + 1, takes.after_mr, Rule.CLINICIAN, marks)
    elif word.low in group("titles"):
        _mark(words, place + 1, takes.after_mr, Rule.NAME, marks)
    elif word.low in group("posts"):
        rule = Rule.CLINICIAN if word.low in group("roles") else Rule.NAME
        _mark(words, place + 1, takes.after_post, rule, marks)
        if word.shouted and _is_surname_at_work(words, place + 1):
            marks.setdefault(place + 1, rule)


def _is_a_letter(words: Sequence[Word], place: int) -> bool:
    """Mrs T, mr b."""
    if place == len(words):
        return False
    return is_initial(words[place]) or (
        len(words[place].text) == 1 and words[place].low not in {"a", "i", "s"}
    )


def _is_surname_at_work(words: Sequence[Word], place: int) -> bool:
    """CPN Ward visited."""
    if place + 1 >= len(words) or not words[place].capital or words[place].shouted:
        return False
    return spelling(words[place]) in common_surnames() and words[place + 1].low in group("acts") | {"to"}


def _after_initial(words: Sequence[Word], place: int, marks: Marks) -> None:
    """J. Smith, J Brown."""
    word = words[place]
    if not is_initial(word) or place + 1 == len(words) or not _close(word):
        return
    if place and words[place - 1].after in {"/", "&", "+"}:
        return  # S/N Harry
    following = words[place + 1]
    if (word.text == "A" and "." not in word.after) or (
        following.shouted and len(following.text) < takes.LONG
    ):
        return
    if following.capital and takes.after_post(following):
        marks.setdefault(place, Rule.NAME)
        marks.setdefault(place + 1, Rule.NAME)


def _after_relative(words: Sequence[Word], place: int, marks: Marks) -> None:
    """Daughter Karen, his son (Tom), mum's name is Rose."""
    if words[place].low not in group("relatives"):
        return
    last = min(len(words), place + 5)
    following = place + 1
    while following < last and words[following].low in group("links") and not words[following].capital:
        following += 1
    if following == len(words) or _ENDS.search(words[following - 1].after):
        return
    _mark(
        words,
        following,
        takes.after_link if following > place + 1 else takes.after_relative,
        Rule.RELATIVE,
        marks,
    )
    if _is_given_though_small(words, following):
        marks.setdefault(following, Rule.RELATIVE)


def _is_given_though_small(words: Sequence[Word], place: int) -> bool:
    """Partner mark re, daughter rose visited; not "son will attend"."""
    if place + 1 >= len(words) or not is_given_and_a_word(words[place].low):
        return False
    following = words[place + 1].low
    if following in group("acts") - group("more_often_words"):
        return True
    return words[place].low not in group("modal") and following in group("after_relatives")


def _after_spoken_to(words: Sequence[Word], place: int, marks: Marks) -> None:
    """Spoke to Karen, seen by Brown, name: Rose, asked wood to order."""
    low = words[place].low
    straight = words[place].after.strip() in _STRAIGHT_ON or (low == "w" and words[place].after == "/ ")
    if low not in group("before_names") or not straight:
        return
    sure = place > 0 and words[place - 1].low in group("surely")
    if low in group("at_once"):
        can = takes.at_once
    elif low in group("before_names_at_times"):
        can = takes.surely if sure else takes.weakly
    elif low in group("asked"):
        to = place + 2 < len(words) and words[place + 2].low in group("after_asked")
        can = takes.asked if to else takes.surely
    else:
        can = takes.after_relative
    if low in _FOR and _is_unknown_at_the_end(words, place + 1):
        marks.setdefault(place + 1, Rule.NAME)
    if not may_be_a_medicine(words, place + 1):
        _mark(words, place + 1, can, Rule.NAME, marks)


def _is_unknown_at_the_end(words: Sequence[Word], place: int) -> bool:
    """Left at the pharmacy for wisniewska: a word that no list knows, and nothing after it."""
    if place + 1 != len(words) or words[place].capital:
        return False
    return len(words[place].text) > takes.LONG and not is_ordinary(words[place].low)


def _before_birth(words: Sequence[Word], place: int, marks: Marks) -> None:
    """Grace Ng dob 27/01/1984, Cook, Winsome NHS No. 999 …, however they are written."""
    if not is_label_of_a_person(words, place):
        return
    for before in range(place - 1, max(-1, place - 4), -1):
        word, low = words[before], spelling(words[before])
        surname = before == place - 1 and low in common_surnames()
        if word.after == ", " and before == place - 2 and word.capital and not word.shouted:
            marks.setdefault(before, Rule.NAME)
            return
        if (
            not word.near
            or low in group("roles") | group("relatives")
            or ("." in word.after and len(low) > 1)
        ):
            return
        if not surname and low in group("function"):
            return
        if (
            is_ordinary(word.low)
            and not is_on_the_lists_of_names(low)
            and not (word.capital and not word.first)
        ):
            return
        marks.setdefault(before, Rule.NAME)


def _mark(words: Sequence[Word], place: int, can: Callable[[Word], bool], rule: Rule, marks: Marks) -> None:
    """Marks the word at this place if it can be a name; what belongs to it is found by its neighbours."""
    if place < len(words) and (_is_abbreviated(words[place]) or _is_a_day(words, place)):
        return
    if place < len(words) and words[place].possessive and is_an_eponym_here(words, place):
        return  # hernia and Barrett's
    if place < len(words) and len(words[place].text) > 1 and can(words[place]):
        marks.setdefault(place, rule)
    elif place + 1 < len(words) and _leads(words[place]) and can(words[place + 1]):
        marks.setdefault(place, rule)
        marks.setdefault(place + 1, rule)


def _is_abbreviated(word: Word) -> bool:
    """Rang ED, help with PIP: whether two or three capitals are somebody's initials is told elsewhere."""
    return word.shouted and not word.loud and len(word.text) < takes.LONG and word.low in abbreviations()


def _is_a_day(words: Sequence[Word], place: int) -> bool:
    """Booked for Tuesday, with English; but Mr Christmas."""
    low = spelling(words[place])
    if not is_a_day_or_tongue(low) or is_given_and_a_word(low):
        return False
    before = words[place - 1].low
    kinds = ("titles", "doctors") if low in group("tongues") else ("titles", "doctors", "relatives", "posts")
    return not any(before in group(kind) for kind in kinds)


def _leads(word: Word) -> bool:
    """An initial, or a word like "van" and "St": part of a name if a name follows."""
    return is_initial(word) or (word.low in group("particles") and word.near)


def _close(word: Word) -> bool:
    return word.after.strip() in {"", "."} and 0 < len(word.after) < 4 and "\n" not in word.after
