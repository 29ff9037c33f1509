"""The tables of all lists become one import: people linked, duplicates found, every row accounted for."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.imported import Imported, Problem, Refusal, Source, span_of
from journey_viewer.model.people import Person
from journey_viewer.model.progress import Progress
from journey_viewer.model.touchpoints import Touchpoints, join
from journey_viewer.model.words import Service
from journey_viewer.reading.account import Account, Fate
from journey_viewer.reading.duplicates import once_each
from journey_viewer.reading.groups import gather
from journey_viewer.reading.joins import join_tables
from journey_viewer.reading.offers import find_offers
from journey_viewer.reading.people import NOBODY, People, link_people, without_nhs_number
from journey_viewer.reading.profiles import Gives, Role
from journey_viewer.reading.sheets import rows_in_words
from journey_viewer.reading.tables import Table
from journey_viewer.reading.touchpoints import Lives, read_touchpoints


@dataclass(frozen=True, eq=False, repr=False)
class ListTable:
    """A table and where it comes from; ``file`` is its file's place in the import, ``service`` for rows that name none.

    ``faults``: why some rows could not be read at all, and which.
    """

    table: Table
    file: int
    file_name: str
    sheet: str
    service: Service | None
    sheets_left_out: int = 0
    faults: tuple[tuple[str, NDArray[np.bool_]], ...] = ()


def import_tables(
    lists: Sequence[ListTable], refusals: tuple[Refusal, ...]
) -> Generator[Progress, None, Imported]:
    """Link the people of all tables and read their touchpoints, yielding rows done of all."""
    rows = sum(len(told.table) for told in lists)
    yield _progress(0, rows)
    joined = join_tables([told.table for told in lists])
    lists = [replace(told, table=linked.table) for told, linked in zip(lists, joined, strict=True)]
    people = link_people([told.table for told in lists], [told.file for told in lists])
    lives = Lives.of(people.members)
    accounts: list[Account] = []
    parts: list[Touchpoints] = []
    for place, told in enumerate(lists):
        account = Account(len(told.table))
        account.settle(told.table.skipped, Fate.SKIPPED)
        for reason, where in told.faults:
            account.refuse(where, "", reason)
        account.remarks.extend((*told.table.remarks, *people.remarks[place]))
        account.settle(joined[place].told, Fate.JOINED)
        parts.append(_read(told, place, people.rows[place], lives, account))
        _remark(told, people, place, account)
        accounts.append(account)
        yield _progress(sum(account.rows for account in accounts), rows)
    tables = [told.table for told in lists]
    parts = once_each(tables, gather(tables, parts, accounts), accounts)
    sources = tuple(_source(*rest) for rest in zip(lists, parts, accounts, strict=True))
    held, touchpoints = _in_order_of_appearance(people.members, join(parts))
    touchpoints = replace(touchpoints, number=np.arange(1, len(touchpoints) + 1, dtype=np.int32))
    members = tuple(people.members[place] for place in held)
    files = people.named_in([told.file for told in lists])
    offers = find_offers(members, [files[place] for place in held])
    problems = _problems(lists, accounts)
    return Imported(members, touchpoints, sources, problems, refusals, offers, len(touchpoints))


def _progress(done: int, rows: int) -> Progress:
    return Progress(done, rows, f"Linking people: {done:,} of {rows_in_words(rows)}")


def _read(
    told: ListTable, place: int, person: NDArray[np.int32], lives: Lives, account: Account
) -> Touchpoints:
    """The table's touchpoints: none of a table that tells about people or other tables' rows."""
    table = told.table
    if table.profile.gives is Gives.LOOKUP:
        account.settle(account.pending, Fate.JOINED)
        return Touchpoints.of([])
    if table.profile.gives is Gives.PEOPLE:
        who = table.heading(Role.NHS_NUMBER, Role.LOCAL_ID, Role.NAME, Role.SURNAME)
        account.refuse(person == NOBODY, who, "This row does not say which person it is about.")
        account.settle(account.pending, Fate.JOINED)
        return Touchpoints.of([])
    read = read_touchpoints(table, person, lives, told.service, account)
    read = replace(read, source=np.full(len(read), place, np.int32))
    return read.take(np.flatnonzero(account.pending))


def _in_order_of_appearance(
    members: Sequence[Person], touchpoints: Touchpoints
) -> tuple[list[int], Touchpoints]:
    """The places of the people who have a touchpoint, as the lists first name them."""
    held, first = np.unique(touchpoints.person, return_index=True)
    ordered = held[np.argsort(first)]
    places = np.full(len(members), NOBODY, np.int32)
    places[ordered] = np.arange(len(ordered), dtype=np.int32)
    return ordered.tolist(), replace(touchpoints, person=places[touchpoints.person])


def _remark(told: ListTable, people: People, place: int, account: Account) -> None:
    if told.table.profile.gives is Gives.TOUCHPOINTS:
        unnumbered = without_nhs_number(people.members, people.rows[place])
        account.remark(
            f"People with no valid NHS number, not linked with people of other sources: {unnumbered}.",
            unnumbered,
        )
    left_out = told.sheets_left_out
    account.remark(f"Other sheets of this workbook that could not be used: {left_out}.", left_out)


def _source(told: ListTable, touchpoints: Touchpoints, account: Account) -> Source:
    services = {Service.of(int(code)) for code in np.unique(touchpoints.service)}
    return Source(
        file=told.file_name,
        sheet=told.sheet,
        recognised_as=told.table.profile.name,
        rows=account.rows,
        touchpoints=account.count(Fate.TOUCHPOINT),
        joined=account.count(Fate.JOINED),
        duplicates=account.count(Fate.DUPLICATE),
        skipped=account.count(Fate.SKIPPED),
        problems=account.count(Fate.PROBLEM),
        services=frozenset(services | ({told.service} if told.service else set())),
        sure=told.table.sure,
        remarks=tuple(account.remarks),
        window=span_of(touchpoints),
    )


def _problems(lists: Sequence[ListTable], accounts: Sequence[Account]) -> tuple[Problem, ...]:
    return tuple(
        problem
        for told, account in zip(lists, accounts, strict=True)
        for problem in account.problems(told.file_name, told.sheet, told.table.row)
    )
