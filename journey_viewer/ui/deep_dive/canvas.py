"""The journey's picture: kept while it stays the same, and painted anew for whoever takes a copy of it."""

from PySide6.QtCore import QMargins, QPointF, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap

from journey_viewer.drawing.finding_marks import paint_rings
from journey_viewer.drawing.fonts import font, text_width
from journey_viewer.drawing.marks import colour
from journey_viewer.drawing.note_marks import paint_note_key, paint_notes, paint_stretch
from journey_viewer.drawing.painter import paint, paint_choice, paint_ground, paint_key
from journey_viewer.drawing.stamps import Stamped, stamp
from journey_viewer.model.people import Window
from journey_viewer.theme import Theme
from journey_viewer.timeline.finding_marks import marks_of, with_findings
from journey_viewer.timeline.key import lay_out_sign_key
from journey_viewer.timeline.key_rows import KEY_SIZE, key_height, lay_out_key_rows, rows_needed
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Frame, Layout
from journey_viewer.timeline.nearest import mark_of
from journey_viewer.timeline.note_marks import lay_out_note_key, with_notes
from journey_viewer.timeline.stretch import edges_of
from journey_viewer.timeline.wrapping import wrap
from journey_viewer.timeline.zooming import fitted
from journey_viewer.ui.deep_dive.caption import caption_of
from journey_viewer.ui.deep_dive.shown import Shown

_USUAL_HEIGHT = 420  # at which marks are as large as the theme says
_NOTES_ROW = 1.55  # of the size of text
_PER_METRE = 3780  # 96 pixels an inch, as wide on a slide as on the screen
_SHARP = 2
_MARGIN = 10  # pixels around a copy
_INDENT, _LINE = 4, 1.4  # pixels at the left of what is said under it, and of the size of text a line


def laid_out(shown: Shown, size: QSize, theme: Theme) -> Layout | None:
    """Where everything stands in this room, that of the key left below; None where there is nothing to draw."""
    case = shown.case
    if case is None:
        return None
    largest = _frame(size, theme, 0)
    fewest, most = (rows_needed(case, largest, text_width, together=some) for some in (False, True))
    rows = fewest if fewest == most or _all_stand_apart(shown, size, theme, fewest) else most
    frame = _frame(size, theme, _below(largest, rows, more=shown.has_row_below))
    if frame.height <= 0:
        return None
    plain = lay_out(case, frame, text_width, shown.looking)
    return with_all(plain, shown)


def with_all(layout: Layout, shown: Shown) -> Layout:
    """The same picture with what was written and what was found."""
    if shown.case is None:
        return layout
    noted = with_notes(layout, shown.case, shown.written.notes, text_width)
    return with_findings(noted, shown.case, shown.found.drawn, shown.found.names, text_width)


def _all_stand_apart(shown: Shown, size: QSize, theme: Theme, rows: int) -> bool:
    """Whether no mark of the whole journey stands for several where the key has so many rows."""
    largest = _frame(size, theme, 0)
    frame = _frame(size, theme, _below(largest, rows, more=shown.has_row_below))
    if shown.case is None or frame.height <= 0:
        return True
    whole = lay_out(shown.case, frame, text_width, fitted(shown.looking))
    return all(mark.count == 1 for mark in whole.marks)


def _frame(size: QSize, theme: Theme, below: float) -> Frame:
    """The room that is left above so many pixels; where it is high, text and marks are larger."""
    height = size.height() - round(below)
    grown = min(max(height / _USUAL_HEIGHT, 0.92), 1.5)
    return Frame(size.width(), height, theme.sizes["text"] * min(grown, 1.15), theme.sizes["mark"] * grown)


def _below(frame: Frame, rows: int, *, more: bool) -> float:
    """How high so many rows of what the marks mean are; ``more``: with one for notes and findings."""
    return key_height(frame.text, rows) + (frame.text * _NOTES_ROW if more else 0)


