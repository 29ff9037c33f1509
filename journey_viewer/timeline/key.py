"""The key: what the marks mean, and only of those that stand on this picture."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.timeline.layout import AnonymousLayout, Geometry, Mark, Span, TextWidth
from journey_viewer.timeline.shapes import figure
from journey_viewer.timeline.wrapping import in_a_sentence

_OUTCOMES = (
    (Outcome.ATTENDED, "attended"),
    (Outcome.DID_NOT_ATTEND, "did not attend"),
    (Outcome.CANCELLED_BY_PERSON, "cancelled by the person"),
    (Outcome.CANCELLED_BY_SERVICE, "cancelled by the service"),
    (Outcome.REFERRED, "referral"),
    (Outcome.REFUSED, "refused or closed"),
    (Outcome.UNKNOWN, "outcome not known"),
)


KEY_PITCH = 1.5
BAND_WORDS, LINK_WORDS = "days of a finding", "one contact, then the next, of a finding"


@dataclass(frozen=True)
class Sign:
    """The sample of a band or a link of findings, in pixels; a link leads from the lower left to the upper right."""

    kind: Literal["band", "link"]
    left: float
    top: float
    width: float
    height: float


Sample = Mark | Span | Sign


@dataclass(frozen=True)
class KeyItem:
    """A sample and its words, which begin at ``x``, ``size`` pixels high; in grey, for every service alike."""

    sample: Sample
    text: str
    x: float
    size: float


def lay_out_key(
    layout: Geometry, *, left: float, right: float, middle: float, width: TextWidth
) -> tuple[KeyItem, ...]:
    """The items side by side around the height ``middle``, in smaller text where there are many."""
    size = layout.frame.text
    while True:
        items, end = _in_a_row(layout, left, middle, size, width)
        if end <= right or size < 9.2:
            return items
        size *= 0.93


def lay_out_sign_key(
    layout: Geometry, *, left: float, middle: float, size: float, width: TextWidth
) -> tuple[KeyItem, ...]:
    """On the screen, where each band has its words: what bands and links are, of those on this picture."""
    radius, items = size * 0.6, []
    for sample, text in _signs_of(layout, BAND_WORDS, LINK_WORDS):
        x = left + _length(sample, radius) + size * 0.4
        items.append(KeyItem(_at(sample, left, middle, radius), text, x, size))
        left = x + width(text, size, False) + size
    return tuple(items)


def lay_out_page_key(
    layout: Geometry, *, left: float, right: float, top: float, size: float, width: TextWidth
) -> tuple[tuple[KeyItem, ...], int]:
    """The items in as many rows as they need in text of this size, ``KEY_PITCH`` heights of letters apart.

    ``top`` is the middle of the first row. Returns the items and how many rows they are.
    """
    radius = layout.frame.mark
    items: list[KeyItem] = []
    x, row = left, 0
    for sample, text in _samples(layout):
        long = _length(_at(sample, 0, 0, radius), radius) + size * 0.4 + width(text, size, False)
        if x > left and x + long > right:
            x, row = left, row + 1
        placed = _at(sample, x, top + row * size * KEY_PITCH, radius)
        items.append(KeyItem(placed, text, x + _length(placed, radius) + size * 0.4, size))
        x += long + size
    return tuple(items), row + 1 if items else 0


def _in_a_row(
    layout: Geometry, left: float, middle: float, size: float, width: TextWidth
) -> tuple[tuple[KeyItem, ...], float]:
    radius = layout.frame.mark
    items: list[KeyItem] = []
    x = end = left
    for sample, text in _samples(layout):
        placed = _at(sample, x, middle, radius)
        x += _length(placed, radius) + size * 0.4
        items.append(KeyItem(placed, text, x, size))
        end = x + width(text, size, False)
        x = end + size
    return tuple(items), end


def _length(sample: Sample, radius: float) -> float:
    if isinstance(sample, Span):
        return radius * 4
    if isinstance(sample, Sign):
        return radius * 2.4
    return (sample.half + beyond(sample, radius)) * 2


def left_of(sample: Sample) -> float:
    """Where a sample begins, with its ring or the line through it."""
    if isinstance(sample, Mark):
        return sample.x - sample.half - beyond(sample, sample.radius)
    return sample.left


def middle_of(sample: Sample) -> float:
    """Half way up it."""
    return sample.y if isinstance(sample, Mark) else sample.top + sample.height / 2


def moved(sample: Sample, right: float, down: float) -> Sample:
    """The same sample so many pixels farther to the right and down."""
    if isinstance(sample, Mark):
        return replace(sample, x=sample.x + right, y=sample.y + down)
    if isinstance(sample, Span):
        return replace(sample, left=sample.left + right, right=sample.right + right, top=sample.top + down)
    return replace(sample, left=sample.left + right, top=sample.top + down)


def beyond(sample: Mark, radius: float) -> float:
    """How far its ring or the line through it reaches beyond it on each side."""
    if sample.uncertain:
        return radius / 2
    return radius * figure("circle", sample.kind, sample.outcome).beyond


def _samples(layout: Geometry) -> list[tuple[Sample, str]]:
    shown = {_drawn_as(mark) for mark in layout.marks}
    samples: list[tuple[Sample, str]] = [
        (mark_showing(outcome), text) for outcome, text in _OUTCOMES if outcome in shown
    ]
    if any(mark.count > 1 for mark in layout.marks):
        samples.append((mark_showing(Outcome.ATTENDED, rows=(0, 0, 0)), "several close together"))
    if any(mark.uncertain for mark in layout.marks):
        samples.append((mark_showing(Outcome.ATTENDED, uncertain=True), "date uncertain"))
    for attended, text in ((True, "stay or open service"), (False, "wait")):
        if any(span.attended is attended for span in layout.spans):
            samples.append((Span(0, 0, 0, 0, Service.OTHER, False, attended, -1), text))
    return [*samples, *_signs(layout)] if isinstance(layout, AnonymousLayout) else samples


def _drawn_as(mark: Mark) -> Outcome:
    """A referral that was refused has a cross, as everything that was (``shapes.figure``)."""
    is_arrow = mark.kind is Kind.REFERRAL and mark.outcome is not Outcome.REFUSED
    return Outcome.REFERRED if is_arrow else mark.outcome


def _signs(layout: AnonymousLayout) -> Iterator[tuple[Sample, str]]:
    band, link = layout.found_names
    return _signs_of(layout, in_a_sentence(band), in_a_sentence(link))


def _signs_of(layout: Geometry, band: str, link: str) -> Iterator[tuple[Sample, str]]:
    if layout.finding_bands:
        yield Sign("band", 0, 0, 0, 0), band
    if layout.links:
        yield Sign("link", 0, 0, 0, 0), link


def mark_showing(outcome: Outcome, *, rows: tuple[int, ...] = (0,), uncertain: bool = False) -> Mark:
    return Mark(0, 0, 0, 0, Service.OTHER, Kind.CONTACT, outcome, uncertain, rows)


def _at(sample: Sample, x: float, middle: float, radius: float) -> Sample:
    if isinstance(sample, Sign):
        return Sign(sample.kind, x, middle - radius, radius * 2.4, radius * 2)
    if isinstance(sample, Span):
        box = (x, x + radius * 4, middle - radius * 0.9, radius * 1.8)
        return Span(*box, sample.service, sample.goes_on, sample.attended, sample.row)
    half = radius * (2.1 if sample.count > 1 else 1)
    return Mark(
        x + half + beyond(sample, radius),
        middle,
        radius,
        half,
        sample.service,
        sample.kind,
        sample.outcome,
        sample.uncertain,
        sample.rows,
    )
