"""The one font that comes with us, at pixel sizes and without hinting, so that pictures are the same everywhere."""

from functools import cache
from pathlib import Path

from font_source_sans_pro import font_directory
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

FAMILY = "Source Sans Pro"
_FACES = ("Regular", "It", "Semibold", "Bold")
_NO_HINTING = QFont.HintingPreference.PreferNoHinting
_LIGATURES = ("liga", "clig", "dlig")  # "ft" as one sign is drawn in a PDF and found by no search there
_WIDEST = 1.12  # decks are shown in the reader's own sans, up to this much wider than ours


@cache
def load_fonts() -> None:
    """Make the font known to Qt; needs a QGuiApplication. A fault of ours if it cannot."""
    for face in _FACES:
        if QFontDatabase.addApplicationFont(_file(face)) < 0:
            raise RuntimeError("the font could not be loaded")


def _file(face: str) -> str:
    return str(Path(font_directory) / f"SourceSansPro-{face}.ttf")


@cache
def font(size: float, bold: bool = False) -> QFont:  # noqa: FBT001, FBT002 (as in TextWidth)
    """The font at a size in pixels."""
    load_fonts()
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(_NO_HINTING)
    for ligature in _LIGATURES:
        made.setFeature(QFont.Tag(ligature), 0)
    return made


@cache
def _metrics(size: float, bold: bool) -> QFontMetricsF:  # noqa: FBT001 (as in TextWidth)
    return QFontMetricsF(font(size, bold))


def text_width(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 (as in TextWidth)
    """The width of a text in pixels, as it is drawn on the screen."""
    return _metrics(size, bold).horizontalAdvance(text)


def page_text_width(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 (as in TextWidth)
    """The width of a text in pixels in any sans that a page may be shown in."""
    return text_width(text, size, bold) * _WIDEST
