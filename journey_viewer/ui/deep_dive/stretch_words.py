"""What is said of the selected stretch beside the journey: from when to when, how many, and with whom."""

from journey_viewer.measures.stretches import StretchTotals, totals_in
from journey_viewer.model.days import day_in_words
from journey_viewer.model.phrases import many
from journey_viewer.model.words import service_name
from journey_viewer.ui.deep_dive.seen import Seen


def stretch_in_words(seen: Seen) -> tuple[str, str]:
    """The stretch and its totals, and under them its services; both "" where none is selected."""
    if seen.case is None or seen.span is None:
        return "", ""
    span, totals = seen.span, totals_in(seen.case, seen.span)
    days = (
        f"{day_in_words(span.first)} to {day_in_words(span.last)}"
        if span.days > 1
        else day_in_words(span.first)
    )
    found = f" · {int((seen.found & seen.inside).sum()):,} found" if seen.filter.is_on else ""
    return f"{days} ({many(span.days, 'day')})", _counts(totals) + found


def _counts(totals: StretchTotals) -> str:
    if not totals.touchpoints:
        return "No touchpoints"
    parts = (
        many(totals.touchpoints, "touchpoint"),
        f"{totals.attended:,} attended",
        f"{totals.missed:,} missed" if totals.missed else "",
        f"{totals.cancelled:,} cancelled" if totals.cancelled else "",
    )
    services = ", ".join(f"{service_name(service)} {count:,}" for service, count in totals.by_service.items())
    return f"{', '.join(part for part in parts if part)}: {services}"
