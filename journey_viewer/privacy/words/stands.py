"""Words that are names by where they stand: beside a number, after Miss, signed, with a month's name, in small letters."""

import re
from collections.abc import Iterator

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
    is_only_a_name,
    is_on_the_lists_of_names,
    is_ordinary,
)

_NAME = r"(?P<name>[A-Z][a-z'-]+[a-z])"
_OTHERS = ("function", "roles", "relatives", "titles", "posts", "acts", "labels", "numbered")
_WHOM = any_of(
    "with w wife husband daughter son friend mum dad sister brother partner neighbour carer dtr niece nephew nan aunt uncle"
)
_DAYS = any_of("April May June August Monday Tuesday Wednesday Friday Sunday Christmas Easter")
_SAYS = any_of(
    "says said rang states stated reports reported thinks wants phoned told asked texted denies came"
)
_DOES = any_of(
    "called wants texted attended emailed requested requesting asking agreed declined refused cancelled needs feels visited brought took has",
    "worried complaining struggling upset unwell fell collapsed dna'd dna",
)
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
    rf"\b(?:{_WHOM})\s(?P<name>{_DAYS})\b(?=\s(?:for an?|\d{{4}}\b(?!-)|{_SAYS}|and|at|who|re|in|is|has)\b|[,.;)]|$)"
    rf"|\b(?:carer|{_WHOM}|parent|mother|father) (?:of|to) (?P<other>{_DAYS})\b"
)
_CARED_FOR = re.compile(
    rf"(?:^|[.:,;]\s){_NAME}(?:\s(?=(?:skin|bloods|b12|insulin|catheter|dressings?|wound|legs?|heel|bp|BM|ECG|pad|chair|hoist|bed)\b)"
    r"|(?=\s[-–]\s))"
)
_FULL = re.compile(r"\b(?P<first>[A-Z][a-z]+)\s(?P<name>[A-Z][a-z]+)(?=\s\(|[;,.)]|$)")
_SMALL_FULL = re.compile(
    r"\b(?:from|by|with|w|to|via|per|d/w|and)\s(?P<first>[a-z]{3,})\s(?P<name>[a-z]{3,})(?=[,.;)]|$)"
)
_SMALL_SAYS = re.compile(rf"(?:^|[.;]\s|\s-\s)(?P<name>[a-z]{{3,}})\s(?=(?:{_SAYS}|{_DOES})\b)")
_SMALL_PAIR = re.compile(
    r"(?:^|[.;:,!?]\s|\s-\s|\b(?:hi|hiya|dear|re|for|pt|patient|mr|mrs|ms)\s)(?P<first>[a-z]{3,})\s(?P<name>[a-z]{3,})"
    r"(?='s\b|\s(?:wants|called|rang|needs|has|is|was|seen|came|dob|nhs|aged|says|said|attended|dna|phoned|asking|requesting|\d)|\s?[,;.)]|\s-|$)"
)
_DATED = re.compile(
    r"(?:^|[.;:]\s+)(?P<name>[A-Z]{3,}|[A-Z][a-z]{2,})(?=,?\s(?:(?:dob|DOB|b\.):?\s)?(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d))"
)
_RUNG = re.compile(r"(?<![\w-])(?P<name>[A-Z][a-z]{2,})(?=,?\s\(?(?:0\d{2,4}[\s-]?\d{3}|\+44|07\d))")
_BEFORE_A_NUMBER = re.compile(
    r"(?:^|[-:;.]\s)(?P<first>[A-Z][A-Za-z'-]+)\s(?P<name>[A-Z][A-Za-z'-]+)(?=,?\s(?:-\s)?\(?\d{3}[ -]?\d{3}[ -]?\d{4}\b)"
)
_OF_A_TEAM = re.compile(
    r"\b(?P<post>[A-Z]{2,5})\s(?P<name>[A-Z][a-z]{2,})(?=\s?[.,;)]|$|\s(?:to|and|will|aware|informed)\b)"
)
_MONTH_FIRST = re.compile(r"\b(?P<first>Jun|Jan|May|April|June|August) (?P<name>[A-Z][a-z]{2,})\b")
_IN_A_ROOM = re.compile(
    r"\b(?:[Rr]m|RM|[Rr]oom|ROOM|[Bb]ed|BED|[Bb]ay)\s\d{1,3}[a-zA-Z]?[:,]?\s(?P<name>[A-Z][A-Za-z'-]{2,})(?=\s?[-,:.;]|\s[a-z]|$)"
)
_BEFORE_A_ROOM = re.compile(
    r"(?:^|[.;:,-]\s)(?P<name>[A-Z]{3,}|[A-Z][a-z]{2,})(?=,?\s(?:[Rr]m|RM|[Rr]oom|ROOM|[Bb]ed|BED) \d)"
)
_BETWEEN_DASHES = re.compile(
    r"\s-\s(?P<name>[A-Z]{4,})(?=\s-\s)|\b(?:for|to|by|re|pt|FOR|TO|BY|RE|PT)\s(?P<other>[A-Z]{4,})\s*\.?$"
)
_BOTH_NAMES = re.compile(r"\b(?P<first>[A-Z][a-z]+) \((?:aka |\"|')?(?P<name>[A-Z][a-z]+)[\"']?\)")
_DOES_THEN = re.compile(rf"\s(?:{_SAYS}|{_DOES})\b")
_ONLY_SAYS = re.compile(r"(?:says|said|rang|states|stated|thinks|denies)\b")
_AWARE = re.compile(r"(?<![.:] )\b(?P<name>[A-Z][a-z]{2,})(?= (?:aware|informed|updated|happy with)\b)")
_SECRETARY = re.compile(
    r"\b(?P<name>[a-z]{4,})(?:'?s)? (?=(?:sec|secs|secretary|list|clinic list)\b)|\bon call (?P<other>[a-z]{4,})(?=\s?[,.;]|$)"
)
_PERHAPS = re.compile(
    r"\b(?:left for|voicemail for|message for|msg for|note for|told|ring|call|phone)\s(?P<name>[a-z]{3,})(?=\s?\.?$|\s(?:has|is|was|re)\b)"
    r"|\s-\s(?P<pupil>[a-z]{4,})(?=\s(?:yr|year)\s\d)|\b(?P<small>[a-z]{3,})(?=\s(?:not passed|not eating|not drinking|not well|not seen|not slept|has been|was seen)\b)"
)
_NICK = re.compile(
    r"\b(?:nan|nana|nanny|gran|granny|grandad|auntie|aunty|uncle|big|little|old|scouse|farmer|chacha|chachi|bibi|mama|papa|baba|cousin|mad|young)\s(?P<name>[a-z]{3,})\b"
)
_AT_THE_END = re.compile(
    r"\b(?:manager|nurse|sister|dr|doctor|matron|lead|warden|matron|teacher|pharmacist|physio|midwife|carer|driver)\s(?P<name>[a-z]{4,})"
    r"(?=\s*\.?$|\s(?:says|told|said|rang|informed|aware|visited|seen|called)\b)"
)
_STRANGE_SAYS = re.compile(
    rf"(?:^|[.;]\s|\s-\s)(?P<name>[a-z]{{3,}})\s(?=(?:{_SAYS}|{_DOES}|x\d|no show|not|can|will|is|was)\b)"
)
_LOUD_FULL = re.compile(r"(?:^|[-:]\s)(?P<first>[A-Z][A-Z'-]{2,}), (?P<name>[A-Z]{2,})(?=\s-|\s\(|,|\s\d|$)")
_ROYS_MUM = re.compile(
    r"\b(?P<name>[a-z]{3,}?)s (?:mum|dad|mother|father|wife|husband|son|daughter|dtr|sister|brother|carer|partner|nan)\b"
)
_SLASHED = re.compile(r"\b(?:pt|patient|client|re)\s(?P<first>[a-z]{3,})/(?P<name>[a-z]{3,})\b")
_BY_HIMSELF = re.compile(
    r"(?:[.!?]\s+|\b(?:w/|d/w|care co|coord|keyworker|key worker)\s)(?P<name>[a-z]{4,})(?=\s?[.,!;]|$)"
)
_AT_WORK = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][a-z]{2,})\s(?:OT|SW|CPN|RMN|RGN|RN|HCA|SHO|ANP|ACP|HV|DN|SLT|AMHP|SpR|physio|Physio)(?=\s(?:to|will|rang|seen|aware|in|and|informed|visited)\b|\s?[,.;)]|$)"
)
_SMALL_THERE = re.compile(
    r"(?:^|[.;]\s|(?<=changed the locks), |, )(?P<name>[a-z]{4,})\s(?=(?:in (?:chair|bed|night|fine|good|pain|tears|bath|hospital|a)"
    r"|not (?:in|at|answering|home)|asleep|tearful|up and)\b)|^(?P<first>[a-z]{4,})(?=,\s)"
)


