"""A table whose people are known becomes touchpoints; rows that cannot become problems."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.people import Person
from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Kind, Service, service_name
from journey_viewer.reading.account import Account
from journey_viewer.reading.codes import (
    mode_words,
    plain_words,
    service_words,
    source_services,
    special_words,
)
from journey_viewer.reading.dates import REASONS, Dates, read_dates
from journey_viewer.reading.outcomes import read_kinds, read_outcomes
from journey_viewer.reading.people import NOBODY
from journey_viewer.reading.periods import Ends, lasting_kinds, read_ends
from journey_viewer.reading.profiles import Role
from journey_viewer.reading.sheets import Cell, Column, in_words
from journey_viewer.reading.tables import Table
from journey_viewer.reading.times import read_times

_NONE = -1
_AHEAD = np.timedelta64(400, "D")
"""How far ahead of the day of reading an appointment may lie."""
_LATE_ENTRY = np.timedelta64(30, "D")
"""How long after a death something may still be dated: letters and reviews follow."""


@dataclass(frozen=True, eq=False, repr=False)
class Lives:
    """born, died: datetime64[D] for each person, NaT where not known."""

    born: NDArray[np.datetime64]
    died: NDArray[np.datetime64]

    @classmethod
    def of(cls, people: Sequence[Person]) -> "Lives":
        return cls(
            np.array([person.born for person in people], dtype="datetime64[D]"),
            np.array([person.died for person in people], dtype="datetime64[D]"),
        )


def read_touchpoints(
    table: Table, person: NDArray[np.int32], lives: Lives, service: Service | None, account: Account
) -> Touchpoints:
    """The touchpoints of the rows that have all they need; ``account`` hears what became of the others.

    ``person``: the place of each row's person, or NOBODY. ``service``: for rows that name
    none. ``file``, ``sheet`` and ``number`` are left empty for whoever knows them.
    """
    _refuse_unread(table, person, account)
    dates = _starts(table, account)
    _refuse_outside_life(table, person, dates, lives, account)
    services, named = _services(table, service)
    _remark_service(table, service, account)
    account.refuse(services == _NONE, table.heading(Role.SERVICE), "This row does not name a service.")
    ends = read_ends(table, dates, account)
    kind = _kinds(table, services, dates, ends)
    outcome = read_outcomes(table, kind, account)
    return Touchpoints(
        person=person,
        service=services,
        kind=kind.astype(np.int8),
        outcome=outcome,
        start=dates.moment,
        end=_kept_ends(kind, dates, ends),
        timed=dates.timed,
        uncertain=dates.uncertain,
        named=named if Role.TEAM not in table.columns else _texts(table, Role.TEAM),
        reason=_texts(table, Role.REASON),
        clinician=_texts(table, Role.CLINICIAN),
        place=_texts(table, Role.PLACE),
        mode=_modes(table),
        source=np.zeros(len(table), np.int32),
        row=table.row,
        number=np.zeros(len(table), np.int32),
    )


def _kinds(table: Table, services: NDArray[np.int8], dates: Dates, ends: Ends) -> NDArray[np.int8]:
    """What each row states, else what its source always is, else by its end."""
    told = read_kinds(table)
    fixed = table.profile.kind
    return np.where(
        told == _NONE, lasting_kinds(services, dates, ends) if fixed is None else fixed.code, told
    )


def _refuse_unread(table: Table, person: NDArray[np.int32], account: Account) -> None:
    account.refuse(
        table.apart, "", "This row has more cells than the heading row, so they cannot be told apart."
    )
    who = table.heading(Role.NHS_NUMBER, Role.LOCAL_ID, Role.NAME, Role.SURNAME)
    account.refuse(person == NOBODY, who, "This row does not say which person it is about.")


def _starts(table: Table, account: Account) -> Dates:
    """When each row began, with the time of its own column where it has one."""
    heading = table.heading(Role.DATE)
    dates = read_dates(table.columns[Role.DATE][0], heading)
    for verdict, reason in REASONS.items():
        account.refuse(dates.verdict == verdict, heading, reason)
    day = dates.moment.astype("datetime64[D]")
    account.refuse(day > np.datetime64(date.today()) + _AHEAD, heading, "The date is too far in the future.")
    account.remarks.extend(dates.remarks)
    precision = table.column(Role.PRECISION)
    if precision is not None:
        vague = precision.each(lambda cell: plain_words(in_words(cell)) in special_words("vague"), np.bool_)
        dates = replace(dates, uncertain=dates.uncertain | vague)
    if Role.TIME not in table.columns:
        return dates
    return dates.at_times(read_times(table.columns[Role.TIME][0]))


def _refuse_outside_life(
    table: Table, person: NDArray[np.int32], dates: Dates, lives: Lives, account: Account
) -> None:
    if not len(lives.born):
        return
    day = dates.moment.astype("datetime64[D]")
    early, late = day < lives.born[person], day > lives.died[person] + _LATE_ENTRY
    heading = table.heading(Role.DATE)
    account.refuse(early, heading, "The date is before the person was born.")
    account.refuse(late, heading, "The date is more than 30 days after the person died.")


def _services(table: Table, otherwise: Service | None) -> tuple[NDArray[np.int8], Texts]:
    """The service of each row, _NONE where it names none, and the list's own words for it.

    The first column with words that fit a service decides; words that fit none are Service.OTHER.
    """
    blank_means = _NONE if otherwise is None else otherwise.code
    services = np.full(len(table), blank_means, np.int8)
    named = Column.blank_rows(len(table))
    own = source_services(table.profile)

    def fits(cell: Cell) -> int:
        text = in_words(cell)
        service = own.whole(text) or service_words().longest(text)
        return _NONE if service is None else service.code

    unfit = np.ones(len(table), np.bool_)
    for column in table.columns.get(Role.SERVICE, ()):
        found = column.each(fits, np.int8)
        taken = unfit & ((found != _NONE) | (named.blank & ~column.blank))
        named = _put(named, column, taken)
        services[taken] = np.where(found == _NONE, Service.OTHER.code, found)[taken]
        unfit &= found == _NONE
    return services, named.texts(in_words)


def _remark_service(table: Table, service: Service | None, account: Account) -> None:
    column = table.column(Role.SERVICE)
    unnamed = account.pending if column is None else account.pending & column.blank
    count = int(np.count_nonzero(unnamed))
    if service is not None and service is not table.profile.service:
        account.remark(f"Rows that name no service, taken for {service_name(service)}: {count}.", count)


def _put(column: Column, other: Column, where: NDArray[np.bool_]) -> Column:
    """The column with the other's cells in these rows."""
    codes = np.where(where, other.codes + len(column.cells), column.codes)
    return Column(codes.astype(np.int32), column.cells + other.cells)


def _kept_ends(kind: NDArray[np.int8], dates: Dates, ends: Ends) -> NDArray[np.datetime64]:
    """A stay or an open service keeps its end; anything else only where both hours are known."""
    lasts = (kind == Kind.STAY.code) | (kind == Kind.OPEN_SERVICE.code)
    return np.where(lasts | (dates.timed & ends.timed), ends.moment, np.datetime64("NaT", "s"))


def _texts(table: Table, role: Role) -> Texts:
    column = table.column(role)
    return same_text("", len(table)) if column is None else column.texts(in_words)


def _modes(table: Table) -> Texts:
    """How they met: in the product's words where they fit, else in the list's own."""
    column = table.column(Role.MODE)
    if column is None:
        return same_text("", len(table))
    return column.texts(lambda cell: mode_words().longest(in_words(cell)) or in_words(cell))


def same_text(text: str, rows: int) -> Texts:
    """A column that says the same in every row."""
    return Texts(np.zeros(rows, np.int32), (text,))
