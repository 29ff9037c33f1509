"""Marks as stamps: each different one is drawn once by the painter of marks and then put down many times.

A screen redraws often; pictures and pages draw every mark anew, so that they hold no pixels of a stamp.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Self

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from journey_viewer.drawing.marks import DIM, paint_mark
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.theme import Look, Theme
from journey_viewer.timeline.layout import Mark

_FIELDS = (
    10  # of a QPainter.PixmapFragment: x, y, source left, top, width, height, scale x, y, rotation, opacity
)
_KEPT = 4096


class _Key(NamedTuple):
    """All that makes one stamp look unlike another."""

    service: Service
    kind: Kind
    outcome: Outcome
    uncertain: bool
    radius: float
    half: float
    many: int


class Stamped:
    """The marks of one layout, ready to be put down in one go."""

    def __init__(self, sheet: QPixmap, fragments: NDArray[np.float64]) -> None:
        self._sheet, self._fragments = sheet, fragments

    @classmethod
    def none(cls) -> Self:
        """No marks at all."""
        return cls(QPixmap(), np.zeros((0, _FIELDS)))

    def paint(self, painter: QPainter) -> None:
        if len(self._fragments):
            # WORKAROUND: the binding takes a single fragment; they lie one after another, as in Qt's own array
            first: Any = shiboken6.wrapInstance(self._fragments.ctypes.data, QPainter.PixmapFragment)
            painter.drawPixmapFragments(first, len(self._fragments), self._sheet)


def stamp(marks: Sequence[Mark], theme: Theme, ratio: float) -> Stamped:
    """The marks on one sheet of stamps; ``ratio``: pixels of the screen to one of the layout."""
    keys = [_key(mark) for mark in marks]
    places: dict[_Key, int] = {}
    for key in keys:
        places.setdefault(key, len(places))
    stamps = [_stamp(key, theme.services[key.service], ratio) for key in places]
    width = max((made.width() for made in stamps), default=1)
    height = max((made.height() for made in stamps), default=1)
    sheet = _sheet(stamps, width, height)
    fragments = np.zeros((len(marks), _FIELDS))
    if marks:
        fragments[:, :2] = [(mark.x, mark.y) for mark in marks]
        columns = _columns(len(stamps))
        numbers = np.array([places[key] for key in keys])
        sizes = np.array([(made.width(), made.height()) for made in stamps], dtype=float)[numbers]
        fragments[:, 2] = numbers % columns * width
        fragments[:, 3] = numbers // columns * height
        fragments[:, 4:6] = sizes
        fragments[:, 6:8] = 1 / ratio
        fragments[:, 9] = [DIM if mark.dim else 1.0 for mark in marks]
    return Stamped(sheet, fragments)


def _key(mark: Mark) -> _Key:
    return _Key(mark.service, mark.kind, mark.outcome, mark.uncertain, mark.radius, mark.half, len(mark.rows))


def _columns(count: int) -> int:
    return max(1, int(np.ceil(np.sqrt(count))))


def _sheet(stamps: Sequence[QPixmap], width: int, height: int) -> QPixmap:
    columns = _columns(len(stamps))
    sheet = QPixmap(columns * width, max(1, -(-len(stamps) // columns)) * height)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    for place, made in enumerate(stamps):
        painter.drawPixmap(QPointF(place % columns * width, place // columns * height), made)
    painter.end()
    return sheet


@lru_cache(maxsize=_KEPT)
def _stamp(key: _Key, look: Look, ratio: float) -> QPixmap:
    half_width, half_height = key.half * 1.35 + 3, key.radius * 1.6 + 3
    made = QPixmap(round(half_width * 2 * ratio), round(half_height * 2 * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    middle = made.width() / ratio / 2, made.height() / ratio / 2
    rows = (0,) * key.many
    mark = Mark(*middle, key.radius, key.half, key.service, key.kind, key.outcome, key.uncertain, rows)
    paint_mark(painter, mark, look)
    painter.end()
    return made
