from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.case import Case, case_label, case_of
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Sex, Window
from journey_viewer.model.touchpoints import Touchpoint

MakeCase = Callable[..., Case]


@pytest.mark.parametrize(
    ("place", "label"),
    [
        (0, "Case A"),
        (7, "Case H"),
        (8, "Case J"),
        (12, "Case N"),
        (13, "Case P"),
        (23, "Case Z"),
        (24, "Case AA"),
        (47, "Case AZ"),
        (48, "Case BA"),
        (24 * 24 + 24, "Case AAA"),
    ],
)
def test_labels_skip_i_and_o_and_go_on_after_z(place: int, label: str) -> None:
    assert case_label(place) == label


def test_labels_are_never_given_twice() -> None:
    assert len({case_label(place) for place in range(20_000)}) == 20_000


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("2023-12-31 gp", False),
        ("2024-01-01 gp", True),
        ("2024-01-31T23:59 gp", True),
        ("2024-02-01T00:00 gp", False),
        ("2023-11-01 inpatient stay; until=2024-01-01", True),
        ("2023-11-01 inpatient stay; until=2023-12-31T23:59", False),
        ("2023-11-01 inpatient stay", True),
        ("2019-11-01 community open_service", True),
        ("2019-11-01 community open_service; until=2023-12-01", False),
        ("2023-11-01 community referral", False),
        ("2024-02-01 inpatient stay", False),
    ],
)
def test_a_case_takes_what_reaches_into_the_window(journey: MakeCase, line: str, taken: bool) -> None:
    assert bool(len(journey(line, first="2024-01-01", last="2024-01-31").touchpoints)) is taken


def told(rows: list[Touchpoint]) -> list[str]:
    return [f"{row.start:%d %H:%M} {row.service} {row.outcome}" for row in rows]


def test_a_journey_is_in_order_of_time_then_of_lanes(journey: MakeCase) -> None:
    case = journey(
        "2024-01-02T09:00 gp",
        "2024-01-02 community",
        "2024-01-02 gp did_not_attend",
        "2024-01-01T23:00 other",
        "2024-01-02 gp",
    )
    assert told(list(case.touchpoints)) == [
        "01 23:00 other attended",
        "02 09:00 gp attended",
        "02 00:00 gp attended",
        "02 00:00 gp did_not_attend",
        "02 00:00 community attended",
    ]


def test_an_admission_without_a_time_follows_the_a_and_e_visit_of_its_day(journey: MakeCase) -> None:
    case = journey("2024-01-02 inpatient stay; until=2024-01-05", "2024-01-02T20:20 ae", "2024-01-02 gp")
    assert [touchpoint.service for touchpoint in case.touchpoints] == ["gp", "ae", "inpatient"]


@given(st.permutations(["Dr Abel", "Dr Zeta", "Dr Mole", "Dr Kite"]))
def test_the_order_of_a_day_does_not_hang_on_names(journey: MakeCase, names: list[str]) -> None:
    day = [f"2024-01-02 gp; by={name}; reason={name}; place={name}" for name in names]
    case = journey(f"2024-05-01 gp; by={names[-1]}", *day)
    assert list(case.touchpoints.clinician) == [*names, names[-1]]


def test_a_case_is_of_one_person_alone(lists: Callable[..., Imported]) -> None:
    people = (Person("Ada"), Person("Bo"))
    imported = lists("2024-01-02 gp; person=1", "2024-01-03 ae", "2024-01-01 ae; person=1", people=people)
    case = case_of(imported, 1, Window(date(2024, 1, 1), date(2024, 12, 31)), "Case B")
    assert (case.person, case.label, len(case.touchpoints)) == (people[1], "Case B", 2)


SECRET = Person("Ada Zwyx", "9434765919", "L-77531", date(1947, 3, 9), date(2025, 1, 2), Sex.FEMALE)


@pytest.mark.parametrize("secret", ["Ada", "Zwyx", "9434765919", "77531", "1947", "2025", "Lanyon", "fell"])
def test_a_repr_holds_nothing_of_anybody(journey: MakeCase, secret: str) -> None:
    case = journey("2025-01-02 gp; by=Dr Lanyon; reason=fell at home", person=SECRET)
    shown = "".join(
        map(repr, (case, case.person, case.touchpoints, case.touchpoints[0], case.touchpoints.reason))
    )
    assert secret not in shown


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1950, 6, 15), date(2024, 6, 14), 73),
        (date(1950, 6, 15), date(2024, 6, 15), 74),
        (date(2000, 2, 29), date(2023, 2, 28), 22),
        (date(2000, 2, 29), date(2023, 3, 1), 23),
        (date(2024, 1, 1), date(2024, 1, 1), 0),
        (date(2024, 1, 2), date(2024, 1, 1), None),
        (None, date(2024, 1, 1), None),
    ],
)
def test_an_age_is_in_completed_years(born: date | None, day: date, age: int | None) -> None:
    assert replace(SECRET, born=born).age_on(day) == age
