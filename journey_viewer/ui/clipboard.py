"""The clipboard: what was copied out of this program is taken from it again when the window is locked."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

_NO_HISTORY = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'
_ALONE = frozenset({"offscreen", "minimal"})  # platforms whose clipboard nobody else can reach


def copy(text: str) -> None:
    """Put a text on the clipboard, and not into the history that Windows keeps of it."""
    data = QMimeData()
    data.setText(text)
    data.setData(_NO_HISTORY, b"\x01")
    QGuiApplication.clipboard().setMimeData(data)


def copy_picture(image: QImage) -> None:
    """Put a picture on the clipboard, and not into the history that Windows keeps of it."""
    data = QMimeData()
    data.setImageData(image)
    data.setData(_NO_HISTORY, b"\x01")
    QGuiApplication.clipboard().setMimeData(data)


def clear_ours() -> None:
    """Empty the clipboard of what was copied here, by us or by Ctrl+C in any list or field; others' stays."""
    clipboard = QGuiApplication.clipboard()
    alone = QGuiApplication.platformName() in _ALONE
    if alone or clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
