"""What takes the place of a page when it is asked for: every key, and all that was decided about a case."""

from journey_viewer.timeline.layout import TextWidth
from journey_viewer.ui.meeting.keys import KEYS_IN_WORDS
from journey_viewer.ui.meeting.told import Told
from journey_viewer.ui.meeting.wall import (
    BODY,
    HEIGHT,
    LINE,
    MARGIN,
    Item,
    Words,
    fitted,
    headed,
    points,
)

_BEGINS, _BOTTOM = 140.0, 32.0
_CLOSES = "Esc closes this"


def keys_card(width: float, measure: TextWidth) -> list[Item]:
    """Every key in two columns."""
    half = -(-len(KEYS_IN_WORDS) // 2)
    column = (width - 3 * MARGIN) / 2
    items: list[Item] = [*headed("Keys", _CLOSES, width, measure)]
    pitch = min(BODY * 2, (HEIGHT - _BOTTOM - _BEGINS) / half)
    for place, (key, words) in enumerate(KEYS_IN_WORDS):
        side, row = divmod(place, half)
        x, y = MARGIN + side * (column + MARGIN), _BEGINS + row * pitch
        long = measure(key, BODY, True)
        items.append(Words(key, x, y, BODY, bold=True))
        begun = Words(words, x + max(long + 24, column * 0.34), y, BODY)
        items.append(fitted(begun, x + column - begun.x, measure))
    return items


def decided_card(label: str, told: Told, width: float, measure: TextWidth) -> list[Item]:
    """All that was decided about a case, as much as there is room for."""
    items: list[Item] = [*headed(f"{label}: what was decided", _CLOSES, width, measure)]
    room, bottom = width - 2 * MARGIN, HEIGHT - _BOTTOM
    y = _BEGINS
    level = [" · ".join(part for part in (told.level, told.why) if part)] if told.level else []
    for heading, texts in (
        ("Who can solve this", level),
        ("Who else at the table", [" · ".join(told.partners)] if told.partners else []),
        ("Ideas", list(told.ideas)),
        ("What we will do", [f"{number} {action}" for number, action in enumerate(told.actions, 1)]),
    ):
        if not texts or y + 2 * BODY * LINE > bottom:
            continue
        items.append(Words(heading, MARGIN, y, bold=True, colour="navy"))
        lines = points(texts, Words("", MARGIN, y + BODY * LINE), room, bottom, measure)
        items += lines
        y = lines[-1].y + BODY * LINE * 1.25
    if y == _BEGINS:
        items.append(Words("Nothing yet.", MARGIN, y, colour="quiet"))
    return items
