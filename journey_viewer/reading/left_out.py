"""Which rows of a table count for nothing: blank ones, headings again, totals, and those of the source's own rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journey_viewer.reading.codes import special_words
from journey_viewer.reading.dates import FIRST_SERIAL
from journey_viewer.reading.profiles import Profile, Skip, first_places, heading_places, rule_key
from journey_viewer.reading.sheets import Cell, Column, in_words


@dataclass(frozen=True, eq=False, repr=False)
class LeftOut:
    """True where a row is left out, and where that is because its person is none; with remarks on the rules."""

    skipped: NDArray[np.bool_]
    nobody: NDArray[np.bool_]
    remarks: tuple[str, ...]


def leave_out(
    profile: Profile,
    headings: Sequence[str],
    columns: Mapping[int, Column],
    dates: Sequence[int],
    blank: NDArray[np.bool_],
) -> LeftOut:
    """The rows to leave out of columns known by their place; ``dates``: the places of dates."""
    places = {key: at for key, at in heading_places(headings).items() if at in columns}
    skipped = blank | _repeats(columns, headings) | _totals(columns, dates)
    nobody = np.zeros(len(blank), np.bool_)
    remarks = []
    for rule in profile.skips:
        for place in first_places(places, rule.columns)[:1]:
            hit = _applies(rule, columns[place]) & ~skipped
            skipped |= hit
            nobody |= hit & rule.everywhere
            if count := int(np.count_nonzero(hit)):
                remarks.append(f"Rows left out by a rule of this source ({rule.why}): {count}.")
    return LeftOut(skipped, nobody, tuple(remarks))


def _applies(rule: Skip, column: Column) -> NDArray[np.bool_]:
    if not rule.says:
        return column.blank
    return column.each(lambda cell: rule_key(in_words(cell)) in rule.says, np.bool_)


def _repeats(columns: Mapping[int, Column], headings: Sequence[str]) -> NDArray[np.bool_]:
    """True where every cell says what its heading says."""

    def says(column: Column, heading: str) -> NDArray[np.bool_]:
        return column.each(lambda cell: in_words(cell) == heading, np.bool_)

    return np.logical_and.reduce([says(column, headings[place]) for place, column in columns.items()])


def _totals(columns: Mapping[int, Column], dates: Sequence[int]) -> NDArray[np.bool_]:
    """True where the first cell says "Total" and there is no date, though a number may stand in its place."""
    first = min(columns)
    totals = columns[first].each(_is_total, np.bool_)
    undated = (columns[place].each(_is_no_date, np.bool_) for place in dates if place != first)
    return np.logical_and.reduce([totals, *undated])


def _is_no_date(cell: Cell) -> bool:
    text = in_words(cell)
    return not text or (text.isdecimal() and int(text[:9]) < FIRST_SERIAL)


def _is_total(cell: Cell) -> bool:
    return str(cell).strip().lower().rstrip("0123456789 :=.,()") in special_words("total")
