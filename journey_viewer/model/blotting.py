"""Names and numbers of people who were taken out for good, blotted out of what was written about others."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from journey_viewer.model.document import Document
from journey_viewer.model.people import Person, name_parts

WRITTEN = ("edits", "notes", "casework", "actions", "sharing", "pack_title", "ideas", "meetings", "own_costs")
"""The fields of a document in which people write."""
_PIECE = re.compile(r"[^\W_]+")
_BETWEEN = r"[\W_]{0,3}"
_INSIDE = r"[\W_]?"
_IN_A_NUMBER = r"[\s._-]*"
_BEGINS, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_TITLES = r"(?:mr|mrs|ms|miss|mx|dr|master|sir|dame)"
_SHORTEST_ID = 5
_WORDS_TOO = frozenset("ai")  # "a" and "I" before a word are no initials unless a point follows


class _Plain(dict[int, str]):
    """Each character in lower case and without its accent, where that is one character too."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFKD", chr(code))[:1].casefold()
        self[code] = letter if len(letter) == 1 else chr(code)
        return self[code]


_PLAIN = _Plain()


@dataclass(frozen=True)
class Blot:
    """What to look for in a text in lower case and without accents, which has as many characters as the text."""

    sought: re.Pattern[str] = field(repr=False)

    def __call__(self, text: str) -> str:
        """The text with "…" in place of whatever was sought; the same text where nothing of it is there."""
        told = unicodedata.normalize("NFC", text)
        spans = [found.span() for found in self.sought.finditer(told.translate(_PLAIN))]
        if not spans:
            return text
        ends = [0, *(end for _, end in spans)]
        begins = [*(begin for begin, _ in spans), len(told)]
        return "…".join(told[end:begin] for end, begin in zip(ends, begins, strict=True))


def blot_of(people: Iterable[Person], others: frozenset[str], stays: Callable[[str], bool]) -> Blot:
    """Of the people's names, in their usual orders and spellings, their NHS numbers and their local ids.

    ``others``: parts of the names of everybody who is still there, lower case: a part of a name that is one of
    these, or that ``stays``, an ordinary word, is blotted out only beside other parts of the name.
    """
    sought: dict[str, None] = {}
    still = frozenset(map(_folded, others))
    for person in people:
        for name in filter(None, (person.name, *person.also_named.split("\n"))):
            sought.update(dict.fromkeys(_spellings(_words_of_name(name))))
        sought.update(dict.fromkeys(_numbers(person)))
        for part in sorted(name_parts(f"{person.name} {person.also_named}")):
            if _folded(part) not in still and not stays(part):
                sought[f"{_BEGINS}{re.escape(_folded(part))}{_ENDS}"] = None
    return Blot(re.compile("|".join(sorted(sought, key=len, reverse=True)) or r"(?!)"))


def _spellings(words: list[str]) -> Iterator[str]:
    """As patterns: "Ann Marie Lee", "Lee, Ann Marie", "Ann Lee", "A. M. Lee", "Lee, A", "Mrs Lee"."""
    if len(words) < 2:
        return
    first, last, initials = words[0], words[-1], [_PIECE.findall(word)[0][0] for word in words[:-1]]
    for order in (words, [last, *words[:-1]], [first, last], [last, first]):
        yield _in_a_row(order)
    surname = _as_pattern(last)
    for some in (initials, initials[:1]):
        dotted = rf"\.?{_BETWEEN}".join(some)
        point = r"\." if len(some) == 1 and some[0] in _WORDS_TOO else r"\.?"
        yield f"{_BEGINS}{dotted}{point}[ ]?{surname}{_ENDS}"
        yield rf"{_BEGINS}{surname},[ ]?{dotted}{_ENDS}\.?"
    yield rf"{_BEGINS}{_TITLES}\.?[ ]{surname}{_ENDS}"


def _in_a_row(words: Iterable[str]) -> str:
    return f"{_BEGINS}{_BETWEEN.join(map(_as_pattern, words))}{_ENDS}"


def _as_pattern(word: str) -> str:
    """With or without its apostrophes and hyphens: O'Neill is written ONEILL too."""
    return _INSIDE.join(map(re.escape, _PIECE.findall(word)))


def _numbers(person: Person) -> Iterator[str]:
    if person.nhs_number:
        digits = _IN_A_NUMBER.join(map(re.escape, person.nhs_number))
        yield rf"(?<!\d){digits}(?!\d)"
    if len(person.local_id) >= _SHORTEST_ID and any(map(str.isdigit, person.local_id)):
        yield _in_a_row(_PIECE.findall(_folded(person.local_id)))


def _words_of_name(name: str) -> list[str]:
    """First names first, as one says them: also of "Lee, Ann"."""
    last, _, first = _folded(name).partition(",")
    return [word for word in f"{first} {last}".split() if _PIECE.search(word) is not None]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_PLAIN)


def blotted(document: Document, blot: Blot) -> Document:
    """Whatever was written in it, without what is sought."""
    return replace(document, **{name: _each(getattr(document, name), blot) for name in WRITTEN})


def _each(value: Any, blot: Blot) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else blot(value)
    if isinstance(value, tuple | frozenset):
        return type(value)(_each(one, blot) for one in value)
    if isinstance(value, Mapping):
        return {key: _each(told, blot) for key, told in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _each(getattr(value, one.name), blot) for one in fields(value)})
    return value


def texts_in(document: Document) -> list[str]:
    """Whatever was written in it, text by text, in an order that blotting keeps."""
    return [text for name in WRITTEN for text in _texts(getattr(document, name))]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield value
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Mapping):
        for told in value.values():
            yield from _texts(told)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
