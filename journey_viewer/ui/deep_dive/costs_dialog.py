"""The dialog in which the unit costs of this case file are changed, put back, and read from or saved as a table."""

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.errors import JourneyError
from journey_viewer.files import write_file
from journey_viewer.measures.cost import WHAT_IT_IS
from journey_viewer.measures.own_costs import OwnCosts, costs_with, key_of, own_costs_in
from journey_viewer.measures.unit_costs import UnitCost, unit_costs_text
from journey_viewer.model.costs import OwnCost
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Service, service_name
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.cost_row import CostRow
from journey_viewer.ui.deep_dive.scrolled import scrolled
from journey_viewer.ui.parts import button, fit_dialog, label

_WIDE, _HIGH = 860, 640  # pixels
_SAID = (
    f"{WHAT_IT_IS} What you put in holds for this case file only, and can be undone. "
    "Leave the amount empty where no figure is known: such contacts are counted and never taken for 0."
)
_TABLE = "Table (*.csv)"
_PROBLEMS = 6  # lines that are told


class CostsDialog(QDialog):
    """``answer`` afterwards: the unit costs that differ from what comes with us."""

    def __init__(self, parent: QWidget, own: OwnCosts, *, locked: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Unit costs")
        self.answer: Mapping[str, OwnCost] = {}
        self.rows: dict[str, CostRow] = {}
        self._locked = locked
        self.read = button("Read a table…", hint="Rows that the table does not have stay as they are")
        self.save = button("Save as a table…", hint="As CSV, to be edited elsewhere and read again")
        self.all_back = button("Put all back", hint="Put back every cost that comes with Journey Viewer")
        self.use, self.cancel = button("Use these", "primary"), button("Cancel")
        self._said = label(role="warning", wrap=True)
        self._every = QVBoxLayout()
        self._put_together()
        self._show(own)
        self._connect_signals()

    @property
    def own(self) -> dict[str, OwnCost]:
        """What differs now. Raises ValueError where an amount is none."""
        return {key: told for key, row in self.rows.items() if (told := row.own) is not None}

    def _connect_signals(self) -> None:
        self.read.clicked.connect(self._on_read_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.all_back.clicked.connect(self._on_all_back_clicked)
        self.use.clicked.connect(self._on_use_clicked)
        self.cancel.clicked.connect(self.reject)

    def _put_together(self) -> None:
        inside = QWidget()
        self._every.setContentsMargins(12, 8, 14, 8)
        self._every.setSpacing(2)
        inside.setLayout(self._every)
        buttons = QHBoxLayout()
        for made in (self.read, self.save, self.all_back):
            made.setAutoDefault(False)
            buttons.addWidget(made)
        buttons.addStretch()
        for made in (self.cancel, self.use):
            buttons.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 22, 18)
        column.setSpacing(10)
        column.addWidget(label("Unit costs", "heading"))
        column.addWidget(label(_SAID, "quiet", wrap=True))
        column.addWidget(self._said)
        column.addWidget(scrolled(inside), 1)
        column.addLayout(buttons)
        self._said.hide()
        fit_dialog(self, _WIDE, _HIGH)

    def _show(self, own: OwnCosts) -> None:
        """A row a cost, under the service that it is of."""
        self.rows.clear()
        while (item := self._every.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        costs = sorted(costs_with(own).costs, key=_service_first)
        for service, theirs in groupby(costs, key=_service):
            self._every.addWidget(label(service_name(service), "section"))
            for cost in theirs:
                row = self.rows[key_of(cost)] = CostRow(key_of(cost), cost)
                row.changed.connect(self._say)
                row.setEnabled(not self._locked)
                self._every.addWidget(row)
        self._say()

    def _say(self) -> None:
        right = all(row.is_right for row in self.rows.values())
        self.use.setEnabled(right and not self._locked)
        self.save.setEnabled(right)
        self.read.setEnabled(not self._locked)
        self.all_back.setEnabled(not self._locked and (not right or bool(self.own)))

    def _tell(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _on_read_clicked(self) -> None:
        from journey_viewer.work.own_costs import unit_costs_from

        path = dialogs.ask_for_table(self, "Read unit costs", _TABLE)
        if path is None:
            return
        try:
            told = unit_costs_from(path)
        except JourneyError as error:
            self._tell(str(error))
            return
        kept = {key: row.told for key, row in self.rows.items() if row.is_right}
        there = {key: one for key, one in kept.items() if self.rows[key].own is not None}
        read = {key_of(cost) for cost in told.costs}
        self._show({key: one for key, one in there.items() if key not in read} | own_costs_in(told.costs))
        more = len(told.problems) - _PROBLEMS
        lines = [*told.problems[:_PROBLEMS], *([f"and {more:,} more"] if more > 0 else [])]
        count = len(told.costs)
        self._tell("\n".join((f"{many(count, 'cost')} read.", *lines)))

    def _on_save_clicked(self) -> None:
        path = dialogs.ask_where_to_save(self, "Save unit costs", "unit-costs.csv", _TABLE)
        if path is None:
            return
        try:
            write_file(path, unit_costs_text(costs_with(self.own).costs).encode("utf-8-sig"))
        except JourneyError as error:
            self._tell(str(error))

    def _on_all_back_clicked(self) -> None:
        self._tell("")
        self._show({})

    def _on_use_clicked(self) -> None:
        self.answer = self.own
        self.accept()


def _service_first(cost: UnitCost) -> int:
    return cost.service.code


def _service(cost: UnitCost) -> Service:
    return cost.service
