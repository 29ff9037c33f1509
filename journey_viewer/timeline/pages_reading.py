"""How to read the pictures: an invented one with numbers on it, its whole key, and what each number means."""

from collections.abc import Iterator, Sequence

from journey_viewer.model.phrases import many, with_and
from journey_viewer.model.words import Outcome
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.timeline.example import example
from journey_viewer.timeline.key import lay_out_page_key
from journey_viewer.timeline.lay_out import lay_out_anonymous
from journey_viewer.timeline.layout import AnonymousLayout, Frame, Mark, TextWidth
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import INNER, MARGIN, PAGE_WIDTH, SMALLEST, Badge, Page, footer_line
from journey_viewer.timeline.wrapping import shorten, wrap

_TITLE = "How to read the pictures"
NOT_CAUSED = "Followed by is not caused by: a picture shows in which order things happened, never why."
INVENTED = "The journey on this page is invented: it is nobody’s."
_FRAME = Frame(INNER, 460, 24, 11)
_TOP, _KEY_TOP, _POINTS_TOP = 138.0, 622.0, 696.0
_SIZE, _PITCH, _APART, _RADIUS = 24, 33.0, 5.0, 15.0
_LOWEST = 1030.0
_COLUMN, _INDENT = INNER / 2 - 30, 46.0


def lay_out_reading(pack: AnonymousPack, width: TextWidth) -> Page:
    """Words for what is special in this pack are said too: quarters, families told as one."""
    swimlane = lay_out_anonymous(example(), _FRAME, width)
    points = how_to_read(pack)
    lines, numbers = _points(points, width)
    key, _ = lay_out_page_key(
        swimlane, left=MARGIN, right=PAGE_WIDTH - MARGIN, top=_KEY_TOP, size=SMALLEST, width=width
    )
    told = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    changed = changed_in_words(pack)
    said = f"\n\n{changed[0]}\n" + "\n".join(f"• {one}" for one in changed[1:]) if changed else ""
    keyed = ", ".join(item.text for item in key)
    return Page(
        label="How to read",
        lines=(
            Line("title", _TITLE, MARGIN, 30, 44, True, "ink"),
            Line("subtitle", NOT_CAUSED, MARGIN, 90, 28, False, "quiet"),
            *lines,
            *_changed(changed, lines[-1].y + _PITCH, width),
            footer_line(INVENTED),
        ),
        swimlane=swimlane,
        left=MARGIN,
        top=_TOP,
        key=key,
        described=f"An invented swimlane with the numbers 1 to {len(points)} on it. Each is explained below.",
        notes=f"{_TITLE}\n{NOT_CAUSED}\n\n{told}\n\nKey to the marks: {keyed}.{said}\n\n{INVENTED}",
        kind="reading",
        badges=(*numbers, *numbers_on(swimlane, (MARGIN, _TOP), _RADIUS, width)),
    )


def how_to_read(pack: AnonymousPack) -> tuple[str, ...]:
    """What the numbers on the page stand for, in their order."""
    families = any(case.folded for case in pack.cases)
    quarters = [case.label for case in pack.cases if case.step > 1]
    row = "A row is a service, with its colour and shape, and how many touchpoints it had."
    months = "Months count from the first touchpoint. Inside a month only the order is true, not the days."
    if families:
        row += " Several services can stand together under one name."
    if quarters:
        months += f" Three months are told together in {with_and(quarters)}."
    return (
        row,
        "Solid: it took place. Hollow: it did not. The key says more.",
        "A number in a mark: so many stand close together.",
        "A bar: a stay, or a service that is open. Without an end it goes on.",
        "Between dotted lines: whole months without any contact.",
        "“No contact recorded”: the list was there. Hatched: there was no list, so nothing is known.",
        months,
        "A coloured band: what somebody noted about these months.",
        "A band with dashed edges, a thin line: what a rule found, such as a crisis cluster, or A&E soon after the GP.",
    )


def changed_in_words(pack: AnonymousPack) -> tuple[str, ...]:
    """That thresholds of patterns are not our defaults, and then which; nothing where all of them are."""
    if not pack.changed:
        return ()
    count = len(pack.changed)
    several = many(count, "threshold of a pattern was", "thresholds of patterns were")
    return f"{several} changed for this pack:", *(one.in_words for one in pack.changed)


def _changed(changed: Sequence[str], top: float, width: TextWidth) -> Iterator[Line]:
    """In as many lines as there is room for; all of it stands in the notes."""
    if changed:
        text = f"{changed[0]} {'; '.join(changed[1:])}."
        most = max(int((_LOWEST - top) // _PITCH), 1)
        for place, line in enumerate(
            shorten(wrap(text, INNER, _SIZE, width), most, INNER, _SIZE, width, bold=False)
        ):
            yield Line("text", line, MARGIN, top + 6 + place * _PITCH, _SIZE, False, "navy")


def _points(points: Sequence[str], width: TextWidth) -> tuple[list[Line], list[Badge]]:
    """Two columns of numbered points."""
    lines: list[Line] = []
    badges: list[Badge] = []
    half = (len(points) + 1) // 2
    y = _POINTS_TOP
    for number, point in enumerate(points, 1):
        x = MARGIN if number <= half else MARGIN + INNER / 2
        y = _POINTS_TOP if number in (1, half + 1) else y + _APART
        badges.append(Badge(x + _RADIUS, y + _SIZE * 0.65, _RADIUS, str(number)))
        for text in wrap(point, _COLUMN - _INDENT, _SIZE, width):
            lines.append(Line("text", text, x + _INDENT, y, _SIZE, False, "ink"))
            y += _PITCH
    return lines, badges


def numbers_on(
    layout: AnonymousLayout, corner: tuple[float, float], radius: float, width: TextWidth
) -> Iterator[Badge]:
    """The numbers that stand on the invented swimlane, whose top left corner is at ``corner``."""
    left, top = corner
    for number, x, y in _places(layout, radius, width):
        yield Badge(left + x, top + y, radius, str(number))


def _places(layout: AnonymousLayout, radius: float, width: TextWidth) -> tuple[tuple[int, float, float], ...]:
    size, lanes, beside = layout.frame.text, layout.lanes, radius + 7
    hollow = next(mark for mark in layout.marks if mark.outcome is Outcome.DID_NOT_ATTEND)
    pile = max((mark for mark in layout.marks if mark.count > 1), key=_x_of)
    stay = next(span for span in layout.spans if span.attended)
    silence, band, tick = layout.silences[0], layout.bands[0], layout.ticks[0]
    silent = [lane for lane in lanes if lane.state]
    return (
        (1, -radius - 6, lanes[0].middle),
        (2, hollow.x + hollow.half + beside, hollow.y),
        (3, pile.x + pile.half + beside, pile.y),
        (4, stay.right + beside, stay.top + stay.height / 2),
        (5, silence.middle, (layout.top + layout.bottom) / 2),
        *((6, layout.left + size * 1.6 + width(lane.state, size, False), lane.middle) for lane in silent),
        (7, tick.x + width(tick.label, size, True) + size, layout.top - size * 1.05),
        *_found(layout, radius),
        (8, band.middle + width(band.label, size * 0.92, True) / 2 + size, band.top + size * 0.65),
    )


def _found(layout: AnonymousLayout, radius: float) -> Iterator[tuple[int, float, float]]:
    """On the dashed edge of a band, above its first lane."""
    for band in layout.finding_bands[:1]:
        yield 9, band.right, layout.top + radius + 4


def _x_of(mark: Mark) -> float:
    return mark.x
