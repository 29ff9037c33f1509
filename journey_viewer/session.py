"""All that the user sees, as one frozen value: what was read, what was chosen, and where they look."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice

import numpy as np

from journey_viewer.measures.ranking import busiest_first, touchpoint_counts
from journey_viewer.model.case import Case, case_of
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Edits, edited
from journey_viewer.model.findings import FindingKey
from journey_viewer.model.imported import Imported, all_time, last_months
from journey_viewer.model.kept import NO_LISTS, Keeping, Kept
from journey_viewer.model.people import Person, Window
from journey_viewer.model.removal import take_out
from journey_viewer.model.sensitive import sensitive_numbers
from journey_viewer.model.sharing import ALL_CASES, Shared, ToShare
from journey_viewer.privacy.words.vocabulary import is_ordinary
from journey_viewer.timeline.looking import Looking

CHOSEN_AT_FIRST = 10
OF_AGE = 18
_CASES_HELD = 256  # more than are chosen together, or each question about them would make all of them anew


@dataclass(frozen=True)
class View:
    """Where the user looks.

    ``touchpoint`` is a place in the shown case's journey, ``span`` a stretch of it, ``note`` a note's number,
    ``finding`` what a rule found; ``found``: findings are drawn. ``everybody``: not only the chosen are listed.
    ``tabled``: the chronology stands as a table too; ``only_found``: without what the filter does not find.
    ``comparing``: the chosen under each other; ``compared``: these of them, who show ``compared_for``.
    Never kept: ``reasons``: what lists give as reasons goes out this time; ``title_agreed`` to name nobody.
    """

    place: str = "deep_dive"
    person: int | None = None
    touchpoint: int | None = None
    span: Window | None = None
    note: int | None = None
    finding: FindingKey | None = None
    found: bool = True
    names_shown: bool = False
    search: str = ""
    everybody: bool = False
    looking: Looking = field(default_factory=Looking)
    tabled: bool = False
    only_found: bool = False
    comparing: bool = False
    compared: tuple[int, ...] = ()
    compared_for: str = ""
    reasons: bool = False
    title_agreed: str = field(default="", repr=False)


@dataclass(frozen=True, eq=False)
class Session:
    """``lists`` is what the lists say; ``imported`` the same with what people corrected laid over it."""

    lists: Imported = NO_LISTS
    document: Document = field(default_factory=Document)
    view: View = field(default_factory=View)
    keeping: Keeping = field(default_factory=Keeping)

    @cached_property
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
        """Everybody with a touchpoint in the window, busiest first when they were read."""
        window = self.document.window
        counts = [] if window is None else _counts(self.imported, window).tolist()
        return [person for person in self.document.people if counts[person]]

    def touchpoint_count(self, person: int) -> int:
        """How many touchpoints a person has in the chosen window."""
        window = self.document.window
        return 0 if window is None else int(_counts(self.imported, window)[person])

    @property
    def may_be_shared(self) -> list[int]:
        """Everybody seen in the window who does not object."""
        return [person for person in self.seen_in_window if person not in self.document.objectors]

    @property
    def shared_unasked(self) -> list[int]:
        """Those of them who may be shared without having been chosen one by one: who are no children."""
        return [person for person in self.may_be_shared if person not in self.children]

    @property
    def may_be_told_of(self) -> frozenset[int]:
        """Of whom a meeting may be told: of a child only where they were chosen."""
        return frozenset(self.may_be_shared) - (self.children - frozenset(self.document.chosen))

    @property
    def children(self) -> frozenset[int]:
        """Who is under 18 at the end of the window, or was when they died."""
        window = self.document.window
        return frozenset() if window is None else _children(self.imported, window)

    def shared_case(self, person: int) -> Case:
        """The person's case without the contacts that are marked as sensitive."""
        return _without(self.case(person), self.document.sensitive)

    @property
    def shared_people(self) -> list[int]:
        """Those chosen for sharing of whom there is anything to show, in their order."""
        may_be = frozenset(self.may_be_shared)
        return [
            person
            for person in self.document.chosen
            if person in may_be and len(self.shared_case(person).touchpoints)
        ]

    def _shared(self, person: int, *, reasons: bool) -> tuple[Case, Shared]:
        """The case and what goes out with it: no note on a contact that is not in it, or is left out of it."""
        case, shared = self.shared_case(person), self.document.shared_of(person, reasons=reasons)
        withheld = len(self.case(person).touchpoints) - len(case.touchpoints)
        there = frozenset(case.touchpoints.number.tolist()) - shared.choices.dropped
        notes = tuple(note for note in shared.notes if note.touchpoint is None or note.touchpoint in there)
        return case, replace(shared, notes=notes, withheld=withheld)

    def to_share(self, people: Sequence[int], *, reasons: bool = False) -> ToShare:
        """Everything that goes into a pack of these people; ``reasons``: what lists say of each contact goes out too.

        Whoever objects is in none, whoever asks.
        """
        document = self.document
        people = [person for person in people if person not in document.objectors]
        cases = tuple(self._shared(person, reasons=reasons) for person in people)
        labels = {person: self.label(person) for person in people}
        actions = [(ALL_CASES, action) for action in document.actions if action.person is None]
        for person in people:
            actions += [(labels[person], action) for action in document.actions_of(person)]
        return ToShare(
            cases,
            tuple(actions),
            document.pack_title,
            title_agreed=self.view.title_agreed == document.pack_title,
            thresholds=document.thresholds,
            ideas=document.ideas,
        )


