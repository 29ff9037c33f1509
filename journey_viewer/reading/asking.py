"""Which service a list comes from where its rows do not say: by a name, by what the user said, or to be asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from journey_viewer.errors import NoServiceInDocument, NoServiceNamed
from journey_viewer.model.imported import ServiceAsked
from journey_viewer.model.words import Service
from journey_viewer.reading.codes import service_words
from journey_viewer.reading.profiles import Gives, Role
from journey_viewer.reading.tables import Table

_LIKE_A_NAME = re.compile(r"\b[A-Z][a-z]\b")


@dataclass(frozen=True)
class ServicesSaid:
    """What the user said: of files by their path, and of any list whose tables have such a mark."""

    of_files: Mapping[Path, Service] = field(default_factory=dict)
    of_marks: Mapping[str, Service] = field(default_factory=dict)


class Asking:
    """Finds the service of table after table, and keeps which files the user is to be asked about.

    ``said`` is None where nobody can be asked; ``otherwise``: the service of lists that do not say.
    """

    def __init__(self, said: ServicesSaid | None, otherwise: Service | None) -> None:
        self._can_ask = said is not None
        self._said = said or ServicesSaid()
        self._otherwise = otherwise
        self._asked: dict[Path, ServiceAsked] = {}

    @property
    def asked(self) -> tuple[ServiceAsked, ...]:
        """A question for each file whose service the user said or is to say."""
        return tuple(self._asked.values())

    def is_asked(self, path: Path) -> bool:
        return path in self._asked

    def of_table(self, path: Path, table: Table, sheet: str) -> Service | None:
        """The service of a table's rows that name none; where nothing says it, it is asked. Raises NoServiceNamed."""
        try:
            return self._service(path, table, sheet, has_columns=True)
        except NoServiceNamed:
            self._ask(path, table.mark, None, has_columns=True)
            raise

    def of_document(self, path: Path, tables: Sequence[Table], sheets: Sequence[str]) -> list[Service | None]:
        """The same for all tables of a document: it is asked only where none of them says it. Raises NoServiceInDocument."""
        found: list[Service | None] = []
        silent: list[Table] = []
        for table, sheet in zip(tables, sheets, strict=True):
            try:
                found.append(self._service(path, table, sheet, has_columns=False))
            except NoServiceNamed:
                found.append(None)
                silent.append(table)
        touchpoints = [table for table in tables if table.profile.gives is Gives.TOUCHPOINTS]
        if silent and len(silent) == len(touchpoints):
            self._ask(path, silent[0].mark, None, has_columns=False)
            raise NoServiceInDocument
        return found

    def _service(self, path: Path, table: Table, sheet: str, *, has_columns: bool) -> Service | None:
        """What was said of the file itself comes before its name, what was said of others like it last of all."""
        of_file = self._said.of_files.get(path)
        try:
            service = service_of(table, sheet, "" if of_file else path.stem, of_file or self._otherwise)
        except NoServiceNamed:
            service = self._said.of_marks.get(table.mark)
            if service is None:
                raise
            self._ask(path, table.mark, service, has_columns=has_columns)
        else:
            if of_file and table.profile.gives is Gives.TOUCHPOINTS:
                self._ask(path, table.mark, of_file, has_columns=has_columns)
            elif service and service is _named(path.stem) and _is_silent(table, sheet):
                self._ask(path, table.mark, service, has_columns=has_columns, by_name=True)
        return service

    def _ask(
        self, path: Path, mark: str, service: Service | None, *, has_columns: bool, by_name: bool = False
    ) -> None:
        """Keep one question a file; with several tables it is answered only where all have one answer."""
        if not self._can_ask:
            return
        known = self._asked.get(path, ServiceAsked(path.name, str(path), service, (), has_columns, by_name))
        marks = tuple(dict.fromkeys((*known.marks, mark))) if mark else known.marks
        agreed = service if service is known.service else None
        self._asked[path] = replace(known, service=agreed, marks=marks)


def service_of(table: Table, sheet: str, file: str, otherwise: Service | None) -> Service | None:
    """The service of rows that name none: by the sheet's name, the file's name, or as asked for.

    Raises NoServiceNamed where a list of touchpoints has neither that nor a column that says it.
    """
    profile = table.profile
    if profile.gives is not Gives.TOUCHPOINTS or profile.service is not None:
        return profile.service
    service = _named(sheet) or _named(file) or otherwise or profile.usual_service
    if service is None and not _says_service(table):
        raise NoServiceNamed
    return service


def _named(name: str) -> Service | None:
    """The service in the name of a sheet or file. "Ed" is somebody's name, "ED" and "ed" are not."""
    return service_words().longest(_LIKE_A_NAME.sub(" ", name.replace("_", " ")))


def _is_silent(table: Table, sheet: str) -> bool:
    """Whether neither the source, nor the sheet's name, nor any row says the service."""
    settled = table.profile.gives is not Gives.TOUCHPOINTS or table.profile.service is not None
    return not (settled or _named(sheet) or _says_service(table))


def _says_service(table: Table) -> bool:
    """Whether any row names a service; a list without rows need not."""
    column = table.column(Role.SERVICE)
    counts = ~table.skipped
    return column is not None and (not counts.any() or bool(np.any(counts & ~column.blank)))
