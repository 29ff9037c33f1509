"""Who a journey belongs to, and the stretch of time that is looked at."""

import re
from collections.abc import Set
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from journey_viewer.model.days import years_between


def same_name(name: str) -> str:
    """What two spellings of one name have in common: no case, no punctuation, single spaces."""
    return " ".join(re.findall(r"\w+", name.casefold()))


_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"[^\W\d_]{3,}")  # shorter parts of a name are words of the language too often


def name_parts(text: str) -> frozenset[str]:
    """The words in which a name is recognised again, lower case."""
    return frozenset(_PART.findall(text.casefold()))


def without_names(text: str, parts: Set[str]) -> str:
    """The text with these parts of names blotted out."""
    return _PART.sub(lambda found: "…" if found.group().casefold() in parts else found.group(), text)


def phrase_of(text: str) -> tuple[str, ...]:
    """The words in which the full name of a place is recognised again, lower case, in their order."""
    return tuple(word.casefold() for word in _WORD.findall(text))


def without_phrases(text: str, phrases: Set[tuple[str, ...]]) -> str:
    """The text with these names blotted out, each as a whole, the longest first."""
    if not phrases:
        return text
    found, lengths = list(_WORD.finditer(text)), sorted(set(map(len, phrases)), reverse=True)
    words = phrase_of(text)
    told, place, end = list[str](), 0, 0
    while place < len(words):
        fitting = (length for length in lengths if place + length <= len(words))
        length = next((n for n in fitting if words[place : place + n] in phrases), 0)
        if length:
            told += [text[end : found[place].start()], "…"]
            end = found[place + length - 1].end()
        place += length or 1
    return "".join((*told, text[end:]))


class Sex(StrEnum):
    """As the list says it; ``NOT_KNOWN`` where it does not."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    NOT_KNOWN = ""


@dataclass(frozen=True)
class Person:
    """One person on the loaded lists. What identifies them never shows in a repr.

    ``also_named``: what other records call them, where people said that these are about the same
    person, or were taken for it; never on a list, it comes with the edits laid over it.
    ``named_gp``: the usual GP that a list names for them, as it spells them.
    """

    name: str = field(default="", repr=False)
    nhs_number: str = field(default="", repr=False)
    local_id: str = field(default="", repr=False)
    born: date | None = field(default=None, repr=False)
    died: date | None = field(default=None, repr=False)
    sex: Sex = field(default=Sex.NOT_KNOWN, repr=False)
    also_named: str = field(default="", repr=False)
    named_gp: str = field(default="", repr=False)

    def age_on(self, day: date) -> int | None:
        """Completed years on a day; None where the date of birth is not known or comes later."""
        if self.born is None or day < self.born:
            return None
        return years_between(self.born, day)

    def age_at_end(self, window: "Window") -> int | None:
        """Completed years at the end of the window, or at their death before it."""
        return self.age_on(min(window.last, self.died) if self.died else window.last)


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
        named_gp=known.named_gp or also.named_gp,
    )


@dataclass(frozen=True, order=True)
class Window:
    """The stretch of time that is looked at: both days belong to it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a window ends on or after the day it begins")

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1
