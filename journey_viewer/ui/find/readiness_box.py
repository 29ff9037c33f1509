"""What somebody must know of the lists before reading a figure: calm, above everything else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from journey_viewer.ui.parts import button, label

_FIRST = 1
_BEFORE = "Before you read the figures: "


class ReadinessBox(QFrame):
    """The first sentence, and the others where they are asked for; hidden where all is well."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inset")
        self._sentences: tuple[str, ...] = ()
        self._open = False
        self.said = label(wrap=True)
        self.more = button("", "small_link", "Everything that the lists lack for these figures")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.said, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        self.more.hide()
        self.more.clicked.connect(self._on_more_clicked)

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        self._sentences, self._open = sentences, False
        self._show()

    def _show(self) -> None:
        shown = self._sentences if self._open else self._sentences[:_FIRST]
        if len(shown) > 1:
            self.said.setText("\n• ".join((_BEFORE, *shown)))
        else:
            self.said.setText(_BEFORE + "".join(shown))
        rest = len(self._sentences) - _FIRST
        self.more.setVisible(rest > 0)
        self.more.setText("Fewer" if self._open else f"and {rest:,} more")
        self.setVisible(bool(self._sentences))

    def _on_more_clicked(self) -> None:
        self._open = not self._open
        self._show()
