import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.unit_costs import (
    COLUMNS,
    Unit,
    UnitCost,
    UnitCosts,
    read_unit_costs,
    shipped_unit_costs,
    unit_costs_text,
)
from journey_viewer.model.words import Kind, Service

HEADINGS = "service,kind,mode,unit,gbp,proxy"


def read(*lines: str, headings: str = HEADINGS) -> UnitCosts:
    return read_unit_costs("\n".join([headings, *lines]))


def test_what_comes_with_us_has_no_problem_and_may_be_shipped() -> None:
    shipped = shipped_unit_costs()
    assert shipped.problems == ()
    assert {cost.service for cost in shipped.costs} == set(Service)
    with_figure = [cost for cost in shipped.costs if cost.gbp is not None]
    assert {cost.licence for cost in with_figure} == {"OGL v3", "fact quoted"}
    assert all(cost.source and cost.price_year and cost.what for cost in with_figure)
    assert len({cost.id for cost in shipped.costs}) == len(shipped.costs)


def test_a_missing_figure_is_none_and_not_nought() -> None:
    unknown, free = read("social_care,contact,,contact,,", "voluntary,contact,,contact,0,").costs
    assert (unknown.gbp, free.gbp) == (None, 0)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("surgery,contact,,contact,41,", "the service must be one of gp, urgent_111"),
        ("gp,referral,,contact,41,", "the kind must be contact or stay."),
        ("gp,contact,,night,41,", "the unit of a contact must be contact."),
        ("inpatient,stay,,contact,41,", "the unit of a stay must be night or short stay or long stay."),
        ("gp,contact,,contact,41,perhaps", "the proxy must be yes or no."),
        ("gp,contact,,contact,a lot,", "the cost must be an amount in pounds"),
        ("gp,contact,,contact,-1,", "the cost must be an amount in pounds"),
        ("gp,contact,,contact,nan,", "the cost must be an amount in pounds"),
        ("gp,contact,,contact,inf,", "the cost must be an amount in pounds"),
        ("gp", "the kind must be"),
        ("", ""),
    ],
)
def test_a_line_that_cannot_be_used_is_told_in_a_sentence(line: str, problem: str) -> None:
    told = read("ae,contact,,contact,280.17,", line)
    assert [cost.gbp for cost in told.costs] == [280.17]
    assert [each.startswith(f"Line 3: {problem}") for each in told.problems] == [True] * bool(line)


def test_a_problem_never_quotes_what_stands_in_the_line() -> None:
    assert "Lanyon" not in " ".join(read("Lanyon,Lanyon,Lanyon,Lanyon,Lanyon,Lanyon").problems)


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        ("inpatient,stay,,night,500,", "an earlier line costs these stays by night"),
        ("inpatient,stay,,short stay,900,", "an earlier line gives the cost of the same"),
        ("inpatient,stay,,long stay,5000,", None),
        ("inpatient,stay,day case,night,500,", None),
        ("mental_health,stay,,night,500,", None),
    ],
)
def test_one_contact_or_stay_has_one_cost(second: str, problem: str | None) -> None:
    told = read("inpatient,stay,,short stay,825,", second)
    assert len(told.costs) == (2 if problem is None else 1)
    assert [each.startswith(f"Line 3: {problem}") for each in told.problems] == [True] * bool(problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "The headings lack: service, kind, unit, gbp."),
        ("service;kind\n", "The headings lack: service, kind, unit, gbp."),
        ("service,kind,gbp\n", "The headings lack: unit."),
        (f'{HEADINGS}\n"' + "x" * 200_000, "This is not a table that can be read."),
    ],
)
def test_what_is_no_such_table_is_told(text: str, problem: str) -> None:
    told = read_unit_costs(text)
    assert told.costs == ()
    assert [each.startswith(problem) for each in told.problems] == [True]


@pytest.mark.parametrize("amount", ["£1,234.50", "1234.5", " 1234.50 "])
def test_an_amount_may_be_written_as_money(amount: str) -> None:
    assert read(f'gp,contact,,contact,"{amount}",').costs[0].gbp == 1234.5


def test_a_mode_of_its_own_goes_before_every_mode() -> None:
    costs = read("gp,contact,,contact,37,", "gp,contact,Telephone,contact,20,")
    assert [cost.gbp for cost in costs.of(Service.GP, Kind.CONTACT, "telephone")] == [20]
    assert [cost.gbp for cost in costs.of(Service.GP, Kind.CONTACT, "video")] == [37]
    assert costs.of(Service.AE, Kind.CONTACT, "") == costs.of(Service.GP, Kind.STAY, "") == ()


def test_the_table_as_excel_saves_it_is_read() -> None:
    text = "\ufeff" + unit_costs_text(shipped_unit_costs().costs).replace("\n", "\r\n")
    assert read_unit_costs(text) == shipped_unit_costs()


plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=8).map(str.strip)
pounds = st.none() | st.integers(0, 10_000_000).map(lambda pence: pence / 100)


@given(plain, plain, pounds, st.booleans())
def test_what_is_written_is_read_again(mode: str, what: str, gbp: float | None, proxy: bool) -> None:
    kept = Service.GP, Kind.CONTACT, mode.casefold(), what, Unit.CONTACT, gbp
    cost = UnitCost("id", *kept, price_year=what, source=what, proxy=proxy, licence="")
    text = unit_costs_text([cost])
    assert next(csv.reader(io.StringIO(text))) == list(COLUMNS)
    assert read_unit_costs(text) == UnitCosts((cost,))
