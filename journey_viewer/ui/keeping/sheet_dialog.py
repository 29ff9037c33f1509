"""The recovery sheet: seen, printed, or saved as a PDF file. Nothing secret stands on it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.drawing.recovery_sheet import (
    HEIGHT,
    WIDTH,
    RecoverySheet,
    paint_recovery_sheet,
    recovery_sheet_image,
    recovery_sheet_pdf,
)
from journey_viewer.errors import JourneyError
from journey_viewer.files import write_file
from journey_viewer.theme import load_theme
from journey_viewer.ui import dialogs
from journey_viewer.ui.parts import button, card, label, text_scale

_SHOWN = 380  # pixels wide


class SheetDialog(QDialog):
    """Shows the sheet of one case file."""

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle("Recovery sheet")
        self._sheet = RecoverySheet(path.name, str(path.absolute().parent), date.today())
        self.picture = label()
        self.picture.setAccessibleName(f"The recovery sheet of {path.name}, as it is printed")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._draw()
        self.print_ = button("Print…", "primary")
        self.save = button("Save as PDF…", hint="It holds nothing secret, and can be printed elsewhere")
        self.done_ = button("Close")
        self.said = label(role="quiet", wrap=True)
        if not dialogs.can_print():
            self.print_.setEnabled(False)
            self.said.setText("No printer is set up on this computer: save the sheet and print it elsewhere.")
        self._put_together()
        self.print_.clicked.connect(self._on_print_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.done_.clicked.connect(self.accept)

    def _put_together(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.done_)
        buttons.addStretch()
        buttons.addWidget(self.save)
        buttons.addWidget(self.print_)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        explained = "Print it, write the passphrase on it by hand, and put it in the practice's safe."
        column.addWidget(label(explained, wrap=True))
        column.addWidget(card(self.picture, margin=6))
        column.addWidget(self.said)
        column.addLayout(buttons)

    def _draw(self) -> None:
        sharp = self.devicePixelRatioF()
        wide = _SHOWN / max(1.0, 0.75 * text_scale())  # large words around it need the room
        image = recovery_sheet_image(self._sheet, load_theme(), round(wide * sharp))
        image.setDevicePixelRatio(sharp)
        self.picture.setPixmap(QPixmap.fromImage(image))

    def _on_print_clicked(self) -> None:
        printer = dialogs.ask_to_print(self)
        if printer is None:
            return
        painter = QPainter()
        if not painter.begin(printer):
            self.said.setText("The printer could not be used. Save the sheet as PDF and print it elsewhere.")
            return
        page = painter.viewport()
        scale = min(page.width() / WIDTH, page.height() / HEIGHT)
        painter.scale(scale, scale)
        paint_recovery_sheet(painter, self._sheet, load_theme())
        painter.end()
        self.said.setText("It was sent to the printer.")

    def _on_save_clicked(self) -> None:
        path = dialogs.ask_where_to_save(self, "Save the sheet", "Recovery sheet.pdf", "PDF (*.pdf)")
        if path is None:
            return
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            write_file(path, recovery_sheet_pdf(self._sheet, load_theme()))
        except JourneyError as error:
            self.said.setText(str(error))
        else:
            self.said.setText(f"Saved as {path.name}. Print it, write on it by hand, then delete the file.")
