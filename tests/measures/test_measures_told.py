from collections.abc import Callable

import pytest

from journey_viewer.measures.definitions import MeasureId
from journey_viewer.measures.frequency import frequency_of
from journey_viewer.measures.measure import measure
from journey_viewer.measures.own_costs import costs_with
from journey_viewer.measures.roles import count_roles
from journey_viewer.measures.same_clinician import clinician_key
from journey_viewer.measures.told import figures
from journey_viewer.model.case import Case
from journey_viewer.model.costs import OwnCost
from journey_viewer.model.people import Person

MakeCase = Callable[..., Case]
OWN = {"gp|contact||contact": OwnCost(50.0, "2025/26")}


def told(case: Case, own: dict[str, OwnCost] | None = None) -> dict[MeasureId, tuple[str, str]]:
    shown = figures(measure(case, costs_with(own or {})), own or {})
    return {one.measure: (one.value, one.beside) for one in shown}


def test_every_measure_is_told_in_order(journey: MakeCase) -> None:
    assert list(told(journey("2024-03-01 gp"))) == list(MeasureId)


def test_of_nothing_nothing_is_made_up(journey: MakeCase) -> None:
    shown = told(journey())
    undefined = {one for one, (value, _) in shown.items() if value == "–"}
    assert undefined >= {
        MeasureId.MOST_SEEN,
        MeasureId.COC,
        MeasureId.SECON,
        MeasureId.OWN_GP,
        MeasureId.COST,
    }
    assert undefined >= {MeasureId.MISSED, MeasureId.OUT_OF_HOURS, MeasureId.NOT_CLINICAL, MeasureId.WAITS}


def test_where_a_cost_is_told_it_is_said_what_it_is_and_what_is_ones_own(journey: MakeCase) -> None:
    case = journey("2024-03-01 gp", "2024-03-02 gp", "2024-03-03 social_care")
    value, beside = told(case, OWN)[MeasureId.COST]
    assert value == "£100"
    assert beside.startswith("Indicative average cost, not cash that would be released.")
    assert "1 have none" in beside
    assert beside.endswith("Unit costs of this case file's own: 1 changed.")
    assert "own" not in told(case)[MeasureId.COST][1]


def test_the_share_with_the_own_gp_has_its_n_beside_it(journey: MakeCase) -> None:
    lines = ("2024-03-01 gp; by=OSEI, Amara (Dr)", "2024-03-02 gp; by=Dr Quill", "2024-03-03 gp; by=GP")
    assert told(journey(*lines))[MeasureId.OWN_GP] == ("–", "no list says who the named GP is")
    known = journey(*lines, person=Person(named_gp="OSEI, Amara (Dr)"))
    assert told(known)[MeasureId.OWN_GP] == ("50%", "1 of 2 GP contacts with a named clinician")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("OSEI, Amara (Dr)", "Dr Amara Osei", True),
        ("amara osei", "Dr. AMARA OSEI", True),
        ("Dr A Osei", "Dr Amara Osei", False),
        ("Dr Osei", "Mr Osei", False),
        ("Dr Osei", "dr osei", True),
        ("Dr Amara Osei", "Dr Amara Boateng", False),
    ],
)
def test_only_what_is_surely_one_clinician_is_taken_for_one(one: str, other: str, same: bool) -> None:
    assert (clinician_key(one) == clinician_key(other)) is same


@pytest.mark.parametrize(("named", "share"), [("", None), ("Duty doctor", None), ("Dr Lanyon", 0.0)])
def test_a_text_that_names_nobody_is_no_named_gp(journey: MakeCase, named: str, share: float | None) -> None:
    case = journey("2024-03-01 gp; by=Dr Quill", person=Person(named_gp=named))
    assert measure(case, costs_with({})).gp.own_gp_share == share


@pytest.mark.parametrize(
    ("days", "most", "busy"),
    [
        (("01", "15", "30"), 3, False),
        (("01", "15", "29", "30"), 4, True),
        (("01", "01", "01", "31"), 3, False),
    ],
)
def test_more_than_three_in_thirty_days_are_a_busy_month(
    journey: MakeCase,
    days: tuple[str, ...],
    most: int,
    busy: bool,
) -> None:
    found = frequency_of(journey(*(f"2024-01-{day} gp" for day in days), "2024-01-16 ae"))
    assert (found.most_in_month, found.busy_month) == (most, busy)


@pytest.mark.parametrize(
    ("contacts", "last", "told"),
    [
        (60, "2025-12-31", (30, "every two weeks", False)),
        (61, "2025-12-31", (30.5, "every two weeks", True)),
        (24, "2025-12-31", (12, "monthly", False)),
        (7, "2025-12-31", (3.5, "less often than every three months", False)),
        (31, "2024-06-30", (None, "", True)),
    ],
)
def test_a_year_is_told_of_a_year_at_least(
    journey: MakeCase, contacts: int, last: str, told: tuple[float | None, str, bool]
) -> None:
    found = frequency_of(journey(*["2024-02-01 gp"] * contacts, last=last))
    assert (found.a_year, found.band, found.busy_year) == told


def test_who_is_no_clinician_is_counted_among_those_whose_role_is_told(journey: MakeCase) -> None:
    case = journey(
        "2024-03-01 gp; by=Dr Quill",
        "2024-03-02 gp; by=Link worker Ode",
        "2024-03-03 gp; by=Receptionist",
        "2024-03-04 voluntary; by=Ode Thwaite",
        "2024-03-05 outpatient; by=Ode Thwaite",
        "2024-03-06 gp",
        "2024-03-07 gp did_not_attend; by=Social worker",
    )
    counts = count_roles(case.touchpoints)
    assert (counts.told, counts.not_clinical, counts.untold, counts.share) == (4, 3, 2, 0.75)