@lru_cache(maxsize=2)
def _children(imported: Imported, window: Window) -> frozenset[int]:
    return frozenset(place for place, who in enumerate(imported.people) if _is_child(who, window))


def _is_child(person: Person, window: Window) -> bool:
    age = person.age_at_end(window)
    return age is not None and age < OF_AGE


_edited = lru_cache(maxsize=4)(edited)
_counts = lru_cache(maxsize=2)(touchpoint_counts)
_case = lru_cache(maxsize=_CASES_HELD)(case_of)
_without = lru_cache(maxsize=_CASES_HELD)(Case.without)
"""Kept for speed until ``forget_cases``."""


def opened(imported: Imported, today: date, window: Window | None = None) -> Session:
    """A new session on what was read: the last 24 months unless a window is given, the busiest person shown.

    The ten busiest are chosen, children left out; contacts whose words say so are sensitive.
    """
    window = window or last_months(imported, today)
    if window is None:
        return Session(imported)
    order = _everybody(imported, window)
    seen = busiest_first(imported, window)
    grown = (person for person in seen if person not in _children(imported, window))
    chosen = tuple(islice(grown, CHOSEN_AT_FIRST))
    document = Document(window, order, chosen, sensitive=sensitive_numbers(imported.touchpoints))
    return Session(imported, document, View(person=order[0] if order else None))


def _everybody(imported: Imported, window: Window) -> tuple[int, ...]:
    """Those seen in the window, busiest first; then those seen only at other times."""
    ever = all_time(imported)
    order = dict.fromkeys(busiest_first(imported, window))
    if ever is not None:
        order.update(dict.fromkeys(busiest_first(imported, ever)))
    return tuple(order)


def reopened(old: Session, lists: Imported, today: date) -> Session:
    """What was chosen and written, on lists that were renewed: people keep their places and letters, newcomers follow.

    A window that was never changed moves to the last 24 months of the new lists. Contacts that are
    told of for the first time, or in other words, are sensitive where these say so; what was said
    of the others stays.
    """
    if old.document.window is None:
        fresh = opened(lists, today)
        return replace(fresh, keeping=old.keeping)
    read = max((source.imported.date() for source in old.lists.sources if source.imported), default=today)
    chosen = None if old.document.window == last_months(old.lists, read) else old.document.window
    fresh = opened(lists, today, chosen)
    order = dict.fromkeys((*old.document.order, *fresh.document.order))
    newly = fresh.document.sensitive - sensitive_numbers(old.lists.touchpoints)
    document = replace(
        old.document,
        window=fresh.document.window,
        order=tuple(order),
        sensitive=old.document.sensitive | newly,
        edits=old.document.edits.on_newer(old.lists.touchpoints, lists.touchpoints),
    )
    person = fresh.view.person if old.view.person is None else old.view.person
    view = replace(old.view, person=person, touchpoint=None, title_agreed="")
    return replace(old, lists=lists, document=document, view=view)


def taken_out(session: Session, person: int) -> Session:
    """Without somebody who is taken out for good; the next person in the order of the list is shown."""
    everybody = session.document.people
    lists, document = take_out(session.lists, session.document, person, is_ordinary)
    rest = (*everybody[everybody.index(person) + 1 :], *reversed(everybody[: everybody.index(person)]))
    after = next(iter(rest), None)
    view = replace(session.view, person=after, touchpoint=None, span=None)
    return replace(session, lists=lists, document=document, view=view)


def forget_cases() -> None:
    """Let go of every case that was kept for speed: nothing of lists that were closed stays in memory."""
    for kept in (_case, _children, _counts, _edited, _without):
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
    place = None if person is None else document.edits.kept_place(person)
    return place if place in document.people else next(iter(document.people), None)
