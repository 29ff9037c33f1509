"""What people type for others to read as it stands, a title or a file's name: whether it says a name from the lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from journey_viewer.errors import IdentifierFound, TitleSaysAName
from journey_viewer.privacy.identifiers import Hit, Identifiers, own_words
from journey_viewer.privacy.spellings import plainly, words_run_together
from journey_viewer.privacy.words.lists import group
from journey_viewer.privacy.words.normal import without_accents
from journey_viewer.privacy.words.vocabulary import has_its_place, is_given, is_ordinary

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]{2,})?|[^\W\d_]['’][^\W\d_]{2,}")
_LABELLED = re.compile(r" (?:[A-Z]|\d{1,2})(?!\w)")  # Case A, Nurse 2
_WHOLE = 2  # words of a name from which on it is somebody's and no surgery's


@dataclass(frozen=True)
class NamesSaid:
    """``words``: those that are names on the lists too, as they were typed; of a network or practice, perhaps.

    ``whole``: somebody's whole name, number or birth date is there, which no surgery is called.
    """

    words: tuple[str, ...] = field(default=(), repr=False)
    whole: bool = False

    @property
    def none(self) -> bool:
        return not self.words and not self.whole


NO_NAMES = NamesSaid()


def names_said(text: str, known: Identifiers) -> NamesSaid:
    """Every listed name of two letters or more counts as a whole word, however short and whatever else it means.

    One of our own words, or an ordinary one that nobody is called by, counts where it has a capital; not in
    a label ("Case A") and not as the small word that begins the text ("An").
    """
    text = plainly(text)
    words: list[str] = []
    for spelt in (text, *words_run_together(text)):
        for start, end in known.found_in(spelt):
            phrase = spelt[start:end]
            if any(map(str.isdigit, phrase)) or _is_whole(phrase, known):
                return NamesSaid(whole=True)
            words.append(phrase)
        if _surname_first(spelt, known):
            return NamesSaid(whole=True)
        words += _single(spelt, known)
    hit = known.hit_in([text])
    alone = [word for word in words if not any(word in other.split() for other in words if other != word)]
    return NamesSaid(tuple(dict.fromkeys(alone)), whole=hit is Hit.NUMBER or (hit is not None and not words))


def check_title(title: str, known: Identifiers, *, agreed: bool) -> None:
    """Raises IdentifierFound where it says who somebody is, TitleSaysAName where nobody ``agreed`` that it does not."""
    said = names_said(title, known)
    if said.whole:
        raise IdentifierFound(
            "The title of the first slide holds somebody’s name or number, so nothing was written.",
            "Choose another title.",
        )
    if said.words and not agreed:
        raise TitleSaysAName


def _is_whole(phrase: str, known: Identifiers) -> bool:
    return sum(_low(word) in known.names for word in _WORD.findall(phrase)) >= _WHOLE


def _surname_first(text: str, known: Identifiers) -> bool:
    """Marsh, Helen."""
    lows = [_low(word) for word in _WORD.findall(text)]
    return any(
        (given, family) in known.phrases for family, given in pairwise(lows) if {given, family} <= known.names
    )


def _single(text: str, known: Identifiers) -> Iterator[str]:
    for found in _WORD.finditer(text):
        low = _low(found.group())
        if low not in known.names and (low,) not in known.phrases:
            continue
        rather_a_word = low in own_words() or has_its_place(low) or (is_ordinary(low) and not is_given(low))
        if not rather_a_word or _stands_as_a_name(text, found, low):
            yield found.group()


def _stands_as_a_name(text: str, found: re.Match[str], low: str) -> bool:
    if not found.group()[0].isupper():
        return False
    begins = not text[: found.start()].strip() and low in group("function")
    return not begins and not (low in own_words() and _LABELLED.match(text, found.end()))


def _low(word: str) -> str:
    low = without_accents(word.casefold())
    return low.replace("'", "").replace("’", "")
