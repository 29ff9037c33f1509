"""What the cases have in common: patterns × cases."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey_viewer.model.findings import CannotTell, Finding, NothingFound, Result
from journey_viewer.patterns.definitions import patterns

COMMON_SHARE, COMMON_LEAST = 0.5, 3
"""A pattern is common at half the cases, and at three at least: our default."""


@dataclass(frozen=True)
class Square:
    """One pattern in one case.

    ``count``: 0 where it was looked for and not found, None where it cannot be told · ``why``: at what was looked
    there, or why it cannot be told.
    """

    count: int | None
    findings: tuple[Finding, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class InCommon:
    """One pattern in all cases, a square a case in their order."""

    pattern: str
    squares: tuple[Square, ...]

    @property
    def shown_by(self) -> int:
        """How many cases show it."""
        return sum(bool(square.count) for square in self.squares)

    @property
    def told_of(self) -> int:
        """Of how many cases it can be told."""
        return sum(square.count is not None for square in self.squares)

    @property
    def untold(self) -> int:
        """Of how many cases it cannot be told."""
        return len(self.squares) - self.told_of

    @property
    def common(self) -> bool:
        """Whether half of all cases show it, those of which it cannot be told among them, and three at least."""
        return self.shown_by >= COMMON_LEAST and self.shown_by >= len(self.squares) * COMMON_SHARE

    @property
    def in_words(self) -> str:
        """As people read it: "6 of 9", "6 of 9, cannot be told of 1"."""
        if not self.told_of:
            return f"cannot be told of {self.untold}" if self.untold else ""
        shown = f"{self.shown_by} of {self.told_of}"
        return f"{shown}, cannot be told of {self.untold}" if self.untold else shown


def in_common(cases: Sequence[Sequence[Result]]) -> tuple[InCommon, ...]:
    """A row a pattern, from what was found in each case: what most cases show first, then what was counted most.

    What a person dismissed is left out before (``find.not_dismissed``).
    """
    by_pattern = [_by_pattern(results) for results in cases]
    rows = (
        InCommon(pattern, tuple(_square(told.get(pattern, [])) for told in by_pattern))
        for pattern in patterns()
    )
    return tuple(sorted(rows, key=most_first))


def _by_pattern(results: Sequence[Result]) -> dict[str, list[Result]]:
    told: dict[str, list[Result]] = {}
    for result in results:
        told.setdefault(result.pattern, []).append(result)
    return told


def _square(results: Sequence[Result]) -> Square:
    untold = [result.why for result in results if isinstance(result, CannotTell)]
    if untold:
        return Square(None, why=untold[0])
    findings = tuple(result for result in results if isinstance(result, Finding))
    nothing = [result.looked_at for result in results if isinstance(result, NothingFound)]
    return Square(sum(finding.count for finding in findings), findings, "".join(nothing))


def most_first(row: InCommon) -> tuple[int, int, str]:
    """Sorts what most cases show first, then what was counted most."""
    counted = sum(square.count or 0 for square in row.squares)
    return -row.shown_by, -counted, row.pattern
