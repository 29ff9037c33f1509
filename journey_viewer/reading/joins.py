"""Tables that belong together: what one knows of another's rows is brought there through a key."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from journey_viewer.reading.profiles import PERSON_ROLES, Join, Role, profiles
from journey_viewer.reading.sheets import Cell, Column, in_words
from journey_viewer.reading.tables import Table

_NOWHERE = -1


@dataclass(frozen=True, eq=False, repr=False)
class Joined:
    """A table that knows what its partners know; ``told``: its rows that another table tells already."""

    table: Table
    told: NDArray[np.bool_]


def join_tables(tables: Sequence[Table]) -> list[Joined]:
    """Each table with the columns that its partners bring, without rows about people who are none."""
    joining = _Joining(_by_profile(tables))
    return [_finished(joining.of(table), joining) for table in tables]


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

    def of(self, table: Table) -> Table:
        if id(table) not in self._joined:
            for join in table.profile.joins:
                table = self._with(table, join)
            self._joined[id(table)] = table
        return self._joined[id(table)]

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
        rows = _Rows(partners, join.by)
        places = table.keys[join.by].each(lambda cell: rows.places.get(key_text(cell), _NOWHERE), np.int64)
        brought = {role: rows.column(role, places) for role in join.brings}
        return _with_columns(table, {role: column for role, column in brought.items() if column is not None})


class _Rows:
    """The rows of some tables one after another, found by a key; the last row of a key counts."""

    def __init__(self, tables: Sequence[Table], by: str) -> None:
        self._tables = [table for table in tables if by in table.keys]
        self.places: dict[str, int] = {}
        first = 0
        for table in self._tables:
            for key, place in _places(table.keys[by], ~table.skipped):
                self.places[key] = first + place
            first += len(table)

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


def _with_columns(table: Table, brought: Mapping[Role, Column]) -> Table:
    """The table with these columns behind its own."""
    columns = {
        **table.columns,
        **{role: (*table.columns.get(role, ()), new) for role, new in brought.items()},
    }
    return replace(table, columns=columns)


def _finished(table: Table, joining: _Joining) -> Joined:
    table = _without_nobody(_named_by_key(table), joining)
    told = np.zeros(len(table), np.bool_)
    by = table.profile.told_by
    if by is not None and by.by in table.keys:
        keys = {
            key
            for other in joining.partners(by)
            if by.by in other.keys
            for key, _ in _places(other.keys[by.by], ~other.skipped)
        }
        told = table.keys[by.by].each(lambda cell: key_text(cell) in keys, np.bool_)
    return Joined(table, told & ~table.skipped)


def _named_by_key(table: Table) -> Table:
    """Where nothing else says who a row is about, the key that stands for a person does."""
    by = table.profile.else_by
    if by not in table.keys:
        return table
    unnamed = np.ones(len(table), np.bool_)
    for role in PERSON_ROLES & table.columns.keys():
        unnamed &= np.logical_and.reduce([column.blank for column in table.columns[role]])
    key = table.keys[by]
    stand_ins = Column(
        key.codes, tuple(f"{by} {text}" if (text := in_words(cell)) else "" for cell in key.cells)
    )
    count = int(np.count_nonzero(unnamed & ~stand_ins.blank & ~table.skipped))
    if not count:
        return table
    alone = Column.blank_rows(len(table))
    codes = np.where(unnamed, stand_ins.codes + 1, alone.codes).astype(np.int32)
    table = _with_columns(table, {Role.LOCAL_ID: Column(codes, ("", *stand_ins.cells))})
    return _remarked(table, f"Rows that say who they are about only by their {by}: {count}.")


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
