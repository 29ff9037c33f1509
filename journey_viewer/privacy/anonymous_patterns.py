"""What the cases of a pack have in common, as it may leave: counted from what each case tells, and from nothing else.

What it adds to what an outsider could know: a pattern's count is over a whole journey, as the headline numbers are
(``headlines``), and each rule speaks only where it may of the case (``findings``). Which thresholds were
changed is said of the pack, never of a person; one that is an age is not told at all.
"""

from collections.abc import Collection, Mapping, Sequence

from journey_viewer.patterns.common import InCommon, Square, most_first
from journey_viewer.patterns.definitions import (
    YES_OR_NO,
    Threshold,
    Thresholds,
    changed_by,
    definition_of,
    limits_with,
    name_of,
    patterns,
)
from journey_viewer.privacy.anonymous_case import AnonymousCase
from journey_viewer.privacy.anonymous_pack import AnonymousPattern, AnonymousThreshold
from journey_viewer.privacy.findings import OWN_AGE
from journey_viewer.privacy.month_edges import LIMITED_BY_MONTHS, NOT_COUNTED
from journey_viewer.privacy.written import Clean


def common_patterns(
    cases: Sequence[AnonymousCase],
    thresholds: Thresholds,
    ideas: Mapping[str, str],
    clean: Clean,
    kept: Collection[str],
) -> tuple[AnonymousPattern, ...]:
    """Those that are common by the rule of ``patterns.common``, what most cases show first.

    ``ideas``: what was written by pattern, which goes through ``clean`` with the words ``kept``.
    """
    rows = (
        InCommon(pattern, tuple(Square(case.shows.get(pattern)) for case in cases)) for pattern in patterns()
    )
    return tuple(
        AnonymousPattern(
            name=name_of(row.pattern, thresholds),
            definition=_defined(row.pattern, thresholds),
            counts=patterns()[row.pattern].counts,
            cells=tuple(square.count for square in row.squares),
            shown=row.in_words,
            idea=clean(ideas.get(row.pattern, ""), kept),
            pattern=row.pattern,
            services=patterns()[row.pattern].services,
        )
        for row in sorted((row for row in rows if row.common), key=most_first)
    )


def _defined(pattern: str, thresholds: Thresholds) -> str:
    told = definition_of(pattern, thresholds)
    return f"{told} {NOT_COUNTED}" if pattern in LIMITED_BY_MONTHS else told


def changed_thresholds(thresholds: Thresholds) -> tuple[AnonymousThreshold, ...]:
    """Those that are not our defaults, pattern by pattern."""
    limits = limits_with(thresholds)
    return tuple(
        AnonymousThreshold(
            patterns()[pattern].short, one.name, _value(one, one.default), _value(one, limits[one.key])
        )
        for one in changed_by(thresholds)
        for pattern in [one.key.partition(".")[0]]
        if pattern not in OWN_AGE
    )


def _value(threshold: Threshold, value: float) -> str:
    if threshold.unit == YES_OR_NO:
        return "yes" if value else "no"
    return f"{value:g} {threshold.unit}"
