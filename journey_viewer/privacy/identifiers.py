"""Everything the loaded lists know that could identify somebody, in the spellings it could leave in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.paths import resource

_SHORTEST_NAME = 5
_SHORTEST_NUMBER = 6
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, repr=False)
class Identifiers:
    """``phrases``: texts as tuples of lower-case words · ``numbers``: runs of digits."""

    phrases: frozenset[tuple[str, ...]]
    numbers: frozenset[str]

    def __len__(self) -> int:
        return len(self.phrases) + len(self.numbers)

    def are_in(self, texts: Iterable[str]) -> bool:
        """True where any text holds any identifier, whatever its case, spacing or punctuation."""
        return any(self._is_in(text) for text in texts)

    def _is_in(self, text: str) -> bool:
        words = tuple(_words(text))
        known = set(words)
        if any(known.issuperset(phrase) and _holds(words, phrase) for phrase in self.phrases):
            return True
        digits = re.sub(r"(?<=\d)[\s./_–-]{1,3}(?=\d)", "", text)
        return any(run in self.numbers for run in re.findall(r"\d+", digits))


def known_identifiers(imported: Imported) -> Identifiers:
    """Names and their longer parts, numbers, birth dates, clinicians and places of everybody on the lists.

    Names shorter than five letters and words that our own labels use are left out: they
    would be found where nothing of anybody stands.
    """
    texts: set[str] = set()
    numbers: set[str] = set()
    for person in imported.people:
        texts.update(_texts_of(person))
        numbers.update(_numbers_of(person))
    for column in (imported.touchpoints.clinician, imported.touchpoints.place):
        texts.update(column.words)
    phrases = {tuple(_words(text)) for text in texts if len(text) >= _SHORTEST_NAME}
    return Identifiers(
        frozenset(phrase for phrase in phrases if phrase and not own_words().issuperset(phrase)),
        frozenset(number for number in numbers if len(number) >= _SHORTEST_NUMBER),
    )


@cache
def own_words() -> frozenset[str]:
    """The words that our own labels and statements are made of, lower case."""
    return frozenset(resource("own_words.txt").read_text(encoding="utf-8").split())


def _texts_of(person: Person) -> Iterator[str]:
    yield person.name
    yield from (part for part in _words(person.name) if len(part) >= _SHORTEST_NAME)
    yield person.local_id
    for day in filter(None, (person.born, person.died)):
        yield from (day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day} {_month(day)} {day.year}")


def _numbers_of(person: Person) -> Iterator[str]:
    yield person.nhs_number
    yield "".join(character for character in person.local_id if character.isdigit())
    for day in filter(None, (person.born, person.died)):
        yield from (f"{day:%Y%m%d}", f"{day:%d%m%Y}")


def _month(day: date) -> str:
    months = "January February March April May June July August September October November December"
    return months.split()[day.month - 1]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    length = len(phrase)
    return any(words[place : place + length] == phrase for place in range(len(words) - length + 1))
