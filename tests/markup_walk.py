"""Which widgets would show a text as markup."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMessageBox, QTextEdit, QWidget


def rich_in(window: QWidget, payloads: Sequence[str]) -> list[str]:
    """Of each widget that shows one of these as markup, or tells it as a hint, which Qt takes for markup, what it is."""
    return list(_rich(window, [payload.strip() for payload in payloads]))


def _rich(window: QWidget, payloads: Sequence[str]) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        kind = type(widget).__name__
        if isinstance(widget, QLabel | QMessageBox) and widget.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{kind}: shows markup"
        if isinstance(widget, QTextEdit) and widget.toPlainText():
            yield f"{kind}: holds a document of markup"
        for told in (widget.toolTip(), widget.whatsThis(), widget.statusTip()):
            if any(payload in told for payload in payloads):
                yield f"{kind}: a hint"
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from (f"{kind}: a row's hint" for told in _hints(widget.model()) if _has(told, payloads))
    for action in window.findChildren(QAction):
        if _has(action.toolTip(), payloads) and action.toolTip() != action.text():
            yield "an action's hint"


def _has(told: object, payloads: Sequence[str]) -> bool:
    return isinstance(told, str) and any(payload in told for payload in payloads)


def _hints(model: QAbstractItemModel) -> Iterator[object]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                yield model.index(row, column).data(role)
