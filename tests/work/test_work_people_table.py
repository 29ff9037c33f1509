from collections.abc import Callable

from journey_viewer.model.case import Case
from journey_viewer.model.people import Person
from journey_viewer.work.people_table import people_table

MakeCase = Callable[..., Case]


def test_cases_are_told_in_their_order_with_their_figures(journey: MakeCase) -> None:
    bo = journey("2024-03-02 ae", "2024-03-03 gp; by=Dr A", "2024-03-04 gp; by=Dr B", person=Person("Bo"))
    ada = journey("2024-03-01 gp; by=Dr A", person=Person("Ada", "9434765919"))
    first, second = people_table([bo, ada])
    assert first == {
        "person": "Case A",
        "name": "Bo",
        "nhs_number": "",
        "touchpoints": 3,
        "services": {"gp": 2, "ae": 1},
        "gp_contacts": 2,
        "gp_clinicians": 2,
        "upc": 0.5,
        "coc": 0.0,
        "secon": 0.0,
        "handovers": 1,
    }
    assert list(second) == list(first)
    assert [second[index] for index in ("upc", "coc", "secon", "nhs_number")] == [
        None,
        None,
        None,
        "9434765919",
    ]


def test_nobody_is_no_row() -> None:
    assert people_table([]) == []
