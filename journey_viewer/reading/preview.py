"""A list that nobody recognised, shown so that the user can say which column is what."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from journey_viewer.errors import JourneyError
from journey_viewer.model.imported import Imported
from journey_viewer.model.progress import Progress
from journey_viewer.reading.asking import service_of
from journey_viewer.reading.guard import Container, check_file
from journey_viewer.reading.heading_map import HeadingMap, fingerprint
from journey_viewer.reading.imports import ListTable, import_tables
from journey_viewer.reading.profiles import Role, heading_key, profiles
from journey_viewer.reading.sheets import Sheet, in_words
from journey_viewer.reading.tables import read_table
from journey_viewer.reading.texts import read_text
from journey_viewer.reading.workbooks import read_workbook

SAMPLE_ROWS = 12
TRIED_ROWS = 2000


@dataclass(frozen=True, eq=False, repr=False)
class Preview:
    """One sheet: its headings, the first rows below them as text, and what each column may be."""

    file: str
    sheet: Sheet
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guessed: dict[Role, int]

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.headings)


def preview_lists(path: Path) -> Generator[Progress, None, list[Preview]]:
    """A preview of each sheet with at least two columns; raises JourneyError where there is none."""
    container = check_file(path)
    if container is Container.TEXT:
        sheets = [(yield from read_text(path))]
    elif container is Container.DOCUMENT:
        sheets = []
    else:
        sheets = yield from read_workbook(path)
    found = [preview for sheet in sheets if (preview := _preview(path.name, sheet)) is not None]
    if not found:
        raise JourneyError(
            "There are no columns in this file to choose from.",
            "Choose a .csv or .xlsx file with one row for each contact.",
        )
    return found


def try_out(preview: Preview, told: HeadingMap) -> Imported:
    """What the first rows of the list become if its columns are what the user says.

    Raises JourneyError where something that every list needs is still missing.
    """
    sheet = preview.sheet
    few = min(len(sheet), TRIED_ROWS)
    tried = replace(
        sheet,
        columns=tuple(column.take(np.arange(few)) for column in sheet.columns),
        overflows=sheet.overflows[:few],
    )
    table = read_table(tried, preview.file, (told,))
    if table is None:
        raise JourneyError("No column has been chosen.", "Say which column is what.")
    service = service_of(table, sheet.name, Path(preview.file).stem, told.service)
    job = import_tables([ListTable(table, 0, preview.file, sheet.name, service)], ())
    while True:
        try:
            next(job)
        except StopIteration as end:
            imported: Imported = end.value
            return imported


def _preview(file: str, sheet: Sheet) -> Preview | None:
    heads = [tuple(in_words(cell) for cell in row) for row in sheet.head]
    by_hand = next(profile for profile in profiles() if profile.by_hand)
    scores = [(len(by_hand.roles(headings)), sum(map(bool, headings))) for headings in heads]
    if not scores or max(filled for _, filled in scores) < 2:
        return None
    place = scores.index(max(scores))
    headings = heads[place]
    guessed = {role: at[0] for role, at in by_hand.roles(headings).items()}
    rows = tuple(heads[place + 1 : place + 1 + SAMPLE_ROWS])
    return Preview(file, sheet, headings, rows, guessed)


def columns_to_choose(headings: Sequence[str]) -> list[int]:
    """The places of the columns that can be told apart by their headings."""
    keys = [heading_key(heading) for heading in headings]
    return [place for place, key in enumerate(keys) if key and keys.index(key) == place]
