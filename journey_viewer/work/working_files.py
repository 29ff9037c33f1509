"""The import's own working files: what was understood, and what could not be read. For who imports, not for sharing."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields

from journey_viewer.model.imported import Imported, Problem, Source

TOUCHPOINT_COLUMNS = (
    "nhs_number",
    "person",
    "service",
    "start",
    "end",
    "outcome",
    "kind",
    "clinician",
    "reason",
    "source_file",
    "source_row",
)
_COUNTED = ("rows", "touchpoints", "joined", "duplicates", "skipped", "problems")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def touchpoints_csv(imported: Imported) -> bytes:
    """One row a touchpoint, in the order of the files; dates as ISO, with the time where it is known."""
    return _csv(TOUCHPOINT_COLUMNS, _touchpoint_rows(imported))


def problems_csv(problems: Sequence[Problem]) -> bytes:
    """Where each row that could not be read stands, and why."""
    return _csv([field.name for field in fields(Problem)], (astuple(problem) for problem in problems))


def problems_workbook(problems: Sequence[Problem]) -> bytes:
    """The same as a workbook, for people."""
    from journey_viewer.export.table import table_workbook

    headings = ("List", "Sheet", "Row", "Column", "What is wrong")
    return table_workbook("Problems", headings, (astuple(problem) for problem in problems))


def account(imported: Imported) -> list[dict[str, object]]:
    """Per file what it was recognised as and what became of its rows; a refused file says why."""
    files: dict[str, list[Source]] = {}
    for source in imported.current_sources:
        files.setdefault(source.file, []).append(source)
    told: list[dict[str, object]] = [
        {
            "file": file,
            "recognised_as": " + ".join(dict.fromkeys(source.recognised_as for source in sources)),
            **{name: sum(getattr(source, name) for source in sources) for name in _COUNTED},
        }
        for file, sources in files.items()
    ]
    told += [
        {
            "file": refusal.file,
            "recognised_as": None,
            **dict.fromkeys(_COUNTED, 0),
            "refused": refusal.sentence,
        }
        for refusal in imported.refusals
    ]
    return told


def _touchpoint_rows(imported: Imported) -> Iterable[tuple[object, ...]]:
    for touchpoint in imported.touchpoints:
        person = imported.people[touchpoint.person]
        start = touchpoint.start.isoformat() if touchpoint.timed else touchpoint.start.date().isoformat()
        end = touchpoint.end
        yield (
            person.nhs_number,
            person.name or person.local_id,
            touchpoint.service,
            start,
            ""
            if end is None
            else end.isoformat()
            if end.time().isoformat() != "00:00:00"
            else end.date().isoformat(),
            touchpoint.outcome,
            touchpoint.kind,
            touchpoint.clinician,
            touchpoint.reason,
            imported.sources[touchpoint.source].file,
            touchpoint.row,
        )


def _csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: object) -> object:
    """A text that a spreadsheet would take for a formula is led by an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
