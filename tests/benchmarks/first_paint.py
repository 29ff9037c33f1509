"""Starts the program, or a bare PySide6 window, until it was painted for the first time.

Prints the seconds that it took, and which modules were imported by then. Run by a process of its own.
"""

import sys
import time

BEGUN = time.perf_counter()

from PySide6.QtCore import QEvent, QObject  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402


class FirstPaint(QObject):
    """Ends the program as soon as the first window has been painted with all that is in it."""

    def event(self, event: QEvent) -> bool:
        taken = time.perf_counter() - BEGUN
        print(taken, *sorted(sys.modules))
        QApplication.quit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's own name)
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            watched.removeEventFilter(self)
            QApplication.postEvent(self, QEvent(QEvent.Type.User))  # before any timer
        return False


def _bare() -> int:
    application = QApplication([])
    window = QWidget()
    window.resize(1366, 768)
    probe = FirstPaint()
    window.installEventFilter(probe)
    window.show()
    return application.exec()


def _ours() -> int:
    from journey_viewer.cli import main
    from journey_viewer.ui.main_window import MainWindow

    probe = FirstPaint()

    def show(window: MainWindow) -> None:
        window.installEventFilter(probe)
        QWidget.show(window)

    MainWindow.show = show  # type: ignore[assignment,method-assign]
    return main([])


if __name__ == "__main__":
    sys.exit(_bare() if sys.argv[1:] == ["bare"] else _ours())
