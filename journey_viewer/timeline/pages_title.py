"""The first page of a pack: what it is, how many cases, and what its numbers mean and do not mean."""

from journey_viewer.model.words import Outcome
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import INNER, MARGIN, Page, footer_line
from journey_viewer.timeline.wrapping import one_line, shorten, wrap

USUAL_TITLE = "Deep dive"
NOT_A_DEVICE = "For people who decide together what could be different. It gives no advice about treatment."
_SIZES = (88, 72, 60, 48)
_TOP, _POINTS_TOP, _PITCH = 190.0, 600.0, 44.0


def lay_out_title(pack: AnonymousPack, width: TextWidth) -> Page:
    """The typed title or "Deep dive", and under it what everybody should know before the first case."""
    title = one_line(pack.title) or USUAL_TITLE
    lines = _title(title, width)
    y = lines[-1].y + lines[-1].size * 1.3 + 16
    counted = _cases(len(pack.cases))
    lines.append(Line("subtitle", counted, MARGIN, y, 44, False, "ink"))
    lines.append(Line("subtitle", "Anonymised, for learning", MARGIN, y + 64, 36, False, "accent"))
    points = what_the_numbers_mean(pack)
    lines.append(Line("heading", "What the numbers mean", MARGIN, _POINTS_TOP, 32, True, "navy"))
    y = _POINTS_TOP + 56
    for point in points:
        for place, text in enumerate(wrap(point, INNER - 60, 28, width)):
            lines.append(Line("more" if place else "bullet", text, MARGIN + 30, y, 28, False, "ink"))
            y += _PITCH
    lines.append(footer_line(NOT_A_DEVICE))
    told = "\n".join(f"• {point}" for point in points)
    return Page(
        label="Title",
        lines=tuple(lines),
        swimlane=None,
        left=MARGIN,
        top=_POINTS_TOP,
        key=(),
        described=f"{title}: {counted}, anonymised, for learning.",
        notes=f"{title}\n{counted}. Anonymised, for learning.\n\nWhat the numbers mean:\n{told}\n\n{NOT_A_DEVICE}",
        kind="title",
    )


def _title(title: str, width: TextWidth) -> list[Line]:
    size = next((size for size in _SIZES if width(title, size, True) <= INNER), _SIZES[-1])
    wrapped = wrap(title, INNER, size, width, bold=True)
    kept = shorten(wrapped, 3, INNER, size, width, bold=True)
    return [
        Line("title", text, MARGIN, _TOP + place * size * 1.25, size, True, "ink")
        for place, text in enumerate(kept)
    ]


def _cases(count: int) -> str:
    return f"{count:,} case{'s' * (count != 1)}"


def what_the_numbers_mean(pack: AnonymousPack) -> tuple[str, ...]:
    """How many of how many, and what that does not say: the same in every pack, with its own numbers."""
    told = [touchpoint for case in pack.cases for touchpoint in case.touchpoints]
    attended = sum(touchpoint.outcome is Outcome.ATTENDED for touchpoint in told)
    cases = _cases(len(pack.cases))
    return (
        f"{cases} in all: {len(told):,} touchpoints drawn, {attended:,} of them attended contacts.",
        "A touchpoint is a dated contact with a service, missed or cancelled ones too; a contact was attended.",
        "The cases were chosen, not sampled: they show what can happen, and never how often it does.",
        "Only what the lists hold is drawn. A service whose list was not supplied is marked so, and not counted as nought.",
        "What follows is not thereby caused: a picture shows the order of things, not the reason for them.",
    )
