"""Around the bands of a comparison: the axis above them, and below them what the colours and the shapes mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from journey_viewer.drawing.comparison import paint_axis, paint_services
from journey_viewer.drawing.fonts import text_width
from journey_viewer.drawing.painter import paint_key
from journey_viewer.theme import Theme
from journey_viewer.timeline.comparison import Comparison, ServiceItem, lay_out_services
from journey_viewer.timeline.key import KeyItem, lay_out_key, lay_out_sign_key, left_of, moved
from journey_viewer.timeline.layout import Mark

NOBODY = Comparison((), None, ())
_AXIS_HIGH, _ROW_HIGH, _KEY_TEXT, _MARGIN = 26, 21, 12, 6.0


@dataclass(frozen=True)
class Key:
    """The services, under them what became of contacts, and what tinted days are; ``rows`` is how many lines all take."""

    services: tuple[ServiceItem, ...] = ()
    samples: tuple[KeyItem, ...] = ()
    rows: int = 1
    found: tuple[KeyItem, ...] = ()


def key_of(shown: Comparison, room: float, line: float, text: float) -> Key:
    """All of it in words of one size, in as many rows, ``line`` pixels high, as so many pixels make of it."""
    if shown.everything is None:
        return Key()
    small = replace(shown.everything, frame=replace(shown.everything.frame, text=text))
    services = lay_out_services(shown, left=_MARGIN, right=inf, middle=line / 2, width=text_width)
    samples = lay_out_key(small, left=_MARGIN, right=inf, middle=line / 2, width=text_width)
    above = _in_rows(services, room - 2 * _MARGIN, 0)
    count = above[-1][1] + 1 if above else 0
    below = _in_rows(samples, room - 2 * _MARGIN, count)
    rows = below[-1][1] + 1 if below else max(count, 1)
    tinted = next((band.layout for band in shown.bands if band.layout.finding_bands), None)
    middle = (rows + 0.5) * line
    found = (
        lay_out_sign_key(tinted, left=_MARGIN, middle=middle, size=text, width=text_width) if tinted else ()
    )
    return Key(
        tuple(
            replace(item, x=item.x + right, sample=_mark_at(item.sample, right, row * line))
            for item, (right, row) in zip(services, above, strict=True)
        ),
        tuple(
            replace(item, x=item.x + right, sample=moved(item.sample, right, row * line))
            for item, (right, row) in zip(samples, below, strict=True)
        ),
        rows + bool(found),
        found,
    )


def _in_rows(items: Sequence[ServiceItem | KeyItem], room: float, row: int) -> list[tuple[float, int]]:
    """One long row broken where the room ends, from this row on: how far each item goes aside, and its row."""
    placed = []
    begins = _MARGIN
    for item in items:
        left, right = left_of(item.sample), item.x + text_width(item.text, item.size, False)
        if right - begins > room and left > begins:
            begins, row = left, row + 1
        placed.append((_MARGIN - begins, row))
    return placed


def _mark_at(mark: Mark, right: float, down: float) -> Mark:
    return replace(mark, x=mark.x + right, y=mark.y + down)


class ComparingAxis(QWidget):
    """The years and months above the bands, or the days before and after day 0."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown = NOBODY
        self.setAccessibleName("Axis of the comparison")
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedHeight(theme.scaled(_AXIS_HIGH))
        self.update()

    def show_comparison(self, shown: Comparison) -> None:
        self._shown = shown
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown.axis is not None:
            painter = QPainter(self)
            paint_axis(painter, self._shown.axis, self._theme)
            painter.end()


class ComparingKey(QWidget):
    """What colours, shapes and outlines mean, as high as that needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._shown, self.key = theme, NOBODY, Key()
        self.setAccessibleName("Key to the comparison")
        self._fit()

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self._fit()

    def show_comparison(self, shown: Comparison) -> None:
        self._shown = shown
        self._fit()

    def _fit(self) -> None:
        line = self._theme.scaled(_ROW_HIGH)
        self.key = key_of(self._shown, self.width(), line, self._theme.scaled(_KEY_TEXT))
        self.setFixedHeight(self.key.rows * line)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_services(painter, self.key.services, self._theme)
        paint_key(painter, self.key.samples, self._theme)
        paint_key(painter, self.key.found, self._theme)
        painter.end()
