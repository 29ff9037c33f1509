"""What people changed of what the lists say: laid over them, so that the lists' own words stay and undo is free."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, completed
from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service

_Said = tuple[int, int]
"""Of whom, and by which source."""


@dataclass(frozen=True)
class Joined:
    """Two records of one person: what is ``other``'s becomes ``kept``'s. Both are places among the people."""

    kept: int
    other: int


@dataclass(frozen=True)
class Unlinked:
    """What this source says of ``person`` is about somebody else, who has the place ``to``."""

    person: int
    source: int
    to: int


@dataclass(frozen=True)
class Correction:
    """What a touchpoint should say; None leaves what the list says. ``number`` is the touchpoint's lasting number."""

    number: int
    start: datetime | None = None
    timed: bool | None = None
    service: Service | None = None
    outcome: Outcome | None = None
    reason: str | None = field(default=None, repr=False)
    clinician: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Edits:
    """Unlinking comes before joining, both in the order in which they were made: the last word counts."""

    unlinked: tuple[Unlinked, ...] = ()
    joined: tuple[Joined, ...] = ()
    corrected: tuple[Correction, ...] = ()

    def with_joined(self, kept: int, other: int) -> Self:
        """These two are one person; the same edits where they are so already."""
        kept, other = self.kept_place(kept), self.kept_place(other)
        return self if kept == other else replace(self, joined=(*self.joined, Joined(kept, other)))

    def without_joined(self, other: int) -> Self:
        """What was joined stands alone again, with what was joined to it before."""
        return replace(self, joined=tuple(told for told in self.joined if told.other != other))

    def with_unlinked(self, touchpoints: Touchpoints, person: int, sources: Collection[int], to: int) -> Self:
        """What these sources say of a person, and of every record joined to theirs, is about ``to``."""
        rows = self._rows_of(touchpoints, person)
        rows = rows[np.isin(touchpoints.source[rows], list(sources))]
        told = set(zip(touchpoints.person[rows].tolist(), touchpoints.source[rows].tolist(), strict=True))
        stays = (one for one in self.unlinked if (one.person, one.source) not in told)
        return replace(self, unlinked=(*stays, *(Unlinked(who, source, to) for who, source in sorted(told))))

    def with_correction(self, correction: Correction) -> Self:
        """What this touchpoint should say, in place of what was said before; none where it says nothing."""
        others = tuple(told for told in self.corrected if told.number != correction.number)
        says = correction != Correction(correction.number)
        return replace(self, corrected=(*others, correction) if says else others)

    def on_newer(self, older: Touchpoints, newer: Touchpoints) -> Self:
        """The same edits on renewed lists: what was unlinked stays so where another list tells of it now.

        Where a newer list tells again of what is one person's and of what is another's, most of it counts.
        """
        to = {(told.person, told.source): told.to for told in self.unlinked}
        votes: defaultdict[_Said, Counter[int | None]] = defaultdict(Counter)
        for before, now in _moved(older, newer, {told.person for told in self.unlinked}):
            votes[now][to.get(before)] += 1
        again = []
        for said, counted in votes.items():
            most = max(counted, key=lambda place: (counted[place], place is not None))  # in doubt kept apart
            if most is not None and said not in to:
                again.append(Unlinked(*said, most))
        return replace(self, unlinked=(*self.unlinked, *again))

    @cached_property
    def _kept(self) -> dict[int, int]:
        """For each record that was joined to another the place of who it turned out to be."""
        direct = {told.other: told.kept for told in self.joined}
        last = {}
        for other, kept in direct.items():
            place = kept
            while place in direct:
                place = direct[place]
            last[other] = place
        return last

    def kept_place(self, place: int) -> int:
        """The place of who this turned out to be, after every joining."""
        return self._kept.get(place, place)

    def kept_places(self, places: NDArray[np.int32]) -> NDArray[np.int32]:
        """The same for each of many places."""
        if not self._kept:
            return places
        turned_out = np.arange(max(int(places.max(initial=0)), *self._kept) + 1, dtype=np.int32)
        turned_out[list(self._kept)] = list(self._kept.values())
        return turned_out[places]

    def records_joined_to(self, person: int) -> tuple[int, ...]:
        """The places of the other records that are about this person."""
        return tuple(other for other, kept in self._kept.items() if kept == person)

    def persons(self, touchpoints: Touchpoints) -> NDArray[np.int32]:
        """Whose each of these touchpoints is, where the lists' own word stands in ``touchpoints.person``."""
        person = touchpoints.person.copy()
        if self.unlinked:
            rows = np.flatnonzero(np.isin(touchpoints.person, [told.person for told in self.unlinked]))
            who, source = touchpoints.person[rows], touchpoints.source[rows]
            for told in self.unlinked:
                person[rows[(who == told.person) & (source == told.source)]] = told.to
        return self.kept_places(person)

    def _rows_of(self, touchpoints: Touchpoints, person: int) -> NDArray[np.intp]:
        return np.flatnonzero(self.persons(touchpoints) == person)


