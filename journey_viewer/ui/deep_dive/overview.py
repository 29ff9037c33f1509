"""The whole window at a glance: touchpoints a month, one colour a service."""

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.theme import Theme
from journey_viewer.timeline.strip import monthly_counts
from journey_viewer.ui.parts import label

_AXIS_WIDTH = 30


class Overview(QWidget):
    """Stacked bars, a bar a calendar month, below the swimlane and on the same stretch of time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._plot = pyqtgraph.PlotWidget(background=theme.colours["ground"])
        self._plot.setAccessibleName("Touchpoints a month")
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.setAcceptDrops(False)  # lists may be dropped here too: they are the window's
        self._plot.hideButtons()
        self._plot.hideAxis("bottom")
        axis = self._plot.getAxis("left")
        axis.setStyle(tickFont=font(11), tickLength=-4, maxTickLevel=0)
        axis.setPen(None)
        axis.setTextPen(colour(theme.colours["quiet"]))
        axis.setWidth(_AXIS_WIDTH)
        self._caption = label("Touchpoints\na month", "caption")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._caption)
        self._row.addWidget(self._plot, 1)

    def align(self, left: float, right: float) -> None:
        """Stand on the same stretch of pixels as the swimlane's plot."""
        self._caption.setFixedWidth(max(1, round(left) - _AXIS_WIDTH))
        self._row.setContentsMargins(0, 0, round(right), 0)

    def show_case(self, case: Case | None) -> None:
        """The bars of this case."""
        self._plot.clear()
        if case is None:
            return
        counts = monthly_counts(case.touchpoints, case.window)
        edges = _month_edges(case.window, len(counts))
        middles, widths = (edges[1:] + edges[:-1]) / 2, np.diff(edges) * 0.74
        below = np.zeros(len(counts))
        for service in Service:
            heights = counts[:, service.code]
            if heights.any():
                brush = colour(self._theme.services[service].colour)
                bars = pyqtgraph.BarGraphItem(
                    x=middles, y0=below.copy(), height=heights, width=widths, brush=brush, pen=None
                )
                self._plot.addItem(bars)
                below += heights
        most = max(1.0, float(below.max(initial=0)))
        self._plot.getAxis("left").setTicks([[(most, f"{most:,.0f}")]])
        self._plot.setLimits(xMin=0, xMax=case.window.days, yMin=0, yMax=most * 1.08)
        self._plot.setRange(xRange=(0, case.window.days), yRange=(0, most * 1.08), padding=0)


def _month_edges(window: Window, months: int) -> NDArray[np.int64]:
    """Where each calendar month begins and the last one ends, in days of the window."""
    starts = np.datetime64(window.first, "M") + np.arange(months + 1)
    days = (starts.astype("datetime64[D]") - np.datetime64(window.first)).astype(np.int64)
    return np.clip(days, 0, window.days)
