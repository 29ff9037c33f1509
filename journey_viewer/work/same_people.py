"""Who on a newer import is whom on an older one."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import product

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, same_name

NOBODY = -1
_ANY = "*"
_Key = tuple[str, ...]
_Contact = tuple[str, int, int]
"""What the list was recognised as, the moment, the service."""


def places_among(old: Imported, new: Imported) -> NDArray[np.int32]:
    """For each person of the newer import their place among the older ones' people, or NOBODY.

    By NHS number. Without one on either side, by a local id or a name in a list of the same
    kind, where nothing else that is known differs and either all of it agrees or they share a
    contact: an id that means somebody else elsewhere, or a namesake, links nobody.
    """
    numbers = {person.nhs_number: place for place, person in enumerate(old.people) if person.nhs_number}
    called: defaultdict[_Key, list[int]] = defaultdict(list)
    for place, person in enumerate(old.people):
        for key in _called(person):
            called[key].append(place)
    places = np.full(len(new.people), NOBODY, np.int32)
    taken: set[int] = set()
    for number, person in enumerate(new.people):
        found = numbers.get(person.nhs_number) if person.nhs_number else None
        if found is None:
            candidates = {place for key in _may_be_called(person) for place in called[key]} - taken
            alike = [place for place in candidates if _is_same(old, place, new, number)]
            found = alike[0] if len(alike) == 1 else None
        if found is not None:
            places[number] = found
            taken.add(found)
    return places


def _called(person: Person) -> Iterator[_Key]:
    """Under what somebody can be found."""
    if person.local_id:
        yield "id", person.local_id
    if person.name:
        ids, numbers = {person.local_id, _ANY}, {person.nhs_number, _ANY}
        yield from (("name", same_name(person.name), *told) for told in product(ids, numbers))


def _may_be_called(person: Person) -> Iterator[_Key]:
    """Under what to look for them: by name only among those whose id and number are the same or not known.

    So thousands of one name ("Patient") whom ids tell apart are not compared each with each.
    """
    if person.local_id:
        yield "id", person.local_id
    if person.name:
        ids = {person.local_id, ""} if person.local_id else {_ANY}
        numbers = {person.nhs_number, ""} if person.nhs_number else {_ANY}
        yield from (("name", same_name(person.name), *told) for told in product(ids, numbers))


def _is_same(old: Imported, place: int, new: Imported, number: int) -> bool:
    known, person = old.people[place], new.people[number]
    if _differ(known, person):
        return False
    if _all_known(known) == _all_known(person) and known.name and known.born:
        return _kinds(old, place) & _kinds(new, number) != set()
    return bool(_contacts(old, place) & _contacts(new, number))


def _differ(one: Person, other: Person) -> bool:
    """Something that both lists know is not the same."""
    pairs = (
        (one.nhs_number, other.nhs_number),
        (same_name(one.name), same_name(other.name)),
        (one.local_id, other.local_id),
        (one.born, other.born),
        (one.sex, other.sex),
    )
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _all_known(person: Person) -> tuple[str, str, date | None]:
    return same_name(person.name), person.local_id, person.born


def _kinds(lists: Imported, person: int) -> set[str]:
    told = np.unique(lists.touchpoints.source[lists.rows_of(person)])
    return {lists.sources[place].recognised_as for place in told.tolist()}


def _contacts(lists: Imported, person: int) -> set[_Contact]:
    rows = lists.rows_of(person)
    starts = lists.touchpoints.start[rows].astype(np.int64).tolist()
    services = lists.touchpoints.service[rows].tolist()
    kinds = [lists.sources[place].recognised_as for place in lists.touchpoints.source[rows].tolist()]
    return set(zip(kinds, starts, services, strict=True))
