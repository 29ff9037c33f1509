"""The dialog in which a case file gets another passphrase."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.model.phrases import many
from journey_viewer.ui.keeping.new_dialog import keyring_tick
from journey_viewer.ui.keeping.passphrase import CANNOT_BE_HELPED, NewPassphrase
from journey_viewer.ui.parts import button, fit_dialog, label


@dataclass(frozen=True)
class NewKey:
    """What was answered."""

    passphrase: str = field(repr=False)
    delete_old_backups: bool = True
    remember: bool = False


class ChangeDialog(QDialog):
    """``answer`` afterwards. The old passphrase is not asked for: the file is open."""

    def __init__(self, parent: QWidget, backups: int) -> None:
        super().__init__(parent)
        self.setWindowTitle("Change the passphrase")
        self.answer: NewKey | None = None
        self.passphrase = NewPassphrase()
        self.delete = QCheckBox(
            f"Delete {'the backup' if backups == 1 else f'the {backups} backups'} made until now"
        )
        self.delete.setChecked(True)
        self.delete.setVisible(backups > 0)
        self.keyring = keyring_tick()
        self.change, self.cancel = button("Change it", "primary"), button("Cancel")
        self.change.setEnabled(False)
        self._put_together(backups)
        self.passphrase.changed.connect(self._on_passphrase_changed)
        self.change.clicked.connect(self._on_change_clicked)
        self.cancel.clicked.connect(self.reject)

    def _put_together(self, backups: int) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        for made in (self.cancel, self.change):
            made.setAutoDefault(made is self.change)
            buttons.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(label("Change the passphrase", "heading"))
        column.addWidget(self.passphrase)
        column.addWidget(label(CANNOT_BE_HELPED, wrap=True))
        column.addSpacing(4)
        if backups:
            older = f"{many(backups, 'backup')} made until now will open only with the old passphrase."
            column.addWidget(label(older, wrap=True))
        column.addWidget(self.delete)
        column.addWidget(self.keyring)
        after = "Then write a new recovery sheet, and destroy the old one."
        column.addWidget(label(after, "quiet", wrap=True))
        column.addLayout(buttons)
        fit_dialog(self, 560)

    def _on_passphrase_changed(self) -> None:
        self.change.setEnabled(self.passphrase.ready)

    def _on_change_clicked(self) -> None:
        delete = self.delete.isChecked()
        self.answer = NewKey(self.passphrase.text, delete, self.keyring.isChecked())
        self.passphrase.forget()
        self.accept()
