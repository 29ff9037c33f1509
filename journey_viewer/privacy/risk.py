"""Could someone recognise them? How many people on the list have what an outsider could know of a case.

An outsider is thought to know what the summary says of the person (sex and age band) and any three of
the contacts it shows (service and month). Counted is the worst three, and the person is among those
who are counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import Case
from journey_viewer.model.phrases import many, plural
from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.model.words import Service
from journey_viewer.privacy.crowd import Cell, Crowd, coarsened, contacts_held, months_told
from journey_viewer.privacy.risk_words import contacts_in_words, have_these, known_in_words, look_the_same
from journey_viewer.privacy.triples import Fewest, fewest_others

CALM_FROM = 8  # so many people look the same: whoever thinks of one of them cannot be sure
REASON_BELOW = 3  # the person and at most one other: a guess is as good as knowing
PEOPLE_NEEDED = 1_000  # with fewer in the window a list says too little of who else could be meant


class RiskLevel(StrEnum):
    """What follows from the number: nothing, a warning, a reason before export; without enough people none is told."""

    CALM = "calm"
    WARNING = "warning"
    REASON = "reason"
    NOT_MEASURABLE = "not_measurable"


@dataclass(frozen=True)
class Known:
    """Up to three contacts that an outsider may know, and how many people have them, the person included."""

    cells: tuple[Cell, ...]
    people: int
    words: str

    @property
    def sentence(self) -> str:
        return f"{self.words}: {have_these(self.people)}" if self.words else look_the_same(self.people)


@dataclass(frozen=True)
class Blamed:
    """The contacts with a service in a month that most of the worst threes hold.

    ``count``: how many there are. ``numbers``: lasting numbers of those that would have to be left out, so
    that the others no longer do it.
    """

    cell: Cell
    count: int
    numbers: tuple[int, ...]
    words: str


@dataclass(frozen=True)
class Risk:
    """``people`` look the same, the person included, whichever three contacts are known; 0 where not measurable.

    ``alike``: how many have the sex and age band alone. ``seen``: how many people the lists tell of in
    the window. ``worst``: up to three combinations, fewest people first. ``blamed``: None where the
    level is calm, or no contact can be blamed.
    """

    level: RiskLevel
    people: int
    alike: int
    seen: int
    worst: tuple[Known, ...] = ()
    blamed: Blamed | None = field(default=None)

    @property
    def sentence(self) -> str:
        """The finding in a line: "12 people look the same"."""
        if self.level is RiskLevel.NOT_MEASURABLE:
            return f"not measurable: {_too_few(self.seen)}"
        if self.level is RiskLevel.CALM:
            return look_the_same(self.people)
        if self.blamed is None:
            return f"only {self.people}: few people on the lists are of the sex and age shown"
        makes = plural(self.blamed.count, "makes", "make")
        return f"only {self.people}: the {self.blamed.words} {makes} it so"


def level_of(people: int, seen: int) -> RiskLevel:
    """What follows where so many look the same, on lists that tell of so many people in the window."""
    if seen < PEOPLE_NEEDED:
        return RiskLevel.NOT_MEASURABLE
    if people >= CALM_FROM:
        return RiskLevel.CALM
    return RiskLevel.WARNING if people >= REASON_BELOW else RiskLevel.REASON


def recognise(crowd: Crowd, place: int, case: Case, choices: ForSharing = AS_USUAL) -> Risk:
    """How many people look the same as the person at this place on the list, whose case is told as chosen.

    ``case``: as it is shared, without its sensitive contacts; what was dropped is left out here. Everybody
    is told as coarsely as the choices say; only this case's own contacts are left out. Of others
    all contacts count: an outsider may know of those too. A person whose age or sex is not told looks the same only as
    others of whom it is not told. Raises ValueError where the case is of another window than the crowd.
    """
    if case.window != crowd.window:
        raise ValueError("the case and the crowd are of one window")
    if level_of(0, len(crowd)) is RiskLevel.NOT_MEASURABLE:
        return Risk(RiskLevel.NOT_MEASURABLE, 0, 0, len(crowd))
    shown = _Shown(shown_contacts(case, choices), choices)
    group = crowd.alike(case.person, choices)
    others = crowd.people[group] != place
    held = contacts_held(crowd, group, shown.cells, choices)[others]
    fewest = fewest_others(shown.counts, held)
    people, alike = fewest.others + 1, len(held) + 1
    level = level_of(people, len(crowd))
    worst = tuple(_known(shown, combination.cells, combination.others) for combination in fewest.worst)
    blamed = None if level is RiskLevel.CALM or people == alike else _blamed(shown, held, fewest)
    return Risk(level, people, alike, len(crowd), worst, blamed)


@dataclass(frozen=True)
class _Shown:
    """A case's contacts as they are told."""

    numbers: dict[Cell, list[int]]
    choices: ForSharing

    @property
    def cells(self) -> list[Cell]:
        return list(self.numbers)

    @property
    def counts(self) -> list[int]:
        return [len(numbers) for numbers in self.numbers.values()]


def shown_contacts(case: Case, choices: ForSharing) -> dict[Cell, list[int]]:
    """Lasting numbers of the contacts that are shown, in time order, by the cell that is told of each."""
    touchpoints = case.without(choices.dropped).touchpoints
    months = months_told(touchpoints, case.window)
    service, month = coarsened(touchpoints.service, months, choices)
    numbers: dict[Cell, list[int]] = {}
    for code, first, number in zip(
        service.tolist(), month.tolist(), touchpoints.number.tolist(), strict=True
    ):
        numbers.setdefault(Cell(first, Service.of(code)), []).append(number)
    return numbers


def _known(shown: _Shown, places: Sequence[int], others: int) -> Known:
    cells = tuple(sorted(shown.cells[place] for place in places))
    return Known(cells, others + 1, known_in_words(cells, shown.choices))


def _blamed(shown: _Shown, held: NDArray[np.int64], fewest: Fewest) -> Blamed | None:
    """What most of the worst combinations hold; of those alike what helps most, then what costs the fewest contacts."""
    most = fewest.in_worst.max(initial=0)
    if not most:
        return None
    in_all = most == fewest.combinations  # only then fewer contacts there mean more people
    options = []
    for place, stay in np.argwhere(fewest.in_worst == most).tolist():
        counts = shown.counts
        leave, counts[place] = counts[place] - stay, stay
        helps = _others_with(counts, held) if in_all else 0
        options.append((-helps, leave, int((held[:, place] > stay).sum()), place))
    _, leave, _, place = min(options)
    cell, numbers = shown.cells[place], list(shown.numbers.values())[place]
    words = contacts_in_words(cell, len(numbers), shown.choices)
    return Blamed(cell, len(numbers), tuple(numbers[-leave:]), words)


def _others_with(counts: list[int], held: NDArray[np.int64]) -> int:
    """The fewest others where only so many contacts are left in each cell."""
    left = [place for place, count in enumerate(counts) if count]
    return fewest_others([counts[place] for place in left], held[:, left]).others


def _too_few(seen: int) -> str:
    if not seen:
        return "no list tells of anybody in this time"
    return f"the lists tell of {many(seen, 'person', 'people')} in this time, {PEOPLE_NEEDED:,} are needed"
