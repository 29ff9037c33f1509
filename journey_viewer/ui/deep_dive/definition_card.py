"""What a number or a pattern is, in a card over everything else."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journey_viewer.ui.parts import label, text_scale

_WIDE = 420  # pixels


class DefinitionCard(QFrame):
    """Stays until one clicks beside it or presses Esc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("keys")
        self.setAccessibleName("What this is")
        self.name, self.text = label(role="section", wrap=True), label(wrap=True)
        self.more, self.source = label(wrap=True), label(role="caption", wrap=True)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for one in (self.name, self.text, self.more, self.source):
            column.addWidget(one)

    def say(self, name: str, text: str, more: str, source: str, where: QPoint) -> None:
        """Show this beside a point of the screen, and inside it."""
        told = (text, more, f"Source: {source}")
        self.name.setText(name)
        for one, words in zip((self.text, self.more, self.source), told, strict=True):
            one.setText(words)
        self.setAccessibleName(f"What this is: {name}")
        self.setAccessibleDescription("\n".join(told))
        self._stand(where)
        self.show()
        self.setFocus()

    def _stand(self, where: QPoint) -> None:
        wide = round(_WIDE * text_scale())
        self.setFixedSize(wide, self._column.totalHeightForWidth(wide))  # left to itself Qt cuts words off
        room = self.screen().availableGeometry()
        x = min(where.x(), room.right() - self.width())
        y = min(where.y(), room.bottom() - self.height())
        self.move(max(x, room.left()), max(y, room.top()))
