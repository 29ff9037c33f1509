"""Cases with their figures, as rows for scripts and as columns to read. Identifies people: for who imports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from journey_viewer.measures.continuity import Continuity
from journey_viewer.measures.cost import WHAT_IT_IS, Cost
from journey_viewer.measures.headlines import headlines
from journey_viewer.measures.measure import Measures, measure
from journey_viewer.measures.unit_costs import UnitCosts
from journey_viewer.measures.waits import Waits
from journey_viewer.model.case import Case

Row = dict[str, Any]
_NOTHING = "–"
_COLUMNS = (
    *("", "GP contacts", "clinicians", "N", "UPC", "COC", "SECON", "missed", "of", "out of hours", "of"),
    *("unknown", "nights", "longest gap", "pounds", "no cost"),
)


def people_table(cases: Iterable[Case], costs: UnitCosts) -> list[Row]:
    """One row a case, in their order; None where a figure is undefined or cannot be told."""
    return [_row(case, measure(case, costs)) for case in cases]


def _row(case: Case, measures: Measures) -> Row:
    summary, gp = measures.summary, measures.gp
    gap = measures.longest_gap
    return {
        "person": case.label,
        "name": case.person.name,
        "nhs_number": case.person.nhs_number,
        "touchpoints": summary.touchpoints,
        "services": _by_value(summary.by_service),
        "gp_contacts": gp.contacts,
        "gp_clinicians": gp.clinicians,
        **_indices(gp.continuity),
        "handovers": summary.handovers,
        "contacts": _by_value(summary.contacts_by_service),
        "modes": dict(measures.use.by_mode),
        "outcomes": _by_value(measures.use.by_outcome),
        "gp_contacts_without_a_name": {"generic": gp.generic, "none": gp.contacts - gp.named - gp.generic},
        "most_seen": gp.continuity.most_seen,
        "doctors_only": {**_indices(gp.doctors), "roles_not_known": gp.roles_untold},
        "own_gp_share": gp.own_gp_share,
        "frequency": {**asdict(measures.frequency), "band": measures.frequency.band},
        "not_clinical": {**asdict(measures.roles), "share": measures.roles.share},
        "missed": _missed(measures),
        "out_of_hours": {**asdict(measures.hours), "share": measures.hours.share},
        "nights": summary.nights,
        "longest_gap_days": gap.days if gap else None,
        "waits": _waits(measures.waits),
        "cost": _cost(measures.cost),
        "headlines": [f"{each.value} {each.label}" for each in headlines(case, measures)],
    }


def _by_value(counts: Mapping[Any, Any]) -> dict[str, Any]:
    return {key.value: count for key, count in counts.items()}


def _indices(care: Continuity) -> Row:
    return {"continuity_contacts": care.contacts, "upc": care.upc, "coc": care.coc, "secon": care.secon}


def _missed(measures: Measures) -> Row:
    use = measures.use
    return {
        "not_attended": use.not_attended,
        "appointments": use.appointments,
        "share": use.missed_share,
        "each": [{**asdict(each), "rate": each.rate} for each in use.missed],
    }


def _waits(waits: Waits) -> Row:
    return {
        "longest_days": waits.longest.days if waits.longest else None,
        "median_days": waits.median_days,
        "still_waiting": waits.waiting,
        "each": [
            {"service": wait.service.value, "days": wait.days, "waiting": wait.waiting} for wait in waits.each
        ],
    }


def _cost(cost: Cost) -> Row:
    return {
        "what": WHAT_IT_IS,
        "pounds": cost.pounds,
        "contacts_with_a_cost": cost.costed,
        "of_these_by_proxy": cost.by_proxy,
        "contacts_without_a_cost": cost.without,
        "by_service": _by_value(cost.by_service),
        "price_years": list(cost.price_years),
    }


def figures_in_columns(rows: Sequence[Row]) -> Iterator[str]:
    """The figures of these rows as aligned lines under a heading, and what must be known to read them."""
    if not rows:
        return
    table = [_COLUMNS, *(tuple(_cells(row)) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for first, *others in table:
        cells = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield "  ".join((first.ljust(widths[0]), *cells)).rstrip()
    proxies = sum(row["cost"]["of_these_by_proxy"] for row in rows)
    years = sorted({year for row in rows for year in row["cost"]["price_years"]})
    yield (
        f"GP contacts: those attended. N: of these, with a named clinician. Pounds: {WHAT_IT_IS}"
        f" Price years: {', '.join(years) or 'none'}. {proxies:,} contacts have the cost of something like them."
    )


def _cells(row: Row) -> Iterator[str]:
    missed, hours, cost = row["missed"], row["out_of_hours"], row["cost"]
    yield row["person"]
    yield f"{row['gp_contacts']:,}"
    yield f"{row['gp_clinicians']:,}"
    yield f"{row['continuity_contacts']:,}"
    yield from (_decimal(row[index]) for index in ("upc", "coc", "secon"))
    yield _percent(missed["share"])
    yield f"{missed['appointments']:,}"
    yield _percent(hours["share"])
    yield f"{hours['core'] + hours['out_of_hours']:,}"
    yield f"{hours['unknown']:,}"
    yield f"{row['nights']:,}"
    yield _NOTHING if row["longest_gap_days"] is None else f"{row['longest_gap_days']:,}"
    yield _NOTHING if cost["pounds"] is None else f"{cost['pounds']:,.0f}"
    yield f"{cost['contacts_without_a_cost']:,}"


def _decimal(value: float | None) -> str:
    return _NOTHING if value is None else f"{value:.2f}"


def _percent(value: float | None) -> str:
    return _NOTHING if value is None else f"{value:.0%}"
