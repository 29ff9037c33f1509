"""A column that goes on by scrolling, and follows the focus wherever it comes from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_AROUND = 12  # pixels


class Column(QScrollArea):
    """Shows ``inside`` as wide as it is itself."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setObjectName("sheet")
        inside.setObjectName("sheet")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        room: QWidget | None = self
        while room is not None:  # the whole place scrolls too where text is large
            if isinstance(room, QScrollArea):
                room.ensureWidgetVisible(now, _AROUND, _AROUND)
            room = room.parentWidget()
