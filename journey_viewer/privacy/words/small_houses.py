"""Homes and houses by a word of their kind, with or without capitals: "at sycamore lodge", "back to the old parsonage"."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.lists import also_clinical, group, words
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import is_clinical, is_ordinary

_AT = r"\b(?:at|from|back to|to|into|resident of|residents of|in|of|d/c to|discharged to)\s"
_SURE = any_of(
    "lodge manor grange villa parsonage rectory vicarage priory almshouses deanery presbytery farmhouse cottages hollies elms"
)
_WEAK = any_of(
    "house court hall mansions towers heights view mews nursery primary academy infants juniors cottage farm"
)
_CAPITAL = r"[A-Z][\w'-]+"
_OWN = r"(?P<first>[a-z][a-z'-]{2,})(?:\s[a-z][a-z'-]{2,})?"
_LONG_NAME = re.compile(
    rf"{_AT}(?P<home>(?:the\s)?{_OWN}\s(?:{_SURE}|{_WEAK}))\b(?!\s(?:visits?|calls?|round|rota))"
)
_THE = re.compile(rf"{_AT}(?P<home>the\s(?:old\s|new\s|former\s)?(?:{_SURE}))\b(?!\s(?:visits?|of)\b)")
_THE_OLD = re.compile(rf"\b[Tt]he [Oo]ld (?i:{_SURE})\b(?! of)|(?<!^)\bThe Old [A-Z][a-z]+\b")
_SMALL_HOSPITAL = re.compile(
    r"\b(?:to|at|from|in|via|appt|near)\s(?P<home>(?P<names>(?:[a-z']{2,}\s){1,4}?)(?:hospital|infirmary|hospice))\b"
)
_HIGH = re.compile(rf"\b{_CAPITAL}\s(?:Girls'?|Boys'?)(?:\s(?:High|Grammar|School|Academy|College))+\b")
_ENDING = re.compile(r"\s(?:C of E|CofE|CE|RC|VA|VC)\b")
_CHURCH = re.compile(
    rf"\b(?:St\.?\s{_CAPITAL}|Our Lady(?:\s(?:of|and|the|St\.?|{_CAPITAL})){{0,4}}|Holy {_CAPITAL}|Sacred Heart|Corpus Christi"
    rf"|{_CAPITAL}(?:\s{_CAPITAL})?)(?:'s)?\s(?:C of E|CofE|RC|CE|VA)\b(?:\s(?:Primary|School|Academy|Infants?|Juniors?|High|Church))*"
)
_LADY = re.compile(rf"\bOur Lady(?:'s|(?:\s(?:of|and|the|St\.?|{_CAPITAL})){{1,5}})")
_WORKS = re.compile(
    r"\b(?i:works?|working|worked|job|shifts?|employed)\s(?i:at|for)\s"
    r"(?P<home>(?:[A-Z][\w&'-]*)(?:\s(?:and|of|&|[A-Z][\w&'-]*))*)"
)
_OWNED = re.compile(
    r"\b(?P<home>[A-Z][a-z]+'s\s(?:Garage|Bakery|Laundry|Butchers?|Cafe|Café|Salon|Nursery|Stores?|Yard|Farm|Motors|Joinery|Foundry"
    r"|Depot|Works|Mill|Chippy|Taxis|Tyres|Barbers?|Florists?|Pub|Bar|Gym))\b"
)
_STRANGE = re.compile(
    r"\b(?P<name>[a-z][a-z'-]{3,})\s(?:(?:girls'?|boys'?|general|district|community|cottage|royal|memorial|park|road|primary|high|medical|health|nursing|care"
    r"|family|day|group|street|lane|house|court|renal|stroke|dialysis|maternity|birth|dental)\s){0,2}(?:tyres|cabs|taxis|motors|garage|bakery|foods|packaging|windows|builders|meats|carpets|timber|hospital|infirmary|hospice|general|unit|surgery|practice|medical centre|health centre"
    r"|nursing home|care home|school|academy|college|lodge|house|court|manor|grange|ward|clinic|centre|pharmacy|chemist)\b"
)
_KIND_ALONE = re.compile(
    r"\b(?P<names>(?:[a-z][a-z']+\s){1,4}?)(?:care home|nursing home|residential home|rest home|care centre|juniors|infants|pru|pre-?school|high school|primary school"
    r"|(?:community|primary|infant|junior|grammar|secondary|special)\sschool|primary|medical centre|health centre|family practice|group practice"
    r"|(?:community|general|cottage)\shospital|sixth form|academy|medical practice|fish bar|garden centre|takeaway|fabrications|bakery|cold store)\b"
)
_KIND_OF_TWO = re.compile(
    r"\b(?P<names>(?:[a-z][a-z']+\s){2,4}?)(?:surgery|school|practice|rest home|hospital)\b"
)
_REGISTERED = re.compile(
    r"\b(?:registered|reg|pt)\s(?:at |with |of )?(?P<home>(?!new|another|different|other|local|the|a|our|this|my)[a-z]{4,} surgery)\b"
)
_THE_PRACTICE = re.compile(r"\bthe (?P<name>[a-z]{4,}) (?:practice|surgery)\b")
_WANTS = re.compile(
    r"^(?P<home>(?:[a-z]{3,}\s){1,2}(?:lodge|view|house|court|manor|grange|hall|villa|lawns|park|croft|gardens|dairy|farm))"
    r"(?= (?:wants?|rang|called|asking|requesting|req|reports?|says|said|needs?|phoned|oh)\b)"
)
_NO_NAME = ("nameless", "no_places", "owned_by_people")
_KINDS_OF_PLACE = any_of(
    "school nursing care sheltered opera green guest club coffee half-way open full whole own their his her my our"
)
_NOBODYS = re.compile(rf"^(?:the\s)?(?:{_KINDS_OF_PLACE})\b", re.IGNORECASE)


def find_small_houses(text: str) -> Iterator[Found]:
    for match in _LONG_NAME.finditer(text):
        own = match["first"] not in group("nameless") | group("function") | group("relatives")
        possessive = "'s " in match["home"]
        if own and not possessive and not _NOBODYS.match(match["home"]):
            yield Found(*match.span("home"), Rule.PLACE)
    for match in _THE.finditer(text):
        yield Found(*match.span("home"), Rule.PLACE)
    yield from _old_houses_and_hospitals(text)
    yield from _strange_places(text)
    yield from _by_their_kind(text)
    for match in _CHURCH.finditer(text):
        if _ENDING.search(match.group()):
            yield Found(*match.span(), Rule.SCHOOL)
    for match in _LADY.finditer(text):
        yield Found(*match.span(), Rule.PLACE)


def _by_their_kind(text: str) -> Iterator[Found]:
    """The larkspur practice, orchard view wants, registered laburnum surgery, rang canal side juniors."""
    for match in _THE_PRACTICE.finditer(text):
        if _own_words([match["name"]]) and match["name"] not in also_clinical():
            yield Found(*match.span(), Rule.PLACE)
    for match in (*_WANTS.finditer(text), *_REGISTERED.finditer(text)):
        yield Found(*match.span("home"), Rule.PLACE)
    for match in (*_KIND_ALONE.finditer(text), *_KIND_OF_TWO.finditer(text)):
        names = _own_words(match["names"].split())
        plain = len(names) == 1 or all(low in also_clinical() for low in names)
        if names and not (match.re is _KIND_OF_TWO and plain):
            start = match.end("names") - 1 - sum(map(len, names)) - (len(names) - 1)
            start -= len("the ") if text[:start].endswith("the ") else 0
            yield Found(start, match.end(), Rule.PLACE)


def _strange_places(text: str) -> Iterator[Found]:
    """Conveyed skelbrook hospital: a word that nobody knows before the kind of a place."""
    for match in _STRANGE.finditer(text):
        name = match["name"].removesuffix("'s")
        if not is_ordinary(name) or name in words("own_towns"):
            yield Found(*match.span(), Rule.PLACE)


def _own_words(names: list[str]) -> list[str]:
    """Of the words before the kind of a place those that could be its name: canal side, of "rang canal side juniors"."""
    own: list[str] = []
    for low in reversed(names):
        kinds = ("function", "acts", "relatives", "before_places", "roles")
        if low != "fell" and any(low in group(kind) for kind in kinds):  # eden fell school
            break
        own.insert(0, low)
    while own and (is_clinical(own[0]) or any(own[0] in group(kind) for kind in _NO_NAME)):
        own.pop(0)
    return own


def _old_houses_and_hospitals(text: str) -> Iterator[Found]:
    for match in _THE_OLD.finditer(text):
        yield Found(*match.span(), Rule.PLACE)
    for match in _SMALL_HOSPITAL.finditer(text):
        own = next(
            (word for word in re.finditer(r"\S+", match["names"]) if _is_of_its_own(word.group())), None
        )
        if own is not None:
            yield Found(match.start("names") + own.start(), match.end("home"), Rule.HOSPITAL)
    for match in _HIGH.finditer(text):
        yield Found(*match.span(), Rule.SCHOOL)


def _is_of_its_own(low: str) -> bool:
    """No word that any hospital has beside it: general, mental, acute."""
    return not (
        low in group("nameless")
        or low in group("function")
        or low in also_clinical()
        or is_clinical(low)
        or _NOBODYS.match(low)
    )


_FIRM = re.compile(
    r"\b(?P<home>(?:[A-Z][\w'-]+ ){1,3}(?:Co|Ltd|Limited|Bros|plc|LLP)|[A-Z][\w'-]+ (?:&|and) (?:Sons?|Daughters?|Partners))\b"
)
_SMALL_WORKS = re.compile(
    r"\b(?:works?|working|worked|job|employed)\s(?:at|for)\s(?P<home>(?P<first>[a-z']{4,})\s[a-z]{3,})\b"
)


def find_employers(text: str) -> Iterator[Found]:
    """Works at Tolley's Garage; a garage with its owner's name."""
    for pattern in (_WORKS, _OWNED, _FIRM):
        for match in pattern.finditer(text):
            if match["home"].casefold() not in group("employers_of_many"):
                yield Found(*match.span("home"), Rule.PLACE)
    for match in _SMALL_WORKS.finditer(text):
        if not is_ordinary(match["first"]):
            yield Found(*match.span("home"), Rule.PLACE)
