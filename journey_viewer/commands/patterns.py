"""What the journeys have in common, on the command line: by labels alone, without names and dates."""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from journey_viewer.commands.sources import opened_sources
from journey_viewer.errors import NothingToShare
from journey_viewer.model.findings import Result
from journey_viewer.patterns.common import InCommon, Square, in_common
from journey_viewer.patterns.definitions import Thresholds, changed_by, name_of
from journey_viewer.patterns.definitions import patterns as known_patterns
from journey_viewer.patterns.find import find_patterns, not_dismissed
from journey_viewer.session import Session, with_document

_READ = (
    "A number counts, in one journey, what stands in brackets. 7 of 10: so many journeys show the pattern."
    "\n-: looked for and not found. ?: cannot be told. Followed by is not caused by."
)


def patterns(options: argparse.Namespace) -> int:
    """Patterns × cases, with the case file's thresholds and without what was dismissed in it."""
    with opened_sources(options) as opened:
        session = opened.session
    people = session.shared_people if options.top is None else session.shared_unasked[: options.top]
    if not people:
        raise NothingToShare
    session = with_document(session, replace(session.document, chosen=tuple(people)))
    rows = in_common([_left_of(session, person) for person in people])
    labels = [session.label(person) for person in people]
    thresholds = session.document.thresholds
    if options.json:
        changed = {one.key: thresholds[one.key] for one in changed_by(thresholds)}
        told = [_told(row, labels, thresholds) for row in rows]
        by_name = {"cases": labels, "patterns": told, "changed_thresholds": changed}
        print(json.dumps(by_name, indent=2, ensure_ascii=False))
        return 0
    _say_squares(rows, labels, thresholds)
    for place, label in enumerate(labels):
        _say_case(label, {row.pattern: row.squares[place] for row in rows}, thresholds)
    return 0


def _left_of(session: Session, person: int) -> tuple[Result, ...]:
    document = session.document
    return not_dismissed(find_patterns(session.case(person), document.thresholds), document.said_of_findings)


def _told(row: InCommon, labels: Sequence[str], thresholds: Thresholds) -> dict[str, Any]:
    return {
        "pattern": row.pattern,
        "name": name_of(row.pattern, thresholds),
        "counts": known_patterns()[row.pattern].counts,
        "common": row.common,
        "shown_by": row.shown_by,
        "told_of": row.told_of,
        "untold": row.untold,
        "squares": {label: _square(square) for label, square in zip(labels, row.squares, strict=True)},
    }


def _square(square: Square) -> dict[str, Any]:
    if square.count is None:
        return {"count": None, "why": square.why}
    return {"count": square.count, "findings": [finding.sentence for finding in square.findings]}


def _say_squares(rows: Sequence[InCommon], labels: Sequence[str], thresholds: Thresholds) -> None:
    """A line a pattern and a column a case, what most cases show first."""
    definitions = known_patterns()
    print(f"{'':<7}{''.join(_column(label.rpartition(' ')[2]) for label in labels)}")
    for row in rows:
        squares = "".join(_column("?" if one.count is None else one.count or "-") for one in row.squares)
        mark = "common" if row.common else ""
        counted = definitions[row.pattern].counts
        print(f"{mark:<7}{squares}   {name_of(row.pattern, thresholds)} ({counted}): {row.in_words}")
    print(_READ)


def _column(text: str | int) -> str:
    return f"{text:>4}"


def _say_case(label: str, squares: Mapping[str, Square], thresholds: Thresholds) -> None:
    """Its findings as sentences, then what cannot be told of it, and why."""
    print(f"\n{label}")
    for pattern, square in squares.items():
        if square.findings:
            print(f"  {name_of(pattern, thresholds)}")
        for sentence, times in Counter(finding.sentence for finding in square.findings).items():
            print(f"    {sentence}{f' ({times} times)' if times > 1 else ''}")
    for pattern, square in squares.items():
        if square.count is None:
            print(f"  ? {name_of(pattern, thresholds)}: {square.why}")
