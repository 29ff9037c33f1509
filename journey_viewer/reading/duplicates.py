"""Touchpoints that several rows tell of, in one list or in several, are counted once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.touchpoints import Touchpoints, join
from journey_viewer.reading.account import Account, Fate
from journey_viewer.reading.groups import Parts, keys_across, put_away
from journey_viewer.reading.tables import Table

_NO_ID = -1


def once_each(tables: Sequence[Table], parts: Sequence[Touchpoints], accounts: Sequence[Account]) -> Parts:
    """Each touchpoint once, the first of those that agree; the accounts hear of the others and of these.

    Rows of one table that agree but have ids of their own are as many touchpoints; the same
    ones in another list are still the same.
    """
    places = [
        _place_where_numbered(place, table, account)
        for place, (table, account) in enumerate(zip(tables, accounts, strict=True))
    ]
    again = _agrees_with_an_earlier(join(parts), np.concatenate([np.zeros(0, np.int64), *places]))
    kept = []
    place = 0
    for part, account in zip(parts, accounts, strict=True):
        repeated = again[place : place + len(part)]
        place += len(part)
        kept.append(put_away(part, account, repeated, Fate.DUPLICATE))
        account.settle(account.pending, Fate.TOUCHPOINT)
        untimed = int(np.count_nonzero(repeated & ~part.timed))
        account.remark(
            f"Rows without a time that agree wholly with an earlier row, counted once: {untimed}.",
            untimed,
        )
    return kept


def _place_where_numbered(place: int, table: Table, account: Account) -> NDArray[np.int64]:
    """For each pending row the place of its table if it has an id of its own, else _NO_ID."""
    ids = table.profile.newest_by[:1]
    if not ids:
        return np.full(int(np.count_nonzero(account.pending)), _NO_ID, np.int64)
    return np.where(keys_across([table], [account], ids[0]) == "", _NO_ID, place).astype(np.int64)


def _agrees_with_an_earlier(touchpoints: Touchpoints, numbered: NDArray[np.int64]) -> NDArray[np.bool_]:
    """True where an earlier row has the same person, times, service, kind, outcome and words."""
    import pandas as pd  # loaded when the first list is read, not with the program

    said = pd.DataFrame({
        "person": touchpoints.person,
        "start": touchpoints.start,
        "end": touchpoints.end,
        "what": _as_one(
            touchpoints.service, touchpoints.kind, touchpoints.outcome, touchpoints.timed.view(np.int8)
        ),
        "why": _as_one(touchpoints.reason.codes, touchpoints.mode.codes),
        "where": _as_one(touchpoints.place.codes, touchpoints.clinician.codes),
    })  # fmt: skip
    if (numbered == _NO_ID).all():
        return said.duplicated().to_numpy(dtype=np.bool_)
    alike = np.flatnonzero(said.duplicated(keep=False) & (numbered != _NO_ID))
    number = np.zeros(len(said), np.int64)
    among = said.iloc[alike].assign(table=numbered[alike])
    number[alike] = among.groupby(list(among.columns), dropna=False).cumcount()
    return said.assign(number=number).duplicated().to_numpy(dtype=np.bool_)


def _as_one(*codes: NDArray[np.int8] | NDArray[np.int32]) -> NDArray[Any]:
    """Four columns of one byte, or two of four bytes, side by side as one number a row."""
    together = np.stack(codes, axis=1)
    return together.view(np.int32 if together.itemsize == 1 else np.int64)[:, 0]
