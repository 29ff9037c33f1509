"""Words that are names by where they stand: beside a number, after Miss, signed, with a month's name."""

import re
from collections.abc import Callable, Iterator

from journey_viewer.privacy.words.lists import common_surnames, family, frequent_surnames, group, words
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
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
from journey_viewer.privacy.words.who import SAYS, is_other, is_other_or_placed, is_rather_somebody

_NAME = r"(?P<name>[A-Z][a-z'-]+[a-z])"
_WHOM = any_of(
    "with w wife husband daughter son friend mum dad sister brother partner neighbour carer dtr niece nephew nan aunt uncle"
)
_DAYS = any_of("April May June August Monday Tuesday Wednesday Friday Sunday Christmas Easter")
_SELF = r"(?:its|it's|this is|signed|ask for|prefers)"
_NUMBER = r"(?:[A-Z]{1,2}\d{5,}|\d{5,}\b|\d{3}[ .-]\d{3}[ .-]\d{4})"
_KNOWN_AS = re.compile(rf"\b(?i:{_SELF})\s[\"'“]?(?P<name>[A-Z][a-z'-]+(?:\s[A-Z][a-z'-]+)?)\b")
_THE = re.compile(r"\b(?P<first>[A-Z][a-z]+) the (?P<second>[A-Z][a-z]+)\b")
_MISS = re.compile(r"\b(?:Miss|MISS|MRS|Mrs)\s(?P<name>[A-Z](?:\w|'(?![sS]\b))+)(?![\w-])")
_LOUD = re.compile(
    r"\b(?:GP|DN|SN|RN|NURSE|CPN|HCA|SW|PC|DC|PS|DS|WPC|PCSO|SGT|OT|HV)\s(?P<name>[A-Z]{4,})\s"
    r"(?:INFORMED|AWARE|CALLED|RANG|VISITED|CONTACTED|TOLD|SPOKE|ATTENDED|UPDATED|PRESENT)\b"
)
_NUMBERED = re.compile(rf"(?<![\w-]){_NAME}(?=,?\s{_NUMBER}|\s/\s\d{{1,2}}[/.]\d)")
_LABELLED = re.compile(
    rf"\b(?:[Ll]abell?ed|[Ww]ristband (?:says|reads)|[Rr]esults? for|[Ss]ample (?:of|for))\s{_NAME}"
)
_MONTH_NAME = re.compile(
    rf"\b(?:{_WHOM})\s(?P<name>{_DAYS})\b(?=\s(?:for an?|\d{{4}}\b(?!-)|{SAYS}|and|at|who|re|in|is|has)\b|[,.;)]|$)"
    rf"|\b(?:carer|{_WHOM}|parent|mother|father) (?:of|to) (?P<other>{_DAYS})\b"
)
_CARED_FOR = re.compile(
    rf"(?:^|[.:,;]\s){_NAME}(?:\s(?=(?:skin|bloods|b12|insulin|catheter|dressings?|wound|legs?|heel|bp|BM|ECG|pad|chair|hoist|bed)\b)"
    r"|(?=\s[-–]\s))"
)
_FULL = re.compile(r"\b(?P<first>[A-Z][a-z]+)\s(?P<name>[A-Z][a-z]+)(?=\s\(|[;,.)]|$)")
_DATED = re.compile(
    r"(?:^|[.;:]\s+)(?P<name>[A-Z]{3,}|[A-Z][a-z]{2,})(?=,?\s(?:(?:dob|DOB|b\.):?\s)?(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d))"
)
_RUNG = re.compile(r"(?<![\w-])(?P<name>[A-Z][a-z]{2,})(?=,?\s\(?(?:0\d{2,4}[\s-]?\d{3}|\+44|07\d))")
_BEFORE_A_NUMBER = re.compile(
    r"(?:^|[-:;.]\s)(?P<first>[A-Z][A-Za-z'-]+)\s(?P<name>[A-Z][A-Za-z'-]+)(?=,?\s(?:-\s)?(?:\(?\d{3}[ -]?\d{3}[ -]?\d{4}\b|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d))"
)
_OF_A_TEAM = re.compile(
    r"\b(?P<post>[A-Z]{2,5})\s(?P<name>[A-Z][a-z]{2,})(?=\s?[.,;)]|$|\s(?:to|and|will|aware|informed)\b)"
)
_MONTH_FIRST = re.compile(r"\b(?P<first>Jun|Jan|May|April|June|August) (?P<name>[A-Z][a-z]{2,})\b")
_NOT_IN = re.compile(r"\b(?P<name>[A-Z]{4,})(?= NOT (?:IN|AT|HOME|ANSWERING|SEEN|WELL)\b)")
_IN_A_ROOM = re.compile(
    r"\b(?:[Rr]m|RM|[Rr]oom|ROOM|[Bb]ed|BED|[Bb]ay)\s\d{1,3}[a-zA-Z]?[:,]?\s(?P<name>[A-Z][A-Za-z'-]{2,})(?=\s?[-,:.;]|\s[a-z]|$)"
)
_BEFORE_A_ROOM = re.compile(
    r"(?:^|[.;:,-]\s)(?P<name>[A-Z]{3,}|[A-Z][a-z]{2,})(?=,?\s(?:[Rr]m|RM|[Rr]oom|ROOM|[Bb]ed|BED) \d)"
)
_BETWEEN_DASHES = re.compile(r"\s-\s(?P<name>[A-Z]{4,})(?=\s-\s)")
_FOR_ONE_SHOUTED = re.compile(r"\b(?:for|to|by|re|pt|FOR|TO|BY|RE|PT)\s(?P<name>[A-Z]{4,})\s*\.?$")
_BOTH_NAMES = re.compile(r"\b(?P<first>[A-Z][a-z]+) \((?:aka |\"|')?(?P<name>[A-Z][a-z]+)[\"']?\)")
_AWARE = re.compile(r"(?<![.:] )\b(?P<name>[A-Z][a-z]{2,})(?= (?:aware|informed|updated|happy with)\b)")
_LOUD_FULL = re.compile(
    r"(?:^|[-:]\s|\bRE:?\s)(?P<first>[A-Z][A-Z'-]{2,}), (?P<name>[A-Z]{2,})(?=\s-|\s\(|,|\s\d|$)"
)
_ALONE = re.compile(r":\s(?P<name>[A-Z][a-z]{2,})(?=[.,]\s)")
_AT_WORK = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][a-z]{2,})\s(?:OT|SW|CPN|RMN|RGN|RN|HCA|SHO|ANP|ACP|HV|DN|SLT|AMHP|SpR|physio|Physio)(?=\s(?:to|will|rang|seen|aware|in|and|informed|visited)\b|\s?[,.;)]|$)"
)


