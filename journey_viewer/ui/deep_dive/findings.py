"""The findings of the shown person as the picture and the list need them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from journey_viewer.model.days import day_in_words
from journey_viewer.model.findings import CannotTell, Finding, Result, Said
from journey_viewer.patterns.definitions import name_of, patterns
from journey_viewer.patterns.drawn import BANDS, is_drawn, kinds_drawn
from journey_viewer.patterns.strongest import ORDER
from journey_viewer.session import Session

_PLACES = {pattern: place for place, pattern in enumerate(ORDER)}


@dataclass(frozen=True)
class FoundHere:
    """``drawn`` on the picture, with ``names`` under the bands; ``chosen``: of which every contact is ringed."""

    drawn: tuple[Finding, ...] = ()
    chosen: Finding | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_words(self) -> str:
        """Which kinds are drawn: "Drawn now: Crisis clusters (bands), A&E soon after the GP (links)"."""
        kinds = dict.fromkeys(finding.pattern for finding in self.drawn)
        told = [f"{self.names[kind]} ({'bands' if kind in BANDS else 'links'})" for kind in kinds]
        return f"Drawn now: {', '.join(told)}" if told else ""


NOTHING_FOUND = FoundHere()


def found_here(session: Session, results: Sequence[Result]) -> FoundHere:
    """The strongest kinds, without what somebody dismissed; nothing where findings are not wanted on the picture."""
    said = session.document.said_of_findings
    findings = [one for one in results if isinstance(one, Finding)]
    chosen = next((one for one in findings if one.key == session.view.finding), None)
    left = [one for one in findings if said.get(str(one.key)) is not Said.DISMISSED]
    kinds = kinds_drawn(left) if session.view.found else ()
    drawn = tuple(one for kind in kinds for one in left if one.pattern == kind and is_drawn(one))
    return FoundHere(drawn, chosen, {kind: patterns()[kind].short for kind in kinds})


@dataclass(frozen=True)
class FindingRow:
    """What one row of the list shows; ``finding`` is None where a rule could not tell.

    ``headed``: it is the first of its pattern and has the name of it above.
    """

    pattern: str
    title: str
    days: str
    text: str
    finding: Finding | None = None
    said: Said | None = None
    headed: bool = True

    @property
    def is_dismissed(self) -> bool:
        return self.said is Said.DISMISSED

    @property
    def remark(self) -> str:
        if self.said is None:
            return ""
        return "Confirmed" if self.said is Said.CONFIRMED else "Dismissed: not counted"


def finding_rows(session: Session, results: Sequence[Result]) -> list[FindingRow]:
    """What may stand in a title first, in that order; then the rest, what cannot be told, and what was dismissed."""
    document = session.document
    names = {pattern: name_of(pattern, document.thresholds) for pattern in patterns()}
    rows = [_row(one, document.said_of_findings, names) for one in results if isinstance(one, Finding)]
    rows.sort(key=_place)
    untold = [
        FindingRow(one.pattern, names[one.pattern], "", f"Cannot be told: {one.why}.")
        for one in results
        if isinstance(one, CannotTell)
    ]
    kept = [row for row in rows if not row.is_dismissed]
    listed = [*kept, *untold, *(row for row in rows if row.is_dismissed)]
    before = ["", *(row.pattern for row in listed)]
    return [replace(row, headed=row.pattern != last) for row, last in zip(listed, before, strict=False)]


def _row(finding: Finding, said: Mapping[str, Said], names: Mapping[str, str]) -> FindingRow:
    told = said.get(str(finding.key)) if said else None
    return FindingRow(
        finding.pattern, names[finding.pattern], _days(finding), finding.sentence, finding, told
    )


def _days(finding: Finding) -> str:
    first, last = day_in_words(finding.first), day_in_words(finding.last)
    return first if first == last else f"{first} to {last}"


def _place(row: FindingRow) -> tuple[int, str, int]:
    finding = row.finding
    if finding is None:
        return len(ORDER), "", 0
    return _PLACES.get(finding.pattern, len(ORDER)), finding.pattern, finding.first.toordinal()
