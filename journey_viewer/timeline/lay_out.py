"""Case -> Layout, AnonymousCase -> AnonymousLayout: one geometry, two kinds of time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import TypedDict

from journey_viewer.measures.gaps import long_gaps
from journey_viewer.model.case import Case, goes_on
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Kind, Outcome, Service, service_name
from journey_viewer.privacy.anonymous_case import AnonymousCase
from journey_viewer.timeline.axis import (
    Scale,
    calendar_scale,
    calendar_ticks,
    day_in_words,
    month_scale,
    month_ticks,
)
from journey_viewer.timeline.dodge import dodge, rows_needed
from journey_viewer.timeline.layout import (
    AnonymousLayout,
    Frame,
    Lane,
    Layout,
    Mark,
    Silence,
    Span,
    TextWidth,
)

NO_CONTACT = "no contact recorded"
NOT_SUPPLIED = "not supplied"
_MOST_SUB_ROWS = 5
_THINNEST_SPAN = 4.0  # pixels


@dataclass(frozen=True)
class _Entry:
    """One touchpoint on its way to the picture: ``at`` and ``until`` in the axis' own unit."""

    row: int
    service: Service
    kind: Kind
    outcome: Outcome
    at: float
    until: float | None
    goes_on: bool
    uncertain: bool


@dataclass(frozen=True)
class _Plot:
    """Where the lanes are drawn: the scale holds the left and right edge."""

    frame: Frame
    scale: Scale

    @property
    def top(self) -> float:
        return self.frame.text * 2.1

    @property
    def bottom(self) -> float:
        return self.frame.height - self.frame.text * 1.9


def lay_out(case: Case, frame: Frame, width: TextWidth) -> Layout:
    """A journey on calendar time, for the screen."""
    left, right = _edges(case.touchpoints.service.tolist(), frame, width)
    plot = _Plot(frame, calendar_scale(case.window, left, right))
    open_ended = goes_on(case.touchpoints)
    entries = [
        _calendar_entry(case, row, touchpoint, open_ended=bool(open_ended[row]))
        for row, touchpoint in enumerate(case.touchpoints)
    ]
    silences = [
        (gap.after.toordinal() + 1, gap.before.toordinal(), f"no contact for {gap.days} days")
        for gap in long_gaps(case)
    ]
    return Layout(
        **_place(entries, case.supplied, plot),
        silences=_silences(silences, plot, width),
        ticks=calendar_ticks(case.window, plot.scale, _tick_room(frame)),
        day_zero=f"{day_in_words(case.window.first)} to {day_in_words(case.window.last)}",
    )


def lay_out_anonymous(case: AnonymousCase, frame: Frame, width: TextWidth) -> AnonymousLayout:
    """A journey in months from its own first contact: what a file may show."""
    left, right = _edges([touchpoint.service.code for touchpoint in case.touchpoints], frame, width)
    plot = _Plot(frame, month_scale(case.months, left, right))
    entries = [
        _Entry(row, t.service, t.kind, t.outcome, t.at, t.until, t.goes_on, t.uncertain)
        for row, t in enumerate(case.touchpoints)
    ]
    silences = [(gap.after, gap.before, f"no contact for {gap.months} months") for gap in case.gaps]
    return AnonymousLayout(
        **_place(entries, case.supplied, plot),
        silences=_silences(silences, plot, width),
        ticks=month_ticks(case.months, plot.scale, _tick_room(frame)),
        day_zero="month 1: first touchpoint",
    )


class _Placed(TypedDict):
    frame: Frame
    left: float
    right: float
    top: float
    bottom: float
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    spans: tuple[Span, ...]


def _place(entries: Sequence[_Entry], supplied: frozenset[Service], plot: _Plot) -> _Placed:
    by_lane = {
        service: sorted((e for e in entries if e.service is service), key=_by_time) for service in Service
    }
    lanes = _lanes(by_lane, supplied, plot)
    return _Placed(
        frame=plot.frame,
        left=plot.scale.left,
        right=plot.scale.right,
        top=plot.top,
        bottom=plot.bottom,
        lanes=lanes,
        marks=tuple(mark for lane in lanes for mark in _marks(by_lane[lane.service], lane, plot)),
        spans=tuple(span for lane in lanes for span in _spans(by_lane[lane.service], lane, plot)),
    )


def _calendar_entry(case: Case, row: int, touchpoint: Touchpoint, *, open_ended: bool) -> _Entry:
    end = touchpoint.end
    if open_ended:
        until: float | None = case.window.last.toordinal() + 1
    elif end is not None and end.date() > touchpoint.start.date():
        until = _moment(end, timed=end.time() != time.min)
    else:
        until = None
    at = _moment(touchpoint.start, timed=touchpoint.timed)
    return _Entry(
        row,
        touchpoint.service,
        touchpoint.kind,
        touchpoint.outcome,
        at,
        until,
        open_ended,
        touchpoint.uncertain,
    )


def _moment(when: datetime, *, timed: bool) -> float:
    """Days, with the hour as a share of a day; noon where the hour is not known."""
    hour = (when.hour * 60 + when.minute) / 1440 if timed else 0.5
    return when.toordinal() + hour


def _by_time(entry: _Entry) -> tuple[float, int]:
    return entry.at, entry.row


