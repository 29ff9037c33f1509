"""A newer import laid over an older one: people keep their places, touchpoints their lasting numbers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.barred import are_barred
from journey_viewer.model.edits import NO_EDITS, Edits
from journey_viewer.model.imported import Imported, Problem, Source, Vanished
from journey_viewer.model.people import Person, completed
from journey_viewer.model.touchpoints import Touchpoints, join
from journey_viewer.model.words import Kind, Service
from journey_viewer.reading.offers import find_offers
from journey_viewer.work.same_people import NOBODY, places_among
from journey_viewer.work.same_touchpoints import places_of_same

RENEWED_FROM = 0.5
"""A list renews an older one where at least this share of what that says of its people and days is in it again."""


_Told = tuple[int, str, Service, Kind, datetime]


@dataclass(frozen=True, eq=False)
class Renewal:
    """``updated``: touchpoints that were there before; ``vanished``: those that a renewed list no longer tells of.

    ``barred``: people on the newer lists who had been taken out for good.
    """

    lists: Imported
    added: int
    updated: int
    vanished: int
    barred: int = 0


def renewed(old: Imported, new: Imported, marks: Set[str], now: datetime, edits: Edits = NO_EDITS) -> Renewal:
    """Both as one import. ``marks``: of people who were taken out for good, and so are left out.

    ``edits``: what people changed of the older one; of records that they joined each may tell of
    what another told before.

    What an older list says stays, unless a newer list is evidently a newer edition of it: then
    touchpoints that it no longer tells of, among its own people and days, are no longer there. One that
    a list tells of again at its very moment has its number again.
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
    all_sources = (*old.sources, *sources)
    kinds = _kinds(all_sources)
    known, told = (replace(part, person=edits.kept_places(part.person)) for part in (old.touchpoints, rows))
    same = places_of_same(known, told, kinds)
    vanished = _vanished(known, told, kinds, same)
    stays = ~vanished
    stays[same[same != NOBODY]] = False
    back = _come_back(old.vanished, told, all_sources, same)
    rows = _numbered(old, rows, same, back)
    kept = old.touchpoints.take(stays)
    lists = replace(
        new,
        people=people,
        touchpoints=_by_number(join([kept, rows])),
        sources=(*_superseded(old, kept, sources), *sources),
        last_number=max(old.last_number, int(rows.number.max(initial=0))),
        vanished=(*_vanished_now(old, vanished, edits), *_still(old.vanished, back)),
    )
    updated = int(np.count_nonzero(same != NOBODY))
    lists = replace(lists, offers=_offers(lists), problems=_problems(old, new, lists.sources))
    return Renewal(lists, len(rows) - updated, updated, int(np.count_nonzero(vanished)), barred)


def _by_number(touchpoints: Touchpoints) -> Touchpoints:
    """As a case file gives them back, so that what stands at one time is drawn alike before and after."""
    return touchpoints.take(np.argsort(touchpoints.number))


def _without(new: Imported, marks: Set[str]) -> tuple[Imported, int]:
    """The import without people who were taken out for good, and how many they are."""
    if not marks:
        return new, 0
    barred = np.array(are_barred(new.people, marks), dtype=np.bool_)
    if not barred.any():
        return new, 0
    stays = ~barred[new.touchpoints.person]
    rows = new.touchpoints.take(stays).without_unused_words()
    places = (np.cumsum(~barred) - 1).astype(np.int32)
    people = tuple(who for who, out in zip(new.people, barred, strict=True) if not out)
    return replace(new, people=people, touchpoints=replace(rows, person=places[rows.person])), int(
        barred.sum()
    )


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


