"""What leaves, in words: a row a rule. Where there is a choice for the shown case it is made in the row."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.model.phrases import many
from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.model.words import Family, family_name
from journey_viewer.session import Session
from journey_viewer.ui.parts import label
from journey_viewer.ui.share.pen import change_sharing, share_alike
from journey_viewer.ui.store import Store

REASONS = "share them this time"
_REASONS_HINT = "What the lists give as reasons. They go through the same check as what you wrote. This tick is off again each time the program starts."
_LEFT_OUT = "left out"
_CHECKED = "checked, then shared"
_ALIKE = "The same for every ticked case"


class RuleRow(QFrame):
    """What it is about on the left, and what becomes of it on the right.

    ``menu`` where that can be chosen; ``own`` where something else stands there.
    """

    def __init__(
        self, about: str, becomes: str = "", *, chosen: bool = False, own: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("rule_row")
        self._about = about
        self.menu: QMenu | None = None
        self.value: QWidget = own or (QToolButton() if chosen else label(role="allowed", wrap=True))
        if isinstance(self.value, QToolButton):
            self.value.setObjectName("rule")
            self.menu = QMenu(self.value)
            self.value.setMenu(self.menu)
            self.value.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            self.value.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        elif isinstance(self.value, QLabel):
            self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        fixed = isinstance(self.value, QLabel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4 if fixed else 0, 0, 4 if fixed else 0)
        row.setSpacing(8)
        row.addWidget(label(about))
        if not fixed:
            row.addStretch()
        row.addWidget(self.value, 1 if fixed else 0)
        self.say(becomes)

    def say(self, becomes: str) -> None:
        """What becomes of it."""
        if isinstance(self.value, QToolButton):
            self.value.setText(f"{becomes}  ▾")
            self.value.setAccessibleName(f"{self._about}: {becomes}, menu")
        elif isinstance(self.value, QLabel):
            self.value.setText(becomes)


class RulesCard(QWidget):
    """Follows the Store; every choice is the shown person's, and can be undone."""

    reasons_asked = Signal(bool)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.age = RuleRow("Age", chosen=True)
        self.time = RuleRow("Dates", chosen=True)
        self.services = RuleRow("Services", chosen=True)
        self.dropped = RuleRow("Contacts taken out", chosen=True)
        self.notes = RuleRow("Notes")
        self.reasons = QCheckBox(REASONS)
        self.reasons.setToolTip(_REASONS_HINT)
        self.reasons.setAccessibleDescription(_REASONS_HINT)
        self._whose = label(role="caption", wrap=True)
        self._put_together()
        self._make_menus()
        self.reasons.clicked.connect(self.reasons_asked)

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._whose)
        for row in (
            RuleRow("Names, numbers, all else on the lists", _LEFT_OUT),
            self.age,
            self.time,
            RuleRow("Lengths of stays", "up to a week, a month …"),
            RuleRow("Clinicians and places", "GP 1, Hospital A …"),
            self.services,
            self.dropped,
            RuleRow("Reasons on the lists", own=self.reasons),
            self.notes,
        ):
            column.addWidget(row)

    def _make_menus(self) -> None:
        self._ten = _option(self.age, "Ten-year band")
        self._five = _option(self.age, "Five-year band: easier to recognise")
        self._months = _option(self.time, "Months from the first contact")
        self._quarters = _option(self.time, "Quarters from the first contact: harder to recognise")
        self._families = {
            family: _option(self.services, f"Tell as “{family_name(family)}”") for family in Family
        }
        self._back = self.dropped.menu.addAction("Put them back") if self.dropped.menu else QAction(self)
        for row in (self.age, self.time, self.services):
            if row.menu is not None:
                row.menu.addSeparator()
                row.menu.addAction(_ALIKE).triggered.connect(self._on_alike_triggered)
        for action in (self._ten, self._five):
            action.triggered.connect(self._on_age_triggered)
        for action in (self._months, self._quarters):
            action.triggered.connect(self._on_time_triggered)
        for action in self._families.values():
            action.triggered.connect(self._on_family_triggered)
        self._back.triggered.connect(self._on_back_triggered)

    def show_session(self, session: Session) -> None:
        """The choices for the shown person."""
        person, document = session.view.person, session.document
        may_be = person is not None and person in session.may_be_shared
        choices = document.sharing_of(person) if person is not None and may_be else AS_USUAL
        locked = session.keeping.read_only or not may_be
        whose = session.label(person) if person is not None and may_be else ""
        self._whose.setText(
            f"Only this leaves. What can be chosen is chosen for {whose}." if whose else "Only this leaves."
        )
        self._say(choices)
        self.reasons.setText(_CHECKED if session.view.reasons else REASONS)
        self.reasons.setChecked(session.view.reasons)
        self.notes.say(_notes_in_words(session, person if may_be else None))
        self.dropped.setVisible(bool(choices.dropped))
        for row in (self.age, self.time, self.services, self.dropped):
            row.value.setEnabled(not locked)

    def _say(self, choices: ForSharing) -> None:
        self.age.say("five-year band" if choices.five_years else "ten-year band")
        self.time.say("quarters from the start" if choices.quarters else "months from the start")
        self.services.say(_families_in_words(choices.folded))
        self.dropped.say(f"{len(choices.dropped):,}")
        for action, is_so in (
            (self._ten, not choices.five_years),
            (self._five, choices.five_years),
            (self._months, not choices.quarters),
            (self._quarters, choices.quarters),
            *((action, family in choices.folded) for family, action in self._families.items()),
        ):
            action.setChecked(is_so)

    @property
    def _person(self) -> int | None:
        return self._store.session.view.person

    def _on_age_triggered(self) -> None:
        if self._person is not None:
            change_sharing(self._store, self._person, five_years=self.sender() is self._five)
            self._say(self._store.session.document.sharing_of(self._person))

    def _on_time_triggered(self) -> None:
        if self._person is not None:
            change_sharing(self._store, self._person, quarters=self.sender() is self._quarters)
            self._say(self._store.session.document.sharing_of(self._person))

    def _on_family_triggered(self) -> None:
        if self._person is not None:
            folded = frozenset(family for family, action in self._families.items() if action.isChecked())
            change_sharing(self._store, self._person, folded=folded)

    def _on_alike_triggered(self) -> None:
        session = self._store.session
        if self._person is not None:
            may_be = frozenset(session.may_be_shared)
            others = [p for p in session.document.chosen if p in may_be]
            share_alike(self._store, self._person, others)

    def _on_back_triggered(self) -> None:
        if self._person is not None:
            change_sharing(self._store, self._person, dropped=frozenset())


def _option(row: RuleRow, words: str) -> QAction:
    made = row.menu.addAction(words) if row.menu is not None else QAction(words, row)
    made.setCheckable(True)
    return made


def _families_in_words(folded: Iterable[Family]) -> str:
    families = [family for family in Family if family in frozenset(folded)]
    if not families:
        return "each by its name"
    if len(families) == 1:
        return family_name(families[0])
    return f"{len(families)} groups of services"


def _notes_in_words(session: Session, person: int | None) -> str:
    notes: Sequence[object] = () if person is None else session.document.notes_of(person)
    shared = 0 if person is None else len(session.document.shared_of(person).notes)
    if not shared:
        return _LEFT_OUT
    return f"{shared:,} of {many(len(notes), 'note')}, checked"
