"""Proves that no damaged file ends the program, holds it up, or gets a cell of a list into a message.

Thousands of mutated small files, of every kind that is read, go through ``read_lists`` in worker
processes under a watchdog. To be quick, a worker parses workbooks itself; where that ends the
worker or takes too long, and for every fiftieth file in any case, the file is read again as the
program does it: in a child process. Only what happens then counts.

Counts: files; accepted; refused by an error of ours; problems in them; deaths of the process;
files over five seconds; exceptions of others; cells of the list found in a message, a remark,
a log or on stderr. The last four have to be 0, or it ends with 1. A line for each that is not
says which seed makes the file again.
"""

import argparse
import contextlib
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Generator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from listening import MUST_BE_NONE, cells_of, listen
from mutations import mutated, originals

from journey_viewer.model.progress import Progress
from journey_viewer.reading import workbooks
from journey_viewer.reading.workbook_child import Parser, tell_sheets

_LONGEST_SECONDS = 5.0
_GIVE_UP_SECONDS = 30.0
_THROUGH_CHILD_EVERY = 50
_MUST_BE_NONE = ("deaths", "hangs", *MUST_BE_NONE)


class Case(NamedTuple):
    """One mutated file: the seed that makes it, and whether a child process is to parse it."""

    seed: int
    through_child: bool


class _Here:
    """What stands for the connection to a child where the worker parses by itself."""

    def __init__(self) -> None:
        self._told: deque[Any] = deque()
        self.say = self._told.append
        self.recv = self._told.popleft

    def poll(self, seconds: float) -> bool:
        return True


def _parse_here(parser: Parser, path: Path, until: float) -> Generator[Progress, None, Any]:
    here = _Here()
    tell_sheets(path, parser, here.say)
    return (yield from workbooks._receive(here, 1.0, until))  # type: ignore[arg-type]  # it polls and receives


_THROUGH_CHILD = workbooks._read_with


def _keep_parsers_silent() -> None:
    """What parsers print goes nowhere, as in the program's own child process; what Python prints is seen."""
    sys.__stderr__ = os.fdopen(os.dup(2), "w")  # type: ignore[misc]
    sys.stderr = sys.__stderr__
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def work(connection: Connection, folder: Path) -> None:
    """Read case after case; answers each with its counts."""
    _keep_parsers_silent()
    made = originals()
    names = sorted(made)
    cells = {name: cells_of(made[name], folder / f"whole-{os.getpid()}{Path(name).suffix}") for name in names}
    with contextlib.suppress(EOFError):
        while True:
            case: Case = connection.recv()
            workbooks._read_with = _THROUGH_CHILD if case.through_child else _parse_here
            chance = random.Random(case.seed)  # noqa: S311 - its chance is seeded, not secret
            name = names[case.seed % len(names)]
            path = folder / f"{os.getpid()}{Path(name).suffix}"
            path.write_bytes(mutated(made[name], chance))
            begun = time.monotonic()
            counts = listen(path, cells[name])
            seconds = time.monotonic() - begun
            counts["through a child"] += case.through_child
            connection.send((counts, name, seconds))


class Worker:
    """A process that reads cases, and the case it has."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.case: Case | None = None
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, self._folder))
        self._process.start()
        theirs.close()

    def give(self, case: Case) -> None:
        self.case = case
        self.begun = time.monotonic()
        self.connection.send(case)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()

    def again(self) -> None:
        self.end()
        self._start()


def _take(worker: Worker, total: Counter[str], cases: deque[Case]) -> None:
    """Hear from a worker that has answered or died, and count it; a case it parsed itself goes to a child."""
    case = worker.case
    assert case is not None
    try:
        counts, name, seconds = worker.connection.recv()
    except (EOFError, OSError):
        worker.again()
        if not case.through_child:
            cases.appendleft(case._replace(through_child=True))
            return
        counts, name, seconds = Counter(files=1, deaths=1), "?", 0.0
    counts["hangs"] += seconds > _LONGEST_SECONDS and case.through_child
    if seconds > _LONGEST_SECONDS and not case.through_child:
        cases.appendleft(case._replace(through_child=True))
        return
    total.update(counts)
    bad = [what for what in _MUST_BE_NONE if counts[what]]
    if bad:
        print(f"seed {case.seed} ({name}, {seconds:.1f} s): {', '.join(bad)}", flush=True)


def _watch(workers: list[Worker], total: Counter[str], cases: deque[Case]) -> None:
    answered = wait([worker.connection for worker in workers if worker.case], timeout=0.5)
    for worker in workers:
        if worker.connection in answered:
            _take(worker, total, cases)
            worker.case = None
        elif worker.case and time.monotonic() - worker.begun > _GIVE_UP_SECONDS:
            case, worker.case = worker.case, None
            worker.again()
            if case.through_child:
                print(f"seed {case.seed}: over {_GIVE_UP_SECONDS} s", flush=True)
                total.update(files=1, hangs=1)
            else:
                cases.appendleft(case._replace(through_child=True))
        if worker.case is None and cases:
            worker.give(cases.popleft())


def torture(first: int, count: int, processes: int) -> Counter[str]:
    """The counts over this many files from this seed on."""
    total: Counter[str] = Counter()
    cases = deque(Case(seed, seed % _THROUGH_CHILD_EVERY == 0) for seed in range(first, first + count))
    with tempfile.TemporaryDirectory() as folder:
        workers = [Worker(Path(folder)) for _ in range(processes)]
        for worker in workers:
            worker.give(cases.popleft())
        while cases or any(worker.case for worker in workers):
            _watch(workers, total, cases)
        for worker in workers:
            worker.end()
    return total


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    begun = time.monotonic()
    total = torture(options.first, options.count, options.processes)
    for what in ("files", "through a child", "accepted", "refused", "problems", *_MUST_BE_NONE):
        print(f"{what:<20} {total[what]:>8,}")
    print(f"{'seconds':<20} {time.monotonic() - begun:>8,.0f}")
    return int(any(total[what] for what in _MUST_BE_NONE))


if __name__ == "__main__":
    sys.exit(main())
