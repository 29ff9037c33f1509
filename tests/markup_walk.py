"""Which widgets would show a text as markup."""

from collections.abc import Callable, Iterator, Sequence

from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCompleter,
    QLabel,
    QMenu,
    QMessageBox,
    QTextEdit,
    QWidget,
)

_BOX_SIGN = "qt_msgboxex_icon_label"  # Qt's own: the picture in a box


def rich_in(window: QWidget, payloads: Sequence[str]) -> list[str]:
    """Of each widget that shows one of these as markup, or tells it as a hint, which Qt takes for markup, what it is."""
    return list(_rich(window, [payload.strip() for payload in payloads]))


def _rich(window: QWidget, payloads: Sequence[str]) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        yield from _rich_widget(widget, payloads)
    for completer in window.findChildren(QCompleter):
        yield from ("a completer's hint" for told in _hints(completer.model()) if _is_rich(told, payloads))
    for action in window.findChildren(QAction):
        if _is_rich(action.toolTip(), payloads) and action.toolTip() != action.text():
            yield "an action's hint"


def _rich_widget(widget: QWidget, payloads: Sequence[str]) -> Iterator[str]:
    kind = type(widget).__name__
    shows = isinstance(widget, QLabel | QMessageBox) and widget.textFormat() is not Qt.TextFormat.PlainText
    if shows and widget.objectName() != _BOX_SIGN:
        yield f"{kind}: shows markup"
    if isinstance(widget, QMenu) and widget.toolTipsVisible():
        yield from ("a menu's hint" for action in widget.actions() if _is_rich(action.toolTip(), payloads))
    if isinstance(widget, QTextEdit) and widget.toPlainText() and not _has(widget.toPlainText(), payloads):
        yield f"{kind}: holds a document of markup"
    for told in (widget.toolTip(), widget.whatsThis(), widget.statusTip()):
        if _is_rich(told, payloads):
            yield f"{kind}: a hint"
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from (f"{kind}: a row's hint" for told in _hints(widget.model()) if _is_rich(told, payloads))


def _has(told: object, payloads: Sequence[str]) -> bool:
    return isinstance(told, str) and any(payload in told for payload in payloads)


def _is_rich(told: object, payloads: Sequence[str]) -> bool:
    """Whether Qt would take it for markup, with one of these in it as it stands."""
    return _has(told, payloads) and QtGui.Qt.mightBeRichText(str(told))


def _hints(model: QAbstractItemModel) -> Iterator[object]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                yield model.index(row, column).data(role)


def rich_in_menus(window: QWidget, payloads: Sequence[str]) -> tuple[int, list[str]]:
    """How many menus were opened, one after the other, and what they show as markup."""
    opened, rich = 0, list[str]()
    for menu in window.findChildren(QMenu):
        menu.popup(QPoint(0, 0))
        menu.grab()
        rich += rich_in(menu, payloads)
        opened += 1
        menu.close()
    return opened, rich


def rich_in_boxes(shown: Sequence[Callable[[], object]], payloads: Sequence[str]) -> tuple[int, list[str]]:
    """How many boxes that wait were shown, and what they show as markup; each is left as Esc would leave it."""
    seen: list[list[str]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.grab()
            seen.append(rich_in(box, payloads))
            box.reject()

    for show in shown:
        QTimer.singleShot(0, look)
        show()
    return len(seen), [told for each in seen for told in each]
