"""A text -> pieces: what is known to identify, what looks as if it did, what nobody knows, and the rest."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from journey_viewer.privacy.words.addresses import find_addresses
from journey_viewer.privacy.words.ages import find_old_ages
from journey_viewer.privacy.words.bare_ages import find_bare_ages
from journey_viewer.privacy.words.called import find_called
from journey_viewer.privacy.words.dates import find_dates
from journey_viewer.privacy.words.eponyms import is_an_eponym_here
from journey_viewer.privacy.words.festivals import find_festivals
from journey_viewer.privacy.words.handles import find_handles
from journey_viewer.privacy.words.initials import find_initials
from journey_viewer.privacy.words.initials_here import find_initials_here
from journey_viewer.privacy.words.insurance import find_insurance_numbers
from journey_viewer.privacy.words.known import Knows, find_known
from journey_viewer.privacy.words.labelled import find_labelled
from journey_viewer.privacy.words.lists import group
from journey_viewer.privacy.words.named_houses import find_named_houses
from journey_viewer.privacy.words.net import Net, learned_net
from journey_viewer.privacy.words.nicknames import find_nicknames
from journey_viewer.privacy.words.normal import normalise
from journey_viewer.privacy.words.numbers import find_bare_numbers, find_numbers
from journey_viewer.privacy.words.people import find_people
from journey_viewer.privacy.words.phones import find_phones
from journey_viewer.privacy.words.phrases import find_phrases, outside_phrases
from journey_viewer.privacy.words.pieces import Piece, Rule, mark_of, piece
from journey_viewer.privacy.words.places import find_places
from journey_viewer.privacy.words.postcodes import find_postcodes
from journey_viewer.privacy.words.roles import is_a_role
from journey_viewer.privacy.words.second_look import look_again
from journey_viewer.privacy.words.shouted import as_written_quietly
from journey_viewer.privacy.words.shouted_places import find_shouted_places
from journey_viewer.privacy.words.signatures import find_signatures
from journey_viewer.privacy.words.small_addresses import find_small_addresses
from journey_viewer.privacy.words.small_houses import find_employers, find_small_houses
from journey_viewer.privacy.words.small_stands import find_small_by_standing
from journey_viewer.privacy.words.stands import find_by_standing
from journey_viewer.privacy.words.subjects import find_subjects
from journey_viewer.privacy.words.text import Found, Word, words_of
from journey_viewer.privacy.words.towns import find_towns
from journey_viewer.privacy.words.unknown import find_unknown
from journey_viewer.privacy.words.vehicles import find_vehicles
from journey_viewer.privacy.words.web import find_web

_ORDER = {rule: place for place, rule in enumerate(Rule)}
_NAMES = frozenset({Rule.NAME, Rule.CLINICIAN, Rule.RELATIVE, Rule.INITIALS})
_IN_FIGURES = (
    find_insurance_numbers,
    find_numbers,
    find_bare_numbers,
    find_postcodes,
    find_vehicles,
)
_MARK = re.compile(
    "|".join(re.escape(normalise(mark_of(rule)).text) for rule in Rule if rule is not Rule.KEPT)
)


@dataclass(frozen=True)
class Scrubber:
    """Reads free text with what the loaded lists know, and what the net learned."""

    known: Knows
    net: Net = field(default_factory=learned_net, repr=False)

    def read(self, text: str) -> tuple[Piece, ...]:
        """The text in pieces, in order and whole: joined, their texts are the text."""
        normal = normalise(text)
        words = words_of(normal.text)
        known = tuple(find_known(normal.text, words, self.known))
        kept = find_phrases(normal.text, words)
        guessed = (
            one
            for one in outside_phrases(_find(normal.text, words), kept)
            if not _is_said(one, known, normal.text)
        )
        marks = [match.span() for match in _MARK.finditer(normal.text)]
        seen = _sorted_out(_outside_marks([*known, *guessed], marks))
        judged = look_again(seen, normal.text, words, [*kept, *marks, *_eponyms(words)], self.net)
        found = _joined(_sorted_out(judged), normal.text)
        return tuple(_cut(text, [(*normal.as_written(one.start, one.end), one.rule) for one in found]))


def _eponyms(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Where an illness, a sign or a scale has somebody's name: the net leaves it."""
    for place, word in enumerate(words):
        if is_an_eponym_here(words, place):
            yield word.start, word.end


