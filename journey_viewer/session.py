"""All that the user sees, as one frozen value: what was read, what was chosen, and where they look."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from journey_viewer.measures.ranking import busiest_first, touchpoint_counts
from journey_viewer.model.case import Case, case_label, case_of
from journey_viewer.model.imported import Imported, all_time, last_months
from journey_viewer.model.people import Person, Window
from journey_viewer.model.touchpoints import Touchpoints

SHARED_AT_FIRST = 10
NOTHING = Imported((), Touchpoints.of([]))


@dataclass(frozen=True)
class Document:
    """What people chose: undo goes through these.

    ``order`` is everybody on the lists, busiest first when they were read; a person's place
    in it is their letter, and stays so. ``shared`` are the people whose cases are exported.
    """

    window: Window | None = None
    order: tuple[int, ...] = ()
    shared: frozenset[int] = frozenset()

    @cached_property
    def labels(self) -> dict[int, str]:
        """Each person's pseudonym."""
        return {person: case_label(place) for place, person in enumerate(self.order)}


@dataclass(frozen=True)
class View:
    """Where the user looks. ``touchpoint`` is a place in the shown case's journey."""

    place: str = "deep_dive"
    person: int | None = None
    touchpoint: int | None = None
    names_shown: bool = False
    search: str = ""


@dataclass(frozen=True, eq=False)
class Session:
    imported: Imported = NOTHING
    document: Document = field(default_factory=Document)
    view: View = field(default_factory=View)

    @property
    def is_empty(self) -> bool:
        return not self.document.order

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
        return [person for person in self.document.order if self.touchpoint_count(person)]

    def touchpoint_count(self, person: int) -> int:
        """How many touchpoints a person has in the chosen window."""
        window = self.document.window
        return 0 if window is None else int(_counts(self.imported, window)[person])

    @property
    def shared_cases(self) -> list[Case]:
        """The cases chosen for sharing that have a touchpoint in the window, in their order."""
        return [self.case(person) for person in self.seen_in_window if person in self.document.shared]


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
    document = Document(window, order, frozenset(shown[:SHARED_AT_FIRST]))
    return Session(imported, document, View(person=order[0] if order else None))


def _everybody(imported: Imported, window: Window) -> tuple[int, ...]:
    """Those seen in the window, busiest first; then those seen only at other times."""
    ever = all_time(imported)
    order = dict.fromkeys(busiest_first(imported, window))
    if ever is not None:
        order.update(dict.fromkeys(busiest_first(imported, ever)))
    return tuple(order)


def reopened(old: Session, imported: Imported, today: date) -> Session:
    """What was chosen, carried over to lists that were read anew: people keep their letters, newcomers follow.

    A window that was never changed moves to the last 24 months of the new lists.
    """
    if old.is_empty:
        return opened(imported, today)
    chosen = None if old.document.window == last_months(old.imported, today) else old.document.window
    fresh = opened(imported, today, chosen)
    moved = _moved(old.imported.people, imported.people)
    order = dict.fromkeys(moved[person] for person in old.document.order if person in moved)
    order.update(dict.fromkeys(fresh.document.order))
    shared = frozenset(moved[person] for person in old.document.shared if person in moved)
    document = replace(fresh.document, order=tuple(order), shared=shared or fresh.document.shared)
    shown = moved.get(old.view.person) if old.view.person is not None else None
    person = fresh.view.person if shown is None else shown
    return Session(imported, document, replace(old.view, person=person, touchpoint=None))


def _moved(old: Sequence[Person], new: Sequence[Person]) -> dict[int, int]:
    """Where each person of the old lists stands among the new ones: by NHS number, else by all that is known."""
    places = {_identity(person): place for place, person in enumerate(new)}
    found = {place: places.get(_identity(person)) for place, person in enumerate(old)}
    return {place: at for place, at in found.items() if at is not None}


def _identity(person: Person) -> str | Person:
    return person.nhs_number or person


def forget_cases() -> None:
    """Let go of every case that was kept for speed: nothing of lists that were closed stays in memory."""
    _case.cache_clear()
    _counts.cache_clear()


def with_document(session: Session, document: Document) -> Session:
    """The same people, chosen otherwise; in another stretch of time the chosen touchpoint is let go."""
    moved = document.window != session.document.window
    view = replace(session.view, touchpoint=None) if moved else session.view
    return replace(session, document=document, view=view)
