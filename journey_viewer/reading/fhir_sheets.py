"""A FHIR document becomes sheets, one for each kind of resource that is a contact or a person."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.errors import DocumentBroken, JourneyError, NoContactsInDocument, NotFhir
from journey_viewer.model.progress import Progress
from journey_viewer.reading.documents import Value, Whole, read_values
from journey_viewer.reading.fhir import DIRECTORY, KINDS, Field, kind_of
from journey_viewer.reading.fhir_names import LISTED_FOR_OTHERS, LookUp, Names
from journey_viewer.reading.fhir_parts import first, told
from journey_viewer.reading.heading_map import fingerprint
from journey_viewer.reading.sheets import Column, Sheet, SheetBuilder

NO_RESOURCE = "There is no FHIR resource here that can be read."

_ROWS_AT_ONCE = 2_000
_DEEPEST = 3
_MAX_TAGS = 20
_BOXES = {"Bundle": "entry", "Parameters": "parameter"}
_ALWAYS_THERE = ("resourceType", "patient", "start", "date", "id")
_OF_SERVICE = ("class", "service")


@dataclass(frozen=True, eq=False, repr=False)
class DocumentSheet:
    """A sheet of a document, one entry a row below its heading row.

    place: the row's line, or its place in the bundle from 1. faults: why rows cannot be read, and which.
    """

    sheet: Sheet
    place: NDArray[np.int32]
    faults: tuple[tuple[str, NDArray[np.bool_]], ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class FhirDocument:
    """What a document holds, its references not looked up yet.

    ``shared``: its ids mean the same in other documents of the import, as in a folder of NDJSON.
    """

    names: Names
    shared: bool
    mark: str
    rows: dict[str, "_Rows"]
    others: int

    @property
    def origin(self) -> str:
        """Stands for where the document comes from; "" where it does not say."""
        return fingerprint((self.names.server,)) if self.names.server else ""

    def sheets(self, elsewhere: Sequence[Names]) -> Generator[Progress, None, list[DocumentSheet]]:
        """The sheets, with references looked up in the document, then in others that share its ids.

        Yields columns done of all.
        """
        others = [names for names in elsewhere if names is not self.names] if self.shared else []
        look_up = LookUp([self.names, *others], "" if self.shared else self.names.server or self.mark)
        total = sum(rows.width for rows in self.rows.values())
        columns: dict[str, list[Column]] = {}
        for kind, rows in self.rows.items():
            columns[kind] = []
            for column in rows.columns(look_up):
                columns[kind].append(column)
                yield Progress(sum(map(len, columns.values())), total)
        of_services = [column for told in columns.values() for column in told if _is_of_service(column)]
        any_service = any(map(_is_filled, of_services))
        return [
            self._sheet(kind, [one for one in told if _is_kept(one, any_service)])
            for kind, told in columns.items()
        ]

    def _sheet(self, kind: str, columns: list[Column]) -> DocumentSheet:
        rows = self.rows[kind]
        tags = [_tag(tag, len(columns[0])) for tag in rows.tags]
        places = np.array(rows.places, np.int32)
        head = tuple(column.cells[0] for column in (*columns, *tags))
        sheet = Sheet(kind, (head,), (*columns, *tags), np.zeros(len(places) + 1, np.bool_))
        faults = tuple(
            (reason, np.isin(np.arange(len(places)), at)) for reason, at in rows.unreadable.items()
        )
        return DocumentSheet(sheet, places, faults, self._remarks(kind))

    def _remarks(self, kind: str) -> tuple[str, ...]:
        if kind != next(iter(self.rows)) or not self.others:
            return ()
        return (f"Other resources in the document, not contacts: {self.others}.",)


def read_document(path: Path) -> Generator[Progress, None, FhirDocument]:
    """All that a JSON or NDJSON file holds, yielding how much of it is read.

    Raises NotFhir, NoContactsInDocument or what reading the JSON raises.
    """
    gathered = _Gathered()
    whole = yield from read_values(path, _BOXES["Bundle"], gathered.take)
    return gathered.document(whole)


class _Rows:
    """The rows of one kind, as they come.

    places: where each row came from. tags: the profiles that its resources claim to follow.
    unreadable: for each reason the rows that could not be read.
    """

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = fields
        self._said = list(dict.fromkeys(field.said for field in fields))
        self._builder = SheetBuilder("")
        self._waiting: list[list[str]] = []
        self.tags: dict[str, None] = {}
        self.places: list[int] = []
        self.unreadable: dict[str, list[int]] = {}

    def add(self, place: int, resource: dict[str, Any]) -> None:
        self._add(place, [said(resource) for said in self._said])
        for address in islice(told(resource, "meta.profile"), _MAX_TAGS):
            if isinstance(address, str) and len(self.tags) < _MAX_TAGS:
                self.tags.setdefault(address[:200].rpartition("/")[2])

    def add_fault(self, fault: Value) -> None:
        """A row that says nothing but that it was there."""
        self.unreadable.setdefault(fault.fault, []).append(len(self.places))
        self._add(fault.place, ["unreadable", *[""] * (len(self._said) - 1)])

    def _add(self, place: int, row: list[str]) -> None:
        self.places.append(place)
        self._waiting.append(row)
        if len(self._waiting) >= _ROWS_AT_ONCE:
            self._flush()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self._fields)

    def columns(self, look_up: LookUp) -> Iterator[Column]:
        """The columns, each below its heading, with references looked up."""
        self._flush()
        columns = dict(zip(self._said, self._builder.sheet().columns, strict=True))
        return (_headed(field, columns[field.said], look_up) for field in self._fields)

    def _flush(self) -> None:
        self._builder.add(self._waiting)
        self._waiting = []


class _Gathered:
    """Hears every value of a document."""

    def __init__(self) -> None:
        self._names = Names()
        self._rows = {kind: _Rows(fields) for kind, fields in KINDS.items()}
        self._listed = _Rows(DIRECTORY)
        self._faults: list[Value] = []
        self._others = 0
        self._resources = 0
        self._boxed = False

    def take(self, value: Value) -> None:
        """One line, or one entry of a bundle."""
        if value.fault:
            self._faults.append(value)
            return
        found = list(_resources(value.value, ""))
        if not found and not _is_empty_entry(value.value):
            self._faults.append(Value(value.place, None, NO_RESOURCE))
        self._boxed |= _is_box(value.value)
        for url, resource in found:
            self._hear(value.place, url, resource)

    def document(self, whole: Whole) -> FhirDocument:
        """Everything heard. Raises DocumentBroken, NotFhir or NoContactsInDocument."""
        kind = first(whole.rest, "resourceType")
        if kind and kind != "Bundle":  # a resource by itself, and what looked like entries was its own
            gathered = _Gathered()
            gathered.take(Value(1, whole.rest))
            return gathered.document(Whole(whole.by_line, {}, whole.mark))
        if kind and not self._resources:  # its entries are no list: there is one at most
            self.take(Value(1, whole.rest))
        rows = {name: rows for name, rows in self._rows.items() if rows.places}
        if not rows and self._listed.places:
            rows = {"Directory": self._listed}
        if not rows:
            raise self._nothing(kind)
        others = self._others if "Directory" in rows else self._others + len(self._listed.places)
        for fault in self._faults:  # what could not be read at all counts with the first sheet
            next(iter(rows.values())).add_fault(fault)
        shared = whole.by_line or not (kind or self._boxed)
        return FhirDocument(self._names, shared, whole.mark, rows, others)

    def _hear(self, place: int, url: str, resource: dict[str, Any]) -> None:
        self._resources += 1
        name = first(resource, "resourceType")
        self._names.add(name, resource, url)
        if kind := kind_of(resource):
            self._rows[kind].add(place, {**resource, "fullUrl": url})
        elif name in LISTED_FOR_OTHERS:
            self._listed.add(place, {**resource, "fullUrl": url})
        else:
            self._others += 1

    def _nothing(self, kind: str) -> JourneyError:
        if self._resources or kind:
            return NoContactsInDocument()
        return DocumentBroken() if any(fault.fault != NO_RESOURCE for fault in self._faults) else NotFhir()


def _resources(value: Any, url: str, depth: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    """The resources in a value with their full addresses: itself, that of an entry, those of a bundle inside."""
    if not isinstance(value, dict) or depth > 2 * _DEEPEST:
        return
    kind = first(value, "resourceType")
    if kind in _BOXES:
        for entry in told(value, _BOXES[kind]):
            yield from _resources(entry, "", depth + 1)
    elif kind:
        yield url, value
    else:
        yield from _resources(value.get("resource"), first(value, "fullUrl"), depth + 1)


def _is_empty_entry(value: Any) -> bool:
    """True of an entry that only asks for or reports something, and of a bundle without entries."""
    asks = isinstance(value, dict) and not value.get("resource") and {"request", "response"} & value.keys()
    return bool(asks) or _is_box(value)


def _is_box(value: Any) -> bool:
    return first(value, "resourceType") in _BOXES


def _headed(field: Field, column: Column, look_up: LookUp) -> Column:
    """The column below its heading, with references looked up, each different one once."""
    meant = field.meant
    texts = column.texts(str if meant is None else lambda cell: meant(look_up, str(cell)))
    codes = np.concatenate([np.zeros(1, np.int32), texts.codes + 1]).astype(np.int32)
    return Column(codes, (field.heading, *texts.words))


def _is_of_service(column: Column) -> bool:
    return str(column.cells[0]).rpartition(".")[2] in _OF_SERVICE


def _is_filled(column: Column) -> bool:
    return not column.blank[1:].all()


def _is_kept(column: Column, any_service: bool) -> bool:  # noqa: FBT001
    """A column with nothing in it is none; those of services stay as long as one of them says something."""
    if _is_of_service(column):
        return any_service
    return str(column.cells[0]).rpartition(".")[2] in _ALWAYS_THERE or _is_filled(column)


def _tag(tag: str, rows: int) -> Column:
    return Column(np.minimum(np.arange(rows, dtype=np.int32), 1), (f"profile {tag}", "yes"))
