"""The lower part of a case's page: what was decided, the step in words, or what is being typed. No Qt."""

from collections.abc import Sequence
from dataclasses import replace

from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.wrapping import wrap
from journey_viewer.ui.meeting.steps import Step
from journey_viewer.ui.meeting.told import Told, Typing
from journey_viewer.ui.meeting.wall import (
    BESIDE,
    BODY,
    HEIGHT,
    LINE,
    MARGIN,
    Box,
    Item,
    Words,
    fitted,
    paragraph,
)

PANEL_HIGH = 204.0
PANEL_TOP = HEIGHT - PANEL_HIGH - 20

_PAD = 26.0
_FIELD_HIGH, _CHOICE, _COLUMNS = 76.0, BODY * 1.26, 3
_HINTS = 2  # lines
_UNDER_AXIS = 62.0  # what stands under the axis, which is covered with it
_LEAST_TOLD = 4  # words of what will be done, its number among them
_NOTHING_LEVEL, NOTHING_ACTION = "Not said yet: L", "Nothing yet: A"


def decided_panel(told: Told, width: float, measure: TextWidth) -> list[Item]:
    """Who can solve this, and what will be done, beside each other: the newest action first."""
    room = (width - 2 * MARGIN - 3 * _PAD) / 2
    left, right = MARGIN + _PAD, MARGIN + 2 * _PAD + room
    table = f"At the table: {' · '.join(told.partners)}" if told.partners else told.why
    solve = _lines([told.level or _NOTHING_LEVEL, table], left, room, measure)
    numbered = [f"{number} {action}" for number, action in enumerate(told.actions, 1)]
    does = numbered[::-1] or [NOTHING_ACTION]
    do = action_lines(_under(right, does[0]), room, 2, measure)
    shown = 1 if len(do) > 1 else 2
    for text in does[1:shown]:
        begun = _under(right, text)
        do += action_lines(replace(begun, y=begun.y + BODY * LINE), room, 1, measure)
    items: list[Item] = [_ground(PANEL_TOP, PANEL_HIGH, width), *solve, *do]
    for x, heading in ((left, "Who can solve this?"), (right, "What we will do")):
        items.append(Words(heading, x, PANEL_TOP + _PAD / 2, bold=True))
    if len(numbered) > shown:
        more = f"and {len(numbered) - shown} more: D"
        x = right + room - measure(more, BESIDE, False)
        items.append(Words(more, x, PANEL_TOP + _PAD / 2 + 10, BESIDE, colour="quiet", role="beside"))
    return items


def action_lines(words: Words, room: float, most: int, measure: TextWidth) -> list[Words]:
    """In at most so many lines: of a long one the words are shortened, and who leads and by when is kept."""
    what, dash, who = words.text.rpartition(" — ")
    told, text = what.split(), words.text
    while dash and len(told) > _LEAST_TOLD and len(wrap(text, room, words.size, measure)) > most:
        told = told[:-1]
        text = f"{' '.join(told)}… — {who}"
    return paragraph(replace(words, text=text), room, most, measure)


def _under(x: float, text: str) -> Words:
    """The first line under a heading; quiet where nothing was said yet."""
    colour = "quiet" if text in (_NOTHING_LEVEL, NOTHING_ACTION) else "ink"
    return Words(text, x, PANEL_TOP + _PAD / 2 + BODY * LINE + 4, colour=colour)


def _lines(texts: Sequence[str], x: float, room: float, measure: TextWidth) -> list[Words]:
    """Each in one line."""
    begun = [fitted(_under(x, text), room, measure) for text in texts if text]
    return [replace(words, y=words.y + place * BODY * LINE) for place, words in enumerate(begun)]


def step_panel(step: Step, place: str, width: float, measure: TextWidth) -> list[Item]:
    """The step in words; ``place``: which one of how many."""
    room, top = width - 2 * MARGIN - 2 * _PAD, PANEL_TOP + _PAD / 2
    beside = measure(place, BESIDE, False)
    head = fitted(Words(step.head, MARGIN + _PAD, top, bold=True), room - beside - _PAD, measure)
    words = Words(step.words, MARGIN + _PAD, top + BODY * LINE)
    where = Words(place, width - MARGIN - _PAD - beside, top + 10, BESIDE, colour="quiet", role="beside")
    return [_ground(PANEL_TOP, PANEL_HIGH, width), head, where, *paragraph(words, room, 2, measure)]


