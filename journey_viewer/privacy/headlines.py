"""The headline numbers as they may leave: lengths in classes, and nothing but our own words."""

from collections.abc import Iterable
from dataclasses import replace

from journey_viewer.measures.headlines import Headline
from journey_viewer.privacy.statements import checked
from journey_viewer.privacy.times import duration_class


def coarse_headlines(headlines: Iterable[Headline]) -> tuple[Headline, ...]:
    """The same headlines for sharing: "up to a month" for 19 nights.

    Raises IdentifierFound where one holds anything but our own words and numbers that are no date.
    """
    told = tuple(_coarse(headline) for headline in headlines)
    checked(f"{headline.value} {headline.label}" for headline in told)
    return told


def _coarse(headline: Headline) -> Headline:
    if headline.days is None:
        return headline
    words, _ = duration_class(headline.days)
    _unit, _, label = headline.label.partition(" ")
    return replace(headline, value=words, label=label, days=None)
