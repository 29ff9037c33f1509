"""Everything the loaded lists know that could identify somebody, in the spellings it could leave in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, cached_property

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.paths import resource
from journey_viewer.privacy.spellings import plainly, words_run_together
from journey_viewer.privacy.words.lists import group as words_of_kind
from journey_viewer.privacy.words.lists import words as listed
from journey_viewer.privacy.words.normal import without_accents
from journey_viewer.privacy.words.roles import ROLES, is_a_role
from journey_viewer.privacy.words.vocabulary import is_ordinary

_SHORTEST_NAME = 5
_SHORTEST_NUMBER = 6
_LONGEST_NUMBER = 20
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"[^\W\d_]{2,}")
_NO_APOSTROPHES = str.maketrans("", "", "'’")
_DIGITS = re.compile(r"\d+(?:[\s./_–-]{1,3}\d+)*")  # groups of digits that may be one number
_BEFORE_A_CAPITAL = (".", "!", "?", "\n", "|", "•")  # after these a sentence, a line or a cell begins
_IN_AN_ADDRESS = re.compile(r"[/\\@_.=&?#%]$|^(?:[/\\@_=&#%]|\.\w)")  # of the web, a mail or a file
_EPONYM = re.compile(r"['’]s\s+(\w+)")


class Hit(StrEnum):
    """What an identifier is that was found."""

    NAME = "a name"
    NUMBER = "a number or date"
    PLACE = "a place or a name"


@dataclass(frozen=True, repr=False)
class Identifiers:
    """``phrases``: texts as tuples of lower-case words · ``numbers``: runs of digits.

    ``names``: every part of two letters or more of anybody's name, the clinicians' too, lower case: for
    texts in which it can be told from an ordinary word.
    """

    phrases: frozenset[tuple[str, ...]]
    numbers: frozenset[str]
    names: frozenset[str] = frozenset()

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[str, ...]]]:
        phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.phrases:
            phrases.setdefault(phrase[0], []).append(phrase)
        return phrases

    def __len__(self) -> int:
        return len(self.phrases) + len(self.numbers)

    def are_in(self, texts: Iterable[str]) -> bool:
        """True where any text holds any identifier, whatever its case, spacing or punctuation.

        Of names that are ordinary words too (Marsh, Brown), only those count that have a capital which no
        sentence asks for, and those in an address of the web, of mail or of a file.
        """
        return self.hit_in(texts) is not None

    def hit_in(self, texts: Iterable[str]) -> Hit | None:
        """What the first identifier is that any text holds, in any spelling that looks the same."""
        return next(filter(None, map(self._hit, map(plainly, texts))), None)

    def apart_from(self, words: Iterable[str], texts: Iterable[str]) -> "Identifiers":
        """Those that are none of these words, and no words of these texts: people chose that they leave."""
        chosen = {tuple(_words(word)) for word in words}
        for text in texts:
            spelt = tuple(_words(text))
            chosen.update(phrase for _, phrase in self._phrases_in(spelt))
        return replace(self, phrases=self.phrases - chosen)

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where phrases of several words, single words with figures, and numbers begin and end in a text."""
        spans = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        words = tuple(_folded(text[start:end]) for start, end in spans)
        for place, phrase in self._phrases_in(words):
            if len(phrase) > 1 or any(map(str.isdigit, phrase[0])):
                yield spans[place][0], spans[place + len(phrase) - 1][1]
        for digits in _DIGITS.finditer(text):
            if any(number in self.numbers for number in _numbers_in(re.findall(r"\d+", digits.group()))):
                yield digits.span()

    def is_a_name(self, phrase: str) -> bool:
        """True where every word is a part of a name, an initial, or what stands beside a clinician's name."""
        words = (word for word in _WORD.findall(_plain(phrase)) if len(word) > 1)
        return all(word in self.names or is_a_role(word) for word in words)

    def _phrases_in(self, words: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
        for place, word in enumerate(words):
            for phrase in self._by_first_word.get(word, ()):
                if words[place : place + len(phrase)] == phrase:
                    yield place, phrase

    def _hit(self, text: str) -> Hit | None:
        for place, phrase in self._phrases_in(tuple(_words(text))):
            if len(phrase) > 1 or not _is_a_word(phrase[0]) or _counts(text, place):
                return self._kind(phrase)
        for digits in _DIGITS.findall(text):
            if any(number in self.numbers for number in _numbers_in(re.findall(r"\d+", digits))):
                return Hit.NUMBER
        return next(filter(None, map(self._hit_run_together, words_run_together(text))), None)

    def _hit_run_together(self, text: str) -> Hit | None:
        """Here nothing tells a name that is an ordinary word too from the word."""
        for _, phrase in self._phrases_in(tuple(_words(text))):
            if len(phrase) > 1 or not _is_a_word(phrase[0]):
                return self._kind(phrase)
        return None

    def _kind(self, phrase: tuple[str, ...]) -> Hit:
        if any(map(str.isdigit, "".join(phrase))):
            return Hit.NUMBER
        named = all(_plain(word) in self.names or word in ROLES or len(word) == 1 for word in phrase)
        return Hit.NAME if named else Hit.PLACE


def _is_a_word(word: str) -> bool:
    """An ordinary or clinical English word, or a disease's name, whoever is called so."""
    return (is_ordinary(word) or word in listed("eponyms")) and word not in listed("own_sure_names")


def _counts(text: str, place: int) -> bool:
    """True where an ordinary word stands as a name does: this one of the text's words."""
    words = list(_WORD.finditer(text))
    if len(words) == 1 and words[0].group()[0].isupper():
        return True
    start, end = words[place].span()
    before, after = text[:start], text[end:]
    if _IN_AN_ADDRESS.search(before[-1:]) or _IN_AN_ADDRESS.search(after[:2]):
        return True
    eponym = _EPONYM.match(after)
    if not text[start].isupper() or (eponym and eponym[1].casefold() in words_of_kind("after_eponyms")):
        return False
    bare = before.rstrip(" \t\"'‘“([")
    return bool(bare) and not bare.endswith(_BEFORE_A_CAPITAL)


def known_identifiers(*lists: Imported) -> Identifiers:
    """Names and their longer parts, numbers, birth dates, clinicians and places of everybody on the lists.

    Where people corrected or joined what lists say, both are handed over: what is no longer said
    still identifies.

    Names shorter than five letters and those made of the words of our own labels ("Case A",
    "Nurse 1") are left out: they would be found where nothing of anybody stands.
    """
    texts: set[str] = set()
    numbers: set[str] = set()
    for person in {person: None for imported in lists for person in imported.people}:
        texts.update(_texts_of(person))
        numbers.update(_numbers_of(person))
    for imported in lists:
        texts.update(imported.touchpoints.place.words)
        for clinicians in (imported.touchpoints.clinician.words, _named_gps(imported)):
            texts.update(clinicians)
            texts.update(map(_first_and_last, clinicians))
    phrases = {tuple(_words(text)) for text in texts if len(text) >= _SHORTEST_NAME}
    return Identifiers(
        frozenset(phrase for phrase in phrases if not all(_is_ours(word) for word in phrase)),
        frozenset(number for number in numbers if len(number) >= _SHORTEST_NUMBER),
        frozenset(_parts_of_names(lists)),
    )


def _named_gps(imported: Imported) -> frozenset[str]:
    """The usual GPs of everybody, who may be in no contact."""
    return frozenset(person.named_gp for person in imported.people if person.named_gp)


def _parts_of_names(lists: Iterable[Imported]) -> Iterator[str]:
    for imported in lists:
        people = {person.name for person in imported.people} | {
            person.also_named for person in imported.people
        }
        for name in (*people, *imported.touchpoints.clinician.words, *_named_gps(imported)):
            yield from (part for part in _PART.findall(_plain(name)) if part not in ROLES)


def _plain(name: str) -> str:
    """Lower case, without accents and apostrophes, as names are written in notes."""
    return _folded(name).translate(_NO_APOSTROPHES)


@cache
def own_words() -> frozenset[str]:
    """The words that our own labels and statements are made of, lower case."""
    return frozenset(resource("own_words.txt").read_text(encoding="utf-8").split())


def _is_ours(word: str) -> bool:
    return word in own_words() or len(word) == 1 or (word.isdigit() and len(word) == 2)


def _texts_of(person: Person) -> Iterator[str]:
    yield person.name
    yield from (part for part in _words(person.name) if len(part) >= _SHORTEST_NAME)
    yield _first_and_last(person.name)
    yield person.local_id
    for day in filter(None, (person.born, person.died)):
        yield from (day.isoformat(), f"{day:%d/%m/%Y}")
        yield from (f"{day.day} {month} {day.year}" for month in (_month(day), _month(day)[:3]))


def _first_and_last(name: str) -> str:
    """How a short surname would be said: "Dr Khan" of "Dr A Khan"."""
    words = _words(name)
    return f"{words[0]} {words[-1]}" if len(words) > 1 else ""


def _numbers_of(person: Person) -> Iterator[str]:
    yield person.nhs_number
    yield "".join(character for character in person.local_id if character.isdigit())
    for day in filter(None, (person.born, person.died)):
        yield from (f"{day:%Y%m%d}", f"{day:%d%m%Y}")


def _month(day: date) -> str:
    months = "January February March April May June July August September October November December"
    return months.split()[day.month - 1]


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    """Lower case, without accents: Ibáñez is written IBANEZ too."""
    return without_accents(text.casefold())


def _numbers_in(groups: list[str]) -> Iterator[str]:
    """Each group of digits, alone and run together with those after it, up to the longest number there is."""
    for first in range(len(groups)):
        number = ""
        for group in groups[first:]:
            number += group
            yield number
            if len(number) > _LONGEST_NUMBER:
                break
