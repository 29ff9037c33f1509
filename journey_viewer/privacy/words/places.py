"""Hospitals, surgeries, care homes, schools: a name of their own before a word for their kind."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.lists import (
    abbreviations,
    clinical,
    common_surnames,
    english,
    given_names,
    group,
    words,
)
from journey_viewer.privacy.words.patterns import any_of, phrases
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found

_CARE_HOMES = phrases("""
care home, nursing home, residential(?: care)? home, rest home, retirement home, residential home, care centre
care village, sheltered housing, extra care, supported living, hostel, children's home, almshouses?
care (?:court|lodge), emi(?: unit| home)?
""")
_OF_HOSPITALS = phrases("""
general, district, community, cottage, university, memorial, royal, teaching, children's, maternity, county
city, foundation, eye, heart, war memorial, psychiatric, private, orthopaedic, dental, women's, day, nhs
spire, bupa, nuffield
""")
_HOSPITALS = phrases("""
hospitals?, hosp, infirmary, hospice, nhs (?:foundation )?trust, a&e, birth centre, minor injur(?:y|ies) unit
urgent treatment centre, walk-in centre
""")
_OF_SURGERIES = phrases("""
group, family, medical, gp, doctors'?, dental, health, village, primary care, veterinary
""")
_SURGERIES = phrases("""
surgery, medical centre, health centre, healthcare centre, practice, medical group, health partnership, clinic
pharmacy, chemist, pcn, dental centre, dentist, opticians?, health hub, wellbeing hub, treatment centre, partnership
""")
_OF_SCHOOLS = phrases("""
primary, secondary, high, grammar, infants?, junior, middle, nursery, special, comprehensive, sixth form, community
church of england, c of e, ce, rc, catholic, girls'?, boys'?, prep(?:aratory)?, technical, further education
agricultural, village, montessori, state, boarding
""")
_SCHOOLS = phrases("""
school, academy, college, university, pre-?school, nursery, kindergarten, sixth form, playgroup, juniors, infants
seniors, day nursery, primary, comprehensive, grammar, pru, pupil referral unit
""")
_OTHERS = phrases("""
ward, unit, day centre, community centre, resource centre, church, mosque, temple, synagogue, gurdwara, chapel
prison, pub, library, leisure centre, children's centre, family centre, house, court, hall, hotel, inn, arms
police station, railway station, station, supermarket, club, football club, golf club, post office, shopping centre
garden centre, car wash, cleaning services, logistics, packaging, catering, foods, bakery, bakeries, brewery, farm shop, warehouse, depot, foundry
motors, garage, builders, windows, plumbing, electrical, electricals, haulage, transport, taxis, cars, cabs, couriers, stores, salon, cafe
restaurant, takeaway, fish bar, dry cleaners, scaffolding, roofing, joinery, engineering, textiles, caravans, cold store, nurseries, laundry
meats, poultry, dairies, dairy, quarry, printers, tyres, tiles, steel, security, cleaning, recruitment, fabrications, components, plastics
women's refuge, refuge, foodbank, food bank, factory, barracks
""")
_KINDS = (
    (Rule.CARE_HOME, _CARE_HOMES),
    (Rule.HOSPITAL, rf"(?:(?:{_OF_HOSPITALS}\s+)*{_HOSPITALS})"),
    (Rule.SURGERY, rf"(?:(?:{_OF_SURGERIES}\s+)*{_SURGERIES})"),
    (Rule.SCHOOL, rf"(?:(?:{_OF_SCHOOLS}\s+)*{_SCHOOLS})"),
    (Rule.PLACE, _OTHERS),
)
_CAPITAL = r"(?:(?<!&)(?:St\.?|[A-Z](?:[\w']|&(?!E\b))*)(?:'s)?)"
_JOINT = any_of("of and the & for in on upon de la")
_OWN_NAME = rf"(?P<name>(?:[Tt]he\s)?{_CAPITAL}(?:[\s-]+(?:{_JOINT}\s+)?{_CAPITAL}){{0,4}})"
_SMALL_NAME = r"(?P<name>(?:[a-z][a-z']+\s+){1,3}?)"
_AT = rf"(?P<at>{any_of('at @ from to in into near attends? attending leaves? left with via outside')}|,)"
_NAMED = tuple(
    (rule, re.compile(rf"\b{_OWN_NAME}(?:\s{{1,2}}|-)(?:(?:the|of)\s)?(?P<kind>(?i:{kind}))\b"))
    for rule, kind in _KINDS
)
_SMALL = tuple(
    (rule, re.compile(rf"(?:\b|(?=,)){_AT}\s+(?:the\s)?{_SMALL_NAME}(?P<kind>{kind})\b", re.IGNORECASE))
    for rule, kind in _KINDS[:4]
)
_AFTER = re.compile(
    r"\b(?i:university|college|school|hospital|church|city|borough|county|town|village|royal borough) of (?:the )?"
    r"(?P<name>[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)*)"
)
_HIGH = re.compile(r"\b(?P<name>[A-Z][\w']{2,}) (?:High|Grammar|Primary|Infants)\b")
_GENERAL = re.compile(r"\b(?P<name>[A-Za-z][\w']{3,}) (?:[Gg]eneral|[Rr]oyal)\b")
_HOSPITALS_IN_SHORT = any_of(
    "QE2? QEH QMC UCLH? BRI RVI LGI MRI GOSH JR RUH RUI RBH RSCH NNUH PRUH QEHB UHB RLH RFH ASPH RDE RD&E UHCW WWL GWH",
    "RCHT KGH NGH LRI WRH HRI PGH CGH GRH SWFT BRH MKUH ESTH QAH UHS RHCH BHRUT KCH GSTT BHH AGH",
)
_UNKNOWN_HOSPITAL = re.compile(r"\b(?P<name>[A-Z]{2,4}(?:GH|DGH|RI|GI|UH|NHSFT|RH|CH|IH|H))(?![\w/])")
_ACRONYM = re.compile(rf"\b(?:at|to|from|in|into|via|under)\s+(?:the\s)?(?P<name>{_HOSPITALS_IN_SHORT})\b")
_BEGINNING = re.compile(r"(?:^|[.:;!?\n]\s*|[-–]\s)$")
_OLD_OR_NEW = frozenset({"Old", "Upper", "Lower", "Great", "High"})  # of a place's own name
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\b")  # somebody's clinic


def find_places(text: str) -> Iterator[Found]:
    yield from _named(text)
    for rule, pattern in ((Rule.SCHOOL, _HIGH), (Rule.HOSPITAL, _GENERAL)):
        for match in pattern.finditer(text):
            if match["name"].casefold() not in english() and match["name"].casefold() not in clinical():
                yield Found(*match.span(), rule)
    for match in _UNKNOWN_HOSPITAL.finditer(text):
        low = match["name"].casefold()
        if (
            low not in abbreviations()
            and low not in clinical()
            and low not in english()
            and not text.isupper()
        ):
            yield Found(*match.span("name"), Rule.HOSPITAL)
    for pattern in (_AFTER, _ACRONYM):
        for match in pattern.finditer(text):
            yield Found(*match.span("name"), Rule.PLACE)


def _named(text: str) -> Iterator[Found]:
    for rule, pattern in _NAMED:
        for match in pattern.finditer(text):
            if not _TITLED.match(match["name"]) and (start := _begins(match, small=False)):
                yield Found(start - 1, match.end(), rule)
    for rule, pattern in _SMALL:
        for match in pattern.finditer(text):
            if start := _begins(match, small=True):
                yield Found(start - 1, match.end(), rule)


def _begins(match: re.Match[str], *, small: bool) -> int:
    """One more than where the name of the place begins, 0 where it has none of its own."""
    if match["name"].startswith(("St ", "St.")):
        return match.start("name") + 1
    first = 0
    for word in re.finditer(r"[\w'&]+", match["name"]):
        if word.group().casefold() in {"st", "the"} and word.start():
            return match.start("name") + word.start() + 1
        if word.group() in _OLD_OR_NEW and not word.start() and word.end() < len(match["name"]) and not small:
            return match.start("name") + 1
        if _is_short(word.group()):
            first = 0
            continue
        if word.group().casefold() in group("nameless"):
            continue
        follows = match["name"][word.end() :]
        if (
            not word.start()
            and (follows or word.group().casefold() in group("acts"))
            and _BEGINNING.search(match.string[: match.start()])
            and not follows.startswith(" of ")
            and _is_done(word.group().casefold())
        ):
            continue
        if not first and _is_before_a_place(word.group()):
            continue
        first = first or match.start("name") + word.start() + 1
        if _could_name(word.group(), small=small and match["at"].casefold() not in {"at", "@", "from"}):
            return first
    return 0


def _is_before_a_place(word: str) -> bool:
    """Oncology, Prev, Reg: what is said of a place and is no part of its name."""
    low = word.casefold()
    return low in group("before_places") and low not in given_names()


def _is_short(word: str) -> bool:
    """ED, TIA, DNA'd: what is written before a place and is no part of its name."""
    return word.endswith("'d") or (word.isupper() and len(word) > 1 and word.casefold() in abbreviations())


def _is_done(low: str) -> bool:
    """The verb that a sentence begins with: Feels GP surgery, Attends Elm School."""
    if low in given_names() or low in common_surnames() or low in words("own_towns"):
        return False
    return low in group("acts") or (low in english() and low.endswith(("ed", "ing")))


def _could_name(word: str, *, small: bool) -> bool:
    low = word.casefold().removesuffix("'s")
    if low in group("nameless") or word.casefold() in group("nameless") or len(low) < 2:
        return False
    if low in clinical() and low not in given_names() and low not in words("own_towns"):
        return False
    if not small or low in words("own_towns"):
        return True
    return low not in words("english") or low in common_surnames() or low in given_names()
