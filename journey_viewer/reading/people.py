"""Who the rows are about: people are linked by NHS number, else by a local id, else by name in one file."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import mul

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.people import Person, Sex, completed
from journey_viewer.reading.codes import plain_words, sex_words, special_words
from journey_viewer.reading.dates import read_dates
from journey_viewer.reading.identities import Identity, Keys, Named
from journey_viewer.reading.issuers import id_and_issuer
from journey_viewer.reading.profiles import Role
from journey_viewer.reading.sheets import Cell, Column, in_words, without_point_zero
from journey_viewer.reading.tables import Table

NOBODY = -1
_WEIGHTS = range(10, 1, -1)
_TEN_DIGITS = re.compile("[0-9]{10}")


@dataclass(eq=False, repr=False)
class People:
    """Everybody on the lists; ``rows``: for each table the person of each row, or NOBODY."""

    members: list[Person] = field(default_factory=list)
    rows: list[NDArray[np.int32]] = field(default_factory=list)
    remarks: list[list[str]] = field(default_factory=list)

    def named_in(self, files: Sequence[int]) -> list[frozenset[int]]:
        """For each member the files whose rows name them; ``files`` says whose table each is."""
        named: list[set[int]] = [set() for _ in self.members]
        for file, rows in zip(files, self.rows, strict=True):
            for place in np.unique(rows[rows != NOBODY]).tolist():
                named[place].add(file)
        return list(map(frozenset, named))


def link_people(tables: Sequence[Table], files: Sequence[int]) -> People:
    """Find out which rows of these tables are about the same person; ``files`` says whose table each is."""
    named = [_who(table, file) for table, file in zip(tables, files, strict=True)]
    key_of = Keys(named)
    people = People()
    places: dict[Hashable, int] = {}
    for told in named:
        members = np.full(len(told.identities), NOBODY, np.int32)
        two_births = set()
        for number, identity in enumerate(told.identities):
            if identity.is_nobody:
                continue
            place = places.setdefault(key_of(identity, told), len(places))
            members[number] = place
            if place == len(people.members):
                people.members.append(identity.person)
                continue
            known = people.members[place]
            if known.born and identity.born and known.born != identity.born:
                two_births.add(place)
            people.members[place] = completed(known, identity.person)
        people.rows.append(members[told.codes])
        people.remarks.append(list(_remarks(told, len(two_births), key_of.unlinking_ids(told))))
    return people


def without_nhs_number(members: Sequence[Person], rows: NDArray[np.int32]) -> int:
    """How many of the people in these rows have no valid NHS number."""
    return sum(not members[place].nhs_number for place in np.unique(rows[rows != NOBODY]))


def nhs_number(cell: Cell) -> str:
    """The ten digits of a valid NHS number (its last digit checks the others, modulus 11); else ""."""
    digits = re.sub(r"[\s-]", "", re.sub(r"\.0+$", "", str(cell).strip()))
    if not _TEN_DIGITS.fullmatch(digits) or len(set(digits)) == 1:
        return ""
    rest = 11 - sum(map(mul, map(int, digits), _WEIGHTS)) % 11
    return digits if rest % 11 == int(digits[-1]) else ""


def _remarks(told: Named, two_births: int, shared_ids: int) -> Iterator[str]:
    if told.filled_down:
        yield f"Rows that name nobody, read as being about the person above: {told.filled_down}."
    if shared_ids:
        yield f"Local ids that stand for more than one person, so that they link nobody: {shared_ids}."
    if two_births:
        yield f"People with different dates of birth, of which the first was kept: {two_births}."


def _who(table: Table, file: int) -> Named:
    """The identities in a table. Rows that are skipped are nobody's."""
    said = {role: column for role in _SAID if (column := table.column(role)) is not None}
    anyone = np.zeros(len(table), np.bool_)
    for role in _SAYS_WHO & said.keys():
        anyone |= ~said[role].blank
    anyone &= ~table.skipped
    rows, filled_down = _person_rows(table, anyone)
    columns = {role: column.take(rows) for role, column in said.items()}
    first, codes = _combinations(list(columns.values()), len(table))
    identities = _identities({role: column.take(first) for role, column in columns.items()}, len(first))
    codes = np.where(anyone[rows], codes, len(identities))
    system = table.profile.family or file
    return Named((*identities, _NOT_SAID), codes, system, file, filled_down)


