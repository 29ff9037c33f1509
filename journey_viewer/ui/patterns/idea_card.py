"""One pattern for the meeting: how many cases show it, what the network could do about it, and the actions."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journey_viewer.model.actions import Action
from journey_viewer.model.meeting_steps import new_action
from journey_viewer.patterns.common import InCommon
from journey_viewer.patterns.definitions import patterns
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.actions_box import ActionCard
from journey_viewer.ui.deep_dive.compared import LEAST
from journey_viewer.ui.deep_dive.pen import remove_action
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.parts import button, label
from journey_viewer.ui.patterns.pen import write_idea
from journey_viewer.ui.store import Store

_OF = "\u00a0of\u00a0"  # a line does not end between two numbers
_ASKED = "What could the PCN do about it?"


class ActionLine(ActionCard):
    """What will be done, for all cases, by whom and by when; kept from its first word on."""

    def __init__(self, store: Store, action: Action, about: str) -> None:
        super().__init__(store, action)
        self.what.field.setAccessibleName(f"Action: {about}")
        self.remove.setAccessibleName(f"Delete this action: {about}")


class IdeaCard(QFrame):
    """Follows the session; what is written is kept as everywhere else, and can be undone."""

    compare_asked = Signal(str)
    """The journeys that show this pattern are to be seen under each other."""

    def __init__(self, store: Store, pattern: str) -> None:
        super().__init__()
        self.setObjectName("idea")
        self._store, self._pattern = store, pattern
        self._short = patterns()[pattern].short
        self.lines: dict[int, ActionLine] = {}
        self._begun: Action | None = None
        self.title = label(role="idea_title", wrap=True)
        self.idea = Written(_ASKED, "", lines=1)
        self.idea.field.setAccessibleName(f"{self._short}: {_ASKED}")
        self.add = button(
            "+ Add action", "small_link", "An action for all cases that comes out of this pattern"
        )
        self.add.setAccessibleName(f"Add an action: {self._short}")
        self.compare = button("Compare them", "small_link", "The journeys that show it under each other")
        self.compare.setAccessibleName(f"Compare the journeys that show it: {self._short}")
        self._put_together()
        store.settling.connect(self.idea.draft.settle)
        self.idea.draft.written.connect(self._on_idea_written)
        self.add.clicked.connect(self._on_add_clicked)
        self.compare.clicked.connect(self._on_compare_clicked)

    def _put_together(self) -> None:
        links = QHBoxLayout()
        links.addWidget(self.add)
        links.addWidget(self.compare)
        links.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 8)
        self._column.setSpacing(6)
        self._column.addWidget(self.title)
        self._column.addWidget(self.idea)
        self._column.addLayout(links)

    def show_session(self, session: Session, row: InCommon, veil: Veil) -> None:
        """What was written about the pattern, and the action that is begun and says nothing yet."""
        locked = session.keeping.read_only
        told = row.in_words if row.common else f"{row.in_words}, not common now"
        self.title.setText(f"{self._short} ({told})".replace(" of ", _OF))
        self.idea.draft.show(session.document.ideas.get(self._pattern, ""), veil, locked=locked)
        shown = {action.number: action for action in actions_about(session, self._pattern)}
        if self._begun is not None and any(a.number == self._begun.number for a in session.document.actions):
            self._begun = None
        if self._begun is not None:
            line = self.lines.get(self._begun.number)
            shown[self._begun.number] = self._begun if line is None else line.action
        for number in self.lines.keys() - shown.keys():
            self._take_away(number)
        for number, action in shown.items():
            if number not in self.lines:
                self._add_line(action)
            self.lines[number].show_action(action, veil, locked=locked)
        self.add.setEnabled(not locked)
        self.compare.setVisible(row.shown_by >= LEAST)

    def _add_line(self, action: Action) -> None:
        line = self.lines[action.number] = ActionLine(self._store, action, self._short)
        line.delete_asked.connect(self._on_line_delete_asked)
        self._column.insertWidget(self._column.count() - 1, line)

    def _take_away(self, number: int) -> None:
        line = self.lines.pop(number)
        self._column.removeWidget(line)
        line.setParent(None)  # at once: after the lock nothing of anybody may be left in the window
        line.deleteLater()

    def _on_idea_written(self, text: str) -> None:
        write_idea(self._store, self._pattern, text)

    def _on_compare_clicked(self) -> None:
        self.compare_asked.emit(self._pattern)

    def _on_add_clicked(self) -> None:
        self._store.settle()
        self._begun = new_action(self._store.session.document, None, date.today(), pattern=self._pattern)
        self._store.look()
        self.lines[self._begun.number].what.field.setFocus()

    def _on_line_delete_asked(self, number: int) -> None:
        remove_action(self._store, number)
        if self._begun is not None and self._begun.number == number:
            self._begun = None
            self._store.look()


def actions_about(session: Session, pattern: str) -> list[Action]:
    """The actions for all cases that came out of a pattern."""
    return [a for a in session.document.actions if a.person is None and a.pattern == pattern]
