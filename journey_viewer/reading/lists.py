"""Lists become people, touchpoints and problems: the way into this package."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from journey_viewer.errors import (
    FileEmpty,
    FileMissing,
    FolderEmpty,
    JourneyError,
    NoContactsInDocument,
    NoDateColumn,
    NoPersonColumn,
    NoServiceNamed,
    NotAList,
    NoUsableSheet,
)
from journey_viewer.model.imported import Imported, Refusal
from journey_viewer.model.progress import Progress
from journey_viewer.model.words import Service
from journey_viewer.reading.asking import Asking, ServicesSaid
from journey_viewer.reading.fhir_names import Names
from journey_viewer.reading.fhir_sheets import DocumentSheet, FhirDocument, read_document
from journey_viewer.reading.guard import Container, check_file
from journey_viewer.reading.heading_map import HeadingMap
from journey_viewer.reading.imports import ListTable, import_tables
from journey_viewer.reading.outside_links import NOT_FOLLOWED, leads_outside
from journey_viewer.reading.profiles import Gives
from journey_viewer.reading.rows_read import RowsRead
from journey_viewer.reading.tables import HoldsNoJourneys, Table, read_table
from journey_viewer.reading.texts import read_text
from journey_viewer.reading.workbooks import read_workbook

LIST_ENDINGS = frozenset(
    {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".json", ".ndjson", ".jsonl"}
)

_Result = TypeVar("_Result")


class _Document(NamedTuple):
    """A document that was read: its references are looked up when all documents are."""

    place: int
    path: Path
    read: FhirDocument


def find_lists(paths: Sequence[Path]) -> list[Path]:
    """The lists among these files and folders: named files as they stand, folders' lists by name, each once.

    Raises FileMissing for a path that is not there, FolderEmpty for a folder without lists.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _lists_in(path):
            found.setdefault(_resolved(file), file)
    return list(found.values())


def read_lists(
    paths: Sequence[Path],
    service: Service | None = None,
    own: Sequence[HeadingMap] = (),
    said: ServicesSaid | None = None,
) -> Generator[Progress, None, Imported]:
    """Read all lists and link their people; ``service`` is for lists that do not say.

    ``own``: what the user has said of lists that no profile knows. ``said``: what they said
    of lists that do not say their service; None where nobody can be asked, so that these are refused.
    Yields rows read of about how many, in words those of the list being read, and then rows linked
    of all rows. A file that cannot be used becomes a Refusal. Raises JourneyError only where no file
    can be used: the file's own where there is one file.
    """
    rows = RowsRead([_size(path) for path in paths])
    tables: list[ListTable] = []
    documents: list[_Document] = []
    refused: list[tuple[Path, JourneyError]] = []
    asking = Asking(said, service)
    for place, path in enumerate(paths):
        try:
            tables += yield from rows.inside(_read_file(path, place, asking, documents, own))
        except JourneyError as error:
            refused.append((path, error))
    tables = yield from _with_documents(tables, documents, asking, refused)
    refused = [(path, error) for path, error in refused if not asking.is_asked(path)]
    refusals = tuple(_refusal(path, error) for path, error in refused)
    if not tables and not asking.asked:
        raise _nothing_read([error for _, error in refused])
    imported = yield from import_tables(tables, refusals)
    return replace(imported, asked=asking.asked)


def _refusal(path: Path, error: JourneyError) -> Refusal:
    return Refusal(path.name, str(error), str(path) if error.about_columns else "")


def _lists_in(path: Path) -> list[Path]:
    if not _exists(path):
        raise FileMissing
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if _is_list(file.relative_to(path)) and file.is_file())
    if not files:
        raise FolderEmpty
    return files


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _is_list(inside: Path) -> bool:
    """By its ending; hidden files, those in hidden folders and Office's lock files are none."""
    hidden = any(part.startswith(".") for part in inside.parts) or inside.name.startswith("~$")
    return not hidden and inside.suffix.lower() in LIST_ENDINGS


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0  # the guard says what is wrong with it


