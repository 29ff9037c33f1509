"""What is told of contacts soon after one another, so that no two of them are known to lie at their months' edge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

import numpy as np

from journey_viewer.measures.waits import waits_of
from journey_viewer.model.case import Case
from journey_viewer.model.findings import CannotTell, Finding, NothingFound, Result
from journey_viewer.patterns.clusters import perhaps_taken_in
from journey_viewer.patterns.definitions import Thresholds, limits_with
from journey_viewer.patterns.hospital import (
    ended_stays,
    follow_up_days,
    may_follow_up,
    untold_soon_after,
)
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
_AFTER_AN_END = frozenset({"P03", "P05"})
"""Patterns that count from the end of what their first contact began: of a short stay the month it ended in is not told."""
_WAITED = "P27"
_TAKEN_IN = "P22"
_SOON_AFTER_HOME = "P03"
_LONGER = "P12"
"""It says "no contact for so many days"."""
_MONTH = 30  # days
_MEAN_MONTH = 30.44  # days
_FINEST = 7  # days, that a threshold has at least
_EDGE = 14  # days: so near its month's edge nothing is told to lie
_OF_ALL = ("All ", "The one ")
_NOT_LIMITED = frozenset({_LONGER, "P16", "P21"})
"""Patterns with a threshold of days whose contacts may lie in any months."""
LIMITED_BY_MONTHS = WITHIN.keys() | WITHIN_HARDLY_ANY | {_REFUSED, _FOLLOWED_UP, _LONGER, _WAITED}
NOT_COUNTED = "What would tell a day finer than its month is not counted."


def told_to_the_month(
    results: Sequence[Result], case: Case, thresholds: Thresholds, months: Months
) -> tuple[Result, ...]:
    """The results without what would say that something was near its month's edge, in their order.

    Of missed appointments only that something followed one is passed over, unless that alone made the finding.
    A pattern of which no finding is left has found nothing. Whether mental health stays were followed up is not
    told where something came in the month after one, or after one in which it may have ended: with the months beside
    it, yes and no would both tell; nor of one that may have ended too near the period's end to be judged.
    """
    edges = _Edges(Look(case, limits_with(thresholds)), thresholds, months)
    told = [left for result in results if (left := edges.left_of(result)) is not None]
    hidden = {
        _FOLLOWED_UP: edges.hide_follow_up,
        _WAITED: edges.hide_waits,
        _TAKEN_IN: edges.hide_taken_in,
    }
    for pattern in (pattern for pattern, is_hidden in hidden.items() if is_hidden):
        told = [result for result in told if result.pattern != pattern]
        told.append(CannotTell(pattern, NOT_COUNTED))
    still = {result.pattern for result in told}
    gone = sorted({result.pattern for result in results} - still)
    told.extend(NothingFound(pattern, "Nothing inside one month") for pattern in gone)
    return tuple(sorted(told, key=_pattern))


def tells_days(pattern: str, days: float) -> bool:
    """Whether a threshold of so many days would say of two contacts that they lie at their months' edges.

    Of fewer than a week: that both do. Of nearly whole months: where they are farther apart, that the one came in the
    first days of its month and the other in the last days of its own.
    """
    over = days % _MONTH
    within = days < _FINEST or over > _MONTH - _FINEST
    return within or (pattern in _NOT_LIMITED and (days < _MONTH or 0 < over < _EDGE))


@dataclass(frozen=True)
class _Edges:
    """The journey, and where the months that it is told in begin and end."""

    look: Look
    thresholds: Thresholds
    months: Months

    def left_of(self, result: Result) -> Result | None:
        """What of a result may be told, None where nothing."""
        if not isinstance(result, Finding):
            near = result.pattern != _SOON_AFTER_HOME or isinstance(result, NothingFound)
            return result if near or self._may_be_untold else None
        in_part = {
            _REFUSED: self._without_near,
            _BY_LINKS: self._with_near_links,
            _LONGER: self._not_just_long,
        }
        if result.pattern in in_part:
            return in_part[result.pattern](result)
        reach = _reach(result.pattern, self.thresholds)
        if reach is None:
            return result
        first, last = self.months.of(result.first), self.months.of(result.last)
        if result.pattern in _AFTER_AN_END:
            first, _ = self._ends_between(self._row(result.contacts[0]))
        return result if (last - first) * _MONTH <= reach else None

    @property
    def _may_be_untold(self) -> bool:
        """Whether it may be told that nothing says how stays began: it is said only of those soon after another."""
        pairs, t = untold_soon_after(self.look), self.look.t
        reach = self.look.limits[WITHIN[_SOON_AFTER_HOME]]
        began = [self.months.of(t.start[stay].astype("datetime64[D]").item()) for _, stay in pairs]
        ended = [self._ends_between(before)[0] for before, _ in pairs]
        near = [(then - first) * _MONTH <= reach for first, then in zip(ended, began, strict=True)]
        return any(near) or not near

    def _with_near_links(self, missed: Finding) -> Finding | None:
        """With what followed a missed one as far as it may be told, unless that alone made the finding."""
        reach, days = self.look.limits[WITHIN[_BY_LINKS]], self._days
        links = tuple(link for link in missed.links if self._may_be_told([days[n] for n in link], reach))
        return replace(missed, links=links) if links or missed.count > 1 else None

    def _not_just_long(self, gap: Finding) -> Finding | None:
        most = (self._months_apart(gap.first, gap.last) + self.months.step) * _MEAN_MONTH
        return None if self._is_edge(most - self.look.limits["P12.days"]) else gap

    def _without_near(self, refused: Finding) -> Finding | None:
        """With what followed the refusal as far as it may be told: that makes a finding by itself, whatever else followed."""
        links = tuple(filter(self._is_far_enough, refused.links))
        there = {number for link in links for number in link}
        contacts = tuple(number for number in refused.contacts if number in there)
        return replace(refused, links=links, contacts=contacts) if links else None

    def _is_far_enough(self, link: tuple[int, int]) -> bool:
        """Whether what followed a refusal may be told, by the limit for what it is."""
        limit = "P07.crisis" if self.look.unscheduled[self._row(link[1])] else "P07.days"
        return self._may_be_told([self._days[number] for number in link], self.look.limits[limit])

    def _may_be_told(self, days: Sequence[date], reach: float) -> bool:
        """Whether from any day of the one's month so many days reach into the other's."""
        first, last = self.months.of(days[0]), self.months.of(days[1])
        return (last - first) * _MONTH <= reach

    @property
    def hide_waits(self) -> bool:
        """Whether it would say of a wait over, or of one not over, the limit that it began or ended at its month's edge."""
        limit, step = self.look.limits["P27.weeks"] * 7, self.months.step
        for wait in waits_of(self.look.case).each:
            apart = self._months_apart(wait.since, wait.since + timedelta(wait.days))
            least, most = (apart - step) * _MEAN_MONTH, (apart + step) * _MEAN_MONTH
            if self._is_edge(most - limit) or (apart and self._is_edge(limit - least)):
                return True
        return False

    @property
    def hide_taken_in(self) -> bool:
        """Whether an ambulance came last in a month, and A&E or a stay first in the next: the one day after the other?"""
        ambulances, hospital = perhaps_taken_in(self.look)
        days = self.look.t.start.astype("datetime64[D]").tolist()
        months = list(map(self.months.of, days))
        begins: dict[int, date] = {}
        ends: dict[int, date] = {}
        for month, day in zip(months, days, strict=True):
            begins[month] = min(day, begins.get(month, day))
            ends[month] = max(day, ends.get(month, day))
        first = {months[row] for row in np.flatnonzero(hospital).tolist() if days[row] == begins[months[row]]}
        last = {months[row] for row in ambulances.tolist() if days[row] == ends[months[row]]}
        return any(month + self.months.step in first for month in last)

    def _months_apart(self, first: date, last: date) -> int:
        return self.months.of(last) - self.months.of(first)

    def _is_edge(self, left: float) -> bool:
        """Whether so few days are left for something that it lies at its month's edge; fewer than none: it cannot be."""
        return 0 <= left < _EDGE

    @property
    def hide_follow_up(self) -> bool:
        """Whether something that may follow a mental health stay up came in the month, or quarter, after it may have ended."""
        t, months = self.look.t, self.months
        came = set(map(months.of, t.start[may_follow_up(self.look)].astype("datetime64[D]").tolist()))
        last = months.of(months.window.last - timedelta(follow_up_days(self.look)))
        for stay in np.flatnonzero(ended_stays(self.look)[0]).tolist():
            first, latest = self._ends_between(stay)
            after = set(range(first + months.step, latest + months.step + 1, months.step))
            if latest >= last or not came.isdisjoint(after):
                return True
        return False

    def _ends_between(self, row: int) -> tuple[int, int]:
        """The months in which it may have ended, for all that is told of it."""
        t = self.look.t
        return self.months.ends_between(
            *(days[row].astype("datetime64[D]").item() for days in (t.start, t.end))
        )

    def _row(self, number: int) -> int:
        """Where the contact with this lasting number is."""
        return int(np.flatnonzero(self.look.t.number == number)[0])

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
