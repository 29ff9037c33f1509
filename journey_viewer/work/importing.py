"""Lists come to what is there already: read, linked with it, and laid over it."""

from collections.abc import Generator, Sequence
from datetime import datetime
from pathlib import Path

from journey_viewer.model.kept import Kept
from journey_viewer.model.progress import Progress
from journey_viewer.model.words import Service
from journey_viewer.reading.heading_map import HeadingMap
from journey_viewer.reading.lists import read_lists
from journey_viewer.work.renewal import Renewal, renewed


def import_lists(
    there: Kept, paths: Sequence[Path], service: Service | None, own: Sequence[HeadingMap], now: datetime
) -> Generator[Progress, None, Renewal]:
    """Read these lists and lay them over what is there, without anybody who was taken out of it for good.

    ``service`` and ``own`` as for ``read_lists``, whose errors are raised.
    """
    new = yield from read_lists(paths, service, own)
    yield Progress(0, 0, "Linking with what is there")
    return renewed(there.lists, new, there.document.barred, now)
