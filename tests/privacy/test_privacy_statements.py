from collections.abc import Callable

import pytest

from journey_viewer.model.case import Case
from journey_viewer.model.words import Service
from journey_viewer.privacy.anonymise import anonymise

MakeCase = Callable[..., Case]


@pytest.mark.parametrize(
    ("lines", "fact"),
    [
        (["2024-01-01 gp; by=Dr A", "2024-01-02 gp; by=Dr A"], "2 GP practice contacts, 1 clinician; 100% with the same one"),
        (["2024-01-01 gp; by=Dr A"], "1 GP practice contact, too few with a named clinician to tell continuity"),
        (["2024-01-01 gp; by=Dr A", "2024-01-02 gp; by=Dr A", "2024-01-03 gp"], "3 GP practice contacts, 1 clinician; 100% of the 2 that name one with the same one"),
        (["2024-01-01 gp; by=Dr A", "2024-01-02 gp; by=Dr A", *[f"2024-02-0{day} gp" for day in range(1, 6)]], "7 GP practice contacts, too few with a named clinician to tell continuity"),
        (["2024-01-01 ae"], "1 A&E attendance"),
        (["2024-01-01 ae", "2024-01-02 ae", "2024-01-03 urgent_111"], "2 A&E attendances and 1 contact with 111 or out of hours"),
        (["2024-01-01 inpatient stay; until=2024-01-06"], "1 hospital stay (up to a week in all)"),
        (["2024-01-01 gp", "2024-01-02 ae"], "1 hand-over between services"),
        (["2024-01-01 gp refused", "2024-01-02 gp did_not_attend"], "1 appointment missed or cancelled by the person"),
        (["2024-01-01 gp refused", "2024-01-02 gp"], "1 touchpoint cancelled or refused by a service"),
        (["2024-01-01 gp", "2024-06-01 gp"], "Longest time without a recorded contact: 4 whole months"),
        (["2024-01-01 gp", "2024-06-01 ae", "2024-07-01 ae"], "Most often: A&E, 2 of 3 touchpoints"),
    ],
)  # fmt: skip
def test_a_fact_is_told_in_words(journey: MakeCase, lines: list[str], fact: str) -> None:
    assert fact in anonymise(journey(*lines)).seen


def test_what_did_not_happen_is_not_told(journey: MakeCase) -> None:
    assert anonymise(journey()).seen == ()
    assert anonymise(journey("2024-01-01 voluntary")).seen == (
        "Most often: Voluntary sector, 1 of 1 touchpoint",
    )


def test_silent_lanes_and_lists_not_supplied_are_told_apart(journey: MakeCase) -> None:
    some = frozenset(Service) - {Service.AMBULANCE, Service.VOLUNTARY}
    lines = [f"2024-01-01 {service}" for service in some if service is not Service.AE]
    silent, missing, counts = anonymise(journey(*lines, "2024-01-02 gp refused", supplied=some)).covered
    assert silent == "No contact recorded: A&E"
    assert missing == "Not supplied, so not known: Ambulance, Voluntary sector"
    assert counts == "8 attended contacts of 9 touchpoints drawn"


def test_where_every_lane_speaks_it_says_so(journey: MakeCase) -> None:
    case = journey(*[f"2024-01-01 {service}" for service in Service])
    assert anonymise(case).covered[0] == "Every service had contact"
