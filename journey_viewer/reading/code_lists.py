"""Codes become words: the lists of resources/profiles/shared/codes.toml, compared without case and leading zeros."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

import numpy as np

from journey_viewer.paths import resource
from journey_viewer.reading.sheets import Cell, Column, in_words

OUTCOME_NOT_KNOWN = "outcome not known"


def in_plain_words(column: Column, codes: str, *, is_outcome: bool) -> tuple[Column, int]:
    """The column with the codes of this list put into words, and how many rows hold one that it lacks.

    Such a code stays as it is; where the column tells an outcome, that outcome is not known.
    """
    words = code_list(codes)
    cells = tuple(words.get(code_key(cell), cell) for cell in column.cells)
    lacking = np.array([_is_code(cell) and code_key(cell) not in words for cell in column.cells], np.bool_)
    if is_outcome:
        cells = tuple(
            OUTCOME_NOT_KNOWN if lacks else cell for cell, lacks in zip(cells, lacking.tolist(), strict=True)
        )
    return Column(column.codes, cells), int(np.count_nonzero(lacking[column.codes]))


def remark_unknown(heading: str, rows: int, *, is_outcome: bool) -> Iterator[str]:
    """A sentence on the rows whose code is not known."""
    taken = "so the outcome is not known" if is_outcome else "kept as it is"
    if rows:
        yield f"Rows whose code in the column “{heading}” is not on our list, {taken}: {rows}."


def code_key(cell: Cell) -> str:
    """A code for comparing: letters and digits in lower case, without zeros before or ".0" behind."""
    text = re.sub(r"\.0+$", "", in_words(cell).lower())
    return re.sub(r"^0+(?=.)", "", re.sub(r"[^a-z0-9]", "", text))


@cache
def code_list(name: str) -> Mapping[str, str]:
    """The words of each code on this list."""
    return {code_key(code): words for words, codes in _lists()[name].items() for code in codes}


def _is_code(cell: Cell) -> bool:
    """True of a cell that is a code rather than words."""
    text = in_words(cell)
    return bool(text) and " " not in text and (len(text) <= 2 or any(map(str.isdigit, text)))


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    with resource("profiles/shared/codes.toml").open("rb") as stream:
        return tomllib.load(stream)
