"""How long a case file of 100,000 touchpoints takes, against plain SQLite in the same run.

Plain SQLite is Python's own sqlite3 with the same tables and rows and the same lines of ours
that read and write them; only the encryption, the codes of pages and their check are missing. The contestants
take turns; medians over the rounds. The derivation of the key, which is slow by intent, is shown apart,
and the comparisons are of files with a cheap one. Ends with 1 where a limit is missed.
"""

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from journey_viewer.casefile import cipher
from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.lists import read_lists, read_touchpoints, write_lists
from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.casefile.schema import upgrade
from journey_viewer.casefile.writings import read_document, write_document
from journey_viewer.model.case import case_of
from journey_viewer.model.document import Document
from journey_viewer.model.imported import Imported, Source
from journey_viewer.model.kept import Kept
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person, Window
from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Service

PASSPHRASE = "quince harbour lantern fennel"
TOUCHPOINTS, PEOPLE = 100_000, 5_000
MOST_TIMES_PLAIN, MOST_SECONDS, MOST_MILLISECONDS = 2.0, 1.0, 5.0
_JOURNEYS = 200
_WINDOW = Window(date(2024, 1, 1), date(2025, 12, 31))


def invented() -> Kept:
    """Lists of so many touchpoints, everything about them made up, and what somebody may have written."""
    chance = np.random.default_rng(7)

    def codes(below: int, kind: Any) -> Any:
        return chance.integers(0, below, TOUCHPOINTS).astype(kind)

    def texts(word: str, different: int) -> Texts:
        return Texts(codes(different, np.int32), tuple(f"{word} {place}" for place in range(different)))

    start = np.datetime64("2024-01-01", "s") + codes(2 * 365 * 86_400, "timedelta64[s]")
    end = np.where(chance.random(TOUCHPOINTS) < 0.2, start + 86_400, np.datetime64("NaT", "s"))
    touchpoints = Touchpoints(
        person=codes(PEOPLE, np.int32),
        service=codes(11, np.int8),
        kind=codes(4, np.int8),
        outcome=codes(7, np.int8),
        start=start,
        end=end,
        timed=chance.random(TOUCHPOINTS) < 0.9,
        uncertain=chance.random(TOUCHPOINTS) < 0.1,
        named=texts("invented service", 40),
        reason=texts("an invented reason of some length", 4_000),
        clinician=texts("Dr Invented", 60),
        place=texts("Invented surgery", 40),
        mode=texts("mode", 4),
        row=np.arange(2, TOUCHPOINTS + 2, dtype=np.int32),
        source=codes(1, np.int32),
        number=np.arange(1, TOUCHPOINTS + 1, dtype=np.int32),
    )
    people = tuple(
        Person(f"Invented person {place}", f"999{place:07}", born=date(1950, 1, 1)) for place in range(PEOPLE)
    )
    source = Source("list.csv", "", "a list", TOUCHPOINTS, TOUCHPOINTS, services=frozenset(Service))
    notes = tuple(Note(number, number, "An invented note of usual length. " * 8) for number in range(1, 201))
    lists = Imported(people, touchpoints, (source,), last_number=TOUCHPOINTS)
    return Kept(lists, Document(_WINDOW, tuple(range(PEOPLE)), tuple(range(10)), notes=notes))


