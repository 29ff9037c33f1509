"""The one way anything is written: a temporary file beside it, fsync, replace."""

import contextlib
import os
import tempfile
from pathlib import Path

from journey_viewer.errors import FolderNotWritable


def write_file(path: Path, content: bytes) -> None:
    """Write all of ``content`` to ``path``, or leave what was there as it was.

    Raises FolderNotWritable where the folder, the disk or a lock says no.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".journey-", suffix=".part", dir=path.parent)
    except OSError:
        raise FolderNotWritable from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except OSError:
        raise FolderNotWritable from None
    finally:
        Path(name).unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle on a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some file systems cannot sync a folder; the file itself is safe
            os.fsync(handle)
    finally:
        os.close(handle)
