"""For each pattern tiny journeys at its threshold, just under and just over it. D0 is Monday 3 February 2025."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from patterns_kit import dated, number_in_square

from journey_viewer.model.case import Case
from journey_viewer.model.people import Person
from journey_viewer.model.words import Service
from journey_viewer.patterns.find import find_patterns

MakeCase = Callable[..., Case]
CANNOT_TELL = None


def each(days: Sequence[int], rest: str) -> list[str]:
    return [f"D{day} {rest}" for day in days]


def gps(*counts: int) -> list[str]:
    """So many contacts with each of some GPs, a contact a day."""
    who = [f"Dr {chr(65 + place)}lanyon" for place, count in enumerate(counts) for _ in range(count)]
    return [f"D{day} gp; by={name}" for day, name in enumerate(who)]


STAY = "D0 inpatient stay; until=D5; reason=Pneumonia"
OPEN = "social_care open_service; named="
MH_STAY = "D0T09:00 mental_health stay; until=D5T10:00"

TABLE: dict[str, dict[str, tuple[list[str], int | None]]] = {
    "P01": {
        "7 days after": (["D0 gp", "D7 ae"], 1),
        "8 days after": (["D0 gp", "D8 ae"], 0),
        "6 days after": (["D0 gp", "D6 ae"], 1),
        "before it": (["D1 gp", "D0 ae"], 0),
        "the same day, in this order": (["D0T09:00 gp", "D0T12:00 ae"], 1),
        "the same day, in the other order": (["D0T12:00 gp", "D0T09:00 ae"], 0),
        "the same day, order not known": (["D0 gp", "D0T09:00 ae"], 1),
        "one of two visits": (["D0 gp", "D1 ae", "D20 ae"], 1),
        "the GP sent them": (
            ["D0 gp; reason=Sent to A&E", "D0 ae", "D30 ae; reason=Referred by GP", "D29 gp"],
            0,
        ),
        "the appointment was missed": (["D0 gp did_not_attend", "D1 ae"], 0),
        "the day is not sure": (["D0 gp uncertain", "D1 ae"], 0),
    },
    "P02": {
        "7 days apart": (["D0 ae", "D7 ae"], 1),
        "8 days apart": (["D0 ae", "D8 ae"], 0),
        "the same day, no times": (["D0 ae", "D0 ae"], 1),
        "planned": (["D0 ae", "D3 ae; reason=Planned follow-up"], 0),
        "unplanned": (["D0 ae", "D3 ae; reason=Unplanned follow-up"], 1),
        "three in a row": (["D0 ae", "D3 ae", "D6 ae"], 2),
    },
    "P03": {
        "30 days after going home": ([STAY, "D35 inpatient stay; until=D36; reason=Emergency"], 1),
        "31 days after": ([STAY, "D36 inpatient stay; until=D37; reason=Emergency"], 0),
        "planned": ([STAY, "D10 inpatient stay; until=D12; reason=Planned: booked"], 0),
        "A&E the day before": ([STAY, "D9 ae", "D10 inpatient stay; until=D12; reason=Delirium"], 1),
        "nothing says what it was": ([STAY, "D10 inpatient stay; until=D12; reason=Delirium"], CANNOT_TELL),
        "cancer": ([STAY, "D10 inpatient stay; until=D12; reason=Emergency; named=Medical oncology"], 0),
        "a transfer on the day": ([STAY, "D5 inpatient stay; until=D9; reason=Emergency"], 0),
        "A&E between two stays of one day": (
            [
                "D0 inpatient stay; until=D5T10:00",
                "D5T15:00 ae",
                "D5T18:00 inpatient stay; until=D9; reason=Emergency",
            ],
            1,
        ),
    },
    "P04": {
        "nobody came": ([MH_STAY], 1),
        "72 hours after": ([MH_STAY, "D8T10:00 mental_health"], 0),
        "a minute late": ([MH_STAY, "D8T10:01 mental_health"], 1),
        "the third day, no time": ([MH_STAY, "D8 mental_health"], 0),
        "the fourth day, no time": ([MH_STAY, "D9 mental_health"], 1),
        "the same day, before it ended": ([MH_STAY, "D5T08:00 mental_health"], 1),
        "did not attend": ([MH_STAY, "D6T08:00 mental_health did_not_attend"], 1),
        "the outcome is not known": ([MH_STAY, "D6T08:00 mental_health unknown"], 0),
        "another stay": ([MH_STAY, "D6 inpatient stay; until=D20; reason=Fall"], 0),
        "a psychiatric ward": (["D0 inpatient stay; until=D5; named=Adult mental illness"], 1),
        "what ward is not said": (["D0 inpatient stay; until=D5; named=Inpatient"], CANNOT_TELL),
        "another sort of stay": ([STAY], 0),
        "near the end of the period": (["D320 mental_health stay; until=2025-12-30"], 0),
    },
    "P05": {
        "30 days after": ([STAY, "D35 gp"], 1),
        "31 days after": ([STAY, "D36 gp"], 0),
        "on the day of the end": ([STAY, "D5 gp"], 0),
        "an open service": ([f"D0 {OPEN}Reablement; until=D5", "D9 ae"], 1),
        "the same service": ([STAY, "D9 inpatient stay; until=D300"], 0),
        "still open": ([f"D0 {OPEN}Reablement", "D9 ae"], 0),
    },
    "P06": {
        "two in a row": (["D0 gp did_not_attend", "D400 gp did_not_attend"], 0),
        "two in a row within the period": (["D0 gp did_not_attend", "D9 gp did_not_attend"], 2),
        "a run with one attended between": (
            ["D-400 gp did_not_attend", "D-40 gp", "D9 gp did_not_attend"],
            0,
        ),
        "a run over a cancelled one": (
            ["D-398 gp did_not_attend", "D-40 gp cancelled_by_service", "D9 gp did_not_attend"],
            2,
        ),
        "two services in 365 days": (["D-364 gp did_not_attend", "D0 outpatient did_not_attend"], 2),
        "two services in 366 days": (["D-365 gp did_not_attend", "D0 outpatient did_not_attend"], 0),
        "one, then a crisis 14 days later": (["D0 gp did_not_attend", "D14 ae"], 1),
        "one, then a crisis 15 days later": (["D0 gp did_not_attend", "D15 ae"], 0),
        "a crisis on the day, order not known": (["D0 gp did_not_attend", "D0 ae"], 0),
        "a crisis later on the day": (["D0T09:00 gp did_not_attend", "D0T12:00 ae"], 1),
        "a run of three": (["D0 gp did_not_attend", "D1 gp did_not_attend", "D2 gp did_not_attend"], 3),
    },
    "P07": {
        "again 365 days later": (["D-350 community referral refused", "D15 community referral referred"], 1),
        "again 366 days later": (["D-351 community referral refused", "D15 community referral referred"], 0),
        "again with another service": (
            ["D0 community referral refused", "D9 outpatient referral referred"],
            0,
        ),
        "a crisis 30 days later": (["D0 community referral refused", "D30 ae"], 1),
        "a crisis 31 days later": (["D0 community referral refused", "D31 ae"], 0),
        "again on the day, order not known": (
            ["D0 community referral refused", "D0T09:00 community referral referred"],
            0,
        ),
        "refused twice, then taken": (
            [*each([0, 9], "community referral refused"), "D20 community referral referred"],
            2,
        ),
    },
    "P08": {
        "HbA1c after 59 days": (["D0 gp; reason=HbA1c", "D59 gp; reason=HbA1c"], 1),
        "HbA1c after 60 days": (["D0 gp; reason=HbA1c", "D60 gp; reason=HbA1c"], 0),
        "thyroid after 27 days": (["D0 gp; reason=TFTs", "D27 outpatient; reason=TSH"], 1),
        "liver on one day": (["D0 gp; reason=LFT", "D0 gp; reason=LFT"], 1),
        "liver the next day": (["D0 gp; reason=LFT", "D1 gp; reason=LFT"], 0),
        "results are no test": (["D0 gp; reason=HbA1c", "D9 gp; reason=HbA1c results"], 0),
        "a blood test of some sort": (["D0 gp; reason=Blood test", "D1 gp; reason=Blood test"], CANNOT_TELL),
        "no reasons": (["D0 gp", "D1 gp"], CANNOT_TELL),
    },
    "P09": {
        "round in 180 days": (
            ["D0 gp; reason=Fall", "D9 ae; reason=Fall", "D179 gp; reason=Falls again"],
            1,
        ),
        "round in 181 days": (["D0 gp; reason=Fall", "D9 ae; reason=Fall", "D180 gp; reason=Fall"], 0),
        "not back": (["D0 gp; reason=Fall", "D9 ae; reason=Fall", "D20 community; reason=Fall"], 0),
        "one service": (each([0, 5, 9], "gp; reason=Fall"), 0),
        "another problem between": (
            ["D0 gp; reason=Fall", "D9 ae; reason=Chest pain", "D20 gp; reason=Fall"],
            0,
        ),
        "words that we do not know": (each([0, 5, 9], "gp; reason=Knee"), CANNOT_TELL),
    },
    "P10": {
        "10 in a year": ([f"D{day * 30} {'gp' if day % 2 else 'ae'}" for day in range(11)], 10),
        "9 in a year, half of the steps": (
            [*(f"D{day} {'gp' if day % 2 else 'ae'}" for day in range(10)), *each(range(10, 19), "gp")],
            0,
        ),
        "just over half of the steps": (
            [*(f"D{day} {'gp' if day % 2 else 'ae'}" for day in range(7)), *each(range(7, 12), "ae")],
            6,
        ),
        "one day, no times": (["D0 gp", "D0 ae", "D0 gp"], 0),
        "a single contact": (["D0 gp"], 0),
    },
    "P11": {
        "three in 14 days": (each([0, 7, 13], "ae"), 1),
        "three in 15 days": (each([0, 7, 14], "ae"), 0),
        "two": (each([0, 7], "ae"), 0),
        "ambulance, A&E and stay are one": (
            ["D0T09:00 ambulance", "D0T10:00 ae", "D1 inpatient stay; until=D5", "D9 ae"],
            0,
        ),
        "three of one day": (["D0T09:00 ae", "D0T12:00 ae", "D0T19:00 ae"], 1),
        "the crisis team": (["D0 ae", "D1 mental_health; named=Crisis team", "D2 urgent_111; named=111"], 1),
        "two clusters": (each([0, 1, 2, 40, 41, 42], "ae"), 2),
        "planned contacts": (each([0, 1, 2], "gp"), 0),
    },
    "P12": {
        "90 days, then a crisis": (["D0 gp", "D5 gp", "D10 gp", "D101 ae"], 1),
        "89 days": (["D0 gp", "D5 gp", "D10 gp", "D100 ae"], 0),
        "90 days, then the GP": (["D0 gp", "D5 gp", "D10 gp", "D101 gp"], 0),
        "no longer than three times as usual": (["D-99 gp", "D-62 gp", "D-25 gp", "D80 ae"], 0),
        "may have been seen": (["D0 gp", "D5 gp", "D10 gp", "D50 gp unknown", "D101 ae"], 0),
        "nothing at all": ([], 0),
    },
    "P13": {
        "07:59": (["D0T07:59 gp"], 1),
        "08:00": (["D0T08:00 gp"], 0),
        "18:29": (["D0T18:29 ae"], 0),
        "18:30": (["D0T18:30 ae"], 1),
        "Saturday": (["D5T10:00 ae"], 1),
        "Good Friday": (["D74T10:00 ae"], 1),
        "no time": (["D0 ae", "D5 ae"], CANNOT_TELL),
        "one without a time": (["D0T10:00 ae", "D5 ae"], 0),
        "enhanced access": (["D0T18:30 gp", "D5T09:00 gp"], 0),
        "after enhanced access": (["D0T20:00 gp", "D5T17:00 gp"], 2),
    },
    "P14": {
        "three on one day": ([f"D0 {OPEN}A; until=D5", f"D0 {OPEN}B; until=D9", f"D5 {OPEN}C; until=D9"], 1),
        "never three": ([f"D0 {OPEN}A; until=D4", f"D0 {OPEN}B; until=D9", f"D5 {OPEN}C; until=D9"], 0),
        "one team twice": ([f"D0 {OPEN}A; until=D5", f"D0 {OPEN}a; until=D9", f"D5 {OPEN}C; until=D9"], 0),
        "still open": ([f"D0 {OPEN}A", f"D1 {OPEN}B", f"D2 {OPEN}C"], 1),
        "no periods": (["D0 gp"], CANNOT_TELL),
    },
    "P15": {
        "30 days before": (["D0 gp", "D30 ae"], 1),
        "31 days before": (["D0 gp", "D31 ae"], 0),
        "the same day, in this order": (["D0T09:00 gp", "D0T10:00 ae"], 1),
        "the same day, order not known": (["D0 gp", "D0T10:00 ae"], 0),
        "one crisis of three steps": (
            ["D0 gp", "D1T09:00 urgent_111", "D1T10:00 ambulance", "D1T11:00 ae"],
            1,
        ),
    },
    "P16": {
        "four in 30 days": (each([15, 20, 30, 44], "gp"), 4),
        "four in 31 days": (each([15, 20, 30, 45], "gp"), 0),
        "three in 30 days": (each([15, 20, 30], "gp"), 0),
        "four in a month of 31 days": (
            ["2025-03-01 gp", "2025-03-10 gp", "2025-03-20 gp", "2025-03-31 gp"],
            4,
        ),
        "four on one day": (["D0 gp", "D0 ae", "D0 urgent_111", "D0 community"], 4),
    },
    "P17": {
        "10 in 365 days": (each([-364, *range(-300, -292), 0], "gp"), 10),
        "10 in 366 days": (each([-365, *range(-300, -292), 0], "gp"), 0),
        "9": (each(range(9), "gp"), 0),
        "a missed one": (["D10 gp did_not_attend", *each(range(9), "gp")], 0),
    },
    "P18": {
        "5 in 365 days": (each([-364, -100, -90, -80, 0], "ae"), 5),
        "5 in 366 days": (each([-365, -100, -90, -80, 0], "ae"), 0),
        "4": (each(range(4), "ae"), 0),
    },
    "P19": {
        "8 clinicians, a third with one": (gps(4, 2, 1, 1, 1, 1, 1, 1), 8),
        "more than a third": (gps(4, 1, 1, 1, 1, 1, 1, 1), 0),
        "7 clinicians": (gps(4, 2, 2, 1, 1, 1, 1), 0),
        "9 contacts": (gps(2, 1, 1, 1, 1, 1, 1, 1), 0),
        "nobody is named": (each(range(12), "gp"), CANNOT_TELL),
        "no GP contact": ([], 0),
    },
    "P20": {
        "rising": (["D0 gp", *each(range(300, 305), "gp")], 1),
        "falling": (["D300 gp", *each(range(12), "gp")], 1),
        "steady": (each(range(-20, 330, 20), "gp"), 0),
        "five contacts": (each(range(300, 305), "gp"), 0),
    },
    "P21": {
        "three services in 60 days": (
            ["D0 gp; reason=Fall", "D9 ae; reason=Fall", "D59 community; reason=Fell"],
            1,
        ),
        "three in 61 days": (["D0 gp; reason=Fall", "D9 ae; reason=Fall", "D60 community; reason=Fell"], 0),
        "two services": (["D0 gp; reason=Fall", "D9 ae; reason=Fall", "D20 gp; reason=Fall"], 0),
        "one day": (["D0 gp; reason=Fall", "D0 ae; reason=Fall", "D0 ambulance; reason=Fall"], 1),
        "words that we do not know": (["D0 gp; reason=Knee"], CANNOT_TELL),
    },
    "P22": {
        "two in 30 days": (each([0, 29], "ambulance; reason=Fall, not taken in"), 2),
        "two in 31 days": (each([0, 30], "ambulance; reason=Fall, not taken in"), 0),
        "taken in": (each([0, 5], "ambulance; reason=Fall, taken in"), 0),
        "nothing said, no A&E": (each([0, 5], "ambulance"), 2),
        "nothing said, A&E the next day": ([*each([0, 5], "ambulance"), "D6 ae"], 0),
    },
    "P24": {
        "20%": (["D0 gp; reason=Debt letter", *each(range(1, 5), "gp; reason=Knee")], 1),
        "under 20%": (["D0 gp; reason=Debt letter", *each(range(1, 6), "gp; reason=Knee")], 0),
        "four reasons": (["D0 gp; reason=Debt letter", *each(range(1, 4), "gp; reason=Knee")], 0),
        "half give none": (
            ["D0 gp; reason=Debt letter", *each(range(1, 5), "gp; reason=Knee"), *each(range(5, 11), "gp")],
            CANNOT_TELL,
        ),
    },
    "P25": {
        "no contact": (["D0 gp; reason=Self-harm"], 1),
        "a contact in 365 days": (["D0 gp; reason=Self-harm", "2025-01-01 mental_health"], 0),
        "a contact before them": (["D0 gp; reason=Self-harm", "2024-12-31 mental_health"], 1),
        "may have been one": (["D0 gp; reason=Self-harm", "D9 mental_health unknown"], 0),
        "the need was named before": (["2024-12-31 gp; reason=Self-harm"], 0),
        "no reasons": (["D0 gp"], CANNOT_TELL),
    },
    "P26": {
        "40% on Mondays": ([*each([0, 7, 14, 21], "gp"), *each([1, 2, 3, 8, 9, 10], "gp")], 4),
        "less than 40%": ([*each([0, 7, 14, 21], "gp"), *each([1, 2, 3, 4, 8, 9, 10], "gp")], 0),
        "9 contacts": (each(range(0, 63, 7), "gp"), 0),
        "one hour of the day": ([f"D{day}T17:{day:02} gp" for day in range(10)], 10),
    },
    "P27": {
        "18 weeks": (["D0 community referral referred; until=D126", "D126 community"], 0),
        "18 weeks and a day": (["D0 community referral referred; until=D127", "D127 community"], 1),
        "the first contact after it": (
            ["D0 community referral referred", "D127 community", "D10 outpatient"],
            1,
        ),
        "missed": (["D0 community referral referred", "D7 community did_not_attend", "D140 community"], 0),
        "refused later": (["D0 community referral referred", "D127 community referral refused"], 1),
        "still waiting": (["2025-08-26 community referral referred"], 1),
        "not long enough": (["2025-08-27 community referral referred"], 0),
        "refused": (["D0 community referral refused"], 0),
        "no referral": ([], 0),
    },
}
ROWS = [
    pytest.param(pattern, *row, id=f"{pattern} {what}")
    for pattern, rows in TABLE.items()
    for what, row in rows.items()
]


@pytest.mark.parametrize(("pattern", "lines", "number"), ROWS)
def test_a_pattern_is_found_at_its_threshold_and_not_beyond(
    journey: MakeCase, pattern: str, lines: list[str], number: int | None
) -> None:
    assert number_in_square(find_patterns(journey(*dated(lines))), pattern) == number


YOUNG = Person(born=date(2007, 2, 3))  # 18 on day 0


@pytest.mark.parametrize(
    ("lines", "person", "number"),
    [
        (["D0 ae"], YOUNG, 1),
        (["D0 urgent_111", "D9 ae"], YOUNG, 2),
        (["D0 ae", "D100 gp"], YOUNG, 0),
        (["D0 ae", "D100 gp unknown"], YOUNG, 0),
        (["D0 ae", "D100 gp did_not_attend"], YOUNG, 1),
        (["2024-12-31 ae"], YOUNG, 0),
        (["2025-01-01 ae"], YOUNG, 1),
        (["D0 ae", "2024-12-31 gp"], YOUNG, 1),
        (["D0 ae"], Person(born=date(2018, 2, 3)), 1),  # 7 that day
        (["D0 ae"], Person(born=date(2018, 2, 4)), 0),
        (["D0 ae"], Person(born=date(2000, 2, 4)), 1),  # 24 still
        (["D0 ae"], Person(born=date(2000, 2, 3)), 0),
        (["D0 ae"], Person(), CANNOT_TELL),
    ],
)
def test_urgent_care_without_the_gp_is_told_of_young_people(
    journey: MakeCase, lines: list[str], person: Person, number: int | None
) -> None:
    assert number_in_square(find_patterns(journey(*dated(lines), person=person)), "P23") == number


def test_a_childs_tests_are_not_looked_at(journey: MakeCase) -> None:
    lines = dated(["D0 gp; reason=HbA1c", "D9 gp; reason=HbA1c"])
    child = journey(*lines, person=Person(born=date(2010, 1, 1)))
    assert number_in_square(find_patterns(child), "P08") is CANNOT_TELL


def test_a_year_is_needed_to_say_that_use_rises(journey: MakeCase) -> None:
    lines = each(range(300, 310), "gp")
    told = [find_patterns(journey(*dated(lines), first=first)) for first in ("2025-01-01", "2025-01-02")]
    assert [number_in_square(results, "P20") for results in told] == [1, CANNOT_TELL]


@pytest.mark.parametrize(
    ("pattern", "missing"),
    [
        ("P01", {Service.GP}),
        ("P01", {Service.AE}),
        ("P02", {Service.AE}),
        ("P03", {Service.INPATIENT}),
        ("P04", {Service.MENTAL_HEALTH}),
        ("P11", {Service.AE, Service.AMBULANCE, Service.URGENT_111}),
        ("P15", {Service.AE, Service.AMBULANCE, Service.URGENT_111}),
        ("P17", {Service.GP}),
        ("P18", {Service.AE}),
        ("P19", {Service.GP}),
        ("P22", {Service.AMBULANCE}),
        ("P23", {Service.GP}),
    ],
)
def test_what_no_list_was_supplied_of_cannot_be_told(
    journey: MakeCase, pattern: str, missing: set[Service]
) -> None:
    results = find_patterns(journey("2025-02-03 voluntary", supplied=frozenset(Service) - missing))
    assert number_in_square(results, pattern) is CANNOT_TELL


def test_a_crisis_needs_one_list_that_could_tell_of_it(journey: MakeCase) -> None:
    only = frozenset({Service.AE})
    results = find_patterns(journey(*dated(each([0, 1, 2], "ae")), supplied=only))
    assert number_in_square(results, "P11") == 1


def test_where_hospitals_told_nothing_an_ambulance_may_have_taken_somebody_in(journey: MakeCase) -> None:
    only = frozenset({Service.AMBULANCE})
    results = find_patterns(journey(*dated(each([0, 1], "ambulance")), supplied=only))
    assert number_in_square(results, "P22") is CANNOT_TELL
