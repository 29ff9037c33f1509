"""The menu of a lane, where its name stands on the journey: by the right button, by the menu key, by L."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QContextMenuEvent

from journey_viewer.timeline.layout import Lane, Layout
from journey_viewer.timeline.nearest import lane_at
from journey_viewer.ui.deep_dive.lanes_menu import LanesMenu
from journey_viewer.ui.deep_dive.swimlane import Swimlane


class LaneDesk(QObject):
    """Listens to the swimlane before anybody who was there earlier: made last, it is asked first."""

    def __init__(self, swimlane: Swimlane, menu: LanesMenu) -> None:
        super().__init__(swimlane)
        self._swimlane, self._menu = swimlane, menu
        swimlane.installEventFilter(self)
        swimlane.lanes_asked.connect(self.ask)

    def ask(self) -> None:
        """The menu of the chosen touchpoint's lane; of all lanes where none is chosen."""
        layout, lane = self._swimlane.picture, self._lane_of_choice()
        if layout is not None and lane is not None:
            self._pop_up(layout, lane)
        elif layout is not None:
            self._menu.popup(self._swimlane.mapToGlobal(QPoint(round(layout.left), round(layout.top))))

    def _lane_of_choice(self) -> Lane | None:
        shown, layout = self._swimlane.shown, self._swimlane.picture
        if shown.case is None or shown.chosen is None or layout is None:
            return None
        service = shown.case.touchpoints[shown.chosen].service
        return next((lane for lane in layout.lanes if service in lane.services), None)

    def _pop_up(self, layout: Layout, lane: Lane, where: QPoint | None = None) -> None:
        beside = QPoint(round(layout.left), round(lane.middle))
        self._menu.of_lane(lane.services).popup(self._swimlane.mapToGlobal(where or beside))

    def _took(self, event: QContextMenuEvent) -> bool:
        """Whether it was a lane that was asked about."""
        layout = self._swimlane.picture
        if layout is None:
            return False
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            if self._swimlane.shown.chosen is not None:
                return False  # the touchpoint has a menu of its own
            self.ask()
            return True
        lane = lane_at(layout, event.pos().x(), event.pos().y())
        if lane is not None:
            self._pop_up(layout, lane, event.pos())
        return lane is not None

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            return self._took(event)
        return super().eventFilter(thing, event)
