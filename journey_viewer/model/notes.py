"""What somebody wrote about a journey: on a touchpoint, on a stretch of time, or on the whole."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from journey_viewer.model.words import Service


class Tone(StrEnum):
    """Whether what is written went well or not."""

    NEITHER = ""
    STRENGTH = "strength"
    CONCERN = "concern"


class Basis(StrEnum):
    """A fact is what the record or somebody who was there says; an analysis is what we make of it; a hunch is yet to be checked."""

    FACT = "fact"
    ANALYSIS = "analysis"
    HUNCH = "hunch"


class Voice(StrEnum):
    """Whose words they are: the person's own are kept apart from a carer's, and both from the team's."""

    TEAM = "team"
    PERSON = "person"
    CARER = "carer"


@dataclass(frozen=True)
class Attached:
    """What a note is on: a touchpoint (its lasting number, lane and day), a stretch of days, or with nothing the whole journey."""

    touchpoint: int | None = None
    service: Service | None = None
    first: date | None = None
    last: date | None = None


WHOLE_JOURNEY = Attached()


@dataclass(frozen=True)
class Note:
    """``number`` and ``touchpoint`` are lasting numbers; ``person`` is a place among the people.

    A note on a touchpoint keeps its ``service`` and its day as ``first`` and ``last``, so that it
    can still be placed and understood when a newer list no longer holds the touchpoint. A note on
    a stretch of time has only the days; one on the whole journey has none of them. ``shared``: it was
    ticked for sharing.
    """

    number: int
    person: int
    text: str = field(repr=False)
    tone: Tone = Tone.NEITHER
    basis: Basis = Basis.ANALYSIS
    voice: Voice = Voice.TEAM
    touchpoint: int | None = None
    service: Service | None = None
    first: date | None = None
    last: date | None = None
    written: datetime | None = None
    shared: bool = False

    @property
    def attached(self) -> Attached:
        return Attached(self.touchpoint, self.service, self.first, self.last)


def with_note(notes: tuple[Note, ...], note: Note) -> tuple[Note, ...]:
    """These notes with this one in the place of the one that has its number; without it where it says nothing."""
    if not note.text.strip():
        return without_note(notes, note.number)
    if all(other.number != note.number for other in notes):
        return (*notes, note)
    return tuple(note if other.number == note.number else other for other in notes)


def without_note(notes: tuple[Note, ...], number: int) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.number != number)


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Those on the whole journey first, then by the day that they begin on, then as they were written."""
    return tuple(sorted(notes, key=_day_and_number))


def _day_and_number(note: Note) -> tuple[date, date, int]:
    first = note.first or date.min
    return first, note.last or first, note.number


def next_number(notes: tuple[Note, ...]) -> int:
    """A number that none of these notes has."""
    return max((note.number for note in notes), default=0) + 1
