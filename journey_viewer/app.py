"""The composition root of the window: every long-lived object is made once from here on and connected."""

import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from journey_viewer.drawing.icon import application_icon
from journey_viewer.theme import load_theme
from journey_viewer.ui.crash import on_uncaught
from journey_viewer.ui.furnishing import Furnishing
from journey_viewer.ui.looks import Looks
from journey_viewer.ui.main_window import MainWindow

if TYPE_CHECKING:
    from journey_viewer.model.words import Service


STYLE = "Fusion"
"""Named as Qt's own argument where the program starts: ``setStyle`` hands back a QStyle, which takes a while to wrap."""


def build_window(application: QApplication) -> MainWindow:
    """The main window with everything in it, not yet shown, dressed in our font and style."""
    application.setStyle(STYLE)
    window, furnishing = front(application)
    furnishing.finish()
    return window


def run(paths: Sequence[Path] = (), service: "Service | None" = None) -> int:
    """Open the window, on these lists if any, until it is closed; returns the exit code.

    ``service`` is for lists that do not say theirs.
    """
    application = QApplication([sys.argv[0], "-style", STYLE])
    sys.excepthook = on_uncaught
    window, furnishing = front(application)
    heartbeat = _close_on_signals(window)
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    if paths:
        furnishing.finished.connect(partial(window.open_lists, paths, service))
    window.show()
    furnishing.begin()
    code = application.exec()
    heartbeat.stop()
    return code


def front(application: QApplication) -> tuple[MainWindow, Furnishing]:
    """The window with what is seen first, and what will put in the rest."""
    application.setApplicationName("Journey Viewer")
    application.setWindowIcon(QIcon(QPixmap.fromImage(application_icon(load_theme()))))
    window = MainWindow(Looks(application))
    return window, Furnishing(window)


def _close_on_signals(window: MainWindow) -> QTimer:
    """Close the window, and so stop its job, on Ctrl+C in the terminal or when told to stop."""

    def close(*_: object) -> None:
        window.close()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), close)
    heartbeat = QTimer(window)
    heartbeat.timeout.connect(_let_python_hear)
    heartbeat.start(250)
    return heartbeat


def _let_python_hear() -> None:
    """WORKAROUND: Python hears signals only between its own steps, and Qt's loop takes none."""