def _edges(services: Sequence[int], frame: Frame, width: TextWidth) -> tuple[float, float]:
    names = max(width(service_name(service), frame.text, True) for service in Service)
    most = max(Counter(services).values(), default=0)
    counts = width(f"{most:,}", frame.text, False)
    pad = frame.text
    left = pad * 0.9 + names + pad + counts + pad
    return left, frame.width - frame.mark * 2


def _tick_room(frame: Frame) -> float:
    return frame.text * 5.5


def _lanes(
    by_lane: Mapping[Service, Sequence[_Entry]], supplied: frozenset[Service], plot: _Plot
) -> tuple[Lane, ...]:
    shown = [service for service in Service if service is not Service.OTHER or by_lane[service]]
    wanted = [_height_wanted(by_lane[service], plot) for service in shown]
    lanes, top = [], plot.top
    for service, height in zip(shown, _heights(wanted, plot), strict=True):
        count = len(by_lane[service])
        state = "" if count else NO_CONTACT if service in supplied else NOT_SUPPLIED
        lanes.append(Lane(service, service_name(service), count, top + height / 2, height, state))
        top += height
    return tuple(lanes)


def _height_wanted(entries: Sequence[_Entry], plot: _Plot) -> float:
    """What a lane needs so that all its contacts stand apart, in pixels."""
    points = [plot.scale(entry.at) for entry in entries if entry.until is None]
    needed = rows_needed(points, _apart(plot.frame), _MOST_SUB_ROWS) if points else 0
    tracks = max(_tracks(entries), default=-1) + 1
    return max(needed * _apart(plot.frame) + plot.frame.mark, tracks * plot.frame.mark * 1.6)


def _heights(wanted: Sequence[float], plot: _Plot) -> list[float]:
    """The plot's height shared out: to each lane its name's height at least, then what it wants, then alike."""
    whole = plot.bottom - plot.top
    least = min(plot.frame.text * 1.45, whole / len(wanted))
    needed = [max(want, least) for want in wanted]
    spare = whole - sum(needed)
    if spare >= 0:
        return [need + spare / len(needed) for need in needed]
    kept = (whole - least * len(needed)) / (sum(needed) - least * len(needed))
    return [least + (need - least) * kept for need in needed]


def _apart(frame: Frame) -> float:
    return frame.mark * 2 + 1


def _marks(entries: Sequence[_Entry], lane: Lane, plot: _Plot) -> list[Mark]:
    points = [entry for entry in entries if entry.until is None]
    frame = plot.frame
    pitch = frame.mark * 2 + 1
    rows = max(1, int((lane.height - 2) // pitch))
    low, high = plot.scale.left + frame.mark, plot.scale.right - frame.mark
    xs = [min(max(plot.scale(entry.at), low), high) for entry in points]
    longer = frame.mark * 2.2
    spots = dodge(xs, _apart(frame), rows, longer, high)
    sub_rows = [spot.sub_row for spot in spots] or [0]
    centre = (min(sub_rows) + max(sub_rows)) / 2
    marks = []
    for spot in spots:
        members = [points[member] for member in spot.members]
        first = members[0]
        more = longer / 2 if len(members) > 1 else 0
        marks.append(
            Mark(
                x=spot.x + more,
                y=lane.middle + (spot.sub_row - centre) * pitch,
                radius=frame.mark,
                half=frame.mark + more,
                service=lane.service,
                kind=first.kind,
                outcome=first.outcome,
                uncertain=any(entry.uncertain for entry in members),
                rows=tuple(entry.row for entry in members),
            )
        )
    return marks


def _spans(entries: Sequence[_Entry], lane: Lane, plot: _Plot) -> list[Span]:
    inner = lane.height * 0.7
    tracks = _tracks(entries)
    many = max(tracks, default=0) + 1
    height = max(_THINNEST_SPAN, inner / many - 1)
    step = (inner - height) / max(1, many - 1)
    top = lane.middle - inner / 2
    lasting = [(entry, entry.until) for entry in entries if entry.until is not None]
    return [
        _span(entry, until, top + track * step, height, plot)
        for (entry, until), track in zip(lasting, tracks, strict=True)
    ]


def _span(entry: _Entry, until: float, top: float, height: float, plot: _Plot) -> Span:
    left = max(plot.scale(entry.at), plot.scale.left)
    right = max(min(plot.scale(until), plot.scale.right), left + plot.frame.mark * 1.4)
    attended = entry.outcome is Outcome.ATTENDED
    return Span(left, right, top, height, entry.service, entry.goes_on, attended, entry.row)


def _tracks(entries: Sequence[_Entry]) -> list[int]:
    """For each stay or open service, in order, the first track that is free when it begins."""
    lasts: list[float] = []
    tracks = []
    for entry in entries:
        if entry.until is None:
            continue
        track = next((place for place, last in enumerate(lasts) if entry.at >= last), len(lasts))
        lasts[track : track + 1] = [entry.until]
        tracks.append(track)
    return tracks


def _silences(
    stretches: Sequence[tuple[float, float, str]], plot: _Plot, width: TextWidth
) -> tuple[Silence, ...]:
    """The stretches, each with its words if they fit under it and clear of the words before."""
    text, found, taken = plot.frame.text, [], plot.scale.left
    for first, last, label in stretches:
        left, right = plot.scale(first), plot.scale(last)
        half = width(label, text, False) / 2
        middle = min(max((left + right) / 2, plot.scale.left + half), plot.scale.right - half)
        fits = middle - half >= taken
        if fits:
            taken = middle + half + text
        found.append(Silence(left, right, middle, label if fits else ""))
    return tuple(found)
