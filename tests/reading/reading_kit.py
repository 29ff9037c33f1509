"""What the tests of reading share: write a small list, read it, look at what came of it."""

from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import openpyxl

from journey_viewer.model.imported import Imported
from journey_viewer.model.progress import Progress
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.reading.lists import read_lists
from journey_viewer.reading.sheets import Cell, Column

T = TypeVar("T")
A, B, C = "9990000018", "9990000026", "9990000034"
"""NHS numbers of nobody: valid, and from the range that is never given out."""


def finished(job: Generator[Progress, None, T]) -> T:
    """The result of a job."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            result: T = end.value
            return result


def check_account(imported: Imported) -> None:
    """Every row counted once, every touchpoint in an account, every problem told."""
    assert sum(source.touchpoints for source in imported.sources) == len(imported.touchpoints)
    assert sum(source.problems for source in imported.sources) == len(imported.problems)
    assert set(imported.touchpoints.person) == set(range(len(imported.people)))


def read_csv(folder: Path, *lines: str, name: str = "list.csv", service: Service | None = None) -> Imported:
    """What comes of a text file with these lines."""
    return finished(read_lists([csv_file(folder, *lines, name=name)], service))


def csv_file(folder: Path, *lines: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def workbook_file(path: Path, **sheets: Sequence[Sequence[Any]]) -> Path:
    """A workbook with these rows on these sheets."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return path


def column(*cells: Cell) -> Column:
    return Column.of(cells)


def accounts(imported: Imported) -> list[tuple[int, int, int, int, int, int]]:
    """rows, touchpoints, joined, duplicates, skipped, problems of each source."""
    return [(s.rows, s.touchpoints, s.joined, s.duplicates, s.skipped, s.problems) for s in imported.sources]


def read_files(
    folder: Path, files: Mapping[str, Sequence[str]], *more: Path, service: Service | None = None
) -> Imported:
    """What comes of text files with these lines, each under its name."""
    paths = [csv_file(folder, *lines, name=name) for name, lines in files.items()]
    return finished(read_lists([*paths, *more], service))


def told(imported: Imported) -> list[tuple[Service, Kind, Outcome]]:
    """service, kind and outcome of each touchpoint."""
    return [(t.service, t.kind, t.outcome) for t in imported.touchpoints]
