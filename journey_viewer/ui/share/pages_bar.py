"""Under the page: which one it is, the one before and after, and copies of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from journey_viewer.ui.parts import button, label


class PagesBar(QWidget):
    """Says where one is asked to go; ``stepped`` carries -1 or 1."""

    stepped = Signal(int)
    picture_asked = Signal()
    text_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.before = button("‹  Before", "small_button", "The page before (Page Up)")
        self.after = button("Next  ›", "small_button", "The next page (Page Down)")
        self.where, self.remark = label(role="section"), label(role="quiet", wrap=True)
        self.copy = QToolButton()
        menu = QMenu(self.copy)
        self.as_picture = menu.addAction("As a picture")
        self.as_text = menu.addAction("As text")
        self.copy.setObjectName("toggle")
        self.copy.setText("Copy this page  ▾")
        self.copy.setMenu(menu)
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy.setToolTip("The anonymised page, as it will leave")
        self.copy.setAccessibleName("Copy this page")
        self._put_together()
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.as_picture.triggered.connect(self.picture_asked)
        self.as_text.triggered.connect(self.text_asked)

    def _put_together(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addWidget(self.where)
        row.addWidget(self.remark, 1)
        row.addWidget(self.copy)

    def show_page(self, where: str, remark: str, *, first: bool, last: bool, there: bool) -> None:
        """Which page it is, whether there is one before and after it, and whether there is a page at all."""
        self.where.setText(where)
        self.remark.setText(remark)
        self.before.setEnabled(not first)
        self.after.setEnabled(not last)
        self.copy.setEnabled(there)

    def _on_before_clicked(self) -> None:
        self.stepped.emit(-1)

    def _on_after_clicked(self) -> None:
        self.stepped.emit(1)
