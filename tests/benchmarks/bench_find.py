"""How smoothly a whole list opens in Find, and ten people are picked from it into a case file.

12,000 people and 200,000 touchpoints lie in a case file; it is opened in the real window (offscreen unless
QT_QPA_PLATFORM says otherwise), looked through, listed whole, sorted, filtered, scrolled, and ten are ticked. Beside
each step stands the longest time in which the window could do nothing, by a heartbeat every 5 ms, and the same
of a bare window with nothing in it. Ends with 1 where the ten are not in the case file afterwards, where no progress was
told, or where a step of Find stalled for longer than 300 ms.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from whole_list import whole_list

from journey_viewer.app import STYLE, build_window
from journey_viewer.casefile.opening import create_case_file, open_case_file
from journey_viewer.model.kept import Kept
from journey_viewer.session import opened
from journey_viewer.ui.find.tools import EVERYBODY
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.work.attender_list import Column

PEOPLE, TOUCHPOINTS, PICKED, LIMIT = 12_000, 200_000, 10, 0.3
_BEAT, _PASSPHRASE, _TODAY = 5, "tarn ladder ninety violet", date(2026, 4, 1)


class Heart(QObject):
    """Beats as long as the window lives; ``longest`` is the longest pause since it was last asked, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(_BEAT)

    def longest(self) -> float:
        self._on_timer_timeout()
        longest, self._longest = self._longest, 0.0
        return longest

    def _on_timer_timeout(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


def wait(done: Callable[[], bool], most: float = 120.0) -> None:
    """Let the window live until this is so."""
    end = time.perf_counter() + most
    while not done():
        if time.perf_counter() > end:
            raise TimeoutError
        _live(20)


def _live(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Steps:
    """Does one step after another and tells how long each took, and how long the window stood still in it."""

    def __init__(self, heart: Heart) -> None:
        self._heart = heart
        self.worst = 0.0

    def take(self, name: str, work: Callable[[], None], *, counts: bool = True) -> None:
        self._heart.longest()
        begun = time.perf_counter()
        work()
        _live(60)  # until it was painted
        taken, stalled = time.perf_counter() - begun, self._heart.longest()
        self.worst = max(self.worst, stalled) if counts else self.worst
        print(f"{name:<46} {taken:7.2f} s   longest stall {stalled * 1000:6.0f} ms")


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    application = QApplication(["bench", "-style", STYLE])
    heart = Heart()
    steps = Steps(heart)
    bare = QMainWindow()
    bare.resize(1366, 768)
    steps.take("a bare window, shown and left alone", lambda: _show(bare), counts=False)
    bare.close()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Riverside.journey"
        _keep(path)
        window = build_window(application)
        window.resize(1366, 768)
        picked, progress = _use(window, path, steps)
        with open_case_file(path, _PASSPHRASE, read_only=True) as case_file:
            kept = case_file.read().document.chosen
    print(f"in the case file: {len(kept)} of {len(picked)} picked; {progress} steps of progress were told")
    ratio = steps.worst / LIMIT
    print(f"longest stall of Find {steps.worst * 1000:.0f} ms, {ratio:.2f} of {LIMIT * 1000:.0f} ms")
    return int(kept != picked or not progress or ratio > 1)


def _show(bare: QMainWindow) -> None:
    bare.show()
    _live(2_000)


def _keep(path: Path) -> None:
    session = opened(whole_list(PEOPLE, TOUCHPOINTS), _TODAY)
    with create_case_file(path, _PASSPHRASE) as made:
        for _ in made.keep(Kept(), session.kept):
            pass


def _use(window: MainWindow, path: Path, steps: Steps) -> tuple[tuple[int, ...], int]:
    """Whom was ticked, and how often progress was told."""
    told: list[object] = []
    find = window.attenders
    find.seeking.progressed.connect(told.append)
    table = find.table

    def seek() -> None:
        window.store.look(place="find")
        wait(lambda: not find.seeking.busy)

    def everybody() -> None:
        find.tools.listed_asked.emit(EVERYBODY)
        wait(lambda: not find.seeking.busy)

    def scroll() -> None:
        for _ in range(40):
            QTest.keyClick(table, Qt.Key.Key_PageDown)
            QApplication.processEvents()

    def pick() -> None:
        find.tools.untick.click()
        table.setFocus()
        for row in range(PICKED):
            table.setCurrentIndex(table.rows.index(row, Column.PERSON))
            QTest.keyClick(table, Qt.Key.Key_Space)
            QApplication.processEvents()

    def saved() -> bool:
        return not window.tasks.busy and not window.keeping.keeper.unsaved

    window.show()
    steps.take("the case file is opened", lambda: _open(window, path), counts=False)
    steps.take("Find looks through the list", seek)
    steps.take("everybody who came is listed", everybody)
    print(f"  {table.rows.count:,} people in the list")
    for column in (Column.AE, Column.REASONS, Column.PERSON):
        steps.take(f"sorted by {column.name.lower()}", _sorted_by(window, column))
    steps.take("filtered by a word", lambda: find.tools.text.setText("care"))
    steps.take("filter taken away", find.tools.text.clear)
    steps.take("scrolled by 40 pages", scroll)
    steps.take("sorted as ranked", _sorted_by(window, Column.GP))
    steps.take(f"{PICKED} are ticked", pick)
    wait(saved)
    picked = window.store.session.document.chosen
    window.close()
    return picked, len(told)


def _sorted_by(window: MainWindow, column: Column) -> Callable[[], None]:
    def sort() -> None:
        window.attenders.table.horizontalHeader().sectionClicked.emit(column)

    return sort


def _open(window: MainWindow, path: Path) -> None:
    window.keeping.open(path)
    wait(lambda: not window.tasks.busy)
    page = window.keeping.door.page
    page.field.line.setText(_PASSPHRASE)
    page.open.click()
    wait(lambda: not window.tasks.busy and not window.store.session.is_empty)


if __name__ == "__main__":
    sys.exit(main())
