"""One action, everything of it: what, who, by when, how it stands, what was expected and what happened."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Level
from journey_viewer.model.days import day_in_words
from journey_viewer.model.document import Document
from journey_viewer.model.owners import Named, choices
from journey_viewer.model.sharing import ALL_CASES
from journey_viewer.model.wording import LEVELS, STATUSES
from journey_viewer.ui.deep_dive.action_slots import ActionSlots
from journey_viewer.ui.deep_dive.choices import Choice, DayOrNone
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.follow_up.pick import Pick, Role
from journey_viewer.ui.parts import button, label
from journey_viewer.ui.store import Store

_USUALLY_DUE, _USUALLY_REVIEWED = timedelta(days=28), timedelta(days=84)

NOBODYS = Action(0, None, "")
"""What stands in the fields while no action does: of one that is gone nothing may be left in the window."""


class ActionEditor(ActionSlots, QWidget):
    """Kept from its first word on; each burst of typing is one step that can be undone."""

    delete_asked = Signal(int)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("action_fields")
        self._store, self.action = store, NOBODYS
        self.title, self.origin = label(role="section", wrap=True), label(role="caption", wrap=True)
        self.about = Pick("About")
        self.what = Written("What", "What will be done", lines=2)
        self.status, self.level = Choice("Status", STATUSES), Choice("Level of solution", LEVELS)
        self.due, self.review = DayOrNone("Due"), DayOrNone("Review")
        self.lead, self.sponsor = Role("Who leads"), Role("Sponsor")
        self.delivers, self.partner = Role("Who delivers"), Role("Partner needed")
        self.invited = QCheckBox("Invited to the table")
        self.expected = Written("Expected change", "What is to be different", lines=1)
        self.measure = Written("How it will be seen", "By which number, or who will say so", lines=1)
        self.outcome = Written("What happened", "What came of it", lines=1)
        self.remove = button("Delete", "small_link", "Take this action away; undo brings it back")
        self._put_together()
        self._connect_signals()

    @property
    def written(self) -> Mapping[str, Written]:
        """The fields of words, by what they are called in an Action."""
        names = ("what", "lead", "sponsor", "delivers", "partner", "expected", "measure", "outcome")
        return {name: getattr(self, name) for name in names}

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(9)
        column.addWidget(self.title)
        column.addWidget(self.origin)
        column.addWidget(self.what)
        for pair in (
            (self.status, self.about),
            (self.due, self.review),
            (self.lead, self.sponsor),
            (self.delivers, self.level),
            (self.partner, self.invited),
        ):
            row = QHBoxLayout()
            row.setSpacing(10)
            for widget in pair:
                row.addWidget(widget, 1)
            column.addLayout(row)
        for written in (self.expected, self.measure, self.outcome):
            column.addWidget(written)
        column.addWidget(self.remove)
        column.addStretch(1)

    def _connect_signals(self) -> None:
        slots = (
            self._on_what_written,
            self._on_lead_written,
            self._on_sponsor_written,
            self._on_delivers_written,
            self._on_partner_written,
            self._on_expected_written,
            self._on_measure_written,
            self._on_outcome_written,
        )
        for written, slot in zip(self.written.values(), slots, strict=True):
            self._store.settling.connect(written.draft.settle)
            written.draft.written.connect(slot)
        self.about.told.connect(self._on_about_told)
        self.status.told.connect(self._on_status_told)
        self.level.told.connect(self._on_level_told)
        self.due.told.connect(self._on_due_told)
        self.review.told.connect(self._on_review_told)
        self.invited.clicked.connect(self._on_invited_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)

    def show_action(self, action: Action, document: Document, veil: Veil, *, locked: bool) -> None:
        """Show this one, once what was typed of another is written; no role is offered that holds what is hidden."""
        self.action = action
        self.title.setText(f"Action {action.number}")
        self.origin.setText(_origin(action))
        self.origin.setVisible(bool(self.origin.text()))
        for name, written in self.written.items():
            written.draft.show(getattr(action, name), veil, locked=locked)
        for role, named in self._roles:
            role.offer([one for one in choices(document, named) if veil(one) == one])
        self.about.show_words(_cases(document, action), document.whom(action))
        self.status.show_value(action.status)
        self.level.show_value(action.level)
        today = date.today()
        self.due.show_day(action.due, today + _USUALLY_DUE)
        self.review.show_day(action.review, (action.due or today) + _USUALLY_REVIEWED)
        self.invited.setChecked(action.invited)
        for widget in (self.about, self.status, self.level, self.due, self.review, self.invited):
            widget.setEnabled(not locked)
        self.remove.setVisible(not locked)

    @property
    def _roles(self) -> tuple[tuple[Role, Named], ...]:
        return (
            (self.lead, Named.OWNER),
            (self.sponsor, Named.OWNER),
            (self.delivers, Named.DELIVERS),
            (self.partner, Named.PARTNER),
        )

    def _on_partner_written(self, text: str) -> None:
        self._write(partner=text)

    def _on_expected_written(self, text: str) -> None:
        self._write(expected=text)

    def _on_measure_written(self, text: str) -> None:
        self._write(measure=text)

    def _on_outcome_written(self, text: str) -> None:
        self._write(outcome=text)

    def _on_about_told(self, person: int | None) -> None:
        self._store.settle()
        self._write(person=person)

    def _on_level_told(self, level: Level) -> None:
        self._store.settle()
        self._write(level=level)

    def _on_review_told(self, review: date | None) -> None:
        self._store.settle()
        self._write(review=review)

    def _on_invited_clicked(self) -> None:
        self._store.settle()
        self._write(invited=self.invited.isChecked())

    def _on_remove_clicked(self) -> None:
        self.delete_asked.emit(self.action.number)


def _cases(document: Document, action: Action) -> dict[int | None, str]:
    """All cases, those chosen for the deep dive, and the one that it is about."""
    people = (None, *document.chosen, document.whom(action))
    return {
        person: ALL_CASES if person is None else document.labels.get(person, "")
        for person in dict.fromkeys(people)
    }


def _origin(action: Action) -> str:
    """Where it comes from: the day and the meeting, and those it was carried over to."""
    told = [f"raised {day_in_words(action.raised)}" if action.raised else ""]
    told.append(f"in meeting {action.meeting}" if action.meeting else "")
    told.append(f"carried over to meeting {', '.join(map(str, action.carried))}" if action.carried else "")
    told.append(f"closed {day_in_words(action.closed)}" if action.closed else "")
    said = ", ".join(part for part in told if part)
    return said[:1].upper() + said[1:]
