"""Words in a list become the product's words: service, outcome, kind, mode and sex."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Generic, TypeVar

from journey_viewer.model.people import Sex
from journey_viewer.model.words import Kind, Outcome, Service, service_table
from journey_viewer.paths import resource
from journey_viewer.reading.profiles import Profile

_LONGEST_TEXT = 300
_WHOLE_NUMBER = re.compile(r"^0*([0-9]+)\.0$")
_WORD = re.compile(r"[a-z0-9]+")
_SIGNS = str.maketrans({"&": " and ", "+": " and ", "'": "", "’": ""})
_Meaning = TypeVar("_Meaning")


def plain_words(text: str) -> str:
    """Lower-case words of a-z and 0-9 with single spaces, "&" and "+" as "and", a final ".0" of a code left out."""
    text = text[:_LONGEST_TEXT].strip().lower()
    if text.endswith(".0"):
        text = _WHOLE_NUMBER.sub(r"\1", text)
    return " ".join(_WORD.findall(text.translate(_SIGNS)))


class Vocabulary(Generic[_Meaning]):
    """Phrases and what they mean: some as the whole of a text, some also inside it, as whole words."""

    def __init__(
        self,
        inside: Mapping[_Meaning, Iterable[str]],
        whole: Mapping[_Meaning, Iterable[str]] | None = None,
    ) -> None:
        self._inside = _by_phrase(inside)
        self._whole = _by_phrase(whole or {}) | self._inside
        self._starting_with: defaultdict[str, list[list[str]]] = defaultdict(list)
        for phrase in self._inside:
            words = phrase.split()
            self._starting_with[words[0]].append(words)

    def whole(self, text: str) -> _Meaning | None:
        """What the text means if all of it is a phrase."""
        return self._whole.get(plain_words(text))

    def longest(self, text: str) -> _Meaning | None:
        """What the whole text means, else the longest phrase in it; None where nothing fits."""
        hit = max(self._hits(text), key=lambda hit: len(hit[1]), default=None)
        return self._meaning(text, hit)

    def first(self, text: str) -> _Meaning | None:
        """What the whole text means, else the phrase that comes first in it; None where nothing fits."""
        hit = min(self._hits(text), key=lambda hit: (hit[0], -len(hit[1])), default=None)
        return self._meaning(text, hit)

    def _meaning(self, text: str, hit: tuple[int, str] | None) -> _Meaning | None:
        whole = self.whole(text)
        if whole is not None:
            return whole
        return self._inside[hit[1]] if hit else None

    def _hits(self, text: str) -> Iterator[tuple[int, str]]:
        """Every phrase inside the text, with the place of its first word."""
        words = plain_words(text).split()
        for place, word in enumerate(words):
            for phrase in self._starting_with.get(word, ()):
                if words[place : place + len(phrase)] == phrase:
                    yield place, " ".join(phrase)


def _by_phrase(words: Mapping[_Meaning, Iterable[str]]) -> dict[str, _Meaning]:
    """What each phrase means; the first meaning of a phrase stays."""
    meanings: dict[str, _Meaning] = {}
    for meaning, phrases in words.items():
        for phrase in phrases:
            meanings.setdefault(plain_words(phrase), meaning)
    return meanings


@cache
def service_words() -> Vocabulary[Service]:
    """What lists call the services, by resources/services.toml."""
    table = service_table().items()
    return Vocabulary(
        {service: _phrases(row["words"]) for service, row in table},
        {service: _phrases(row.get("whole")) for service, row in table},
    )


def source_services(profile: Profile) -> Vocabulary[Service]:
    """What this one source calls the services: only a text that is a word of its own counts."""
    return Vocabulary({}, {Service(service): words for service, words in profile.services.items()})


@cache
def outcome_words() -> Vocabulary[Outcome]:
    return _shared("outcome", Outcome)


@cache
def kind_words() -> Vocabulary[Kind]:
    return _shared("kind", Kind)


@cache
def mode_words() -> Vocabulary[str]:
    return _shared("mode", str)


@cache
def sex_words() -> Vocabulary[Sex]:
    return _shared("sex", Sex)


@cache
def yes_no_words() -> Vocabulary[str]:
    """What a yes or a no is written as."""
    return _shared("answer", str)


@cache
def special_words(name: str) -> frozenset[str]:
    """A set of texts that mean one special thing: ``still_open``, ``only_cancelled``."""
    return frozenset(map(plain_words, _tables()["special"][name]))


def _shared(name: str, meaning: type[_Meaning]) -> Vocabulary[_Meaning]:
    tables = _tables()
    make: type = meaning
    return Vocabulary(
        {make(key): words for key, words in tables.get(name, {}).items()},
        {make(key): words for key, words in tables.get(f"{name}_whole", {}).items()},
    )


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    with resource("profiles/shared/words.toml").open("rb") as stream:
        return tomllib.load(stream)


def _phrases(words: object) -> Iterable[str]:
    return words if isinstance(words, list) else ()
