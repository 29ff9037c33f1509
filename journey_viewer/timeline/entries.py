"""A journey's touchpoints on their way to the picture, as columns on the axis' own time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import Case, goes_on
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.privacy.anonymous_case import AnonymousCase

_NOON = 0.5
_SECONDS = 86400
_EPOCH = 719163  # date(1970, 1, 1).toordinal()

# Where several stand in one place, the one that says most is seen.
_TELLING = (
    Outcome.REFUSED,
    Outcome.DID_NOT_ATTEND,
    Outcome.CANCELLED_BY_SERVICE,
    Outcome.REFERRED,
    Outcome.CANCELLED_BY_PERSON,
    Outcome.UNKNOWN,
    Outcome.ATTENDED,
)
_RANK = np.empty(len(Outcome), np.int8)
_RANK[[outcome.code for outcome in _TELLING]] = np.arange(len(_TELLING))


@dataclass(frozen=True, eq=False)
class Entries:
    """Columns of one length. ``at`` and ``until`` in the axis' unit, ``until`` NaN for a point in time.

    ``row``: place among the case's touchpoints. ``dim``: a filter is on and does not find it.
    """

    row: NDArray[np.int32]
    service: NDArray[np.int8]
    kind: NDArray[np.int8]
    outcome: NDArray[np.int8]
    at: NDArray[np.float64]
    until: NDArray[np.float64]
    goes_on: NDArray[np.bool_]
    uncertain: NDArray[np.bool_]
    dim: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.row)

    def take(self, rows: NDArray[Any]) -> Self:
        """These places (whole numbers), or where this is true (booleans)."""
        return type(self)(**{field.name: getattr(self, field.name)[rows] for field in fields(self)})

    @property
    def points(self) -> Self:
        return self.take(np.isnan(self.until))

    @property
    def lasting(self) -> Self:
        """Stays and open services."""
        return self.take(~np.isnan(self.until))

    @property
    def rank(self) -> NDArray[np.int8]:
        """How telling each is, the smallest most; what a filter does not find is least."""
        return _RANK[self.outcome] + self.dim * np.int8(len(_TELLING))


def entries_of(case: Case, found: NDArray[np.bool_]) -> Entries:
    """By time. Days as date.toordinal counts, with the hour as a share of a day; noon where it is not known."""
    touchpoints = case.touchpoints
    start = _days(touchpoints.start)
    at = np.where(touchpoints.timed, start, np.floor(start) + _NOON)
    end = _days(touchpoints.end)
    until = np.where(np.floor(end) > np.floor(start), np.where(end % 1 == 0, end + _NOON, end), np.nan)
    open_ended = goes_on(touchpoints)
    until[open_ended] = case.window.last.toordinal() + 1
    entries = Entries(
        row=np.arange(len(touchpoints), dtype=np.int32),
        service=touchpoints.service,
        kind=touchpoints.kind,
        outcome=touchpoints.outcome,
        at=at,
        until=until,
        goes_on=open_ended,
        uncertain=touchpoints.uncertain,
        dim=~found,
    )
    return entries.take(np.argsort(at, kind="stable"))


def _days(moments: NDArray[np.datetime64]) -> NDArray[np.float64]:
    """NaT becomes NaN."""
    days = moments.astype("datetime64[s]").astype(np.int64) / _SECONDS + _EPOCH
    return np.where(np.isnat(moments), np.nan, days)


def anonymous_entries(case: AnonymousCase) -> Entries:
    """By time, in months from the start."""
    told = case.touchpoints

    def column(name: str, kind: Any) -> Any:
        return np.array([getattr(touchpoint, name) for touchpoint in told], dtype=kind)

    def codes(name: str) -> Any:
        return np.array([getattr(touchpoint, name).code for touchpoint in told], dtype=np.int8)

    entries = Entries(
        row=np.arange(len(told), dtype=np.int32),
        service=codes("service"),
        kind=codes("kind"),
        outcome=codes("outcome"),
        at=column("at", np.float64),
        until=column("until", np.float64),
        goes_on=column("goes_on", np.bool_),
        uncertain=column("uncertain", np.bool_),
        dim=np.zeros(len(told), np.bool_),
    )
    return entries.take(np.argsort(entries.at, kind="stable"))


EMPTY_DAYS = 60
"""From so many days on a stretch in which nothing at all begins can be folded away (our default)."""


def empty_stretches(entries: Entries) -> list[tuple[float, float]]:
    """From the day after one touchpoint or stay, whatever became of it, to the day of the next."""
    if not len(entries):
        return []
    stays = (entries.kind == Kind.STAY.code) & ~np.isnan(entries.until)
    reached = np.maximum.accumulate(np.where(stays, entries.until, entries.at))[:-1]
    begins, ends = np.floor(reached) + 1, np.floor(entries.at[1:])
    long_ones = np.flatnonzero(ends - begins >= EMPTY_DAYS)
    return [(float(begins[place]), float(ends[place])) for place in long_ones]


class Pile(NamedTuple):
    """What one mark stands for: what the most telling of its ``rows`` is, which comes first among them."""

    service: Service
    kind: Kind
    outcome: Outcome
    uncertain: bool
    rows: tuple[int, ...]
    dim: bool


def piles(entries: Entries, grouped: Sequence[tuple[int, ...]]) -> Iterator[Pile]:
    """One for each group of places among the entries."""
    services, kinds, outcomes = tuple(Service), tuple(Kind), tuple(Outcome)
    row, service, kind, outcome = (
        column.tolist() for column in (entries.row, entries.service, entries.kind, entries.outcome)
    )
    uncertain, dim, rank = entries.uncertain.tolist(), entries.dim.tolist(), entries.rank.tolist()
    for members in grouped:
        told = members if len(members) == 1 else sorted(members, key=rank.__getitem__)
        first = told[0]
        yield Pile(
            services[service[first]],
            kinds[kind[first]],
            outcomes[outcome[first]],
            any(uncertain[member] for member in told),
            tuple([row[member] for member in told]),
            all(dim[member] for member in told),
        )