_SAID = (
    *(Role.NHS_NUMBER, Role.LOCAL_ID, Role.NAME, Role.FORENAME, Role.SURNAME),
    Role.BORN,
    Role.DIED,
    Role.SEX,
    Role.NAMED_GP,
)
_SAYS_WHO = frozenset({Role.NHS_NUMBER, Role.LOCAL_ID, Role.NAME, Role.FORENAME, Role.SURNAME})
_NOT_SAID = Identity("", "", "", "", None, None, Sex.NOT_KNOWN)


def _person_rows(table: Table, anyone: NDArray[np.bool_]) -> tuple[NDArray[np.intp], int]:
    """For each row the row that names its person: itself, or the last above it that names one.

    The latter where the source always does so, and in lists typed by hand where a person is
    named once with blanks below: at least half of the rows name nobody. With it, how many rows
    were filled so.
    """
    itself = np.arange(len(table))
    below = ~anyone & ~table.skipped & (np.cumsum(anyone) > 0)
    blanks = np.count_nonzero(~anyone & ~table.skipped)
    mostly_blank = blanks * 2 >= np.count_nonzero(~table.skipped)
    if not (table.profile.continues or (table.profile.person_given_once and mostly_blank)):
        return itself, 0
    above = np.maximum.accumulate(np.where(anyone, itself, 0))
    return np.where(below, above, itself), int(np.count_nonzero(below))


def _combinations(columns: Sequence[Column], rows: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The first row of each different combination of cells, in order, and for each row which it has."""
    key = np.zeros(rows, np.int64)
    for column in columns:
        _, compact = np.unique(key * len(column.cells) + column.codes, return_inverse=True)
        key = compact.astype(np.int64)
    _, first, codes = np.unique(key, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return first[order], place[codes]


def _identities(columns: dict[Role, Column], rows: int) -> tuple[Identity, ...]:
    """What each of these rows says of its person."""

    def days(role: Role) -> list[date | None]:
        if role not in columns:
            return [None] * rows
        read = read_dates(columns[role], "", latest_year=date.today().year)
        return read.moment.astype("datetime64[D]").tolist()

    def texts(role: Role) -> list[str]:
        return list(columns[role].texts(_said)) if role in columns else [""] * rows

    parts = zip(texts(Role.NAME), texts(Role.FORENAME), texts(Role.SURNAME), strict=True)
    said = zip(
        texts(Role.NHS_NUMBER),
        texts(Role.LOCAL_ID),
        [whole or f"{forename} {surname}".strip() for whole, forename, surname in parts],
        days(Role.BORN),
        days(Role.DIED),
        _sexes(columns.get(Role.SEX, Column.blank_rows(rows))),
        texts(Role.NAMED_GP),
        strict=True,
    )
    return tuple(
        Identity(*_numbers(number, local, name), name, born, died, sex, named_gp)
        for number, local, name, born, died, sex, named_gp in said
    )


def _sexes(column: Column) -> list[Sex]:
    return list(column.each(lambda cell: sex_words().longest(_said(cell)) or Sex.NOT_KNOWN, np.object_))


def _numbers(number: str, issued: str, name: str) -> tuple[str, str, str]:
    """NHS number, local id and its issuer. An invalid number is no NHS number; if nothing else says who it is, it is an id."""
    valid = nhs_number(number)
    local_id, issuer = id_and_issuer(issued)
    if not (valid or local_id or name or _is_placeholder(number)):
        return "", number, ""
    return valid, local_id, issuer


def _said(cell: Cell) -> str:
    """The cell's text; "" where it only says that nothing is known."""
    text = without_point_zero(in_words(cell))
    words = plain_words(text)
    if text == "-1":  # an empty id
        return ""
    return "" if words in special_words("nobody") or not (words or text.strip("-?. ")) else text


def _is_placeholder(number: str) -> bool:
    """True of numbers that stand for many people: one digit all through, or cut short as 9.99E+09."""
    digits = re.sub(r"[\s-]", "", number)
    return len(set(digits)) <= 1 or digits == "1234567890" or bool(re.search(r"[0-9][eE]\+?[0-9]", digits))
