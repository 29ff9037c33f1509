"""Every question that stops the user, in one place, so that a test can answer them all."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QFileDialog, QMessageBox, QWidget

from journey_viewer.ui.parts import give_room

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask_for_lists(parent: QWidget) -> list[Path]:
    """The files that the user chose, none where they changed their mind."""
    from journey_viewer.reading.lists import LIST_ENDINGS

    lists = f"Lists ({' '.join(f'*{ending}' for ending in sorted(LIST_ENDINGS))});;All files (*)"
    names, _ = QFileDialog.getOpenFileNames(parent, "Open lists", "", lists)
    _forget_folders()
    return [Path(name) for name in names]


def ask_for_case_file(parent: QWidget, kind: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(parent, "Open a case file", "", f"{kind};;All files (*)")
    return _path(name)


def ask_for_new_case_file(parent: QWidget, name: str, kind: str) -> Path | None:
    """Where a case file is to be; that nothing is there yet is for the asker to see to."""
    options = QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(parent, "New case file", name, kind, options=options)
    return _path(chosen)


def ask_for_template(parent: QWidget) -> Path | None:
    """A deck or template of the user's own, whose look ours takes on."""
    kind = "PowerPoint (*.pptx *.potx);;All files (*)"
    name, _ = QFileDialog.getOpenFileName(parent, "Use the look of your own template", "", kind)
    return _path(name)


def ask_for_table(parent: QWidget, title: str, kind: str) -> Path | None:
    """A table of the user's own that is no list of contacts: unit costs."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", f"{kind};;All files (*)")
    return _path(name)


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    name = QFileDialog.getExistingDirectory(parent, title)
    return _path(name)


def ask_where_to_save(parent: QWidget, title: str, name: str, kind: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kind)
    return _path(chosen)


def _path(name: str) -> Path | None:
    _forget_folders()
    return Path(name) if name else None


def _forget_folders() -> None:
    """WORKAROUND: Qt keeps among its own settings which folders were visited, and they may be named after somebody."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for name in ("history", "lastVisited"):
        kept.remove(f"FileDialog/{name}")


def answered(dialog: QDialog) -> bool:
    """Show one of our own dialogs until it is answered; whether it was, rather than left."""
    give_room(dialog)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return done


def dismiss_all() -> None:
    """Leave every dialog and menu that is open, as Esc would: the window locks."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()
    while (popup := QApplication.activePopupWidget()) is not None:
        if not popup.close():
            return


def ask_sure(parent: QWidget, title: str, text: str, yes: str, no: str = "Cancel") -> bool:
    """Whether something that cannot be taken back is wished for; ``no`` is what Enter and Esc say."""
    return _is_sure(QMessageBox(parent), title, text, yes, no)


def ask_leave_meeting(parent: QWidget) -> bool:
    """Whether the meeting is to go off the wall although the desk, with people's journeys, is behind it."""
    text = (
        "This desk is behind the meeting, and the room would see it. Blank the display first (B), or turn the"
        " projector off. What was recorded is kept, and the meeting can be gone on with."
    )
    return ask_sure(parent, "Leave the meeting?", text, "Leave", "Stay")


def ask_again(parent: QWidget, title: str, text: str, yes: str, never: str) -> tuple[bool, bool]:
    """Whether it is wished for, and whether to ask so the next time: not where ``never`` was ticked."""
    box = QMessageBox(parent)
    tick = QCheckBox(never)
    box.setCheckBox(tick)
    wished = _is_sure(box, title, text, yes, "Cancel")
    return wished, not tick.isChecked()


def _is_sure(box: QMessageBox, title: str, text: str, yes: str, no: str) -> bool:
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


def can_print() -> bool:
    """Whether a printer is set up on this computer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def ask_to_print(parent: QWidget) -> "QPrinter | None":
    """The printer, ready for one A4 page; None where the user changed their mind."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName("Recovery sheet")
    asked = QPrintDialog(printer, parent)
    return printer if asked.exec() == QDialog.DialogCode.Accepted else None


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