class Plain:
    """The same as a case file, in a plain SQLite file."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("synchronous = EXTRA", "secure_delete = ON", "temp_store = MEMORY"):
            self._connection.execute(f"PRAGMA {pragma}")

    @classmethod
    def created(cls, path: Path) -> "Plain":
        made = cls(path)
        upgrade(made._connection)
        return made

    def read(self) -> Kept:
        return Kept(read_lists(self._connection), read_document(self._connection))

    def journey(self, person: int) -> Touchpoints:
        return read_touchpoints(self._connection, person)

    def keep(self, old: Kept, new: Kept) -> list[Any]:
        self._connection.execute("BEGIN IMMEDIATE")
        said = list(write_lists(self._connection, new.lists)) if new.lists is not old.lists else []
        write_document(self._connection, old.document, new.document)
        self._connection.execute("COMMIT")
        return said

    def close(self) -> None:
        self._connection.close()


Opened = CaseFile | Plain


class Contestant:
    """One of the two, with its file."""

    def __init__(self, create: Callable[[], Opened], reopen: Callable[[], Opened]) -> None:
        self._create, self._reopen = create, reopen
        self.seconds: dict[str, list[float]] = {}

    def timed(self, what: str, work: Callable[..., Any], *arguments: Any) -> Any:
        begun = time.perf_counter()
        result = work(*arguments)
        self.seconds.setdefault(what, []).append(time.perf_counter() - begun)
        return result

    def begin(self, kept: Kept) -> None:
        with closing(self._create()) as opened:
            list(opened.keep(Kept(), kept))

    def round(self, kept: Kept, people: list[int]) -> None:
        """Everything once."""
        opened = self.timed("opened and read whole", self._opened_and_read)
        for person in people:
            self.timed("one person's journey", opened.journey, person)
        for text in ("once", "twice", "three times"):
            note = replace(kept.document.notes[-1], text=text)
            after = replace(kept, document=replace(kept.document, notes=(*kept.document.notes[:-1], note)))
            self.timed("a note saved", _kept, opened, kept, after)
            kept = after
        again = replace(kept, lists=replace(kept.lists))
        self.timed("all lists saved", _kept, opened, kept, again)
        opened.close()

    def _opened_and_read(self) -> Opened:
        opened = self._reopen()
        opened.read()
        return opened


def _kept(opened: Opened, old: Kept, new: Kept) -> None:
    for _ in opened.keep(old, new):
        pass


def derivation(path: Path, rounds: int) -> float:
    """Seconds that the key takes with the rounds that case files have."""
    create_case_file(path, PASSPHRASE).close()
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        cipher.connect(path, PASSPHRASE).close()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def cases(kept: Kept, people: list[int]) -> list[float]:
    """Seconds that each of these people's cases takes when all has been read."""
    kept.lists.rows_of(0)  # sorts by person, once for all
    taken = []
    for person in people:
        begun = time.perf_counter()
        case_of(kept.lists, person, _WINDOW, "Case A")
        taken.append(time.perf_counter() - begun)
    return taken


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


def compare(ours: Contestant, plain: Contestant) -> bool:
    """Print the table; whether every limit is kept."""
    print(f"{'':<26} {'ours':>10} {'plain':>10}  ratio")
    kept_to = True
    for what, taken in ours.seconds.items():
        for name, of, limited in (
            ("median", statistics.median, what in {"opened and read whole", "one person's journey"}),
            ("p95", _p95, what == "one person's journey"),
        ):
            if name == "p95" and not limited:
                continue
            one, other = of(taken), of(plain.seconds[what])
            kept_to &= not limited or one / other <= MOST_TIMES_PLAIN
            limit = f"   at most {MOST_TIMES_PLAIN}" if limited else ""
            print(
                f"{what:<22} {name:<6} {one * 1e3:7.2f} ms {other * 1e3:7.2f} ms  {one / other:5.2f}{limit}"
            )
    return kept_to


def main(rounds: int) -> int:
    kept = invented()
    people = np.random.default_rng(8).integers(0, PEOPLE, _JOURNEYS).tolist()
    with tempfile.TemporaryDirectory() as folder:
        derived = derivation(Path(folder) / "key.journey", rounds)
        cipher.KDF_ROUNDS = 1
        ours_at, plain_at = Path(folder) / "case.journey", Path(folder) / "plain.db"
        ours = Contestant(
            lambda: create_case_file(ours_at, PASSPHRASE), lambda: open_case_file(ours_at, PASSPHRASE)
        )
        plain = Contestant(lambda: Plain.created(plain_at), lambda: Plain(plain_at))
        for contestant in (ours, plain):
            contestant.begin(kept)
        for _ in range(rounds):
            for contestant in (ours, plain):
                contestant.round(kept, people)
        print(f"\nA case file of {TOUCHPOINTS:,} touchpoints of {PEOPLE:,} people, {rounds} rounds")
        kept_to = compare(ours, plain)
        whole = min(ours.seconds["opened and read whole"])  # what else the computer does only adds to it
        journey, case = _p95(ours.seconds["one person's journey"]) * 1e3, _p95(cases(kept, people)) * 1e3
        print(
            f"Opened and read whole in {whole:.2f} s at best, at most {MOST_SECONDS}; besides, {derived:.2f} s for the key."
        )
        print(
            f"One person's journey p95 {journey:.2f} ms, their case {case:.2f} ms, at most {MOST_MILLISECONDS}."
        )
        sizes = [path.stat().st_size / 1e6 for path in (ours_at, plain_at)]
        print(f"Size {sizes[0]:.1f} MB, plain {sizes[1]:.1f} MB.")
    return int(not kept_to or whole > MOST_SECONDS or max(journey, case) > MOST_MILLISECONDS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    sys.exit(main(parser.parse_args().rounds))
