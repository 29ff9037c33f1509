"""How long the next contact, case and pattern take on the wall of a meeting, against a bare repaint in the same run.

A step is a key: what is laid out, the paint, and all of the window on its way to the screen. The bare repaint fills
the same window with one picture of its size. On the examples, at three sizes of display; medians and 95th percentiles
in milliseconds, and ratios. Ends with 1 where a median is more than two frames at 60 Hz.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from journey_viewer.commands.sources import read_sources
from journey_viewer.paths import example_lists
from journey_viewer.privacy.anonymise_pack import anonymise_pack
from journey_viewer.session import opened
from journey_viewer.theme import load_theme
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.showing import Showing, stepped, with_case
from journey_viewer.ui.meeting.steps import Journey
from journey_viewer.ui.meeting.told import Room, Told
from journey_viewer.ui.meeting.window import MeetingWindow

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
TWO_FRAMES = 2 * 1000 / 60
_STEPS = 60


class Bare(QWidget):
    """One picture and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self._picture.size() != self.size():
            self._picture = QPixmap(self.size())
            self._picture.fill(QColor("#FFFFFF"))
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def programme() -> Programme:
    """That of the examples, as the wall is handed it."""
    session = opened(read_sources(example_lists()), date.today())
    pack = anonymise_pack(session.to_share(session.shared_people))
    return Programme(tuple(map(Journey, pack.cases)), pack.common)


def timed(steps: list[Callable[[], None]], widget: QWidget) -> tuple[float, float]:
    """Median and 95th percentile of a step until it is painted, in milliseconds. Between two steps people talk."""
    taken = []
    for step in steps:
        begun = time.perf_counter()
        step()
        widget.repaint()
        taken.append((time.perf_counter() - begun) * 1000)
        QApplication.processEvents()
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)]


class Wall:
    """A meeting's window, stepped through."""

    def __init__(self, cases: Programme, size: tuple[int, int]) -> None:
        self._cases, self._showing = cases, Showing(case=0)
        told = Told("3 Neighbourhood (the PCN)", "", ("Mental health trust",), (), ("A named GP — Lead GP",))
        self._room = Room(
            decided=(told,) * len(cases.journeys), agreed=(told,) * len(cases.common), left="12 min left"
        )
        self.window = MeetingWindow(load_theme())
        self.window.resize(*size)
        self.window.take(cases)
        self.window.show()
        self._show(self._showing)
        QApplication.processEvents()

    def _show(self, showing: Showing) -> None:
        self._showing = showing
        self.window.show_page(showing, self._room)

    def next_contact(self) -> None:
        self._show(stepped(self._showing, self._cases, 1))

    def next_case(self) -> None:
        after = with_case(self._showing, self._cases, 1)
        self._show(Showing(case=0) if after is self._showing else after)

    def next_pattern(self) -> None:
        """From the last one to all of them."""
        here = self._showing if self._showing.in_common else Showing(in_common=True)
        after = stepped(here, self._cases, 1)
        self._show(Showing(in_common=True) if after == here else after)


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    application, cases = QApplication([]), programme()
    slow = False
    for size in SIZES:
        bare, wall = Bare(), Wall(cases, size)
        bare.resize(*size)
        bare.show()
        QApplication.processEvents()
        repaint, _ = timed([bare.update] * _STEPS, bare)
        print(f"{size[0]} × {size[1]}: bare repaint {repaint:.2f} ms")
        for name, step in (
            ("next contact", wall.next_contact),
            ("next case", wall.next_case),
            ("next pattern", wall.next_pattern),
        ):
            median, late = timed([step] * _STEPS, wall.window)
            print(
                f"  {name:<13} {median:6.2f} ({late:.2f}) ms, {median / repaint:5.1f} × bare, {median / TWO_FRAMES:.2f} of two frames"
            )
            slow = slow or median > TWO_FRAMES
        wall.window.let_go()
        bare.close()
    application.quit()
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
