"""What people changed of what the lists say: laid over them, so that the lists' own words stay and undo is free."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, completed
from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Outcome, Service


@dataclass(frozen=True)
class Joined:
    """Two records of one person: what is ``other``'s becomes ``kept``'s. Both are places among the people."""

    kept: int
    other: int


@dataclass(frozen=True)
class Unlinked:
    """What this table of this file says of ``person`` is about somebody else, who has the place ``to``."""

    person: int
    file: str
    sheet: str
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
    """Unlinking comes before joining, both in the order in which they were made."""

    unlinked: tuple[Unlinked, ...] = ()
    joined: tuple[Joined, ...] = ()
    corrected: tuple[Correction, ...] = ()


def edited(lists: Imported, edits: Edits) -> Imported:
    """The lists with the edits laid over them; every person and every touchpoint keeps its place.

    The place of somebody who was joined to another stays, and holds nobody.
    """
    people, person = _people(lists, edits)
    touchpoints = _corrected(replace(lists.touchpoints, person=person), edits.corrected)
    gone = {joined.other: joined.kept for joined in edits.joined}
    offers = (tuple(sorted({_kept(place, gone) for place in offer})) for offer in lists.offers)
    return replace(
        lists,
        people=people,
        touchpoints=touchpoints,
        offers=tuple(offer for offer in offers if len(offer) > 1),
    )


def _kept(place: int, gone: dict[int, int]) -> int:
    while place in gone:
        place = gone[place]
    return place


def _people(lists: Imported, edits: Edits) -> tuple[tuple[Person, ...], NDArray[np.int32]]:
    people = list(lists.people)
    rows = lists.touchpoints
    person = rows.person.copy()
    for told in edits.unlinked:
        theirs = (rows.person == told.person) & _says(rows.file, told.file) & _says(rows.sheet, told.sheet)
        person[theirs] = told.to
    for joined in edits.joined:
        people[joined.kept] = completed(people[joined.kept], people[joined.other])
        people[joined.other] = Person()
        person[person == joined.other] = joined.kept
    return tuple(people), person


def _says(texts: Texts, wanted: str) -> NDArray[np.bool_]:
    codes = [code for code, word in enumerate(texts.words) if word == wanted]
    return np.isin(texts.codes, codes)


def _corrected(touchpoints: Touchpoints, corrections: Sequence[Correction]) -> Touchpoints:
    row_of = {int(number): row for row, number in enumerate(touchpoints.number)} if corrections else {}
    there = [(row_of[told.number], told) for told in corrections if told.number in row_of]
    columns: dict[str, Any] = {}
    for name in ("start", "timed", "service", "outcome", "reason", "clinician"):
        changed = {row: value for row, told in there if (value := getattr(told, name)) is not None}
        if changed:
            columns[name] = _with(getattr(touchpoints, name), changed)
    return replace(touchpoints, **columns)


def _with(column: Any, changed: dict[int, Any]) -> Any:
    if isinstance(column, Texts):
        words = list(column.words)
        codes = column.codes.copy()
        for row, text in changed.items():
            codes[row] = len(words)
            words.append(text)
        return Texts(codes, tuple(words))
    made = column.copy()
    for row, value in changed.items():
        made[row] = value.code if isinstance(value, Service | Outcome) else value
    return made
