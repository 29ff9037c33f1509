"""What a form says after its labels: "Employer: Royal Spice", "School: Weavers Community School; Class teacher: Oksana Boateng"."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.lists import abbreviations, frequent_surnames, group
from journey_viewer.privacy.words.patterns import phrases
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import (
    has_its_place,
    is_given_and_a_word,
    is_on_the_lists_of_names,
)

_PLACES = phrases("""
employer, workplace, place of work, school(?: attended)?, nursery, college, gp practice, (?:previous |registered |new )?gp surgery, surgery
practice, (?:registered )?practice, hospital, care home, home address, (?:previous |new |old |current )?address, town, street, village, setting
place of birth, birthplace, pharmacy, nominated pharmacy
""")
_PEOPLE = phrases("""
(?:full |first |last |given |family |preferred |patient'?s? |child'?s? |client'?s? )?names?, surname, forenames?, known as, nok, next of kin, carer, mother
father, parent, (?:class )?teacher, key ?worker, social worker, referred by, referrer, completed by, clinician, patient, client, child, contact
emergency contact, consultant, cons, named (?:nurse|gp|worker), health visitor, midwife, advocate, interpreter, solicitor, landlord, senco, head(?:teacher)?
reviewer, assessor, witness, author, seen by, caller, informant, resident, tenant, partner, wife, husband, son, daughter, sibling
""")
_ENDS = r"(?=\s*(?:[;,.\n|(]|\s{2}|$|\s(?:[A-Z][a-z]+\s)?[A-Z]?[a-z]+:|\s[A-Z]{2,4}:))"
_WHERE = re.compile(
    rf"\b(?i:{_PLACES})\s?:\s*(?P<value>(?:[A-Z\d][\w'&-]*)(?:\s(?:of|the|and|&|[A-Z\d][\w'&-]*)){{0,6}}?){_ENDS}"
)
_WHO = re.compile(
    rf"\b(?i:{_PEOPLE})\s?:\s*(?:(?:Mrs?|Ms|Miss|Dr|Mx)\.?\s)?(?P<value>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){{0,3}}?){_ENDS}"
)
_SAYS_NOTHING = frozenset(
    {
        "yes",
        "no",
        "none",
        "nil",
        "unknown",
        "not",
        "as",
        "see",
        "n",
        "y",
        "same",
        "tbc",
        "unemployed",
        "retired",
        "self",
    }
)


def find_labelled(text: str) -> Iterator[Found]:
    if ":" not in text:
        return
    for match in _WHERE.finditer(text):
        first = match["value"].split()[0]
        if first.casefold() not in _SAYS_NOTHING and not (
            first.isupper() and first.casefold() in abbreviations()
        ):
            yield Found(*match.span("value"), Rule.PLACE)
    for match in _WHO.finditer(text):
        named = match.group()[: match.start("value") - match.start()].rstrip(" :").casefold().endswith("name")
        if (named and match["value"].casefold() not in _SAYS_NOTHING) or any(
            _could_be_somebody(word.casefold()) for word in match["value"].split()
        ):
            yield Found(*match.span("value"), Rule.NAME)


def _could_be_somebody(low: str) -> bool:
    if low in _SAYS_NOTHING or low in group("function") or low in group("roles"):
        return False
    return (
        is_given_and_a_word(low)
        or low in frequent_surnames()
        or (is_on_the_lists_of_names(low) and not has_its_place(low))
    )
