"""Where a case file is, which backups there are, who opened it, and what left it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from journey_viewer.casefile.backups import backup_folder, backups, made_at
from journey_viewer.model.phrases import many
from journey_viewer.model.registers import Export, Opening
from journey_viewer.ui.importing.rows import Column, RowsModel, rows_table
from journey_viewer.ui.parts import button, fit_dialog, label, moment


@dataclass(frozen=True)
class Whereabouts:
    """``openings`` and ``exports``: the newest last."""

    path: Path
    openings: tuple[Opening, ...]
    exports: tuple[Export, ...]


def size_in_words(size: int) -> str:
    """In the unit that leaves it a number one can take in."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000)):,} kB"


def _closed(opening: Opening) -> str:
    return moment(opening.closed) if opening.closed else "open, or not closed properly"


def _letters(export: Export) -> str:
    return ", ".join(case.removeprefix("Case ") for case in export.cases)


_OPENINGS: tuple[Column, ...] = (
    ("Opened", lambda told: moment(told.opened), "When it was opened to be written to."),
    ("Closed", _closed, "When it was closed."),
    ("By", lambda told: told.by, "The account on that computer."),
    ("Computer", lambda told: told.computer, "Where it was opened."),
)
_EXPORTS: tuple[Column, ...] = (
    ("When", lambda told: moment(told.made), "When it was written."),
    ("What", lambda told: told.what, "What was written."),
    ("Cases", _letters, "Whose cases, by their letters."),
    ("Identifies", lambda told: "yes" if told.identifies else "no", "Whether it tells who somebody is."),
    ("Folder", lambda told: told.folder, "Where it was written to."),
    ("By", lambda told: told.by, "The account on that computer."),
)
_BACKUPS: tuple[Column, ...] = (
    ("Backup of", lambda told: moment(made_at(told)), "When it was made."),
    ("Size", lambda told: size_in_words(told.stat().st_size if told.exists() else 0), "On the disk."),
)


class WhereDialog(QDialog):
    """Shows it; there is nothing to answer."""

    def __init__(self, parent: QWidget, told: Whereabouts) -> None:
        super().__init__(parent)
        self.setWindowTitle("Where the case file is")
        copies = backups(told.path)
        self.path = label(str(told.path), wrap=True)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.openings = _table("Openings", _OPENINGS, told.openings[::-1])
        self.exports = _table("What left", _EXPORTS, told.exports[::-1])
        self.backups = _table("Backups", _BACKUPS, copies)
        done = button("Close", "primary")
        done.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 18)
        column.setSpacing(8)
        column.addWidget(label("Where it is", "section"))
        column.addWidget(self.path)
        size = told.path.stat().st_size if told.path.exists() else 0
        column.addWidget(label(f"{size_in_words(size)} on the disk, encrypted.", "quiet"))
        column.addWidget(label("Backups", "section"))
        column.addWidget(label(_about_backups(copies, told.path), "quiet", wrap=True))
        column.addWidget(self.backups, 2)
        column.addWidget(label("Who opened it", "section"))
        column.addWidget(self.openings, 3)
        column.addWidget(label("What left it", "section"))
        if not told.exports:
            nothing = "Nothing yet. Every export is written down here of its own accord."
            column.addWidget(label(nothing, "quiet"))
        column.addWidget(self.exports, 3)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(done)
        column.addLayout(row)
        fit_dialog(self, 860, 640)


def _about_backups(copies: Sequence[Path], path: Path) -> str:
    if not copies:
        return "None yet: one is made every hour that something is written."
    count = len(copies)
    return f"{many(count, 'backup')}, encrypted as the file is, in {backup_folder(path)}"


def _table(name: str, columns: Sequence[Column], rows: Sequence[Any]) -> QTableView:
    model = RowsModel(columns)
    model.show_rows(rows)
    table = rows_table(model, name)
    model.setParent(table)
    table.resizeColumnsToContents()
    table.horizontalHeader().setStretchLastSection(True)
    table.setVisible(bool(rows))
    return table
