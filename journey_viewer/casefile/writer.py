"""One writer at a time: a lock beside the case file that ends with the program that holds it."""

import contextlib
import errno
import os
from pathlib import Path

from journey_viewer.errors import FolderNotWritable, JourneyError, LocksRefused

_PATIENCE = 0.2  # seconds: somebody may be letting go just now
_KNOWS_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})


class Writer:
    """Whoever holds this may write to the case file; the system lets it go when the program dies."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock

        # Held by the program rather than one of its threads: a job opens what the window closes. And
        # no marker in a lock's stead: it would outlive a crash.
        lock = path.with_name(f".{path.name}.lock")
        self._lock = FileLock(lock, thread_local=False, fallback_to_soft=False)

    def take(self) -> bool:
        """Whether we may write from now on; False where somebody else does.

        Raises LocksRefused where the folder knows no locks, FolderNotWritable where it may not be written to.
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=_PATIENCE)
        except Timeout:
            return False
        except (OSError, ValueError, NotImplementedError) as error:  # ValueError: no such name can be
            raise _sentence(error) from None
        return True

    def release(self) -> None:
        """Let others write, and leave nothing beside the file."""
        if not self._lock.is_locked:
            return
        if os.name != "nt":
            # Removed while it is still ours, else somebody could have taken it in between, and the next
            # one would lock another file of that name. Windows cannot; there filelock removes it.
            with contextlib.suppress(OSError):
                Path(self._lock.lock_file).unlink()
        with contextlib.suppress(OSError):  # the lock ends with the program at the latest
            self._lock.release()


def _sentence(error: Exception) -> JourneyError:
    if isinstance(error, NotImplementedError) or getattr(error, "errno", None) in _KNOWS_NO_LOCKS:
        return LocksRefused()
    return FolderNotWritable()
