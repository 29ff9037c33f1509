"""Everything that a window says anywhere: on widgets, in models, to a screen reader, when one rests on it."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject, Qt
from PySide6.QtGui import QAccessible, QAction, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QMenu, QWidget

_TEXTS = (
    "text",
    "placeholderText",
    "title",
    "plainText",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
)
_MORE_TEXTS = (
    *("whatsThis", "statusTip", "windowTitle", "windowFilePath", "windowIconText", "objectName", "prefix"),
    *("suffix", "currentText", "iconText", "detailedText", "informativeText", "html", "specialValueText"),
)
_OWN_ROLES = range(int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 8)
_ROLES = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole),
    *(Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole),
    *(Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole),
)


def texts_in(window: QWidget, *, inside: bool = False) -> Iterator[str]:
    """Every text of the window and of all that is in it, hidden or not.

    ``inside``: also what models hold for their own delegates, which nobody sees before it is drawn.
    """
    for thing in (window, *window.findChildren(QObject)):
        yield from _properties(thing)
        if isinstance(thing, QWidget):
            yield from _read_out(thing)
        if isinstance(thing, QAction):
            yield from (thing.text(), str(thing.data()))
        if isinstance(thing, QMenu):
            yield from (action.text() for action in thing.actions())
        if isinstance(thing, QTextDocument):
            yield thing.toPlainText()
        if isinstance(thing, QAbstractItemView | QComboBox) and thing.model() is not None:
            yield from texts_of_model(thing.model(), inside=inside)
        if inside and isinstance(thing, QAbstractItemModel):
            yield from texts_of_model(thing, inside=True)


def texts_of_model(model: QAbstractItemModel, *, inside: bool = False) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            told = (model.index(row, column).data(role) for role in _ROLES)
            yield from (text for text in told if isinstance(text, str))
            if inside:
                yield from (repr(model.index(row, column).data(role)) for role in _OWN_ROLES)
    if inside:
        for orientation, count in (
            (Qt.Orientation.Horizontal, columns),
            (Qt.Orientation.Vertical, model.rowCount()),
        ):
            yield from (str(model.headerData(section, orientation)) for section in range(count))


def labels_in(window: QWidget) -> list[QLabel]:
    return window.findChildren(QLabel)


def said(window: QWidget, words: tuple[str, ...], *, inside: bool = False) -> set[str]:
    """Those of the words that stand anywhere in the window."""
    return found_in("\n".join(texts_in(window, inside=inside)), words)


def found_in(text: str, words: tuple[str, ...]) -> set[str]:
    """Those of the words that stand in the text, whatever its capitals and spaces."""
    everything = text.casefold()
    spaceless = "".join(everything.split())
    return {word for word in words if word.casefold() in everything or word.casefold() in spaceless}


def _properties(thing: QObject) -> Iterator[str]:
    for text in (*_TEXTS, *_MORE_TEXTS):
        value = thing.property(text)
        if isinstance(value, str):
            yield value
    own = (bytes(name.data()).decode() for name in thing.dynamicPropertyNames())
    values = (thing.property(name) for name in own if not name.startswith("_"))  # those are Qt's
    yield from (value for value in values if isinstance(value, str))


def _read_out(widget: QWidget) -> Iterator[str]:
    told = QAccessible.queryAccessibleInterface(widget)
    if told is not None:
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield told.text(kind)