def _read_file(
    path: Path,
    place: int,
    asking: Asking,
    documents: list[_Document],
    own: Sequence[HeadingMap],
) -> Generator[Progress, None, list[ListTable]]:
    """The tables of one file; a document is put with the others instead. Raises JourneyError where there is neither."""
    container = check_file(path)
    if container is Container.DOCUMENT:
        documents.append(_Document(place, path, (yield from read_document(path))))
        return []
    remarks: tuple[str, ...] = ()
    if container is Container.TEXT:
        sheets = [(yield from read_text(path))]
    else:
        remarks = (NOT_FOLLOWED,) if leads_outside(path) else ()
        sheets = yield from read_workbook(path)
    tables: list[ListTable] = []
    reasons: list[JourneyError] = []
    for sheet in sheets:
        try:
            table = read_table(sheet, path.stem, own)
            if table is not None:
                table = replace(table, remarks=(*table.remarks, *remarks))
                served = asking.of_table(path, table, sheet.name)
                tables.append(ListTable(table, place, path.name, sheet.name, served))
        except JourneyError as error:
            reasons.append(error)
    if not tables:
        raise _best(reasons, container)
    return [replace(tables[0], sheets_left_out=len(reasons)), *tables[1:]]


def _with_documents(
    tables: Sequence[ListTable],
    documents: Sequence[_Document],
    asking: Asking,
    refused: list[tuple[Path, JourneyError]],
) -> Generator[Progress, None, list[ListTable]]:
    """The tables of files and documents, in the order of the files, yielding how much is looked up."""
    shared = [document.read.names for document in documents if document.read.shared]
    found = list(tables)
    only_names: list[Path] = []
    for number, document in enumerate(documents, start=1):
        looking = f"Looking up names in document {number} of {len(documents)}"
        try:
            told = yield from _document_tables(document, shared, asking, looking)
        except JourneyError as error:
            refused.append((document.path, error))
        else:
            found += told
            only_names += [document.path] if _is_lookup(told) else []
    if _is_lookup(found):
        refused += [(path, NoContactsInDocument()) for path in only_names]
        return []
    return sorted(found, key=lambda told: told.file)


def _is_lookup(tables: Sequence[ListTable]) -> bool:
    return all(told.table.profile.gives is Gives.LOOKUP for told in tables)


def _document_tables(
    document: _Document, shared: Sequence[Names], asking: Asking, looking: str
) -> Generator[Progress, None, list[ListTable]]:
    """The tables of one document. Raises NoServiceInDocument where it has contacts and none says its service."""
    path = document.path
    tables: list[Table] = []
    sheets: list[DocumentSheet] = []
    for told in (yield from _labelled(looking, document.read.sheets(shared))):
        table = read_table(told.sheet, path.stem)
        if table is not None:
            row = told.place[table.row - 2]
            remarks = (*table.remarks, *told.remarks)
            tables.append(replace(table, row=row, remarks=remarks, mark=document.read.origin))
            sheets.append(told)
    services = asking.of_document(path, tables, [told.sheet.name for told in sheets])
    return [
        ListTable(table, document.place, path.name, told.sheet.name, service, faults=told.faults)
        for table, told, service in zip(tables, sheets, services, strict=True)
    ]


def _labelled(label: str, job: Generator[Progress, None, _Result]) -> Generator[Progress, None, _Result]:
    """The job, its progress under this label."""
    try:
        while True:
            yield replace(next(job), label=label)
    except StopIteration as end:
        result: _Result = end.value
        return result
    finally:
        job.close()


def _best(reasons: Sequence[JourneyError], container: Container) -> JourneyError:
    """Of all that is wrong with a file's sheets, what comes nearest to a list."""
    nearness = (HoldsNoJourneys, NoServiceNamed, NoDateColumn, NoPersonColumn, FileEmpty)
    for kind in nearness:
        for reason in reasons:
            if isinstance(reason, kind):
                return reason
    return NotAList() if container is Container.TEXT else NoUsableSheet()


def _nothing_read(reasons: Sequence[JourneyError]) -> JourneyError:
    if not reasons:
        return FolderEmpty()
    if len(reasons) == 1:
        return reasons[0]
    return JourneyError(
        f"None of the {len(reasons)} files could be read. The first: {reasons[0].what}", reasons[0].do
    )


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        return path
