"""The tab "Findings": what rules found in the journey, and what somebody says of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.model.findings import Finding, Result, Said
from journey_viewer.patterns.definitions import definition_of, patterns
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.definition_card import DefinitionCard
from journey_viewer.ui.deep_dive.finding_look import look_at_finding
from journey_viewer.ui.deep_dive.findings import FindingRow, finding_rows
from journey_viewer.ui.deep_dive.findings_list import FindingsList
from journey_viewer.ui.parts import button, label
from journey_viewer.ui.store import Store

_REMEMBER = "Followed by is not caused by. A rule looks at what lists say, and people know more."
_NONE, _WAIT = "Nothing was found in this journey.", "Looking through the journey…"


class FindingsTab(QWidget):
    """Follows the Store; what is said of a finding can be undone."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._made_of: tuple[object, ...] = ()
        self._rows: list[FindingRow] = []
        self.list = FindingsList(theme)
        self.confirm = button("Confirm", "small_button", "This is so: the team knows it")
        self.dismiss = button(
            "Dismiss", "small_button", "This is not so, or does not matter: it is not counted"
        )
        for one in (self.confirm, self.dismiss):
            one.setCheckable(True)
            one.setObjectName("toggle")
        self.what = button(
            "What is this?", "small_link", "What the chosen pattern is, and where it comes from"
        )
        self.definition = DefinitionCard(self)
        self._said = label(role="quiet", wrap=True)
        self._put_together()
        self.list.finding_chosen.connect(self._on_list_finding_chosen)
        self.list.selectionModel().selectionChanged.connect(self._on_list_selection_changed)
        self.what.clicked.connect(self._on_what_clicked)
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.dismiss.clicked.connect(self._on_dismiss_clicked)

    def _put_together(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 0, 14, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.dismiss)
        buttons.addStretch()
        buttons.addWidget(self.what)
        remember = label(_REMEMBER, "origin", wrap=True)
        self._said.setContentsMargins(14, 4, 14, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addWidget(remember)

    def show_session(self, session: Session, results: Sequence[Result] | None) -> None:
        """``results``: None while they are being worked out."""
        if results is None:
            self._made_of, self._rows = (), []  # nothing of anybody stays behind
        rows = [] if results is None else self._rows_of(session, results)
        self.list.show_rows(rows, session.view.finding)
        self._said.setText(_WAIT if results is None else _NONE)
        self._said.setVisible(not rows and session.view.person is not None)
        self._allow(session)

    def _rows_of(self, session: Session, results: Sequence[Result]) -> list[FindingRow]:
        """Made anew only where something of it changed: a journey may show thousands."""
        document = session.document
        made_of = (results, document.said_of_findings, document.thresholds)
        if not self._made_of or any(old is not new for old, new in zip(self._made_of, made_of, strict=True)):
            self._made_of, self._rows = made_of, finding_rows(session, results)
        return self._rows

    def _allow(self, session: Session) -> None:
        """What can be done with the chosen row."""
        row = self.list.chosen
        self.what.setEnabled(row is not None)
        said = None if row is None else row.said
        able = row is not None and row.finding is not None and not session.keeping.read_only
        for one, meant in ((self.confirm, Said.CONFIRMED), (self.dismiss, Said.DISMISSED)):
            one.setEnabled(able)
            one.setChecked(said is meant)

    def _say(self, meant: Said, *, wanted: bool) -> None:
        row = self.list.chosen
        self._store.settle()
        session = self._store.session
        if row is None or row.finding is None or session.keeping.read_only:
            return
        key = str(row.finding.key)
        said = {other: told for other, told in session.document.said_of_findings.items() if other != key}
        self._store.choose(said_of_findings={**said, key: meant} if wanted else said)

    def _on_list_finding_chosen(self, finding: Finding) -> None:
        person = self._store.session.view.person
        if person is not None and finding.key != self._store.session.view.finding:
            look_at_finding(self._store, person, finding)

    def _on_list_selection_changed(self) -> None:
        self._allow(self._store.session)

    def _on_what_clicked(self) -> None:
        row = self.list.chosen
        if row is None:
            return
        told, thresholds = patterns()[row.pattern], self._store.session.document.thresholds
        above = self.mapToGlobal(self.list.geometry().topLeft())
        counted = f"Counted: {told.counts}."
        self.definition.say(row.title, definition_of(row.pattern, thresholds), counted, told.source, above)

    def _on_confirm_clicked(self, wanted: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._say(Said.CONFIRMED, wanted=wanted)

    def _on_dismiss_clicked(self, wanted: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._say(Said.DISMISSED, wanted=wanted)