def typing_panel(typing: Typing, width: float, measure: TextWidth) -> list[Item]:
    """What is asked, what may be seen of the answer, and what can be chosen; as high as it needs to be."""
    room, x = width - 2 * MARGIN - 2 * _PAD, MARGIN + _PAD
    rows = -(-len(typing.choices) // _columns(typing, room, measure))
    hint = Words(typing.hint, x, 0, BESIDE, colour="quiet", role="beside")
    hints = paragraph(hint, room, _HINTS, measure)
    below = BESIDE * LINE * (len(hints) + bool(typing.hidden))
    high = _PAD + BODY * LINE + 8 + _FIELD_HIGH + 12 + rows * _CHOICE + below + _PAD / 2
    high = max(high, HEIGHT - 20 - PANEL_TOP + _UNDER_AXIS)
    top = HEIGHT - 20 - high
    y = top + _PAD / 2
    items: list[Item] = [
        Box(MARGIN, top, width - 2 * MARGIN, high, "accent_soft", "accent"),
        *_asked(typing, x, y, room, measure),
    ]
    y += BODY * LINE + 8
    items += [
        Box(x, y, room, _FIELD_HIGH, "ground", "accent"),
        _typed(typing.text, x + 16, y + 8, room - 32, measure),
    ]
    y += _FIELD_HIGH + 12
    items += _choices(typing, (x, y, room), measure)
    y += rows * _CHOICE
    if typing.hidden:
        hidden = Words(typing.hidden, x, y, BESIDE, bold=True, colour="warm", role="beside")
        items.append(fitted(hidden, room, measure))
        y += BESIDE * LINE
    return [*items, *(replace(line, y=line.y + y) for line in hints)]


def _asked(typing: Typing, x: float, y: float, room: float, measure: TextWidth) -> list[Words]:
    """The question, and at the end of its line how many come after it."""
    long = measure(typing.left, BESIDE, False)
    left = Words(typing.left, x + room - long, y + 10, BESIDE, colour="quiet", role="beside")
    prompt = Words(typing.prompt, x, y, bold=True, colour="navy")
    return [fitted(prompt, room - long - _PAD, measure), *([left] if typing.left else [])]


def _typed(text: str, x: float, y: float, room: float, measure: TextWidth) -> Words:
    """The end of what was typed, with a caret behind it."""
    shown = f"{text}|"
    while len(shown) > 1 and measure(shown, BODY, False) > room:
        shown = shown[1:]
    return Words(shown, x, y)


def _columns(typing: Typing, room: float, measure: TextWidth) -> int:
    """As many as have room for the longest, three at the most."""
    longest = max((measure(text, BODY, True) for text in _shown(typing)), default=0.0)
    return max(1, min(_COLUMNS, int(room // (longest + 60)), len(typing.choices)))


def _shown(typing: Typing) -> list[str]:
    """The choices, each with the number that chooses it where one does."""
    if not typing.numbered:
        return list(typing.choices)
    return [f"{number} {text}" for number, text in enumerate(typing.choices, 1)]


def _choices(typing: Typing, place: tuple[float, float, float], measure: TextWidth) -> list[Item]:
    x, y, room = place
    columns = _columns(typing, room, measure)
    rows, wide = -(-len(typing.choices) // columns), room / columns
    items: list[Item] = []
    for number, text in enumerate(_shown(typing)):
        column, row = divmod(number, rows)
        left, top = x + column * wide, y + row * _CHOICE
        chosen = number == typing.chosen
        if chosen:
            items.append(Box(left, top, wide - 16, _CHOICE - 4, "accent"))
        ink = "on_accent" if chosen else "ink"
        words = Words(text, left + 16, top, bold=chosen, colour=ink)
        items.append(fitted(words, wide - 48, measure))
    return items


def _ground(top: float, high: float, width: float) -> Box:
    return Box(MARGIN, top, width - 2 * MARGIN, high)