def _moved(older: Touchpoints, newer: Touchpoints, people: Collection[int]) -> Iterator[tuple[_Said, _Said]]:
    """Where each touchpoint of these people that another source tells again was told before, and is now."""
    rows = np.flatnonzero(np.isin(older.person, list(people)))
    again = np.flatnonzero(np.isin(newer.number, older.number[rows]))
    _, at_old, at_new = np.intersect1d(
        older.number[rows], newer.number[again], assume_unique=True, return_indices=True
    )
    rows, again = rows[at_old], again[at_new]
    before = zip(older.person[rows].tolist(), older.source[rows].tolist(), strict=True)
    now = zip(newer.person[again].tolist(), newer.source[again].tolist(), strict=True)
    return ((then, told) for then, told in zip(before, now, strict=True) if then != told)


NO_EDITS = Edits()


def edited(lists: Imported, edits: Edits) -> Imported:
    """The lists with the edits laid over them; every person and every touchpoint keeps its place.

    The place of somebody who was joined to another stays, and holds nobody.
    """
    touchpoints = replace(lists.touchpoints, person=edits.persons(lists.touchpoints))
    touchpoints = _corrected(touchpoints, edits.corrected)
    offers = (tuple(sorted({edits.kept_place(place) for place in offer})) for offer in lists.offers)
    return replace(
        lists,
        people=_people(lists.people, edits),
        touchpoints=touchpoints,
        offers=tuple(offer for offer in offers if len(offer) > 1),
    )


def _people(lists: Sequence[Person], edits: Edits) -> tuple[Person, ...]:
    """Everybody with what their other records know; who was taken for somebody else keeps that name in mind."""
    people = list(lists)
    for told in edits.unlinked:
        people[told.to] = _also_named(people[told.to], lists[told.person].name)
    for joined in edits.joined:
        kept, other = people[joined.kept], people[joined.other]
        names = kept.name, other.name, other.also_named
        people[joined.kept] = _also_named(completed(kept, other), *names)
        people[joined.other] = Person()
    return tuple(people)


def _also_named(person: Person, *names: str) -> Person:
    known = {person.name, *person.also_named.split("\n")}
    also = [name for name in dict.fromkeys(names) if name and name not in known]
    return replace(person, also_named="\n".join(filter(None, (person.also_named, *also))))


def _corrected(touchpoints: Touchpoints, corrections: Sequence[Correction]) -> Touchpoints:
    said = {told.number: told for told in corrections}
    rows = np.flatnonzero(np.isin(touchpoints.number, list(said))).tolist() if said else []
    there = [(row, said[int(touchpoints.number[row])]) for row in rows]
    columns: dict[str, Any] = {}
    for name in ("start", "timed", "service", "outcome", "reason", "clinician"):
        changed = {row: value for row, told in there if (value := getattr(told, name)) is not None}
        if changed:
            columns[name] = _with(getattr(touchpoints, name), changed)
    if "start" in columns:
        columns |= _after_new_start(touchpoints, columns["start"])
    return replace(touchpoints, **columns)


def _after_new_start(touchpoints: Touchpoints, start: NDArray[np.datetime64]) -> dict[str, Any]:
    """A day that somebody corrected is sure; a contact's end moves with it, a stay's end is never before it."""
    moved = start != touchpoints.start
    lasts = (touchpoints.kind == Kind.STAY.code) | (touchpoints.kind == Kind.OPEN_SERVICE.code)
    end = np.where(moved & ~lasts, touchpoints.end + (start - touchpoints.start), touchpoints.end)
    end = np.where(moved & lasts & (end < start), start, end)
    return {"end": end, "uncertain": touchpoints.uncertain & ~moved}


def _with(column: Any, changed: dict[int, Any]) -> Any:
    if isinstance(column, Texts):
        wanted = set(changed.values())
        places = {word: place for place, word in enumerate(column.words) if word in wanted}
        words = list(column.words)
        for text in dict.fromkeys(changed.values()):
            if text not in places:
                places[text] = len(words)
                words.append(text)
        codes = column.codes.copy()
        codes[list(changed)] = [places[text] for text in changed.values()]
        return Texts(codes, tuple(words))
    made = column.copy()
    for row, value in changed.items():
        made[row] = value.code if isinstance(value, Service | Outcome) else value
    return made
