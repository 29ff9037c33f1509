"""Somebody of whom something is said: "Jun low", "Moss more drowsy", "June (dtr)", "GREEN, Tahira", "mother may with pt"."""

import re
from collections.abc import Callable, Iterator

from journey_viewer.privacy.words.lists import also_clinical, common_surnames, frequent_surnames, group, words
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import (
    has_its_place,
    is_clinical,
    is_given,
    is_given_and_a_word,
    is_on_the_lists_of_names,
    is_only_a_name,
    is_ordinary,
)
from journey_viewer.privacy.words.who import is_other

_RELATIVE = any_of(
    "daughter dtr dau son wife husband hubby partner mum mother dad father sister brother sis bro niece nephew aunt uncle cousin",
    "gran grandma grandad grandson granddaughter friend neighbour carer nok ex girlfriend boyfriend gf bf landlord landlady stepdad",
    "stepmum stepson fiance fiancee spouse sibling guardian lpa poa son-in-law daughter-in-law",
)
_HOW = any_of(
    "more less very quite still now also much too rather really increasingly v remains feeling feels sounds looks seems appears not no",
    "a\\sbit so extremely slightly again",
)
_STATE = any_of(
    "low drowsy better worse tearful upset confused agitated anxious settled unsettled unwell well poorly alert asleep awake sleepy calm",
    "distressed breathless sob pale clammy frail weak unsteady aggressive abusive intoxicated drunk suicidal flat withdrawn guarded psychotic",
    "elated manic paranoid keen happy unhappy sad cross angry scared worried frightened lonely isolated bedbound housebound independent",
    "mobile immobile compliant concordant non-compliant reluctant vague chatty rude hungry thirsty dry jaundiced fitting febrile afebrile",
    "pleased fed\\sup adamant here fine tired awol missing\\sfrom dead found refusing back\\shome in\\s(?:bed|pain|tears|chair|hospital)",
    "stable unstable fit ill dying palliative eol tired exhausted lethargic fatigued medically orientated disorientated incontinent",
)
_CAPITAL = r"(?P<name>[A-Z][a-z'-]+[a-z])"
_BEGINS = r"(?:^|[.:;!?]\s+|\n\s*|\s[-–]\s)"
_SUBJECT = re.compile(
    rf"{_BEGINS}{_CAPITAL}\s(?:{_HOW}\s){{0,2}}(?:{_STATE}|(?!pending|outstanding|including|following|missing|regarding|during|being|having)[a-z]{{2,}}ing)\b(?!\s?[:=\d])"
)
_ONLY_PEOPLE = re.compile(
    r"\b(?:hoarding|drinking|smoking|shouting|wandering|crying|sleeping|eating|refusing|asking|threatening|staying|living|driving|walking|struggling|coping)$"
)
_GIVEN = re.compile(
    rf"{_BEGINS}{_CAPITAL}(?=,\s\d{{1,2}}(?:/12|/52)?(?:\s?(?:yo|y/o|yrs?|old|m|f)\b|[,.;])|\sto\s[a-z]+\b)"
)
_FAMILY = re.compile(
    rf"\b{_CAPITAL} (?:family|household|twins|brothers|sisters|siblings|children|boys|girls)\b"
)
_MODAL = re.compile(
    rf"{_BEGINS}(?P<name>Will|May|Tel|Sis|Doc|Bro)\s(?:(?:had|[a-z]{{3,}}ed|OT|SW|to|has|is|was|and|cond|\d{{1,3}})\b(?!\s(?:in|on) \d)|& )"
)
_RELATED = re.compile(rf"\b{_CAPITAL}\s\((?:his |her |their |the |[A-Z]\w+'s )?{_RELATIVE}\b")
_SMALL_RELATED = re.compile(rf"\b(?P<name>[a-z]{{3,}})\s\((?:his |her |their |the )?{_RELATIVE}\)")
_CAN = re.compile(rf"(?:^|[.?!]\s)(?:Can|Could|Would|Has|Did|Does) {_CAPITAL} (?=[a-z])")
_IN_BRACKETS = re.compile(rf"\b(?:{_RELATIVE}|dog|cat|pet|horse) \((?P<name>[A-Z][a-z]{{2,}})\)")
_SMALL_STATE = re.compile(rf"\b{_RELATIVE} (?P<name>[a-z]{{4,}}) (?={_STATE}\b)")
_HELPED = re.compile(
    rf"\b(?:[Aa]ssisted|[Ss]upported|[Ee]ncouraged|[Rr]eminded|[Pp]rompted|[Hh]elped|[Ww]ashed|[Dd]ressed|[Hh]oisted) {_CAPITAL}(?= (?:with|to|in|from|into)\b)"
)
_THAT = re.compile(
    rf"\b(?:noticed|says|said|reports?|reported|told|feels|felt|thinks|thought|noted|worried|concerned|confirms?) that {_CAPITAL}\b"
)
_SURNAME_FIRST = re.compile(r"\b[A-Z][A-Z'-]{2,},\s(?P<second>[A-Z][a-z'-]+)(?![\w-])")
_SMALL = re.compile(
    rf"\b{_RELATIVE}\s(?P<name>[a-z]{{3,}})\s(?=(?:with|w|on|in|from|rang|re|at|and|present|says|said)\b)"
)
_SMALL_BIRTH = re.compile(
    r"^(?P<name>[a-z]{4,})(?=,?\s(?:dob:?\s)?\d{1,2}[./-]\d{1,2}[./-]\d)|\b(?:pt|patient|client)\s(?P<pt>[a-z]{4,})(?=\s?[,;.)]|$|\s(?:bed|room|rm|bay)\b)"
)
_SURE_TO_FOLLOW = frozenset({"may", "will", "mark", "grace", "hope", "faith", "joy", "rose", "art", "sky"})


