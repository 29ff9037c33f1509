"""Case -> Layout, AnonymousCase -> AnonymousLayout: one geometry, two kinds of time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import ceil
from typing import TypedDict

import numpy as np

from journey_viewer.measures.gaps import long_gaps
from journey_viewer.model.case import Case
from journey_viewer.model.days import day_in_words
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousFinding, AnonymousNote
from journey_viewer.timeline.axis import days_of_axis, month_scale
from journey_viewer.timeline.bands import ROW, place_bands, stretches, under
from journey_viewer.timeline.dodge import dodge
from journey_viewer.timeline.entries import (
    Entries,
    anonymous_entries,
    empty_stretches,
    entries_of,
    piles,
)
from journey_viewer.timeline.families import told_lane, told_lanes
from journey_viewer.timeline.finding_marks import links_between
from journey_viewer.timeline.found_bands import found_names, place_found
from journey_viewer.timeline.layout import (
    AnonymousLayout,
    Fold,
    Frame,
    Lane,
    Layout,
    Mark,
    Silence,
    Span,
    TextWidth,
    Tick,
)
from journey_viewer.timeline.looking import DayZero, Looking, alignment_words, day_zero
from journey_viewer.timeline.plot import Plot, apart, by_lane, edges, place_lanes, shown_lanes
from journey_viewer.timeline.scale import Scale, folds_inside
from journey_viewer.timeline.shading import shades, with_names
from journey_viewer.timeline.span_labels import with_labels
from journey_viewer.timeline.spans import place_spans
from journey_viewer.timeline.ticks import calendar_ticks, month_ticks, months_in_words, relative_ticks

_PILE = 2.2  # how much longer a mark with a count is, in radii
_AS_USUAL = Looking()
_CLOSEST = 1.0  # day: nearer than that nobody looks
_Stretch = tuple[float, float, str]
"""Where it begins and ends on the axis, and what is said of it."""


def lay_out(
    case: Case,
    frame: Frame,
    width: TextWidth,
    looking: Looking = _AS_USUAL,
    reach: tuple[float, float] | None = None,
) -> Layout:
    """A journey on calendar time, or on days before and after a day 0, for the screen.

    ``reach``: from which day to which the axis goes, as date.toordinal counts, in place of the
    window's own days.
    """
    entries = entries_of(case, looking.filter.finds(case.touchpoints))
    silences: list[_Stretch] = [
        (gap.after.toordinal() + 1, gap.before.toordinal(), f"no contact for {gap.days} days")
        for gap in long_gaps(case)
    ]
    lanes = shown_lanes(looking.lanes, entries)
    left, right = _edges(lanes, entries, frame, width)
    days = days_of_axis(case)
    first, last = reach or (days.first.toordinal(), days.last.toordinal() + 1)
    whole = Scale(first, last, left, right)
    scale = _seen(whole, empty_stretches(entries), looking)
    plot = Plot(frame, scale, whole)
    zero = day_zero(case, looking.alignment)
    quiet = _silences([one for one in silences if not _has_fold(one, scale)], plot, width)
    layout = Layout(
        **_place(lanes, entries, case.supplied, plot),
        silences=quiet,
        ticks=_inside(_ticks(scale, zero, _tick_room(frame)), frame, width),
        day_zero=_axis_words(case, looking, zero),
        folds=tuple(_folds(scale)),
        shades=with_names(shades(scale), quiet, scale, frame, width),
        died=_place_of_death(case, scale),
        whole=(first, last),
    )
    return with_labels(layout, case, width, dated=zero is None)


def lay_out_anonymous(
    case: AnonymousCase, frame: Frame, width: TextWidth, reach: tuple[float, float] | None = None
) -> AnonymousLayout:
    """A journey in months from its own first contact: what a file may show.

    Families that are told as one have one lane; notes on a stretch are bands with their words under the plot.
    ``reach``: from which month to which is seen, as the axis counts them; all of them where there is none.
    """
    entries = anonymous_entries(case)
    lanes = shown_lanes(told_lanes(case), entries)
    whole = month_scale(case.months, *_anonymous_edges(case, lanes, entries, frame, width))
    scale = whole if reach is None else Scale(*reach, whole.left, whole.right)
    gaps = [(gap.after, gap.before, f"no contact for {gap.months} months") for gap in case.gaps]
    silences = _silences(gaps, Plot(frame, scale, whole), width)
    found = place_found([one for one in case.found if _is_seen(one, scale)], silences, scale, frame, width)
    notes = [note for note in stretches(case.notes) if _is_seen(note, scale)]
    bands, rows = place_bands(notes, (*silences, *found), scale, frame, width)
    plot = Plot(replace(frame, height=frame.height - frame.text * ROW * (rows - 1)), scale, whole)
    ticks = month_ticks(case.months, scale, _month_room(case, frame, width), case.step)
    ticks = tuple(tick for tick in ticks if scale.left - 0.5 <= tick.x < scale.right)
    drawn = AnonymousLayout(
        **_place(lanes, entries, case.supplied, plot),
        silences=silences,
        ticks=_inside(ticks, frame, width),
        day_zero="month 1: first touchpoint",
        bands=under(bands, plot.bottom, frame.text),
        finding_bands=found,
        found_names=found_names(case.found),
    )
    named = tuple(replace(lane, name=told_lane(case, lane.services)) for lane in drawn.lanes)
    links = links_between(drawn.marks, (pair for one in case.found for pair in one.links))
    return replace(drawn, frame=frame, lanes=named, links=links)


def _is_seen(one: AnonymousFinding | AnonymousNote, scale: Scale) -> bool:
    """Whether any of its months is; of one without months there is nothing to see."""
    return (
        one.first is not None and one.last is not None and one.first < scale.last and one.last > scale.first
    )


def _anonymous_edges(
    case: AnonymousCase,
    lanes: Sequence[tuple[Service, ...]],
    entries: Entries,
    frame: Frame,
    width: TextWidth,
) -> tuple[float, float]:
    """Families have names of their own, shorter than those of all their services."""
    apart = [lane for lane in lanes if len(lane) == 1]
    left, right = _edges(apart, entries, frame, width)
    names = [told_lane(case, lane) for lane in lanes if len(lane) > 1]
    longest = max((width(name, frame.text, True) for name in names), default=0)
    counts = width(f"{len(entries):,}", frame.text, False)
    return min(max(left, longest + counts + frame.text * 2.9), frame.width * 0.5), right


def _month_room(case: AnonymousCase, frame: Frame, width: TextWidth) -> float:
    if case.step == 1:
        return _tick_room(frame)
    return width(months_in_words(max(10, case.months - 2), case.step), frame.text, True) + frame.text * 0.4


def _edges(
    lanes: Sequence[tuple[Service, ...]], entries: Entries, frame: Frame, width: TextWidth
) -> tuple[float, float]:
    counts = np.bincount(entries.service, minlength=len(Service))
    most = max((int(counts[[s.code for s in lane]].sum()) for lane in lanes), default=0)
    return edges(lanes, most, frame, width)


def _place_of_death(case: Case, scale: Scale) -> float | None:
    died = case.person.died
    if died is None or not scale.first <= died.toordinal() + 1 <= scale.last:
        return None
    return scale(died.toordinal() + 1)


def _seen(whole: Scale, empty: Sequence[tuple[float, float]], looking: Looking) -> Scale:
    """The scale of what is seen, with the empty stretches folded away where that is wanted."""
    first, last = whole.first, whole.last
    if looking.first is not None and looking.last is not None:
        first = min(max(looking.first, whole.first), whole.last - _CLOSEST)
        last = min(max(looking.last, first + _CLOSEST), whole.last)
    pixels = (whole.right - whole.left) / (last - first)
    folds = folds_inside(empty, first, last, pixels) if looking.folded else ()
    return Scale(first, last, whole.left, whole.right, folds)


def _has_fold(stretch: _Stretch, scale: Scale) -> bool:
    return any(first < stretch[1] and stretch[0] < last for first, last in scale.folds)


def _folds(scale: Scale) -> Iterator[Fold]:
    for first, last in scale.folds:
        yield Fold(scale(first), scale(last), f"{round(last - first)} days")


def _inside(ticks: Sequence[Tick], frame: Frame, width: TextWidth) -> tuple[Tick, ...]:
    """The ticks; one whose words would be cut off at the edge has none."""
    return tuple(
        tick
        if tick.x + frame.text * 0.15 + width(tick.label, frame.text, tick.strong) <= frame.width
        else replace(tick, label="")
        for tick in ticks
    )


def _ticks(scale: Scale, zero: DayZero | None, room: float) -> tuple[Tick, ...]:
    return calendar_ticks(scale, room) if zero is None else relative_ticks(scale, zero.at, room)


def _axis_words(case: Case, looking: Looking, zero: DayZero | None) -> str:
    """What the axis counts from, or from which day to which it goes."""
    if zero is not None:
        return f"day 0: {zero.words}, {day_in_words(date.fromordinal(zero.at))}"
    if looking.alignment.is_on:
        return f"there is no {alignment_words(looking.alignment)}"
    window = days_of_axis(case)
    if looking.first is not None and looking.last is not None:
        first, last = int(looking.first), max(ceil(looking.last) - 1, int(looking.first))
        window = Window(date.fromordinal(first), date.fromordinal(last))
    return f"{day_in_words(window.first)} to {day_in_words(window.last)}"


def _tick_room(frame: Frame) -> float:
    return frame.text * 5.5


class _Placed(TypedDict):
    frame: Frame
    left: float
    right: float
    top: float
    bottom: float
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    spans: tuple[Span, ...]
    scale: Scale


def _place(
    lanes: Sequence[tuple[Service, ...]], entries: Entries, supplied: frozenset[Service], plot: Plot
) -> _Placed:
    held = by_lane(lanes, entries)
    placed = place_lanes(held, supplied, plot)
    both = list(zip(placed, held.values(), strict=True))
    return _Placed(
        frame=plot.frame,
        left=plot.scale.left,
        right=plot.scale.right,
        top=plot.top,
        bottom=plot.bottom,
        lanes=placed,
        marks=tuple(mark for lane, inside in both for mark in _marks(inside.points, lane, plot)),
        spans=tuple(
            span
            for lane, inside in both
            for span in place_spans(inside.lasting, lane, plot.scale, plot.frame.mark)
        ),
        scale=plot.scale,
    )


def _marks(points: Entries, lane: Lane, plot: Plot) -> Iterator[Mark]:
    frame, scale = plot.frame, plot.scale
    points = points.take((points.at >= scale.first) & (points.at < scale.last))
    pitch = apart(frame)
    rows = max(1, int((lane.height - 2) // pitch))
    low, high = scale.left + frame.mark, scale.right - frame.mark
    longer = frame.mark * _PILE
    spots = dodge(np.clip(scale.places(points.at), low, high), pitch, rows, longer, high)
    sub_rows = [spot.sub_row for spot in spots] or [0]
    centre = (min(sub_rows) + max(sub_rows)) / 2
    for spot, pile in zip(spots, piles(points, [spot.members for spot in spots]), strict=True):
        more = longer / 2 if len(pile.rows) > 1 else 0
        yield Mark(
            x=spot.x + more,
            y=lane.middle + (spot.sub_row - centre) * pitch,
            radius=frame.mark,
            half=frame.mark + more,
            **pile._asdict(),
        )


def _silences(stretches: Sequence[_Stretch], plot: Plot, width: TextWidth) -> tuple[Silence, ...]:
    """The stretches that are seen, each with its words if they fit under it and clear of the words before."""
    text, found, taken, scale = plot.frame.text, [], plot.scale.left, plot.scale
    for first, last, label in stretches:
        if last <= scale.first or first >= scale.last:
            continue
        left, right = max(scale(first), scale.left), min(scale(last), scale.right)
        half = width(label, text, False) / 2
        middle = min(max((left + right) / 2, scale.left + half), scale.right - half)
        fits = middle - half >= taken
        if fits:
            taken = middle + half + text
        found.append(Silence(left, right, middle, label if fits else ""))
    return tuple(found)
