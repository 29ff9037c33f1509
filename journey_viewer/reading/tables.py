"""A sheet becomes a table: recognised, cut below its headings, its columns known by their roles, its codes in words."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from journey_viewer.errors import JourneyError, NoDateColumn, NoPersonColumn
from journey_viewer.reading.code_lists import in_plain_words, remark_unknown
from journey_viewer.reading.dates import DAYS_TO_1904
from journey_viewer.reading.heading_map import HeadingMap, fingerprint
from journey_viewer.reading.issuers import with_issuer
from journey_viewer.reading.left_out import leave_out
from journey_viewer.reading.profiles import (
    PERSON_ROLES,
    Gives,
    Profile,
    Role,
    first_places,
    heading_places,
)
from journey_viewer.reading.recognise import Recognised, recognise
from journey_viewer.reading.sheets import Cell, Column, Sheet, all_joined, first_filled, is_guarded, unguarded
from journey_viewer.reading.titles import column_of, names_anybody, said_above

_DATED = (Role.DATE, Role.END, Role.BORN, Role.DIED)


class HoldsNoJourneys(JourneyError):
    """A source that is known and holds nobody's journey; its profile has the sentences."""


@dataclass(frozen=True, eq=False, repr=False)
class Table:
    """The rows below a heading row, one entry a row in every array.

    columns, headings: for each role its columns, best first, and the heading of the best.
    keys: the columns by which rows are found in other tables. row: int32, as a spreadsheet
    counts. skipped: blank, the heading again, a total, or left out by a rule. nobody: skipped
    because the person is none. apart: the row has more cells than there are headings. mark
    stands for its headings.
    """

    profile: Profile
    columns: dict[Role, tuple[Column, ...]]
    headings: dict[Role, str]
    row: NDArray[np.int32]
    skipped: NDArray[np.bool_]
    apart: NDArray[np.bool_]
    nobody: NDArray[np.bool_]
    keys: Mapping[str, Column]
    sure: str = ""
    remarks: tuple[str, ...] = ()
    mark: str = ""

    def __len__(self) -> int:
        return len(self.row)

    def column(self, role: Role) -> Column | None:
        """In every row what the columns with this role say: the first that is filled in, or all of them."""
        columns = self.columns.get(role)
        if not columns:
            return None
        if role not in self.profile.joined:
            return first_filled(columns)
        return all_joined(columns, " " if role is Role.CLINICIAN else "; ")

    def heading(self, *roles: Role) -> str:
        """The heading of the first of these roles that the table has; "" where it has none."""
        return next((self.headings[role] for role in roles if role in self.headings), "")


def read_table(sheet: Sheet, file: str = "", own: Sequence[HeadingMap] = ()) -> Table | None:
    """The table on this sheet; None where nothing on it looks like a list.

    ``file`` is its file's name, ``own`` what the user has said of lists with such headings.
    Raises NoDateColumn or NoPersonColumn where it is nearly a list, HoldsNoJourneys where it
    is known to be none.
    """
    found = recognise(sheet, file, own)
    if found is None:
        return None
    roles = found.profile.roles(found.headings)
    if found.profile.refuses and not roles.keys() & PERSON_ROLES:
        raise HoldsNoJourneys(found.profile.refuses, found.profile.instead)
    above = _titles(sheet, found, roles)
    problem = _missing(found.profile, roles.keys() | above.keys())
    if problem is not None:
        raise problem
    return _with_titles(_cut(sheet, found, roles), above)


def _titles(sheet: Sheet, found: Recognised, roles: dict[Role, list[int]]) -> dict[Role, Cell]:
    """What the lines above say of the one person whom a table is about that has no column for people."""
    first = found.heading_row
    if not found.profile.person_given_once or roles.keys() & PERSON_ROLES or first < 1:
        return {}
    below, _ = _below(sheet, found.headings, first + 1)
    headed_again = any(
        heading in column.cells for place, column in below.items() if (heading := found.headings[place])
    )
    if headed_again or names_anybody(found.profile, list(below.values())):
        return {}
    return said_above(found.profile, sheet.head[:first])


def _with_titles(table: Table, above: dict[Role, Cell]) -> Table:
    if not above:
        return table
    said = {role: (column_of(cell, len(table)),) for role, cell in above.items()}
    count = int(np.count_nonzero(~table.skipped))
    remark = f"Rows read as being about the person who is named above the table: {count}."
    return replace(table, columns={**said, **table.columns}, remarks=(*table.remarks, remark))


