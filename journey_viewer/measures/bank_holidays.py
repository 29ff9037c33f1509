"""The bank holidays of England."""

from datetime import date
from functools import cache


@cache
def _of_year(year: int) -> dict[date, str]:
    import holidays  # takes a moment to load, and only a close look at the axis needs it

    return dict(holidays.country_holidays("GB", subdiv="ENG", years=year))


def bank_holidays(first: date, last: date) -> dict[date, str]:
    """Those from one day to another, with their names, as the package ``holidays`` knows them."""
    years = range(first.year, last.year + 1)
    return {
        day: name for year in years for day, name in sorted(_of_year(year).items()) if first <= day <= last
    }
