"""The unit costs of this case file: those that come with us, and over them what people put in their place."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journey_viewer.measures.unit_costs import Unit, UnitCost, UnitCosts, shipped_unit_costs
from journey_viewer.model.costs import OwnCost
from journey_viewer.model.words import Kind, Service

OwnCosts = Mapping[str, OwnCost]
"""By ``key_of`` the row; only rows that differ from what comes with us."""

_BETWEEN = "|"


def key_of(cost: UnitCost) -> str:
    """What a row is the cost of, lasting: "inpatient|stay||long stay"."""
    return _BETWEEN.join((cost.service, cost.kind, cost.mode, cost.unit))


def costs_with(own: OwnCosts) -> UnitCosts:
    """The table in use: own rows in the places of those that they replace, new ones after them.

    Stays that are costed by night on one side and whole on the other are costed as the own row says.
    A key that is none of ours is left out.
    """
    shipped = shipped_unit_costs()
    if not own:
        return shipped
    there = {key_of(cost): cost for cost in shipped.costs}
    rows = {key: _laid_over(cost, own.get(key)) for key, cost in there.items()}
    new = {key: made for key, told in own.items() if key not in there and (made := _made(key, told))}
    kept = (cost for cost in rows.values() if not any(_excludes(one, cost) for one in new.values()))
    return UnitCosts((*kept, *new.values()))


def own_costs_in(costs: Iterable[UnitCost]) -> dict[str, OwnCost]:
    """What of a table that somebody edited differs from what comes with us. A row that it lacks stays as it came."""
    there = {key_of(cost): cost for cost in shipped_unit_costs().costs}
    told = {key_of(cost): cost for cost in costs}
    return {key: _own(cost, there.get(key)) for key, cost in told.items() if _differs(cost, there.get(key))}


def shipped_of(key: str) -> UnitCost | None:
    """The row that comes with us; None where there is none."""
    return next((cost for cost in shipped_unit_costs().costs if key_of(cost) == key), None)


def _laid_over(cost: UnitCost, own: OwnCost | None) -> UnitCost:
    if own is None:
        return cost
    return replace(
        cost,
        gbp=own.gbp,
        price_year=own.price_year,
        source=own.source,
        proxy=own.proxy,
        what=own.what or cost.what,
        licence="",
    )


def _made(key: str, own: OwnCost) -> UnitCost | None:
    """The row of a key that does not come with us; None where the key says nothing."""
    parts = key.split(_BETWEEN)
    if len(parts) != len(("service", "kind", "mode", "unit")):
        return None
    service, kind, mode, unit = parts
    if service not in set(Service) or kind not in set(Kind) or unit not in set(Unit):
        return None
    return UnitCost(
        *("", Service(service), Kind(kind), mode, own.what, Unit(unit), own.gbp, own.price_year),
        *(own.source, own.proxy, ""),
    )


def _excludes(new: UnitCost, old: UnitCost) -> bool:
    """Whether both would cost the same stays, one by night and one whole."""
    same = (new.service, new.kind, new.mode) == (old.service, old.kind, old.mode)
    return same and (new.unit is Unit.NIGHT) != (old.unit is Unit.NIGHT)


def _differs(cost: UnitCost, shipped: UnitCost | None) -> bool:
    return shipped is None or _says(cost) != _says(shipped)


def _says(cost: UnitCost) -> tuple[object, ...]:
    return cost.gbp, cost.price_year, cost.source, cost.proxy, cost.what


def _own(cost: UnitCost, shipped: UnitCost | None) -> OwnCost:
    what = cost.what if shipped is None or cost.what != shipped.what else ""
    return OwnCost(cost.gbp, cost.price_year, cost.source, cost.proxy, what)
