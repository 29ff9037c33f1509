"""All rules over one case."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from journey_viewer.model.case import Case
from journey_viewer.model.findings import Finding, NothingFound, Result, Said
from journey_viewer.patterns import (
    between_services,
    clusters,
    hospital,
    missed,
    over_time,
    reasons,
    referrals,
    soon_after,
)
from journey_viewer.patterns.definitions import NO_CHANGES, Thresholds, limits_with
from journey_viewer.patterns.look import Look, Told

Rule = Callable[[Look], Told]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "P01": soon_after.ae_after_gp,
        "P02": soon_after.ae_again,
        "P03": hospital.readmitted,
        "P04": hospital.no_follow_up,
        "P05": soon_after.elsewhere_after_discharge,
        "P06": missed.missed_appointments,
        "P07": referrals.bounced,
        "P08": reasons.repeated_tests,
        "P09": reasons.round_and_back,
        "P10": between_services.handed_over,
        "P11": clusters.crisis_clusters,
        "P12": over_time.gap_then_crisis,
        "P13": over_time.out_of_hours,
        "P14": between_services.many_open,
        "P15": clusters.before_a_crisis,
        "P16": clusters.busy_months,
        "P17": clusters.many_gp_contacts,
        "P18": clusters.many_ae_visits,
        "P19": between_services.low_continuity,
        "P20": over_time.rising_or_falling,
        "P21": reasons.one_need_many_services,
        "P22": clusters.not_taken_in,
        "P23": over_time.urgent_care_alone,
        "P24": reasons.life_not_illness,
        "P25": reasons.silent_lanes,
        "P26": over_time.one_day_of_the_week,
        "P27": referrals.long_waits,
    }
)


def find_patterns(case: Case, thresholds: Thresholds = NO_CHANGES) -> tuple[Result, ...]:
    """What each rule found, in the order of the patterns, each pattern at least once.

    ``thresholds``: what somebody changed ("P01.days" -> value); the others have their defaults.
    """
    look = Look(case, limits_with(thresholds))
    results: list[Result] = []
    for rule in RULES.values():
        found = rule(look)
        results.extend(found if isinstance(found, tuple) else (found,))
    return tuple(results)


def not_dismissed(results: Sequence[Result], said: Mapping[str, Said]) -> tuple[Result, ...]:
    """The same without the findings that a person put aside; a pattern with none left says how many they were.

    ``said``: by the text of a finding's key.
    """
    left: list[Result] = []
    dismissed: dict[str, int] = {}
    for result in results:
        if isinstance(result, Finding) and said.get(str(result.key)) is Said.DISMISSED:
            dismissed[result.pattern] = dismissed.get(result.pattern, 0) + 1
        else:
            left.append(result)
    gone = dismissed.keys() - {result.pattern for result in left}
    left.extend(NothingFound(pattern, "Put aside by a person", dismissed[pattern]) for pattern in gone)
    return tuple(sorted(left, key=_pattern))


def _pattern(result: Result) -> str:
    return result.pattern
