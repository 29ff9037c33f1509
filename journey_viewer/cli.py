"""The command line: the same jobs as in the window, for scripts. Exit codes: 0 done, 1 can be mended, 2 wrong usage, 3 our fault."""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Generator, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TypeVar

from journey_viewer.arguments import FORMATS, TOP, read_arguments
from journey_viewer.errors import JourneyError, frames_of
from journey_viewer.files import write_file
from journey_viewer.model.imported import Imported, all_time
from journey_viewer.model.people import Window
from journey_viewer.model.progress import Progress
from journey_viewer.model.words import Service, service_name
from journey_viewer.paths import example_lists
from journey_viewer.reading.lists import find_lists, read_lists
from journey_viewer.session import Session, opened

_Result = TypeVar("_Result")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; returns the exit code."""
    _be_steady()
    options = read_arguments(arguments)
    try:
        code: int = COMMANDS[options.command](options)
    except JourneyError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return _complain("Cancelled. Nothing of it was kept.")
    except Exception as error:  # noqa: BLE001 (its message may quote a cell; only where it happened is shown)
        print(
            f"A fault in the program, not in your lists. Please report this:\n{frames_of(error)}",
            file=sys.stderr,
        )
        return 3
    return code


def _be_steady() -> None:
    """Print any name on any terminal, and clean up when told to stop as on Ctrl+C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.default_int_handler)


def open_window(options: argparse.Namespace) -> int:
    """Open the window on the lists that the options name, until it is closed."""
    from journey_viewer.app import run

    return run(options.sources, options.service)


def _demo(options: argparse.Namespace) -> int:
    lists = example_lists()
    if _has_display():
        options.sources = lists
        return open_window(options)
    print("There is no display here, so the window stays shut and the anonymised pack is written instead.")
    session = _opened(_read(lists), None, None)
    return _write_pack(session, options.to, TOP, FORMATS)


def _has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _touchpoints(options: argparse.Namespace) -> int:
    from journey_viewer.work.working_files import account, problems_csv, problems_workbook, touchpoints_csv

    _check_outputs(options)
    imported = _read(options.sources, options.service)
    write_file(options.csv, touchpoints_csv(imported))
    if options.problems:
        as_workbook = options.problems.suffix.lower() == ".xlsx"
        write_file(options.problems, (problems_workbook if as_workbook else problems_csv)(imported.problems))
    files = account(imported)
    if options.json:
        print(json.dumps({"files": files, "people": len(imported.people)}, indent=2, ensure_ascii=False))
        return 0
    for file in files:
        print(
            f"{file['file']}: {file['recognised_as'] or 'not used'}; {file['rows']} rows = {file['touchpoints']}"
            f" touchpoints + {file['joined']} joined + {file['duplicates']} duplicates"
            f" + {file['skipped']} skipped + {file['problems']} problems"
        )
    print(
        f"{len(imported.people)} people. {options.csv} identifies them: keep it where their records are kept."
    )
    return 0


def _check_outputs(options: argparse.Namespace) -> None:
    """Raises JourneyError where an output would take the place of a list or of the other output."""
    outputs = [path.resolve() for path in (options.csv, options.problems) if path]
    if len(set(outputs)) < len(outputs) or {path.resolve() for path in options.sources} & set(outputs):
        raise JourneyError("An output has the name of a list or of another output.", "Choose another name.")


def _people(options: argparse.Namespace) -> int:
    from journey_viewer.work.people_table import people_table

    session = _opened(_read(options.sources, options.service), options.first, options.last)
    rows = people_table(session.case(person) for person in session.seen_in_window[: options.top])
    if options.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return 0
    _say_period(session)
    for row in rows:
        services = ", ".join(
            f"{service_name(Service(name))} {count}" for name, count in row["services"].items()
        )
        print(f"{row['person']:<9} {row['touchpoints']:>5}  {row['name'] or '(no name)'}: {services}")
    return 0


def _share(options: argparse.Namespace) -> int:
    session = _opened(_read(options.sources, options.service), options.first, options.last)
    return _write_pack(session, options.to, options.top, options.formats)


def _write_pack(session: Session, folder: Path, top: int, formats: Sequence[str]) -> int:
    from journey_viewer.privacy.identifiers import known_identifiers
    from journey_viewer.work.share_pack import share_pack

    _say_period(session)
    cases = [session.case(person) for person in session.seen_in_window[:top]]
    known = known_identifiers(session.imported)
    files = _walk(share_pack(cases, folder, formats, known, date.today()))
    print(
        f"Wrote {len(files)} anonymised files of {len(cases)} people to {folder}."
        f" Each was searched for {len(known):,} known identifiers before it was kept."
    )
    return 0


def _read(sources: Sequence[Path], service: Service | None = None) -> Imported:
    imported = _walk(read_lists(find_lists(sources), service))
    for refusal in imported.refusals:
        print(f"{refusal.file}: {refusal.sentence}", file=sys.stderr)
    if imported.problems:
        count = len(imported.problems)
        print(f"{count} row{'s' * (count != 1)} could not be read.", file=sys.stderr)
    return imported


def _opened(imported: Imported, first: date | None, last: date | None) -> Session:
    """The session on the last 24 months of the lists, or on the period that was asked for."""
    session = opened(imported, date.today())
    ever = all_time(imported)
    if ever is None or (first is None and last is None):
        return session
    first, last = first or ever.first, last or ever.last
    if last < first:
        raise JourneyError(
            "The period ends before it begins, or lies outside the lists.", "Mend --from and --until."
        )
    return opened(imported, date.today(), Window(first, last))


def _say_period(session: Session) -> None:
    window = session.document.window
    if window is not None:
        told = f"Period: {window.first} to {window.last}. --from and --until choose another."
        print(told, file=sys.stderr)


def _walk(job: Generator[Progress, None, _Result]) -> _Result:
    """Run a job to its end; on Ctrl+C it is closed, which takes back what it had begun."""
    try:
        while True:
            next(job)
    except StopIteration as end:
        result: Any = end.value
        return result
    finally:
        job.close()


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


COMMANDS = {
    "open": open_window,
    "demo": _demo,
    "touchpoints": _touchpoints,
    "people": _people,
    "share": _share,
}
