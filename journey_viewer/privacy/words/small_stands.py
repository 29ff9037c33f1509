"""Names in small letters by where they stand: frank sandhu wants, frost to do mccd, nowak not turner, mark says."""

import re
from collections.abc import Callable, Iterator

from journey_viewer.privacy.words.lists import common_surnames, family, frequent_surnames, group, words
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.unknown import is_cut_short
from journey_viewer.privacy.words.vocabulary import (
    has_its_place,
    is_a_day_or_tongue,
    is_clinical,
    is_given,
    is_given_and_a_word,
    is_on_the_lists_of_names,
    is_only_a_name,
    is_ordinary,
)
from journey_viewer.privacy.words.who import SAYS, is_other, is_other_or_placed

_DOES = any_of(
    "called wants texted attended emailed requested requesting asking agreed declined refused cancelled needs feels visited brought took has",
    "worried complaining struggling upset unwell fell collapsed dna'd dna",
)
_FULL = re.compile(
    r"\b(?:from|by|with|w|to|via|per|d/w|and)\s(?P<first>[a-z]{3,})\s(?P<name>[a-z]{3,})(?=[,.;)]|$)"
)
_PAIR = re.compile(
    r"(?:^|[.;:,!?]\s|\s-\s|\b(?:hi|hiya|dear|re|for|pt|patient|mr|mrs|ms)\s)(?P<first>[a-z]{3,})\s(?P<name>[a-z]{3,})"
    r"(?='s\b|\s(?:wants|called|rang|needs|has|is|was|seen|came|dob|nhs|aged|says|said|attended|dna|phoned|asking|requesting|flat|rm|room|\d)|\s?[,;.)]|\s-|$)"
)
_ABOUT = re.compile(r"\b(?:re|for|about|pt|with|of|from) (?P<first>[a-z]{3,}) (?P<name>[a-z]{3,})\b")
_NOT = re.compile(r"\b(?P<first>[a-z]{3,}) not (?P<name>[a-z]{3,})\b")
_SLASHED = re.compile(r"\b(?:pt|patient|client|re)\s(?P<first>[a-z]{3,})/(?P<name>[a-z]{3,})\b")
_NICK = re.compile(
    r"\b(?:our|nan|nana|nanny|gran|granny|grandad|auntie|aunty|uncle|big|little|old|scouse|farmer|chacha|chachi|bibi|mama|papa|baba|cousin|mad|young)\s(?P<name>[a-z]{3,})\b"
)
_DOES_THEN = re.compile(rf"\s(?:{SAYS}|{_DOES})\b")
_SAYING = re.compile(rf"(?:^|[.;]\s|\s-\s)(?P<name>[a-z]{{3,}})\s(?=(?:{SAYS}|{_DOES})\b)")
_TO_DO = re.compile(
    r"(?:^|[,.;]\s|\s-\s)(?P<name>[a-z]{4,})(?= to (?:do|ring|call|chase|see|review|sign|visit|action|discuss|prescribe)\b)"
)
_BEGINNING = re.compile(r"^(?P<name>[a-z]{3,}) (?P<next>[a-z]+)")
_AT_THE_END = re.compile(
    r"\b(?:manager|nurse|sister|dr|doctor|matron|lead|warden|miss|teacher|pharmacist|physio|midwife|carer|driver|gp|officer|consultant)\s(?P<name>[a-z]{4,})"
    r"(?=\s*\.?$|\s(?:says|told|said|rang|informed|aware|visited|seen|called|ok|to|and|has|is|rude)\b|\s?[,;])"
)
_ROYS_MUM = re.compile(
    r"\b(?P<name>[a-z]{3,}?)s (?:mum|dad|mother|father|wife|husband|son|daughter|dtr|sister|brother|carer|partner|nan)\b"
)
_STRANGE_SAYS = re.compile(
    rf"(?:^|[.;]\s|\s-\s)(?P<name>[a-z]{{2,}})\s(?=(?:{SAYS}|{_DOES}|x\d|no show|not|can|will|is|was)\b)"
)
_ONLY_SAYS = re.compile(r"\b(?P<name>[a-z]{3,}) (?=(?:says|said|rang|states|stated|thinks|denies)\b)")
_SECRETARY = re.compile(r"\b(?P<name>[a-z]{4,})(?:'?s)? (?=(?:sec|secs|secretary|list|clinic list)\b)")
_ON_CALL = re.compile(r"\bon call (?P<name>[a-z]{4,})(?=\s?[,.;]|$)")
_MESSAGE = re.compile(
    r"\b(?:left for|voicemail for|message for|msg for|note for|told|ring|call|phone)\s(?P<name>[a-z]{3,})(?=\s?\.?$|\s(?:has|is|was|re)\b)"
)
_PUPIL = re.compile(r"\s-\s(?P<name>[a-z]{4,})(?=\s(?:yr|year)\s\d)")
_SEEN = re.compile(
    r"\b(?:see|saw|seen by|with|ask) (?P<name>[a-z]{4,})(?=\s(?:he|she|they|who|again|re|about|next)\b)"
)
_NOT_WELL = re.compile(
    r"\b(?P<name>[a-z]{3,})(?=\s(?:not passed|not eating|not drinking|not well|not seen|not slept|has been|was seen)\b)"
)
_BEFORE_A_NUMBER = re.compile(r"\b(?P<name>[a-z]{3,})(?=,?\s(?:nhs\s)?\d{3}[ .-]?\d{3}[ .-]?\d{4,5}\b)")
_IN_A_ROOM = re.compile(r"\b(?:rm|room|bed|bay)\s\d{1,3}[a-z]?[:,]?\s\(?(?P<name>[a-z]{4,})(?=\)|\s-|,)")
_LIVES = re.compile(
    rf"(?:^|[.;]\s)(?P<name>[a-z]{{4,}})(?= (?:{SAYS}|wears|takes|likes|lives|sleeps|eats|drinks|smokes|walks|runs|enjoys)\b)"
)
_OWNER = re.compile(r"\b(?P<name>[a-z]{4,})'s\b")
_SHORT_RANG = re.compile(r"(?:^|[,.;]\s)(?P<name>[a-z]{2,3}) (?=(?:rang|told|spoke|spk|said|says)\b)")
_SHORT_SAYS = re.compile(r"(?:^|[,.;]\s)(?P<name>[a-z]{2,3}) (?=to (?:chase|call|ring|review|see|check)\b)")
_SAYS_THAT = re.compile(r"\b(?:says|that|reports?|states) (?P<name>[a-z]{3,}) (?=[a-z]{2,}ing\b)")
_WI = re.compile(r"\b(?:wi'|wi|wth) (?P<name>[a-z]{3,})\b")
_MODAL = re.compile(r"\b(?P<name>will|may) (?=(?:was|is|has|had|did|says|said|rang)\b)")
_KNOWN_AS = re.compile(
    r"\b(?i:(?:known|named) (?:\w+ ){0,4}as|aka|alias|goes by|nicknamed|answers to|hears) (?P<name>[a-z]{3,}(?: [a-z]{3,})?)"
    r"(?=\s?[,.;]|\s*$|\s(?:on|to|by|in)\b)"
)
_SURNAME = re.compile(
    r"\b(?:surname|forename|first name|last name|maiden name|nee)\s(?:is\s)?(?P<name>[a-z]{2,})\b"
)
_SIGNED = re.compile(r"[.!?]\s(?P<name>[a-z]{2,})\s*$")
_BY_HIMSELF = re.compile(r"[.!?]\s+(?P<name>[a-z]{4,})(?=\s?[,.!;]|$)")
_WITH = re.compile(r"\b(?:w/|d/w|care co|coord|keyworker|key worker)\s(?P<name>[a-z]{4,})(?=\s?[,.!;]|$)")
_THERE = re.compile(
    r"(?:^|[.;]\s|(?<=changed the locks), |, )(?P<name>[a-z]{4,})\s(?=(?:in (?:chair|bed|night|fine|good|pain|tears|bath|hospital|a)"
    r"|not (?:in|at|answering|home)|asleep|tearful|up and)\b)"
)
_FIRST_OF_ALL = re.compile(r"^(?P<name>[a-z]{4,})(?=,\s)")


