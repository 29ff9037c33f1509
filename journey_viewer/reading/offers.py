"""People who may be one person are offered, never merged unasked."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

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


def _full_name(name: str) -> str:
    """The parts of a name in one order, so that "LEE, Ann" is "Ann Lee"; "" of initials and codes."""
    parts = [part for part in re.findall(r"[^\W\d_]+", name.casefold()) if part not in _TITLES]
    return " ".join(sorted(parts)) if len([part for part in parts if len(part) > 1]) > 1 else ""


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mx", "master", "prof", "rev", "sir", "lady"})


def _may_be_one(places: Sequence[int], people: Sequence[Person], files: Sequence[frozenset[int]]) -> bool:
    numbers = {people[place].nhs_number for place in places} - {""}
    named = [file for place in places for file in files[place]]
    return len(places) > 1 and len(numbers) < 2 and len(named) == len(set(named))
