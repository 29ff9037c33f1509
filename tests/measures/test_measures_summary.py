from collections.abc import Callable

import pytest

from journey_viewer.measures.summary import Summary, summarise
from journey_viewer.model.case import Case
from journey_viewer.model.words import Outcome, Service

MakeCase = Callable[..., Case]


@pytest.fixture
def numbers(journey: MakeCase) -> Callable[..., Summary]:
    def build(*lines: str, **options: str) -> Summary:
        return summarise(journey(*lines, **options))

    return build


Numbers = Callable[..., Summary]


def test_everything_is_a_touchpoint_but_only_the_attended_are_contacts(numbers: Numbers) -> None:
    told = numbers(*[f"2024-01-01 gp {outcome}" for outcome in Outcome], "2024-01-02 ae")
    assert (told.touchpoints, told.contacts, told.missed, told.turned_away) == (8, 2, 2, 2)
    assert told.by_service == {Service.GP: 7, Service.AE: 1}
    assert told.contacts_by_service == {Service.GP: 1, Service.AE: 1}
    assert (told.gp_contacts, told.services) == (1, 2)


def test_nothing_is_nothing(numbers: Numbers) -> None:
    told = numbers()
    assert (told.touchpoints, told.contacts, told.handovers, told.nights, told.services) == (0, 0, 0, 0, 0)
    assert (told.longest_gap, told.continuity.upc, dict(told.by_service)) == (None, None, {})


@pytest.mark.parametrize(
    ("services", "handovers"),
    [
        ("gp gp gp", 0),
        ("gp ae gp", 2),
        ("gp ae ae other", 2),
        ("gp", 0),
        ("gp:did_not_attend ae gp", 1),
        ("gp ae:cancelled_by_person gp", 0),
        ("gp ae:unknown gp", 0),
    ],
)
def test_a_handover_is_between_attended_contacts_with_different_services(
    numbers: Numbers, services: str, handovers: int
) -> None:
    words = [word.replace(":", " ") for word in services.split()]
    lines = [f"2024-01-{day:02} {word}" for day, word in enumerate(words, start=1)]
    assert numbers(*reversed(lines)).handovers == handovers


@pytest.mark.parametrize(
    ("stay", "nights"),
    [
        ("2024-03-01 inpatient stay; until=2024-03-04", 3),
        ("2024-03-01T22:00 inpatient stay; until=2024-03-02T06:00", 1),
        ("2024-03-01 inpatient stay; until=2024-03-01", 0),
        ("2024-02-20 inpatient stay; until=2024-03-03", 2),
        ("2024-03-30 inpatient stay; until=2024-05-01", 2),
        ("2024-03-30 inpatient stay", 2),
        ("2023-01-01 inpatient stay", 31),
        ("2024-03-01 inpatient stay did_not_attend; until=2024-03-04", 0),
        ("2024-03-01 community open_service; until=2024-03-04", 0),
    ],
)
def test_nights_are_those_of_stays_inside_the_window(numbers: Numbers, stay: str, nights: int) -> None:
    assert numbers(stay, first="2024-03-01", last="2024-03-31").nights == nights


def test_nights_in_two_hospitals_at_once_are_counted_once(numbers: Numbers) -> None:
    told = numbers(
        "2024-03-01 inpatient stay; until=2024-03-11", "2024-03-05 inpatient stay; until=2024-03-08"
    )
    assert (told.stays, told.nights) == (2, 10)


def care(numbers: Numbers, *seen: str) -> Summary:
    return numbers(*[f"2024-{line.split(' ', 1)[0]} gp; by={line.split(' ', 1)[1]}" for line in seen])


def test_continuity_is_over_named_clinicians_one_a_day(numbers: Numbers) -> None:
    told = care(numbers, "01-01 Dr A", "01-01 Dr A", "01-02 ", "01-03 Dr B", "01-04 Dr A")
    assert (told.gp_contacts, told.gp_clinicians, told.continuity.contacts) == (5, 2, 3)
    assert (told.continuity.upc, told.continuity.secon) == pytest.approx((2 / 3, 0))


def test_one_name_in_two_spellings_is_one_clinician(numbers: Numbers) -> None:
    told = care(numbers, "01-01 Dr Lanyon", "01-02 DR LANYON")
    assert (told.gp_clinicians, told.continuity.upc) == (1, 1)


@pytest.mark.parametrize(
    ("seen", "secon"),
    [
        (["01-01 Dr A", "01-01 Dr B", "01-02 Dr B"], None),
        (["01-01T09:00 Dr A", "01-01T10:00 Dr B", "01-02 Dr B"], 0.5),
        (["01-01T09:00 Dr A", "01-01 Dr B", "01-02 Dr B"], None),
        (["01-01 Dr A", "01-01 Dr A", "01-02 Dr A"], 1.0),
    ],
)
def test_contacts_of_one_day_without_times_have_no_order(
    numbers: Numbers, seen: list[str], secon: float | None
) -> None:
    assert care(numbers, *seen).continuity.secon == secon


def test_continuity_counts_neither_other_lanes_nor_missed_appointments(numbers: Numbers) -> None:
    told = numbers(
        "2024-01-01 gp; by=Dr A",
        "2024-01-02 gp did_not_attend; by=Dr B",
        "2024-01-03 ae; by=Dr C",
        "2024-01-04 gp; by=Dr A",
    )
    assert (told.gp_clinicians, told.continuity.contacts, told.continuity.secon) == (1, 2, 1)
