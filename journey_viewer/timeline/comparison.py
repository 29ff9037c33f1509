"""Several people's journeys under each other on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journey_viewer.model.case import Case
from journey_viewer.model.words import Kind, Outcome, Service, service_name
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Frame, Layout, Mark, TextWidth
from journey_viewer.timeline.looking import (
    Alignment,
    Filter,
    Lanes,
    Looking,
    alignment_words,
    day_zero,
)

_AROUND = 4.0  # heights of text that a picture of one journey has above and below its lanes
_ONE_LANE = Lanes(order=(tuple(Service),))
_LOWEST, _HIGHEST = 3.4, 13.5  # heights of text that a band has


@dataclass(frozen=True)
class Band:
    """One case, all its services in one lane: ``layout`` is drawn so that its ``top`` is at 0 of the band.

    ``place`` is that of the case among those that were given, ``top`` and ``height`` in pixels from the first band.
    """

    layout: Layout
    place: int
    top: float
    height: float


@dataclass(frozen=True)
class Comparison:
    """The bands of those who are there, under ``axis``, which holds nothing else; None where nobody is.

    ``without``: the places of those who have no day 0, and are not drawn.
    """

    bands: tuple[Band, ...]
    axis: Layout | None
    without: tuple[int, ...]

    @property
    def everything(self) -> Layout | None:
        """All marks and spans of all bands as one picture: what a key is made for."""
        if self.axis is None:
            return None
        layouts = [band.layout for band in self.bands]
        marks = tuple(mark for layout in layouts for mark in layout.marks)
        return replace(
            self.axis, marks=marks, spans=tuple(span for layout in layouts for span in layout.spans)
        )


@dataclass(frozen=True)
class ServiceItem:
    """A sample of a service's mark, and its name, which begins at ``x``."""

    sample: Mark
    text: str
    x: float
    size: float


def lay_out_comparison(
    cases: Sequence[Case], frame: Frame, width: TextWidth, alignment: Alignment, chosen: Filter
) -> Comparison:
    """A band a case, in their order. Aligned on a day 0 all count from it; who has none is left out.

    The bands share out the height of ``frame``; they are no lower than can be read, so that they may
    reach below it, and no higher than is of use.
    """
    zeros = [day_zero(case, alignment) for case in cases]
    there = [place for place, zero in enumerate(zeros) if zero or not alignment.is_on]
    without = tuple(place for place in range(len(cases)) if place not in there)
    if not there:
        return Comparison((), None, without)
    text = frame.text
    height = int(min(max(frame.height / len(there), text * _LOWEST), text * _HIGHEST))
    inner = replace(frame, height=height + _AROUND * text)
    looking = Looking(lanes=_ONE_LANE, alignment=alignment, filter=chosen)
    before, after = _reach([cases[place] for place in there], alignment)
    names = _named_like([cases[place] for place in there], width)
    layouts = []
    for place in there:
        zero = _zero(cases[place], alignment)
        layouts.append(lay_out(cases[place], inner, names, looking, (zero - before, zero + after)))
    bands = tuple(
        Band(_bare(layout, cases[place].label), place, row * height, height)
        for row, (place, layout) in enumerate(zip(there, layouts, strict=True))
    )
    return Comparison(bands, _axis(layouts[0], alignment), without)


def _bare(layout: Layout, label: str) -> Layout:
    """Without the words of an axis, which stand once for all."""
    return replace(
        layout,
        lanes=tuple(replace(lane, name=label) for lane in layout.lanes),
        ticks=tuple(replace(tick, label="") for tick in layout.ticks),
        silences=tuple(replace(silence, label="") for silence in layout.silences),
        labels=(),
        day_zero="",
    )


def _axis(layout: Layout, alignment: Alignment) -> Layout:
    """The years and months, or the days before and after day 0, which is named; dates need no words."""
    words = f"day 0: {alignment_words(alignment)}" if alignment.is_on else ""
    return replace(
        layout,
        lanes=(),
        marks=(),
        spans=(),
        labels=(),
        silences=(),
        folds=(),
        shades=(),
        died=None,
        day_zero=words,
    )


def _named_like(cases: Sequence[Case], width: TextWidth) -> TextWidth:
    """The widths of pictures whose lanes, all that is bold in them, have the names of these, and all room for the same counts."""
    labels = [case.label for case in cases]
    most = f"{max(len(case.touchpoints) for case in cases):,}"

    def measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 (as in TextWidth)
        if bold:
            return max(width(label, size, True) for label in labels)
        return max(width(text, size, False), width(most, size, False))

    return measure


def _zero(case: Case, alignment: Alignment) -> int:
    found = day_zero(case, alignment)
    return case.window.first.toordinal() if found is None else found.at


def _reach(cases: Sequence[Case], alignment: Alignment) -> tuple[int, int]:
    """How many days the axis goes before and after day 0, so that nobody's window is cut."""
    zeros = [(case, _zero(case, alignment)) for case in cases]
    before = max(zero - case.window.first.toordinal() for case, zero in zeros)
    return before, max(case.window.last.toordinal() + 1 - zero for case, zero in zeros)


def lay_out_services(
    comparison: Comparison, *, left: float, right: float, middle: float, width: TextWidth
) -> tuple[ServiceItem, ...]:
    """What the colours and shapes mean: the services that are there, side by side, smaller where they are many."""
    layouts = [band.layout for band in comparison.bands]
    shown = {mark.service for layout in layouts for mark in layout.marks}
    shown |= {span.service for layout in layouts for span in layout.spans}
    size = layouts[0].frame.text if layouts else 13.0
    while True:
        items, x = [], left
        for service in (service for service in Service if service in shown):
            radius = size * 0.42
            sample = Mark(
                x + radius, middle, radius, radius, service, Kind.CONTACT, Outcome.ATTENDED, False, (0,)
            )
            items.append(ServiceItem(sample, service_name(service), x + radius * 2 + size * 0.4, size))
            x = items[-1].x + width(items[-1].text, size, False) + size
        if x <= right or size < 10:
            return tuple(items)
        size *= 0.93
