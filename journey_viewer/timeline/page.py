"""One case on one page: what the picture and the slide both show, word for word and place for place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from journey_viewer.model.words import OUTCOME_NAMES, Outcome, service_name
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousTouchpoint
from journey_viewer.timeline.key import KeyItem, lay_out_key
from journey_viewer.timeline.lay_out import lay_out_anonymous
from journey_viewer.timeline.layout import AnonymousLayout, Frame, TextWidth

PAGE_WIDTH, PAGE_HEIGHT = 1920, 1080
MARGIN = 60
_INNER = PAGE_WIDTH - 2 * MARGIN
_SWIMLANE = Frame(width=_INNER, height=622, text=24, mark=9.5)
_SWIMLANE_TOP = 138
_KEY_MIDDLE = 778
_FACTS_TOP = 806
_FACTS_LINES = 5
_FOOTER = (
    "Anonymised, for learning. Ages in bands; time as months from this person’s first touchpoint in the period,"
    " with only the order kept inside a month."
)

Role = Literal["title", "subtitle", "heading", "bullet", "more", "footer"]


@dataclass(frozen=True)
class Line:
    """One line of text: ``x``, ``y`` its top left corner and ``size`` its height of letters, in pixels.

    A "bullet" begins a point of a list and "more" goes on with it.
    """

    role: Role
    text: str
    x: float
    y: float
    size: float
    bold: bool
    colour: str


@dataclass(frozen=True)
class Page:
    """A page of 1920 × 1080 pixels: lines of text, the swimlane with its top left corner, and its key.

    ``described`` says the picture in one sentence for people who do not see it; ``notes`` holds
    everything that the page shows, and every touchpoint, in words.
    """

    label: str
    lines: tuple[Line, ...]
    swimlane: AnonymousLayout
    left: float
    top: float
    key: tuple[KeyItem, ...]
    described: str
    notes: str


def lay_out_page(case: AnonymousCase, width: TextWidth) -> Page:
    """The page of one case. ``width`` measures the widest font that the page may be shown in."""
    swimlane = lay_out_anonymous(case, _SWIMLANE, width)
    lines = (
        Line("title", case.title, MARGIN, 30, 44, True, "ink"),
        Line("subtitle", f"{case.description}.", MARGIN, 90, 28, False, "quiet"),
        *_facts("What we see", case.seen, MARGIN, width),
        *_facts("What the lists cover", case.covered, PAGE_WIDTH / 2 + MARGIN, width),
        Line("footer", _FOOTER, MARGIN, 1040, 22, False, "quiet"),
    )
    return Page(
        label=case.label,
        lines=lines,
        swimlane=swimlane,
        left=MARGIN,
        top=_SWIMLANE_TOP,
        key=lay_out_key(swimlane, left=MARGIN, right=PAGE_WIDTH - MARGIN, middle=_KEY_MIDDLE, width=width),
        described=_described(case),
        notes=_notes(case),
    )


def _facts(heading: str, facts: tuple[str, ...], x: float, width: TextWidth) -> Iterator[Line]:
    """As many whole facts as there are lines for; all of them stand in the notes."""
    yield Line("heading", heading, x, _FACTS_TOP, 28, True, "navy")
    y, left = _FACTS_TOP + 42.0, _FACTS_LINES
    for fact in facts:
        wrapped = wrap(fact, _INNER / 2 - 2 * MARGIN, 24, width)
        if len(wrapped) > left:
            continue
        left -= len(wrapped)
        for place, text in enumerate(wrapped):
            yield Line("more" if place else "bullet", text, x + 30, y, 24, False, "ink")
            y += 34


def wrap(text: str, room: float, size: float, width: TextWidth) -> list[str]:
    """The text in lines no wider than ``room`` pixels; a single word that is wider has its own line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, False) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _described(case: AnonymousCase) -> str:
    counts = ", ".join(f"{service_name(service)} {count}" for service, count in case.counts.items())
    return f"Swimlane of {case.title}. Touchpoints by service: {counts}. Every touchpoint is in the notes."


def _notes(case: AnonymousCase) -> str:
    blocks = [
        f"{case.title}. {case.description}.",
        "What we see:\n" + _bullets(case.seen),
        "What the lists cover:\n" + _bullets(case.covered),
        "The journey, month by month (month 1 begins with the first touchpoint):\n" + _chronology(case),
        _FOOTER,
    ]
    return "\n\n".join(blocks)


def _bullets(facts: Iterable[str]) -> str:
    return "\n".join(f"• {fact}." for fact in facts)


def _chronology(case: AnonymousCase) -> str:
    months = groupby(case.touchpoints, key=_month)
    return "\n".join(
        f"Month {month}: {'; '.join(_in_words(touchpoint) for touchpoint in touchpoints)}."
        for month, touchpoints in months
    )


def _month(touchpoint: AnonymousTouchpoint) -> int:
    return touchpoint.month


def _in_words(touchpoint: AnonymousTouchpoint) -> str:
    details = [touchpoint.clinician, touchpoint.lasting]
    if touchpoint.outcome is not Outcome.ATTENDED:
        details.append(OUTCOME_NAMES[touchpoint.outcome])
    if touchpoint.uncertain:
        details.append("date uncertain")
    told = ", ".join(detail for detail in details if detail)
    name = service_name(touchpoint.service)
    return f"{name} ({told})" if told else name
