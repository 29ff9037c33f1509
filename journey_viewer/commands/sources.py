"""What the command line is given, opened: lists, or a case file and its passphrase."""

import argparse
import getpass
import os
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.casefile.opening import open_case_file
from journey_viewer.casefile.passphrases import check_passphrase
from journey_viewer.casefile.registers import who_we_are
from journey_viewer.commands.saying import say_trouble
from journey_viewer.errors import JourneyError, NoPassphrase, OneCaseFile
from journey_viewer.model.imported import Imported, all_time
from journey_viewer.model.people import Window
from journey_viewer.model.progress import Progress
from journey_viewer.model.registers import Export
from journey_viewer.model.words import Service
from journey_viewer.paths import CASE_FILE_ENDING
from journey_viewer.reading.lists import find_lists, read_lists
from journey_viewer.session import Session, opened

_VARIABLE = "JOURNEY_PASSPHRASE"
_Result = TypeVar("_Result")


@dataclass(frozen=True, eq=False)
class Opened:
    """``case_file`` is None where lists were opened."""

    session: Session
    case_file: CaseFile | None = None

    def register(
        self, what: str, folder: Path, cases: Sequence[str] = (), *, identifies: bool = False
    ) -> None:
        """Write down in the case file, if any, that something left; where it is read-only, say that it was not."""
        if self.case_file is None:
            return
        export = Export(datetime.now(), what, tuple(cases), str(folder), who_we_are()[0], identifies)
        try:
            self.case_file.register(export)
        except JourneyError as error:
            print(f"Not written down in the case file: {error}", file=sys.stderr)


@contextmanager
def opened_sources(options: argparse.Namespace) -> Iterator[Opened]:
    """The session on what the options name; a case file is closed again afterwards."""
    case_file = _the_case_file(options.sources)
    if case_file is None:
        imported = read_sources(options.sources, options.service)
        yield Opened(opened(imported, date.today(), _asked_period(imported, options)))
        return
    with open_case_file(case_file, passphrase_of(options)) as held:
        if held.read_only:
            print(held.why, file=sys.stderr)
        kept = held.read()
        period = _asked_period(kept.lists, options) or kept.document.window
        yield Opened(Session(kept.lists, replace(kept.document, window=period)), held)


def _the_case_file(sources: Sequence[Path]) -> Path | None:
    """The one case file among the sources, None where they are lists. Raises OneCaseFile for anything between."""
    case_files = [path for path in sources if path.suffix.lower() == CASE_FILE_ENDING]
    if case_files and len(sources) > 1:
        raise OneCaseFile
    return case_files[0] if case_files else None


def read_sources(sources: Sequence[Path], service: Service | None = None) -> Imported:
    """Everything on these lists; what could not be used is said on the error stream."""
    imported = walk(read_lists(find_lists(sources), service))
    say_trouble(imported)
    return imported


def passphrase_of(options: argparse.Namespace, *, new: bool = False) -> str:
    """From a file, from JOURNEY_PASSPHRASE, or asked for; a new one is asked for twice and must be hard to guess.

    Raises NoPassphrase, WeakPassphrase or FileUnreadable.
    """
    told = _from_file(options.passphrase_file) or os.environ.get(_VARIABLE, "") or _asked_for(new=new)
    if not told.strip():
        raise NoPassphrase
    if new:
        check_passphrase(told)
    return told


def _from_file(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8-sig").partition("\n")[0]
    except (OSError, UnicodeDecodeError):
        raise NoPassphrase from None


def _asked_for(*, new: bool) -> str:
    if not sys.stdin.isatty():
        raise NoPassphrase
    told = getpass.getpass("Passphrase: ")
    if new and getpass.getpass("Again: ") != told:
        raise NoPassphrase("The two passphrases differ.", "Try again.")
    return told


def _asked_period(imported: Imported, options: argparse.Namespace) -> Window | None:
    """The period that was asked for, if any. Raises JourneyError for one that ends before it begins."""
    first, last = getattr(options, "first", None), getattr(options, "last", None)
    ever = all_time(imported)
    if ever is None or (first is None and last is None):
        return None
    first, last = first or ever.first, last or ever.last
    if last < first:
        raise JourneyError(
            "The period ends before it begins, or lies outside the lists.", "Mend --from and --until."
        )
    return Window(first, last)


def walk(job: Generator[Progress, None, _Result]) -> _Result:
    """Run a job to its end; on Ctrl+C it is closed, which takes back what it had begun."""
    try:
        while True:
            next(job)
    except StopIteration as end:
        result: Any = end.value
        return result
    finally:
        job.close()
