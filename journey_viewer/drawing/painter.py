"""The one painter: screen and picture call the same functions."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from journey_viewer.drawing.bands import paint_bands
from journey_viewer.drawing.finding_marks import paint_found, paint_links, paint_sign
from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import DIM, blended, colour, paint_mark, paint_span
from journey_viewer.drawing.time_marks import paint_death, paint_folds, paint_shades
from journey_viewer.theme import Look, Theme
from journey_viewer.timeline.key import KeyItem, Sign, middle_of
from journey_viewer.timeline.layout import (
    NOT_SUPPLIED,
    AnonymousLayout,
    Geometry,
    Lane,
    Mark,
    Silence,
)
from journey_viewer.timeline.shapes import VEIL
from journey_viewer.timeline.span_labels import readable_labels

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def paint(painter: QPainter, layout: Geometry, theme: Theme) -> None:
    """The whole swimlane, its top left corner at the painter's origin."""
    paint_ground(painter, layout, theme)
    for mark in layout.marks:
        painter.setOpacity(DIM if mark.dim else 1.0)
        paint_mark(painter, mark, theme.services[mark.service])
    painter.setOpacity(1.0)


def paint_ground(painter: QPainter, layout: Geometry, theme: Theme) -> None:
    """All but the marks: lanes, axis, names, stays and open services."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, lane in enumerate(layout.lanes):
        _paint_lane(painter, layout, lane, theme, striped=place % 2 == 0)
    paint_found(painter, layout, theme)
    paint_shades(painter, layout, theme)
    for silence in layout.silences:
        _paint_silence(painter, layout, silence, theme)
    if isinstance(layout, AnonymousLayout):
        paint_bands(painter, layout, theme)
    _paint_axis(painter, layout, theme)
    paint_folds(painter, layout, theme)
    paint_death(painter, layout, theme)
    for place, lane in enumerate(layout.lanes):
        _paint_name(painter, layout, lane, theme, striped=place % 2 == 0)
    for span in layout.spans:
        painter.setOpacity(DIM if span.dim else 1.0)
        paint_span(painter, span, theme.services[span.service])
    painter.setOpacity(1.0)
    paint_links(painter, layout, theme)
    painter.setPen(colour(theme.colours["ink"]))
    for label in readable_labels(layout):
        painter.setFont(font(label.size))
        box = QRectF(label.left, label.middle - label.size, label.width * 1.2, label.size * 2)
        painter.drawText(box, _LEFT, label.text)


def paint_choice(painter: QPainter, mark: Mark, theme: Theme) -> None:
    """A ring around the chosen mark."""
    painter.setPen(QPen(colour(theme.colours["ink"]), 2.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(mark.x, mark.y), mark.half + 5, mark.radius + 5)


def paint_key(painter: QPainter, items: tuple[KeyItem, ...], theme: Theme) -> None:
    """Samples in grey and what they mean."""
    ground = theme.colours["ground"]
    grey = Look(theme.colours["quiet"], ground, "circle", ground)
    for item in items:
        sample = item.sample
        if isinstance(sample, Mark):
            paint_mark(painter, sample, grey)
        elif isinstance(sample, Sign):
            paint_sign(painter, sample, theme)
        else:
            paint_span(painter, sample, grey)
        middle = middle_of(sample)
        painter.setPen(colour(theme.colours["quiet"]))
        painter.setFont(font(item.size))
        painter.drawText(QRectF(item.x, middle - item.size, 2000, item.size * 2), _LEFT, item.text)


def _paint_lane(painter: QPainter, layout: Geometry, lane: Lane, theme: Theme, *, striped: bool) -> None:
    box = QRectF(0, lane.top, layout.right + layout.frame.mark, lane.height)
    if striped:
        painter.fillRect(box, colour(theme.colours["stripe"]))
    if lane.state == NOT_SUPPLIED:
        hatch = QBrush(colour(theme.colours["rule"]), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(box.adjusted(layout.left, 2, -layout.frame.mark, -2), hatch)
    bar = QRectF(0, lane.top + lane.height * 0.09, layout.frame.text * 0.2, lane.height * 0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.services[lane.service].colour))
    painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)


def _paint_silence(painter: QPainter, layout: Geometry, silence: Silence, theme: Theme) -> None:
    text = layout.frame.text
    box = QRectF(silence.left, layout.top, silence.right - silence.left, layout.bottom - layout.top)
    painter.fillRect(box, colour(theme.colours["page"], 150))
    painter.setPen(QPen(colour(theme.colours["quiet"], 110), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))
    painter.drawLine(QLineF(box.topRight(), box.bottomRight()))
    painter.setPen(colour(theme.colours["quiet"]))
    painter.setFont(font(text * 0.92))
    words = QRectF(silence.middle - 1000, layout.bottom + text * 0.3, 2000, text * 1.3)
    painter.drawText(words, _CENTRE, silence.label)


def _paint_axis(painter: QPainter, layout: Geometry, theme: Theme) -> None:
    text = layout.frame.text
    for tick in layout.ticks:
        hairline = QRectF(
            round(tick.x), layout.top - text * 0.35, 1, layout.bottom - layout.top + text * 0.35
        )
        painter.fillRect(hairline, colour(theme.colours["rule" if tick.strong else "grid"]))
        painter.setPen(colour(theme.colours["ink" if tick.strong else "quiet"]))
        painter.setFont(font(text, tick.strong))
        box = QRectF(tick.x + text * 0.15, layout.top - text * 1.75, text * 20, text * 1.4)
        painter.drawText(box, _LEFT, tick.label)
    edge = QRectF(round(layout.left), layout.top, 1, layout.bottom - layout.top)
    painter.fillRect(edge, blended(theme.colours["ground"], theme.colours["quiet"], 2 / 3))
    painter.setPen(colour(theme.colours["quiet"]))
    painter.setFont(font(text * 0.92))
    where = QRectF(0, layout.bottom + text * 0.3, layout.left, text * 1.3)
    painter.drawText(where, _LEFT, layout.day_zero)


def _paint_name(painter: QPainter, layout: Geometry, lane: Lane, theme: Theme, *, striped: bool) -> None:
    text = layout.frame.text
    box = QRectF(text * 0.9, lane.top, layout.left - text * 1.6, lane.height)
    painter.setFont(font(text, bold=not lane.state))
    painter.setPen(colour(theme.colours["quiet" if lane.state else "ink"]))
    painter.drawText(box, _LEFT, lane.name)
    painter.setFont(font(text))
    painter.setPen(colour(theme.colours["quiet"]))
    if lane.state:
        beside = QRectF(layout.left + text * 0.8, lane.top, layout.right - layout.left, lane.height)
        width = painter.fontMetrics().horizontalAdvance(lane.state)
        ground = QRectF(beside.left() - 4, lane.middle - text * 0.7, width + 8, text * 1.4)
        if lane.state == NOT_SUPPLIED:
            painter.fillRect(ground, colour(theme.colours["ground"]))
        else:  # a band that runs through the words is seen behind them
            painter.fillRect(ground, colour(theme.colours["stripe" if striped else "ground"], VEIL))
        painter.drawText(beside, _LEFT, lane.state)
    else:
        painter.drawText(box, _RIGHT, f"{lane.count:,}")
