"""The one way anything is written: a temporary file beside it, fsync, replace."""

import contextlib
import os
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from journey_viewer.errors import FolderNotWritable

_UNFINISHED = ".journey-"


def write_file(path: Path, content: bytes) -> None:
    """Write all of ``content`` to ``path``, or leave what was there as it was.

    Raises FolderNotWritable where the folder, the disk or a lock says no.
    """
    with new_file_beside(path) as fresh:
        try:
            fresh.write_bytes(content)
        except OSError:
            raise FolderNotWritable from None
        put_in_place(fresh, path)


@contextlib.contextmanager
def new_file_beside(path: Path) -> Iterator[Path]:
    """An empty file in the folder of ``path``, of which nothing is left afterwards unless it was put in place.

    Only this user may read it. Raises FolderNotWritable.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_mark(path.name), suffix=".part", dir=path.parent)
        os.close(handle)
    except OSError:
        raise FolderNotWritable from None
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def put_in_place(fresh: Path, path: Path) -> None:
    """Put a new file where ``path`` is, whole and for good. Raises FolderNotWritable."""
    try:
        with fresh.open("rb+") as stream:
            os.fsync(stream.fileno())
        fresh.replace(path)
    except OSError:
        raise FolderNotWritable from None
    _sync_folder(path.parent)


def remove_unfinished(folder: Path, name: str = "") -> None:
    """Remove new files that a program left there which was ended before it put them in place.

    Those for a file of this name, or all where none is given; only while nobody else writes them.
    """
    mark = _mark(name) if name else _UNFINISHED
    with contextlib.suppress(OSError):
        for left in [path for path in folder.iterdir() if path.name.startswith(mark)]:
            left.unlink(missing_ok=True)


def _mark(name: str) -> str:
    """Tells whose a new file is, and nothing of the name."""
    return f"{_UNFINISHED}{zlib.crc32(os.fsencode(name)):08x}-"


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle on a folder to sync
        return
    with contextlib.suppress(OSError):  # some file systems cannot sync a folder; the file itself is safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