def find_by_standing(text: str) -> Iterator[Found]:
    for match in _MONTH_NAME.finditer(text):
        yield Found(*match.span("name" if match["name"] else "other"), Rule.NAME)
    for match in _KNOWN_AS.finditer(text):
        if not all(map(is_other_or_placed, match["name"].split())):
            yield Found(*match.span("name"), Rule.NAME)
    for pattern, is_somebody in _POSITIONS:
        for match in pattern.finditer(text):
            if is_somebody(match["name"].casefold()):
                yield Found(*match.span("name"), Rule.NAME)
    for match in _ALONE.finditer(text):
        low = match["name"].casefold()
        if is_rather_somebody(low) and not is_clinical(low):
            yield Found(*match.span("name"), Rule.UNKNOWN)  # VW: Gray.
    yield from _after_a_title(text)
    yield from _beside_numbers(text)
    yield from _with_a_forename(text)


def _after_a_title(text: str) -> Iterator[Found]:
    """Stephen the Welder, Miss Onions, NURSE PIKE INFORMED."""
    for match in _THE.finditer(text):
        if is_given(match["first"].casefold()) and not is_other(match["second"]):
            yield Found(*match.span(), Rule.NAME)
    for match in _MISS.finditer(text):
        low = match["name"].casefold()
        day = is_a_day_or_tongue(low) and match["name"].isupper()
        if low not in {"and", "or", "has", "is"} and not day:
            yield Found(*match.span("name"), Rule.NAME)
    for match in _LOUD.finditer(text):
        if match["name"].casefold() in common_surnames() and not is_other(match["name"]):
            yield Found(*match.span("name"), Rule.NAME)


