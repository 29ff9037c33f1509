from collections.abc import Callable
from datetime import date

import pytest
from patterns_kit import dated, number_in_square

from journey_viewer.model.case import Case
from journey_viewer.model.findings import CannotTell, Finding, NothingFound, Result, Said
from journey_viewer.model.words import Service
from journey_viewer.patterns.common import in_common
from journey_viewer.patterns.definitions import patterns
from journey_viewer.patterns.find import find_patterns, not_dismissed
from journey_viewer.patterns.strongest import strongest
from journey_viewer.privacy.statements import checked

MakeCase = Callable[..., Case]
DAY = date(2025, 2, 3)


def shows(pattern: str, count: int = 1) -> Result:
    return Finding(pattern, DAY, DAY, (count,), (), "told", count)


NOT, UNTOLD = NothingFound("P01", "looked"), CannotTell("P01", "No list")


@pytest.mark.parametrize(
    ("shown", "not_shown", "untold", "words", "common"),
    [
        (3, 3, 0, "3 of 6", True),
        (3, 4, 0, "3 of 7", False),
        (2, 0, 0, "2 of 2", False),
        (3, 0, 0, "3 of 3", True),
        (6, 3, 1, "6 of 9, cannot be told of 1", True),
        (3, 0, 7, "3 of 3, cannot be told of 7", False),
        (0, 4, 0, "0 of 4", False),
        (0, 0, 2, "cannot be told of 2", False),
    ],
)
def test_a_pattern_is_common_at_half_of_all_cases_and_three(
    shown: int, not_shown: int, untold: int, words: str, common: bool
) -> None:
    cases = [[shows("P01")]] * shown + [[NOT]] * not_shown + [[UNTOLD]] * untold
    row = next(row for row in in_common(cases) if row.pattern == "P01")
    assert (row.in_words, row.common) == (words, common)


def test_what_most_cases_show_stands_first() -> None:
    rows = in_common(
        [[shows("P02"), shows("P11", 2)], [shows("P11", 2), shows("P05", 9)], [shows("P02"), shows("P11")]]
    )
    assert [row.pattern for row in rows[:4]] == ["P11", "P02", "P05", "P01"]
    assert [square.count for square in rows[0].squares] == [2, 2, 1]
    assert len(rows) == len(patterns())


def test_a_square_adds_up_its_findings_and_says_why_it_cannot_tell() -> None:
    rows = in_common([[shows("P01", 2), shows("P01", 3)], [UNTOLD]])
    squares = next(row for row in rows if row.pattern == "P01").squares
    assert [(square.count, len(square.findings), square.why) for square in squares] == [
        (5, 2, ""),
        (None, 0, "No list"),
    ]


def test_what_a_person_put_aside_is_left_out(journey: MakeCase) -> None:
    results = find_patterns(journey(*dated(["D0 gp", "D1 ae", "D20 gp", "D21 ae"])))
    keys = [str(one.key) for one in results if isinstance(one, Finding) and one.pattern == "P01"]
    one_left = not_dismissed(results, {keys[0]: Said.DISMISSED, keys[1]: Said.CONFIRMED})
    assert number_in_square(one_left, "P01") == 1
    none_left = not_dismissed(results, dict.fromkeys(keys, Said.DISMISSED))
    (told,) = (one for one in none_left if one.pattern == "P01")
    assert told == NothingFound("P01", "Put aside by a person", 2)
    assert [one.pattern for one in none_left] == sorted(one.pattern for one in none_left)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([f"D{day} {service}" for day in (0, 30, 60) for service in ("gp", "ae")], "All 3 A&E visits came within 7 days of a GP contact"),
        ([*(f"D{day} {service}" for day in (0, 30, 60) for service in ("gp", "ae")), "D90 ae"], "3 of 4 A&E visits came within 7 days of a GP contact"),
        (["D0 gp", "D1 ae", "D2 ae", "D5 gp", "D10 ae", "D300 ae"], "3 of 4 A&E visits came within 7 days of a GP contact"),
        ([f"D{day} ae" for day in (0, 5, 10, 15)], "3 of 4 A&E visits came within 7 days of the one before"),
        (["D0 outpatient did_not_attend", "D5 outpatient did_not_attend", "D9 outpatient did_not_attend", "D10 urgent_111"], "3 missed appointments, 3 of them followed by an unscheduled contact within 14 days"),
        (["D0 mental_health stay; until=D5"], "1 mental health stay with no follow-up in 72 hours"),
        ([f"D{day} community referral refused" for day in (0, 5, 10)] + ["D20 community referral referred"], "All 3 refusals were followed by another referral or an unscheduled contact"),
        ([f"D{day} outpatient did_not_attend" for day in (0, 5, 10)], "3 missed appointments in a row or within 12 months"),
        ([f"D{day * 20} gp" for day in range(12)], "12 GP practice contacts in 12 months"),
    ],
)  # fmt: skip
def test_the_title_states_the_strongest_finding(journey: MakeCase, lines: list[str], title: str) -> None:
    case = journey(*dated(lines))
    told = strongest(find_patterns(case), case)
    assert told is not None
    assert told.sentence == title
    assert checked([told.sentence]) == (title,)


def test_one_that_holds_little_gives_way_to_one_that_holds_much(journey: MakeCase) -> None:
    gps = [f"D{day} gp" for day in (0, 60, 120)]
    case = journey(*dated([*gps, *(f"D{day} ae" for day in (1, 61, 121, *range(200, 207)))]))
    told = strongest(find_patterns(case), case)
    assert told is not None
    assert told.sentence == "6 of 10 A&E visits came within 7 days of the one before"


def test_where_nothing_is_strong_there_is_no_title_of_ours(journey: MakeCase) -> None:
    case = journey("2025-02-03 gp", "2025-02-04 ae", supplied=frozenset(Service))
    assert strongest(find_patterns(case), case) is None


def test_a_title_holds_all_its_contacts_in_time_order(journey: MakeCase) -> None:
    case = journey(*dated([f"D{day} {service}" for day in (60, 0, 30) for service in ("ae", "gp")]))
    told = strongest(find_patterns(case), case)
    assert told is not None
    days = {int(one.number): one.start for one in case.touchpoints}
    assert [days[number] for number in told.contacts] == sorted(days[number] for number in told.contacts)
    assert (len(told.contacts), told.count) == (6, 3)