def _missing(profile: Profile, has: Set[Role]) -> JourneyError | None:
    """What a list needs and this one has not."""
    if not (has & PERSON_ROLES or profile.else_by) and Role.DATE in has:
        return NoPersonColumn()
    if profile.gives is Gives.TOUCHPOINTS and Role.DATE not in has:
        return NoDateColumn()
    return None


def _cut(sheet: Sheet, found: Recognised, roles: dict[Role, list[int]]) -> Table:
    """The table below the heading row, without what follows its last filled row."""
    headings, first = found.headings, found.heading_row + 1
    columns, blank = _below(sheet, headings, first)
    rows = len(blank)
    known = {
        role: there for role, at in roles.items() if (there := [place for place in at if place in columns])
    }
    left_out = leave_out(found.profile, headings, columns, known.get(Role.DATE, []), blank)
    columns = _issued(found, columns)
    worded, unknown = _in_words(found, columns, known)
    if sheet.from_1904:
        worded |= {place: _from_1900(worded[place]) for role in _DATED for place in known.get(role, ())}
    return Table(
        profile=found.profile,
        columns={role: tuple(worded[place] for place in at) for role, at in known.items()},
        headings={role: headings[at[0]] for role, at in known.items()},
        row=np.arange(first + 1, first + 1 + rows, dtype=np.int32),
        skipped=left_out.skipped,
        apart=_apart(sheet, first, len(headings))[:rows],
        nobody=left_out.nobody,
        keys=_keys(found, columns),
        sure=found.sure,
        remarks=(*left_out.remarks, *unknown),
        mark=fingerprint(headings),
    )


def _below(sheet: Sheet, headings: Sequence[str], first: int) -> tuple[dict[int, Column], NDArray[np.bool_]]:
    """The columns that have a heading, from this row to the last that is filled in, and which rows are blank."""
    headed = [place for place, heading in enumerate(headings) if heading and place < len(sheet.columns)]
    blank = np.logical_and.reduce([sheet.columns[place].blank for place in headed])[first:]
    filled = np.flatnonzero(~blank)
    rows = filled[-1] + 1 if len(filled) else 0
    columns = {place: sheet.columns[place].take(slice(first, first + rows)) for place in headed}
    if any(is_guarded(cell) for row in sheet.head for cell in row):
        columns = {place: unguarded(column) for place, column in columns.items()}
    return columns, blank[:rows]


def _issued(found: Recognised, columns: Mapping[int, Column]) -> dict[int, Column]:
    """The columns with ids beside their issuers, where the source says them."""
    places = {key: at for key, at in heading_places(found.headings).items() if at in columns}
    issued = dict(columns)
    for heading, names in found.profile.issuers.items():
        for issuer in first_places(places, names)[:1] if heading in places else ():
            issued[places[heading]] = with_issuer(columns[places[heading]], columns[issuer])
    return issued


def _keys(found: Recognised, columns: Mapping[int, Column]) -> dict[str, Column]:
    """The columns by which rows are found in other tables, by the names of the keys."""
    places = {key: at for key, at in heading_places(found.headings).items() if at in columns}
    named = {name: first_places(places, names) for name, names in found.profile.keys.items()}
    return {name: columns[at[0]] for name, at in named.items() if at}


def _in_words(
    found: Recognised, columns: dict[int, Column], roles: dict[Role, list[int]]
) -> tuple[dict[int, Column], list[str]]:
    """The columns with their codes put into words, and remarks on the codes that no list knows."""
    places = heading_places(found.headings)
    worded = dict(columns)
    remarks: list[str] = []
    outcomes = roles.get(Role.OUTCOME, [])
    for heading, codes in found.profile.codes.items():
        place = places.get(heading, -1)
        if place in columns:
            is_outcome = place in outcomes
            worded[place], unknown = in_plain_words(columns[place], codes, is_outcome=is_outcome)
            remarks += remark_unknown(found.headings[place], unknown, is_outcome=is_outcome)
    return worded, remarks


def _from_1900(column: Column) -> Column:
    """The column with its day numbers, which count from 1904, as others count them."""
    cells = (cell + DAYS_TO_1904 if isinstance(cell, int | float) else cell for cell in column.cells)
    return Column(column.codes, tuple(cells))


def _apart(sheet: Sheet, first: int, width: int) -> NDArray[np.bool_]:
    """True where a row of a text file has something beyond the last heading."""
    apart = sheet.overflows.copy() if sheet.delimited else np.zeros(len(sheet), np.bool_)
    for column in sheet.columns[width:] if sheet.delimited else ():
        apart |= ~column.blank
    return apart[first:]
