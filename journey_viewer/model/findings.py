"""What a journey shows when it is looked at for patterns, and what a person said of that."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self


class Said(StrEnum):
    """What somebody said of a finding."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True)
class FindingKey:
    """By which a finding is known again: its pattern and the lasting numbers of its contacts.

    Newer lists do not change it as long as the finding is about the same contacts.
    """

    pattern: str
    contacts: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.pattern}:{','.join(map(str, self.contacts))}"

    @classmethod
    def of(cls, text: str) -> Self:
        """The key that has this text. Raises ValueError for any other text."""
        pattern, colon, numbers = text.partition(":")
        if not (pattern and colon):
            raise ValueError("this is not the key of a finding")
        return cls(pattern, tuple(int(number) for number in numbers.split(",") if number))


@dataclass(frozen=True)
class Finding:
    """A pattern that a journey shows, once.

    ``contacts``: lasting numbers, in time order · ``links``: pairs of them of which the second
    followed the first, known to have come in that order · ``count``: what it adds to the
    number in the square of patterns × cases · ``sentence``: exact, without a name or a date.
    """

    pattern: str
    first: date
    last: date
    contacts: tuple[int, ...]
    links: tuple[tuple[int, int], ...]
    sentence: str
    count: int = 1

    @property
    def key(self) -> FindingKey:
        return FindingKey(self.pattern, self.contacts)


@dataclass(frozen=True)
class NothingFound:
    """A rule looked and found nothing; ``looked_at`` says at what. ``dismissed``: so many findings a person put aside."""

    pattern: str
    looked_at: str
    dismissed: int = 0


@dataclass(frozen=True)
class CannotTell:
    """A rule lacks what it would need; ``why`` is a sentence."""

    pattern: str
    why: str


Result = Finding | NothingFound | CannotTell
