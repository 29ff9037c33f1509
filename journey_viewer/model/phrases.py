"""Pieces of sentences: numbers of things, and several names in a row."""

from collections.abc import Sequence


def many(count: int, one: str, several: str = "") -> str:
    """A number of things: "1 stay", "2 stays", "1,204 stays"."""
    return f"{count:,} {plural(count, one, several)}"


def plural(count: int, one: str, several: str = "") -> str:
    """What is counted, as it stands after its number."""
    return one if count == 1 else several or f"{one}s"


def with_and(names: Sequence[str]) -> str:
    """As in "A", "A and B", "A, B and C"; "" for nothing."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