def _outside_marks(found: list[Found], marks: list[tuple[int, int]]) -> list[Found]:
    """Without what stands in the marks of an earlier reading: a text that was read twice is the same."""
    return [one for one in found if not any(start <= one.start and one.end <= end for start, end in marks)]


def _find(text: str, words: tuple[Word, ...]) -> Iterator[Found]:
    if any(character.isdigit() for character in text):
        for find in _IN_FIGURES:
            yield from find(text)
    for find in (
        find_phones,
        find_dates,
        find_festivals,
        find_web,
        find_handles,
        find_old_ages,
        find_bare_ages,
    ):
        yield from find(text)
    for find in (
        find_employers,
        find_signatures,
        find_by_standing,
        find_small_by_standing,
        find_called,
        find_nicknames,
        find_labelled,
        find_subjects,
    ):
        yield from find(text)
    yield from find_small_addresses(text)
    yield from find_shouted_places(text)
    quiet = _quiet(text, words)
    for said in dict.fromkeys((quiet, as_written_quietly(text))):
        yield from find_addresses(said)
        yield from find_places(said)
        yield from find_named_houses(said)
        yield from find_small_houses(said)
    if quiet is not text:
        yield from find_named_houses(text)
    yield from find_people(words)
    yield from find_towns(text, words)
    yield from find_initials(text, words)
    yield from find_initials_here(text, words)
    yield from find_unknown(text, words)


def _is_said(guess: Found, known: Iterable[Found], text: str) -> bool:
    """True where what looks like an address or a place is somebody whom the lists know, with their role: Dr Gareth Hill."""
    return guess.rule not in _NAMES and any(
        one.rule is Rule.NAME
        and guess.start < one.end
        and one.start < guess.end
        and _is_beside_a_name(text[guess.start : max(guess.start, one.start)])
        and _is_beside_a_name(text[min(guess.end, one.end) : guess.end])
        for one in known
    )


def _is_beside_a_name(text: str) -> bool:
    """Nothing, or a role, a title or a relative."""
    low = text.casefold().strip(" .")
    return is_a_role(low) or low in group("titles") or low in group("relatives")


def _quiet(text: str, words: tuple[Word, ...]) -> str:
    """A text of capitals throughout in small letters: there, capitals name nothing."""
    small = text.lower() if any(word.loud for word in words) else text
    return small if len(small) == len(text) else text


def _sorted_out(found: Iterable[Found]) -> list[Found]:
    """In order and apart: what overlaps becomes one, under the rule of the longest, of equals the first."""
    apart: list[Found] = []
    strongest = 0
    for one in sorted(found, key=_place):
        length = one.end - one.start
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
            strongest = length
            continue
        last = apart[-1]
        better = last.rule is Rule.UNKNOWN or (one.rule is not Rule.UNKNOWN and length > strongest)
        if one.rule is not Rule.UNKNOWN or last.rule is Rule.UNKNOWN:
            strongest = max(strongest, length) if not better else length
        apart[-1] = Found(last.start, max(last.end, one.end), one.rule if better else last.rule)
    return apart


def _place(found: Found) -> tuple[int, int, int]:
    return found.start, -found.end, _ORDER[found.rule]


def _joined(found: list[Found], text: str) -> list[Found]:
    """Parts of one name side by side leave one mark: how many parts it had tells something."""
    whole: list[Found] = []
    for one in found:
        last = whole[-1] if whole else None
        if (
            last
            and last.rule in _NAMES
            and one.rule in _NAMES
            and _belongs(text[last.start : last.end], text[last.end : one.start])
        ):
            whole[-1] = Found(last.start, one.end, last.rule if last.rule is not Rule.INITIALS else one.rule)
        else:
            whole.append(one)
    return whole


def _belongs(before: str, between: str) -> bool:
    """True where no sentence ends between: a point only follows an initial."""
    bare = between.strip()
    if "\n" in between or len(between) > 3:
        return False
    return bare in {"", "-", "'", ","} or (bare == "." and (len(before) < 2 or not before[-2].isalpha()))


def _cut(text: str, spans: list[tuple[int, int, Rule]]) -> Iterator[Piece]:
    place = 0
    for start, end, rule in spans:
        if start > place:
            yield piece(text[place:start], Rule.KEPT)
        yield piece(text[start:end], rule)
        place = end
    if place < len(text):
        yield piece(text[place:], Rule.KEPT)
