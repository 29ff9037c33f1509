"""The headline numbers above the journey, each with what it is one click away."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journey_viewer.measures.definitions import MeasureId, definition
from journey_viewer.measures.headlines import MOST, Headline, headlines
from journey_viewer.measures.measure import measure
from journey_viewer.measures.unit_costs import shipped_unit_costs
from journey_viewer.model.case import Case
from journey_viewer.theme import Theme
from journey_viewer.ui.parts import button, label, text_scale

_TWO_LINES, _WIDE = 34, 420  # pixels


class Definition(QFrame):
    """What a number is, over everything else until one clicks beside it or presses Esc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("keys")
        self.setAccessibleName("What this number is")
        self.name = label(role="section", wrap=True)
        self.text = label(wrap=True)
        self.formula, self.source = label(wrap=True), label(role="caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for one in (self.name, self.text, self.formula, self.source):
            column.addWidget(one)

    def show_measure(self, measure_id: MeasureId, where: QPoint) -> None:
        """Beside a point of the screen, and inside it."""
        told = definition(measure_id)
        self.name.setText(told.name)
        self.text.setText(f"{told.definition} {told.edge_cases}")
        self.formula.setText(f"Formula: {told.formula}")
        self.source.setText(f"Source: {told.source}")
        self.setAccessibleDescription(
            "\n".join((told.definition, told.formula, told.edge_cases, told.source))
        )
        self.setFixedWidth(round(_WIDE * text_scale()))
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(where.x(), room.right() - self.width())
        y = min(where.y(), room.bottom() - self.height())
        self.move(max(x, room.left()), max(y, room.top()))
        self.show()
        self.setFocus()


class NumberCard(QFrame):
    """One number."""

    def __init__(self, definition_of: Definition) -> None:
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

    def dress(self, theme: Theme) -> None:
        self.caption.setMinimumHeight(theme.scaled(_TWO_LINES))

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
        self._definition.show_measure(self._measure, self.mapToGlobal(QPoint(0, self.height() + 4)))


class Numbers(QWidget):
    """A row of cards, the three to five numbers that matter most for this journey (measures.headlines)."""

    def __init__(self) -> None:
        super().__init__()
        self.definition = Definition(self)
        self.cards = [NumberCard(self.definition) for _ in range(MOST)]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for one in self.cards:
            row.addWidget(one, 1)
        self.show_case(None)

    def dress(self, theme: Theme) -> None:
        """Two lines of words under each number."""
        for one in self.cards:
            one.dress(theme)

    def show_case(self, case: Case | None) -> None:
        """The numbers of this case."""
        told: Sequence[Headline] = ()
        if case is not None:
            told = headlines(case, measure(case, shipped_unit_costs()))
        for place, one in enumerate(self.cards):
            one.setVisible(place < len(told))
            if place < len(told):
                one.show_headline(told[place])
            else:
                one.forget()
