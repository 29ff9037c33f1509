"""Two small dialogs: until when a case file is kept, and the settings."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.ui.keeping.preferences import (
    IDLE_MINUTES,
    REMEMBER,
    idle_minutes,
    keep_idle_minutes,
    remember_case_files,
    remembers_case_files,
)
from journey_viewer.ui.looks import LOOKS, TEXT_SIZES, Looks
from journey_viewer.ui.parts import button, fit_dialog, label


class DeleteByDialog(QDialog):
    """``answer`` afterwards: the day that was chosen."""

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent)
        self.setWindowTitle("Delete by…")
        self.answer = day
        self.day = QDateEdit(QDate(day.year, day.month, day.day))
        self.day.setDisplayFormat("d MMMM yyyy")
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName("The day by which it is to be deleted")
        self.use, cancel = button("Keep this date", "primary"), button("Cancel")
        said = (
            "A deep dive ends. When the day has come, you are told each time the case file is opened."
            " Nothing is deleted by itself. Until somebody chooses a day, it is a year after lists were"
            " first read."
        )
        row = QHBoxLayout()
        row.addWidget(label("It is to be deleted by"))
        row.addWidget(self.day)
        row.addStretch()
        _lay_out(self, "Until when the case file is kept", said, row, cancel, self.use)
        self.use.clicked.connect(self._on_use_clicked)
        cancel.clicked.connect(self.reject)

    def _on_use_clicked(self) -> None:
        chosen = self.day.date()
        self.answer = date(chosen.year(), chosen.month(), chosen.day())
        self.accept()


class SettingsDialog(QDialog):
    """Keeps what was chosen once it is answered, and has the window look like it."""

    def __init__(self, parent: QWidget, looks: Looks) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setWindowTitle("Settings")
        idle = {minutes: f"After {minutes} minutes" if minutes else "Off" for minutes in IDLE_MINUTES}
        self.idle = _choice("Lock when nobody is there", idle, idle_minutes())
        self.theme = _choice("Looks", LOOKS, looks.chosen)
        self.text = _choice("Text size", {size: f"{size} %" for size in TEXT_SIZES}, looks.text_size)
        self.remember = QCheckBox(REMEMBER)
        self.remember.setChecked(remembers_case_files())
        self.use, cancel = button("Use these", "primary"), button("Cancel")
        form = QFormLayout()
        form.addRow(label("Looks"), self.theme)
        form.addRow(label("Text size"), self.text)
        form.addRow(label("Lock when nobody is there"), self.idle)
        said = "A locked window shows nothing of anybody. Lists that are only looked at are closed instead."
        column = QVBoxLayout()
        column.addLayout(form)
        column.addWidget(label(said, "caption", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.remember)
        _lay_out(self, "Settings", "", column, cancel, self.use)
        self.use.clicked.connect(self._on_use_clicked)
        cancel.clicked.connect(self.reject)

    def _on_use_clicked(self) -> None:
        keep_idle_minutes(int(self.idle.currentData()))
        remember_case_files(self.remember.isChecked())
        self._looks.choose(str(self.theme.currentData()), int(self.text.currentData()))
        self.accept()


def _choice(name: str, offered: Mapping[Any, str], chosen: object) -> QComboBox:
    """One of these; ``offered``: what is meant by each of the words."""
    made = QComboBox()
    made.setAccessibleName(name)
    for meant, words in offered.items():
        made.addItem(words, meant)
    made.setCurrentIndex(list(offered).index(chosen))
    return made


def _lay_out(
    dialog: QDialog, heading: str, said: str, middle: QHBoxLayout | QVBoxLayout, *answers: QWidget
) -> None:
    buttons = QHBoxLayout()
    buttons.addStretch()
    for answer in answers:
        buttons.addWidget(answer)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(28, 22, 28, 18)
    column.setSpacing(10)
    column.addWidget(label(heading, "heading"))
    if said:
        column.addWidget(label(said, "quiet", wrap=True))
    column.addLayout(middle)
    column.addSpacing(6)
    column.addLayout(buttons)
    fit_dialog(dialog, 500)
