"""Stays and open services: each on the first track that is free; where there are too many, how many at a time."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.words import Outcome, Service
from journey_viewer.timeline.entries import Entries
from journey_viewer.timeline.layout import Lane, Span
from journey_viewer.timeline.scale import Scale

MOST_TRACKS = 8
_THINNEST = 4.0  # pixels
_SERVICES = tuple(Service)
_ATTENDED = Outcome.ATTENDED.code


def tracks_needed(lasting: Entries) -> int:
    """How many go on at one time at the most, ``MOST_TRACKS`` and one more where it is more than those."""
    return max(_tracks(lasting), default=-1) + 1 if len(lasting) else 0


def _tracks(lasting: Entries) -> list[int]:
    """For each, in order, the first track that is free when it begins; all beyond the most share one more."""
    lasts: list[float] = []
    tracks = []
    for at, until in zip(lasting.at.tolist(), lasting.until.tolist(), strict=True):
        track = next((place for place, last in enumerate(lasts) if at >= last), len(lasts))
        if track <= MOST_TRACKS:
            lasts[track : track + 1] = [until]
        tracks.append(min(track, MOST_TRACKS))
    return tracks


def place_spans(lasting: Entries, lane: Lane, scale: Scale, mark: float) -> list[Span]:
    """What is seen of each; ``mark`` is the radius of a mark: nothing is drawn shorter than it can be seen."""
    tracks = np.array(_tracks(lasting), dtype=np.int64)
    seen = (lasting.until > scale.first) & (lasting.at < scale.last)
    inner = lane.height * 0.7
    many = int(tracks.max(initial=0)) + 1
    height = max(_THINNEST, inner / many - 1)
    step = (inner - height) / max(1, many - 1)
    top = lane.middle - inner / 2
    crowded = tracks >= MOST_TRACKS
    apart = [
        _span(lasting, place, (top + tracks[place] * step, height), scale, mark)
        for place in np.flatnonzero(seen & ~crowded).tolist()
    ]
    together = lasting.take(seen & crowded)
    return [*apart, *_cover(together, top + MOST_TRACKS * step, height, scale)]


def _span(lasting: Entries, place: int, across: tuple[float, float], scale: Scale, mark: float) -> Span:
    top, height = across
    left = max(scale(lasting.at[place]), scale.left)
    right = max(min(scale(lasting.until[place]), scale.right), left + mark * 1.4)
    if right > scale.right:
        left, right = left - (right - scale.right), scale.right
    return Span(
        left=float(left),
        right=float(right),
        top=float(top),
        height=height,
        service=_SERVICES[lasting.service[place]],
        goes_on=bool(lasting.goes_on[place]),
        attended=bool(lasting.outcome[place] == _ATTENDED),
        row=int(lasting.row[place]),
        dim=bool(lasting.dim[place]),
    )


def _cover(together: Entries, top: float, height: float, scale: Scale) -> Iterator[Span]:
    """Runs of pixels under which the same number lies, each as one span."""
    if not len(together):
        return
    left, right = int(scale.left), max(int(scale.right), int(scale.left) + 1)
    columns = np.arange(left, right)
    begun = np.searchsorted(np.sort(scale.places(together.at)), columns + 1)
    ended = np.searchsorted(np.sort(scale.places(together.until)), columns)
    counts = begun - ended
    for first, after in _runs(counts):
        if counts[first]:
            under = np.searchsorted(together.at, scale.time_at(columns[first] + 1)) - 1
            yield Span(
                left=float(columns[first]),
                right=float(columns[first] + after - first),
                top=top,
                height=height,
                service=_SERVICES[together.service[under]],
                goes_on=False,
                attended=True,
                row=int(together.row[under]),
                count=int(counts[first]),
            )


def _runs(counts: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """The first place of each run of equal numbers and the place after its last."""
    starts = np.flatnonzero(np.concatenate([[True], counts[1:] != counts[:-1]])).tolist()
    yield from zip(starts, [*starts[1:], len(counts)], strict=True)
