"""What several commands say of lists: what became of every row, what could not be used, and which period is told of."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journey_viewer.errors import JourneyError
from journey_viewer.model.imported import Imported
from journey_viewer.model.phrases import many
from journey_viewer.session import Session


def say_account(imported: Imported, *, as_json: bool) -> None:
    """What became of every row of every file."""
    from journey_viewer.work.working_files import account

    files = account(imported)
    if as_json:
        print(json.dumps({"files": files, "people": len(imported.people)}, indent=2, ensure_ascii=False))
        return
    for file in files:
        print(
            f"{file['file']}: {file['recognised_as'] or 'not used'}; {file['rows']} rows = {file['touchpoints']}"
            f" touchpoints + {file['joined']} joined + {file['duplicates']} duplicates"
            f" + {file['skipped']} skipped + {file['problems']} problems"
        )


def say_trouble(imported: Imported) -> None:
    """Which files could not be used, and how many rows not be read."""
    for refusal in imported.refusals:
        print(f"{refusal.file}: {refusal.sentence}", file=sys.stderr)
    if imported.problems:
        count = len(imported.problems)
        print(f"{many(count, 'row')} could not be read.", file=sys.stderr)


def say_period(session: Session) -> None:
    window = session.document.window
    if window is not None:
        told = f"Period: {window.first} to {window.last}. --from and --until choose another."
        print(told, file=sys.stderr)


@contextmanager
def naming(path: Path | None) -> Iterator[None]:
    """What is wrong with the file that was named, if one was, is said with its name."""
    try:
        yield
    except JourneyError as error:
        if path is None:
            raise
        raise JourneyError(f"{path.name}: {error.what}", error.do) from None
