"""All that the user sees, as one frozen value: what was read, what was chosen, and where they look."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from journey_viewer.measures.ranking import busiest_first, touchpoint_counts
from journey_viewer.model.case import Case, case_of
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Edits, edited
from journey_viewer.model.imported import Imported, all_time, last_months
from journey_viewer.model.kept import NO_LISTS, Kept
from journey_viewer.model.people import Window

CHOSEN_AT_FIRST = 10


@dataclass(frozen=True)
class View:
    """Where the user looks.

    ``touchpoint`` is a place in the shown case's journey, ``span`` a stretch of it, ``note`` a note's number.
    """

    place: str = "deep_dive"
    person: int | None = None
    touchpoint: int | None = None
    span: Window | None = None
    note: int | None = None
    names_shown: bool = False
    search: str = ""


@dataclass(frozen=True)
class Keeping:
    """Where all this is kept: ``name`` of the case file, "" where nothing is kept ("look only").

    ``saved``: when it was last written. ``read_only``: it can be looked at only, because of what
    ``why`` says.
    """

    name: str = ""
    saved: datetime | None = None
    read_only: bool = False
    why: str = ""


@dataclass(frozen=True, eq=False)
class Session:
    """``lists`` is what the lists say; ``imported`` the same with what people corrected laid over it."""

    lists: Imported = NO_LISTS
    document: Document = field(default_factory=Document)
    view: View = field(default_factory=View)
    keeping: Keeping = field(default_factory=Keeping)

    @property
    def imported(self) -> Imported:
        edits = self.document.edits
        return self.lists if edits == Edits() else _edited(self.lists, edits)

    @property
    def kept(self) -> Kept:
        """The part of it that a case file holds."""
        return Kept(self.lists, self.document)

    @property
    def is_empty(self) -> bool:
        return not self.document.people

    def label(self, person: int) -> str:
        """The pseudonym of a person: "Case C"."""
        return self.document.labels[person]

    def case(self, person: int) -> Case:
        """The person's journey in the chosen window; only while lists are open."""
        if self.document.window is None:
            raise ValueError("no lists are open")
        return _case(self.imported, person, self.document.window, self.label(person))

    @property
    def shown_case(self) -> Case | None:
        """The case on the desk, if any."""
        person = self.view.person
        return None if person is None or self.is_empty else self.case(person)

    @property
    def seen_in_window(self) -> list[int]:
        """Everybody with a touchpoint in the window, in the order of their letters."""
        return [person for person in self.document.people if self.touchpoint_count(person)]

    def touchpoint_count(self, person: int) -> int:
        """How many touchpoints a person has in the chosen window."""
        window = self.document.window
        return 0 if window is None else int(_counts(self.imported, window)[person])

    @property
    def may_be_shared(self) -> list[int]:
        """Everybody seen in the window who does not object."""
        return [person for person in self.seen_in_window if person not in self.document.objecting]

    def shared_case(self, person: int) -> Case:
        """The person's case without the contacts that are marked as sensitive."""
        return _without(self.case(person), self.document.sensitive)

    @property
    def shared_cases(self) -> list[Case]:
        """The cases chosen for sharing, in their order."""
        may_be = frozenset(self.may_be_shared)
        return [self.shared_case(person) for person in self.document.chosen if person in may_be]


@lru_cache(maxsize=4)
def _edited(lists: Imported, edits: Edits) -> Imported:
    return edited(lists, edits)


@lru_cache(maxsize=32)
def _without(case: Case, numbers: frozenset[int]) -> Case:
    stay = ~np.isin(case.touchpoints.number, list(numbers))
    return case if stay.all() else replace(case, touchpoints=case.touchpoints.take(stay))


@lru_cache(maxsize=2)
def _counts(imported: Imported, window: Window) -> NDArray[np.int64]:
    return touchpoint_counts(imported, window)


@lru_cache(maxsize=32)
def _case(imported: Imported, person: int, window: Window, label: str) -> Case:
    return case_of(imported, person, window, label)


def opened(imported: Imported, today: date, window: Window | None = None) -> Session:
    """A new session on what was read: the last 24 months unless a window is given, the busiest person shown."""
    window = window or last_months(imported, today)
    if window is None:
        return Session(imported)
    order = _everybody(imported, window)
    shown = busiest_first(imported, window)
    document = Document(window, order, tuple(shown[:CHOSEN_AT_FIRST]))
    return Session(imported, document, View(person=order[0] if order else None))


def _everybody(imported: Imported, window: Window) -> tuple[int, ...]:
    """Those seen in the window, busiest first; then those seen only at other times."""
    ever = all_time(imported)
    order = dict.fromkeys(busiest_first(imported, window))
    if ever is not None:
        order.update(dict.fromkeys(busiest_first(imported, ever)))
    return tuple(order)


def reopened(old: Session, lists: Imported, today: date, renews: Mapping[int, int] | None = None) -> Session:
    """What was chosen and written, on lists that were renewed: people keep their places and letters, newcomers follow.

    A window that was never changed moves to the last 24 months of the new lists. ``renews``: which
    older source each newer one is a newer edition of, as places among ``lists.sources``.
    """
    if old.document.window is None:
        fresh = opened(lists, today)
        return replace(fresh, keeping=old.keeping)
    chosen = None if old.document.window == last_months(old.imported, today) else old.document.window
    fresh = opened(lists, today, chosen)
    order = dict.fromkeys((*old.document.order, *fresh.document.order))
    edits = old.document.edits.on_newer(renews or {})
    document = replace(old.document, window=fresh.document.window, order=tuple(order), edits=edits)
    person = fresh.view.person if old.view.person is None else old.view.person
    return replace(
        old, lists=lists, document=document, view=replace(old.view, person=person, touchpoint=None)
    )


def forget_cases() -> None:
    """Let go of every case that was kept for speed: nothing of lists that were closed stays in memory."""
    for kept in (_case, _counts, _edited, _without):
        kept.cache_clear()


def with_document(session: Session, document: Document) -> Session:
    """The same lists, chosen, written or corrected otherwise; who and what was looked at stays, where it is still there."""
    told = replace(session, document=document)
    person = _still_there(session.view.person, document)
    touchpoint = None
    if person is not None and session.view.touchpoint is not None and session.shown_case is not None:
        numbers = told.case(person).touchpoints.number
        number = session.shown_case.touchpoints.number[session.view.touchpoint]
        touchpoint = next(iter(np.flatnonzero(numbers == number).tolist()), None)
    return replace(told, view=replace(session.view, person=person, touchpoint=touchpoint))


def _still_there(person: int | None, document: Document) -> int | None:
    """The person, or who they turned out to be, or the first of all."""
    kept = {joined.other: joined.kept for joined in document.edits.joined}
    while person in kept:
        person = kept[person]
    if person is None or person in document.gone:
        return next(iter(document.people), None)
    return person
