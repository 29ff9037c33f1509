"""The small parts that every place is built from."""

import re
from datetime import datetime
from html import escape
from string import Template

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.model.days import day_in_words
from journey_viewer.paths import resource
from journey_viewer.theme import Theme

_SIGNS = ("chevron", "arrow", "back", "check", "tick")
_SIZES = {"box": 14, "small_sign": 12, "drop": 24, "menu_left": 22, "month_wide": 284, "month_high": 210}
_MARKUP = re.compile(r"<|&#?\w+;")
_USUAL = 13  # pixels of text, for which widths and heights are given
_MOST = 0.92  # of the screen, that a dialog takes


def style_sheet(theme: Theme) -> str:
    """resources/style.qss with the theme's colours and signs, and text of the theme's size."""

    def scaled(found: re.Match[str]) -> str:
        return f"font-size: {theme.scaled(int(found[1]))}px"

    style = Template(resource("style.qss").read_text(encoding="utf-8"))
    signs = {sign: resource(f"{sign}-{theme.name}.svg").as_posix() for sign in _SIGNS}
    sizes = {size: theme.scaled(pixels) for size, pixels in _SIZES.items()}
    off = "dashed" if theme.name == "contrast" else "solid"  # there a colour alone cannot say it
    coloured = style.substitute(theme.colours, **signs, **sizes, off=off)
    return re.sub(r"font-size: (\d+)px", scaled, coloured)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows any text as it is and never as markup. ``role`` is its name in style.qss."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(role)
    made.setWordWrap(wrap)
    made.setText(text)
    return made


def button(text: str, role: str = "", hint: str = "") -> QPushButton:
    """A push button; ``hint`` says more to those who rest on it or have it read out."""
    made = QPushButton(text)
    made.setObjectName(role)
    made.setToolTip(hint_of(hint))
    made.setAccessibleDescription(hint)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def hint_of(text: str) -> str:
    """A text from outside as a tooltip: letter by letter, where Qt would take it for markup and load what it names."""
    return f"<qt>{escape(text)}</qt>" if _MARKUP.search(text) else text


def text_scale() -> float:
    """How many times its usual size text is now."""
    return QApplication.font().pixelSize() / _USUAL


def fit_dialog(dialog: QDialog, width: int, height: int = 0) -> None:
    """Large enough at the usual size of text, and larger where text is, but no larger than the screen.

    ``height``: 0 for what its contents need; otherwise ``width`` and it are where it begins, and it can be made smaller.
    """
    room = dialog.screen().availableSize() * _MOST
    size = (QSize(width, height) * text_scale()).boundedTo(room)
    if height:
        dialog.resize(size)
    else:
        dialog.setMinimumWidth(size.width())


def give_room(dialog: QDialog) -> None:
    """As high as its words need, where the screen is: left to itself Qt takes two thirds of the screen at the most, and cuts them off."""
    layout = dialog.layout()
    if layout is None or not layout.hasHeightForWidth():
        return
    begun = dialog.size() if dialog.testAttribute(Qt.WidgetAttribute.WA_Resized) else QSize(0, 0)
    width = max(begun.width(), dialog.minimumWidth(), dialog.sizeHint().width())
    size = QSize(width, max(begun.height(), layout.totalHeightForWidth(width)))
    dialog.resize(size.boundedTo(dialog.screen().availableSize() * _MOST))


def moment(when: datetime) -> str:
    """A moment as people write it: "27 Nov 2026, 09:41"."""
    return f"{day_in_words(when.date())}, {when:%H:%M}"


def card(*contents: QWidget, margin: int = 14, spacing: int = 6) -> QFrame:
    """A white card with things under each other."""
    frame = QFrame()
    frame.setObjectName("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    for widget in contents:
        column.addWidget(widget)
    return frame
