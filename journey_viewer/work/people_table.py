"""Everybody on the lists with their figures, as rows for scripts. Identifies people: for who imports."""

from typing import Any

from journey_viewer.measures.summary import summarise
from journey_viewer.session import Session


def people_table(session: Session) -> list[dict[str, Any]]:
    """One row a person seen in the window, busiest first; None where an index is undefined."""
    return [_row(session, person) for person in session.seen_in_window]


def _row(session: Session, person: int) -> dict[str, Any]:
    case = session.case(person)
    summary = summarise(case)
    care = summary.continuity
    return {
        "person": case.label,
        "name": case.person.name,
        "nhs_number": case.person.nhs_number,
        "touchpoints": summary.touchpoints,
        "services": {service.value: count for service, count in summary.by_service.items()},
        "gp_contacts": summary.gp_contacts,
        "gp_clinicians": summary.gp_clinicians,
        "upc": care.upc,
        "coc": care.coc,
        "secon": care.secon,
        "handovers": summary.handovers,
    }
