"""Pieces of the sentences: exact figures, singular and plural."""

from journey_viewer.model.phrases import many


def later(days: int) -> str:
    """How long after: "on the same day", "1 day later", "12 days later"."""
    return f"{many(days, 'day')} later" if days else "on the same day"


def after(days: int, what: str) -> str:
    """How long after what: "on the same day as a GP contact", "3 days after a GP contact"."""
    return f"{many(days, 'day')} after {what}" if days else f"on the same day as {what}"


def part_of(count: int, total: int, one: str) -> str:
    """So many of them: "All 8 A&E visits", "5 of 8 A&E visits", "The one A&E visit"."""
    if count == total:
        return f"The one {one}" if total == 1 else f"All {many(total, one)}"
    return f"{count:,} of {many(total, one)}"
