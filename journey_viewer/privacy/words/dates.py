"""Days, months and years of the calendar: in figures, in words, and halves of both."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary|r)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SURE_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = (
    rf"(?:{_DAY}\s?(?:st|nd|rd|th)|(?:twenty|thirty)?[\s-]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_LONG_YEAR = r"(?:19|20)\d\d"
_SPOKEN_YEAR = r"(?:(?:two thousand|nineteen|twenty)(?:[\s-]+(?:and|hundred|oh|[a-z]+teen|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven|eight|nine))*)"
_S = r"[\s,.-]{0,3}"
_BEFORE = rf"(?:\b{_WEEKDAY}\b{_S}(?:the\s)?)?"
_SEP = r"\s?[/.\\_-]\s?"
_WORDED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEFORE}(?<![\d.])\b(?:{_NTH}|{_DAY}){_S}(?:day\s)?(?:of\s)?{_S}\b{_MONTH}\b(?:{_S}(?:of\s|in\s)?(?:{_LONG_YEAR}|'?\d\d|{_SPOKEN_YEAR})\b(?!\s?(?:mg|ml|mcg|g|kg|%|am|pm|:\d)))?",
        rf"{_BEFORE}\b{_MONTH}\b\s?[.,-]?\s?(?:the\s)?(?:{_NTH}|{_DAY})\b(?![./:\d])(?:{_S}(?:{_LONG_YEAR}|'\d\d)\b)?",
        rf"\b{_DAY}(?:st|nd|rd|th)?{_MONTH}(?:{_YEAR})?\b",
        rf"\b{_MONTH}\b{_S}(?:of\s)?(?:{_LONG_YEAR}|'\d\d|{_SPOKEN_YEAR})\b",
        rf"\b{_MONTH}\s?[/-]\s?\d\d\b",
        rf"\b{_WEEKDAY}\b{_S}(?:the\s)?{_NTH}\b",
        rf"\b{_WEEKDAY}\b\s(?:{_DAY}\s?[/.-]\s?(?:0?[1-9]|1[0-2])|{_DAY})\b(?![:%\d/]|\.\d|\s?(?:am|pm|x|mg|ml|days|weeks|times|puffs|tabs))",
        rf"\b(?:on|by|until|till|from|since|before|after|for|due|of)\s(?:the\s)?({_DAY}\s?(?:st|nd|rd|th))\b(?!\s+(?:dose|time|attempt|visit|attendance|degree|day|week|month|line|baby|child|pregnancy|episode|percentile|centile|floor|opinion|toe|finger|digit|metatarsal|rib|cranial|nerve|fall))",
        rf"\b(?:the\s)(?:{_DAY}\s?(?:st|nd|rd|th))\b(?=\s*(?:[.,;)]|$|at\b|of (?:this|last|next)))",
    )
)
_FIGURES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d/.-]){_DAY}{_SEP}(?:0?[1-9]|1[0-2]){_SEP}(?:19|20)?\d\d(?![\d/-])",
        rf"(?<![\d/.-])(?:0?[1-9]|1[0-2]){_SEP}{_DAY}{_SEP}(?:19|20)\d\d(?![\d/-])",
        rf"(?<![\d/.-]){_LONG_YEAR}{_SEP}(?:0?[1-9]|1[0-2]){_SEP}{_DAY}(?![\d/-])",
        rf"(?<!\d){_LONG_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)",
        rf"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_LONG_YEAR}(?!\d)",
        rf"(?<![\d/.-])(?:0?[1-9]|1[0-2])[/-]{_LONG_YEAR}(?![\d/-])",
        rf"(?<![\d/.-]){_LONG_YEAR}[/-](?:0[1-9]|1[0-2])(?![\d/-])",
        rf"(?<![\d/.-]){_DAY} (?:0[1-9]|1[0-2]) (?:{_LONG_YEAR}|\d\d)(?![\d/-])",
        rf"(?<![\d/.-]){_LONG_YEAR} (?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\d|3[01])(?![\d/-])",
    )
)
_SURE_SHORT = re.compile(
    r"(?<![\d/.-])(?:1[3-9]|2\d|3[01])/(?:0?[1-6]|0?[89]|1[01])(?![\d/]|\.\d|\s?(?:mg|ml|mcg|mmhg|%))",
    re.IGNORECASE,
)
_LIKELY_SHORT = re.compile(
    r"\b(?!scored|rated|graded|measured)(?:[a-z]{3,}ed|sent|appt|mtg|rv|due|adm|seen|booked|clinic)\s"
    r"((?:0?[1-9]|1[0-2])/(?:0?[1-46]|0?[89]|11))(?![\d/%.]|\s?(?:mg|ml|ago|later))",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\b(?:on|dated?|dob|d\.o\.b|born|from|since|until|till|seen|adm(?:itted)?|discharged?|between)"
    rf"\b[\s:.-]*(?:on\s)?({_DAY}\s?[/.-]\s?(?:0?[1-9]|1[0-2]))(?![\d/%.:]|\s?(?:mg|ml|mcg|kg|cm|mm|weeks?|days?|pain|ago|later|hx|history))",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(
    r"\b(?:in|since|from|until|till|during|of|by|before|after|around|approx|circa|early|late|mid|summer|winter|autumn"
    r"|spring|christmas|easter|year|back in|diagnosed|born|dob|yob|and|to)\b[\s,(:-]*((?:19|20)\d\d)(?:s|\s?/\s?\d\d)?(?![\d/]|\s?(?:mg|ml|mcg|units|iu|g|kg|kcal|cals?|calories|hrs|hours|h\b|steps|people|patients))"
    r"|\(((?:19|20)\d\d)\)|(?<=-)((?:19|20)\d\d)(?=\))"
    r"|(?<=[a-z] )(?<!\bat )(?<!\bwas )(?<!\bover )(?<!\bunder )(?<!\babout )(?<!\bthan )(?<!level )(?<!result )(?<!count )(?<!output )(?<!intake )(?<!dose )(?<!given )(?<!ferritin )(?<!dimer )"
    r"((?:19[3-9]|20[0-3])\d)(?=[.,;)]|\s+[a-z]{3,}|$)(?!\s?(?:mg|ml|mcg|units|iu|kg|kcal|cals?|calories|hrs|hours|steps|people|patients|ng|nmol))",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|[Dd]uring|[Uu]ntil|[Bb]y|[Ff]rom|[Tt]his|[Tt]hroughout|[Oo]f|[Bb]efore|[Aa]fter|[Bb]eginning of|[Ee]nd of|[Tt]ill|[Aa]nd|[Tt]o|[Bb]etween)[\s-](?:the end of |the start of |late |early |mid[- ])?"
    rf"({_SURE_MONTH})\b"
)


def without_dates(text: str) -> str:
    """The text without days in figures."""
    for pattern in _FIGURES:
        text = pattern.sub(" ", text)
    return text


def find_dates(text: str) -> Iterator[Found]:
    if any(character.isdigit() for character in text):
        for pattern in _FIGURES:
            for match in pattern.finditer(text):
                yield Found(*match.span(), Rule.DATE)
        for pattern in (_SURE_SHORT, _LIKELY_SHORT, _SHORT, _YEAR_ALONE):
            for match in pattern.finditer(text):
                yield Found(*match.span(match.lastindex or 0), Rule.DATE)
    for pattern in _WORDED:
        for match in pattern.finditer(text):
            yield Found(*match.span(match.lastindex or 0), Rule.DATE)
    for match in _MONTH_ALONE.finditer(text):
        yield Found(*match.span(1), Rule.DATE)