def find_small_by_standing(text: str) -> Iterator[Found]:
    for pattern, says in _POSITIONS:
        for match in pattern.finditer(text):
            rule = says(match["name"])
            if rule is not Rule.KEPT:
                yield Found(*match.span("name"), rule)
    for match in _BEGINNING.finditer(text):
        low, then = match["name"], match["next"]
        plain = low not in group("more_often_words") | group("modal") and then not in group("function")
        if plain and is_given_and_a_word(low) and not is_clinical(then):
            yield Found(*match.span("name"), Rule.UNKNOWN)
    yield from _forenames_and_surnames(text)


def _forenames_and_surnames(text: str) -> Iterator[Found]:
    for match in _FULL.finditer(text):
        first, low = match["first"], match["name"]
        forename = (
            (is_given(first) or not is_ordinary(first)) and not is_other(first) and not is_clinical(first)
        )
        surname = is_on_the_lists_of_names(low) and not _is_no_surname(low, first)
        if forename and surname and not _is_other_or_day(low, first):
            sure = not is_ordinary(first) or not is_ordinary(low)
            yield Found(match.start("first"), match.end("name"), Rule.NAME if sure else Rule.UNKNOWN)
    for match in _PAIR.finditer(text):
        if _is_a_full_name(match["first"], match["name"]):
            yield Found(match.start("first"), match.end("name"), Rule.NAME)
    yield from _beside_names(text)


