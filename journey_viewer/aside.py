"""Files put together in a folder of their own, then moved where they belong: all of them or none."""

import contextlib
import errno
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from secrets import token_hex
from shutil import copy2, rmtree
from typing import Any

from journey_viewer.errors import FolderNotWritable

_ASIDE = ".journeys-"
_LOCK, _NEW = "lock", "new"
_EARLIER = "earlier"  # what was in the way; as long as there is such a folder, not everything is in its place
_DONE = "replaced"  # what it is called once everything is
_FRESH = "fresh.json"  # the names that nothing stood under before
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})


@contextlib.contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """A folder inside ``folder`` to put files together in. It goes again, and so do folders left empty by it.

    Those that a program left there which was ended before it could take them away go first, and what it
    had moved only in part is put back. Raises FolderNotWritable.
    """
    from filelock import FileLock

    place = folder / f"{_ASIDE}{token_hex(4)}"  # no mkdtemp: on Windows what is in it stays private
    lock = FileLock(place / _LOCK)
    made: list[Path] = []
    try:
        try:
            made = [path for path in (folder, *folder.parents) if not path.exists()]
            _remove_left_behind(folder)
            (place / _NEW).mkdir(parents=True)
            _acquire(lock)
        except (OSError, ValueError):
            raise FolderNotWritable from None
        yield place / _NEW
    finally:
        with contextlib.suppress(OSError):
            lock.release()
        _remove(place)
        with contextlib.suppress(
            OSError, ValueError
        ):  # the first that holds something stays, as do those above
            for path in made:
                path.rmdir()


def move_out(new: Path, folder: Path, vouching: str = "", superseded: Collection[str] = ()) -> list[Path]:
    """Every file to where it belongs, in place of an earlier one of its name; where one cannot go, none does.

    ``vouching``: the file that tells what the others are. An earlier one goes first and the new one comes
    last: while there is a mixture, none is there. ``superseded``: names of files there that go too.
    Raises FolderNotWritable; what could not be put back then is kept in the folder aside.
    """
    place = new.parent
    earlier = place / _EARLIER
    moved: list[Path] = []
    try:
        names = sorted(path.name for path in new.iterdir() if path.name != vouching)
        names += [vouching] if (new / vouching).is_file() else []
        fresh = [name for name in names if not (folder / name).exists()]
        (place / _FRESH).write_text(json.dumps({"vouching": vouching, "fresh": fresh}), encoding="utf-8")
        earlier.mkdir()
        for name in filter(None, (vouching, *superseded)):
            if (folder / name).is_file():
                (folder / name).replace(earlier / name)
        for name in names:
            if (folder / name).exists():
                _also_as(folder / name, earlier / name)
            moved.append((new / name).replace(folder / name))
        earlier.rename(place / _DONE)
    except (OSError, ValueError):
        _put_back(place, folder)
        raise FolderNotWritable from None
    return sorted(moved)


def _also_as(path: Path, other: Path) -> None:
    """The same file under a second name, so that there is one under the first at any moment."""
    try:
        other.hardlink_to(path)
    except OSError:  # a folder that knows no second names
        copy2(path, other)


def _put_back(place: Path, folder: Path) -> None:
    """What was there before a move that did not come to its end, as far as other programs let it be put back.

    The file that vouches for the others comes back last, and only when they all did.
    """
    earlier, new = place / _EARLIER, place / _NEW
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        told = json.loads((place / _FRESH).read_text(encoding="utf-8"))
        fresh = [folder / name for name in told["fresh"] if Path(name).name == name]
        gone = [_removed(path) for path in fresh if not (new / path.name).exists()]
        others = [path for path in earlier.iterdir() if path.name != told["vouching"]]
        back = [_restored(path, folder, new) for path in others]
        if told["vouching"] and all(gone) and all(back) and (earlier / told["vouching"]).exists():
            _restored(earlier / told["vouching"], folder, new)


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _restored(path: Path, folder: Path, new: Path) -> bool:
    """Put a file back where it was moved away or another took its place; where it never went, drop this second name."""
    target = folder / path.name
    try:
        if not target.exists() or not (new / path.name).exists():
            path.replace(target)
        path.unlink(missing_ok=True)  # two names of one file are not replaced by each other
    except OSError:
        return False
    return True


def _acquire(lock: Any) -> None:
    """Hold the lock, or none in a folder that knows no locks: nobody will tidy up there."""
    try:
        lock.acquire(timeout=0)
    except NotImplementedError:
        return
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise


def _remove(place: Path) -> None:
    """Take the folder aside away, unless it keeps what could not be put back."""
    kept = False
    with contextlib.suppress(OSError, ValueError):
        kept = any((place / _EARLIER).iterdir())
    if not kept:
        with contextlib.suppress(ValueError):  # a name that no folder can have
            rmtree(place, ignore_errors=True)


def _remove_left_behind(folder: Path) -> None:
    """Put back and take away what nobody holds any more."""
    from filelock import FileLock, Timeout

    with contextlib.suppress(OSError):
        for place in folder.glob(f"{_ASIDE}*"):
            with (
                contextlib.suppress(Timeout, NotImplementedError, OSError),
                FileLock(place / _LOCK, timeout=0),
            ):
                if (place / _EARLIER).exists():
                    _put_back(place, folder)
                _remove(place)
