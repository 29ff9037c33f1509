"""Which source a sheet comes from, and where its table begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np

from journey_viewer.reading.heading_map import HeadingMap, fingerprint
from journey_viewer.reading.profiles import (
    PERSON_ROLES,
    Gives,
    Headerless,
    Profile,
    Role,
    heading_key,
    heading_places,
    profiles,
)
from journey_viewer.reading.sheets import Sheet, in_words

CERTAIN, LIKELY = "certain", "likely"
_NO_HEADING_ROW = -1
_ROWS_LOOKED_AT = 20


@dataclass(frozen=True)
class Recognised:
    """``heading_row`` is the heading row's place, -1 where there is none; ``sure`` how sure this is."""

    profile: Profile
    heading_row: int
    headings: tuple[str, ...]
    sure: str


def recognise(sheet: Sheet, file: str, own: Sequence[HeadingMap] = ()) -> Recognised | None:
    """The source of a sheet: by what the user said, by signature, by the shape of a table without headings, by headings.

    None where nothing fits. ``file`` is the file's name.
    """
    heads = [tuple(in_words(cell) for cell in row) for row in sheet.head]
    return _as_told(heads, own) or _by_signature(heads) or _by_shape(heads, file) or _by_headings(heads)


def _as_told(heads: Sequence[tuple[str, ...]], own: Sequence[HeadingMap]) -> Recognised | None:
    """What the user said of a list with these very headings."""
    for told in own:
        for row, headings in enumerate(heads):
            if fingerprint(headings) == told.fingerprint:
                return Recognised(told.profile(headings), row, headings, CERTAIN)
    return None


def _by_signature(heads: Sequence[tuple[str, ...]]) -> Recognised | None:
    """The longest signature there is, of equals the one spelt as in the sheet, then the first.

    One that gives touchpoints comes before any other: a table of contacts may say who people are.
    """
    best: Recognised | None = None
    most = (False, 0, 0)
    for row, headings in enumerate(heads):
        keys = {key: headings[place] for key, place in heading_places(headings).items()}
        above = heading_key(heads[row - 1][0]) if row and heads[row - 1] else ""
        for profile in profiles():
            length, alike = profile.signed(keys)
            if (
                profile.above
                and above == heading_key(profile.above)
                and len(profile.roles(headings)) >= profile.enough
            ):
                length = len(profile.above)
            score = (profile.gives is Gives.TOUCHPOINTS, length, alike)
            if length and score > most:
                best, most = Recognised(profile, row, headings, CERTAIN), score
    return best


def _by_shape(heads: Sequence[tuple[str, ...]], file: str) -> Recognised | None:
    rows = [row for row in heads[:_ROWS_LOOKED_AT] if any(row)]
    for profile in profiles():
        if rows and profile.headerless and _has_shape(rows, profile.headerless, file):
            return Recognised(profile, _NO_HEADING_ROW, profile.headerless.columns, LIKELY)
    return None


def _has_shape(rows: Sequence[tuple[str, ...]], headerless: Headerless, file: str) -> bool:
    if heading_key(headerless.file) not in heading_key(file):
        return False
    fewest, most = headerless.widths
    if any(not fewest <= len(row) <= most for row in rows):
        return False
    keys = [heading_key(name) for name in headerless.columns]
    for name, pattern in headerless.shape.items():
        cells = [row[keys.index(name)] for row in rows if keys.index(name) < len(row)]
        filled = [cell for cell in cells if cell]
        if not filled or not all(re.fullmatch(pattern, cell) for cell in filled):
            return False
    return True


def _by_headings(heads: Sequence[tuple[str, ...]]) -> Recognised | None:
    """The row in which the most headings mean something, the first of equals; where that is no list, two rows as one."""
    for profile in profiles():
        if profile.by_hand and heads:
            row = _most_telling(profile, heads)
            pairs = list(map(_one_above_the_other, heads, heads[1:]))
            pair = _most_telling(profile, pairs)
            if pairs and not _is_list(profile, heads[row]) and _is_list(profile, pairs[pair]):
                return Recognised(profile, pair + 1, pairs[pair], LIKELY)
            if len(profile.roles(heads[row])) >= profile.enough:
                return Recognised(profile, row, heads[row], LIKELY)
    return None


def _most_telling(profile: Profile, heads: Sequence[tuple[str, ...]]) -> int:
    return int(np.argmax([len(profile.roles(headings)) for headings in heads])) if heads else 0


def _is_list(profile: Profile, headings: tuple[str, ...]) -> bool:
    """Whether they say when and who."""
    roles = profile.roles(headings).keys()
    return Role.DATE in roles and bool(roles & PERSON_ROLES)


def _one_above_the_other(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    """Headings that take two rows, as one."""
    return tuple(f"{one} {two}".strip() for one, two in zip_longest(above, below, fillvalue=""))
