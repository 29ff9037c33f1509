"""Which lanes are drawn and in what order: hidden, merged, moved, and put back."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from journey_viewer.model.words import Service
from journey_viewer.timeline.looking import HOSPITAL, Lanes, lane_name
from journey_viewer.ui.deep_dive.pills import plain
from journey_viewer.ui.store import Store

LaneKey = tuple[Service, ...]


class LanesMenu(QMenu):
    """A menu of its own for each lane, then what concerns all of them."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._one = QMenu(parent)
        self.aboutToShow.connect(self._on_about_to_show)

    @property
    def _lanes(self) -> Lanes:
        return self._store.session.view.looking.lanes

    def _on_about_to_show(self) -> None:
        for menu in self.findChildren(QMenu):
            menu.deleteLater()
        self.clear()
        lanes = self._lanes
        for lane in lanes.order:
            self._add_lane(lanes, lane)
        self.addSeparator()
        hospital = HOSPITAL in lanes.order
        together = self.addAction("All hospital in one lane")
        together.setCheckable(True)
        together.setChecked(hospital)
        after = lanes.split(HOSPITAL) if hospital else lanes.merge(HOSPITAL)
        together.triggered.connect(partial(self.put, after))
        self._add_ways_back(self, lanes)

    def of_lane(self, lane: LaneKey) -> QMenu:
        """What can be done with this one lane, which is drawn, and how to put all back."""
        lanes, menu = self._lanes, self._one
        menu.clear()
        menu.addAction(plain(lane_name(lane))).setEnabled(False)
        menu.addSeparator()
        self._add_ways(menu, lanes, lane)
        menu.addSeparator()
        self._add_ways_back(menu, lanes)
        return menu

    def _add_ways_back(self, menu: QMenu, lanes: Lanes) -> None:
        shown = self._add(menu, "Show all lanes", replace(lanes, hidden=frozenset()))
        shown.setEnabled(bool(lanes.hidden))
        self._add(menu, "Put all back", Lanes()).setEnabled(not lanes.is_usual)

    def _add_lane(self, lanes: Lanes, lane: LaneKey) -> None:
        hidden = lanes.hidden.issuperset(lane)
        menu = self.addMenu(plain(lane_name(lane) + (" (hidden)" if hidden else "")))
        self._add_ways(menu, lanes, lane)

    def _add_ways(self, menu: QMenu, lanes: Lanes, lane: LaneKey) -> None:
        place = lanes.order.index(lane)
        if lanes.hidden.issuperset(lane):
            self._add(menu, "Show", replace(lanes, hidden=lanes.hidden - set(lane)))
        else:
            self._add(menu, "Hide", lanes.hide(lane))
        self._add(menu, "Move up", lanes.move(lane, -1)).setEnabled(place > 0)
        self._add(menu, "Move down", lanes.move(lane, 1)).setEnabled(place < len(lanes.order) - 1)
        if place:
            above = lanes.order[place - 1]
            self._add(menu, f"Merge with {lane_name(above)}", lanes.merge((*above, *lane)))
        if len(lane) > 1:
            self._add(menu, "Split into its services", lanes.split(lane))

    def _add(self, menu: QMenu, text: str, lanes: Lanes) -> QAction:
        action = menu.addAction(plain(text))
        action.triggered.connect(partial(self.put, lanes))
        return action

    def put(self, lanes: Lanes, *_: object) -> None:
        """Draw these lanes."""
        self._store.look(looking=replace(self._store.session.view.looking, lanes=lanes))


def lanes_in_words(lanes: Lanes) -> str:
    """How many of them are not seen; "" where all are."""
    count = sum(lanes.hidden.issuperset(lane) for lane in lanes.order)
    return f"{count} hidden" if count else ""
