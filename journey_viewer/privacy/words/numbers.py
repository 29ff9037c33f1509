"""Digit runs: NHS numbers in any spelling, hospital and local numbers, whatever has six digits in a row."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.dates import without_dates
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import is_clinical

LONG = 9  # digits from which a run is a number, whatever stands between them: our default
_DIGIT = r"(?:[\dIlO]|(?<=\d)[io])"  # I, l and O are typed for 1 and 0
_RUN = re.compile(
    rf"(?:\((?=\d{{2,5}}\)\W{{0,2}}\d))?(?<![A-Za-z]){_DIGIT}(?:[\W_]{{0,3}}{_DIGIT}){{{LONG - 1},}}(?![A-Za-z])"
)
_OUTSIDE = re.compile(r"^[Il]+[\W_]+|[\W_]+[Il]+$")  # letters that stand alone before or after
_FIGURES = 4  # of a run are figures: fewer, and the rest are letters
_DASHED = re.compile(r"(?<![\w.-])[A-Za-z]{0,3}\d+(?:-\d+)+(?![\w-]|\.\d)")
_ROW = re.compile(r"\d{6,}")
_PAIRS = re.compile(
    r"(?<![\d/.-])\d\d-\d\d-\d\d(?![\d/-])"
)  # a sort code, or a date that none of the rules reads
_LABELLED = re.compile(
    r"\b(?:(?:nhs|hosp(?:ital)?|local|patient|pt|emis|systmone|system ?one|rio|mosaic|liquid ?logic|care ?notes|paris|lorenzo|cerner|millennium|epic|adastra|cleric|azeus|case|chart|account|acc|reference"
    r"|ref(?:erral)?|record|client|unit|booking|ubrn|crn|mrn|pin|id|\w{0,4}id|passport|licen[cs]e|policy|badge|collar|cad|incident"
    r"|job|invoice|order|warrant|staff|employee|payroll|custody|crime|datix|wristband|barcode|claim|complaint|enquiry|log)"
    r"(?:[ .]*(?:number|num|no|nr|id|ref(?:erence)?|code))?|nhs|mrn|no|number|id|ref)"
    r"\b[\s.:#=-]*(?:is |was |of )?[\s:#]*((?:[A-Za-z]{1,4}[-/]?|(?-i:(?!NHS)[A-Z]{1,4} ))?\d[\dA-Za-z]*(?:[-/. ]?\d[\dA-Za-z]*)*)",
    re.IGNORECASE,
)
_MIXED = re.compile(r"\b(?=(?:[A-Za-z/-]*\d){5})(?=[\d/-]*[A-Za-z])[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)*\b")
_PLACE_ON_EARTH = re.compile(
    r"\b(?:lat(?:itude)?|long?(?:itude)?|grid ref)\b[\s:=]*(-?\d+\.\d+(?:\s?,\s?-?\d+\.\d+)?)", re.IGNORECASE
)
_OTHERS = re.compile(  # a prisoner's number, KR-4471, LH/22/31
    r"\b(?:MRN|PAS|CHI)[\s:]{0,2}\d{5,}|\(\d{5}\)|\b[A-Z]\d{4}[A-Z]{2}\b|(?<![\w/-])[A-Z]{1,4}[-/]\d{4,}(?![\w/-])|(?<![\w/-])[A-Z]{1,4}/\d{2,}/\d{2,}(?![\w/-])|(?<![\w/.-])\d{2}/\d{5,}(?![\w/-])|(?<=PRF )\d{4,}|(?<=PRF: )\d{4,}"
)
_FIVE = re.compile(
    r"(?<!bnp )(?<!ck )(?<!ferritin )(?<!hcg )(?<!trop )(?<!steps )(?<![\w.,/:£+-])\d{5}(?![\w/:%-]|[.,]\d|\s?(?:mg|ml|mcg|units?|iu|steps|cells|ng|pg|kcal|miles)\b)",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?<![\d:])\d\d?[:.]\d\d(?:[:.]\d\d)?(?!\d)")
_WHOSE = re.compile(r"(?<![\w])([A-Z][\w'-]+|see|file|quote)[\s,(]{1,2}$")  # Popa 90664
_CALLED_A_NUMBER = re.compile(r"\b(?:no|number|ref|id|case|hosp)\b", re.IGNORECASE)
_NEAR = 24  # signs in which the surname stands
_SHORTEST = 4  # digits of a number that its label names


def find_numbers(text: str) -> Iterator[Found]:
    for match in _RUN.finditer(text):
        if sum(map(str.isdigit, match.group())) >= _FIGURES and not _is_moment(match.group()):
            yield Found(*_without_words(match), Rule.NUMBER)
    for match in _DASHED.finditer(text):
        if sum(map(str.isdigit, match.group())) >= _FIGURES and not _is_range(match.group()):
            yield Found(*match.span(), Rule.NUMBER)
    for pattern in (_ROW, _PAIRS, _PLACE_ON_EARTH, _OTHERS, _MIXED):
        for match in pattern.finditer(text):
            yield Found(*match.span(match.lastindex or 0), Rule.NUMBER)
    for match in _LABELLED.finditer(text):
        if sum(map(str.isdigit, match[1])) >= _SHORTEST:
            yield Found(*match.span(1), Rule.NUMBER)


def find_bare_numbers(text: str) -> Iterator[Found]:
    """Five figures after somebody's surname are their number; others that nothing is measured by are looked at."""
    for match in _FIVE.finditer(text):
        whose = _WHOSE.search(text, max(0, match.start() - _NEAR), match.start())
        near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        named = (
            _CALLED_A_NUMBER.search(near)
            or match.group()[0] == "0"
            or (whose is not None and not is_clinical(whose[1].casefold()))
        )
        yield Found(*match.span(), Rule.NUMBER if named else Rule.UNKNOWN)


def _is_range(run: str) -> bool:
    """92-94: from less to more, neither of more than three figures."""
    first, _, last = run.partition("-")
    return (
        first.isdigit()
        and last.isdigit()
        and max(len(first), len(last)) < _FIGURES
        and int(first) < int(last)
    )


def _is_moment(run: str) -> bool:
    """True where nothing but days and times of day stand in a run of digits."""
    left = without_dates(run)
    return left != run and not any(map(str.isdigit, _TIME.sub(" ", left)))


def _without_words(match: re.Match[str]) -> tuple[int, int]:
    """Where a run begins and ends without an "I" beside it, unless it is too short without."""
    found = _OUTSIDE.search(match.group(), 1) or _OUTSIDE.match(match.group())
    left = _OUTSIDE.sub("", match.group())
    if not found or sum(map(str.isalnum, left)) <= LONG:
        return match.span()
    start = match.group().index(left)
    return match.start() + start, match.start() + start + len(left)
