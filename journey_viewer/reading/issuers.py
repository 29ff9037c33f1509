"""Ids mean something where they were given out: an id and its issuer as one cell, and finding rows by such cells."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from journey_viewer.reading.sheets import Cell, Column, in_words, paired, without_point_zero

_SIGN = "\ue000"
"""Between an id and its issuer: a character that no list has, since it stands for none."""
_Found = TypeVar("_Found")


def with_issuer(ids: Column, issuers: Column) -> Column:
    """The ids, each with the issuer that stands in its row; those without an id or an issuer stay as they are."""
    return paired(ids, issuers, issued_by)


def issued_by(cell: Cell, issuer: Cell) -> Cell:
    own, by = without_point_zero(in_words(cell)), in_words(issuer)
    return f"{own}{_SIGN}{by}" if own not in {"", "-1"} and by else cell


def id_and_issuer(text: str) -> tuple[str, str]:
    """The two parts of a cell's text; the issuer is "" where none was known."""
    own, _, issuer = text.partition(_SIGN)
    return own, issuer


class ByIssuer(Generic[_Found]):
    """What keys stand for. Where a key or its fellow does not say its issuer, the id alone decides, if it is one of a kind."""

    def __init__(self, found: Iterable[tuple[str, _Found]]) -> None:
        self._found = dict(found)
        self._full: dict[str, str | None] = {}
        for key in self._found:
            own, issuer = id_and_issuer(key)
            if issuer:
                self._full[own] = None if own in self._full else key

    def get(self, key: str) -> _Found | None:
        if key in self._found:
            return self._found[key]
        own, issuer = id_and_issuer(key)
        fellow = own if issuer else self._full.get(own)
        return None if fellow is None else self._found.get(fellow)

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None
