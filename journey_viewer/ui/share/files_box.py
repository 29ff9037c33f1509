"""Which files are written, and how."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journey_viewer.ui.parts import button
from journey_viewer.ui.share.wanted import FILES, remember, wanted_before

_AS = ("as shapes that can be edited", "as pictures")
_PICTURES = {"both": "both sizes", "1920": "1920 × 1080", "4k": "4K"}
_OWN = "Own template…"
_OWN_HINT = "A .pptx or .potx whose look the deck takes on. It is not remembered."
_USUAL = "Without own template"


class FilesBox(QWidget):
    """Remembers what was wished for, but for one's own template."""

    changed = Signal()
    template_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted = wanted_before()
        self.formats = {name: _tick(words, hint) for name, (words, hint) in FILES.items()}
        self.deck_as = QComboBox()
        self.deck_as.addItems(list(_AS))
        self.deck_as.setAccessibleName("The deck’s pages")
        self.picture_size = QComboBox()
        for size, words in _PICTURES.items():
            self.picture_size.addItem(words, size)
        self.picture_size.setAccessibleName("How large the pictures are")
        self.template: QPushButton = button(_OWN, "small_link", _OWN_HINT)
        self.transparent = _tick("without a white ground", "For slides that have a colour of their own")
        self.outlined = _tick("letters as shapes", "They look the same where our font is not installed")
        self._put_together()
        self._show()
        for tick in self.formats.values():
            tick.clicked.connect(self._on_something_clicked)
        for tick in (self.transparent, self.outlined):
            tick.clicked.connect(self._on_something_clicked)
        for choice in (self.deck_as, self.picture_size):
            choice.activated.connect(self._on_something_clicked)
        self.template.clicked.connect(self._on_template_clicked)

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for name, tick in self.formats.items():
            column.addWidget(tick)
            if name == "pptx":
                column.addLayout(_below(self.deck_as, self.template))
            if name == "png":
                column.addLayout(_below(self.picture_size, self.transparent))
            if name == "svg":
                column.addLayout(_below(self.outlined))

    def use_template(self, path: Path | None) -> None:
        """The deck takes on this look; None for ours."""
        self.wanted = replace(self.wanted, template=path)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        wanted = self.wanted
        for name, tick in self.formats.items():
            tick.setChecked(name in wanted.files)
        self.transparent.setChecked(wanted.transparent)
        self.outlined.setChecked(wanted.outlined)
        self.deck_as.setCurrentIndex(0 if wanted.native else 1)
        self.picture_size.setCurrentIndex(self.picture_size.findData(wanted.size))
        self.template.setText(_OWN if wanted.template is None else _USUAL)
        belonging: dict[str, tuple[QWidget, ...]] = {
            "pptx": (self.deck_as, self.template),
            "png": (self.picture_size, self.transparent),
            "svg": (self.outlined,),
        }
        for name, parts in belonging.items():
            for part in parts:
                part.setEnabled(name in wanted.files)

    def _on_something_clicked(self) -> None:
        self.wanted = replace(
            self.wanted,
            files=frozenset(name for name, tick in self.formats.items() if tick.isChecked()),
            native=self.deck_as.currentIndex() == 0,
            transparent=self.transparent.isChecked(),
            outlined=self.outlined.isChecked(),
            size=str(self.picture_size.currentData()),
        )
        remember(self.wanted)
        self._show()
        self.changed.emit()

    def _on_template_clicked(self) -> None:
        if self.wanted.template is None:
            self.template_asked.emit()
        else:
            self.use_template(None)


def _below(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(24, 0, 0, 2)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row


def _tick(words: str, hint: str) -> QCheckBox:
    tick = QCheckBox(words)
    tick.setToolTip(hint)
    tick.setAccessibleDescription(hint)
    return tick
