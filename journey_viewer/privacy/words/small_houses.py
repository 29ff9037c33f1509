"""Homes and houses by a word of their kind, with or without capitals: "at sycamore lodge", "back to the old parsonage"."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.lists import group
from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_AT = r"\b(?:at|from|back to|to|into|resident of|residents of|in|of|d/c to|discharged to)\s"
_SURE = any_of(
    "lodge manor grange villa parsonage rectory vicarage priory almshouses deanery presbytery farmhouse cottages hollies elms"
)
_WEAK = any_of(
    "house court hall mansions towers heights view mews nursery primary academy infants juniors cottage farm"
)
_OWN = r"(?P<first>[a-z][a-z'-]{2,})(?:\s[a-z][a-z'-]{2,})?"
_LONG_NAME = re.compile(
    rf"{_AT}(?P<home>(?:the\s)?{_OWN}\s(?:{_SURE}|{_WEAK}))\b(?!\s(?:visits?|calls?|round|rota))"
)
_THE = re.compile(rf"{_AT}(?P<home>the\s(?:old\s|new\s|former\s)?(?:{_SURE}))\b(?!\s(?:visits?|of)\b)")
_ENDING = re.compile(r"\s(?:C of E|CofE|CE|RC|VA|VC)\b")
_CAPITAL = r"[A-Z][\w'-]+"
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
    for match in _CHURCH.finditer(text):
        if _ENDING.search(match.group()):
            yield Found(*match.span(), Rule.SCHOOL)
    for match in _LADY.finditer(text):
        yield Found(*match.span(), Rule.PLACE)


def find_employers(text: str) -> Iterator[Found]:
    """Works at Tolley's Garage; a garage with its owner's name."""
    for pattern in (_WORKS, _OWNED):
        for match in pattern.finditer(text):
            if match["home"].casefold() not in group("employers_of_many"):
                yield Found(*match.span("home"), Rule.PLACE)