def find_subjects(text: str) -> Iterator[Found]:
    for match in _SUBJECT.finditer(text):
        rule = _of_the_subject(match["name"].casefold(), match.group())
        if rule is not Rule.KEPT:
            yield Found(*match.span("name"), rule)
    for pattern, is_somebody in _POSITIONS:
        for match in pattern.finditer(text):
            if is_somebody(match["name"].casefold()):
                yield Found(*match.span("name"), Rule.NAME)
    for match in _SURNAME_FIRST.finditer(text):
        if is_given(match["second"].casefold()) and not is_clinical(match["second"].casefold()):
            yield Found(*match.span(), Rule.NAME)
    yield from _in_small_letters(text)


def _of_the_subject(low: str, said: str) -> Rule:
    """Jun low; Squirrel hoarding and Curly better are looked at."""
    if _could_be_somebody(low):
        return Rule.NAME
    if is_other(low) or low in group("calendar"):
        return Rule.KEPT
    plain = has_its_place(low) or low in also_clinical()
    return Rule.KEPT if plain and not _ONLY_PEOPLE.search(said) else Rule.UNKNOWN


def _is_on_the_lists(low: str) -> bool:
    return is_on_the_lists_of_names(low) and not is_other(low)


def _is_a_forename(low: str) -> bool:
    return is_given(low) and not is_other(low)


def _is_nothing_else(low: str) -> bool:
    return not is_other(low) and not is_clinical(low) and low not in group("calendar") | group("tongues")


def _is_given(low: str) -> bool:
    return low not in {"hope", "rose"} and (is_given_and_a_word(low) or is_only_a_name(low))


def _in_small_letters(text: str) -> Iterator[Found]:
    for match in _SMALL.finditer(text):
        low = match["name"]
        if low in _SURE_TO_FOLLOW or (not is_ordinary(low) and is_given(low)):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _SMALL_STATE.finditer(text):
        if match["name"] in common_surnames() and not is_clinical(match["name"]):
            yield Found(*match.span("name"), Rule.UNKNOWN)
    for match in _SMALL_BIRTH.finditer(text):
        which = "name" if match["name"] else "pt"
        low = match[which]
        if not is_ordinary(low) and which == "name":
            yield Found(*match.span(which), Rule.NAME)
        elif low in words("surnames") and not is_other(low) and not is_clinical(low):
            known = low in words("english") or low in also_clinical()
            if not known or low in frequent_surnames():
                yield Found(*match.span(which), Rule.NAME if not known or which == "name" else Rule.UNKNOWN)


def _could_be_somebody(low: str) -> bool:
    """A name, and no word of what is measured or seen: Moss, but not Skin."""
    if is_given_and_a_word(low):
        return low not in group("months")
    if is_other(low):
        return False
    if is_given(low):
        return True
    return (
        low in common_surnames() and not is_clinical(low) and low not in also_clinical() | group("nameless")
    )


_POSITIONS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_MODAL, bool),
    (_GIVEN, _is_given),
    (_SMALL_RELATED, _is_a_forename),
    (_IN_BRACKETS, _is_nothing_else),
    (_HELPED, bool),
    (_RELATED, _is_on_the_lists),
    (_THAT, _is_on_the_lists),
    (_FAMILY, _is_on_the_lists),
    (_CAN, _is_on_the_lists),
)
