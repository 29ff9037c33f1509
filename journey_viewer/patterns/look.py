"""One case made ready for the rules: its columns, what of it is sure, and how a finding is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from journey_viewer.measures.gaps import may_have_been_seen
from journey_viewer.measures.gp_care import GpCare, gp_care
from journey_viewer.model.case import Case
from journey_viewer.model.findings import CannotTell, Finding, NothingFound
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Service, service_name
from journey_viewer.patterns.crises import Mask, Said, Stays, crises_of, stays_told, unscheduled
from journey_viewer.patterns.definitions import Thresholds
from journey_viewer.patterns.spans import Before, Days, When
from journey_viewer.patterns.tags import Tagged

Told = tuple[Finding, ...] | NothingFound | CannotTell
"""What a rule returns: at least one finding, or why there is none."""

_EPOCH = date(1970, 1, 1).toordinal()
NO_END = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class Look:
    """A case and the thresholds in use.

    What is told of contacts is told of attended ones whose day is sure; that there was none is told only
    where nothing is that may have been one (``perhaps``).
    """

    case: Case
    limits: Thresholds

    @property
    def t(self) -> Touchpoints:
        return self.case.touchpoints

    def limit(self, key: str) -> int:
        """A threshold that is a whole number."""
        return int(self.limits[key])

    @cached_property
    def day(self) -> Days:
        """Days since 1970 on which each row began."""
        return self.t.start.astype("datetime64[D]").astype(np.int64)

    @cached_property
    def moment(self) -> Days:
        """Seconds since 1970; midnight where the time is not known."""
        return self.t.start.astype(np.int64)

    @cached_property
    def end_day(self) -> Days:
        """The day each row ended on, NO_END where there is none."""
        ends = self.t.end.astype("datetime64[D]")
        return np.where(np.isnat(ends), NO_END, ends.astype(np.int64))

    @cached_property
    def first(self) -> int:
        """The window's first day."""
        return self.case.window.first.toordinal() - _EPOCH

    @cached_property
    def last(self) -> int:
        """The window's last day."""
        return self.case.window.last.toordinal() - _EPOCH

    @cached_property
    def begun(self) -> Mask:
        """True where a row began in the window: services that were open before it are in a case as well."""
        return self.day >= self.first

    @cached_property
    def attended(self) -> Mask:
        """What counts as a contact in every measure."""
        return self.t.attended

    @cached_property
    def sure(self) -> Mask:
        """Attended contacts and stays whose day is sure."""
        of_a_kind = (self.t.kind == Kind.CONTACT.code) | (self.t.kind == Kind.STAY.code)
        return self.attended & of_a_kind & ~self.t.uncertain

    @cached_property
    def perhaps(self) -> Mask:
        """What was a contact, or may have been one."""
        return may_have_been_seen(self.t) & (self.t.kind != Kind.REFERRAL.code)

    def of(self, service: Service) -> Mask:
        return self.t.with_service(service)

    def sure_rows(self, service: Service) -> NDArray[np.intp]:
        """Places of the sure contacts with a service."""
        return np.flatnonzero(self.sure & self.of(service))

    @cached_property
    def said(self) -> Said:
        return Said(Tagged(self.t.reason), Tagged(self.t.named), Tagged(self.t.mode))

    @cached_property
    def stays(self) -> Stays:
        return stays_told(self.t, self.said)

    @cached_property
    def unscheduled(self) -> Mask:
        """Of the sure contacts and stays."""
        return self.sure & unscheduled(self.t, self.said, self.stays.emergency)

    @cached_property
    def crises(self) -> list[list[int]]:
        """The unscheduled rows, with those together that are steps of one crisis."""
        return crises_of(self.t, np.flatnonzero(self.unscheduled))

    @cached_property
    def has_reason(self) -> Mask:
        words, codes = self.t.reason.words, self.t.reason.codes
        used, inverse = np.unique(codes, return_inverse=True)
        return np.array([bool(words[code].strip()) for code in used.tolist()], np.bool_)[inverse]

    @cached_property
    def gp(self) -> GpCare:
        """Who at the GP practice was seen, as the measures have it."""
        return gp_care(self.t.take(self.attended))

    def when(self, row: int) -> When:
        return When(int(self.day[row]), int(self.moment[row]), bool(self.t.timed[row]))

    def order_known(self, one: int, then: int) -> bool:
        """Whether the second row is known to have come after the first."""
        if self.day[one] != self.day[then]:
            return bool(self.day[one] < self.day[then])
        both = self.t.timed[one] and self.t.timed[then]
        return bool(both and self.moment[one] < self.moment[then])

    def before(self, rows: NDArray[np.intp]) -> Before:
        return Before(self.day[rows], self.moment[rows], self.t.timed[rows])

    def missing(self, pattern: str, *services: Service) -> CannotTell | None:
        """Said where no list of one of these services was supplied."""
        wanting = [one for one in services if one not in self.case.supplied and not self.of(one).any()]
        names = " or ".join(service_name(one) for one in wanting)
        return CannotTell(pattern, f"No list of {names} was supplied") if wanting else None

    def finding(
        self,
        pattern: str,
        rows: Iterable[int],
        sentence: str,
        links: Sequence[tuple[int, int]] = (),
        *,
        count: int = 1,
        days: tuple[int, int] | None = None,
    ) -> Finding:
        """About these rows; ``days``: where it begins and ends, if that is not with them."""
        places = sorted(set(rows))
        spans = days or (int(self.day[places].min()), int(self.day[places].max()))
        numbers = self.t.number
        return Finding(
            pattern,
            day_of(max(spans[0], self.first)),
            day_of(min(spans[1], self.last)),
            tuple(numbers[places].tolist()),
            tuple((int(numbers[one]), int(numbers[then])) for one, then in links),
            sentence,
            count,
        )


def day_of(days: int) -> date:
    return date.fromordinal(days + _EPOCH)


def told(findings: Iterable[Finding], nothing: NothingFound) -> Told:
    """The findings, or that there is none."""
    return tuple(findings) or nothing


def days_of(day: date) -> int:
    """Days since 1970."""
    return day.toordinal() - _EPOCH
