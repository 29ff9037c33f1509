"""When a touchpoint ended, and whether that makes it a stay or an open service."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.words import Kind, Service
from journey_viewer.reading.account import Account
from journey_viewer.reading.codes import plain_words, special_words
from journey_viewer.reading.dates import Dates, Verdict, read_dates
from journey_viewer.reading.profiles import Role
from journey_viewer.reading.sheets import Column, in_words
from journey_viewer.reading.tables import Table
from journey_viewer.reading.times import read_durations, read_times

_ONE_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False, repr=False)
class Ends:
    """moment: datetime64[s], NaT where there is none · timed: the hour is known · still_open: it goes on."""

    moment: NDArray[np.datetime64]
    timed: NDArray[np.bool_]
    still_open: NDArray[np.bool_]


def read_ends(table: Table, starts: Dates, account: Account) -> Ends:
    """The ends of the rows: a date, a time on the day of the start, a duration, or a word such as "ongoing".

    An end before the start is a problem; one that cannot be read is left out with a remark.
    """
    ends = _given_ends(table, starts, account) if Role.END in table.columns else _no_ends(len(table))
    return _reckoned(table, starts, ends)


def _no_ends(rows: int) -> Ends:
    nowhere = np.full(rows, np.datetime64("NaT", "s"))
    return Ends(nowhere, np.zeros(rows, np.bool_), np.zeros(rows, np.bool_))


def _reckoned(table: Table, starts: Dates, ends: Ends) -> Ends:
    """Where no end is given but the hour of the start: by the hour of the end, else by the duration.

    An hour before the start is one of the next day.
    """
    moment, timed = ends.moment, ends.timed
    end_time = table.column(Role.END_TIME)
    if end_time is not None and Role.END not in table.columns:
        then = _day(starts) + read_times(end_time)
        then += np.where(then < starts.moment, _ONE_DAY, np.timedelta64(0, "D"))
        moment, timed = _where_missing(moment, timed, np.where(starts.timed, then, np.datetime64("NaT", "s")))
    duration = table.column(Role.DURATION)
    if duration is not None:
        then = starts.moment + read_durations(duration)
        moment, timed = _where_missing(moment, timed, np.where(starts.timed, then, np.datetime64("NaT", "s")))
    return Ends(moment, timed, ends.still_open)


def _where_missing(
    moment: NDArray[np.datetime64], timed: NDArray[np.bool_], then: NDArray[np.datetime64]
) -> tuple[NDArray[np.datetime64], NDArray[np.bool_]]:
    missing = np.isnat(moment) & ~np.isnat(then)
    return np.where(missing, then, moment), timed | missing


def _given_ends(table: Table, starts: Dates, account: Account) -> Ends:
    column, heading = table.columns[Role.END][0], table.heading(Role.END)
    still_open = column.each(
        lambda cell: plain_words(in_words(cell)) in special_words("still_open"), np.bool_
    )
    ends = _dated_or_timed(column, heading, starts)
    if Role.END_TIME in table.columns:
        ends = ends.at_times(read_times(table.columns[Role.END_TIME][0]))
    unread = (ends.verdict > Verdict.BLANK) & ~still_open & account.pending
    unreadable = int(np.count_nonzero(unread))
    account.remark(f"Rows with an end that cannot be read, which was left out: {unreadable}.", unreadable)
    account.remarks.extend(ends.remarks)
    before = np.where(starts.timed & ends.timed, ends.moment < starts.moment, _day(ends) < _day(starts))
    account.refuse(before, heading, "It ends before it begins.")
    return Ends(ends.moment, ends.timed, still_open)


def lasting_kinds(service: NDArray[np.int8], starts: Dates, ends: Ends) -> NDArray[np.int8]:
    """The kind of each row by its end: in hospital any end makes a stay, elsewhere a later day an open service.

    A visit that goes past midnight, with both hours known and less than a day between them, stays a contact.
    """
    past_midnight = starts.timed & ends.timed & (ends.moment - starts.moment < _ONE_DAY)
    later = (_day(ends) > _day(starts)) & ~past_midnight
    in_hospital = service == Service.INPATIENT.code
    stay = in_hospital & (ends.still_open | ~np.isnat(ends.moment))
    kind = np.where(later | ends.still_open, Kind.OPEN_SERVICE.code, Kind.CONTACT.code)
    return np.where(stay, Kind.STAY.code, kind).astype(np.int8)


def _dated_or_timed(column: Column, heading: str, starts: Dates) -> Dates:
    ends = read_dates(column, heading, month_first_if_unclear=starts.month_first)
    times = np.where(ends.verdict > Verdict.BLANK, read_times(column), np.timedelta64("NaT", "s"))
    given = ~np.isnat(times) & ~np.isnat(starts.moment)
    return ends.on_days(starts, given).at_times(times)


def _day(dates: Dates | Ends) -> NDArray[np.datetime64]:
    return dates.moment.astype("datetime64[D]")