def _beside_names(text: str) -> Iterator[Found]:
    """Re tendai cook, nowak not turner, scouse ste."""
    for match in _ABOUT.finditer(text):
        low = match["name"]
        word = is_other(low) or is_clinical(low) or any(low in group(kind) for kind in ("states", "happens"))
        if is_only_a_name(match["first"]) and low in common_surnames() and not word:
            yield Found(match.start("first"), match.end("name"), Rule.NAME)
    for match in (*_NOT.finditer(text), *_SLASHED.finditer(text)):
        pair = (match["first"], match["name"])
        if (
            not any(map(is_other, pair))
            and any(map(_is_hardly_a_word, pair))
            and all(map(is_on_the_lists_of_names, pair))
        ):
            yield Found(*match.span("first"), Rule.NAME)
            yield Found(*match.span("name"), Rule.NAME)
    for match in _NICK.finditer(text):
        low = match["name"]
        if is_only_a_name(low) or (is_given(low) and low not in words("english")) or not is_ordinary(low):
            yield Found(match.start(), match.end("name"), Rule.NAME)
        elif _DOES_THEN.match(text, match.end()) and not is_other(low):
            yield Found(match.start(), match.end("name"), Rule.UNKNOWN)


def _is_hardly_a_word(low: str) -> bool:
    return is_only_a_name(low) or (low in frequent_surnames() and not is_ordinary(low))


def _is_a_full_name(first: str, low: str) -> bool:
    other = is_other(low) and not (low in group("roles") and low in common_surnames())
    if not is_given(first) or low not in words("surnames") or is_other(first) or other:
        return False
    sure = not is_ordinary(first) or not is_ordinary(low)
    sure = sure or (is_given_and_a_word(first) and low in common_surnames())
    return sure and not _is_other_or_day(low, first)


def _is_no_surname(low: str, first: str) -> bool:
    """A small word, unless it is a surname too and follows what no list knows: lihua day."""
    return is_other(low) and not (low in group("function_surnames") and not is_ordinary(first))


def _is_other_or_day(low: str, first: str) -> bool:
    return is_clinical(low) or is_a_day_or_tongue(first) or is_a_day_or_tongue(low)


def _name_if(told: bool) -> Rule:  # noqa: FBT001 - what is told is whether
    return Rule.NAME if told else Rule.KEPT


def _a_surname(low: str) -> Rule:
    return _name_if(low in frequent_surnames() and not is_other(low) and not is_clinical(low))


def _any_surname(low: str) -> Rule:
    return _name_if(low in frequent_surnames() and not is_other(low))


def _a_surname_perhaps(low: str) -> Rule:
    if low not in common_surnames() or is_other(low) or is_clinical(low):
        return Rule.KEPT
    return Rule.NAME if low in frequent_surnames() else Rule.UNKNOWN


