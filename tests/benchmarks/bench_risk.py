"""How long "Could someone recognise them?" takes on long lists, against brute force in the same run.

Brute force takes every three of a case's contacts and counts who of those that look the same has them: once
with numpy over all people at a time, once in plain Python as the definition reads. Where a case has many
threes it is run on a sample of them and its time multiplied; what it finds is compared as far as it goes.
Ends with 1 where a number differs.
"""

import argparse
import statistics
import sys
import time
from itertools import combinations
from math import comb
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))
from crowds import WINDOW, invented_crowd

from journey_viewer.measures.ranking import busiest_first
from journey_viewer.model.case import case_of
from journey_viewer.model.imported import Imported
from journey_viewer.model.sharing import AS_USUAL
from journey_viewer.privacy.crowd import Crowd, contacts_held, crowd_of
from journey_viewer.privacy.remedies import remedies
from journey_viewer.privacy.risk import Risk, recognise, shown_contacts

LISTS = ((10_000, 60), (100_000, 10))
CASES = 20
_BY_NUMPY, _BY_PYTHON = 2_000, 10  # threes of a case that are counted where it has more
_CHANCE = np.random.default_rng(13)

Three = tuple[int, ...]


class BruteForce:
    """One case's contacts as places of cells, and how many the others have in each."""

    def __init__(self, imported: Imported, crowd: Crowd, place: int) -> None:
        case = case_of(imported, place, WINDOW, "Case A")
        shown = shown_contacts(case, AS_USUAL)
        self.cells = list(shown)
        self.contacts = [cell for cell, numbers in enumerate(shown.values()) for _ in numbers]
        group = crowd.alike(case.person, AS_USUAL)
        held = contacts_held(crowd, group, self.cells, AS_USUAL)[crowd.people[group] != place]
        self._rows: list[list[int]] = held.tolist()
        self._columns = np.ascontiguousarray(held.T)
        self.threes = self._different()

    def _different(self) -> int:
        """How many threes there are that differ by their cells."""
        if len(self.contacts) <= 3:
            return 1
        counts = np.bincount(self.contacts)
        cells = len(counts)
        return int(comb(cells, 3) + (counts >= 2).sum() * (cells - 1) + (counts >= 3).sum())

    def some(self, most: int) -> list[Three]:
        """All threes of the case, or so many of them by chance."""
        if self.threes <= most:
            return sorted(set(combinations(self.contacts, min(3, len(self.contacts)))))
        drawn = (_CHANCE.choice(len(self.contacts), 3, replace=False) for _ in range(most))
        return [tuple(self.contacts[contact] for contact in sorted(places.tolist())) for places in drawn]

    def by_numpy(self, three: Three) -> int:
        having: NDArray[np.bool_] = np.ones(self._columns.shape[1], np.bool_)
        for cell in set(three):
            having &= self._columns[cell] >= three.count(cell)
        return int(having.sum()) + 1

    def by_python(self, three: Three) -> int:
        needed = [(cell, three.count(cell)) for cell in set(three)]
        return 1 + sum(all(row[cell] >= times for cell, times in needed) for row in self._rows)

    def agrees(self, risk: Risk, counted: list[int]) -> bool:
        """Whether nobody was missed: the threes that are told, and those that were counted here."""
        told = [
            self.by_numpy(tuple(self.cells.index(cell) for cell in known.cells)) == known.people
            for known in risk.worst
        ]
        least = min(counted)
        whole = self.threes <= _BY_NUMPY
        return all(told) and (least == risk.people if whole else least >= risk.people)


def table(people: int, contacts: int) -> bool:
    """Print one list's figures; whether all numbers agree."""
    imported = invented_crowd(people, contacts)
    begun = time.perf_counter()
    crowd = crowd_of(imported, WINDOW)
    built = time.perf_counter() - begun
    print(
        f"\n{people:,} people, {len(imported.touchpoints):,} touchpoints; the crowd is built in {built:.2f} s"
    )
    order = busiest_first(imported, WINDOW)
    chosen = order[: CASES // 2] + order[CASES // 2 :: len(order) // (CASES // 2)][: CASES // 2]
    seconds: dict[str, list[float]] = {}
    agreed = True
    for place in chosen:
        agreed &= _one_case(imported, crowd, place, seconds)
    ours = statistics.median(seconds["a case"])
    for what, taken in seconds.items():
        ratio = statistics.median(taken) / ours
        print(
            f"{what:<34} median {statistics.median(taken):>10.4f} s, most {max(taken):>10.3f} s  {ratio:>9.1f} ×"
        )
    print(f"{len(chosen)} cases, half of them the longest; numbers {'agree' if agreed else 'DIFFER'}")
    return agreed


def _one_case(imported: Imported, crowd: Crowd, place: int, seconds: dict[str, list[float]]) -> bool:
    case = case_of(imported, place, WINDOW, "Case A")
    brute = BruteForce(imported, crowd, place)

    begun = time.perf_counter()
    risk = recognise(crowd, place, case)
    seconds.setdefault("a case", []).append(time.perf_counter() - begun)
    counted = []
    for what, most, count in (
        ("brute force, numpy", _BY_NUMPY, brute.by_numpy),
        ("brute force, plain Python", _BY_PYTHON, brute.by_python),
    ):
        threes = brute.some(most)
        begun = time.perf_counter()
        counted += [count(three) for three in threes]
        whole = (time.perf_counter() - begun) * brute.threes / len(threes)
        seconds.setdefault(what, []).append(whole)
    begun = time.perf_counter()
    remedies(crowd, place, case, AS_USUAL)
    seconds.setdefault("all that would help a case", []).append(time.perf_counter() - begun)
    return brute.agrees(risk, counted)


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    print("Could someone recognise them? Brute force is run on a sample of each case's threes and multiplied")
    agreed = [table(people, contacts) for people, contacts in LISTS]
    return int(not all(agreed))


if __name__ == "__main__":
    sys.exit(main())
