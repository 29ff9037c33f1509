import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from patterns_kit import dated, in_words, number_in_square, of_pattern, random_case
from test_patterns_tables import TABLE

import journey_viewer.patterns
from journey_viewer.model.case import Case
from journey_viewer.model.findings import Finding
from journey_viewer.patterns.definitions import (
    changed_by,
    defaults,
    definition_of,
    limits_with,
    name_of,
    patterns,
    tables,
)
from journey_viewer.patterns.find import RULES, find_patterns
from journey_viewer.privacy.statements import checked

MakeCase = Callable[..., Case]
CLAIMS_TOO_MUCH = re.compile(
    r"\bcaus|\bbecause\b|\bdue to\b|\bled to\b|\bresult(s|ed|ing)? in\b|\bas a result\b|\btrigger"
)
ALL_LINES = [(pattern, lines) for pattern, rows in TABLE.items() for lines, _ in rows.values()]


def templates() -> Iterator[str]:
    """Every text in the rules, whole or part of a sentence, and every definition."""
    for path in Path(journey_viewer.patterns.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        yield from (
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
    for told in patterns().values():
        yield from (told.name, told.short, told.definition, told.counts, told.source)
        yield from (limit.name for limit in told.thresholds)


def test_nothing_says_that_one_contact_came_of_another() -> None:
    texts = list(templates())
    assert any("followed by" in text for text in texts)
    assert [text for text in texts if CLAIMS_TOO_MUCH.search(text.casefold())] == []


@pytest.mark.parametrize("claim", ["caused by", "because of it", "Due to a fall", "led to A&E"])
def test_a_claim_would_be_seen(claim: str) -> None:
    assert CLAIMS_TOO_MUCH.search(claim.casefold())


@pytest.mark.parametrize(("pattern", "lines"), ALL_LINES)
def test_every_sentence_holds_our_own_words_alone(journey: MakeCase, pattern: str, lines: list[str]) -> None:
    sentences = [in_words(one) for one in find_patterns(journey(*dated(lines)))]
    assert checked(sentences) == tuple(sentences)


@given(st.integers(0, 10**6))
@settings(max_examples=30)
def test_what_any_journey_is_said_to_show_holds_our_own_words_alone(seed: int) -> None:
    sentences = [in_words(one) for one in find_patterns(random_case(seed))]
    assert checked(sentences) == tuple(sentences)


@pytest.mark.parametrize(
    ("pattern", "lines", "sentence"),
    [
        ("P01", ["D0 gp", "D1 ae"], "A&E visit 1 day after a GP contact"),
        ("P01", ["D0 gp", "D0 ae"], "A&E visit on the same day as a GP contact; which came first is not known"),
        ("P02", ["D0 ae", "D0 ae"], "2 A&E visits on the same day"),
        ("P04", ["D0 mental_health stay; until=D5"], "Mental health stay that ended with no follow-up in 72 hours"),
        ("P06", ["D0 gp did_not_attend", "D3 ae"], "1 appointment missed, followed by an unscheduled contact within 14 days"),
        ("P06", ["D0 gp did_not_attend", "D1 gp did_not_attend", "D3 ae"], "2 appointments in a row missed with one service, 2 of them followed by an unscheduled contact within 14 days"),
        ("P07", ["D0 community referral refused", "D9 community referral referred", "D1 ae"], "Referral refused or closed, followed by another to the same service 9 days later and by an unscheduled contact 1 day later"),
        ("P10", [f"D{day} {'gp' if day % 2 else 'ae'}; by=Dr {'Quill' if day < 5 else 'Lanyon'}" for day in range(11)], "10 hand-overs in 10 steps, 10 of them in 12 months; 1 change of clinician at the GP practice"),
        ("P11", ["D0T08:00 ambulance", "D0T09:00 ae", "D3 ae", "D4 ae"], "3 crises with 4 unscheduled contacts in 5 days, with 2 services"),
        ("P12", ["D0 gp", "D5 gp", "D10 gp", "D101 ae"], "90 days without a recorded contact, followed by an unscheduled one"),
        ("P13", ["D0T07:00 gp", "D0T09:00 gp"], "1 of 2 contacts with a known time out of hours"),
        ("P17", [f"D{day} gp" for day in range(30)], "30 GP practice contacts in 12 months, 30 or more"),
        ("P27", ["D0 community referral referred; until=D140", "D140 community"], "Referral, followed by the first appointment 140 days later"),
    ],
)  # fmt: skip
def test_a_finding_is_told_exactly(journey: MakeCase, pattern: str, lines: list[str], sentence: str) -> None:
    assert [one.sentence for one in of_pattern(find_patterns(journey(*dated(lines))), pattern)] == [sentence]


def test_every_pattern_has_a_rule_and_every_rule_a_pattern() -> None:
    assert list(RULES) == list(patterns()) == [f"P{number:02}" for number in range(1, 28)]


def test_every_default_lies_between_its_least_and_its_most() -> None:
    limits = [limit for told in patterns().values() for limit in told.thresholds]
    assert [limit.key for limit in limits if not limit.least <= limit.default <= limit.most] == []
    assert all(limit.source and limit.unit and limit.name for limit in limits)
    assert all(told.definition and told.source and told.counts and told.group for told in patterns().values())


def test_every_test_that_is_known_has_its_interval() -> None:
    assert {f"P08.{name}" for name in tables()["tests"]} == {
        key for key in defaults() if key.startswith("P08.")
    }


def test_what_is_expected_is_a_problem_that_is_known() -> None:
    assert tables()["expected"].keys() <= tables()["problems"].keys()


def test_names_tell_the_thresholds_in_use() -> None:
    assert name_of("P01") == "A&E within 7 days of a GP contact"
    assert name_of("P01", {"P01.days": 14}) == "A&E within 14 days of a GP contact"
    assert name_of("P12") == "No contact for 90 days, then a crisis"
    assert name_of("P12", {"P12.crisis": 0}) == "No contact for 90 days"
    assert name_of("P19") == "Low continuity: 10+ contacts, no GP over a third"
    assert name_of("P19", {"P19.share": 0.5}) == "Low continuity: 10+ contacts, no GP over 50%"
    assert "14 days" in definition_of("P01", {"P01.days": 14})


def test_no_name_and_no_definition_has_a_brace_left() -> None:
    told = [text for key in patterns() for text in (name_of(key), definition_of(key))]
    assert [text for text in told if "{" in text or "}" in text] == []


def test_only_what_differs_from_its_default_is_said_to_be_changed() -> None:
    changed = changed_by({"P01.days": 14, "P02.days": 7, "P99.days": 1})
    assert [limit.key for limit in changed] == ["P01.days"]
    assert "P99.days" not in limits_with({"P99.days": 1})


@pytest.mark.parametrize(
    ("pattern", "thresholds", "lines", "number"),
    [
        ("P01", {"P01.days": 8}, ["D0 gp", "D8 ae"], 1),
        ("P01", {"P01.same_day": 0}, ["D0T09:00 gp", "D0T12:00 ae"], 0),
        ("P01", {"P01.gp_sent": 1}, ["D0 gp; reason=Sent to A&E", "D0 ae"], 1),
        ("P05", {"P05.unscheduled": 1}, ["D0 inpatient stay; until=D5", "D9 gp", "D10 ae"], 1),
        ("P11", {"P11.services": 2}, ["D0 ae", "D1 ae", "D2 ae"], 0),
        ("P12", {"P12.crisis": 0}, ["D0 gp", "D5 gp", "D10 gp", "D101 gp"], 1),
        ("P13", {"P13.enhanced": 1}, ["D0T18:30 gp"], 1),
        ("P13", {"P13.contacts": 2}, ["D0T07:00 gp"], 0),
    ],
)
def test_a_threshold_can_be_changed(
    journey: MakeCase, pattern: str, thresholds: dict[str, float], lines: list[str], number: int
) -> None:
    assert number_in_square(find_patterns(journey(*dated(lines)), thresholds), pattern) == number


@given(st.data())
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_rule_is_silent_whatever_the_lists_hold(
    journey: MakeCase, any_journey: st.SearchStrategy[list[str]], data: st.DataObject
) -> None:
    results = find_patterns(journey(*data.draw(any_journey)))
    assert list(dict.fromkeys(one.pattern for one in results)) == list(patterns())


@given(st.integers(0, 10**6))
@settings(max_examples=30)
def test_a_finding_stands_in_its_journey(seed: int) -> None:
    case = random_case(seed)
    places = {int(number): place for place, number in enumerate(case.touchpoints.number)}
    for one in find_patterns(case):
        if isinstance(one, Finding):
            assert case.window.first <= one.first <= one.last <= case.window.last
            assert [places[number] for number in one.contacts] == sorted(
                {places[number] for number in one.contacts}
            )
            assert all(places[first] < places[then] for first, then in one.links)
            assert {number for link in one.links for number in link} <= set(one.contacts)
            assert one.count > 0
