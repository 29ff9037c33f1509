"""The first page of a pack: what it is, of how much it tells, what its numbers mean, and what was left out."""

from collections.abc import Iterator, Sequence

from journey_viewer import __version__
from journey_viewer.model.phrases import many, plural
from journey_viewer.model.words import Outcome
from journey_viewer.privacy.anonymous_case import AnonymousHeadline
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import INNER, MARGIN, Page, footer_line
from journey_viewer.timeline.page_numbers import NumberSizes, lay_out_numbers
from journey_viewer.timeline.wrapping import one_line, shorten, wrap

USUAL_TITLE = "Deep dive"
NOT_A_DEVICE = "For people who decide together what could be different. It gives no advice about treatment."
MEANING, LEFT_OUT = "What the numbers mean", "What was left out"
WHAT_WAS_LEFT_OUT = (
    "Names, numbers and days: in their place are bands of age, and months from a person’s first touchpoint.",
    "Who was seen, and where: in their place are a role and a number, a kind of place and a letter.",
    "Contacts that are marked as sensitive, and people who object.",
    "All that was written, but for words that were chosen for sharing.",
)
"""The same of every pack; each case's page says what is special about it."""
_MADE = f"Journey Viewer {__version__}."
_WHAT = "Journeys across every service, one person a page"
_FOR = "Anonymised, for learning"
_SIZES = (88, 72, 60, 48)
_NUMBERS = NumberSizes(72, 28, 36)
_TOP, _NUMBERS_TOP, _POINTS_TOP = 90.0, 410.0, 636.0
_HEADING, _POINT, _PITCH = 32, 26, 36.0
_COLUMN, _INDENT = INNER / 2 - 40, 30


def lay_out_title(pack: AnonymousPack, width: TextWidth) -> Page:
    """The typed title or "Deep dive", and under it what everybody should know before the first case."""
    title = one_line(pack.title) or USUAL_TITLE
    lines = _title(title, width)
    y = lines[-1].y + lines[-1].size * 1.3 + 8
    lines.append(Line("subtitle", _WHAT, MARGIN, y, 36, False, "ink"))
    lines.append(Line("subtitle", _FOR, MARGIN, y + 50, 32, False, "accent"))
    told = _numbers(pack)
    numbers, _ = lay_out_numbers(told, (MARGIN, _NUMBERS_TOP), INNER, _NUMBERS, width)
    lines += numbers
    counted, *points = what_the_numbers_mean(pack)
    lines += _points(MEANING, points, MARGIN, width)
    lines += _points(LEFT_OUT, WHAT_WAS_LEFT_OUT, MARGIN + INNER / 2 + 10, width)
    lines.append(footer_line(f"{NOT_A_DEVICE} {_MADE}"))
    in_words = "; ".join(f"{number.value} {number.label}" for number in told)
    meaning, left_out = ("\n".join(f"• {point}" for point in each) for each in (points, WHAT_WAS_LEFT_OUT))
    return Page(
        label="Title",
        lines=tuple(lines),
        swimlane=None,
        left=MARGIN,
        top=_POINTS_TOP,
        key=(),
        described=f"{title}: {counted} {_FOR}.",
        notes=f"{title}\n{_WHAT}. {_FOR}.\n{in_words}.\n\n{MEANING}:\n{meaning}\n\n{LEFT_OUT}:\n{left_out}\n\n{NOT_A_DEVICE} {_MADE}",
        kind="title",
    )


def _numbers(pack: AnonymousPack) -> tuple[AnonymousHeadline, ...]:
    """Of how much the pack tells, as numbers that can be read from the back of the room."""
    drawn, attended = _counts(pack)
    services = len({service for case in pack.cases for service in case.counts})
    months = max((case.months for case in pack.cases), default=0)
    with_services = f"{plural(drawn, 'touchpoint')} with {many(services, 'service')}"
    return (
        AnonymousHeadline(f"{len(pack.cases):,}", plural(len(pack.cases), "case")),
        AnonymousHeadline(f"{drawn:,}", with_services),
        AnonymousHeadline(f"{attended:,}", "of them attended contacts"),
        AnonymousHeadline(
            f"{months}", f"{plural(months, 'month')} at most, from a person’s first touchpoint"
        ),
    )


def _points(heading: str, points: Sequence[str], left: float, width: TextWidth) -> Iterator[Line]:
    yield Line("heading", heading, left, _POINTS_TOP, _HEADING, True, "navy")
    y = _POINTS_TOP + 52
    for point in points:
        for place, text in enumerate(wrap(point, _COLUMN - _INDENT, _POINT, width)):
            yield Line("more" if place else "bullet", text, left + _INDENT, y, _POINT, False, "ink")
            y += _PITCH


def _title(title: str, width: TextWidth) -> list[Line]:
    size = next((size for size in _SIZES if width(title, size, True) <= INNER), _SIZES[-1])
    wrapped = wrap(title, INNER, size, width, bold=True)
    kept = shorten(wrapped, 3, INNER, size, width, bold=True)
    return [
        Line("title", text, MARGIN, _TOP + place * size * 1.25, size, True, "ink")
        for place, text in enumerate(kept)
    ]


def what_the_numbers_mean(pack: AnonymousPack) -> tuple[str, ...]:
    """How many of how many, and what that does not say: the same in every pack, with its own numbers."""
    drawn, attended = _counts(pack)
    cases = many(len(pack.cases), "case")
    return (
        f"{cases} in all: {drawn:,} touchpoints drawn, {attended:,} of them attended contacts.",
        "A touchpoint is a dated contact with a service, missed or cancelled ones too; a contact was attended.",
        "The cases were chosen, not sampled: they show what can happen, and never how often it does.",
        "Only what the lists hold is drawn. A service whose list was not supplied is marked so, and not counted as nought.",
        "What follows is not thereby caused: a picture shows the order of things, not the reason for them.",
    )


def _counts(pack: AnonymousPack) -> tuple[int, int]:
    """How many touchpoints are drawn, and how many of them are attended contacts."""
    told = [touchpoint for case in pack.cases for touchpoint in case.touchpoints]
    return len(told), sum(touchpoint.outcome is Outcome.ATTENDED for touchpoint in told)
