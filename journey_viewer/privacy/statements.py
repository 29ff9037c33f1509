"""Facts about a case in words that hold no date, name or number of anybody."""

from collections.abc import Iterable

from journey_viewer.measures.summary import Summary
from journey_viewer.model.words import Service, service_name
from journey_viewer.privacy.times import duration_class

_NAMED_ENOUGH = 0.5  # of the GP contacts must name a clinician before their continuity is told: our default


def what_we_see(summary: Summary, empty_months: int) -> tuple[str, ...]:
    """The key facts, most telling first; a fact that cannot be told is left out.

    ``empty_months``: the most whole months in a row without a contact, 0 where there is no long stretch.
    """
    facts = (
        _gp(summary),
        _crises(summary),
        _passed_on(summary),
        _missed(summary),
        _turned_away(summary),
        _gap(empty_months),
        _most_often(summary),
    )
    return tuple(fact for fact in facts if fact)


def what_the_lists_cover(summary: Summary, supplied: frozenset[Service]) -> tuple[str, ...]:
    """Which lanes are silent, and whether that means no contact or no list; then what the counts mean."""
    lanes = [service for service in Service if service is not Service.OTHER]
    silent = [lane for lane in lanes if lane in supplied and lane not in summary.by_service]
    missing = [lane for lane in lanes if lane not in supplied and lane not in summary.by_service]
    facts = []
    if silent:
        facts.append(f"No contact recorded: {_names(silent)}")
    if missing:
        facts.append(f"Not supplied, so not known: {_names(missing)}")
    if not silent and not missing:
        facts.append("Every service had contact")
    facts.append(
        f"{_many(summary.contacts, 'attended contact')} of {_many(summary.touchpoints, 'touchpoint')} drawn"
    )
    return tuple(facts)


def _gp(summary: Summary) -> str:
    if not summary.gp_contacts:
        return ""
    contacts = _many(summary.gp_contacts, "GP practice contact")
    share = summary.continuity.upc
    if share is None or summary.gp_named < summary.gp_contacts * _NAMED_ENOUGH:
        return f"{contacts}, too few with a named clinician to tell continuity"
    clinicians = _many(summary.gp_clinicians, "clinician")
    named = "" if summary.gp_named == summary.gp_contacts else f" of the {summary.gp_named:,} that name one"
    return f"{contacts}, {clinicians}; {share:.0%}{named} with the same one"


def _crises(summary: Summary) -> str:
    counts = summary.contacts_by_service
    parts = [
        _many(counts[service], *nouns)
        for service, *nouns in (
            (Service.AE, "A&E attendance"),
            (Service.AMBULANCE, "ambulance contact"),
            (Service.URGENT_111, "contact with 111 or out of hours", "contacts with 111 or out of hours"),
        )
        if service in counts
    ]
    if summary.stays:
        length, _ = duration_class(summary.nights)
        parts.append(f"{_many(summary.stays, 'hospital stay')} ({length} in all)")
    return _sentence(parts)


def _passed_on(summary: Summary) -> str:
    if not summary.handovers:
        return ""
    return f"{_many(summary.handovers, 'hand-over')} between services"


def _missed(summary: Summary) -> str:
    if not summary.missed:
        return ""
    return f"{_many(summary.missed, 'appointment')} missed or cancelled by the person"


def _turned_away(summary: Summary) -> str:
    if not summary.turned_away:
        return ""
    return f"{_many(summary.turned_away, 'touchpoint')} cancelled or refused by a service"


def _gap(months: int) -> str:
    return f"Longest time without a recorded contact: {months} whole months" if months else ""


def _most_often(summary: Summary) -> str:
    if not summary.by_service:
        return ""
    service, count = max(summary.by_service.items(), key=_count_of)
    return f"Most often: {service_name(service)}, {count:,} of {_many(summary.touchpoints, 'touchpoint')}"


def _count_of(item: tuple[Service, int]) -> int:
    return item[1]


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def _sentence(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _names(services: Iterable[Service]) -> str:
    return ", ".join(service_name(service) for service in services)
