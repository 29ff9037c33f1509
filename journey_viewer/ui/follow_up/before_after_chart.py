"""The run chart of before and after: months, the median before, last year's people beside it, and the warning in it."""

from datetime import timedelta

import numpy as np

from journey_viewer.attendance.change import BeforeAfter
from journey_viewer.attendance.interrupted import Segmented
from journey_viewer.model.days import month_in_words
from journey_viewer.theme import Theme
from journey_viewer.ui.find.charts import Chart
from journey_viewer.ui.follow_up.before_after_words import chart_in_words


class RunChart(Chart):
    """Points and a line for the group; dashed what last year's people did, dotted what a trend before would go on to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Before and after, month by month")
        self._told: BeforeAfter | None = None

    def show_told(self, told: BeforeAfter) -> None:
        self._told = told
        self.setAccessibleName(chart_in_words(told))
        self.draw()

    def draw(self) -> None:
        self.begin()
        told = self._told
        if told is None:
            return
        counts = np.array([count for _, count in told.months], float)
        people, months = len(told.lines), told.design.months
        cohort = np.array(told.cohort_months) * people
        top = max(counts.max(initial=1), cohort.max(initial=1)) * 1.18 + 1
        self._draw_windows(len(counts), months, top)
        median = self.pen("quiet", dashed=True)
        self.plot.plot([len(counts) - 2 * months, len(counts) - 1], [told.median] * 2, pen=median)
        if len(cohort):
            self.plot.plot(np.arange(len(cohort)), cohort, pen=self.pen("quiet", 2, dashed=True))
            self._say(len(cohort) - 1, cohort[-1], "last year’s people", (1.0, 1.1))
        dot = self._theme.colours["accent"]
        line = self.pen("accent", 2)
        self.plot.plot(
            np.arange(len(counts)), counts, pen=line, symbol="o", symbolSize=6, symbolBrush=dot, symbolPen=dot
        )
        self._draw_regression(told.regression, len(counts), months)
        self._name_months(told)
        self.plot.setRange(xRange=(-0.6, len(counts) - 0.4), yRange=(0, top), padding=0)

    def _draw_windows(self, total: int, months: int, top: float) -> None:
        """A line at the date, and a name for each window."""
        edges = [(total - 2 * months, "before"), (total - months, "after")]
        if total > 2 * months:
            edges.insert(0, (0, "chosen by"))
        for begin, name in edges:
            if begin:
                width = 2 if name == "after" else 1
                self.plot.plot([begin - 0.5] * 2, [0, top], pen=self.pen("quiet", width))
            self._say(begin - 0.4, top, name, (0.0, 0.0))

    def _draw_regression(self, regression: object, total: int, months: int) -> None:
        if not isinstance(regression, Segmented):
            return
        places = np.arange(total - 2 * months, total)
        self.plot.plot(places[:months], regression.fitted[:months], pen=self.pen("ink"))
        self.plot.plot(places[months:], regression.fitted[months:], pen=self.pen("ink"))
        self.plot.plot(places[months:], regression.counterfactual, pen=self.pen("ink", dashed=True))

    def _name_months(self, told: BeforeAfter) -> None:
        months = told.months
        step = max(1, len(months) // 6)
        named = [
            (place, month_in_words(months[place][0] + timedelta(3))) for place in range(0, len(months), step)
        ]
        self.plot.getAxis("bottom").setTicks([named])

    def _say(self, x: float, y: float, text: str, anchor: tuple[float, float]) -> None:
        words = self.words(text, "quiet", anchor)
        words.setPos(x, y)
        self.plot.addItem(words)
