"""How long a picture takes, against bare dots of others in the same run: 1920 × 1080, drawn in software.

Prints medians and 95th percentiles of a frame in milliseconds, and ratios. Ours is the whole
picture: ground, axis, lanes, names, counts, marks and what rules found.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication, QGraphicsEllipseItem, QGraphicsScene

from journey_viewer.drawing.fonts import text_width
from journey_viewer.drawing.painter import paint_ground
from journey_viewer.drawing.stamps import stamp
from journey_viewer.model.case import Case, case_of
from journey_viewer.model.findings import Finding
from journey_viewer.model.imported import Imported, Source
from journey_viewer.model.people import Person, Window
from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Outcome, Service
from journey_viewer.patterns.definitions import name_of
from journey_viewer.patterns.drawn import is_drawn, kinds_drawn
from journey_viewer.patterns.find import find_patterns
from journey_viewer.theme import load_theme
from journey_viewer.timeline.finding_marks import with_findings
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Frame, Layout

WINDOW = Window(date(2023, 7, 1), date(2025, 6, 30))
FRAME = Frame(1920, 1080)
SIZES = (300, 3_000, 30_000, 1_000_000)
_LOOKED_AT = 2_000  # contacts, for what rules find: more than is drawn
HALF_A_60_HZ_FRAME = 1000 / 60 / 2

Draw = Callable[[], None]


def invented_case(count: int) -> Case:
    """So many contacts of one invented person, at random in two years."""
    chance = np.random.default_rng(11)
    seconds = chance.integers(0, WINDOW.days * 86400, count)
    nothing = Texts(np.zeros(count, np.int32), ("",))
    outcomes = np.where(chance.random(count) < 0.85, Outcome.ATTENDED.code, Outcome.DID_NOT_ATTEND.code)
    touchpoints = Touchpoints(
        person=np.zeros(count, np.int32),
        service=chance.integers(0, len(Service) - 1, count).astype(np.int8),
        kind=np.zeros(count, np.int8),
        outcome=outcomes.astype(np.int8),
        start=np.datetime64(WINDOW.first, "s") + seconds,
        end=np.full(count, "NaT", "datetime64[s]"),
        timed=np.ones(count, np.bool_),
        uncertain=np.zeros(count, np.bool_),
        **dict.fromkeys(("named", "reason", "clinician", "place", "mode"), nothing),
        row=np.arange(count, dtype=np.int32),
        source=np.zeros(count, np.int32),
        number=np.arange(count, dtype=np.int32),
    )
    source = Source("invented", "", "invented", count, count)
    return case_of(Imported((Person(),), touchpoints, (source,)), 0, WINDOW, "Case A")


def frames(draw: Draw, repeats: int) -> tuple[float, float]:
    """Median and 95th percentile of a frame, in milliseconds."""
    draw()
    taken = []
    for _ in range(repeats):
        begun = time.perf_counter()
        draw()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken), sorted(taken)[min(int(len(taken) * 0.95), len(taken) - 1)]


def ours(layout: Layout, image: QImage) -> Draw:
    theme = load_theme()
    marks = stamp(layout.marks, theme, 1.0)

    def draw() -> None:
        painter = QPainter(image)
        painter.fillRect(image.rect(), QColor(theme.colours["ground"]))
        paint_ground(painter, layout, theme)
        marks.paint(painter)
        painter.end()

    return draw


def scatter(case: Case, image: QImage) -> Draw:
    """pyqtgraph's own dots, of one colour and without a pen."""
    import pyqtgraph

    plot = pyqtgraph.PlotWidget()
    plot.resize(1920, 1080)
    days = (case.touchpoints.start - case.touchpoints.start.min()).astype(np.int64) / 86400
    dots = pyqtgraph.ScatterPlotItem(
        x=days, y=case.touchpoints.service, size=12, pen=None, brush=pyqtgraph.mkBrush(0, 94, 184)
    )
    plot.addItem(dots)
    plot.show()
    QApplication.processEvents()

    def draw() -> None:
        painter = QPainter(image)
        plot.render(painter)
        painter.end()

    return draw


