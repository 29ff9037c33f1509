"""What became of a touchpoint and what sort it was, by the words of its row."""

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.words import OUTCOME_NAMES, Kind, Outcome
from journey_viewer.reading.account import Account
from journey_viewer.reading.codes import kind_words, outcome_words, plain_words, special_words, yes_no_words
from journey_viewer.reading.profiles import Role
from journey_viewer.reading.sheets import Cell, Column, in_words
from journey_viewer.reading.tables import Table

_NONE = -1
_ANSWERS: dict[Role, dict[str, Outcome]] = {
    Role.MISSED: {"yes": Outcome.DID_NOT_ATTEND},
    Role.ATTENDED: {"yes": Outcome.ATTENDED, "no": Outcome.DID_NOT_ATTEND},
}
_BY_BEING_FILLED: dict[Role, Outcome] = {
    Role.SEEN: Outcome.ATTENDED,
    Role.CANCELLED: Outcome.CANCELLED_BY_PERSON,
    Role.REJECTED: Outcome.REFUSED,
}
_WEAKEST_FIRST = (Role.SEEN, Role.CANCELLED, Role.OUTCOME, Role.ATTENDED, Role.MISSED, Role.REJECTED)


def read_kinds(table: Table) -> NDArray[np.int8]:
    """The code of the Kind that each row states, -1 where it states none that is known."""
    kinds = np.full(len(table), _NONE, np.int8)
    for column in reversed(table.columns.get(Role.KIND, ())):
        told = column.each(_kind, np.int8)
        kinds = np.where(told == _NONE, kinds, told)
    return kinds


def read_outcomes(table: Table, kind: NDArray[np.int8], account: Account) -> NDArray[np.int8]:
    """The code of each row's Outcome: a yes in a column such as "DNA" first, then the words of the others.

    Rows that say nothing count as attended, referrals as referred. "Not known" gives way to anything else.
    """
    outcomes = np.full(len(table), _NONE, np.int8)
    for role in _WEAKEST_FIRST:
        for column in reversed(table.columns.get(role, ())):
            told = _filled(role, column) if role in _BY_BEING_FILLED else _told(role, column)
            silent = (told == _NONE) | ((told == Outcome.UNKNOWN.code) & (outcomes != _NONE))
            outcomes = np.where(silent, outcomes, told)
    _remark_words(table, outcomes, account)
    otherwise = np.where(kind == Kind.REFERRAL.code, Outcome.REFERRED.code, _unsaid(table).code)
    took_place = np.isin(kind, [told.code for told in table.profile.took_place])
    outcomes = np.where(outcomes == _NONE, otherwise, outcomes)
    return np.where(took_place, Outcome.ATTENDED.code, outcomes).astype(np.int8)


def _unsaid(table: Table) -> Outcome:
    return Outcome.UNKNOWN if table.profile.says_outcome else Outcome.ATTENDED


def _filled(role: Role, column: Column) -> NDArray[np.int8]:
    """The outcome that a column tells by being filled in at all."""
    return np.where(column.blank, _NONE, _BY_BEING_FILLED[role].code).astype(np.int8)


def _told(role: Role, column: Column) -> NDArray[np.int8]:
    answers = _ANSWERS.get(role, {})

    def meaning(cell: Cell) -> int:
        text = in_words(cell)
        answer = yes_no_words().whole(text) if answers else None
        outcome = answers.get(answer) if answer else outcome_words().first(text)
        if text.strip("? ") == "" != text:
            outcome = Outcome.UNKNOWN
        return _NONE if outcome is None else outcome.code

    return column.each(meaning, np.int8)


def _kind(cell: Cell) -> int:
    kind = kind_words().longest(in_words(cell))
    return _NONE if kind is None else kind.code


def _remark_words(table: Table, outcomes: NDArray[np.int8], account: Account) -> None:
    columns = table.columns.get(Role.OUTCOME, ())
    if not columns:
        return
    filled = np.logical_or.reduce([~column.blank for column in columns])
    other = int(np.count_nonzero(filled & (outcomes == _NONE) & account.pending))
    unsaid = Outcome.REFERRED if table.profile.kind is Kind.REFERRAL else _unsaid(table)
    told = OUTCOME_NAMES[unsaid]
    account.remark(f"Rows with an outcome in other words, counted as {told}: {other}.", other)
    bare = np.logical_or.reduce([column.each(_only_cancelled, np.bool_) for column in columns])
    cancelled = int(np.count_nonzero(bare & account.pending))
    account.remark(
        f"Rows that say only “cancelled”, counted as cancelled by the person: {cancelled}.", cancelled
    )


def _only_cancelled(cell: Cell) -> bool:
    return plain_words(in_words(cell)) in special_words("only_cancelled")
