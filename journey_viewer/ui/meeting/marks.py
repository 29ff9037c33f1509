"""What the marks on a picture mean, in the lower part of its page: only those that stand on it. No Qt."""

from journey_viewer.timeline.key import KEY_PITCH, lay_out_page_key, middle_of
from journey_viewer.timeline.layout import AnonymousLayout, TextWidth
from journey_viewer.ui.meeting.panels import PANEL_HIGH
from journey_viewer.ui.meeting.wall import BESIDE, HEIGHT, LINE, MARGIN, Box, Drawn, Item, Words, paragraph

_PAD, _ABOVE = 26.0, 14.0
_LANES = "Colour and shape: the service. The number beside it: its touchpoints."


def marks_panel(picture: AnonymousLayout, width: float, measure: TextWidth) -> list[Item]:
    """As high as it needs to be; what is under it is covered."""
    left, right = MARGIN + _PAD, width - MARGIN - _PAD
    _, rows = lay_out_page_key(picture, left=left, right=right, top=0, size=BESIDE, width=measure)
    lanes = paragraph(Words(_LANES, left, 0, BESIDE, role="beside"), right - left, 2, measure)
    needed = 2 * _ABOVE + rows * BESIDE * KEY_PITCH + len(lanes) * BESIDE * LINE
    high = max(PANEL_HIGH, needed)
    top = HEIGHT - 20 - high
    first = top + (high - needed) / 2 + _ABOVE + BESIDE * KEY_PITCH / 2
    key, _ = lay_out_page_key(picture, left=left, right=right, top=first, size=BESIDE, width=measure)
    items: list[Item] = [Box(MARGIN, top, width - 2 * MARGIN, high)]
    for item in key:
        y = middle_of(item.sample)
        items += [Drawn(item.sample), Words(item.text, item.x, y - BESIDE * 0.62, BESIDE, role="beside")]
    y = first + (rows - 0.5) * BESIDE * KEY_PITCH
    return [*items, *paragraph(Words(_LANES, left, y, BESIDE, role="beside"), right - left, 2, measure)]