class Canvas:
    """The ground as one picture and the marks as stamps, for one layout and one screen."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._layout: Layout | None = None
        self._ground, self._stamped = QPixmap(), Stamped.none()

    def forget(self) -> None:
        """Nothing of any journey is left."""
        self._layout, self._ground, self._stamped = None, QPixmap(), Stamped.none()

    def paint(self, painter: QPainter, layout: Layout, ratio: float) -> None:
        """``ratio``: pixels of the screen to one of the layout."""
        if layout is not self._layout or ratio != self._ground.devicePixelRatio():
            self._keep(layout, ratio)
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._stamped.paint(painter)

    def _keep(self, layout: Layout, ratio: float) -> None:
        self._layout = layout
        rows = len(lay_out_key_rows(layout, text_width))
        height = layout.frame.height + _below(layout.frame, rows, more=True)
        self._ground = QPixmap(round(layout.frame.width * ratio), round(height * ratio))
        self._ground.setDevicePixelRatio(ratio)
        self._ground.fill(colour(self._theme.colours["ground"]))
        painter = QPainter(self._ground)
        paint_ground(painter, layout, self._theme)
        paint_keys(painter, layout, self._theme)
        painter.end()
        self._stamped = stamp(layout.marks, self._theme, ratio)


def paint_keys(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """What the marks mean, and in a row below it what notes and findings do."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    text, rows = layout.frame.text, lay_out_key_rows(layout, text_width)
    for row in rows:
        paint_key(painter, row, theme)
    middle = layout.frame.height + key_height(text, len(rows)) + text * _NOTES_ROW / 2 - 3
    size = text * KEY_SIZE
    of_notes = lay_out_note_key(layout, left=8, middle=middle, size=size, width=text_width)
    paint_note_key(painter, of_notes, theme)
    left = max((item.x + text_width(item.text, size, False) + size for item in of_notes), default=8.0)
    found = lay_out_sign_key(layout, left=left, middle=middle, size=size, width=text_width)
    paint_key(painter, found, theme)


def paint_over(painter: QPainter, layout: Layout, theme: Theme, span: Window | None, shown: Shown) -> None:
    """What is chosen and what was written, above everything else."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edges = None if span is None else edges_of(layout, span)
    if edges is not None:
        paint_stretch(painter, layout, edges, theme)
    paint_notes(painter, layout, theme)
    finding, chosen = shown.found.chosen, shown.chosen
    if finding is not None and shown.case is not None:
        paint_rings(painter, marks_of(layout, shown.case, finding.contacts), theme)
    mark = None if chosen is None else mark_of(layout, chosen)
    if mark is not None:
        paint_choice(painter, mark, theme)


def picture_of(layout: Layout, size: QSize, theme: Theme, shown: Shown) -> QImage:
    """What fills this room on the screen, twice as sharp, with a margin, and every mark drawn anew.

    Under it stands in words what is dimmed, not drawn or folded.
    """
    words = layout.frame.text * 0.92  # as the words under the axis
    lines = [
        line
        for told in caption_of(shown, layout)
        for line in wrap(told, size.width() - 2 * _INDENT, words, text_width)
    ]
    below = QSize(0, round(len(lines) * words * _LINE))
    room = (size + below).grownBy(QMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)) * _SHARP
    image = QImage(room, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_PER_METRE * _SHARP)
    image.setDotsPerMeterY(_PER_METRE * _SHARP)
    image.fill(colour(theme.colours["ground"]))
    painter = QPainter(image)
    painter.scale(_SHARP, _SHARP)
    painter.translate(_MARGIN, _MARGIN)
    paint(painter, layout, theme)
    paint_keys(painter, layout, theme)
    paint_over(painter, layout, theme, shown.written.span, shown)
    painter.setPen(colour(theme.colours["ink"]))
    painter.setFont(font(words))
    for place, line in enumerate(lines):
        painter.drawText(QPointF(_INDENT, size.height() + words * (_LINE * place + 1)), line)
    painter.end()
    return image