def _beside_numbers(text: str) -> Iterator[Found]:
    """English RK1234567, labelled Still 12 03 38, Love bloods: surnames that are words."""
    for pattern in (_NUMBERED, _LABELLED):
        for match in pattern.finditer(text):
            low = match["name"].casefold()
            named = low in words("surnames") and not is_other(match["name"])
            if not named or (low in words("eponyms") and pattern is _NUMBERED):
                continue
            sure = not has_its_place(low) or low in group("tongues") or pattern is _LABELLED
            if sure or low in common_surnames():
                yield Found(*match.span("name"), Rule.NAME if sure else Rule.UNKNOWN)
    for match in _OF_A_TEAM.finditer(text):
        low = match["post"].casefold()
        team = low in family("persons") or low in group("posts")
        if team and is_rather_somebody(match["name"].casefold()):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _CARED_FOR.finditer(text):
        low = match["name"].casefold()
        if _is_cared_for(low):
            sure = is_given(low) or low not in words("english")
            yield Found(*match.span("name"), Rule.NAME if sure else Rule.UNKNOWN)


def _is_cared_for(low: str) -> bool:
    if is_other(low) or low in group("calendar") or (is_clinical(low) and not is_given(low)):
        return False
    known = is_given_and_a_word(low) or is_given(low) or low in common_surnames()
    return known or (low in words("surnames") and low not in words("english"))


def _is_rung(low: str) -> bool:
    """Salt 07700 900123: whatever is a surname, but for what has a telephone."""
    return is_rather_somebody(low) or (
        low in words("surnames") and low not in group("telephones") | group("roles")
    )


def _is_shouted(low: str) -> bool:
    return low in frequent_surnames() and is_rather_somebody(low) and not is_clinical(low)


_POSITIONS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_RUNG, _is_rung),
    (_BETWEEN_DASHES, _is_shouted),
    (_NOT_IN, _is_shouted),
    (_FOR_ONE_SHOUTED, _is_shouted),
    *((pattern, is_rather_somebody) for pattern in (_DATED, _AT_WORK, _AWARE, _IN_A_ROOM, _BEFORE_A_ROOM)),
)


def _with_a_forename(text: str) -> Iterator[Found]:
    """Jun Nuttall, WILL GILL 999 …; Stephen Onions (with consent): a capital after what is only a forename."""
    for match in _BOTH_NAMES.finditer(text):
        other = is_other(match["name"]) or is_clinical(match["name"].casefold())
        if is_only_a_name(match["first"].casefold()) and not other:
            yield Found(*match.span("name"), Rule.NAME)
    for match in (*_BEFORE_A_NUMBER.finditer(text), *_LOUD_FULL.finditer(text)):
        both = [match["first"].casefold(), match["name"].casefold()]
        named = all(is_on_the_lists_of_names(one) or not is_ordinary(one) for one in both)
        if named and any(is_given(one) or not is_ordinary(one) for one in both):
            yield Found(match.start("first"), match.end("name"), Rule.NAME)
    for match in _MONTH_FIRST.finditer(text):
        low = match["name"].casefold()
        if not is_a_day_or_tongue(low) and (not is_ordinary(low) or low in frequent_surnames()):
            yield Found(match.start("first"), match.end("name"), Rule.NAME)
    for match in _FULL.finditer(text):
        first, low = match["first"].casefold(), match["name"].casefold()
        other = is_other_or_placed(low) or is_a_day_or_tongue(low)
        if is_given(first) and not is_ordinary(first) and not other:
            yield Found(*match.span(), Rule.NAME)
