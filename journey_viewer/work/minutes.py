"""A meeting and the actions -> the anonymised minutes and the actions log on disk, searched file by file."""

import json
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from journey_viewer import __version__
from journey_viewer.aside import aside, move_out
from journey_viewer.errors import NothingToMinute
from journey_viewer.files import write_file
from journey_viewer.model.minutes import ToMinute
from journey_viewer.model.progress import Progress
from journey_viewer.model.sharing import ALL_CASES
from journey_viewer.privacy.anonymise_minutes import anonymise_minutes, check_minutes
from journey_viewer.privacy.anonymous_minutes import AnonymousMinutes
from journey_viewer.privacy.check import check_file, check_texts
from journey_viewer.theme import load_theme
from journey_viewer.timeline.page import Page
from journey_viewer.work.guard import Guard

LOG_NAME = "Actions log anonymised.xlsx"

Making = tuple[str, Callable[[], bytes]]
"""A file's name, and what makes its content."""


def minutes_name(number: int, ending: str) -> str:
    return f"Minutes {number} anonymised.{ending}"


def manifest_name(number: int | None) -> str:
    return "Actions log manifest.json" if number is None else f"Minutes {number} manifest.json"


def in_words(number: int | None) -> str:
    """What left, for the register."""
    return "Actions log" if number is None else f"Minutes of meeting {number} and actions log"


def write_minutes(
    told: ToMinute, folder: Path, guard: Guard, made_on: date
) -> Generator[Progress, None, tuple[Path, ...]]:
    """Write the minutes, the log of all actions and a manifest into ``folder``; returns the paths of the files.

    Words are read once more, and each page and each file is searched for every known identifier, before
    anything is written; the folder is left as it was unless all of them were. Raises NothingToMinute,
    FolderNotWritable or IdentifierFound.
    """
    if told.meeting is None and not told.actions:
        raise NothingToMinute
    yield Progress(0, 1, "Cleaning the words")
    minutes = anonymise_minutes(told, guard.clean)
    check_minutes(told, minutes, guard.reread)
    known = guard.known.apart_from(told.kept[ALL_CASES], [])
    pages = _pages(minutes)
    for page in pages:
        check_texts(page.words, known)
    making = list(_files(minutes, pages, made_on))
    beside = manifest_name(None if minutes.meeting is None else minutes.meeting.number)
    with aside(folder) as new:
        files = []
        for done, (name, make) in enumerate(making):
            yield Progress(done, len(making), f"Writing {name}")
            content = make()
            check_file(name, content, known)
            write_file(new / name, content)
            files.append((name, content))
        listed = _manifest(minutes, files, made_on)
        check_file(beside, listed, known)
        write_file(new / beside, listed)
        moved = move_out(new, folder, beside)
        return tuple(path for path in moved if path.name != beside)


def _files(minutes: AnonymousMinutes, pages: Sequence[Page], made_on: date) -> Iterator[Making]:
    if minutes.meeting is not None:
        number = minutes.meeting.number
        yield minutes_name(number, "docx"), partial(_document, minutes, made_on)
        yield minutes_name(number, "pdf"), partial(_pdf, pages, number)
    yield LOG_NAME, partial(_log, minutes, made_on)


def _pages(minutes: AnonymousMinutes) -> tuple[Page, ...]:
    from journey_viewer.drawing.fonts import text_width
    from journey_viewer.drawing.picture import drawing_application
    from journey_viewer.timeline.minutes_sheets import lay_out_minutes

    drawing_application()
    return lay_out_minutes(minutes, text_width)


def _document(minutes: AnonymousMinutes, made_on: date) -> bytes:
    from journey_viewer.export.minutes import write_minutes as document_of

    return document_of(minutes, load_theme(), made_on)


def _pdf(pages: Sequence[Page], number: int) -> bytes:
    from journey_viewer.drawing.pdf import document

    return document(pages, load_theme(), f"Minutes of meeting {number}, anonymised")


def _log(minutes: AnonymousMinutes, made_on: date) -> bytes:
    from journey_viewer.export.actions_log import actions_log

    return actions_log(minutes.actions, made_on)


def _manifest(minutes: AnonymousMinutes, files: Sequence[tuple[str, bytes]], made_on: date) -> bytes:
    """What the files are: names nobody."""
    holds = {
        "made by": f"Journey Viewer {__version__}",
        "made on": made_on.isoformat(),
        "anonymised for learning": True,
        "searched before it was kept for": "every name, number, birth date, clinician and place on the lists",
        "meeting": minutes.meeting and minutes.meeting.number,
        "cases seen": list(minutes.meeting.seen) if minutes.meeting else [],
        "actions": len(minutes.actions),
        "files": [
            {"name": name, "bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in files
        ],
    }
    return (json.dumps(holds, indent=2, ensure_ascii=False) + "\n").encode()