def _vanished(
    old: Touchpoints, rows: Touchpoints, kinds: NDArray[np.int32], same: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """True where an older touchpoint is gone: a newer edition of its list no longer tells of it."""
    again = np.zeros(len(old), np.bool_)
    again[same[same != NOBODY]] = True
    covered = _covered(old, rows, kinds)
    covers = np.bincount(old.source[covered], minlength=len(kinds))
    finds = np.bincount(old.source[covered & again], minlength=len(kinds))
    is_renewed = (covers > 0) & (finds >= RENEWED_FROM * covers)
    return covered & ~again & is_renewed[old.source]


def _covered(old: Touchpoints, rows: Touchpoints, kinds: NDArray[np.int32]) -> NDArray[np.bool_]:
    """True where an older touchpoint is of a person and in the days that newer lists of its kind tell of."""
    if not len(rows) or not len(old):
        return np.zeros(len(old), np.bool_)
    old_kind, new_kind = kinds[old.source], kinds[rows.source]
    old_day, new_day = (part.start.astype("datetime64[D]").astype(np.int64) for part in (old, rows))
    first, last = np.full(len(kinds), new_day.max() + 1), np.full(len(kinds), new_day.min() - 1)
    np.minimum.at(first, new_kind, new_day)
    np.maximum.at(last, new_kind, new_day)
    people = int(max(old.person.max(), rows.person.max())) + 1
    told = np.isin(_pairs(old_kind, old.person, people), _pairs(new_kind, rows.person, people))
    return told & (old_day >= first[old_kind]) & (old_day <= last[old_kind])


def _pairs(one: NDArray[np.int32], other: NDArray[np.int32], others: int) -> NDArray[np.int64]:
    """One number for each pair."""
    return one.astype(np.int64) * others + other


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


def _come_back(
    vanished: Sequence[Vanished], rows: Touchpoints, sources: Sequence[Source], same: NDArray[np.int64]
) -> dict[int, int]:
    """The rows that tell again of what had vanished, each with the number that it had."""
    waiting: defaultdict[_Told, list[int]] = defaultdict(list)
    for one in vanished:
        waiting[one.person, one.told_by, one.service, one.kind, one.start].append(one.number)
    back = {}
    for row in np.flatnonzero(same == NOBODY).tolist() if waiting else ():
        told = rows[row]
        by = sources[told.source].recognised_as
        if numbers := waiting.get((told.person, by, told.service, told.kind, told.start)):
            back[row] = numbers.pop(0)
    return back


def _vanished_now(old: Imported, vanished: NDArray[np.bool_], edits: Edits) -> Iterator[Vanished]:
    """What is told of no longer, each as whose it turned out to be."""
    person = edits.persons(old.touchpoints)
    for row in np.flatnonzero(vanished).tolist():
        gone = old.touchpoints[row]
        by = old.sources[gone.source].recognised_as
        yield Vanished(gone.number, int(person[row]), by, gone.service, gone.kind, gone.start)


def _still(vanished: Sequence[Vanished], back: Mapping[int, int]) -> Iterator[Vanished]:
    numbers = set(back.values())
    return (one for one in vanished if one.number not in numbers)


def _numbered(
    old: Imported, rows: Touchpoints, same: NDArray[np.int64], back: Mapping[int, int]
) -> Touchpoints:
    """The rows with the numbers of those that they are the same as, or come back as, and new ones for the others."""
    fresh = same == NOBODY
    number = np.empty(len(rows), np.int32)
    number[~fresh] = old.touchpoints.number[same[~fresh]]
    number[fresh] = old.last_number + 1 + np.arange(np.count_nonzero(fresh), dtype=np.int32)
    number[list(back)] = list(back.values())
    return replace(rows, number=number)


def _problems(old: Imported, new: Imported, sources: tuple[Source, ...]) -> tuple[Problem, ...]:
    """Of a list that was read again, or that a newer edition took the place of, only what is wrong now."""
    settled = {(source.file, source.sheet) for source in sources if source.superseded}
    settled |= {(source.file, source.sheet) for source in new.sources}
    return (*(told for told in old.problems if (told.file, told.sheet) not in settled), *new.problems)


def _offers(lists: Imported) -> tuple[tuple[int, ...], ...]:
    files = [frozenset[int]()] * len(lists.people)
    pairs = np.unique(_pairs(lists.touchpoints.person, lists.touchpoints.source, len(lists.sources)))
    names = {source.file: place for place, source in reversed(list(enumerate(lists.sources)))}
    for pair in pairs.tolist():
        person, source = divmod(pair, len(lists.sources))
        files[person] |= {names[lists.sources[source].file]}
    return find_offers(lists.people, files)
