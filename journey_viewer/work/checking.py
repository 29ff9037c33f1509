"""A folder of files -> for each, whether anything in it could tell who anybody on the lists is."""

import os
from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from journey_viewer.errors import FileNotSearchable, FolderEmpty
from journey_viewer.model.progress import Progress
from journey_viewer.privacy.file_texts import texts_in
from journey_viewer.privacy.identifiers import Identifiers
from journey_viewer.privacy.titles import names_said
from journey_viewer.work.pack_files import is_a_pack_name

_LARGEST = 400_000_000  # bytes
_TEXTS_AT_A_TIME = 500


class Finding(StrEnum):
    NOTHING = "nothing found"
    FOUND = "holds something that identifies a person"
    NOT_SEARCHABLE = "could not be searched whole"


@dataclass(frozen=True)
class Checked:
    """``name``: the file's place inside the folder, or a folder's, which ends with a stroke."""

    name: str
    finding: Finding


@dataclass(frozen=True)
class _Place:
    """``readable``: a folder that was looked into, or a plain file; no link, pipe or device is."""

    path: Path
    name: str
    is_folder: bool
    readable: bool


def check_folder(folder: Path, known: Identifiers) -> Generator[Progress, None, list[Checked]]:
    """Search every file in the folder and those inside it, and the names of folders; pixels are not read.

    Links are not followed: they are told as what could not be searched, like folders that may not be read.
    Raises FolderEmpty where there is nothing.
    """
    nothing = FolderEmpty("The folder holds no files.", "Choose the folder that the files were written to.")
    if not folder.is_dir():
        raise nothing
    places: list[_Place] = []
    for found in _found_in(folder):
        places.append(found)
        yield Progress(0, 1, "Looking for files")
    checked: dict[str, Checked] = {}
    for done, place in enumerate(sorted(places, key=_name_of)):
        finding = yield from _search(place, known, Progress(done, len(places), "Searching"))
        if not place.is_folder or finding is not Finding.NOTHING:
            checked.setdefault(place.name, Checked(place.name, finding))
    if not checked:
        raise nothing
    return list(checked.values())


def _name_of(place: _Place) -> str:
    return place.name


def _found_in(folder: Path) -> Generator[_Place, None, None]:
    """Everything in the folder, and the folders that could not be read."""
    unread: list[str] = []

    def on_error(error: OSError) -> None:
        unread.append(str(error.filename))

    for where, folders, files in os.walk(folder, onerror=on_error):
        inside = Path(where)
        for name in files:
            path = inside / name
            yield _Place(path, _told(path, folder), is_folder=False, readable=_is_plain(path))
        away = {name for name in folders if _leads_away(inside / name)}
        for name in folders:
            path = inside / name
            yield _Place(path, f"{_told(path, folder)}/", is_folder=True, readable=name not in away)
        folders[:] = [name for name in folders if name not in away]
    for name in unread:
        path = Path(name)
        told = "./" if path == folder else f"{_told(path, folder)}/"
        yield _Place(path, told, is_folder=True, readable=False)


def _told(path: Path, folder: Path) -> str:
    """A name that can be shown, whatever bytes it is made of."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", errors="replace")


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _leads_away(path: Path) -> bool:
    """A link, or what Windows has in its place."""
    return path.is_symlink() or path.resolve() != path.parent.resolve() / path.name


def _is_named_after_somebody(place: _Place, known: Identifiers) -> bool:
    """Of names that people gave; those of our own files are made of labels."""
    name = PurePath(place.name).name
    return not is_a_pack_name(name) and not names_said(PurePath(name).stem, known).none


def _search(place: _Place, known: Identifiers, progress: Progress) -> Generator[Progress, None, Finding]:
    """FOUND, whatever else could not be read."""
    yield progress
    if known.are_in([place.name]) or _is_named_after_somebody(place, known):
        return Finding.FOUND
    if place.is_folder or not place.readable:
        return Finding.NOTHING if place.readable else Finding.NOT_SEARCHABLE
    try:
        if place.path.stat().st_size > _LARGEST:
            return Finding.NOT_SEARCHABLE
        for number, text in enumerate(texts_in(place.name, place.path.read_bytes())):
            if known.are_in([text]):
                return Finding.FOUND
            if number % _TEXTS_AT_A_TIME == 0:
                yield progress
    except (FileNotSearchable, OSError, MemoryError, RecursionError):
        return Finding.NOT_SEARCHABLE
    return Finding.NOTHING
