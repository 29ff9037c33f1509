"""Who a table is about where the lines above it say so: "Patient: J.S." or "NHS number" with the number beside it."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from journey_viewer.reading.profiles import PERSON_ROLES, Profile, Role, heading_key
from journey_viewer.reading.sheets import Cell, Column, in_words

_SAID = (*sorted(PERSON_ROLES), Role.FORENAME, Role.BORN, Role.DIED, Role.SEX)
_LONGEST_LABEL = 4
_AROUND = " ,;-–"


def said_above(profile: Profile, rows: Sequence[Sequence[Cell]]) -> dict[Role, Cell]:
    """What these lines say of a person, the first of each; empty where they name none."""
    labels = _labels(profile)
    found: dict[Role, Cell] = {}
    for row in rows:
        for role, cell in _said_in(labels, row):
            found.setdefault(role, cell)
    return found if found.keys() & PERSON_ROLES else {}


def names_anybody(profile: Profile, columns: Sequence[Column]) -> bool:
    """True where a cell below says such a thing too, so that the lines above are not about every row."""
    labels = {label for label, role in _labels(profile).items() if role in PERSON_ROLES}
    cells = (in_words(cell) for column in columns for cell in column.cells)
    return any(heading_key(text.partition(":")[0]) in labels for text in cells if text)


def column_of(cell: Cell, rows: int) -> Column:
    """A column that says the same in every row."""
    return Column(np.zeros(rows, np.int32), (cell,))


def _labels(profile: Profile) -> dict[str, Role]:
    """What stands before a person's name or number: the headings that would stand above them."""
    return {name: role for role in reversed(_SAID) for name in profile.columns.get(role, ())}


def _said_in(labels: Mapping[str, Role], row: Sequence[Cell]) -> Iterator[tuple[Role, Cell]]:
    for place, text in enumerate(map(in_words, row)):
        if label := labels.get(heading_key(text)):
            beside = next((cell for cell in row[place + 1 :] if in_words(cell)), "")
            if heading_key(in_words(beside)) not in labels and in_words(beside):
                yield label, beside
        else:
            yield from _said_by(labels, text)


def _said_by(labels: Mapping[str, Role], text: str) -> Iterator[tuple[Role, str]]:
    """Every "label: value" in one text, the next label being the last words before the next colon."""
    label, *parts = text.split(":")
    for number, part in enumerate(parts, start=1):
        words = part.split()
        longest = min(_LONGEST_LABEL, len(words) - 1) if number < len(parts) else 0
        taken = next((n for n in range(longest, 0, -1) if heading_key(" ".join(words[-n:])) in labels), 0)
        value = " ".join(words[: len(words) - taken]).strip(_AROUND)
        role = labels.get(heading_key(label))
        if role and value:
            yield role, value
        label = " ".join(words[len(words) - taken :])
