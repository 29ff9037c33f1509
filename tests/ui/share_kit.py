"""Waiting for the place "Share", which works things out off the GUI thread."""

from pytestqt.qtbot import QtBot

from journey_viewer.ui.main_window import MainWindow

_LONG = 20_000  # milliseconds


def rest(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is being worked out."""
    share = window.share

    def done() -> bool:
        return not share.making.thinking.busy and not share.risks.thinking.busy

    qtbot.waitUntil(done, timeout=_LONG)
