"""A sheet becomes a table: recognised by its headings, cut below them, its columns known by their roles."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journey_viewer.errors import JourneyError, NoDateColumn, NoPersonColumn
from journey_viewer.reading.profiles import PERSON_ROLES, Gives, Profile, Role, profiles
from journey_viewer.reading.sheets import Column, Sheet, first_filled, in_words


@dataclass(frozen=True, eq=False, repr=False)
class Table:
    """The rows below a heading row, one entry a row in every array.

    columns, headings: for each role its columns, best first, and the heading of the best.
    row: int32, as a spreadsheet counts. skipped: blank, or the heading again.
    apart: the row has more cells than there are headings.
    """

    profile: Profile
    columns: dict[Role, tuple[Column, ...]]
    headings: dict[Role, str]
    row: NDArray[np.int32]
    skipped: NDArray[np.bool_]
    apart: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.row)

    def column(self, role: Role) -> Column | None:
        """In every row the first cell that is filled in, of all columns with this role."""
        columns = self.columns.get(role)
        return first_filled(columns) if columns else None

    def heading(self, *roles: Role) -> str:
        """The heading of the first of these roles that the table has; "" where it has none."""
        return next((self.headings[role] for role in roles if role in self.headings), "")


def read_table(sheet: Sheet) -> Table | None:
    """The table on this sheet; None where nothing on it looks like a list.

    Raises NoDateColumn or NoPersonColumn where it is nearly a list.
    """
    found = _recognise(sheet)
    if found is None:
        return None
    profile, heading_row = found
    headings = [in_words(cell) for cell in sheet.head[heading_row]]
    roles = profile.roles(headings)
    problem = _missing(profile, roles.keys())
    if problem is not None:
        raise problem
    return _cut(sheet, profile, heading_row, headings, roles)


def _recognise(sheet: Sheet) -> tuple[Profile, int] | None:
    """The profile of the sheet and the place of its heading row.

    A signature decides; else the row in which the most headings mean something, the first of equals.
    """
    heads = [[in_words(cell) for cell in row] for row in sheet.head]
    for profile in profiles():
        scores = [_score(profile, headings) for headings in heads]
        if scores and max(scores) > 0:
            return profile, scores.index(max(scores))
    return None


def _score(profile: Profile, headings: Sequence[str]) -> int:
    if profile.signature:
        return int(profile.signed(headings))
    known = len(profile.roles(headings))
    return known if known >= profile.enough else 0


def _missing(profile: Profile, has: Set[Role]) -> JourneyError | None:
    """What a list needs and this one has not."""
    if not has & PERSON_ROLES and Role.DATE in has:
        return NoPersonColumn()
    if profile.gives is Gives.TOUCHPOINTS and Role.DATE not in has:
        return NoDateColumn()
    return None


def _cut(
    sheet: Sheet, profile: Profile, heading_row: int, headings: list[str], roles: dict[Role, list[int]]
) -> Table:
    headed = [place for place, heading in enumerate(headings) if heading and place < len(sheet.columns)]
    below = {place: sheet.columns[place].take(np.arange(heading_row + 1, len(sheet))) for place in headed}
    blank = np.logical_and.reduce([column.blank for column in below.values()])
    filled = np.flatnonzero(~blank)
    rows = np.arange(filled[-1] + 1 if len(filled) else 0)
    columns = {place: column.take(rows) for place, column in below.items()}
    return Table(
        profile=profile,
        columns={role: tuple(columns[place] for place in places) for role, places in roles.items()},
        headings={role: headings[places[0]] for role, places in roles.items()},
        row=(rows + heading_row + 2).astype(np.int32),
        skipped=blank[rows] | _repeats(columns, headings),
        apart=_apart(sheet, heading_row, len(headings))[rows],
    )


def _repeats(columns: dict[int, Column], headings: list[str]) -> NDArray[np.bool_]:
    """True where every cell says what its heading says."""

    def says(column: Column, heading: str) -> NDArray[np.bool_]:
        return column.each(lambda cell: in_words(cell) == heading, np.bool_)

    return np.logical_and.reduce([says(column, headings[place]) for place, column in columns.items()])


def _apart(sheet: Sheet, heading_row: int, width: int) -> NDArray[np.bool_]:
    """True where a row of a text file has something beyond the last heading."""
    apart = sheet.overflows.copy() if sheet.delimited else np.zeros(len(sheet), np.bool_)
    for column in sheet.columns[width:] if sheet.delimited else ():
        apart |= ~column.blank
    return apart[heading_row + 1 :]
