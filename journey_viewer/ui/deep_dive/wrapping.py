"""How many lines a text needs."""

from journey_viewer.drawing.fonts import text_width


def line_count(text: str, size: float, room: float) -> int:
    """How many lines a text wraps to, as Qt's painter breaks it: at spaces and where a new line begins."""
    return sum(_in_paragraph(paragraph, size, room) for paragraph in text.split("\n")) if text else 0


def _in_paragraph(text: str, size: float, room: float) -> int:
    lines, used, space = 1, 0.0, text_width(" ", size, False)
    for word in text.split(" "):
        width = text_width(word, size, False)
        if used and used + space + width > room:
            lines, used = lines + 1, width
        else:
            used += (space if used else 0) + width
    return lines
