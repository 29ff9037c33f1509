from collections.abc import Callable

from journey_viewer.measures.unit_costs import UnitCosts, shipped_unit_costs
from journey_viewer.model.case import Case
from journey_viewer.model.people import Person
from journey_viewer.work.people_table import Row, figures_in_columns, people_table

MakeCase = Callable[..., Case]
COSTS = shipped_unit_costs()


def two(journey: MakeCase) -> list[Row]:
    bo = journey(
        "2024-03-02 ae",
        "2024-03-04T09:00 gp; by=Dr A; mode=telephone",
        "2024-03-05T19:00 gp; by=Dr B",
        "2024-03-06 gp; by=Locum",
        "2024-03-07 gp",
        "2024-03-08 gp did_not_attend",
        "2024-04-10 other",
        "2024-04-10 mental_health referral referred",
        "2024-04-11 mental_health stay; until=2024-04-13",
        person=Person("Bo"),
    )
    ada = journey("2024-03-01 other", person=Person("Ada", "9434765919"))
    return people_table([bo, ada], COSTS)


def test_cases_are_told_in_their_order_with_their_figures(journey: MakeCase) -> None:
    first, second = two(journey)
    assert (first["person"], first["name"], first["touchpoints"], first["handovers"]) == (
        "Case A",
        "Bo",
        9,
        3,
    )
    assert first["services"] == {"gp": 5, "ae": 1, "mental_health": 2, "other": 1}
    assert (first["gp_contacts"], first["gp_clinicians"], first["continuity_contacts"]) == (4, 2, 2)
    assert (first["upc"], first["coc"], first["secon"], first["own_gp_share"]) == (0.5, 0.0, 0.0, None)
    assert first["gp_contacts_without_a_name"] == {"generic": 1, "none": 1}
    assert first["doctors_only"] == {
        "continuity_contacts": 2,
        "upc": 0.5,
        "coc": 0.0,
        "secon": 0.0,
        "roles_not_known": 0,
    }
    assert first["modes"] == {"": 5, "telephone": 1}
    assert first["outcomes"] == {"attended": 7, "did_not_attend": 1, "referred": 1}
    assert (second["person"], second["nhs_number"], list(second)) == ("Case A", "9434765919", list(first))


def test_the_measures_stand_in_the_row(journey: MakeCase) -> None:
    row = two(journey)[0]
    missed = {name: row["missed"][name] for name in ("not_attended", "appointments", "share")}
    assert missed == {"not_attended": 1, "appointments": 7, "share": 1 / 7}
    assert row["out_of_hours"] == {"core": 1, "out_of_hours": 1, "unknown": 4, "share": 0.5}
    assert (row["nights"], row["longest_gap_days"]) == (2, 33)
    assert (row["waits"]["longest_days"], row["waits"]["still_waiting"]) == (1, 0)
    assert row["cost"]["by_service"] == {"gp": 148.0, "ae": 280.17, "mental_health": 1438.2}
    assert row["cost"]["contacts_without_a_cost"] == 1
    assert row["headlines"][0] == "9 touchpoints with 4 services"


def test_what_is_undefined_is_none_and_a_dash_in_the_columns(journey: MakeCase) -> None:
    rows = two(journey)
    bare = rows[1]
    assert [bare[name] for name in ("upc", "coc", "secon", "longest_gap_days")] == [None] * 4
    assert (bare["missed"]["share"], bare["out_of_hours"]["share"], bare["cost"]["pounds"]) == (
        0.0,
        None,
        None,
    )
    heading, first, second, foot = figures_in_columns(rows)
    assert " ".join(first.split()[2:]) == "4 2 2 0.50 0.00 0.00 14% 7 50% 2 4 2 33 1,866 1"
    assert " ".join(second.split()[2:]) == "0 0 0 – – – 0% 1 – 0 1 0 – – 1"
    assert (heading.index("pounds") + 6, len(second)) == (first.index("1,866") + 5, len(heading))
    assert "not cash that would be released. Price years: 2023/24, 2024/25. 4 contacts" in foot


def test_nobody_is_no_row() -> None:
    assert people_table([], UnitCosts()) == []
    assert list(figures_in_columns([])) == []