def find_by_standing(text: str) -> Iterator[Found]:
    for match in _THE.finditer(text):
        if is_given(match["first"].casefold()) and not _is_other(match["second"]):
            yield Found(*match.span(), Rule.NAME)
    for match in _MISS.finditer(text):
        low = match["name"].casefold()
        if low not in {"and", "or", "has", "is"} and not (
            is_a_day_or_tongue(low) and match["name"].isupper()
        ):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _LOUD.finditer(text):
        low = match["name"].casefold()
        if low in common_surnames() and not _is_other(match["name"]):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _MONTH_NAME.finditer(text):
        yield Found(*match.span("name" if match["name"] else "other"), Rule.NAME)
    for match in _KNOWN_AS.finditer(text):
        if not all(map(_is_other_or_placed, match["name"].split())):
            yield Found(*match.span("name"), Rule.NAME)
    yield from _beside_numbers(text)
    yield from _with_a_forename(text)
    yield from _in_small_letters(text)


def _beside_numbers(text: str) -> Iterator[Found]:
    """English RK1234567, labelled Still 12 03 38, Love bloods: surnames that are words."""
    for pattern in (_NUMBERED, _LABELLED):
        for match in pattern.finditer(text):
            low = match["name"].casefold()
            named = low in words("surnames") and not _is_other(match["name"])
            if not named or (low in words("eponyms") and pattern is _NUMBERED):
                continue
            sure = not has_its_place(low) or low in group("tongues") or pattern is _LABELLED
            if sure or low in common_surnames():
                yield Found(*match.span("name"), Rule.NAME if sure else Rule.UNKNOWN)
    for match in _OF_A_TEAM.finditer(text):
        low = match["post"].casefold()
        team = low in family("persons") or low in group("posts")
        if team and _is_rather_somebody(match["name"].casefold()):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _BETWEEN_DASHES.finditer(text):
        which = "name" if match["name"] else "other"
        low = match[which].casefold()
        if low in frequent_surnames() and _is_rather_somebody(low) and not is_clinical(low):
            yield Found(*match.span(which), Rule.NAME)
    for pattern in (_DATED, _RUNG, _AT_WORK, _AWARE, _IN_A_ROOM, _BEFORE_A_ROOM):
        for match in pattern.finditer(text):
            low = match["name"].casefold()
            salt = (
                pattern is _RUNG
                and low in words("surnames")
                and low not in group("telephones") | group("roles")
            )
            if salt or _is_rather_somebody(low):
                yield Found(*match.span("name"), Rule.NAME)
    for match in _CARED_FOR.finditer(text):
        low = match["name"].casefold()
        known = is_given_and_a_word(low) or is_given(low) or low in common_surnames()
        known = known or (low in words("surnames") and low not in words("english"))
        known = known and low not in group("calendar")
        if known and not _is_other(match["name"]) and not (is_clinical(low) and not is_given(low)):
            yield Found(
                *match.span("name"),
                Rule.NAME if is_given(low) or low not in words("english") else Rule.UNKNOWN,
            )


