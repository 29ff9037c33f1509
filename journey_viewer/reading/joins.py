"""Tables that belong together: what one knows of another's rows is brought there through a key."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from journey_viewer.reading.issuers import ByIssuer, issued_by
from journey_viewer.reading.profiles import PERSON_ROLES, Join, Role, profiles
from journey_viewer.reading.sheets import Cell, Column, in_words
from journey_viewer.reading.tables import Table

_NOWHERE = -1
_IDS = frozenset({Role.NHS_NUMBER, Role.LOCAL_ID})


@dataclass(frozen=True, eq=False, repr=False)
class Joined:
    """A table that knows what its partners know; ``told``: its rows that another table tells already."""

    table: Table
    told: NDArray[np.bool_]


def join_tables(tables: Sequence[Table]) -> list[Joined]:
    """Each table with the columns that its partners bring, without rows about people who are none."""
    joining = _Joining(_by_profile(tables))
    return [_finished(joining.of(table), place, joining) for place, table in enumerate(tables)]


def key_text(cell: Cell) -> str:
    """A key for comparing: without case, space, brackets or a final ".0"; "" where it says nothing."""
    text = in_words(cell).lower()
    if not text.isalnum():
        text = re.sub(r"[\s{}]", "", re.sub(r"^([0-9]+)\.0+$", r"\1", text))
    return "" if text in {"-1", "null", "none"} else text


class _Joining:
    """Joins a table only once, after the tables that it joins."""

    def __init__(self, tables: Mapping[str, Sequence[Table]]) -> None:
        self._tables = tables
        self._joined: dict[int, Table] = {}
        self._disputed: defaultdict[tuple[str, str], set[str]] = defaultdict(set)

    def of(self, table: Table) -> Table:
        joined = self._joined.get(id(table))
        if joined is None:
            joined = table
            for join in table.profile.joins:
                joined = self._with(joined, join)
            self._joined[id(table)] = joined
        return joined

    def partners(self, join: Join) -> list[Table]:
        """The tables of the join, as they were read."""
        return [table for profile in join.tables for table in self._tables.get(profile, ())]

    def barred(self, family: str) -> frozenset[str]:
        """The local ids of those who are none, by the rules of a family's tables."""
        ids = set()
        for table in (table for tables in self._tables.values() for table in tables):
            column = table.column(Role.LOCAL_ID)
            if family and table.profile.family == family and column is not None and table.nobody.any():
                ids |= {key_text(cell) for cell in column.take(np.flatnonzero(table.nobody)).cells}
        return frozenset(ids - {""})

    def _with(self, table: Table, join: Join) -> Table:
        partners = [self.of(partner) for partner in self.partners(join)]
        if join.by not in table.keys:
            return table
        if not partners:
            return _remarked(table, *_missing(join))
        rows = _Rows(partners, join.by, self._disputed_in(partners, join))
        places = table.keys[join.by].each(rows.place, np.int64)
        brought = {role: rows.column(role, places) for role in join.brings}
        return _with_columns(table, {role: column for role, column in brought.items() if column is not None})

    def _disputed_in(self, partners: Sequence[Table], join: Join) -> set[str]:
        """The keys under which these tables have different people, if it is people that they bring."""
        disputed = _disputed(partners, join.by) if PERSON_ROLES & set(join.brings) else set()
        self._disputed[partners[0].profile.family, join.by] |= disputed
        return disputed

    def disputed(self, table: Table, by: str) -> set[str]:
        """The keys of this name that join nothing in the table's family, since they stand for different people."""
        return self._disputed[table.profile.family, by]


class _Rows:
    """The rows of some tables one after another, found by a key; the last row of a key counts."""

    def __init__(self, tables: Sequence[Table], by: str, without: Set[str]) -> None:
        self._tables = [table for table in tables if by in table.keys]
        places: dict[str, int] = {}
        first = 0
        for table in self._tables:
            for key, place in _places(table.keys[by], ~table.skipped):
                places[key] = first + place
            first += len(table)
        self._places = ByIssuer((key, place) for key, place in places.items() if key not in without)

    def place(self, cell: Cell) -> int:
        """Where the row with this key stands, _NOWHERE where there is none."""
        place = self._places.get(key_text(cell))
        return _NOWHERE if place is None else place

    def column(self, role: Role, places: NDArray[np.int64]) -> Column | None:
        """What the rows at these places say under a role; None where no table has it."""
        parts = [table.column(role) or Column.blank_rows(len(table)) for table in self._tables]
        if not any(role in table.columns for table in self._tables):
            return None
        cells: list[Cell] = [""]
        codes: list[NDArray[np.integer]] = [np.zeros(1, np.int64)]
        for part in parts:
            codes.append(part.codes + len(cells))
            cells += part.cells
        return Column(np.concatenate(codes)[places + 1].astype(np.int32), tuple(cells))


