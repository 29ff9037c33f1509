"""The journey under the hands of somebody who uses the keyboard alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.case import Case
from journey_viewer.timeline.layout import Layout
from journey_viewer.timeline.nearest import mark_of, row_in_next_lane
from journey_viewer.timeline.stepping import standing_out, stepped_to
from journey_viewer.timeline.zooming import between, fitted, moved, showing, zoomed
from journey_viewer.ui.deep_dive.keys import Wish
from journey_viewer.ui.deep_dive.shown import Shown
from journey_viewer.ui.deep_dive.stretching import Stretching

_NEARER = 1.5
_PAGE = 0.8  # of what is seen
_ALL = 10**9


class Keyboard(QObject):
    """Says what a wish means for the journey that is shown."""

    row_chosen = Signal(int)
    span_chosen = Signal(object)
    looking_chosen = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._means: dict[Wish, Callable[[Case, Shown, Layout], None]] = {
            Wish.NEXT: partial(self._step, 1),
            Wish.PREVIOUS: partial(self._step, -1),
            Wish.FIRST: partial(self._step, -_ALL),
            Wish.LAST: partial(self._step, _ALL),
            Wish.UP: partial(self._step_lane, -1),
            Wish.DOWN: partial(self._step_lane, 1),
            Wish.NEARER: partial(self._zoom, _NEARER),
            Wish.FARTHER: partial(self._zoom, 1 / _NEARER),
            Wish.FIT: self._fit,
            Wish.EARLIER: partial(self._move, -_PAGE),
            Wish.LATER: partial(self._move, _PAGE),
            Wish.STRETCH_ON: partial(self._stretch, 1),
            Wish.STRETCH_BACK: partial(self._stretch, -1),
            Wish.TO_STRETCH: self._to_stretch,
        }

    def fulfil(self, wish: Wish, shown: Shown, layout: Layout | None) -> bool:
        """Whether it means anything on the journey itself."""
        if wish not in self._means:
            return False
        if shown.case is not None and layout is not None:
            self._means[wish](shown.case, shown, layout)
        return True

    def _choose(self, row: int | None) -> None:
        if row is not None:
            self.row_chosen.emit(row)

    def _step(self, steps: int, case: Case, shown: Shown, _layout: Layout) -> None:
        self._choose(stepped_to(standing_out(case, shown.looking), shown.chosen, steps))

    def _step_lane(self, step: int, _case: Case, shown: Shown, layout: Layout) -> None:
        self._choose(row_in_next_lane(layout, shown.chosen, step))

    def _zoom(self, factor: float, _case: Case, shown: Shown, layout: Layout) -> None:
        mark = None if shown.chosen is None else mark_of(layout, shown.chosen)
        x = None if mark is None else mark.x
        self.looking_chosen.emit(zoomed(shown.looking, layout, factor, x))

    def _fit(self, _case: Case, shown: Shown, _layout: Layout) -> None:
        self.looking_chosen.emit(fitted(shown.looking))

    def _move(self, share: float, _case: Case, shown: Shown, layout: Layout) -> None:
        if not shown.looking.is_whole:
            self.looking_chosen.emit(moved(shown.looking, layout, share))

    def _stretch(self, step: int, case: Case, shown: Shown, layout: Layout) -> None:
        if not len(case.touchpoints):
            return
        before = shown.written.span
        made = Stretching.by_key(case, shown.chosen, before, step)
        end = made.last if before is None or before.last != made.last else made.first
        self.span_chosen.emit(made)
        self.looking_chosen.emit(showing(shown.looking, layout, end.toordinal() + 0.5))

    def _to_stretch(self, _case: Case, shown: Shown, layout: Layout) -> None:
        if (span := shown.written.span) is not None:
            first, last = span.first.toordinal(), span.last.toordinal() + 1
            self.looking_chosen.emit(between(shown.looking, layout, first, last))
