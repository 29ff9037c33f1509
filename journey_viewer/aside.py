"""Files put together in a folder of their own, then moved where they belong: all of them or none."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from shutil import copy2, rmtree

from journey_viewer.errors import FolderNotWritable

_ASIDE = ".journeys-"
_LOCK, _NEW, _EARLIER = "lock", "new", "earlier"


@contextlib.contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """A folder inside ``folder`` to put files together in. It goes again, and so do folders left empty by it.

    Those that a program left there which was ended before it could take them away go first. Raises
    FolderNotWritable.
    """
    from filelock import FileLock

    made = [path for path in (folder, *folder.parents) if not path.exists()]
    _remove_left_behind(folder)
    place = folder / f"{_ASIDE}{token_hex(4)}"  # no mkdtemp: on Windows what is in it stays private
    lock = FileLock(place / _LOCK)
    try:
        (place / _NEW).mkdir(parents=True)
        with contextlib.suppress(
            NotImplementedError
        ):  # a folder that knows no locks: nobody will tidy up here
            lock.acquire(timeout=0)
    except OSError:
        raise FolderNotWritable from None
    try:
        yield place / _NEW
    finally:
        lock.release()
        rmtree(place, ignore_errors=True)
        with contextlib.suppress(OSError):  # the first that holds something stays, and so do those around it
            for path in made:
                path.rmdir()


def move_out(new: Path, folder: Path) -> list[Path]:
    """Every file to where it belongs, in place of an earlier one of its name; where one cannot go, none does.

    Raises FolderNotWritable.
    """
    earlier = new.parent / _EARLIER
    moved: list[Path] = []
    names = sorted(path.name for path in new.iterdir())
    try:
        earlier.mkdir()
        for name in names:
            if (folder / name).exists():
                _also_as(folder / name, earlier / name)
            moved.append((new / name).replace(folder / name))
    except OSError:
        for path in moved:
            path.unlink(missing_ok=True)
        for path in earlier.iterdir():
            path.replace(folder / path.name)
        raise FolderNotWritable from None
    return moved


def _also_as(path: Path, other: Path) -> None:
    """The same file under a second name, so that there is one under the first at any moment."""
    try:
        other.hardlink_to(path)
    except OSError:  # a folder that knows no second names
        copy2(path, other)


def _remove_left_behind(folder: Path) -> None:
    """Take away what nobody holds any more."""
    from filelock import FileLock, Timeout

    with contextlib.suppress(OSError):
        for place in folder.glob(f"{_ASIDE}*"):
            with (
                contextlib.suppress(Timeout, NotImplementedError, OSError),
                FileLock(place / _LOCK, timeout=0),
            ):
                rmtree(place, ignore_errors=True)
