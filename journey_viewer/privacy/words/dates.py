"""Days, months and years of the calendar: in figures, in words, and halves of both."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_MONTH = any_of(
    "jan(?:uary)? feb(?:ruary|r)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)?",
    "oct(?:ober)? nov(?:ember)? dec(?:ember)?",
)
_MONTH_WITH_A_CAPITAL = any_of(
    "January February March April May June July August September October November December",
    "Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec",
)
_WEEKDAY = any_of(
    "mon(?:day)? tue(?:s(?:day)?)? wed(?:s|nesday)? thu(?:rs?(?:day)?)? fri(?:day)? sat(?:urday)? sun(?:day)?"
)
_DAY, _DAY_IN_TWO = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0[1-9]|[12]\d|3[01])"
_MONTH_NUMBER, _MONTH_IN_TWO = r"(?:0?[1-9]|1[0-2])", r"(?:0[1-9]|1[0-2])"
_LONG_YEAR = r"(?:19|20)\d\d"
_TWO_OR_FOUR = r"(?:19|20)?\d\d"
_YEAR = rf"(?:{_LONG_YEAR}|'?\d\d)"
_FIRST_TO_NINTH = any_of("first second third fourth fifth sixth seventh eighth ninth")
_TENTH_AND_MORE = (
    "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    "|twentieth|thirtieth"
)
_ORDINAL = rf"{_DAY}\s?(?:st|nd|rd|th)"
_NTH = rf"(?:{_ORDINAL}|(?:twenty|thirty)?[\s-]?{_FIRST_TO_NINTH}|{_TENTH_AND_MORE})"
_PARTS_OF_A_YEAR = any_of(
    "and hundred oh [a-z]+teen ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety",
    "one two three four five six seven eight nine",
)
_SPOKEN_YEAR = rf"(?:(?:two thousand|nineteen|twenty)(?:[\s-]+{_PARTS_OF_A_YEAR})*)"
_GAP = r"[\s,.-]{0,3}"
_AND_WEEKDAY = rf"(?:\b{_WEEKDAY}\b{_GAP}(?:the\s)?)?"
_SEP = r"\s?[/.\\_-]\s?"
_NO_FIGURE_BEFORE, _NO_FIGURE_AFTER = r"(?<![\d/.-])", r"(?![\d/]|-\d)"

_DOSE = any_of(r"mg ml mcg g kg % am pm :\d")  # after figures: no year
_NO_DAY = r"(?![:%\d/]|\.\d|\s?(?:am|pm|x|mg|ml|days|weeks|times|puffs|tabs))"
_COUNTED = any_of(  # the 3rd visit
    "dose time attempt visit attendance degree day week month line baby child pregnancy episode percentile centile",
    "floor opinion toe finger digit metatarsal rib cranial nerve fall",
)
_WORDED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Monday the 3rd of March, 2024
        (
            rf"{_AND_WEEKDAY}(?<![\d.])\b(?:{_NTH}|{_DAY}){_GAP}(?:day\s)?(?:of\s)?{_GAP}\b{_MONTH}\b"
            rf"(?:{_GAP}(?:of\s|in\s)?(?:{_LONG_YEAR}|'?\d\d|{_SPOKEN_YEAR})\b(?!\s?{_DOSE}))?"
        ),
        # March 3rd, 2024
        (
            rf"{_AND_WEEKDAY}\b{_MONTH}\b\s?[.,-]?\s?(?:the\s)?(?:{_NTH}|{_DAY})\b(?![/\d]|[.:]\d)"
            rf"(?:{_GAP}(?:{_LONG_YEAR}|'\d\d)\b)?"
        ),
        # 12th-14th · Q1 2024 · Mar17
        rf"\b{_ORDINAL}\s?(?:-|to|and|&|/)\s?{_ORDINAL}\b(?!\s+{_COUNTED})",
        rf"\bQ[1-4][\s/-]?(?:of\s)?(?:{_LONG_YEAR}|'?2\d)\b",
        rf"\b{_MONTH}{_DAY}\b",
        # 3Mar24
        rf"\b{_DAY}(?:st|nd|rd|th)?{_MONTH}(?:{_YEAR})?\b",
        # March 2024 · Mar/24
        rf"\b{_MONTH}\b{_GAP}(?:of\s)?(?:{_LONG_YEAR}|'\d\d|{_SPOKEN_YEAR})\b",
        rf"\b{_MONTH}\s?[/-]\s?\d\d\b",
        # Monday 3rd · Mon 3/4
        rf"\b{_WEEKDAY}\b{_GAP}(?:the\s)?{_NTH}\b",
        rf"\b{_WEEKDAY}\b{_GAP}{_DAY}[/.](?:0?[1-9]|1[0-2])(?![/.]?\d)",
        rf"\b{_WEEKDAY}\b\s(?:{_DAY}\s?[/.-]\s?{_MONTH_NUMBER}|{_DAY})\b{_NO_DAY}",
        # on the 3rd · the 3rd at
        rf"\b(?:on|by|until|till|from|since|before|after|for|due|of)\s(?:the\s)?({_ORDINAL})\b(?!\s+{_COUNTED})",
        rf"\b(?:the\s)(?:{_ORDINAL})\b(?=\s*(?:[.,;)]|$|at\b|of (?:this|last|next)))",
    )
)
_FIGURES = tuple(
    re.compile(pattern)
    for pattern in (
        # 7/2/24-5/7/24 · 3/4-6/5/24
        rf"{_NO_FIGURE_BEFORE}{_DAY}/{_MONTH_NUMBER}(?:/{_TWO_OR_FOUR})?\s?-\s?{_DAY}/{_MONTH_NUMBER}/{_TWO_OR_FOUR}{_NO_FIGURE_AFTER}",
        # 3/4-6/5, never two numbers of days (/7) or months (/12)
        rf"{_NO_FIGURE_BEFORE}{_DAY}/({_MONTH_NUMBER})\s?(?:-|to|until|till)\s?{_DAY}/(?!\1\b){_MONTH_NUMBER}(?![\d/%]|\.\d)",
        # 03/04/2024 · 04/03/2024 · 2024-04-03
        rf"{_NO_FIGURE_BEFORE}{_DAY}{_SEP}{_MONTH_NUMBER}{_SEP}(?:19|20)?\d\d{_NO_FIGURE_AFTER}",
        rf"{_NO_FIGURE_BEFORE}{_MONTH_NUMBER}{_SEP}{_DAY}{_SEP}(?:19|20)\d\d{_NO_FIGURE_AFTER}",
        rf"{_NO_FIGURE_BEFORE}{_LONG_YEAR}{_SEP}{_MONTH_NUMBER}{_SEP}{_DAY}{_NO_FIGURE_AFTER}",
        # 20240403 · 03042024
        rf"(?<!\d){_LONG_YEAR}{_MONTH_IN_TWO}{_DAY_IN_TWO}(?!\d)",
        rf"(?<!\d){_DAY_IN_TWO}{_MONTH_IN_TWO}{_LONG_YEAR}(?!\d)",
        # '62
        r"(?<=[A-Za-z,] )'\d\d\b(?!['\d])",
        # 03.10
        rf"{_NO_FIGURE_BEFORE}0[1-9]\.(?:0[1-9]|1[0-2])(?![\d/.%-]|\s?(?:mg|ml|mcg|mmol|units))",
        # 01/24
        rf"{_NO_FIGURE_BEFORE}0[1-9]/(?:1\d|2\d|3\d){_NO_FIGURE_AFTER}",
        # 04/2024 · 2024-04
        rf"{_NO_FIGURE_BEFORE}{_MONTH_NUMBER}[/-]{_LONG_YEAR}{_NO_FIGURE_AFTER}",
        rf"{_NO_FIGURE_BEFORE}{_LONG_YEAR}[/-]{_MONTH_IN_TWO}{_NO_FIGURE_AFTER}",
        # 3 04 2024 · 2024 04 03
        rf"{_NO_FIGURE_BEFORE}{_DAY} {_MONTH_IN_TWO} (?:{_LONG_YEAR}|\d\d){_NO_FIGURE_AFTER}",
        rf"{_NO_FIGURE_BEFORE}{_LONG_YEAR} {_MONTH_IN_TWO} {_DAY_IN_TWO}{_NO_FIGURE_AFTER}",
    )
)
# 25/3, never a number of weeks (/52), of days (/7) or of months (/12)
_SURE_SHORT = re.compile(
    rf"{_NO_FIGURE_BEFORE}(?:1[3-9]|2\d|3[01])/(?:0?[1-6]|0?[89]|1[01])(?![\d/]|\.\d|\s?(?:mg|ml|mcg|mmhg|%))",
    re.IGNORECASE,
)
# seen 3/4
_LIKELY_SHORT = re.compile(
    r"\b(?!scored|rated|graded|measured)(?:[a-z]{3,}ed|sent|appt|mtg|rv|due|adm|seen|booked|clinic)\s"
    rf"({_MONTH_NUMBER}/(?:0?[1-46]|0?[89]|11)|(?:19|2\d|3[01])/(?:12|0?7))(?![\d/%.]|\s?(?:mg|ml|ago|later))",
    re.IGNORECASE,
)
_AROUND_A_DAY = any_of(
    r"on dated? dob w/c wc w/e wk\scomm\w* week\scomm\w* d\.o\.b born from since until till seen adm(?:itted|'d)? discharged? d/?c'?d between"
)
_NO_SHORT_DAY = any_of("mg ml mcg kg cm mm weeks? days? pain ago later hx history")
_SHORT = re.compile(
    rf"\b{_AROUND_A_DAY}\b[\s:.-]*(?:on\s)?({_DAY}\s?[/.-]\s?{_MONTH_NUMBER})(?![\d/%:]|\.\d|\s?{_NO_SHORT_DAY})",
    re.IGNORECASE,
)
# stopped 10/25
_MONTH_AND_YEAR = re.compile(
    rf"\b(?:in|since|from|until|stopped|started|begun|commenced|confirmed|diagnosed|dx|exp|expires|expiry|due)\b(?:\s[a-z]+)?\s({_MONTH_NUMBER}/(?:1[89]|2\d))(?![\d/%]|\.\d)",
    re.IGNORECASE,
)
# 10/10/25 to 14/12
_UNTIL = re.compile(
    rf"(?:\d[/. -]\d\d|(?:19|20)\d\d|{_MONTH})\s(?:to|until|till|and|&|then)\s({_DAY}/{_MONTH_NUMBER})(?![\d/%:]|\.\d)",
    re.IGNORECASE,
)
_BEFORE_A_YEAR = (
    r"(?:in|since|from|until|till|during|of|by|before|after|around|approx|circa|early|late|mid|summer|winter|autumn"
    r"|spring|christmas|easter|year|back in|diagnosed|born|b\.|dob|yob|and|to)"
)
_COUNTED_IN_THOUSANDS = any_of("mg ml mcg units iu kg kcal cals? calories hrs hours steps people patients")
_NEVER_BEFORE_A_YEAR = "".join(
    rf"(?<!{before} )"
    for before in [
        r"\bat",
        r"\bwas",
        r"\bover",
        r"\bunder",
        r"\babout",
        r"\bthan",
        r"level",
        r"result",
        r"count",
        r"output",
        r"intake",
        r"dose",
        r"given",
        r"ferritin",
        r"dimer",
    ]
)
_YEAR_ALONE = re.compile(
    rf"\b{_BEFORE_A_YEAR}\b[\s,(:-]*({_LONG_YEAR})(?:s|\s?/\s?\d\d)?(?![\d/]|\s?(?:{_COUNTED_IN_THOUSANDS}|g|h\b))"
    rf"|\b[bd]\.\s({_LONG_YEAR})\b|\(({_LONG_YEAR})\)|(?<=-)({_LONG_YEAR})(?=\))"
    rf"|(?<=[a-z] ){_NEVER_BEFORE_A_YEAR}((?:19[3-9]|20[0-3])\d)(?=[.,;)]|\s+[a-z]{{3,}}|$)"
    rf"(?!\s?(?:{_COUNTED_IN_THOUSANDS}|ng|nmol))",
    re.IGNORECASE,
)
_BEFORE_A_MONTH = any_of(
    "[Ii]n [Ss]ince [Ll]ast [Nn]ext [Ee]arly [Ll]ate [Mm]id [Dd]uring [Uu]ntil [Bb]y [Ff]rom [Tt]his [Tt]hroughout [Oo]f",
    r"[Bb]efore [Aa]fter [Bb]eginning\sof [Ee]nd\sof [Tt]ill [Aa]nd [Tt]o [Bb]etween",
)
_MONTH_ALONE = re.compile(
    rf"\b{_BEFORE_A_MONTH}[\s-](?:the end of |the start of |late |early |mid[- ])?({_MONTH_WITH_A_CAPITAL})\b"
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
        for pattern in (_SURE_SHORT, _LIKELY_SHORT, _SHORT, _UNTIL, _MONTH_AND_YEAR, _YEAR_ALONE):
            for match in pattern.finditer(text):
                yield Found(*match.span(match.lastindex or 0), Rule.DATE)
    for pattern in _WORDED:
        for match in pattern.finditer(text):
            yield Found(*match.span(match.lastindex or 0), Rule.DATE)
    for match in _MONTH_ALONE.finditer(text):
        yield Found(*match.span(1), Rule.DATE)
