"""Every measure of one journey: its value, what it is of, and what it is one click away."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journey_viewer.measures.attributed import attributed_in
from journey_viewer.measures.definitions import MeasureId, definition
from journey_viewer.measures.measure import measure
from journey_viewer.measures.own_costs import costs_with
from journey_viewer.measures.told import Figure, figures
from journey_viewer.model.case import Case
from journey_viewer.session import Session
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.costs_dialog import CostsDialog
from journey_viewer.ui.deep_dive.definition_card import DefinitionCard
from journey_viewer.ui.deep_dive.pen import set_own_costs
from journey_viewer.ui.deep_dive.scrolled import scrolled
from journey_viewer.ui.parts import button, fit_dialog, label
from journey_viewer.ui.store import Store

_WIDE, _HIGH = 800, 640  # pixels


class FiguresDialog(QDialog):
    """Of the case on the desk; unit costs can be edited from here."""

    def __init__(self, store: Store, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("All numbers")
        self._store, self._case = store, case
        self._definition = DefinitionCard(self)
        self.shown: tuple[Figure, ...] = ()
        self.values = {one: label(role="section") for one in MeasureId}
        self._beside = {one: label(role="caption", wrap=True) for one in MeasureId}
        self.what = {one: self._question(one) for one in MeasureId}
        self.costs = button("Unit costs: edit…", "small_link", "See and change what a contact or stay costs")
        self.close_it = button("Close", "primary")
        self._put_together()
        self._show(store.session)
        self.costs.clicked.connect(self._on_costs_clicked)
        self.close_it.clicked.connect(self.accept)

    def _question(self, one: MeasureId) -> QPushButton:
        name = definition(one).name
        asked = button("?", "small_link", "What this number is")
        asked.setAccessibleName(f"What this number is: {name}")
        asked.setProperty("measure", one.value)
        asked.setAutoDefault(False)
        asked.clicked.connect(self._on_question_clicked)
        return asked

    def _put_together(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(12, 10, 14, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 4)
        for place, one in enumerate(MeasureId):
            grid.addWidget(label(definition(one).name, wrap=True), place, 0)
            grid.addWidget(self.values[one], place, 1)
            grid.addWidget(self._beside[one], place, 2)
            grid.addWidget(self.what[one], place, 3, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.costs, len(MeasureId), 2, Qt.AlignmentFlag.AlignLeft)
        grid.setRowStretch(len(MeasureId) + 1, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(f"All numbers of {self._case.label}", "heading"))
        column.addWidget(scrolled(inside), 1)
        column.addLayout(buttons)
        self.costs.setAutoDefault(False)
        fit_dialog(self, _WIDE, _HIGH)

    def _show(self, session: Session) -> None:
        own = session.document.own_costs
        ae = attributed_in(self._case.touchpoints, session.document.attributions)
        self.shown = figures(measure(self._case, costs_with(own)), own, ae)
        for told in self.shown:
            self.values[told.measure].setText(told.value)
            self._beside[told.measure].setText(told.beside)
            name = definition(told.measure).name
            self.values[told.measure].setAccessibleName(f"{name}: {told.value} {told.beside}")

    def _on_question_clicked(self) -> None:
        asked = self.sender()
        if not isinstance(asked, QPushButton):
            return
        told = definition(MeasureId(asked.property("measure")))
        text = f"{told.definition} {told.edge_cases}".strip()
        below = asked.mapToGlobal(QPoint(0, asked.height() + 4))
        self._definition.say(told.name, text, f"Formula: {told.formula}", told.source, below)

    def _on_costs_clicked(self) -> None:
        self._store.settle()
        session = self._store.session
        dialog = CostsDialog(self, session.document.own_costs, locked=session.keeping.read_only)
        if dialogs.answered(dialog):
            set_own_costs(self._store, dialog.answer)
            self._show(self._store.session)
