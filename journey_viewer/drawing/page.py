"""A page: its words, its swimlane, its key, its table, for the screen and for every kind of picture."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.letters import paint_text
from journey_viewer.drawing.marks import colour
from journey_viewer.drawing.painter import paint, paint_key
from journey_viewer.theme import Theme
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import Badge, Page
from journey_viewer.timeline.table import PADDING, Row, Table

_BAR = 10  # along the top of a page
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def paint_page(painter: QPainter, page: Page, theme: Theme, *, transparent: bool = False) -> None:
    """A page at its size in pixels, on the theme's ground or on none."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(24))  # or what has no words is said to be in the machine's own font
    if not transparent:
        painter.fillRect(QRectF(0, 0, page.width, page.height), colour(theme.colours["ground"]))
    painter.fillRect(QRectF(0, 0, page.width, _BAR), colour(theme.colours["accent"]))
    above = [line for line in page.lines if line.y < page.top]
    for line in above:  # first what is read first: a PDF is read aloud in this order
        _paint_line(painter, page, line, theme)
    _paint_picture(painter, page, theme)
    below = [line for line in page.lines if line.y >= page.top]
    for line in below:
        _paint_line(painter, page, line, theme)


def _paint_picture(painter: QPainter, page: Page, theme: Theme) -> None:
    """The swimlane with its key, or a table; over them the numbers that tie them to words."""
    if page.swimlane is not None:
        painter.save()
        painter.translate(page.left, page.top)
        paint(painter, page.swimlane, theme)
        painter.restore()
    paint_key(painter, page.key, theme)
    if page.table is not None:
        _paint_table(painter, page.table, theme)
    for badge in page.badges:
        _paint_badge(painter, badge, theme)


def _paint_line(painter: QPainter, page: Page, line: Line, theme: Theme) -> None:
    box = QRectF(line.x, line.y, page.width - line.x, line.size * 1.3)
    if line.role == "bullet":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.colours["accent"]))
        painter.drawEllipse(QPointF(line.x - 20, box.center().y() + 1), 5, 5)
    if line.role == "footer":
        painter.setPen(QPen(colour(theme.colours["rule"]), 1))
        painter.drawLine(QLineF(line.x, line.y - 10, page.width - line.x, line.y - 10))
    painter.setPen(colour(theme.colours[line.colour]))
    paint_text(painter, box, line.text, line.size, bold=line.bold)


def _paint_badge(painter: QPainter, badge: Badge, theme: Theme) -> None:
    box = QRectF(badge.x - badge.radius, badge.y - badge.radius, badge.radius * 2, badge.radius * 2)
    painter.setPen(QPen(colour(theme.colours["ground"]), 2))
    painter.setBrush(colour(theme.colours["navy"]))
    painter.drawEllipse(box)
    painter.setPen(colour(theme.colours["on_accent"]))
    painter.setFont(font(badge.radius * 1.4, bold=True))
    painter.drawText(box, _CENTRE, badge.text)


def _paint_table(painter: QPainter, table: Table, theme: Theme) -> None:
    left = table.columns[0].left
    right = table.columns[-1].left + table.columns[-1].width
    head = QRectF(left - PADDING, table.top, right - left + PADDING * 2, table.head)
    painter.fillRect(head, colour(theme.colours["accent_soft"]))
    painter.setPen(colour(theme.colours["navy"]))
    for column in table.columns:
        box = QRectF(column.left, table.top, column.width, table.head)
        paint_text(painter, box, column.heading, table.size, bold=True)
    for row in table.rows:
        _paint_row(painter, table, row, theme)
        rule = QLineF(head.left(), row.top + row.height, head.right(), row.top + row.height)
        painter.setPen(QPen(colour(theme.colours["rule"]), 1))
        painter.drawLine(rule)


def _paint_row(painter: QPainter, table: Table, row: Row, theme: Theme) -> None:
    painter.setPen(colour(theme.colours["ink"]))
    for place, (column, lines) in enumerate(zip(table.columns, row.cells, strict=True)):
        y = row.top + PADDING
        for text in lines:
            box = QRectF(column.left, y, column.width, table.pitch)
            paint_text(painter, box, text, table.size, bold=place == 0)
            y += table.pitch
