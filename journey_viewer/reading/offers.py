"""People who may be one person are offered, never merged unasked; an accepted offer gives a new import."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person

Offer = tuple[int, ...]


def find_offers(people: Sequence[Person], files: Sequence[frozenset[int]]) -> tuple[Offer, ...]:
    """Places of people of different files whose full name and date of birth agree and no NHS number differs.

    ``files``: for each person the files that name them. Two whom one file tells apart are two people.
    """
    alike: defaultdict[tuple[str, date], list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        if person.born and (name := _full_name(person.name)):
            alike[name, person.born].append(place)
    return tuple(tuple(places) for places in alike.values() if _may_be_one(places, people, files))


def accept_offer(imported: Imported, offer: Offer) -> Imported:
    """The import in which these people are the first of them, who gains what only the others know."""
    kept, *others = sorted(offer)
    person = imported.people[kept]
    for other in others:
        person = completed(person, imported.people[other])
    stay = [place for place in range(len(imported.people)) if place not in others]
    new = _new_places(len(imported.people), stay, others, kept)
    return replace(
        imported,
        people=tuple(person if place == kept else imported.people[place] for place in stay),
        touchpoints=replace(imported.touchpoints, person=new[imported.touchpoints.person]),
        offers=_moved(imported.offers, new),
    )


def completed(known: Person, also: Person) -> Person:
    """What was known first stays; what was not known is filled in."""
    return replace(
        known,
        name=known.name or also.name,
        nhs_number=known.nhs_number or also.nhs_number,
        local_id=known.local_id or also.local_id,
        born=known.born or also.born,
        died=known.died or also.died,
        sex=known.sex or also.sex,
    )


def _full_name(name: str) -> str:
    """The parts of a name in one order, so that "LEE, Ann" is "Ann Lee"; "" of initials and codes."""
    parts = [part for part in re.findall(r"[^\W\d_]+", name.casefold()) if part not in _TITLES]
    return " ".join(sorted(parts)) if len([part for part in parts if len(part) > 1]) > 1 else ""


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mx", "master", "prof", "rev", "sir", "lady"})


def _may_be_one(places: Sequence[int], people: Sequence[Person], files: Sequence[frozenset[int]]) -> bool:
    numbers = {people[place].nhs_number for place in places} - {""}
    named = [file for place in places for file in files[place]]
    return len(places) > 1 and len(numbers) < 2 and len(named) == len(set(named))


def _new_places(people: int, stay: Sequence[int], others: Sequence[int], kept: int) -> NDArray[np.int32]:
    new = np.zeros(people, np.int32)
    new[list(stay)] = np.arange(len(stay), dtype=np.int32)
    new[list(others)] = new[kept]
    return new


def _moved(offers: Sequence[Offer], new: NDArray[np.int32]) -> tuple[Offer, ...]:
    """The offers at the new places, without those that are settled."""
    moved = (tuple(sorted({int(new[place]) for place in offer})) for offer in offers)
    return tuple(offer for offer in moved if len(offer) > 1)
