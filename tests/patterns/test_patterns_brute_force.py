"""The rules with most logic beside a second implementation; `make torture` does the same with 2,000 journeys."""

from patterns_brute_force import differences
from patterns_kit import random_case

from journey_viewer.model.findings import Finding
from journey_viewer.patterns.definitions import NO_CHANGES, Thresholds
from journey_viewer.patterns.find import find_patterns


def differing(seeds: range, thresholds: Thresholds = NO_CHANGES) -> dict[int, dict[str, object]]:
    found: dict[int, dict[str, object]] = {}
    for seed in seeds:
        case = random_case(seed)
        findings = [one for one in find_patterns(case, thresholds) if isinstance(one, Finding)]
        if told := differences(case, findings):
            found[seed] = dict(told)
    return found


def test_a_second_implementation_finds_the_same() -> None:
    assert differing(range(200)) == {}


def test_it_sees_another_threshold() -> None:
    more = {"P01.days": 8, "P06.days": 15, "P09.days": 100, "P11.days": 15, "P14.services": 2}
    told = differing(range(200), more)
    assert {pattern for one in told.values() for pattern in one} == {"P01", "P06", "P09", "P11", "P14"}
