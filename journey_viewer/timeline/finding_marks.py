"""What rules found, on the picture of a journey: soft bands with words under the plot, thin links between contacts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from journey_viewer.model.case import Case
from journey_viewer.model.findings import Finding
from journey_viewer.patterns.drawn import BANDS, LINKS, LONGEST_BAND
from journey_viewer.timeline.layout import FoundBand, FoundLink, Geometry, Layout, Mark, TextWidth

_MOST = 40
_FEW = 3  # contacts in a mark: a line to more than these says nothing of any
_THINNEST = 6.0  # pixels of a band
_LETTERS = 0.92  # of the size of text, as all words under the axis


def with_findings(
    layout: Layout, case: Case, findings: Sequence[Finding], names: Mapping[str, str], width: TextWidth
) -> Layout:
    """The same picture of this case with these findings and no others on it.

    ``names``: what stands under a band, by pattern.
    """
    if not findings:
        return replace(layout, finding_bands=(), links=())
    bands = [one for one in findings if one.pattern in BANDS][:_MOST]
    linked = [one for one in findings if one.pattern in LINKS][:_MOST]
    return replace(
        layout, finding_bands=_bands(layout, bands, names, width), links=_links(layout, case, linked)
    )


def with_days_found(layout: Layout, findings: Iterable[Finding]) -> Layout:
    """The same picture with the days of these findings as bands, without words: there is no room for any in a comparison."""
    shown = sorted(findings, key=_first)[:_MOST]
    edges = (_edges(layout, one) for one in shown if (one.last - one.first).days < LONGEST_BAND)
    bands = tuple(FoundBand(left, right, (left + right) / 2, "") for left, right in filter(None, edges))
    return replace(layout, finding_bands=bands)


def marks_of(layout: Geometry, case: Case, numbers: Iterable[int]) -> tuple[Mark, ...]:
    """The marks in which these contacts are seen, each once."""
    by_row = {row: mark for mark in layout.marks for row in mark.rows}
    rows = _rows(case)
    seen = (by_row.get(rows[number]) for number in numbers if number in rows)
    return tuple(dict.fromkeys(mark for mark in seen if mark is not None))


def _rows(case: Case) -> dict[int, int]:
    return {int(number): row for row, number in enumerate(case.touchpoints.number.tolist())}


def _bands(
    layout: Layout, findings: Sequence[Finding], names: Mapping[str, str], width: TextWidth
) -> tuple[FoundBand, ...]:
    text = layout.frame.text * _LETTERS
    taken = [
        (silence.middle - half, silence.middle + half)
        for silence in layout.silences
        if silence.label and (half := width(silence.label, text, False) / 2 + text * 0.5)
    ]
    made: list[FoundBand] = []
    for finding in sorted(findings, key=_first):
        edges = _edges(layout, finding)
        if edges is None:
            continue
        left, right = edges
        name = names.get(finding.pattern, "")
        half = width(name, text, True) / 2
        middle = min(
            max((left + right) / 2, layout.left + half), max(layout.right - half, layout.left + half)
        )
        free = all(middle + half < begins or ends < middle - half for begins, ends in taken)
        if free:
            taken.append((middle - half - text * 0.5, middle + half + text * 0.5))
        made.append(FoundBand(left, right, middle, name if free else ""))
    return tuple(made)


def _first(finding: Finding) -> date:
    return finding.first


def _edges(layout: Layout, finding: Finding) -> tuple[float, float] | None:
    """None where it is out of sight."""
    scale = layout.scale
    first, last = finding.first.toordinal(), finding.last.toordinal() + 1
    if last <= scale.first or first >= scale.last:
        return None
    left, right = max(scale(first), layout.left), min(scale(last), layout.right)
    more = max(_THINNEST - (right - left), 0.0) / 2
    return left - more, right + more


def _links(layout: Layout, case: Case, findings: Sequence[Finding]) -> tuple[FoundLink, ...]:
    """A line from mark to mark, where both are of few contacts."""
    rows = _rows(case) if findings else {}
    pairs = (link for finding in findings for link in finding.links)
    return links_between(
        layout.marks, ((rows.get(before, -1), rows.get(after, -1)) for before, after in pairs)
    )


def links_between(marks: Iterable[Mark], pairs: Iterable[tuple[int, int]]) -> tuple[FoundLink, ...]:
    """The lines between touchpoints, told by their places in the journey."""
    by_row = {row: mark for mark in marks if mark.count <= _FEW for row in mark.rows}
    made: dict[FoundLink, None] = {}
    for before, after in pairs:
        one, other = by_row.get(before), by_row.get(after)
        if one is not None and other is not None and one is not other:
            made[FoundLink(one.x, one.y, other.x, other.y)] = None
    return tuple(made)
