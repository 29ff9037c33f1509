"""A case: a person chosen for the deep dive, with their journey in the chosen window."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Window
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Service

_NOON, _MIDNIGHT = np.timedelta64(12 * 3600, "s"), np.timedelta64(24 * 3600 - 1, "s")
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # I and O are left out: they read as 1 and 0 across a room


@dataclass(frozen=True, eq=False, repr=False)
class Case:
    """Identifiable: for direct care only. ``touchpoints`` are in time order and inside ``window``."""

    label: str
    person: Person
    touchpoints: Touchpoints
    window: Window
    supplied: frozenset[Service]

    def without(self, numbers: Collection[int]) -> "Case":
        """The same without the touchpoints of these lasting numbers; itself where it holds none of them."""
        stay = ~np.isin(self.touchpoints.number, list(numbers))
        return self if stay.all() else replace(self, touchpoints=self.touchpoints.take(stay))


@cache
def case_label(place: int) -> str:
    """The pseudonym of the case chosen at this place, from 0: "Case A"."""
    return f"Case {letters_of(place)}"


def letters_of(place: int) -> str:
    """A place, from 0, in letters: A … Z without I and O, then AA, AB …"""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, len(_LETTERS))
        name = _LETTERS[letter] + name
    return name


def case_of(imported: Imported, person: int, window: Window, label: str) -> Case:
    """The journey of one person in the window."""
    everything = imported.touchpoints.take(imported.rows_of(person))
    journey = in_time_order(everything.take(in_window(everything, window)))
    return Case(label, imported.people[person], journey, window, imported.supplied)


def in_window(touchpoints: Touchpoints, window: Window) -> NDArray[np.bool_]:
    """True where a touchpoint begins in the window, or was still going on in it."""
    first = np.datetime64(window.first).astype("datetime64[s]")
    after = (np.datetime64(window.last) + 1).astype("datetime64[s]")
    begins = (touchpoints.start >= first) & (touchpoints.start < after)
    still_open = (touchpoints.end >= first) | goes_on(touchpoints)
    return begins | ((touchpoints.start < first) & still_open)


def goes_on(touchpoints: Touchpoints) -> NDArray[np.bool_]:
    """True where a stay or an open service has no end."""
    lasts = (touchpoints.kind == Kind.STAY.code) | (touchpoints.kind == Kind.OPEN_SERVICE.code)
    return lasts & np.isnat(touchpoints.end)


def in_time_order(touchpoints: Touchpoints) -> Touchpoints:
    """By start, then by lane, outcome and kind, never by a name.

    On one day those without a time stand at noon, and a stay without one after all others:
    people are admitted from A&E, not the other way round.
    """
    untimed = np.where(touchpoints.kind == Kind.STAY.code, _MIDNIGHT, _NOON)
    moments = touchpoints.start + np.where(touchpoints.timed, np.timedelta64(0, "s"), untimed)
    order = np.lexsort((touchpoints.row, touchpoints.kind, touchpoints.outcome, touchpoints.service, moments))
    return touchpoints.take(order)