def _is_rather_somebody(low: str) -> bool:
    """Cook, Gill, Salt before a birth date or a telephone number; not Bloods, Home."""
    if _is_other(low) or low in group("telephones") or low in group("calendar") or low in group("nameless"):
        return False
    if is_given(low) or low in frequent_surnames():
        return True
    return low in common_surnames() and low not in words("english") and not has_its_place(low)


def _with_a_forename(text: str) -> Iterator[Found]:
    """Jun Nuttall, WILL GILL 999 …, pt sharp/delroy; Stephen Onions (with consent): a capital after what is only a forename."""
    for match in _BOTH_NAMES.finditer(text):
        other = _is_other(match["name"]) or is_clinical(match["name"].casefold())
        if is_only_a_name(match["first"].casefold()) and not other:
            yield Found(*match.span("name"), Rule.NAME)
    for match in (*_BEFORE_A_NUMBER.finditer(text), *_SLASHED.finditer(text), *_LOUD_FULL.finditer(text)):
        low = [match["first"].casefold(), match["name"].casefold()]
        named = all(is_on_the_lists_of_names(one) or not is_ordinary(one) for one in low)
        if named and any(is_given(one) or not is_ordinary(one) for one in low):
            yield Found(match.start("first"), match.end("name"), Rule.NAME)
    for match in _MONTH_FIRST.finditer(text):
        low = match["name"].casefold()
        if not is_a_day_or_tongue(low) and (not is_ordinary(low) or low in frequent_surnames()):
            yield Found(match.start("first"), match.end("name"), Rule.NAME)
    for match in _FULL.finditer(text):
        first, low = match["first"].casefold(), match["name"].casefold()
        other = _is_other_or_placed(low) or is_a_day_or_tongue(low)
        if is_given(first) and not is_ordinary(first) and not other:
            yield Found(*match.span(), Rule.NAME)


