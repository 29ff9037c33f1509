"""The actions of one person: what, who leads, who stands behind it, who delivers, by when, how it stands."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.model.actions import Action
from journey_viewer.model.meeting_steps import new_action
from journey_viewer.model.wording import STATUSES
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.action_slots import ActionSlots
from journey_viewer.ui.deep_dive.choices import Choice, DayOrNone
from journey_viewer.ui.deep_dive.pen import remove_action
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.parts import button, label
from journey_viewer.ui.store import Store

_USUALLY_DUE = timedelta(days=28)


class ActionCard(ActionSlots, QFrame):
    """One action; kept from its first word on."""

    delete_asked = Signal(int)

    def __init__(self, store: Store, action: Action) -> None:
        super().__init__()
        self.setObjectName("inset")
        self._store, self.action = store, action
        self.what = Written("What", "What will be done", lines=1)
        self.lead = Written("Who leads", "a role or an organisation", one_line=True)
        self.sponsor = Written("Sponsor", "who stands behind it", one_line=True)
        self.delivers = Written("Who delivers", "whose time it takes", one_line=True)
        self.due = DayOrNone("Due")
        self.status = Choice("Status", STATUSES)
        self.remove = button("Delete", "small_link", "Take this action away; undo brings it back")
        self._put_together()
        self._connect_signals()

    def _put_together(self) -> None:
        pairs = (self.lead, self.sponsor), (self.delivers, self.status)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 6)
        column.setSpacing(6)
        column.addWidget(self.what)
        for pair in pairs:
            row = QHBoxLayout()
            for widget in pair:
                row.addWidget(widget, 1)
            column.addLayout(row)
        last = QHBoxLayout()
        last.addWidget(self.due, 1)
        last.addWidget(self.remove)
        column.addLayout(last)

    def _connect_signals(self) -> None:
        for written, slot in (
            (self.what, self._on_what_written),
            (self.lead, self._on_lead_written),
            (self.sponsor, self._on_sponsor_written),
            (self.delivers, self._on_delivers_written),
        ):
            self._store.settling.connect(written.draft.settle)
            written.draft.written.connect(slot)
        self.due.told.connect(self._on_due_told)
        self.status.told.connect(self._on_status_told)
        self.remove.clicked.connect(self._on_remove_clicked)

    def show_action(self, action: Action, veil: Veil, *, locked: bool) -> None:
        self.action = action
        for name in ("what", "lead", "sponsor", "delivers"):
            written: Written = getattr(self, name)
            written.draft.show(getattr(action, name), veil, locked=locked)
        self.due.show_day(action.due, date.today() + _USUALLY_DUE)
        self.status.show_value(action.status)
        for widget in (self.due, self.status):
            widget.setEnabled(not locked)
        self.remove.setVisible(not locked)

    def _on_remove_clicked(self) -> None:
        self.delete_asked.emit(self.action.number)


class ActionsBox(QWidget):
    """The cards, and a button for one more."""

    counted = Signal(int)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.cards: dict[int, ActionCard] = {}
        self._begun: Action | None = None
        self.add = button("Add an action", "small_button", "An action that came out of this case")
        self._none = label("No actions yet", "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._none)
        self._column.addWidget(self.add)
        self.add.clicked.connect(self._on_add_clicked)

    def show_session(self, session: Session, veil: Veil) -> None:
        """The shown person's actions, and the one that is begun and says nothing yet."""
        person, locked = session.view.person, session.keeping.read_only
        actions = {} if person is None else {a.number: a for a in session.document.actions_of(person)}
        if self._begun is not None and (self._begun.person != person or self._begun.number in actions):
            self._begun = None
        shown = dict(actions)
        if self._begun is not None:
            card = self.cards.get(self._begun.number)
            shown[self._begun.number] = self._begun if card is None else card.action
        for number in self.cards.keys() - shown.keys():
            self._take_away(number)
        for number, action in shown.items():
            if number not in self.cards:
                self._add_card(action)
            self.cards[number].show_action(action, veil, locked=locked)
        self._none.setVisible(not shown)
        self.add.setEnabled(person is not None and not locked)
        self.counted.emit(len(actions))

    def _add_card(self, action: Action) -> None:
        card = self.cards[action.number] = ActionCard(self._store, action)
        card.delete_asked.connect(self._on_card_delete_asked)
        self._column.insertWidget(self._column.count() - 1, card)

    def _take_away(self, number: int) -> None:
        card = self.cards.pop(number)
        self._column.removeWidget(card)
        card.setParent(None)  # at once: after the lock nothing of anybody may be left in the window
        card.deleteLater()

    def _on_add_clicked(self) -> None:
        self._store.settle()
        person = self._store.session.view.person
        if person is not None:
            self._begun = new_action(self._store.session.document, person, date.today())
            self._store.look()
            self.cards[self._begun.number].what.field.setFocus()

    def _on_card_delete_asked(self, number: int) -> None:
        remove_action(self._store, number)
        if self._begun is not None and self._begun.number == number:
            self._begun = None
            self._store.look()
