"""Cases with their figures, as rows for scripts. Identifies people: for who imports."""

from collections.abc import Iterable
from typing import Any

from journey_viewer.measures.summary import summarise
from journey_viewer.model.case import Case


def people_table(cases: Iterable[Case]) -> list[dict[str, Any]]:
    """One row a case, in their order; None where an index is undefined."""
    return [_row(case) for case in cases]


def _row(case: Case) -> dict[str, Any]:
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
