"""Which touchpoint of a newer list is the one that an older list of the same kind told of."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.touchpoints import Texts, Touchpoints, join

NONE = -1


def places_of_same(old: Touchpoints, new: Touchpoints, kinds: NDArray[np.int32]) -> NDArray[np.int64]:
    """For each newer touchpoint the row of the same one among the older, or -1; no row is given twice.

    ``kinds`` tells for each source what kind of list it is. The same are first those of one kind of
    list, person, service and kind of contact that agree in moment and reason, then those that
    agree in the moment, then those of one day: so a list may correct a reason or an hour.
    """
    both = join([old, new])
    days = both.start.astype("datetime64[D]")
    who = (kinds[both.source], both.person, both.service, both.kind)
    same = np.full(len(new), NONE, np.int64)
    for rest in ((both.start, _codes(both.reason)), (both.start,), (days,)):
        _pair(same, (*who, *rest), len(old))
    return same


def _codes(texts: Texts) -> NDArray[np.int64]:
    """The same number for the same text."""
    known: dict[str, int] = {}
    codes = np.array([known.setdefault(word, len(known)) for word in texts.words], dtype=np.int64)
    return codes[texts.codes] if len(codes) else texts.codes.astype(np.int64)


def _pair(same: NDArray[np.int64], columns: Sequence[NDArray[Any]], olds: int) -> None:
    """Pair those not yet paired whose columns agree: the first with the first, the second with the second."""
    old_rows = np.setdiff1d(np.arange(olds), same)
    new_rows = np.flatnonzero(same == NONE)
    rows = np.concatenate([old_rows, new_rows + olds])
    key = np.zeros(len(rows), np.int64)
    for column in columns:
        _, codes = np.unique(column[rows], return_inverse=True)
        _, key = np.unique(key * (codes.max(initial=0) + 1) + codes, return_inverse=True)
    old_key, new_key = (_nth(part) for part in (key[: len(old_rows)], key[len(old_rows) :]))
    _, at_old, at_new = np.intersect1d(old_key, new_key, assume_unique=True, return_indices=True)
    same[new_rows[at_new]] = old_rows[at_old]


def _nth(key: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each key with how often it stood before: no two are alike."""
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(key) else order
    lengths = np.diff(np.append(starts, len(key)))
    nth = np.empty(len(key), np.int64)
    nth[order] = np.arange(len(key)) - np.repeat(starts, lengths)
    return (key << 32) | nth
