"""What the tests of the timeline share: a width of text without a font, a frame, and a layout as readable text."""

from collections.abc import Iterator

from journey_viewer.timeline.layout import Flag, Frame, Geometry, Label, Lane, Layout, Mark, Span

FRAME = Frame(1000, 420)


def width(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.55 if bold else 0.5)


def as_text(layout: Geometry) -> str:
    """A line a lane and under it a line for everything in it, from left to right."""
    return "\n".join(_lines(layout)) + "\n"


def _lines(layout: Geometry) -> Iterator[str]:
    plot = f"x {layout.left:.0f} to {layout.right:.0f}, y {layout.top:.0f} to {layout.bottom:.0f}"
    yield f"{type(layout).__name__} · {plot} · {layout.day_zero}"
    yield "ticks: " + ", ".join(
        f"{tick.label} at {tick.x:.0f}{' (strong)' * tick.strong}" for tick in layout.ticks
    )
    for silence in layout.silences:
        yield f"silence: {silence.left:.0f} to {silence.right:.0f}: {silence.label or '(no room for words)'}"
    for fold in layout.folds:
        yield f"fold: {fold.left:.0f} to {fold.right:.0f}: {fold.label}"
    for shade in layout.shades:
        label = "" if shade.label == shade.name else " (no room for words)"
        yield f"shade: {shade.left:.0f} to {shade.right:.0f} {shade.name}{label}".rstrip()
    if layout.died is not None:
        yield f"died: {layout.died:.0f}"
    for lane in layout.lanes:
        yield f"{lane.name}: {lane.state or lane.count} · y {lane.top:.0f} to {lane.top + lane.height:.0f}"
        yield from (f"    {_mark(mark, lane)}" for mark in layout.marks if mark.service in lane.services)
        yield from (f"    {_span(span, lane)}" for span in layout.spans if span.service in lane.services)
    if isinstance(layout, Layout):
        yield from (f"label: {_label(label)}" for label in layout.labels)
        yield from (f"flag: {_flag(flag)}" for flag in layout.flags)
        yield from (f"bracket: {b.left:.0f} to {b.right:.0f}, {_flag(b.flag)}" for b in layout.brackets)


def _label(label: Label) -> str:
    return f"{label.left:.0f} to {label.left + label.width:.0f}, y {label.middle:.0f}: {label.text}"


def _flag(flag: Flag) -> str:
    words = f"{flag.tone or 'neither'}{' (vanished)' * flag.vanished}"
    return f"{words} at {flag.x:.0f}, {flag.y:.0f}: notes {', '.join(map(str, flag.numbers))}"


def _mark(mark: Mark, lane: Lane) -> str:
    kind = "" if mark.kind == "contact" else f"{mark.kind} "
    rows = f"rows {', '.join(map(str, mark.rows))}" if mark.count > 1 else f"row {mark.rows[0]}"
    uncertain = " (date uncertain)" if mark.uncertain else ""
    service = f"{mark.service} " if len(lane.services) > 1 else ""
    dim = ", dimmed" if mark.dim else ""
    return f"{mark.x:.0f} {mark.y - lane.middle:+.0f}: {service}{kind}{mark.outcome}{uncertain}, {rows}{dim}"


def _span(span: Span, lane: Lane) -> str:
    words = f"{'' if span.attended else ', not attended'}{', goes on' if span.goes_on else ''}"
    words += f"{f', {span.count} together' if span.count > 1 else ''}{', dimmed' if span.dim else ''}"
    return f"{span.left:.0f} to {span.right:.0f} {span.top - lane.middle:+.0f}: span{words}, row {span.row}"
