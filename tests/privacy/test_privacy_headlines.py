"""The headline numbers as they leave: of what is shown alone, and lengths so coarse that they tell no day."""

from collections.abc import Callable

import pytest

from journey_viewer.model.case import Case
from journey_viewer.model.sharing import ForSharing, Shared
from journey_viewer.model.words import Family
from journey_viewer.privacy.anonymise import anonymise

MakeCase = Callable[..., Case]
BUSY = [f"2024-{month:02}-{day:02} ae" for month in range(1, 9) for day in (3, 17)]
GP = [f"2024-{month:02}-10 gp; by=Dr {name}" for month, name in enumerate("ABCDEFAB", 1)]


def told(journey: MakeCase, *lines: str, choices: ForSharing | None = None) -> list[str]:
    case = anonymise(journey(*lines), Shared(choices or ForSharing()))
    return [f"{each.value} {each.label}" for each in case.headlines]


def test_touchpoints_and_services_come_first_with_how_long_was_looked_at(journey: MakeCase) -> None:
    assert told(journey, "2024-01-01 gp", "2024-02-01 ae")[0] == "2 touchpoints with 2 services in two years"


@pytest.mark.parametrize(
    "lines", [BUSY, GP, [*BUSY, *GP], [*GP, "2024-09-01 inpatient stay; until=2024-09-20"]]
)
def test_there_are_three_to_five(journey: MakeCase, lines: list[str]) -> None:
    assert 2 <= len(told(journey, *lines)) <= 5


def test_nights_are_told_as_stays_and_one_class(journey: MakeCase) -> None:
    stays = [f"2024-0{month}-01 inpatient stay; until=2024-0{month}-12" for month in (2, 4)]
    assert "2 hospital stays, up to a month in all" in told(journey, "2024-01-01 gp", *stays)


def test_nights_are_not_told_where_a_stay_crosses_the_edge_of_the_window(journey: MakeCase) -> None:
    lines = ("2024-01-01 gp", "2025-12-20 inpatient stay; until=2026-02-20")
    assert not [each for each in told(journey, *lines) if "hospital stay" in each]


def test_a_time_without_contact_is_told_in_the_months_of_the_picture(journey: MakeCase) -> None:
    case = anonymise(journey("2024-01-01 gp", "2024-09-20 gp"))
    numbers = [each.value for each in case.headlines if "without a recorded contact" in each.label]
    assert numbers == [str(case.gaps[0].months)]


@pytest.mark.parametrize("first", ["2024-03-02", "2024-03-28"])
def test_a_wait_is_told_in_the_months_of_the_picture(journey: MakeCase, first: str) -> None:
    lines = ("2024-01-01 gp", f"{first} outpatient referral referred", "2024-08-15 outpatient")
    assert "5 months or so from a referral to the first appointment" in told(journey, *lines)


@pytest.mark.parametrize(
    ("line", "is_told"),
    [("did_not_attend", True), ("referral refused", False), ("referral cancelled_by_service", False)],
)
def test_only_a_wait_that_ended_with_an_appointment_is_told(
    journey: MakeCase, line: str, is_told: bool
) -> None:
    lines = ("2024-01-01 gp", "2024-03-10 outpatient referral referred", f"2024-08-15 outpatient {line}")
    assert any("from a referral" in each for each in told(journey, *lines)) == is_told


def test_a_linked_wait_with_an_earlier_appointment_is_not_told(journey: MakeCase) -> None:
    lines = ("2024-03-10 outpatient referral referred; until=2024-08-15", "2024-08-15 outpatient")
    missed = "2024-03-17 outpatient did_not_attend"
    assert any("from a referral" in each for each in told(journey, *lines))
    assert not any("from a referral" in each for each in told(journey, *lines, missed))


def test_what_goes_on_to_the_end_of_the_window_is_not_told(journey: MakeCase) -> None:
    lines = ("2024-01-01 gp", "2024-02-01 outpatient referral referred")
    assert not [each for each in told(journey, *lines) if "from a referral" in each]


def test_a_service_that_is_told_as_its_family_has_no_number_of_its_own(journey: MakeCase) -> None:
    assert any("A&E" in each for each in told(journey, *BUSY))
    folded = told(
        journey, *BUSY, "2024-01-05 urgent_111", choices=ForSharing(folded=frozenset({Family.URGENT}))
    )
    assert not any("A&E" in each or "111" in each for each in folded)
    assert folded[0] == "17 touchpoints with 1 service in two years"


def test_what_was_left_out_is_in_no_number(journey: MakeCase) -> None:
    case = journey(*BUSY)
    left_out = frozenset(case.touchpoints.number[:10].tolist())
    assert told(journey, *BUSY, choices=ForSharing(dropped=left_out))[0].startswith("6 touchpoints")
    assert anonymise(case).headlines[0].value == "16"
