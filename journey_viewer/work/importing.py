"""Lists come to what is there already: read, linked with it, and laid over it."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np

from journey_viewer.model.imported import Imported, ServiceAsked
from journey_viewer.model.kept import Kept
from journey_viewer.model.progress import Progress
from journey_viewer.model.words import Service
from journey_viewer.reading.asking import ServicesSaid
from journey_viewer.reading.heading_map import HeadingMap
from journey_viewer.reading.lists import read_lists
from journey_viewer.work.renewal import Renewal, renewed


def import_lists(
    there: Kept,
    paths: Sequence[Path],
    service: Service | None,
    own: Sequence[HeadingMap],
    now: datetime,
    *,
    said: ServicesSaid | None = None,
) -> Generator[Progress, None, Renewal]:
    """Read these lists and lay them over what is there, without anybody who was taken out of it for good.

    ``service``, ``own`` and ``said`` as for ``read_lists``, whose errors are raised.
    """
    new = yield from read_lists(paths, service, own, said)
    yield Progress(0, 0, "Linking with what is there")
    return renewed(there.lists, new, there.document.barred, now)


def served_otherwise(lists: Imported, asked: ServiceAsked, service: Service) -> Imported:
    """The lists with what came of one file moved to another service, as the user now says: so it is known again."""
    of_file = [place for place, source in enumerate(lists.sources) if source.file == asked.file]
    if asked.service is None or not of_file:
        return lists
    touchpoints = lists.touchpoints
    moved = np.isin(touchpoints.source, of_file) & (touchpoints.service == asked.service.code)
    services = np.where(moved, service.code, touchpoints.service).astype(np.int8)
    return replace(lists, touchpoints=replace(touchpoints, service=services))
