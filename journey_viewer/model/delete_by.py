"""When the case file is to be deleted, and whether that day has come."""

from datetime import date, timedelta

from journey_viewer.model.kept import Kept

YEARS_BY_DEFAULT = 1
"""Our default, no rule of the NHS: a deep dive and its follow-up take less than a year."""


def delete_by_default(kept: Kept) -> date | None:
    """A year after lists were first read into it; None where none were, or it is not known when."""
    read = [source.imported.date() for source in kept.lists.sources if source.imported]
    return _years_after(min(read), YEARS_BY_DEFAULT) if read else None


def delete_by(kept: Kept) -> date | None:
    """The day that was chosen, or else the default; the file is to be deleted on it."""
    return kept.document.delete_by or delete_by_default(kept)


def has_come(kept: Kept, today: date) -> bool:
    """Whether the day is here, or past."""
    day = delete_by(kept)
    return day is not None and today >= day


def _years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28) + timedelta(days=1)
