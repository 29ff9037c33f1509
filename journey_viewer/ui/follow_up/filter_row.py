"""Which actions are looked for: how they stand, about which case, led by whom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journey_viewer.model.document import Document
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.follow_up.pick import Pick
from journey_viewer.ui.follow_up.shown import SHOW_WORDS, Filter, cases, leads
from journey_viewer.ui.parts import button


class FilterRow(QWidget):
    """Says when another filter was chosen."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.filter = Filter()
        self.show_ = Pick("Show")
        self.case, self.lead = Pick("Case"), Pick("Who leads")
        self.add = button("Add an action", "", "An action for a case or for all of them")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for pick in (self.show_, self.case, self.lead):
            row.addWidget(pick, 1)
            pick.told.connect(self._on_pick_told)
        row.addStretch(1)
        row.addWidget(self.add)

    def show_document(self, document: Document, veil: Veil) -> None:
        """Offer what there is; a choice of which nothing is left is given up."""
        labels, names = cases(document), leads(document)
        if self.filter.case not in labels or self.filter.lead not in names:
            self.filter = Filter(
                self.filter.show,
                self.filter.case if self.filter.case in labels else "",
                self.filter.lead if self.filter.lead in names else "",
            )
        self._show(labels, names, veil)

    def show_all(self) -> None:
        """Give up what was looked for: everything is shown."""
        self.filter = Filter(next(show for show in reversed(SHOW_WORDS)))
        self.chosen.emit()

    def _show(self, labels: tuple[str, ...], names: tuple[str, ...], veil: Veil) -> None:
        self.show_.show_words(SHOW_WORDS, self.filter.show)
        self.case.show_words({"": "Any", **{label: label for label in labels}}, self.filter.case)
        self.lead.show_words({"": "Anybody", **{name: veil(name) for name in names}}, self.filter.lead)

    def _on_pick_told(self, _value: object) -> None:
        self.filter = Filter(self.show_.value, self.case.value, self.lead.value)
        self.chosen.emit()
