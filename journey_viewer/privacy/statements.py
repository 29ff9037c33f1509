"""Facts about a case in words that hold no date, name or number of anybody."""

import re
from collections.abc import Iterable

from journey_viewer.errors import IdentifierFound
from journey_viewer.measures.summary import Summary
from journey_viewer.model.phrases import many, with_and
from journey_viewer.model.words import Family, Service, family_name
from journey_viewer.privacy.folding import told_name, told_once
from journey_viewer.privacy.identifiers import own_words
from journey_viewer.privacy.times import duration_class

_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER_OF_A_DAY = re.compile(r"\d{4,}|\d[/.-]\d|\d+(?:st|nd|rd|th)\b", re.IGNORECASE)
_NAMED_ENOUGH = 0.5  # of the GP contacts must name a clinician before their continuity is told: our default


def what_we_see(
    summary: Summary,
    empty_months: int,
    folded: frozenset[Family],
    *,
    whole_stays: bool,
) -> tuple[str, ...]:
    """The key facts, most telling first; a fact that cannot be told is left out.

    ``empty_months``: the most whole months in a row without a contact, 0 where there is no long stretch.
    ``folded``: families of services that the summary counts as one. ``whole_stays``: all of them begin and
    end inside the window.
    """
    facts = (
        _gp(summary),
        _crises(summary, folded, whole_stays=whole_stays),
        _passed_on(summary),
        _missed(summary),
        _turned_away(summary),
        _gap(empty_months),
        _most_often(summary, folded),
    )
    return checked(fact for fact in facts if fact)


def what_the_lists_cover(
    summary: Summary,
    supplied: frozenset[Service],
    folded: frozenset[Family],
    dropped: int,
) -> tuple[str, ...]:
    """Which lanes are silent, and whether that means no contact or no list; then what the counts mean.

    ``dropped``: how many contacts were left out so that nobody can be recognised by them.
    """
    told = told_once(supplied, folded)
    lanes = told_once((service for service in Service if service is not Service.OTHER), folded)
    silent = [lane for lane in lanes if lane in told and lane not in summary.by_service]
    missing = [lane for lane in lanes if lane not in told and lane not in summary.by_service]
    facts = []
    if silent:
        facts.append(f"No contact recorded: {_names(silent, folded)}")
    if missing:
        facts.append(f"Not supplied, so not known: {_names(missing, folded)}")
    if not silent and not missing:
        facts.append("Every service had contact")
    facts.append(
        f"{many(summary.contacts, 'attended contact')} of {many(summary.touchpoints, 'touchpoint')} drawn"
    )
    if dropped:
        facts.append(f"{many(dropped, 'contact')} left out so that nobody is recognised")
    return checked(facts)


def checked(facts: Iterable[str]) -> tuple[str, ...]:
    """The same facts, if they hold nothing but our own words and numbers that are no date.

    Raises IdentifierFound for any other: a name, a day or a year has no place in a statement.
    """
    told = tuple(facts)
    if any(_NUMBER_OF_A_DAY.search(fact) or not _is_ours(fact) for fact in told):
        raise IdentifierFound
    return told


def _is_ours(fact: str) -> bool:
    return all(word in own_words() for word in _WORD.findall(fact.casefold()))


def _gp(summary: Summary) -> str:
    if not summary.gp_contacts:
        return ""
    contacts = many(summary.gp_contacts, "GP practice contact")
    share = summary.continuity.upc
    if share is None or summary.gp_named < summary.gp_contacts * _NAMED_ENOUGH:
        return f"{contacts}, too few with a named clinician to tell continuity"
    clinicians = many(summary.gp_clinicians, "clinician")
    named = "" if summary.gp_named == summary.gp_contacts else f" of the {summary.gp_named:,} that name one"
    return f"{contacts}, {clinicians}; {share:.0%}{named} with the same one"


def _crises(summary: Summary, folded: frozenset[Family], *, whole_stays: bool) -> str:
    counts = summary.contacts_by_service
    parts = [many(counts[service], *nouns) for service, *nouns in _crisis_nouns(folded) if service in counts]
    if summary.stays:
        length, _ = duration_class(summary.nights)
        in_all = f" ({length} in all)" if whole_stays else ""
        parts.append(f"{many(summary.stays, 'hospital stay')}{in_all}")
    return with_and(parts)


def _crisis_nouns(folded: frozenset[Family]) -> tuple[tuple[Service, str, str], ...]:
    if Family.URGENT in folded:
        together = f"contact with {family_name(Family.URGENT).lower()}"
        return ((Service.URGENT_111, together, together.replace("contact", "contacts", 1)),)
    return (
        (Service.AE, "A&E attendance", "A&E attendances"),
        (Service.AMBULANCE, "ambulance contact", "ambulance contacts"),
        (Service.URGENT_111, "contact with 111 or out of hours", "contacts with 111 or out of hours"),
    )


def _passed_on(summary: Summary) -> str:
    if not summary.handovers:
        return ""
    return f"{many(summary.handovers, 'hand-over')} between services"


def _missed(summary: Summary) -> str:
    if not summary.missed:
        return ""
    return f"{many(summary.missed, 'appointment')} missed or cancelled by the person"


def _turned_away(summary: Summary) -> str:
    if not summary.turned_away:
        return ""
    return f"{many(summary.turned_away, 'touchpoint')} cancelled or refused by a service"


def _gap(months: int) -> str:
    return f"Longest time without a recorded contact: {months} whole months" if months else ""


def _most_often(summary: Summary, folded: frozenset[Family]) -> str:
    if not summary.by_service:
        return ""
    service, count = max(summary.by_service.items(), key=_count_of)
    return f"Most often: {told_name(service, folded)}, {count:,} of {many(summary.touchpoints, 'touchpoint')}"


def _count_of(item: tuple[Service, int]) -> int:
    return item[1]


def _names(services: Iterable[Service], folded: frozenset[Family]) -> str:
    return ", ".join(told_name(service, folded) for service in services)
