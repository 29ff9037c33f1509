"""The headline numbers as they may leave: counts and shares of what is shown, lengths as classes and whole months.

What they add to what an outsider could know: each is over the whole journey, so whoever would hold one against somebody
needs the whole journey, and would then know it by the picture, whose lanes give their counts. Only lengths could tell
a day: two months that follow each other and "up to a week" say where in them something lay. So of stays it is
their number and one class for all their nights together, as among the statements; of a wait and of a time without
contact the whole months that the picture shows, and nothing of what goes on to the window's end, which would tell it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from journey_viewer.measures.definitions import MeasureId
from journey_viewer.measures.gaps import Gap
from journey_viewer.measures.headlines import Headline, headlines
from journey_viewer.measures.measure import Measures, measure
from journey_viewer.measures.unit_costs import shipped_unit_costs
from journey_viewer.measures.waits import Wait, Waits
from journey_viewer.model.case import Case
from journey_viewer.model.phrases import plural
from journey_viewer.model.words import Family, family_of
from journey_viewer.privacy.anonymous_case import AnonymousGap, AnonymousHeadline
from journey_viewer.privacy.statements import checked
from journey_viewer.privacy.times import Months, duration_class, most_nights, span_in_words

_SHORTEST_WAIT = 2  # months on the picture: of a shorter one it would say little
_DAYS = 30  # of a month
_MONTHS = MappingProxyType(
    {
        MeasureId.LONGEST_GAP: "whole months in a row without a recorded contact",
        MeasureId.WAITS: "months or so from a referral to the first appointment",
    }
)
_KINDS_OF_CONTACT = (MeasureId.MISSED, MeasureId.OUT_OF_HOURS)
"""Measures that count contacts and no stays, which are contacts too where the hospital is told as one."""


def headlines_for_sharing(
    case: Case,
    months: Months,
    gaps: Sequence[AnonymousGap],
    folded: frozenset[Family],
    *,
    whole_stays: bool,
) -> tuple[AnonymousHeadline, ...]:
    """Three to five numbers, chosen by the rule of ``measures.headlines`` on the case as it is told.

    ``case``: without what was left out, and with families as one. ``gaps``: those that the picture shows.
    ``whole_stays``: all stays begin and end inside the window. Raises IdentifierFound where a label holds anything but
    our own words and numbers that are no date.
    """
    measures = _coarse(measure(case, shipped_unit_costs()), case, months, gaps, folded)
    without = {*_KINDS_OF_CONTACT} if Family.HOSPITAL in folded else set[MeasureId]()
    if not whole_stays:
        without.add(MeasureId.NIGHTS)
    told = tuple(_in_words(headline, case) for headline in headlines(case, measures, without))
    checked(f"{headline.value} {headline.label}" for headline in told)
    return told


def _coarse(
    measures: Measures,
    case: Case,
    months: Months,
    gaps: Sequence[AnonymousGap],
    folded: frozenset[Family],
) -> Measures:
    """The same with every length as long as the picture tells it: which numbers matter most must not tell a day."""
    told = (wait for wait in measures.waits.each if _is_told(wait, case, folded))
    waits = tuple(replace(wait, days=_months_of(wait, months) * _DAYS) for wait in told)
    longest = max((gap.months for gap in gaps), default=0) * _DAYS
    until = date.min + timedelta(longest + 1)
    return replace(
        measures,
        summary=replace(measures.summary, nights=most_nights(measures.summary.nights)),
        waits=Waits(tuple(wait for wait in waits if wait.days >= _SHORTEST_WAIT * _DAYS)),
        longest_gap=Gap(date.min, until) if gaps else None,
    )


def _is_told(wait: Wait, case: Case, folded: frozenset[Family]) -> bool:
    """One that ended with the first appointment, and of a service that has its own name on the picture."""
    is_first = wait.offered and not wait.offered_before
    return is_first and wait.since >= case.window.first and family_of(wait.service) not in folded


def _months_of(wait: Wait, months: Months) -> int:
    return months.of(wait.since + timedelta(wait.days)) - months.of(wait.since)


def _in_words(headline: Headline, case: Case) -> AnonymousHeadline:
    if headline.days is None:
        period = span_in_words(case.window.days)
        is_first = headline.measure is MeasureId.TOUCHPOINTS
        return AnonymousHeadline(
            headline.value, f"{headline.label} in {period}" if is_first else headline.label
        )
    if headline.measure is MeasureId.NIGHTS:
        length, _ = duration_class(headline.days)
        label = plural(headline.n, "hospital stay")
        in_all = " in all" if headline.n > 1 else ""
        return AnonymousHeadline(f"{headline.n:,}", f"{label}, {length}{in_all}")
    return AnonymousHeadline(f"{headline.days // _DAYS}", _MONTHS[headline.measure])
