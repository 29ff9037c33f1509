"""What a journey cost, roughly: an indicative average cost, not cash that would be released."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from journey_viewer.measures.stays import length_of, nights_of, stays_of
from journey_viewer.measures.unit_costs import Unit, UnitCost, UnitCosts
from journey_viewer.model.case import Case
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Service

WHAT_IT_IS = "Indicative average cost, not cash that would be released."
_SHORT = 1  # night


@dataclass(frozen=True)
class Cost:
    """Of the attended contacts and stays of one journey.

    pounds: None where none of them has a cost · costed: how many have one · by_proxy: how many of those
    have the cost of something like them · without: how many have none; they are not in ``pounds`` ·
    by_service: pounds a lane, lanes without any cost left out · used: the rows of the table that
    were used; their price years differ and are not brought to one.
    """

    pounds: float | None
    costed: int
    by_proxy: int
    without: int
    by_service: Mapping[Service, float]
    used: tuple[UnitCost, ...]

    @property
    def price_years(self) -> tuple[str, ...]:
        """The different ones that were used, earliest first."""
        return tuple(sorted({cost.price_year for cost in self.used if cost.price_year}))


@dataclass(frozen=True)
class _Costed:
    """The rows costed so far: how many units each unit cost was used for, by how many contacts or stays."""

    units: dict[UnitCost, int]
    rows: dict[UnitCost, int]


def cost_of(case: Case, costs: UnitCosts) -> Cost:
    """Sum of unit costs over attended contacts and stays.

    A contact costs what its service and mode cost. A stay costs its nights inside the window where
    the cost is by night (one without a night of its own then has no cost), else the cost of a short
    stay (up to one night) or a long one; a stay that began before the window or is not over, and so not known to be
    long, then has none. Missed appointments, referrals, and services that are merely open, cost nothing here and are not
    counted. What has no cost in the table is counted and never taken for 0.
    """
    attended = case.touchpoints.take(case.touchpoints.attended)
    contacts = attended.take(attended.kind == Kind.CONTACT.code)
    stays = stays_of(attended)
    told = _Costed(defaultdict(int), defaultdict(int))
    _cost_contacts(contacts, costs, told)
    _cost_stays(stays, case, costs, told)
    by_service: dict[Service, float] = defaultdict(float)
    for cost, units in told.units.items():
        by_service[cost.service] += units * (cost.gbp or 0)
    costed = sum(told.rows.values())
    return Cost(
        pounds=round(sum(by_service.values()), 2) if costed else None,
        costed=costed,
        by_proxy=sum(count for cost, count in told.rows.items() if cost.proxy),
        without=len(contacts) + len(stays) - costed,
        by_service=MappingProxyType({one: round(by_service[one], 2) for one in Service if one in by_service}),
        used=tuple(cost for cost in costs.costs if cost in told.rows),
    )


def _cost_contacts(contacts: Touchpoints, costs: UnitCosts, told: _Costed) -> None:
    modes = contacts.mode.without_unused()
    many = max(len(modes.words), 1)
    sorts, counts = np.unique(contacts.service.astype(np.int64) * many + modes.codes, return_counts=True)
    for sort, count in zip(sorts.tolist(), counts.tolist(), strict=True):
        service, mode = divmod(sort, many)
        for cost in costs.of(Service.of(service), Kind.CONTACT, modes.words[mode]):
            _add(told, cost, count, count)


def _cost_stays(stays: Touchpoints, case: Case, costs: UnitCosts, told: _Costed) -> None:
    nights = nights_of(stays, case.window).tolist()
    is_long = length_of(stays, case.window) > _SHORT
    began_here = stays.start >= np.datetime64(case.window.first).astype("datetime64[s]")
    known = began_here & (is_long | ~np.isnat(stays.end))
    for row, (service, mode) in enumerate(zip(stays.service.tolist(), stays.mode, strict=True)):
        by_unit = {cost.unit: cost for cost in costs.of(Service.of(service), Kind.STAY, mode)}
        unit = Unit.LONG_STAY if is_long[row] else Unit.SHORT_STAY
        if Unit.NIGHT in by_unit and nights[row]:
            _add(told, by_unit[Unit.NIGHT], nights[row], 1)
        elif unit in by_unit and known[row]:
            _add(told, by_unit[unit], 1, 1)


def _add(told: _Costed, cost: UnitCost, units: int, rows: int) -> None:
    if cost.gbp is not None:
        told.units[cost] += units
        told.rows[cost] += rows
