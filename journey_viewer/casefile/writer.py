"""One writer at a time: a lock beside the case file that ends with the program that holds it."""

import contextlib
from pathlib import Path

from journey_viewer.errors import CaseFileUnavailable, LocksRefused


class Writer:
    """Whoever holds this may write to the case file; the file system lets it go when the program dies."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock

        self._lock = FileLock(path.with_name(f".{path.name}.lock"), thread_local=False)

    def take(self) -> bool:
        """Whether we may write from now on; False where somebody else does.

        Raises LocksRefused where the folder knows no locks, CaseFileUnavailable where it may not be written to.
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        except PermissionError:
            raise CaseFileUnavailable from None
        except (OSError, NotImplementedError):
            raise LocksRefused from None
        return True

    def release(self) -> None:
        """Let others write, and leave nothing beside the file."""
        if self._lock.is_locked:
            self._lock.release()
            with contextlib.suppress(OSError):
                Path(self._lock.lock_file).unlink(missing_ok=True)
