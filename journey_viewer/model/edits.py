"""What people changed of what the lists say: laid over them, so that the lists' own words stay and undo is free."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

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
    """Unlinking comes before joining, both in the order in which they were made."""

    unlinked: tuple[Unlinked, ...] = ()
    joined: tuple[Joined, ...] = ()
    corrected: tuple[Correction, ...] = ()

    def on_newer(self, renews: Mapping[int, int]) -> Self:
        """The same edits where newer sources took the place of older ones: ``renews[newer]`` is the older."""
        again = (
            replace(told, source=newer)
            for newer, older in renews.items()
            for told in self.unlinked
            if told.source == older
        )
        return replace(self, unlinked=tuple(dict.fromkeys((*self.unlinked, *again))))

    def kept_place(self, place: int) -> int:
        """The place of who this turned out to be, after every joining."""
        kept = {joined.other: joined.kept for joined in self.joined}
        while place in kept:
            place = kept[place]
        return place

    def persons(self, touchpoints: Touchpoints) -> NDArray[np.int32]:
        """Whose each of these touchpoints is, where the lists' own word stands in ``touchpoints.person``."""
        person = touchpoints.person.copy()
        for told in self.unlinked:
            person[(touchpoints.person == told.person) & (touchpoints.source == told.source)] = told.to
        for joined in self.joined:
            person[person == joined.other] = joined.kept
        return person


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
    people = list(lists)
    for joined in edits.joined:
        people[joined.kept] = completed(people[joined.kept], people[joined.other])
        people[joined.other] = Person()
    return tuple(people)


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
