"""All that the user sees, as one frozen value: what was read, what was chosen, and where they look."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from journey_viewer.measures.ranking import busiest_first
from journey_viewer.model.case import Case, case_label, case_of
from journey_viewer.model.imported import Imported, all_time, last_months
from journey_viewer.model.people import Window
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
        return _labels(self.document.order)[person]

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
        if self.document.window is None:
            return []
        seen = set(busiest_first(self.imported, self.document.window))
        return [person for person in self.document.order if person in seen]

    @property
    def shared_cases(self) -> list[Case]:
        """The cases chosen for sharing that have a touchpoint in the window, in their order."""
        return [self.case(person) for person in self.seen_in_window if person in self.document.shared]


@lru_cache(maxsize=4)
def _labels(order: tuple[int, ...]) -> dict[int, str]:
    return {person: case_label(place) for place, person in enumerate(order)}


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


def forget_cases() -> None:
    """Let go of every case that was kept for speed: nothing of lists that were closed stays in memory."""
    _case.cache_clear()
    _labels.cache_clear()


def with_document(session: Session, document: Document) -> Session:
    """The same people, chosen otherwise; in another stretch of time the chosen touchpoint is let go."""
    moved = document.window != session.document.window
    view = replace(session.view, touchpoint=None) if moved else session.view
    return replace(session, document=document, view=view)
