"""Touchpoints as columns: a million of them cost what their bytes cost."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.words import Kind, Outcome, Service


@dataclass(frozen=True, eq=False, repr=False)
class Texts:
    """A column of text in which each different text is kept once.

    ``codes`` is one int32 a row: the place of the row's text in ``words``.
    """

    codes: NDArray[np.int32]
    words: tuple[str, ...]

    @classmethod
    def of(cls, values: Sequence[str]) -> Self:
        places: dict[str, int] = {}
        codes = np.fromiter((places.setdefault(v, len(places)) for v in values), np.int32, len(values))
        return cls(codes, tuple(places))

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> str:
        return self.words[self.codes[row]]

    def __iter__(self) -> Iterator[str]:
        return (self.words[code] for code in self.codes)

    def take(self, rows: NDArray[Any]) -> Self:
        """The rows at these places (whole numbers) or where this is true (booleans)."""
        return type(self)(self.codes[rows], self.words)

    def without_unused(self) -> Self:
        """The same rows, without words that stand in none of them."""
        used, codes = np.unique(self.codes, return_inverse=True)
        return type(self)(codes.astype(np.int32), tuple(self.words[code] for code in used.tolist()))

    def holding(self, word: str) -> NDArray[np.bool_]:
        """Which rows hold the word, which is in lower case, however they are capitalised."""
        return np.isin(self.codes, [code for code, text in enumerate(self.words) if word in text.casefold()])

    def changed(self, change: Callable[[str], str]) -> Self:
        """The same rows, each text changed so."""
        words = Texts.of([change(word) for word in self.words])
        return type(self)(words.codes[self.codes], words.words)


@dataclass(frozen=True, repr=False)
class Touchpoint:
    """One dated contact with a service: one row of Touchpoints, in Python's own types.

    ``end`` is None for a point in time, and for an open service that goes on.
    ``timed`` says whether the hour is known; ``uncertain`` that the day is not sure.
    ``number`` stays the same for as long as the lists tell of it.
    """

    person: int
    service: Service
    kind: Kind
    outcome: Outcome
    start: datetime
    end: datetime | None
    timed: bool
    uncertain: bool
    named: str
    reason: str
    clinician: str
    place: str
    mode: str
    row: int
    source: int = 0
    number: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class Touchpoints:
    """All touchpoints of a list, or of one person: columns of one length, never changed once made.

    person: int32, place in the list of people · service, kind, outcome: int8, codes of
    the vocabularies in model.words · start, end: datetime64[s], UK wall-clock time, end
    NaT where there is none · timed, uncertain: bool · named: the service in the list's
    own words · source: int32, place among the import's ``sources`` · row: in that list, as a spreadsheet counts, from 1 ·
    number: int32, lasting: a newer list that tells of the same touchpoint does not change it.
    """

    person: NDArray[np.int32]
    service: NDArray[np.int8]
    kind: NDArray[np.int8]
    outcome: NDArray[np.int8]
    start: NDArray[np.datetime64]
    end: NDArray[np.datetime64]
    timed: NDArray[np.bool_]
    uncertain: NDArray[np.bool_]
    named: Texts
    reason: Texts
    clinician: Texts
    place: Texts
    mode: Texts
    row: NDArray[np.int32]
    source: NDArray[np.int32]
    number: NDArray[np.int32]

    def __post_init__(self) -> None:
        for field in fields(self):
            column = getattr(self, field.name)
            if len(column) != len(self.person):
                raise ValueError(f"column {field.name} has {len(column)} rows, not {len(self.person)}")
            (column.codes if isinstance(column, Texts) else column).flags.writeable = False

    @classmethod
    def of(cls, rows: Sequence[Touchpoint]) -> Self:
        """Columns from rows."""

        def numbers(name: str, kind: Any) -> Any:
            return np.array([getattr(row, name) for row in rows], dtype=kind)

        def codes(name: str) -> NDArray[np.int8]:
            return np.array([getattr(row, name).code for row in rows], dtype=np.int8)

        texts = {
            f.name: Texts.of([getattr(row, f.name) for row in rows]) for f in fields(cls) if f.type is Texts
        }
        return cls(
            person=numbers("person", np.int32),
            service=codes("service"),
            kind=codes("kind"),
            outcome=codes("outcome"),
            start=numbers("start", "datetime64[s]"),
            end=numbers("end", "datetime64[s]"),
            timed=numbers("timed", np.bool_),
            uncertain=numbers("uncertain", np.bool_),
            row=numbers("row", np.int32),
            source=numbers("source", np.int32),
            number=numbers("number", np.int32),
            **texts,
        )

    def __len__(self) -> int:
        return len(self.person)

    def __getitem__(self, row: int) -> Touchpoint:
        end = self.end[row]
        return Touchpoint(
            person=int(self.person[row]),
            service=Service.of(int(self.service[row])),
            kind=Kind.of(int(self.kind[row])),
            outcome=Outcome.of(int(self.outcome[row])),
            start=self.start[row].item(),
            end=None if np.isnat(end) else end.item(),
            timed=bool(self.timed[row]),
            uncertain=bool(self.uncertain[row]),
            named=self.named[row],
            reason=self.reason[row],
            clinician=self.clinician[row],
            place=self.place[row],
            mode=self.mode[row],
            row=int(self.row[row]),
            source=int(self.source[row]),
            number=int(self.number[row]),
        )

    def __iter__(self) -> Iterator[Touchpoint]:
        return (self[row] for row in range(len(self)))

    def take(self, rows: NDArray[Any]) -> Self:
        """The rows at these places (whole numbers) or where this is true (booleans)."""
        return type(self)(**{f.name: _take(getattr(self, f.name), rows) for f in fields(self)})

    def without_unused_words(self) -> Self:
        """The same rows and nothing of others: ``take`` leaves words behind that only they held."""
        return type(self)(**{f.name: _tidied(getattr(self, f.name)) for f in fields(self)})

    def with_service(self, service: Service) -> NDArray[np.bool_]:
        """True where the row is in this service's lane."""
        return self.service == service.code

    @property
    def attended(self) -> NDArray[np.bool_]:
        """True where the row counts as a contact: it was attended."""
        return self.outcome == Outcome.ATTENDED.code


def _take(column: Any, rows: NDArray[Any]) -> Any:
    return column.take(rows) if isinstance(column, Texts) else column[rows]


def _tidied(column: Any) -> Any:
    return column.without_unused() if isinstance(column, Texts) else column


def join(parts: Sequence[Touchpoints]) -> Touchpoints:
    """All rows of all parts, one after another."""
    if not parts:
        return Touchpoints.of([])
    if len(parts) == 1:
        return parts[0]
    return Touchpoints(
        **{f.name: _join([getattr(part, f.name) for part in parts]) for f in fields(Touchpoints)}
    )


def _join(columns: Sequence[Any]) -> Any:
    if not isinstance(columns[0], Texts):
        return np.concatenate(columns)
    places: dict[str, int] = {}
    codes = []
    for column in columns:
        moved = np.array([places.setdefault(word, len(places)) for word in column.words], dtype=np.int32)
        codes.append(moved[column.codes] if len(moved) else column.codes)
    return Texts(np.concatenate(codes), tuple(places))
