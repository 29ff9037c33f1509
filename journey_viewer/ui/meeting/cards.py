"""What lies over a page when it is asked for: every key, and all that was decided about a case."""

from journey_viewer.timeline.layout import TextWidth
from journey_viewer.ui.meeting.keys import KEYS_IN_WORDS
from journey_viewer.ui.meeting.told import Told
from journey_viewer.ui.meeting.wall import BESIDE, BODY, HEIGHT, LINE, MARGIN, Box, Item, Words, fitted, points

_TOP, _PAD = 60.0, 34.0
_KEYS_SIZE = BODY
_CLOSES = "Esc closes this"


def keys_card(width: float, measure: TextWidth) -> list[Item]:
    """Every key in two columns."""
    half = -(-len(KEYS_IN_WORDS) // 2)
    column = (width - 2 * MARGIN - 3 * _PAD) / 2
    items = _card("Keys", width, measure)
    first = _TOP + _PAD + BODY * LINE * 1.3
    pitch = min(BODY * 1.75, (HEIGHT - _TOP - _PAD - first) / half)
    for place, (key, words) in enumerate(KEYS_IN_WORDS):
        side, row = divmod(place, half)
        x, y = MARGIN + _PAD + side * (column + _PAD), first + row * pitch
        long = measure(key, _KEYS_SIZE, True)
        items.append(Words(key, x, y, _KEYS_SIZE, bold=True))
        begun = Words(words, x + max(long + 24, column * 0.36), y, _KEYS_SIZE)
        items.append(fitted(begun, x + column - begun.x, measure))
    return items


def decided_card(label: str, told: Told, width: float, measure: TextWidth) -> list[Item]:
    """All that was decided about a case, as much as there is room for."""
    items = _card(f"{label}: what was decided", width, measure)
    room, bottom = width - 2 * MARGIN - 2 * _PAD, HEIGHT - _TOP - _PAD
    y = _TOP + _PAD + BODY * LINE * 1.3
    level = [" · ".join(part for part in (told.level, told.why) if part)] if told.level else []
    for heading, texts in (
        ("Who can solve this", level),
        ("Who else at the table", [" · ".join(told.partners)] if told.partners else []),
        ("Ideas", list(told.ideas)),
        ("What we will do", [f"{number} {action}" for number, action in enumerate(told.actions, 1)]),
    ):
        if not texts or y + 2 * BODY * LINE > bottom:
            continue
        items.append(Words(heading, MARGIN + _PAD, y, bold=True, colour="navy"))
        lines = points(texts, Words("", MARGIN + _PAD, y + BODY * LINE), room, bottom, measure)
        items += lines
        y = lines[-1].y + BODY * LINE * 1.25
    if y == _TOP + _PAD + BODY * LINE * 1.3:
        items.append(Words("Nothing yet.", MARGIN + _PAD, y, colour="quiet"))
    return items


def _card(title: str, width: float, measure: TextWidth) -> list[Item]:
    long = measure(_CLOSES, BESIDE, False)
    head = Words(title, MARGIN + _PAD, _TOP + _PAD / 2, bold=True)
    return [
        Box(MARGIN, _TOP, width - 2 * MARGIN, HEIGHT - 2 * _TOP, "ground", "ink"),
        fitted(head, width - 2 * MARGIN - 3 * _PAD - long, measure),
        Words(_CLOSES, width - MARGIN - _PAD - long, _TOP + _PAD / 2 + 10, BESIDE, colour="quiet", role="beside"),
    ]
