from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.cost import Cost, cost_of
from journey_viewer.measures.unit_costs import UnitCosts, read_unit_costs, shipped_unit_costs
from journey_viewer.model.case import Case
from journey_viewer.model.words import Kind, Outcome, Service

MakeCase = Callable[..., Case]
COSTS = read_unit_costs(
    """id,service,kind,mode,unit,gbp,price_year,proxy
gp,gp,contact,,contact,40,2024/25,no
tel,gp,contact,telephone,contact,20,2023/24,yes
day,inpatient,stay,,short stay,800,2024/25,no
week,inpatient,stay,,long stay,5000,2024/25,no
ward,mental_health,stay,,night,700,2024/25,no
social,social_care,contact,,contact,,,no
"""
)


@pytest.fixture
def cost(journey: MakeCase) -> Callable[..., Cost]:
    def build(*lines: str) -> Cost:
        return cost_of(journey(*lines, first="2024-03-01", last="2024-03-31"), COSTS)

    return build


Costed = Callable[..., Cost]


@pytest.mark.parametrize(
    ("line", "pounds", "without"),
    [
        ("2024-03-05 gp", 40, 0),
        ("2024-03-05 gp; mode=telephone", 20, 0),
        ("2024-03-05 gp; mode=video", 40, 0),
        ("2024-03-05 social_care", None, 1),  # a row without a figure
        ("2024-03-05 ae", None, 1),  # no row
        ("2024-03-05 gp did_not_attend", None, 0),
        ("2024-03-05 gp referral", None, 0),
        ("2024-03-05 community open_service", None, 0),
        ("2024-03-05 inpatient stay; until=2024-03-05", 800, 0),
        ("2024-03-05 inpatient stay; until=2024-03-06", 800, 0),
        ("2024-03-05 inpatient stay; until=2024-03-07", 5000, 0),
        ("2024-03-05 inpatient stay; until=2024-03-01", 800, 0),  # an end before its start
        ("2024-02-20 inpatient stay; until=2024-03-07", None, 1),  # began before the window
        ("2024-03-30 inpatient stay; until=2024-05-01", 5000, 0),
        ("2024-03-05 inpatient stay", 5000, 0),  # goes on, and is long already
        ("2024-03-31 inpatient stay", None, 1),  # may turn out to be either
        ("2024-03-05 mental_health stay; until=2024-03-08", 2100, 0),
        ("2024-02-20 mental_health stay; until=2024-03-03", 1400, 0),
        ("2024-03-30 mental_health stay", 1400, 0),
        ("2024-03-05 mental_health stay; until=2024-03-05", None, 1),
    ],
)
def test_a_contact_or_stay_costs_what_the_table_says(
    cost: Costed, line: str, pounds: float | None, without: int
) -> None:
    told = cost(line)
    assert (told.pounds, told.without, told.costed) == (pounds, without, int(pounds is not None))


def test_costs_add_up_and_what_has_none_is_counted_beside_them(cost: Costed) -> None:
    told = cost(
        "2024-03-01 gp",
        "2024-03-02 gp; mode=telephone",
        "2024-03-03 social_care",
        "2024-03-04 mental_health stay; until=2024-03-06",
    )
    assert (told.pounds, told.costed, told.by_proxy, told.without) == (1460, 3, 1, 1)
    assert told.by_service == {Service.GP: 60, Service.MENTAL_HEALTH: 1400}
    assert (told.price_years, [each.id for each in told.used]) == (
        ("2023/24", "2024/25"),
        ["gp", "tel", "ward"],
    )


def test_without_a_table_nothing_costs_nought(journey: MakeCase) -> None:
    told = cost_of(journey("2024-03-01 gp", "2024-03-02 ae"), UnitCosts())
    assert (told.pounds, told.costed, told.without, told.price_years) == (None, 0, 2, ())


@given(data=st.data())
def test_every_attended_contact_and_stay_is_costed_or_counted(
    journey: MakeCase, any_journey: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    case = journey(*data.draw(any_journey))
    told = cost_of(case, shipped_unit_costs())
    attended = [row.kind for row in case.touchpoints if row.outcome is Outcome.ATTENDED]
    assert told.costed + told.without == attended.count(Kind.CONTACT) + attended.count(Kind.STAY)
    assert (told.pounds is None) == (told.costed == 0)
    assert sum(told.by_service.values()) == pytest.approx(told.pounds or 0)
