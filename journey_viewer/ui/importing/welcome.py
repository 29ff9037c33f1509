"""What stands in the window before any list is open: what to do next."""

import qtawesome
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.theme import Theme
from journey_viewer.ui.parts import button, card, label


class Welcome(QWidget):
    """Three ways to begin."""

    files_asked = Signal()
    folder_asked = Signal()
    template_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        icon = label()
        icon.setPixmap(qtawesome.icon("mdi6.tray-arrow-down", color=theme.colours["accent"]).pixmap(64, 64))
        icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = label("Drop lists here to see the journeys in them", "heading")
        explained = label(
            "Lists of contacts with any service, one row a contact, as .csv or .xlsx: a file, several, or a folder."
            " They stay on this computer, and nothing is kept when the window closes.",
            "subheading",
            wrap=True,
        )
        for text in (heading, explained):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.files = button("Choose files…", "primary", "Choose one or more lists (Ctrl+O)")
        self.folder = button("Choose a folder…", hint="Read every list in a folder")
        self.template = button("Save a blank list…", hint="A workbook with the headings to fill in")
        box = card(icon, heading, explained, self._ways(), margin=40, spacing=18)
        box.setMaximumWidth(720)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(box)
        across.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(across)
        column.addStretch()
        self.files.clicked.connect(self.files_asked)
        self.folder.clicked.connect(self.folder_asked)
        self.template.clicked.connect(self.template_asked)

    def _ways(self) -> QWidget:
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for made in (self.files, self.folder, self.template):
            row.addWidget(made)
        row.addStretch()
        return ways
