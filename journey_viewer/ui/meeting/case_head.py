"""The head of a case's page: whose it is, the one sentence about it, and its numbers. No Qt."""

from collections.abc import Sequence
from dataclasses import replace

from journey_viewer.timeline.layout import TextWidth
from journey_viewer.ui.meeting.steps import Journey
from journey_viewer.ui.meeting.wall import (
    BESIDE,
    BODY,
    HEAD_TOP,
    LINE,
    MARGIN,
    TITLE,
    Item,
    Words,
    fitted,
    paragraph,
    points,
)

_UNDER, _UNDER_A_SENTENCE = 112.0, 156.0
_FIGURE, _SMALLER, _MOST_FIGURES, _APART = 78.0, 62.0, 4, 84.0


def case_head(journey: Journey, beside: str, width: float, measure: TextWidth) -> list[Item]:
    """``beside``: where the meeting is. Numbers stand as many as there is room for."""
    whose = _whose(journey, beside, width, measure)
    sentence = _sentence(journey)
    if not sentence:
        return [*whose, *_figures(journey, width, measure)]
    said = paragraph(Words(sentence, MARGIN, _UNDER - 10, bold=True), width - 2 * MARGIN, 2, measure)
    return [*whose, *said, *(_in_a_line(journey, width, measure) if len(said) == 1 else ())]


def _sentence(journey: Journey) -> str:
    """As on an exported page: what somebody wrote for it, else the strongest finding; "" where there is neither."""
    return journey.case.headline or journey.case.strongest


def _whose(journey: Journey, beside: str, width: float, measure: TextWidth) -> list[Item]:
    case = journey.case
    label = Words(case.label, MARGIN, HEAD_TOP, TITLE, bold=True, role="title")
    after = MARGIN + measure(case.label, TITLE, True) + 28
    long = measure(beside, BESIDE, False)
    about = " · ".join(part for part in (case.description, case.about) if part)
    y = HEAD_TOP + (TITLE - BODY) * 0.98
    return [
        label,
        fitted(Words(about, after, y, colour="quiet"), width - MARGIN - long - 28 - after, measure),
        Words(beside, width - MARGIN - long, y + 12, BESIDE, colour="quiet", role="beside"),
    ]


def _in_a_line(journey: Journey, width: float, measure: TextWidth) -> list[Item]:
    """Those of the numbers that have room beside each other, in their order; a long one is left out."""
    items: list[Item] = []
    x = MARGIN
    for one in journey.case.headlines:
        number = Words(one.value, x, _UNDER_A_SENTENCE, _SMALLER, bold=True, colour="navy", role="figure")
        after = x + measure(one.value, _SMALLER, True) + 18
        words = Words(one.label, after, _UNDER_A_SENTENCE + (_SMALLER - BODY) * 0.98)
        right = after + measure(one.label, BODY, False)
        if right <= width - MARGIN:
            items += [number, words]
            x = right + _APART
    return items


def _figures(journey: Journey, width: float, measure: TextWidth) -> list[Item]:
    """The first of the numbers, as many as have room for their words in two lines."""
    told = [(one.value, one.label) for one in journey.case.headlines[:_MOST_FIGURES]]
    while told:
        items = _side_by_side(told, width, measure) or _in_columns(told, width, measure)
        if items is not None or len(told) == 1:
            return items or []
        told = told[:-1]
    return []


def _side_by_side(told: Sequence[tuple[str, str]], width: float, measure: TextWidth) -> list[Item] | None:
    """Each in one line; None where they have no room for it."""
    x, y = MARGIN, _UNDER - 6 + BODY * LINE / 2
    items: list[Item] = []
    for figure, words in told:
        number = Words(figure, x, _UNDER - 4, _FIGURE, bold=True, colour="navy", role="figure")
        x += measure(figure, _FIGURE, True) + 18
        items += [number, Words(words, x, y)]
        x += measure(words, BODY, False) + _APART
    return items if x - _APART <= width - MARGIN else None


def _in_columns(told: Sequence[tuple[str, str]], width: float, measure: TextWidth) -> list[Item] | None:
    """None where the words of one need more than two lines."""
    wide = (width - 2 * MARGIN) / len(told)
    items: list[Item] = []
    for place, (figure, words) in enumerate(told):
        x = MARGIN + place * wide
        after = measure(figure, _FIGURE, True) + 18
        number = Words(figure, x, _UNDER - 4, _FIGURE, bold=True, colour="navy", role="figure")
        begun = Words("", x + after, _UNDER - 6)
        lines = points([words], begun, wide - after - 20, _UNDER + 9 * BODY, measure)
        if len(lines) > 2 and len(told) > 1:
            return None
        middle = (2 - min(len(lines), 2)) * BODY * LINE / 2
        items += [number, *(replace(line, y=line.y + middle) for line in lines[:2])]
    return items
