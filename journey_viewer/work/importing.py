"""Lists come to what is there already: read, linked with it, and laid over it."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np

from journey_viewer.model.imported import Imported, ServiceAsked, Source
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
    document = there.document
    renewal = renewed(there.lists, new, document.barred, now, document.edits)
    return _without_taken_out(there, renewal)


def served_otherwise(lists: Imported, asked: ServiceAsked, service: Service) -> Imported:
    """The lists with what came of one file moved to another service, as the user now says: so it is known again."""
    of_file = [place for place, source in enumerate(lists.sources) if source.file == asked.file]
    if asked.service is None or not of_file:
        return lists
    touchpoints = lists.touchpoints
    moved = np.isin(touchpoints.source, of_file) & (touchpoints.service == asked.service.code)
    services = np.where(moved, service.code, touchpoints.service).astype(np.int8)
    return replace(lists, touchpoints=replace(touchpoints, service=services))


def _without_taken_out(there: Kept, renewal: Renewal) -> Renewal:
    """Without what tells of people who were unlinked from somebody before they were taken out.

    No mark knows them: the lists take them for somebody who is still there. So what a newer list of
    that kind and service says of that person is left out where nothing else of it is known of them.
    """
    removed, rows = there.document.removed, renewal.lists.touchpoints
    out = np.zeros(len(rows), np.bool_)
    people = set()
    for told in (told for told in there.document.edits.unlinked if told.to in removed):
        theirs = (rows.person == told.person) & np.isin(
            rows.source, _alike(renewal.lists.sources, told.source)
        )
        if theirs.any() and rows.number[theirs].min() > there.lists.last_number:
            out |= theirs
            people.add(told.to)
    if not people:
        return renewal
    left = replace(renewal.lists, touchpoints=rows.take(~out).without_unused_words())
    added = renewal.added - int(np.count_nonzero(out))
    return replace(renewal, lists=left, added=added, barred=renewal.barred + len(people))


def _alike(sources: Sequence[Source], place: int) -> list[int]:
    """The places of sources that may be editions of the one at this place."""
    one = sources[place]
    return [
        other
        for other, source in enumerate(sources)
        if source.recognised_as == one.recognised_as and source.services & one.services
    ]
