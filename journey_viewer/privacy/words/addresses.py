"""Where somebody lives: house and street, flats, named houses, streets without a number."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.patterns import any_of
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_STREET = any_of(
    "roads? rd streets? str? lane ln avenue ave av drive dr close cl crescent cres court ct gardens? gdns? grove gr",
    "place pl terrace terr? way walk hill rise row square sq mews parade green view park parkway boulevard blvd",
    "crossing vale wharf quay yard gate path end meadows? mead croft fold chase bank broadway esplanade promenade",
    "circus cottages villas mount approach link bridge common fields? orchard wynd brae heights? passage loke drove",
)
_SURE_STREET = any_of(
    "road rd street lane avenue ave drive close crescent cres gardens gdns grove terrace mews boulevard parkway"
)
_STREET_WITH_A_CAPITAL = any_of(
    "Way St Ln Dr Drive Place Court Hill Rise Row Walk Close Square View Point Wharf Forge Mill Quay Yard Croft Bank",
    "Mead Meadow Fold Parade Broadway Mount Vale Heights Cres Gdns Terr Rd Ave Road Street Lane Avenue Crescent",
    "Gardens Grove Terrace Mews",
)
_STREET_ALONE = any_of(
    "Road Rd Street Lane Avenue Ave Close Crescent Cres Gardens Gdns Grove Terrace Mews Boulevard Parkway"
)
_SMALL_STREET_ALONE = any_of("road street lane avenue close crescent drive grove terrace mews")
_STREET_OR_WORD = any_of(
    "way end walk rise view place row dr av st hill gate path park bank link green common approach bridge mount"
)
_BUILDING = any_of(
    "House Court Tower Towers Cottages? Farm Barn Villas? Bungalow Lodge Heights Point Mansions Building Buildings Block Place Gardens Wharf Mill"
)
_HOUSE = any_of(
    "Cottages? Bungalow Farm Farmhouse Villa Villas Barn Manor Grange Rectory Vicarage Lodge Mansions? Towers?",
    r"Almshouses Estate Caravan\sPark Mobile\sHome\sPark Tower\sBlock",
)
_SHORT_STREET = any_of(
    "St Rd Dr Ave Av Cl Ct Cres Gdns Terr? Ln Pl Sq Gr Rise Way Place Court Hill Row Walk View Point Wharf Drive Square Yard Croft",
    "Green End Common Vale Mount Meadow Mead Fold Parade Heights Mill Grove Gate Fields",
)
_FLAT = any_of("flat apartment apt maisonette bedsit plot pitch caravan studio penthouse")
_JOINT = any_of("of the and on in le y yr ap ar")  # inside a street's name
_JOINT_ALONE = any_of("of the and le y yr ap ar")
_CAPITAL = r"(?:[A-Z][a-z'][\w']*(?:-(?:y|yr|le|on|upon|in|the|by)-[A-Z][\w']*)?|[A-Z]\b|St\.?)"
_NUMBER = r"(?:\d{1,4}(?:\s?[A-Za-z](?![\w']))?(?:\s?[-/]\s?\d{1,4}[A-Za-z]?)?)"
_ROOM = r"(?:(?i:rm|room|unit|floor|bay)\s?\d{1,3}[A-Za-z]?,?\s)?"
_NO_NUMBER = r"(?:[Nn]o\.?\s?|[Nn]umber\s)?"
_NO_STREET = any_of(  # after a figure: two falls, 3 times a day
    "a an the on in of at to and for with from by his her their my our x per times? days? weeks? months? years? hours?",
    "mins? minutes? falls? mg ml mcg g units? this that is was has had visits? seizures? steps? miles? children people",
    "stairs mile hour minute day week month year same other both am pm or off out",
)
_ANY_STREET = any_of(  # the main road: nobody's
    "main busy the this that same high a an other their his her my our wrong right far long new old side country back",
    "front first next one open public by my clear in of on no any every quiet is was and",
)
_SMALL_WORD = rf"(?!{_NO_STREET}\b)[a-z'-]{{2,}}"
_AT = r"(?:(?<=\bat )|(?<=, )|(?<=: ))"
_AT_OR_TO = r"(?:(?<=\bat )|(?<=, )|(?<=: )|(?<=\bto )|(?<=from )|(?<=visit )|(?<=visited ))"
_LIVES = r"\b(?:[Ll]ives?|[Ll]iving|[Rr]esides?|[Aa]ddress|[Mm]oved|[Hh]ome|[Ff]lat|[Hh]ouse)\b(?:\s+(?:is|at|in|on|to|near|off|of|just))*"
_AFTER_A_TOWN = r"(?=,|\.|;|$|\s(?:in|with|and|for|since|on|[A-Z]{1,2}\d))"
_TAIL = (
    rf"(?:,\s(?:[Tt]he\s)?{_CAPITAL}(?:[\s-]{_CAPITAL}){{0,2}}{_AFTER_A_TOWN})*"  # village and town after it
)

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 14 Elm Road · 14a St John's Rd · 22-24 The Old High Street
        (
            rf"\b{_ROOM}{_NO_NUMBER}{_NUMBER},?\s+(?:(?:[Tt]he|{_CAPITAL})[\s-]+(?:{_JOINT}[\s-])?){{1,4}}"
            rf"(?i:{_STREET})\b(?!\w)(?!\s*(?:-?\d+\s?)?(?:mg|ml)){_TAIL}"
        ),
        # 14 elm road
        (
            rf"\b{_NO_NUMBER}{_NUMBER},?\s+(?:(?!{_NO_STREET}\b)[a-z']{{2,}}[\s-]+){{1,3}}"
            rf"(?!\b{_STREET_OR_WORD}\b){_STREET}\b"
        ),
        # Flat 3 · Flat 3, Canal Mill · apt B, Elm Tower
        (
            rf"\b(?i:{_FLAT})\.?\s?(?:no\.?\s?|number\s)?(?:\d{{1,4}}[A-Za-z]?|[A-H])\b"
            rf"(?:,?\s(?:[Tt]he\s)?(?:{_CAPITAL}[\s-]){{0,2}}{_CAPITAL}(?=,|\.|;|:|\s-\s|$))?"
            rf"(?:,?\s+(?:{_CAPITAL}[\s-]+){{0,3}}{_BUILDING}\b)?"
        ),
        # Tannery Point, Gas House St · at Canal Way · at 14 kestrel way
        rf"\b(?:{_CAPITAL}\s){{0,2}}{_CAPITAL},\s(?:{_CAPITAL}[\s-]){{1,3}}{_STREET_WITH_A_CAPITAL}\b{_TAIL}",
        rf"{_AT}(?:{_CAPITAL}[\s-]){{1,3}}{_STREET_WITH_A_CAPITAL}\b{_TAIL}",
        rf"{_AT_OR_TO}{_NUMBER}\s(?:{_SMALL_WORD}\s){{1,3}}{_STREET}\b",
        # Elm Road · Old High Street
        rf"\b(?:{_CAPITAL}[\s-]+(?:{_JOINT_ALONE}\s)?){{1,3}}(?:{_STREET_ALONE}|(?<=[a-z'] ){_SMALL_STREET_ALONE})\b",
        # lives in Canal Way · off elm street
        rf"{_LIVES}[\s:]+(?:{_CAPITAL}\s+){{1,3}}(?i:{_STREET})\b",
        rf"(?i:\b(?:on|at|in|to|of|from|off|near)\s+(?!{_ANY_STREET}\b)([a-z']{{3,}}\s+{_SURE_STREET})\b)",
        # 20 Harrier Point, says · on Foxglove St.
        rf"\b(?:[Aa]t|[Ff]rom|[Tt]o|[Oo]f|[Ll]ives?|[Vv]isit(?:ed)?|[Nn]o\.?|[Aa]ddress:?)\s({_NUMBER},?\s(?:{_CAPITAL}[\s-]){{1,3}}{_BUILDING}\b{_TAIL})",
        rf"\b(?i:on|in|at|of|off|by|near|nr|from|to|outside|opp|opposite|behind|past|via)\s(?![Ss]ee|[Rr]ing|[Cc]all)({_CAPITAL}(?:[\s-]{_CAPITAL})?\s{_SHORT_STREET})\b(?!\.?\s[A-Z][a-z]+\b(?<=Dr [A-Z]))",
        rf"\b({_CAPITAL}(?:[\s-]{_CAPITAL})?\s{_SHORT_STREET})(?=,?\s[A-Z]{{1,2}}\d)",
        rf"\b({_CAPITAL} (?:Way|Walk|Row|Rise|Grove|Hill))(?=,|\.\s|;|$)",
        # 26 The Old Brewery
        rf"(?<![\d.,/:])\b\d{{1,3}}[a-z]?\s[Tt]he\s(?:{_CAPITAL}\s){{0,2}}{_CAPITAL}(?=\s?[,.;)]|$){_TAIL}",
        # Rose Cottage · The Old Rectory
        rf"\b(?:[Tt]he\s+)?(?:{_CAPITAL}[\s-]+){{1,3}}{_HOUSE}\b",
        r"\b(?:PO|P\.O\.)\s?[Bb]ox\s?\d+\b",
    )
)


def find_addresses(text: str) -> Iterator[Found]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Found(*match.span(match.lastindex or 0), Rule.ADDRESS)
