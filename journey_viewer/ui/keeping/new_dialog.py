"""The dialog for a new case file: where it is to be, and its passphrase."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journey_viewer.casefile import keychain
from journey_viewer.ui import dialogs
from journey_viewer.ui.keeping.passphrase import CANNOT_BE_HELPED, NewPassphrase, recovery_button
from journey_viewer.ui.keeping.sheet_dialog import SheetDialog
from journey_viewer.ui.parts import button, fit_dialog, label

ENDING = ".journey"
KIND = f"Case file (*{ENDING})"
_FIRST_NAME = f"Deep dive{ENDING}"


@dataclass(frozen=True)
class NewCaseFile:
    """What was answered. ``remember``: this computer's keyring is to keep the passphrase."""

    path: Path
    passphrase: str = field(repr=False)
    remember: bool = False


def as_case_file(path: Path) -> Path:
    """The path with a case file's ending, added and not put in place of another; as it is where it has no name."""
    return path if not path.name or path.suffix.lower() == ENDING else path.with_name(f"{path.name}{ENDING}")


def keyring_tick() -> QCheckBox:
    """Off at first; seen only where this computer has a keyring."""
    tick = QCheckBox("Let this computer's keyring keep the passphrase")
    tick.setToolTip("Whoever is logged in here as you can then open the file without typing it")
    tick.setVisible(keychain.is_there())
    return tick


class NewCaseFileDialog(QDialog):
    """``answer`` afterwards: a NewCaseFile, or None for "look only" where that was offered."""

    def __init__(self, parent: QWidget, *, look_only: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("New case file")
        self.answer: NewCaseFile | None = None
        self.where = QLineEdit(str(_documents() / _FIRST_NAME))
        self.where.setAccessibleName("Where the case file is to be")
        self.choose = button("Choose…", hint="Choose the folder and the name")
        self.passphrase = NewPassphrase()
        self.keyring = keyring_tick()
        self.sheet = recovery_button()
        self.error = label(role="warning", wrap=True)
        self.make = button("Make the case file", "primary")
        self.look_only = button("Look only, keep nothing", hint="Nothing is kept when the lists are closed")
        self.look_only.setVisible(look_only)
        self.cancel = button("Cancel")
        self._put_together(look_only=look_only)
        self._connect_signals()
        self._judge()
        self.passphrase.setFocus()

    def _put_together(self, *, look_only: bool) -> None:
        where = QHBoxLayout()
        where.addWidget(self.where, 1)
        where.addWidget(self.choose)
        buttons = QHBoxLayout()
        buttons.addWidget(self.look_only)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.make)
        helped = QHBoxLayout()
        helped.addWidget(label(CANNOT_BE_HELPED, wrap=True), 1)
        helped.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        heading = "Keep these lists in a case file?" if look_only else "New case file"
        column.addWidget(label(heading, "heading"))
        said = "One encrypted file for the lists and for all that is written about them. It saves by itself."
        column.addWidget(label(said, "quiet", wrap=True))
        column.addWidget(label("Where", "section"))
        column.addLayout(where)
        named = "Its name can be seen without the passphrase: put no person's name in it."
        column.addWidget(label(named, "caption", wrap=True))
        column.addWidget(label("Passphrase", "section"))
        column.addWidget(self.passphrase)
        column.addLayout(helped)
        column.addWidget(self.keyring)
        column.addWidget(self.error)
        column.addSpacing(6)
        column.addLayout(buttons)
        fit_dialog(self, 600)

    def _connect_signals(self) -> None:
        for made in (self.choose, self.look_only, self.cancel):
            made.setAutoDefault(False)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.where.textChanged.connect(self._judge)
        self.passphrase.changed.connect(self._judge)
        self.sheet.clicked.connect(self._on_sheet_clicked)
        self.make.clicked.connect(self._on_make_clicked)
        self.look_only.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    @property
    def path(self) -> Path:
        return as_case_file(Path(self.where.text().strip()).expanduser())

    def _judge(self) -> None:
        trouble = _trouble(self.where.text().strip(), self.path)
        self.error.setText(trouble)
        self.error.setVisible(bool(trouble))
        self.make.setEnabled(self.passphrase.ready and not trouble)

    def _on_choose_clicked(self) -> None:
        chosen = dialogs.ask_for_new_case_file(self, str(self.path), KIND)
        if chosen is not None:
            self.where.setText(str(as_case_file(chosen)))

    def _on_sheet_clicked(self) -> None:
        dialogs.answered(SheetDialog(self, self.path))

    def _on_make_clicked(self) -> None:
        self.answer = NewCaseFile(self.path, self.passphrase.text, self.keyring.isChecked())
        self.passphrase.forget()
        self.accept()


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _trouble(text: str, path: Path) -> str:
    """Why there can be no case file there, as far as can be told before."""
    if not text or not path.name.removesuffix(ENDING).strip():
        return "Say where the case file is to be."
    if path.exists():
        return "There is already a file of that name. Choose another name, or open that file."
    if not path.parent.is_dir():
        return "There is no such folder. Choose another."
    if not os.access(path.parent, os.W_OK):
        return "Files cannot be written to that folder. Choose another."
    return ""