def _a_strange_word(low: str) -> Rule:
    return _name_if(not is_ordinary(low) and not is_cut_short(low))


def _somebody(low: str) -> Rule:
    """After "w/": what nobody knows, or a surname."""
    known = low in frequent_surnames() and not has_its_place(low) and not is_other(low)
    return Rule.NAME if known else _a_strange_word(low)


def _a_forename(low: str) -> Rule:
    return _name_if(is_given(low) and not is_other(low))


def _rather_a_forename(low: str) -> Rule:
    return Rule.KEPT if low in group("more_often_words") else _a_forename(low)


def _strange_or_a_forename(low: str) -> Rule:
    return _name_if(not is_ordinary(low) or (is_given(low) and not is_other_or_placed(low)))


def _a_name(low: str) -> Rule:
    return _name_if(is_on_the_lists_of_names(low) and low not in group("function"))


def _a_name_and_nothing_else(low: str) -> Rule:
    plain = is_other(low) or is_clinical(low) or low in group("telephones") or low in group("nameless")
    return _name_if(is_on_the_lists_of_names(low) and not plain)


def _initials(low: str) -> Rule:
    service = low in family("persons") or low in words("english") or low in group("units")
    return _name_if(not service and not is_other(low))


def _whoever_rang(low: str) -> Rule:
    return _name_if(not is_other(low) and low not in family("persons") | group("units"))


def _a_rare_forename(low: str) -> Rule:
    return _name_if(is_given(low) and low not in words("english") and low not in group("function"))


def _a_nickname(said: str) -> Rule:
    """Known as sonny boy; known as a diabetic is not."""
    parts = said.split()
    if all(is_other(low) for low in parts) or any(map(is_clinical, parts)):
        return Rule.KEPT
    named = any(is_given(low) or is_given_and_a_word(low) or not is_ordinary(low) for low in parts)
    return Rule.NAME if named else Rule.UNKNOWN


def _surely(low: str) -> Rule:
    return Rule.NAME if low else Rule.KEPT


def _perhaps_a_surname(low: str) -> Rule:
    plain = is_other(low) or is_clinical(low) or has_its_place(low)
    return Rule.UNKNOWN if low in words("surnames") and not plain else Rule.KEPT


def _perhaps(low: str) -> Rule:
    return Rule.UNKNOWN if is_on_the_lists_of_names(low) and not is_other(low) else Rule.KEPT


def _perhaps_a_forename(low: str) -> Rule:
    return Rule.UNKNOWN if is_given_and_a_word(low) and not is_other(low) else Rule.KEPT


_POSITIONS: tuple[tuple[re.Pattern[str], Callable[[str], Rule]], ...] = (
    (_AT_THE_END, _a_surname),
    (_SECRETARY, _any_surname),
    (_ON_CALL, _any_surname),
    (_PUPIL, _a_surname_perhaps),
    (_TO_DO, _a_surname_perhaps),
    (_STRANGE_SAYS, _a_strange_word),
    (_BY_HIMSELF, _a_strange_word),
    (_WITH, _somebody),
    (_ROYS_MUM, _a_forename),
    (_ONLY_SAYS, _a_forename),
    (_SAYING, _rather_a_forename),
    (_THERE, _strange_or_a_forename),
    (_FIRST_OF_ALL, _strange_or_a_forename),
    (_SURNAME, _a_name),
    (_BEFORE_A_NUMBER, _a_name_and_nothing_else),
    (_IN_A_ROOM, _perhaps),
    (_LIVES, _perhaps_a_surname),
    (_WI, _a_forename),
    (_SAYS_THAT, _a_forename),
    (_SHORT_SAYS, _initials),
    (_SHORT_RANG, _whoever_rang),
    (_OWNER, _a_strange_word),
    (_MODAL, _surely),
    (_KNOWN_AS, _a_nickname),
    (_SIGNED, _a_rare_forename),
    (_MESSAGE, _perhaps),
    (_SEEN, _perhaps),
    (_NOT_WELL, _perhaps_a_forename),
)
