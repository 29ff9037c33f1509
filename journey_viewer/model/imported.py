"""What came out of reading lists: people, touchpoints, and an account of every row."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.days import months_before
from journey_viewer.model.people import Person, Window, name_parts, phrase_of
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Kind, Service


@dataclass(frozen=True)
class Problem:
    """A row that could not be read, and why; the reason never quotes the cell.

    ``row`` is counted as a spreadsheet does, from 1, the heading row included.
    """

    file: str
    sheet: str
    row: int
    column: str
    reason: str


@dataclass(frozen=True)
class Refusal:
    """A file that added nothing, and the sentence that says why and what to do.

    ``ask_about``: its path where the user could say which column is what, else "".
    """

    file: str
    sentence: str
    ask_about: str = field(default="", repr=False)


@dataclass(frozen=True)
class ServiceAsked:
    """A list whose rows name no service: what the user said it is, None where that is still to be said.

    ``by_name``: its file's name said it, and the user may know better.

    ``marks`` stand for the headings of its tables, or for where a document comes from, and for nothing
    in it; without them the answer holds only while the list is open. ``has_columns``: one of
    them may be the service after all.
    """

    file: str
    path: str = field(repr=False)
    service: Service | None = None
    marks: tuple[str, ...] = ()
    has_columns: bool = True
    by_name: bool = False


@dataclass(frozen=True)
class Source:
    """One table that was read, and what became of each of its rows, each counted once.

    rows = touchpoints + joined (told us about a person or another row) + duplicates
    + skipped (by a rule: blank, deleted, a total) + problems. ``sure``: how sure what it was
    recognised as is, "certain" (by its signature) or "likely" (by its headings or shape).
    ``window``: from its first touchpoint to its last. ``imported``: when it was read.
    ``superseded``: a newer edition of the list took its place.
    """

    file: str
    sheet: str
    recognised_as: str
    rows: int
    touchpoints: int = 0
    joined: int = 0
    duplicates: int = 0
    skipped: int = 0
    problems: int = 0
    services: frozenset[Service] = frozenset()
    sure: str = ""
    remarks: tuple[str, ...] = ()
    window: Window | None = None
    imported: datetime | None = None
    superseded: bool = False

    def __post_init__(self) -> None:
        told = self.touchpoints + self.joined + self.duplicates + self.skipped + self.problems
        if told != self.rows:
            raise ValueError(f"{self.rows} rows went in but {told} are accounted for")


@dataclass(frozen=True)
class Vanished:
    """A touchpoint that a newer edition of its list told of no longer.

    ``number`` is its lasting number: should a list tell of it again, what was said of it (a note, that it
    is sensitive) is there again. ``told_by``: what its list was recognised as.
    """

    number: int
    person: int
    told_by: str
    service: Service
    kind: Kind
    start: datetime


@dataclass(frozen=True, eq=False)
class Imported:
    """Everything the import understood. ``touchpoints.person`` is a place in ``people``.

    ``offers``: places of people who may be one person (full name and date of birth agree).
    ``asked``: lists whose service the user has said, or is to say.
    ``last_number``: the highest lasting number that was ever given to a touchpoint here.
    """

    people: tuple[Person, ...]
    touchpoints: Touchpoints
    sources: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    offers: tuple[tuple[int, ...], ...] = ()
    last_number: int = 0
    asked: tuple[ServiceAsked, ...] = ()
    vanished: tuple[Vanished, ...] = ()

    def rows_of(self, person: int) -> NDArray[np.intp]:
        """The places of one person's touchpoints, in the order they were read."""
        rows, bounds = self._by_person
        return rows[bounds[person] : bounds[person + 1]]

    @cached_property
    def _by_person(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        persons = self.touchpoints.person
        rows = np.argsort(persons, kind="stable")
        return rows, np.searchsorted(persons[rows], np.arange(len(self.people) + 1))

    @cached_property
    def name_parts(self) -> frozenset[str]:
        """The parts of everybody's names, the clinicians' and usual GPs' too."""
        people = (f"{who.name} {who.also_named} {who.named_gp}" for who in self.people)
        return name_parts(" ".join((*people, *self.touchpoints.clinician.words)))

    @cached_property
    def places(self) -> frozenset[tuple[str, ...]]:
        """The full names of all places, each as its words in lower case."""
        return frozenset(map(phrase_of, self.touchpoints.place.words))

    @property
    def supplied(self) -> frozenset[Service]:
        """The services that some list came from, so that "none recorded" and "not supplied" stay apart."""
        return frozenset().union(*(source.services for source in self.current_sources))

    @property
    def current_sources(self) -> tuple[Source, ...]:
        """The sources that no newer edition took the place of."""
        return tuple(source for source in self.sources if not source.superseded)


MONTHS_AT_FIRST = 24


def last_months(imported: Imported, today: date, months: int = MONTHS_AT_FIRST) -> Window | None:
    """The last so many months of the lists; None where they hold no touchpoint.

    The window ends with the last touchpoint that is not in the future, so that one
    appointment far ahead does not push everything else out of sight.
    """
    starts = imported.touchpoints.start.astype("datetime64[D]")
    if not len(starts):
        return None
    past = starts[starts <= np.datetime64(today)]
    last: date = (past if len(past) else starts).max().item()
    return Window(months_before(last + timedelta(days=1), months), last)


def all_time(imported: Imported) -> Window | None:
    """From the first touchpoint to the last; None where there is none."""
    return span_of(imported.touchpoints)


def span_of(touchpoints: Touchpoints) -> Window | None:
    """From the first of these to the last; None where there is none."""
    starts = touchpoints.start.astype("datetime64[D]")
    return Window(starts.min().item(), starts.max().item()) if len(starts) else None
