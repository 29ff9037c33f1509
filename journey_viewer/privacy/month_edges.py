"""What is told of contacts soon after one another, so that no two of them are known to lie at their months' edge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

import numpy as np

from journey_viewer.model.case import Case
from journey_viewer.model.findings import CannotTell, Finding, NothingFound, Result
from journey_viewer.patterns.definitions import Thresholds, limits_with
from journey_viewer.patterns.hospital import may_follow_up, stays_to_follow_up
from journey_viewer.patterns.look import Look
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
_REFUSED = "P07"
"""It has two limits: one for another referral, one for an unscheduled contact."""
_FOLLOWED_UP = "P04"
_MONTH = 30  # days
_OF_ALL = ("All ", "The one ")
LIMITED_BY_MONTHS = WITHIN.keys() | WITHIN_HARDLY_ANY | {_REFUSED, _FOLLOWED_UP}
NOT_COUNTED = "What would tell a day finer than its month is not counted."


def told_to_the_month(
    results: Sequence[Result], case: Case, thresholds: Thresholds, months: Months
) -> tuple[Result, ...]:
    """The results without what would say that something was near its month's edge, in their order.

    Of missed appointments only that something followed one is passed over, unless that alone made the finding.
    A pattern of which no finding is left has found nothing. Whether mental health stays were followed up is not
    told where something came in the month after one: with the months beside it, yes and no would both tell.
    """
    edges = _Edges(Look(case, limits_with(thresholds)), thresholds, months)
    told = [left for result in results if (left := edges.left_of(result)) is not None]
    if edges.hide_follow_up:
        told = [result for result in told if result.pattern != _FOLLOWED_UP]
        told.append(CannotTell(_FOLLOWED_UP, NOT_COUNTED))
    still = {result.pattern for result in told}
    gone = sorted({result.pattern for result in results} - still)
    told.extend(NothingFound(pattern, "Nothing inside one month") for pattern in gone)
    return tuple(sorted(told, key=_pattern))


@dataclass(frozen=True)
class _Edges:
    """The journey, and where the months that it is told in begin and end."""

    look: Look
    thresholds: Thresholds
    months: Months

    def left_of(self, result: Result) -> Result | None:
        """What of a result may be told, None where nothing."""
        reach = _reach(result.pattern, self.thresholds)
        if not isinstance(result, Finding) or reach is None:
            return result
        if result.pattern == _REFUSED:
            return result if all(map(self._is_far_enough, result.links)) else None
        if result.pattern == _BY_LINKS:
            days = self._days
            links = tuple(link for link in result.links if self._may_be_told([days[n] for n in link], reach))
            return replace(result, links=links) if links or result.count > 1 else None
        return result if self._may_be_told((result.first, result.last), reach) else None

    def _is_far_enough(self, link: tuple[int, int]) -> bool:
        """Whether what followed a refusal may be told, by the limit for what it is."""
        row = int(np.flatnonzero(self.look.t.number == link[1])[0])
        limit = "P07.crisis" if self.look.unscheduled[row] else "P07.days"
        return self._may_be_told([self._days[number] for number in link], self.look.limits[limit])

    def _may_be_told(self, days: Sequence[date], reach: float) -> bool:
        """Whether from any day of the one's month so many days reach into the other's."""
        first, last = self.months.of(days[0]), self.months.of(days[1])
        return (last - first) * _MONTH <= reach

    @property
    def hide_follow_up(self) -> bool:
        """Whether something that may follow a mental health stay up came in the month, or quarter, after its end."""
        t = self.look.t
        came = {
            self.months.of(day) for day in t.start[may_follow_up(self.look)].astype("datetime64[D]").tolist()
        }
        stays, _ = stays_to_follow_up(self.look)
        ended = t.end[stays].astype("datetime64[D]").tolist()
        return any(self.months.of(day) + self.months.step in came for day in ended)

    @cached_property
    def _days(self) -> Mapping[int, date]:
        t = self.look.t
        return dict(zip(t.number.tolist(), t.start.astype("datetime64[D]").tolist(), strict=True))


def _pattern(result: Result) -> str:
    return result.pattern


def _reach(pattern: str, thresholds: Thresholds) -> float | None:
    """The days within which a pattern's contacts lie; None where it does not say."""
    if pattern in WITHIN_HARDLY_ANY:
        return 0.0
    if pattern == _REFUSED:
        limits = limits_with(thresholds)
        return min(limits["P07.days"], limits["P07.crisis"])
    return limits_with(thresholds)[WITHIN[pattern]] if pattern in WITHIN else None


def counted_inside(told: Finding, thresholds: Thresholds, months: Months) -> str:
    """What a title adds that is not of all there are: it counts inside one month, or quarter; "" else.

    Said whether or not anything was passed over: else it would tell that something was.
    """
    reach = _reach(told.pattern, thresholds)
    says_days = told.pattern != _BY_LINKS or bool(told.links)
    if reach is None or not says_days or reach >= months.step * _MONTH or told.sentence.startswith(_OF_ALL):
        return ""
    return ", counted inside one quarter" if months.step == QUARTER else ", counted inside one month"
