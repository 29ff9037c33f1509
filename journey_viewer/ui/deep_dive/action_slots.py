"""What every form of an action does with those fields that all forms have."""

from dataclasses import replace
from datetime import date
from typing import Any

from journey_viewer.model.actions import Action, ActionStatus, with_status
from journey_viewer.ui.deep_dive.pen import write_action
from journey_viewer.ui.store import Store


class ActionSlots:
    """Beside a QWidget: its slots for these fields, each of which writes the action down."""

    _store: Store
    action: Action

    def _write(self, **changes: Any) -> None:
        self.action = replace(self.action, **changes)
        write_action(self._store, self.action)

    def _on_what_written(self, text: str) -> None:
        self._write(what=text)

    def _on_lead_written(self, text: str) -> None:
        self._write(lead=text)

    def _on_sponsor_written(self, text: str) -> None:
        self._write(sponsor=text)

    def _on_delivers_written(self, text: str) -> None:
        self._write(delivers=text)

    def _on_due_told(self, due: date | None) -> None:
        self._store.settle()
        self._write(due=due)

    def _on_status_told(self, status: ActionStatus) -> None:
        self._store.settle()
        self.action = with_status(self.action, status, date.today())
        self._write()
