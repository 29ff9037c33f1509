"""Who was taken out for good is known again by marks in place of their name and number.

They say nothing to whoever reads them. But numbers are few enough to be tried one after the other, so that whoever
has the passphrase and knows how could find one: no secret is claimed, only that nothing is written.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from secrets import token_hex

from journey_viewer.model.people import Person, same_name

_NUMBERED, _ANYBODY = "numbered", "anybody"


def bar(person: Person, known: AbstractSet[str] = frozenset()) -> frozenset[str]:
    """Marks by which a newer list that names them again is known: salted SHA-256 of who they are.

    ``known``: marks of others, whose salt is used again, so that each person on a newer list is
    hashed once. Nobody of whom nothing is known can be known again: then there are no marks.
    """
    salt = next(iter(_salts(known)), None) or token_hex(16)
    keys: Iterable[str] = _called(person, _NUMBERED if person.nhs_number else _ANYBODY)
    keys = (*_numbered(person), *keys) if person.nhs_number else (*_whole(person), *keys)
    return frozenset(_mark(key, salt) for key in keys)


def are_barred(people: Sequence[Person], marks: AbstractSet[str]) -> list[bool]:
    """For each of these people whether one of the marks is theirs.

    By NHS number where both had one; else by full name with date of birth or local id, or where
    all that is known agrees.
    """
    salts = _salts(marks)
    return [
        any(_mark(key, salt) in marks for salt in salts for key in _keys_to_look_for(person))
        for person in people
    ]


def _keys_to_look_for(person: Person) -> Iterator[str]:
    yield from _numbered(person)
    yield from _called(person, _ANYBODY)
    if not person.nhs_number:
        yield from _called(person, _NUMBERED)
        yield from _whole(person)


def _numbered(person: Person) -> Iterator[str]:
    if person.nhs_number:
        yield f"number|{person.nhs_number}"


def _called(person: Person, who: str) -> Iterator[str]:
    """The name, in whatever order of its parts, with one thing more."""
    name = " ".join(sorted(same_name(person.name).split()))
    if name and person.born:
        yield f"{who}|{name}|born|{person.born}"
    if name and person.local_id:
        yield f"{who}|{name}|id|{person.local_id}"


def _whole(person: Person) -> Iterator[str]:
    if person.name or person.local_id:
        yield f"whole|{same_name(person.name)}|{person.born}|{person.local_id}"


def _salts(marks: Iterable[str]) -> list[str]:
    return sorted({mark.partition(":")[0] for mark in marks})


def _mark(key: str, salt: str) -> str:
    return f"{salt}:{hashlib.sha256(f'{salt}{key}'.encode()).hexdigest()}"
