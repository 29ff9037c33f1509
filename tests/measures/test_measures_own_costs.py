from dataclasses import replace

import pytest

from journey_viewer.measures.own_costs import costs_with, key_of, own_costs_in, shipped_of
from journey_viewer.measures.unit_costs import (
    Unit,
    UnitCost,
    read_unit_costs,
    shipped_unit_costs,
    unit_costs_text,
)
from journey_viewer.model.costs import OwnCost
from journey_viewer.model.words import Kind, Service

GP, LONG = "gp|contact||contact", "inpatient|stay||long stay"
OURS = OwnCost(42.5, "2025/26", "our table", proxy=False)


def of(service: Service, kind: Kind = Kind.CONTACT) -> list[UnitCost]:
    return [cost for cost in costs_with({GP: OURS}).costs if (cost.service, cost.kind) == (service, kind)]


def test_every_row_that_comes_with_us_has_a_key_of_its_own() -> None:
    keys = [key_of(cost) for cost in shipped_unit_costs().costs]
    assert len(set(keys)) == len(keys)
    assert {GP, LONG} <= set(keys)


def test_nothing_of_ones_own_is_what_comes_with_us() -> None:
    assert costs_with({}) is shipped_unit_costs()
    assert own_costs_in(shipped_unit_costs().costs) == {}


def test_an_own_figure_takes_the_place_of_ours_and_no_other() -> None:
    (gp,) = of(Service.GP)
    assert (gp.gbp, gp.price_year, gp.source, gp.proxy, gp.licence) == (
        42.5,
        "2025/26",
        "our table",
        False,
        "",
    )
    assert gp.what == shipped_unit_costs().costs[0].what
    assert of(Service.AE) == [cost for cost in shipped_unit_costs().costs if cost.service is Service.AE]


def test_no_figure_of_ones_own_stays_none_and_is_never_nought() -> None:
    cost = costs_with({GP: replace(OURS, gbp=None)}).of(Service.GP, Kind.CONTACT, "")[0]
    assert cost.gbp is None


def test_a_cost_by_night_takes_the_place_of_whole_stays() -> None:
    own = {"inpatient|stay||night": OwnCost(562, what="A night in hospital")}
    rows = costs_with(own).of(Service.INPATIENT, Kind.STAY, "")
    assert [(row.unit, row.gbp, row.what) for row in rows] == [(Unit.NIGHT, 562, "A night in hospital")]


@pytest.mark.parametrize(
    "key", ["", "gp", "gp|contact||night shift", "surgery|contact||contact", "a|b|c|d|e"]
)
def test_a_key_that_says_nothing_is_left_out(key: str) -> None:
    assert costs_with({key: OURS}).costs == shipped_unit_costs().costs
    assert shipped_of(key) is None


def test_a_table_that_was_saved_and_read_again_says_the_same() -> None:
    own = {GP: OURS, LONG: OwnCost(None), "gp|contact|video|contact": OwnCost(20, what="A video call")}
    text = unit_costs_text(costs_with(own).costs)
    assert own_costs_in(read_unit_costs(text).costs) == own
