"""Reads a damaged file and hears all that is said of it: whose fault it was, and whether a cell of the list is in it."""

import contextlib
import io
import logging
import sys
import traceback
from collections import Counter
from pathlib import Path

from journey_viewer.errors import JourneyError
from journey_viewer.model.imported import Imported
from journey_viewer.model.words import Service
from journey_viewer.reading.lists import read_lists

MUST_BE_NONE = ("foreign exceptions", "cells seen")


def cells_of(content: bytes, path: Path) -> frozenset[str]:
    """What an undamaged list says of people: none of it may be seen in any message."""
    path.write_bytes(content)
    imported = _finished(path)
    said = {text for person in imported.people for text in (person.name, person.nhs_number, person.local_id)}
    for words in (imported.touchpoints.reason, imported.touchpoints.clinician, imported.touchpoints.place):
        said |= set(words.words)
    usual = _told(imported)
    return frozenset(cell for cell in said if len(cell) > 5 and cell not in usual)


def listen(path: Path, cells: frozenset[str]) -> Counter[str]:
    """What became of the file, and whether any of these cells was seen in a message, a log or on a stream."""
    counts: Counter[str] = Counter(files=1)
    said = io.StringIO()
    log = logging.StreamHandler(said)
    logging.getLogger().addHandler(log)
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            imported = _finished(path)
        except JourneyError as error:
            counts["refused"] += 1
            said.write(f"{error!r} {error}")
        except Exception:  # noqa: BLE001 - this is what is looked for
            counts["foreign exceptions"] += 1
            traceback.print_exc(file=sys.__stderr__)
        else:
            counts["accepted"] += 1
            counts["problems"] += len(imported.problems)
            said.write(_told(imported))
    logging.getLogger().removeHandler(log)
    counts["cells seen"] += any(cell in said.getvalue() for cell in cells)
    return counts


def _finished(path: Path) -> Imported:
    job = read_lists([path], Service.GP)
    while True:
        try:
            next(job)
        except StopIteration as end:
            imported: Imported = end.value
            return imported


def _told(imported: Imported) -> str:
    return repr((imported.problems, imported.sources, imported.refusals))
