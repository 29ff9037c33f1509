"""What stands in the window before anybody is shown: open a case file, begin one, or bring lists."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.theme import Theme
from journey_viewer.ui.icons import sign
from journey_viewer.ui.keeping.preferences import (
    REMEMBER,
    recent_case_files,
    remember_case_files,
    remembers_case_files,
)
from journey_viewer.ui.parts import button, card, label

_WIDE = 760
_SIGN = 48
_BEGIN = "Drop lists or a case file here to begin"
_BEGIN_LISTS = (
    "Lists of contacts with any service, one row a contact, as .csv or .xlsx: a file, several, or a folder."
    " You are asked whether to keep them in a case file. They stay on this computer."
)


class StartPage(QWidget):
    """Ways to begin; with an empty case file open, ways to bring lists into it."""

    new_asked = Signal()
    case_asked = Signal()
    recent_asked = Signal(object)
    """The Path of a case file that was open before."""
    files_asked = Signal()
    folder_asked = Signal()
    look_asked = Signal()
    template_asked = Signal()
    settings_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._said = label(role="callout", wrap=True)
        self._heading = label(_BEGIN, "heading", wrap=True)
        self.new = button(
            "New case file…", hint="One encrypted file for lists and for what is written of them"
        )
        self.case = button("Open a case file…", hint="A file whose name ends in .journey")
        self.files = button("Choose files…", "primary", "Choose one or more lists (Ctrl+O)")
        self.folder = button("Choose a folder…", hint="Read every list in a folder")
        self.look = button("Look only…", hint="Choose lists to look at, and keep nothing of them")
        self.template = button("Save a blank list…", "link", "A workbook with the headings to fill in")
        self.settings = button("Settings…", "link", "When the window locks, and what is remembered")
        self.remember = QCheckBox(REMEMBER)
        self._recent = QWidget()
        self._recent_grid = QGridLayout(self._recent)
        self._recent_grid.setContentsMargins(0, 0, 0, 0)
        self._recent_grid.setColumnStretch(1, 1)
        self._cases = self._case_files()
        self._sign, self._middle = label(), QWidget()
        self._put_together()
        self._connect_signals()
        self.say("")
        self.refresh()
        self.dress(theme)

    def _put_together(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self._sign)
        top.addWidget(self._heading, 1)
        lists = card(
            label("Lists", "section"),
            label(_BEGIN_LISTS, "quiet", wrap=True),
            _row(self.files, self.folder, self.look, self.template),
            margin=22,
            spacing=10,
        )
        column = QVBoxLayout(self._middle)
        column.setSpacing(14)
        column.addWidget(self._said)
        column.addLayout(top)
        column.addWidget(lists)
        column.addWidget(self._cases)
        column.addWidget(_row(self.settings))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._middle, 20)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(across)
        whole.addStretch(3)

    def _case_files(self) -> QWidget:
        kept = "A case file keeps lists and what is written about them, encrypted, under a passphrase."
        return card(
            label("Case files", "section"),
            label(kept, "quiet", wrap=True),
            self._recent,
            _row(self.case, self.new),
            self.remember,
            margin=22,
            spacing=10,
        )

    def _connect_signals(self) -> None:
        for made, asked in (
            (self.new, self.new_asked),
            (self.case, self.case_asked),
            (self.files, self.files_asked),
            (self.folder, self.folder_asked),
            (self.look, self.look_asked),
            (self.template, self.template_asked),
            (self.settings, self.settings_asked),
        ):
            made.clicked.connect(asked)
        self.remember.clicked.connect(self._on_remember_clicked)

    def say(self, sentence: str) -> None:
        """Why there is nothing to see any more; "" for nothing to say."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def dress(self, theme: Theme) -> None:
        """Show the sign in the theme's colour, and all of it in as much room as its text needs."""
        self._sign.setPixmap(sign("bring", theme.colours["accent"], theme.scaled(_SIGN)))
        self._middle.setMaximumWidth(theme.scaled(_WIDE))

    def show_kept_in(self, name: str) -> None:
        """With an empty case file of this name open only lists are asked for; "" for none."""
        self._heading.setText(f"{name} is open and holds nobody yet. Drop lists here" if name else _BEGIN)
        self._cases.setVisible(not name)
        self.look.setVisible(not name)

    def refresh(self) -> None:
        """Show the case files that are remembered, where that was chosen."""
        self.remember.setChecked(remembers_case_files())
        self._show_recent(recent_case_files())

    def allow_asking(self, allowed: bool) -> None:  # noqa: FBT001 (one yes or no)
        """While a job runs another cannot be asked for."""
        for widget in (self.new, self.case, self.files, self.folder, self.look, self._recent):
            widget.setEnabled(allowed)

    def _show_recent(self, paths: Sequence[Path]) -> None:
        while (item := self._recent_grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row, path in enumerate(paths):
            link = button(path.stem, "link", f"Open {path}")
            link.clicked.connect(partial(self.recent_asked.emit, path))
            self._recent_grid.addWidget(link, row, 0)
            self._recent_grid.addWidget(label(str(path.parent), "caption"), row, 1)
        self._recent.setVisible(bool(paths))

    def _on_remember_clicked(self, wanted: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        remember_case_files(wanted)
        self.refresh()


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setAlignment(Qt.AlignmentFlag.AlignLeft)
    for widget in widgets:
        across.addWidget(widget)
    across.addStretch()
    return row
