"""The charts by pyqtgraph: plain, on white, with nothing to press; what they show is said in their accessible names.

pyqtgraph is imported by whoever makes the first of them, which is after the job that imports it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journey_viewer.drawing.fonts import font
from journey_viewer.model.days import month_in_words
from journey_viewer.theme import Theme

_TEXT, _AXIS = 11, 34  # pixels


class Chart(QWidget):
    """A plot that cannot be dragged, zoomed or asked for a menu; drawn anew in another theme."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        import pyqtgraph as pg

        self._pg, self._theme = pg, theme
        self.plot = pg.PlotWidget(background=None)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.plot.getPlotItem().layout.setContentsMargins(0, 4, 22, 0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.plot.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored
        )  # it would have 640 × 480
        column.addWidget(self.plot)
        self._fit()

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self._fit()
        self.draw()

    def _fit(self) -> None:
        self.setMinimumHeight(self._theme.scaled(110))
        self.setMinimumWidth(self._theme.scaled(180))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(260), self._theme.scaled(150))

    def draw(self) -> None:
        """Draw what is shown, in the theme's colours."""

    def begin(self) -> None:
        """An empty plot, its axes in the theme's colours and our font."""
        colours, size = self._theme.colours, self._theme.scaled(_TEXT)
        self.plot.clear()
        self.plot.setBackground(colours["ground"])
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(self._pg.mkPen(colours["rule"]))
            axis.setTextPen(self._pg.mkPen(colours["quiet"]))
            axis.setStyle(tickFont=font(size), tickLength=-4)
            axis.enableAutoSIPrefix(enable=False)

    def pen(self, ink: str, width: float = 1.0, *, dashed: bool = False) -> object:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        return self._pg.mkPen(self._theme.colours[ink], width=width, style=style)

    def name_axis(self, side: str, text: str) -> None:
        """``text`` is our own: pyqtgraph takes it as markup."""
        css = {"color": self._theme.colours["quiet"], "font-size": f"{self._theme.scaled(_TEXT)}px"}
        axis = self.plot.getAxis(side)
        axis.setLabel(text, **css)
        axis.setHeight(self._theme.scaled(_AXIS))

    def words(self, text: str, ink: str, anchor: tuple[float, float]) -> Any:
        """A text in the plot, as it is and never as markup."""
        made = self._pg.TextItem(anchor=anchor)
        made.textItem.setPlainText(text)
        made.textItem.setDefaultTextColor(self._pg.mkColor(self._theme.colours[ink]))
        made.setFont(font(self._theme.scaled(_TEXT)))
        return made


class CurveChart(Chart):
    """The concentration of contacts: the curve over the line on which everybody would have equally many."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "How GP contacts are spread over people")
        self._corners: Sequence[tuple[float, float]] = ()
        self._mark: tuple[float, float] | None = None

    def show_curve(
        self, corners: Sequence[tuple[float, float]], mark: tuple[float, float] | None, words: str
    ) -> None:
        """``mark``: the point of which the heading speaks."""
        self._corners, self._mark = corners, mark
        self.setAccessibleName(words)
        self.draw()

    def draw(self) -> None:
        self.begin()
        if not self._corners:
            return
        corners = np.array(self._corners)
        self.plot.plot([0, 1], [0, 1], pen=self.pen("quiet", dashed=True))
        self.plot.plot(corners[:, 0], corners[:, 1], pen=self.pen("accent", 2.5), antialias=True)
        if self._mark is not None:
            x, y = self._mark
            self.plot.plot([x, x], [0, y], pen=self.pen("accent", dashed=True))
            dot = self._theme.colours["accent"]
            self.plot.plot([x], [y], pen=None, symbol="o", symbolSize=9, symbolBrush=dot, symbolPen=dot)
            said = self.words(f"{y:.0%} by {x:.0%} of people", "ink", (-0.06, 0.1))
            said.fill = self._pg.mkBrush(self._theme.colours["ground"])  # over the line that it may lie on
            said.setPos(x, y)
            self.plot.addItem(said)
        ticks = [(0, "0"), (0.5, "50%"), (1, "100%")]
        for side in ("left", "bottom"):
            self.plot.getAxis(side).setTicks([ticks])
        self.name_axis("bottom", "share of people, busiest first")
        self.plot.setRange(xRange=(0, 1), yRange=(0, 1.03), padding=0.01)


class MonthsChart(Chart):
    """Counts of months in order, a run chart with its median; ``since``: months from which on another ground begins."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._months: Sequence[tuple[date, int]] = ()
        self._cut: int | None = None

    def show_months(self, months: Sequence[tuple[date, int]], cut: int | None, words: str) -> None:
        """``cut``: the place of the first month of this year."""
        self._months, self._cut = months, cut
        self.setAccessibleName(words)
        self.draw()

    def draw(self) -> None:
        self.begin()
        if not self._months:
            return
        counts = np.array([count for _, count in self._months], float)
        places = np.arange(len(counts))
        dot = self._theme.colours["accent"]
        middle = float(np.median(counts))
        self.plot.plot([0, len(counts) - 1], [middle, middle], pen=self.pen("quiet", dashed=True))
        line = self.pen("accent", 2)
        self.plot.plot(places, counts, pen=line, symbol="o", symbolSize=4, symbolBrush=dot, symbolPen=dot)
        if self._cut is not None:
            self.plot.plot([self._cut - 0.5] * 2, [0, counts.max() * 1.1 + 1], pen=self.pen("quiet"))
        step = max(1, len(counts) // 4)
        named = [(place, month_in_words(self._months[place][0])) for place in range(0, len(counts), step)]
        self.plot.getAxis("bottom").setTicks([named])
        self.plot.setRange(xRange=(-0.5, len(counts) - 0.3), yRange=(0, counts.max() * 1.1 + 1), padding=0)
