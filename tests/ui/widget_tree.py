"""Everything that a window says anywhere: on widgets, in models, to a screen reader, when one rests on it."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

_TEXTS = (
    "text",
    "placeholderText",
    "title",
    "plainText",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
)
_MORE_TEXTS = ("whatsThis", "statusTip", "windowTitle", "windowFilePath", "objectName", "prefix", "suffix")
_ROLES = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole),
    *(Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole),
    *(Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole),
)


def texts_in(window: QWidget) -> Iterator[str]:
    """Every text of the window and of all that is in it, hidden or not."""
    for thing in (window, *window.findChildren(QObject)):
        yield from _properties(thing)
        if isinstance(thing, QWidget):
            yield from _read_out(thing)
        if isinstance(thing, QAction):
            yield thing.text()
        if isinstance(thing, QAbstractItemView) and thing.model() is not None:
            yield from texts_of_model(thing.model())


def texts_of_model(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            told = (model.index(row, column).data(role) for role in _ROLES)
            yield from (text for text in told if isinstance(text, str))


def labels_in(window: QWidget) -> list[QLabel]:
    return window.findChildren(QLabel)


def said(window: QWidget, words: tuple[str, ...]) -> set[str]:
    """Those of the words that stand anywhere in the window."""
    everything = "\n".join(texts_in(window)).casefold()
    spaceless = "".join(everything.split())
    return {word for word in words if word.casefold() in everything or word.casefold() in spaceless}


def _properties(thing: QObject) -> Iterator[str]:
    for name in (*_TEXTS, *_MORE_TEXTS):
        value = thing.property(name)
        if isinstance(value, str):
            yield value


def _read_out(widget: QWidget) -> Iterator[str]:
    told = QAccessible.queryAccessibleInterface(widget)
    if told is not None:
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield told.text(kind)
