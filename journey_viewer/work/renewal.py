"""A newer import laid over an older one: people keep their places, touchpoints their lasting numbers."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.barred import is_barred
from journey_viewer.model.imported import Imported, Problem, Source
from journey_viewer.model.people import Person, completed
from journey_viewer.model.touchpoints import Touchpoints, join
from journey_viewer.reading.offers import find_offers
from journey_viewer.work.same_people import NOBODY, places_among
from journey_viewer.work.same_touchpoints import places_of_same

RENEWED_FROM = 0.5
"""A list renews an older one where at least this share of what that says of its people and days is in it again."""


@dataclass(frozen=True, eq=False)
class Renewal:
    """``renews``: which older source each newer one is a newer edition of, both as places among ``lists.sources``.

    ``updated``: touchpoints that were there before; ``vanished``: those that a renewed list no longer
    tells of; ``barred``: people on the newer lists who had been taken out for good.
    """

    lists: Imported
    renews: Mapping[int, int]
    added: int
    updated: int
    vanished: int
    barred: int = 0


def renewed(old: Imported, new: Imported, marks: Set[str], now: datetime) -> Renewal:
    """Both as one import. ``marks``: of people who were taken out for good, and so are left out.

    What an older list says stays, unless a newer list is evidently a newer edition of it: then
    touchpoints that it no longer tells of, among its own people and days, are no longer there.
    """
    new, barred = _without(new, marks)
    sources = tuple(replace(source, imported=now) for source in new.sources)
    places = places_among(old, new)
    people, person = _people(old.people, new.people, places)
    rows = replace(
        new.touchpoints,
        person=person[new.touchpoints.person],
        source=(new.touchpoints.source + len(old.sources)).astype(np.int32),
    )
    kinds = _kinds((*old.sources, *sources))
    same = places_of_same(old.touchpoints, rows, kinds)
    renews, vanished = _renewed_sources(old, rows, kinds, same)
    stays = ~vanished
    stays[same[same != NOBODY]] = False
    rows = _numbered(old, rows, same)
    kept = old.touchpoints.take(stays)
    lists = replace(
        new,
        people=people,
        touchpoints=join([kept, rows]),
        sources=(*_superseded(old, kept, sources), *sources),
        problems=_problems(old, new),
        last_number=max(old.last_number, int(rows.number.max(initial=0))),
    )
    updated = int(np.count_nonzero(same != NOBODY))
    told = replace(lists, offers=_offers(lists))
    return Renewal(told, renews, len(rows) - updated, updated, int(np.count_nonzero(vanished)), barred)


def _without(new: Imported, marks: Set[str]) -> tuple[Imported, int]:
    """The import without people who were taken out for good, and how many they are."""
    barred = np.array([is_barred(person, marks) for person in new.people], dtype=np.bool_)
    if not barred.any():
        return new, 0
    stays = ~barred[new.touchpoints.person]
    people = tuple(Person() if out else who for who, out in zip(new.people, barred, strict=True))
    return replace(new, people=people, touchpoints=new.touchpoints.take(stays)), int(barred.sum())


def _people(
    old: tuple[Person, ...], new: tuple[Person, ...], places: NDArray[np.int32]
) -> tuple[tuple[Person, ...], NDArray[np.int32]]:
    """Everybody, those of the older import first, and the place of each person of the newer one."""
    people = list(old)
    placed = places.copy()
    for number, (who, place) in enumerate(zip(new, places.tolist(), strict=True)):
        if place == NOBODY:
            placed[number] = len(people)
            people.append(who)
        else:
            people[place] = completed(who, people[place])
    return tuple(people), placed


def _kinds(sources: tuple[Source, ...]) -> NDArray[np.int32]:
    """For each source a number for what it was recognised as: only lists of one kind tell of the same touchpoint."""
    known: dict[str, int] = {}
    return np.array(
        [known.setdefault(source.recognised_as, len(known)) for source in sources], dtype=np.int32
    )


def _renewed_sources(
    old: Imported, rows: Touchpoints, kinds: NDArray[np.int32], same: NDArray[np.int64]
) -> tuple[dict[int, int], NDArray[np.bool_]]:
    """Which newer source renews which older one, and which older touchpoints are gone by that."""
    vanished = np.zeros(len(old.touchpoints), np.bool_)
    found_again = np.zeros(len(old.touchpoints), np.bool_)
    found_again[same[same != NOBODY]] = True
    renews: dict[int, int] = {}
    for place in range(len(old.sources)):
        newer = rows.take(kinds[rows.source] == kinds[place])
        covered = (old.touchpoints.source == place) & _covered(old.touchpoints, newer)
        again = covered & found_again
        if covered.any() and again.sum() >= RENEWED_FROM * covered.sum():
            vanished |= covered & ~found_again
            editions = rows.source[np.isin(same, np.flatnonzero(again))]
            renews.update(dict.fromkeys(np.unique(editions).tolist(), place))
    return renews, vanished


def _superseded(old: Imported, kept: Touchpoints, newer: tuple[Source, ...]) -> tuple[Source, ...]:
    """The older sources; those of which no touchpoint is left, though a list of their kind was read again, say so."""
    again = {source.recognised_as for source in newer}
    still = set(np.unique(kept.source).tolist())
    return tuple(
        replace(
            source, superseded=source.superseded or (source.recognised_as in again and place not in still)
        )
        for place, source in enumerate(old.sources)
    )


def _covered(old: Touchpoints, newer: Touchpoints) -> NDArray[np.bool_]:
    """True where an older touchpoint is of a person and in the stretch of time that the newer ones tell of."""
    if not len(newer):
        return np.zeros(len(old), np.bool_)
    days = old.start.astype("datetime64[D]")
    first, last = newer.start.min().astype("datetime64[D]"), newer.start.max().astype("datetime64[D]")
    return np.isin(old.person, newer.person) & (days >= first) & (days <= last)


def _numbered(old: Imported, rows: Touchpoints, same: NDArray[np.int64]) -> Touchpoints:
    """The rows with the numbers of those that they are the same as, and new ones for the others."""
    fresh = same == NOBODY
    number = np.empty(len(rows), np.int32)
    number[~fresh] = old.touchpoints.number[same[~fresh]]
    number[fresh] = old.last_number + 1 + np.arange(np.count_nonzero(fresh), dtype=np.int32)
    return replace(rows, number=number)


def _problems(old: Imported, new: Imported) -> tuple[Problem, ...]:
    """Of a list that was read again only what is wrong with it now."""
    again = {(source.file, source.sheet) for source in new.sources}
    return (*(told for told in old.problems if (told.file, told.sheet) not in again), *new.problems)


def _offers(lists: Imported) -> tuple[tuple[int, ...], ...]:
    files = [frozenset[int]()] * len(lists.people)
    pairs = np.unique(np.column_stack([lists.touchpoints.person, lists.touchpoints.source]), axis=0)
    names = {source.file: place for place, source in reversed(list(enumerate(lists.sources)))}
    for person, source in pairs.tolist():
        files[person] |= {names[lists.sources[source].file]}
    return find_offers(lists.people, files)
