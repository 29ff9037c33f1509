"""How far the reading of several lists has come, in rows."""

from collections.abc import Generator, Sequence
from typing import TypeVar

from journey_viewer.model.progress import Progress

_Result = TypeVar("_Result")


class RowsRead:
    """Counts rows, list after list, of as many as there will be if the rest has as many to the byte.

    ``sizes``: the bytes of each list.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self._sizes = sizes
        self._place = 0
        self._rows = 0

    def inside(self, reading: Generator[Progress, None, _Result]) -> Generator[Progress, None, _Result]:
        """The progress of reading the next list, as part of the progress of all, with its own in words."""
        doing = f"Reading list {self._place + 1} of {len(self._sizes)}"
        before = self._rows
        yield self._progress(0.0, doing)
        try:
            while True:
                progress = next(reading)
                self._rows = before + progress.done
                share = progress.done / progress.total if progress.total else 0.0
                yield self._progress(share, f"{doing}: {progress.label}" if progress.label else doing)
        except StopIteration as end:
            result: _Result = end.value
            return result
        finally:
            reading.close()
            self._place += 1

    def _progress(self, share: float, label: str) -> Progress:
        """With this share of the list at hand read."""
        read = sum(self._sizes[: self._place]) + share * self._sizes[self._place]
        return Progress.estimated(self._rows, read / max(sum(self._sizes), 1), label)
