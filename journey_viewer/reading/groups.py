"""Rows that belong together become one touchpoint: stays in several rows, rows handed in again, waits."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.touchpoints import Touchpoints, join
from journey_viewer.model.words import Kind
from journey_viewer.reading.account import Account, Fate
from journey_viewer.reading.issuers import ByIssuer
from journey_viewer.reading.joins import key_text
from journey_viewer.reading.tables import Table

Parts = list[Touchpoints]


def gather(tables: Sequence[Table], parts: Sequence[Touchpoints], accounts: Sequence[Account]) -> Parts:
    """The touchpoints of each table, of which every one has a pending row of its account, after all three rules."""
    gathered = list(parts)
    alike: dict[str, list[int]] = {}
    for place, table in enumerate(tables):
        alike.setdefault(table.profile.id, []).append(place)
    for places in alike.values():
        profile = tables[places[0]].profile
        if profile.newest_by:
            _newest_only(places, tables, gathered, accounts)
        if profile.one_stay_per:
            _one_stay_each(places, tables, gathered, accounts)
    _end_waits(tables, gathered, accounts)
    return gathered


def put_away(part: Touchpoints, account: Account, away: NDArray[np.bool_], fate: Fate) -> Touchpoints:
    """The touchpoints without these; the account hears what became of their rows."""
    gone = np.zeros(account.rows, np.bool_)
    gone[np.flatnonzero(account.pending)[away]] = True
    account.settle(gone, fate)
    return part.take(np.flatnonzero(~away))


def _newest_only(
    places: Sequence[int], tables: Sequence[Table], parts: Parts, accounts: Sequence[Account]
) -> None:
    """Of the rows of one person that have the same keys the last counts, a later file before an earlier."""
    import pandas as pd  # loaded when the first list is read, not with the program

    names = tables[places[0]].profile.newest_by
    keys = {name: _across(places, tables, accounts, name) for name in names}
    frame = pd.DataFrame({"person": np.concatenate([parts[place].person for place in places]), **keys})
    again = frame.duplicated(keep="last").to_numpy(dtype=np.bool_) & (frame[names[0]] != "").to_numpy()
    for place, away in zip(places, _cut_up(again, [parts[place] for place in places]), strict=True):
        count = int(np.count_nonzero(away))
        parts[place] = put_away(parts[place], accounts[place], away, Fate.DUPLICATE)
        accounts[place].remark(f"Rows that were handed in again, of which the newest counts: {count}.", count)


def _one_stay_each(
    places: Sequence[int], tables: Sequence[Table], parts: Parts, accounts: Sequence[Account]
) -> None:
    """The rows of one stay become one, from the first start to the last end.

    Rows of one stay have its key; without it, they are one person's and begin on one day.
    """
    import pandas as pd  # loaded when the first list is read, not with the program

    together = join([parts[place] for place in places])
    key = _across(places, tables, accounts, tables[places[0]].profile.one_stay_per)
    day = together.start.astype("datetime64[D]").astype(str)
    stay = pd.DataFrame({"person": together.person, "stay": np.where(key == "", day, key)})
    number = stay.groupby(["person", "stay"], sort=False).ngroup().to_numpy()
    frame = pd.DataFrame({"start": together.start, "end": together.end}).groupby(number)
    start = frame["start"].transform("min").to_numpy().astype("datetime64[s]")
    end = frame["end"].transform("max").to_numpy().astype("datetime64[s]")
    together = replace(together, start=start, end=end)
    again = pd.Series(number).duplicated().to_numpy(dtype=np.bool_)
    first = 0
    for place, away in zip(places, _cut_up(again, [parts[place] for place in places]), strict=True):
        part = together.take(np.arange(first, first + len(away)))
        first += len(away)
        count = int(np.count_nonzero(away))
        parts[place] = put_away(part, accounts[place], away, Fate.JOINED)
        accounts[place].remark(f"Rows that belong to a stay begun in another row: {count}.", count)


def _end_waits(tables: Sequence[Table], parts: Parts, accounts: Sequence[Account]) -> None:
    """A referral's wait ends with the first contact of its person and key that took place."""
    for place, table in enumerate(tables):
        by = table.profile.waits_by
        if by in table.keys:
            contacts = _first_contacts(by, table.profile.family, tables, parts, accounts)
            keys = _by_person(parts[place].person, _across([place], tables, accounts, by))
            ends = np.array([contacts.get(key) for key in keys], "datetime64[s]")
            late = ends.astype("datetime64[D]") > parts[place].start.astype("datetime64[D]")
            parts[place] = replace(parts[place], end=np.where(late, ends, parts[place].end))


def _first_contacts(
    by: str, family: str, tables: Sequence[Table], parts: Parts, accounts: Sequence[Account]
) -> ByIssuer[np.datetime64]:
    found: dict[str, np.datetime64] = {}
    for place, table in enumerate(tables):
        if table.profile.family == family and by in table.keys and not table.profile.waits_by:
            keys = _across([place], tables, accounts, by)
            seen = parts[place].attended & (parts[place].kind != Kind.REFERRAL.code) & (keys != "")
            order = np.flatnonzero(seen)[np.argsort(parts[place].start[seen], kind="stable")]
            named = _by_person(parts[place].person[order], keys[order])
            for key, start in zip(named, parts[place].start[order], strict=True):
                found[key] = min(start, found.get(key, start))
    return ByIssuer(found.items())


def _by_person(person: NDArray[np.int32], keys: NDArray[np.object_]) -> list[str]:
    """Keys that mean something for one person only."""
    return [f"{place} {key}" for place, key in zip(person.tolist(), keys.tolist(), strict=True)]


def keys_across(tables: Sequence[Table], accounts: Sequence[Account], name: str) -> NDArray[np.object_]:
    """The key of every pending row of these tables; "" where a table has no such column."""
    keys = []
    for table, account in zip(tables, accounts, strict=True):
        pending = account.pending
        column = table.keys.get(name)
        blank = np.full(int(np.count_nonzero(pending)), "", np.object_)
        keys.append(blank if column is None else column.each(key_text, np.object_)[pending])
    return np.concatenate(keys)


def _across(
    places: Sequence[int], tables: Sequence[Table], accounts: Sequence[Account], name: str
) -> NDArray[np.object_]:
    return keys_across([tables[place] for place in places], [accounts[place] for place in places], name)


def _cut_up(rows: NDArray[np.bool_], parts: Sequence[Touchpoints]) -> list[NDArray[np.bool_]]:
    """The entries of each of these parts."""
    return np.split(rows, np.cumsum([len(part) for part in parts])[:-1])
