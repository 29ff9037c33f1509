"""The whole journey at a glance: touchpoints a month, one colour a service, and a frame around what is seen."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.model.case import Case
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.theme import Theme
from journey_viewer.timeline.axis import days_of_axis
from journey_viewer.timeline.strip import monthly_counts
from journey_viewer.ui.parts import label

_AXIS_WIDTH = 30
_LEAST_DAYS = 1.0


class Overview(QWidget):
    """Stacked bars, a bar a calendar month, below the swimlane and on the same stretch of time."""

    stretch_chosen = Signal(float, float)
    """The frame was moved: the first and the last day in it, as date.toordinal counts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._case: Case | None = None
        self._stretch: tuple[float | None, float | None] = None, None
        self._plot: Any = None
        self._frame: Any = None
        self._caption = label("Touchpoints\na month", "caption")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._caption)

    def dress(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        if self._plot is not None:
            self._row.removeWidget(self._plot)
            self._plot.hide()
            self._plot.deleteLater()
            self._plot = self._frame = None
            self.show_case(self._case)
            self.show_stretch(*self._stretch)

    def align(self, left: float, right: float) -> None:
        """Stand on the same stretch of pixels as the swimlane's plot."""
        self._caption.setFixedWidth(max(1, round(left) - self._theme.scaled(_AXIS_WIDTH)))
        self._row.setContentsMargins(0, 0, round(right), 0)

    def show_case(self, case: Case | None) -> None:
        """The bars of this case."""
        self._case = case
        if case is None:
            if self._plot is not None:
                self._plot.clear()
            return
        if self._plot is None:
            self._make_plot()
        self._plot.clear()
        window = days_of_axis(case)
        most = max(1.0, self._add_bars(case, window))
        self._plot.addItem(self._frame)
        self._plot.getAxis("left").setTicks([[(most, f"{most:,.0f}")]])
        self._plot.setLimits(xMin=0, xMax=window.days, yMin=0, yMax=most * 1.08)
        self._plot.setRange(xRange=(0, window.days), yRange=(0, most * 1.08), padding=0)
        self._frame.blockSignals(True)  # it is we who move it
        self._frame.setBounds((0, window.days))
        self._frame.blockSignals(False)

    def show_stretch(self, first: float | None, last: float | None) -> None:
        """Put the frame around these days; around everything where there are none."""
        self._stretch = first, last
        if self._case is None or self._frame is None:
            return
        window = days_of_axis(self._case)
        begin, days = window.first.toordinal(), window.days
        shown = (0.0, float(days)) if first is None or last is None else (first - begin, last - begin)
        self._frame.setBrush(self._veil(0 if shown == (0.0, float(days)) else 22))
        if self._frame.getRegion() != shown:
            self._frame.blockSignals(True)  # it is we who move it
            self._frame.setRegion(shown)
            self._frame.blockSignals(False)

    def _veil(self, alpha: int) -> QBrush:
        return QBrush(colour(self._theme.colours["accent"], alpha))

    def _make_plot(self) -> None:
        import pyqtgraph  # takes a tenth of a second, which the first window need not wait for

        plot = pyqtgraph.PlotWidget(background=self._theme.colours["ground"])
        plot.setAccessibleName("Touchpoints a month")
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setMouseEnabled(x=False, y=False)
        plot.setMenuEnabled(False)
        plot.setAcceptDrops(False)  # lists may be dropped here too: they are the window's
        plot.hideButtons()
        plot.hideAxis("bottom")
        axis = plot.getAxis("left")
        axis.setStyle(tickFont=font(self._theme.sizes["small"]), tickLength=-4, maxTickLevel=0)
        axis.setPen(None)
        axis.setTextPen(colour(self._theme.colours["quiet"]))
        axis.setWidth(self._theme.scaled(_AXIS_WIDTH))
        self._frame = self._made_frame()
        self._plot = plot
        self._row.addWidget(plot, 1)

    def _made_frame(self) -> Any:
        import pyqtgraph

        accent = self._theme.colours["accent"]
        frame = pyqtgraph.LinearRegionItem(
            brush=self._veil(0), hoverBrush=self._veil(40), pen=pyqtgraph.mkPen(accent, width=2)
        )
        frame.sigRegionChanged.connect(self._on_frame_region_changed)
        return frame

    def _add_bars(self, case: Case, window: Window) -> float:
        """Adds them and returns the height of the highest."""
        import pyqtgraph

        counts = monthly_counts(case.touchpoints, window)
        edges = _month_edges(window, len(counts))
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
        return float(below.max(initial=0))

    def _on_frame_region_changed(self) -> None:
        if self._case is None:
            return
        first, last = self._frame.getRegion()
        begin = self._case.window.first.toordinal()
        self.stretch_chosen.emit(begin + first, begin + max(last, first + _LEAST_DAYS))


def _month_edges(window: Window, months: int) -> NDArray[np.int64]:
    """Where each calendar month begins and the last one ends, in days of the window."""
    starts = np.datetime64(window.first, "M") + np.arange(months + 1)
    days = (starts.astype("datetime64[D]") - np.datetime64(window.first)).astype(np.int64)
    return np.clip(days, 0, window.days)
