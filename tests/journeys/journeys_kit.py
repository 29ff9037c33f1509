"""What the journeys share: reading lists through the window as a user would, and small lists on disk."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_viewer.paths import example_lists
from journey_viewer.ui.main_window import MainWindow

LONG = 30_000  # milliseconds

A_LIST = """Person,NHS number,Date of birth,Date,Service,Reason,Clinician,Place,Outcome
Ottilie Quayle,9990000018,03/02/1950,05/03/2025,GP,Chest pain,Dr Lavender Oakes,Elmgrove Surgery,Attended
Ottilie Quayle,9990000018,03/02/1950,06/03/2025,A&E,Fell on the stairs,,Elmgrove Hospital,Attended
Barnaby Thistle,9990000026,30/11/1988,09/04/2025,GP,Back pain,Dr Lavender Oakes,Elmgrove Surgery,Did not attend
"""
PLANTED = ("Ottilie", "Quayle", "9990000018", "Barnaby", "Thistle", "Lavender", "Oakes", "Elmgrove", "Chest")


def a_list(folder: Path, name: str = "list.csv", content: str = A_LIST) -> Path:
    """Three rows about two invented people."""
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def read(qtbot: QtBot, window: MainWindow, paths: Sequence[Path]) -> None:
    """Open these lists in place of what is open, and wait until the window has done with them."""
    window.open_lists(paths)
    finish(qtbot, window)


def read_examples(qtbot: QtBot, window: MainWindow) -> None:
    read(qtbot, window, example_lists())
    assert len(window.store.session.document.order) == 10


def share(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.share_desk.export_to(folder)
    finish(qtbot, window)


def drop(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    """Drag files over the window and let them go there."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = window.rect().center()
    entered = QDragEnterEvent(middle, action, files, button, keys)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    with qtbot.waitSignal(window.tasks.ended, timeout=LONG):
        QApplication.sendEvent(window, QDropEvent(QPointF(middle), action, files, button, keys))
    finish(qtbot, window)


def finish(qtbot: QtBot, window: MainWindow) -> None:
    def done() -> bool:
        return not window.tasks.busy

    qtbot.waitUntil(done, timeout=LONG)