def _places(column: Column, counts: NDArray[np.bool_]) -> Iterator[tuple[str, int]]:
    """Each key with the last row that has it."""
    rows = np.flatnonzero(counts)
    last = np.full(len(column.cells), _NOWHERE, np.int64)
    last[column.codes[rows]] = rows
    for cell, place in zip(column.cells, last.tolist(), strict=True):
        key = key_text(cell)
        if key and place != _NOWHERE:
            yield key, place


def _disputed(tables: Sequence[Table], by: str) -> set[str]:
    """The keys whose rows name different people by ids of one sort."""
    people: dict[tuple[str, Role, str], str] = {}
    disputed: set[str] = set()
    for table in tables:
        for role in _IDS & table.columns.keys() if by in table.keys else ():
            told = table.column(role) or Column.blank_rows(len(table))
            for key, person in _pairs(table.keys[by], told, ~table.skipped):
                sort = key, role, table.heading(role)
                if key and person and people.setdefault(sort, person) != person:
                    disputed.add(key)
    return disputed


def _pairs(one: Column, other: Column, counts: NDArray[np.bool_]) -> Iterator[tuple[str, str]]:
    """What the cells of both say, for comparing, once for each different pair in the rows that count."""
    width = len(other.cells)
    for pair in np.unique(one.codes[counts].astype(np.int64) * width + other.codes[counts]).tolist():
        yield key_text(one.cells[pair // width]), key_text(other.cells[pair % width])


def _with_columns(table: Table, brought: Mapping[Role, Column]) -> Table:
    """The table with these columns behind its own."""
    columns = {
        **table.columns,
        **{role: (*table.columns.get(role, ()), new) for role, new in brought.items()},
    }
    return replace(table, columns=columns)


def _finished(table: Table, place: int, joining: _Joining) -> Joined:
    """The table at this place of the import, when it is joined with all others."""
    table = _named_by_key(table, joining.disputed(table, table.profile.else_by), place)
    table = _without_nobody(table, joining)
    told = np.zeros(len(table), np.bool_)
    by = table.profile.told_by
    if by is not None and by.by in table.keys:
        keys = ByIssuer(
            (key, True)
            for other in joining.partners(by)
            if by.by in other.keys
            for key, _ in _places(other.keys[by.by], ~other.skipped)
        )
        told = table.keys[by.by].each(lambda cell: key_text(cell) in keys, np.bool_)
    return Joined(table, told & ~table.skipped)


def _named_by_key(table: Table, disputed: Set[str], place: int) -> Table:
    """Where nothing else says who a row is about, the key that stands for a person does; a disputed one in its table only."""
    by = table.profile.else_by
    if by not in table.keys:
        return table
    unnamed = np.ones(len(table), np.bool_)
    for role in PERSON_ROLES & table.columns.keys():
        unnamed &= np.logical_and.reduce([column.blank for column in table.columns[role]])
    key = table.keys[by]

    def stand_in(cell: Cell) -> Cell:
        named = f"{by} {in_words(cell)}" if in_words(cell) else ""
        return issued_by(named, f"list {place}") if key_text(cell) in disputed else named

    stand_ins = Column(key.codes, tuple(map(stand_in, key.cells)))
    count = int(np.count_nonzero(unnamed & ~stand_ins.blank & ~table.skipped))
    if not count:
        return table
    alone = Column.blank_rows(len(table))
    codes = np.where(unnamed, stand_ins.codes + 1, alone.codes).astype(np.int32)
    table = _with_columns(table, {Role.LOCAL_ID: Column(codes, ("", *stand_ins.cells))})
    torn = int(np.count_nonzero(key.each(lambda cell: key_text(cell) in disputed, np.bool_) & unnamed))
    remarks = [f"Rows that say who they are about only by their {by}: {count}."]
    remarks += [f"Rows whose {by} belongs to different people in other lists: {torn}."] if torn else []
    return _remarked(table, *remarks)


def _without_nobody(table: Table, joining: _Joining) -> Table:
    """The rows about people who are none, by what another table of the family says, are left out."""
    barred = joining.barred(table.profile.family)
    column = table.column(Role.LOCAL_ID)
    if not barred or column is None:
        return table
    hit = column.each(lambda cell: key_text(cell) in barred, np.bool_) & ~table.skipped
    count = int(np.count_nonzero(hit))
    if not count:
        return table
    table = replace(table, skipped=table.skipped | hit)
    return _remarked(table, f"Rows left out since they are about nobody real: {count}.")


def _missing(join: Join) -> Iterator[str]:
    """What to say of a partner that was not given, where it would have told who the people are."""
    if PERSON_ROLES & set(join.brings):
        names = " or ".join(f"“{other.name}”" for other in profiles() if other.id in join.tables)
        yield f"The list that says whose rows these are was not given with it: {names}."


def _remarked(table: Table, *remarks: str) -> Table:
    return replace(table, remarks=(*table.remarks, *remarks))


def _by_profile(tables: Sequence[Table]) -> dict[str, list[Table]]:
    found: dict[str, list[Table]] = {}
    for table in tables:
        found.setdefault(table.profile.id, []).append(table)
    return found
