"""Every question that stops the user, in one place, so that a test can answer them all."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from journey_viewer.reading.lists import LIST_ENDINGS

_LISTS = f"Lists ({' '.join(f'*{ending}' for ending in sorted(LIST_ENDINGS))});;All files (*)"


def ask_for_lists(parent: QWidget) -> list[Path]:
    """The files that the user chose, none where they changed their mind."""
    names, _ = QFileDialog.getOpenFileNames(parent, "Open lists", "", _LISTS)
    return [Path(name) for name in names]


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def ask_where_to_save(parent: QWidget, title: str, name: str, kind: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kind)
    return Path(chosen) if chosen else None


def answered(dialog: QDialog) -> bool:
    """Show one of our own dialogs until it is answered; whether it was, rather than left."""
    done = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return done


def ask_sure(parent: QWidget, title: str, text: str, yes: str, no: str = "Cancel") -> bool:
    """Whether something that cannot be taken back is wished for; ``no`` is what Enter and Esc say."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    wanted = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    left = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(left)
    box.setEscapeButton(left)
    box.exec()
    return box.clickedButton() is wanted


def tell(parent: QWidget | None, title: str, text: str, details: str = "") -> None:
    """A box with plain text and one button."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    if details:
        box.setDetailedText(details)
    box.exec()