def _in_small_letters(text: str) -> Iterator[Found]:
    for match in _SMALL_FULL.finditer(text):
        first, low = match["first"], match["name"]
        forename = (
            (is_given(first) or not is_ordinary(first)) and not _is_other(first) and not is_clinical(first)
        )
        surname = is_on_the_lists_of_names(low) and not _is_no_surname(low, first)
        if forename and surname and not _is_other_or_day(low, first):
            sure = not is_ordinary(first) or not is_ordinary(low)
            yield Found(match.start("first"), match.end("name"), Rule.NAME if sure else Rule.UNKNOWN)
    for match in _SMALL_PAIR.finditer(text):
        first, low = match["first"], match["name"]
        other = _is_other(low) and not (low in group("roles") and low in common_surnames())
        named = is_given(first) and low in words("surnames") and not _is_other(first) and not other
        sure = (
            not is_ordinary(first)
            or not is_ordinary(low)
            or (is_given_and_a_word(first) and low in common_surnames())
        )
        if named and sure and not _is_other_or_day(low, first):
            yield Found(match.start("first"), match.end("name"), Rule.NAME)
    for match in _NICK.finditer(text):
        low = match["name"]
        if is_only_a_name(low) or (is_given(low) and low not in words("english")) or not is_ordinary(low):
            yield Found(match.start(), match.end("name"), Rule.NAME)
        elif _DOES_THEN.match(text, match.end()) and not _is_other(low):
            yield Found(match.start(), match.end("name"), Rule.UNKNOWN)
    for match in _AT_THE_END.finditer(text):
        if (
            match["name"] in frequent_surnames()
            and not _is_other(match["name"])
            and not is_clinical(match["name"])
        ):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _PERHAPS.finditer(text):
        which = match.lastgroup or "name"
        low = match[which]
        known = is_given_and_a_word(low) if which == "small" else is_on_the_lists_of_names(low)
        if known and not _is_other(low):
            yield Found(*match.span(which), Rule.NAME if which == "pupil" else Rule.UNKNOWN)
    for match in _SECRETARY.finditer(text):
        which = "name" if match["name"] else "other"
        if match[which] in frequent_surnames() and not _is_other(match[which]):
            yield Found(*match.span(which), Rule.NAME)
    for match in _STRANGE_SAYS.finditer(text):
        if not is_ordinary(match["name"]) and not is_cut_short(match["name"]):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _ROYS_MUM.finditer(text):
        if is_given(match["name"]) and not _is_other(match["name"]):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _BY_HIMSELF.finditer(text):
        low = match["name"]
        strange = not is_ordinary(low) and not is_cut_short(low)
        with_them = not match.group().startswith((".", "!", "?", low)) and low in frequent_surnames()
        if strange or (with_them and not has_its_place(low) and not _is_other(low)):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _SMALL_SAYS.finditer(text):
        if (
            is_given(match["name"])
            and not _is_other(match["name"])
            and (match["name"] not in group("more_often_words") or _ONLY_SAYS.match(text, match.end()))
        ):
            yield Found(*match.span("name"), Rule.NAME)
    for match in _SMALL_THERE.finditer(text):
        which = "name" if match["name"] else "first"
        if not is_ordinary(match[which]) or (
            is_given(match[which]) and not _is_other_or_placed(match[which])
        ):
            yield Found(*match.span(which), Rule.NAME)


def _is_no_surname(low: str, first: str) -> bool:
    """A small word, unless it is a surname too and follows what no list knows: lihua day."""
    return _is_other(low) and not (low in group("function_surnames") and not is_ordinary(first))


def _is_other_or_day(low: str, first: str) -> bool:
    return is_clinical(low) or is_a_day_or_tongue(first) or is_a_day_or_tongue(low)


def _is_other(word: str) -> bool:
    low = word.casefold()
    return any(low in group(kind) for kind in _OTHERS)


def _is_other_or_placed(word: str) -> bool:
    return _is_other(word) or has_its_place(word.casefold())
