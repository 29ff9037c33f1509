"""How long reading takes, against bare readers of the same files in the same run.

Prints a table of medians over a few rounds, in which the contestants take turns, and ratios.
Each contestant runs in a process of its own, so that its peak memory is its own too.
"""

import argparse
import csv
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

HEADINGS = (
    "NHS number",
    "Person",
    "Date",
    "Time",
    "Service",
    "Reason",
    "Clinician",
    "Place",
    "Outcome",
    "Mode",
)
_WORKBOOK_ROWS, _TEXT_ROWS, _FEW_ROWS = 100_000, 1_000_000, 10_000


def rows(count: int) -> Iterable[tuple[str, ...]]:
    """Invented rows of a deep-dive list of 20 contacts a person; everything about them is made up."""
    chance = random.Random(7)  # noqa: S311 (its chance is seeded, not secret)
    services = ("GP practice", "A&E", "Community health", "Mental health", "Outpatients")
    reasons = [f"invented reason {place}" for place in range(400)]
    for place in range(count):
        person = place // 20
        day = date(2024, 4, 1) + timedelta(days=chance.randrange(730))
        yield (
            _nhs_number(person),
            f"Invented person {person}",
            f"{day:%d/%m/%Y}",
            f"{chance.randrange(8, 19):02}:{chance.randrange(60):02}",
            chance.choice(services),
            chance.choice(reasons),
            f"Dr Invented {chance.randrange(60)}",
            f"Invented surgery {person % 40}",
            "Attended" if chance.random() < 0.9 else "Did not attend",
            "Face to face",
        )


def _nhs_number(person: int) -> str:
    """The next number from 999 000 0000 whose check digit (modulus 11) exists."""
    digits = f"{999000000 + person}"
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
    return f"{digits}{check % 11}" if check != 10 else f"{digits}0"


def write_csv(path: Path, count: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADINGS)
        writer.writerows(rows(count))


def write_workbook(path: Path, count: int) -> None:
    import xlsxwriter

    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = workbook.add_worksheet("Contacts")
    for place, row in enumerate([HEADINGS, *rows(count)]):
        for column, cell in enumerate(row):
            sheet.write_string(place, column, cell)
    workbook.close()


def ours(path: Path) -> int:
    from journey_viewer.reading.lists import read_lists

    job = read_lists([path])
    while True:
        try:
            next(job)
        except StopIteration as end:
            return len(end.value.touchpoints)


def pandas_openpyxl(path: Path) -> int:
    import pandas as pd

    return len(pd.read_excel(path, engine="openpyxl", dtype=str))


def bare_calamine(path: Path) -> int:
    from python_calamine import CalamineWorkbook

    return len(CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()) - 1


def bare_pandas_csv(path: Path) -> int:
    import pandas as pd

    return len(pd.read_csv(path, parse_dates=["Date"], date_format="%d/%m/%Y"))


CONTESTANTS: dict[str, Callable[[Path], int]] = {
    contestant.__name__: contestant for contestant in (ours, pandas_openpyxl, bare_calamine, bare_pandas_csv)
}


def measure(name: str, path: Path) -> tuple[float, int]:
    """Seconds and peak megabytes of one contestant (its children's included) on one file."""
    told = subprocess.run(
        [sys.executable, __file__, "--run", name, str(path)], capture_output=True, text=True, check=True
    ).stdout
    seconds, megabytes = json.loads(told)
    return seconds, megabytes


def _run(name: str, path: Path) -> None:
    begun = time.perf_counter()
    CONTESTANTS[name](path)
    seconds = time.perf_counter() - begun
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([seconds, max(peaks) // 1024]))


def compare(title: str, path: Path, names: Iterable[str], rounds: int) -> dict[str, float]:
    """A table of medians and of ours as a ratio to each."""
    names = list(names)
    runs: dict[str, list[tuple[float, int]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            runs[name].append(measure(name, path))
    medians = {name: statistics.median(seconds for seconds, _ in taken) for name, taken in runs.items()}
    print(f"\n{title}, median of {rounds}")
    for name in names:
        peak = max(megabytes for _, megabytes in runs[name])
        print(
            f"  {name:<16} {medians[name]:7.2f} s   ours takes {medians['ours'] / medians[name]:5.2f} of it   {peak:5} MB at most"
        )
    return medians


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workbook, few, many = (Path(folder) / name for name in ("rows.xlsx", "few.csv", "many.csv"))
        write_workbook(workbook, _WORKBOOK_ROWS)
        write_csv(few, _FEW_ROWS)
        write_csv(many, _TEXT_ROWS)
        compare(
            f"Workbook, {_WORKBOOK_ROWS:,} rows",
            workbook,
            ("ours", "bare_calamine", "pandas_openpyxl"),
            rounds,
        )
        small = compare(f"CSV, {_FEW_ROWS:,} rows", few, ("ours", "bare_pandas_csv"), rounds)
        large = compare(f"CSV, {_TEXT_ROWS:,} rows", many, ("ours", "bare_pandas_csv"), rounds)
        grown = (large["ours"] / _TEXT_ROWS) / (small["ours"] / _FEW_ROWS)
        print(f"\nA row of {_TEXT_ROWS:,} takes {grown:.2f} of the time of a row of {_FEW_ROWS:,}.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--run", nargs=2, metavar=("NAME", "PATH"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        _run(options.run[0], Path(options.run[1]))
    else:
        main(options.rounds)
