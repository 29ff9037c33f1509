"""Starts the program, or a bare PySide6 window, until it was painted for the first time.

Prints the seconds that it took, and which modules were imported by then. Run by a process of its own.
"""

import sys
import time

BEGUN = time.perf_counter()

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402


class FirstPaint(QObject):
    """Ends the program as soon as the first window has been painted with all that is in it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QTimer.singleShot(0, _tell)
        return False


def _tell() -> None:
    taken = time.perf_counter() - BEGUN
    print(taken, *sorted(sys.modules))
    QApplication.quit()


def _listen(application: QApplication) -> None:
    application.installEventFilter(FirstPaint(application))


def _bare() -> int:
    application = QApplication([])
    _listen(application)
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    return application.exec()


def _ours() -> int:
    from journey_viewer import app
    from journey_viewer.cli import main

    class Watched(QApplication):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)  # type: ignore[arg-type]
            _listen(self)

    app.QApplication = Watched  # type: ignore[misc]
    return main([])


if __name__ == "__main__":
    sys.exit(_bare() if sys.argv[1:] == ["bare"] else _ours())
