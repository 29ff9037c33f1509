"""The sheet for the practice's safe: one A4 page on which a case file's passphrase is written by hand."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter, QPen, QTextLayout, QTextOption

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.model.days import day_in_words
from journey_viewer.theme import Theme

WIDTH, HEIGHT = 595.0, 842.0
"""A4 in points, the unit of everything on the sheet."""
MARGIN = 56.0
_ROOM = WIDTH - 2 * MARGIN
_BOXES_A_ROW, _ROWS = 20, 3
_PDF_RESOLUTION = 144

INTRODUCTION = (
    "Whoever holds this sheet can open the case file named below. Keep it in the practice's safe, in a"
    " sealed envelope, and nowhere else: do not copy, photograph, scan or send it."
)
NOT_PRINTED = (
    "The passphrase was not printed: it never goes through a printer or a file that a printer leaves behind."
    " Write it by hand, clearly, one sign in each box, and leave a box empty for each space."
)
WHAT_TO_DO = (
    "To use it: open the case file in Journey Viewer and type the passphrase exactly as it is written here.",
    "When the passphrase is changed, write a new sheet and destroy this one.",
    "Backups open with the passphrase that the file had when they were made.",
    "When the case file is deleted, destroy this sheet.",
)
NOBODY_ELSE = (
    "Without the passphrase nobody can open the case file: not your IT, and not the makers of Journey Viewer."
    " There is no way round it."
)


@dataclass(frozen=True)
class RecoverySheet:
    """What stands on it in print: the case file's name, the folder it is in, and the day."""

    name: str
    folder: str
    day: date


def paint_recovery_sheet(painter: QPainter, sheet: RecoverySheet, theme: Theme) -> None:
    """Paint the page at its size in points; the painter is scaled by whoever owns it."""
    pen = _Pen(painter, theme)
    pen.text("Recovery sheet for a case file", 24, bold=True, after=10)
    pen.text(INTRODUCTION, 12, after=20)
    for words, told in (
        ("Case file", sheet.name),
        ("Kept in", sheet.folder),
        ("Sheet made on", day_in_words(sheet.day)),
    ):
        pen.text(words, 11, quiet=True, after=1)
        pen.text(told, 14, bold=True, after=10)
    pen.text("The passphrase", 16, bold=True, before=8, after=4)
    pen.text(NOT_PRINTED, 12, after=12)
    pen.boxes()
    pen.text("Written by", 11, quiet=True, before=8, after=18)
    pen.rule()
    pen.text("What to do with it", 16, bold=True, before=16, after=6)
    for number, sentence in enumerate(WHAT_TO_DO, start=1):
        pen.text(f"{number}.  {sentence}", 12, after=5)
    pen.text(NOBODY_ELSE, 12, bold=True, before=8)


class _Pen:
    """Writes down the page, one thing under another."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter, self._colours = painter, theme.colours
        self._y = MARGIN

    def text(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        quiet: bool = False,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._y += before
        layout = QTextLayout(text, font(size, bold))
        layout.setTextOption(_anywhere())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(_ROOM)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        self._painter.setPen(colour(self._colours["quiet" if quiet else "ink"]))
        layout.draw(self._painter, QPointF(MARGIN, self._y))
        self._y += height + after

    def boxes(self) -> None:
        """One box a sign, in rows."""
        side = _ROOM / _BOXES_A_ROW
        self._painter.setPen(QPen(colour(self._colours["ink"]), 0.8))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for _ in range(_ROWS):
            for box in range(_BOXES_A_ROW):
                self._painter.drawRect(QRectF(MARGIN + box * side, self._y, side, side * 1.25))
            self._y += side * 1.25 + 7

    def rule(self) -> None:
        """A line to write on."""
        self._painter.setPen(QPen(colour(self._colours["ink"]), 0.8))
        self._painter.drawLine(QPointF(MARGIN, self._y), QPointF(MARGIN + _ROOM, self._y))


def _anywhere() -> QTextOption:
    """Lines break between words, or inside one that is longer than a line, as a path can be."""
    made = QTextOption()
    made.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return made


def recovery_sheet_image(sheet: RecoverySheet, theme: Theme, width: int) -> QImage:
    """The page ``width`` pixels wide, on white."""
    scale = width / WIDTH
    image = QImage(width, round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint_recovery_sheet(painter, sheet, theme)
    painter.end()
    return image


def recovery_sheet_pdf(sheet: RecoverySheet, theme: Theme) -> bytes:
    """The page as a PDF file; there is no secret in it."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_PDF_RESOLUTION)
    writer.setTitle("Recovery sheet")
    writer.setCreator("Journey Viewer")
    painter = QPainter(writer)
    painter.scale(writer.width() / WIDTH, writer.height() / HEIGHT)
    paint_recovery_sheet(painter, sheet, theme)
    painter.end()
    buffer.close()
    return bytes(content.data())