def items(case: Case, image: QImage) -> Draw:
    """One graphics item each."""
    scene = QGraphicsScene()
    days = (case.touchpoints.start - case.touchpoints.start.min()).astype(np.int64) / 86400
    for x, y in zip(days.tolist(), case.touchpoints.service.tolist(), strict=True):
        item = QGraphicsEllipseItem(x * 2.6, y * 100, 12, 12)
        item.setPen(QPen(Qt.PenStyle.NoPen))
        item.setBrush(QColor("#005EB8"))
        scene.addItem(item)

    def draw() -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.render(painter, QRectF(image.rect()))
        painter.end()

    return draw


def whole_picture(case: Case) -> Layout:
    """The journey with what rules find in its first contacts, as much of it as is ever drawn."""
    first = replace(
        case, touchpoints=case.touchpoints.take(np.arange(min(len(case.touchpoints), _LOOKED_AT)))
    )
    found = [one for one in find_patterns(first) if isinstance(one, Finding) and is_drawn(one)]
    kinds = kinds_drawn(found)
    drawn = [one for one in found if one.pattern in kinds]
    names = {pattern: name_of(pattern) for pattern in kinds}
    return with_findings(lay_out(case, FRAME, text_width), case, drawn, names, text_width)


def frame_table(rounds: int) -> None:
    print("One frame, median (p95) in ms; rounds in which the contestants take turns")
    told: dict[int, float] = {}
    for size in SIZES:
        case = invented_case(size)
        layout = whole_picture(case)
        image = QImage(1920, 1080, QImage.Format.Format_RGB32)
        few = size > 100_000
        contestants: dict[str, tuple[Draw, int]] = {
            "ours, whole picture": (ours(layout, image), 60),
            "pyqtgraph's scatter": (scatter(case, image), 3 if few else 15),
        }
        if not few:
            contestants["an item each"] = (items(case, image), 3)
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in contestants}
        for _ in range(rounds):
            for name, (draw, repeats) in contestants.items():
                taken[name].append(frames(draw, repeats))
        medians = {name: statistics.median(one for one, _ in all_) for name, all_ in taken.items()}
        p95 = {name: statistics.median(other for _, other in all_) for name, all_ in taken.items()}
        told[size] = medians["ours, whole picture"]
        for name, median in medians.items():
            ratio = median / told[size]
            print(f"{size:>9,}  {name:<20} {median:>9.2f} ({p95[name]:.2f})   {ratio:>7.1f} × ours")
        if size == SIZES[0]:
            print(f"           half a frame at 60 Hz is {HALF_A_60_HZ_FRAME:.2f} ms")
    print(f"From 30,000 to 1,000,000 our frame grows {told[1_000_000] / told[30_000]:.2f} times")


def layout_table(rounds: int) -> None:
    print("\nLaying out, median in ms")
    told = {}
    for size in (1_000, 10_000, 100_000, 1_000_000):
        case = invented_case(size)

        def draw(case: Case = case) -> None:
            lay_out(case, FRAME, text_width)

        told[size], _ = frames(draw, rounds)
        print(f"{size:>9,}  {told[size]:>9.1f}   {told[size] / size * 1000:.2f} µs a touchpoint")
    print(
        f"From 1,000 to 1,000,000 a touchpoint takes {told[1_000_000] / told[1_000] / 1000:.2f} times as long"
    )


START = Path(__file__).with_name("first_paint.py")


def start_table(rounds: int) -> None:
    """Both as they are once they are installed: with every module compiled, which the first turn does."""
    print("\nThe first painted window, in ms, by turns")
    taken: dict[str, list[float]] = {"bare": [], "ours": []}
    with tempfile.TemporaryDirectory() as compiled:
        settings = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        settings.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(rounds * 3 + 1):
            for name, all_ in taken.items():
                all_.append(_first_paint(name, settings))
    bare, own = (statistics.median(all_[1:]) for all_ in taken.values())
    print(f"a bare PySide6 window {bare:.0f}, ours {own:.0f}: {own / bare:.2f} times")


def _first_paint(name: str, settings: dict[str, str]) -> float:
    done = subprocess.run(
        [sys.executable, str(START), name], capture_output=True, text=True, check=True, env=settings
    )
    return float(done.stdout.split()[0]) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    application = QApplication([])
    frame_table(rounds)
    layout_table(rounds)
    start_table(rounds)
    application.quit()


if __name__ == "__main__":
    main()
