"""Of the shown case: which three contacts give it away, what would help, and the reason for sharing it nevertheless."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from journey_viewer.model.phrases import many
from journey_viewer.privacy.remedies import Remedy
from journey_viewer.privacy.risk import CALM_FROM, REASON_BELOW, Risk, RiskLevel
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.words import NO_VEIL, veil_of
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.parts import button, label
from journey_viewer.ui.share.pen import change_sharing, put_sharing
from journey_viewer.ui.share.risks import Risks
from journey_viewer.ui.store import Store

_MOST = 4  # remedies shown at once
_BESIDE = 70  # letters of a proposal that find room beside its button
_NOTHING_HELPS = (
    "Telling it more coarsely, or leaving a few contacts out, makes no more people look the same. Take the"
    " tick away, or write why it is shared."
)
_LOOKING = "Looking for what would help …"
_REASON = "Why is it shared nevertheless?"
_ALIKE = "The same for the others that ask"
_ALIKE_HINT = "Write the same reason for every ticked case that few people look like"
_REASON_HINT = f"Fewer than {REASON_BELOW} people look the same: without a reason this case is not exported."


class RiskBox(QFrame):
    """Follows the Store and the Risks; every remedy is a change that can be undone."""

    def __init__(self, store: Store, risks: Risks) -> None:
        super().__init__()
        self._store, self._risks = store, risks
        self._shown: tuple[object, ...] = ()
        self.setObjectName("inset")
        self.said, self.known = label(role="section", wrap=True), label(role="quiet", wrap=True)
        self.helps = label(role="field", wrap=True)
        self.remedies: list[RemedyRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.reason = Written(_REASON, _REASON_HINT, lines=2)
        self.alike = button(_ALIKE, "small_link", _ALIKE_HINT)
        self._others: list[int] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(4)
        for widget in (self.said, self.known, self.helps):
            column.addWidget(widget)
        column.addLayout(self._column)
        column.addWidget(self.reason)
        column.addWidget(self.alike, 0, Qt.AlignmentFlag.AlignLeft)
        self.alike.clicked.connect(self._on_alike_clicked)
        store.settling.connect(self.reason.draft.settle)
        self.reason.draft.written.connect(self._on_reason_written)

    def show_session(self, session: Session) -> None:
        """What was found of the shown person."""
        person = session.view.person
        if person is None or person not in session.may_be_shared:
            self._forget()
            return
        risk, found = self._risks.risk_of(person), self._risks.remedies_of(person)
        reason, locked = session.document.sharing_of(person).reason, session.keeping.read_only
        asks = risk is not None and risk.level is RiskLevel.REASON
        veil = veil_of(session.shown_case, names_shown=session.view.names_shown)
        self.reason.draft.show(reason, veil, locked=locked)
        self.reason.setVisible(asks or bool(reason))
        self._offer_alike(session, reason, locked=locked)
        shown = (session.label(person), risk, found, locked)
        if shown != self._shown:
            self._shown = shown
            self._say(session.label(person), risk)
            self._offer(risk, found, locked=locked)
        self.show()

    def _forget(self) -> None:
        """Nothing of anybody is left in what is hidden."""
        self._shown, self._others = (), []
        self.reason.draft.show("", NO_VEIL, locked=True)
        self._offer(None, None, locked=True)
        self.alike.setText(_ALIKE)
        self.said.setText("")
        self.known.setText("")
        self.hide()

    def _offer_alike(self, session: Session, reason: str, *, locked: bool) -> None:
        asked = self._risks.without_reason(session.shared_people)
        self._others = asked if reason.strip() and not locked else []
        count = len(self._others)
        one, more = "The same for the other case that asks", f"The same for the {count:,} others that ask"
        self.alike.setText(one if count == 1 else more if count else _ALIKE)
        self.alike.setVisible(bool(count))

    def _say(self, who: str, risk: Risk | None) -> None:
        if risk is None:
            self.said.setText(f"{who} · working it out …")
            self.known.setText("")
        else:
            self.said.setText(f"{who} · {risk.sentence}")
            self.known.setText(_known(risk))
        self.known.setVisible(bool(self.known.text()))

    def _offer(self, risk: Risk | None, found: tuple[Remedy, ...] | None, *, locked: bool) -> None:
        for made in self.remedies:
            self._column.removeWidget(made)
            made.hide()
            made.deleteLater()
        few = risk is not None and risk.level in (RiskLevel.WARNING, RiskLevel.REASON)
        offered = (found or ())[:_MOST] if few else ()
        self.remedies = [RemedyRow(remedy) for remedy in offered]
        for made, remedy in zip(self.remedies, offered, strict=True):
            made.button.setEnabled(not locked)
            made.button.clicked.connect(partial(self._on_remedy_clicked, remedy))
            self._column.addWidget(made)
        said = "What would help" if offered else _LOOKING if found is None else _NOTHING_HELPS
        self.helps.setText(said if few else "")
        self.helps.setVisible(few)

    def _on_remedy_clicked(self, remedy: Remedy) -> None:
        person = self._store.session.view.person
        if person is not None:
            choices = remedy.choices
            change_sharing(
                self._store,
                person,
                quarters=choices.quarters,
                folded=choices.folded,
                dropped=choices.dropped,
                five_years=choices.five_years,
            )

    def _on_alike_clicked(self) -> None:
        self._store.settle()
        person, document = self._store.session.view.person, self._store.session.document
        if person is not None:
            reason = document.sharing_of(person).reason
            others = {other: replace(document.sharing_of(other), reason=reason) for other in self._others}
            put_sharing(self._store, others)

    def _on_reason_written(self, text: str) -> None:
        person = self._store.session.view.person
        if person is not None:
            told = self._store.session.document.sharing_of(person)
            put_sharing(self._store, {person: replace(told, reason=text)})


class RemedyRow(QWidget):
    """A proposal in as many lines as it needs, and beside it a button that says how many people then look the same."""

    def __init__(self, remedy: Remedy) -> None:
        super().__init__()
        self.button = button(_after(remedy.risk), "small_button", remedy.sentence)
        self.button.setAccessibleName(remedy.sentence)
        long = len(remedy.words) > _BESIDE
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if long else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(label(remedy.words, wrap=True), 0 if long else 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight if long else Qt.AlignmentFlag(0))


def _after(risk: Risk) -> str:
    return f"→ {many(risk.people, 'person', 'people')}"


def _known(risk: Risk) -> str:
    """The worst threes, and how many people there are by age and sex alone."""
    if risk.level is RiskLevel.NOT_MEASURABLE:
        return (
            "Whether somebody could be recognised is not known. Show it only to people who are bound to keep it"
            " to themselves."
        )
    worst = [f"• {known.sentence}" for known in risk.worst if known.words]
    if risk.level is RiskLevel.CALM:
        return f"Whichever three of the contacts somebody knows, {CALM_FROM} people or more are possible."
    who = many(risk.alike, "person is", "people are")
    alike = f"{who} of this age and sex."
    return "\n".join([f"{alike} What gives them away:", *worst]) if worst else alike
