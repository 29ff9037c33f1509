"""The headline numbers above the journey, each with what it is one click away."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journey_viewer.measures.definitions import MeasureId, definition
from journey_viewer.measures.headlines import MOST, Headline, headlines
from journey_viewer.measures.measure import measure
from journey_viewer.measures.unit_costs import shipped_unit_costs
from journey_viewer.model.case import Case
from journey_viewer.ui.deep_dive.definition_card import DefinitionCard
from journey_viewer.ui.parts import button, label


class NumberCard(QFrame):
    """One number."""

    def __init__(self, definition_of: DefinitionCard) -> None:
        super().__init__()
        self.setObjectName("card")
        self._definition = definition_of
        self._measure = MeasureId.TOUCHPOINTS
        self.figure, self.caption = label(role="figure"), label(role="caption", wrap=True)
        self.what = button("?", "small_link")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.figure, 1)
        top.addWidget(self.what, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 6, 8)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.caption, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.what.clicked.connect(self._on_what_clicked)

    def show_headline(self, told: Headline) -> None:
        self._measure = told.measure
        self.figure.setText(told.value)
        self.caption.setText(told.label)
        self.figure.setAccessibleName(f"{told.value} {told.label}")
        meaning = definition(told.measure).definition
        self.figure.setToolTip(meaning)
        self.caption.setToolTip(meaning)
        self.what.setToolTip("What this number is")
        self.what.setAccessibleName(f"What this number is: {definition(told.measure).name}")

    def forget(self) -> None:
        for one in (self.figure, self.caption):
            one.clear()
            one.setToolTip("")
        self.figure.setAccessibleName("")
        self.what.setAccessibleName("What this number is")

    def _on_what_clicked(self) -> None:
        told = definition(self._measure)
        below = self.mapToGlobal(QPoint(0, self.height() + 4))
        text = f"{told.definition} {told.edge_cases}".strip()
        self._definition.say(told.name, text, f"Formula: {told.formula}", told.source, below)


class Numbers(QWidget):
    """A row of cards, the three to five numbers that matter most for this journey (measures.headlines)."""

    all_asked = Signal()
    """Every number of this journey is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.all = button("All\nnumbers", "small_link", "Every measure of this journey, with what each is")
        self.all.setAccessibleName("All numbers of this journey")
        self.definition = DefinitionCard(self)
        self.cards = [NumberCard(self.definition) for _ in range(MOST)]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for one in self.cards:
            row.addWidget(one, 1)
        row.addWidget(self.all, 0, Qt.AlignmentFlag.AlignVCenter)
        self.all.clicked.connect(self.all_asked)
        self.show_case(None)

    def show_case(self, case: Case | None) -> None:
        """The numbers of this case."""
        told: Sequence[Headline] = ()
        if case is not None:
            told = headlines(case, measure(case, shipped_unit_costs()))
        self.all.setVisible(bool(told))
        for place, one in enumerate(self.cards):
            one.setVisible(place < len(told))
            if place < len(told):
                one.show_headline(told[place])
            else:
                one.forget()
