"""A folder of files -> for each, whether anything in it could tell who anybody on the lists is."""

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from journey_viewer.errors import FileNotSearchable, FolderEmpty
from journey_viewer.model.progress import Progress
from journey_viewer.privacy.file_texts import texts_in
from journey_viewer.privacy.identifiers import Identifiers

_LARGEST = 1_000_000_000  # bytes


class Finding(StrEnum):
    NOTHING = "nothing found"
    FOUND = "holds something that identifies a person"
    NOT_SEARCHABLE = "could not be searched whole"


@dataclass(frozen=True)
class Checked:
    """``name``: the file's place inside the folder."""

    name: str
    finding: Finding


def check_folder(folder: Path, known: Identifiers) -> Generator[Progress, None, list[Checked]]:
    """Search every file in the folder and those inside it; what pixels show is not read.

    Raises FolderEmpty where there is no file.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        raise FolderEmpty("The folder holds no files.", "Choose the folder that the files were written to.")
    checked = []
    for done, path in enumerate(files):
        yield Progress(done, len(files), "Searching")
        name = path.relative_to(folder).as_posix()
        checked.append(Checked(name, _search(path, name, known)))
    return checked


def _search(path: Path, name: str, known: Identifiers) -> Finding:
    try:
        if path.stat().st_size > _LARGEST:
            return Finding.NOT_SEARCHABLE
        found = known.are_in(texts_in(name, path.read_bytes()))
    except (FileNotSearchable, OSError):
        return Finding.NOT_SEARCHABLE
    return Finding.FOUND if found else Finding.NOTHING
