"""What is told of contacts soon after one another, so that no two of them are known to lie at their months' edge."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from journey_viewer.model.case import Case
from journey_viewer.model.findings import Finding, NothingFound, Result
from journey_viewer.patterns.definitions import Thresholds, limits_with
from journey_viewer.privacy.times import QUARTER, Months

WITHIN = MappingProxyType(
    {
        pattern: f"{pattern}.days"
        for pattern in ("P01", "P02", "P03", "P05", "P06", "P09", "P11", "P15", "P22")
    }
)
"""Patterns that say "within so many days", and the threshold that these are."""
WITHIN_HARDLY_ANY = frozenset({"P08"})
"""Patterns with thresholds of a day or two by default, many of them: told inside one month alone."""
_BY_LINKS = "P06"
_MONTH = 30  # days
_OF_ALL = ("All ", "The one ")
NOT_COUNTED = "What would tell a day finer than its month is not counted."


def told_to_the_month(
    results: Sequence[Result], case: Case, thresholds: Thresholds, months: Months
) -> tuple[Result, ...]:
    """The results without what would say that something was near its month's edge, in their order.

    Of missed appointments only that something followed one is passed over, unless that alone made the finding.
    A pattern of which no finding is left has found nothing.
    """
    t = case.touchpoints
    days = dict(zip(t.number.tolist(), t.start.astype("datetime64[D]").tolist(), strict=True))
    told: list[Result] = []
    for result in results:
        reach = _reach(result.pattern, thresholds)
        if not isinstance(result, Finding) or reach is None:
            told.append(result)
        elif result.pattern == _BY_LINKS:
            links = tuple(
                link for link in result.links if _may_be_told([days[n] for n in link], reach, months)
            )
            if links or result.count > 1:
                told.append(replace(result, links=links))
        elif _may_be_told((result.first, result.last), reach, months):
            told.append(result)
    still = {result.pattern for result in told}
    gone = sorted({result.pattern for result in results} - still)
    told.extend(NothingFound(pattern, "Nothing inside one month") for pattern in gone)
    return tuple(sorted(told, key=_pattern))


def _pattern(result: Result) -> str:
    return result.pattern


def _reach(pattern: str, thresholds: Thresholds) -> float | None:
    """The days within which a pattern's contacts lie; None where it does not say."""
    if pattern in WITHIN_HARDLY_ANY:
        return 0.0
    return limits_with(thresholds)[WITHIN[pattern]] if pattern in WITHIN else None


def _may_be_told(days: Sequence[date], reach: float, months: Months) -> bool:
    """Whether from any day of the one's month so many days reach into the other's."""
    first, last = months.of(days[0]), months.of(days[1])
    return (last - first) * _MONTH <= reach


def counted_inside(told: Finding, thresholds: Thresholds, months: Months) -> str:
    """What a title adds that is not of all there are: it counts inside one month, or quarter; "" else.

    Said whether or not anything was passed over: else it would tell that something was.
    """
    reach = _reach(told.pattern, thresholds)
    says_days = told.pattern != _BY_LINKS or bool(told.links)
    if reach is None or not says_days or reach >= months.step * _MONTH or told.sentence.startswith(_OF_ALL):
        return ""
    return ", counted inside one quarter" if months.step == QUARTER else ", counted inside one month"
