"""One unit cost in the dialog: what it is of, what it is in this case file, and what comes with us."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from journey_viewer.measures.own_costs import shipped_of
from journey_viewer.measures.unit_costs import UnitCost, pounds
from journey_viewer.model.costs import OwnCost
from journey_viewer.ui.deep_dive.flow import Flow
from journey_viewer.ui.parts import button, label, text_scale

_AMOUNT, _YEAR, _SOURCE = 84, 78, 170  # pixels
_WRONG = "An amount in pounds, 0 or more; nothing where it is not known."
_MOST = 200  # letters of a source


class CostRow(QWidget):
    """``own`` afterwards: what differs from what comes with us, None where nothing does."""

    changed = Signal()

    def __init__(self, key: str, cost: UnitCost) -> None:
        super().__init__()
        self.key, self._shipped = key, shipped_of(key)
        self._what = cost.what
        self.amount = _line(f"Pounds a {cost.unit}: {_of_what(cost)}", _AMOUNT, 14)
        self.year = _line(f"Price year: {_of_what(cost)}", _YEAR, 14)
        self.source = _line(f"Source: {_of_what(cost)}", _SOURCE, _MOST)
        self.proxy = QCheckBox("of something like it")
        self.proxy.setAccessibleName(f"The figure is of something like it: {cost.what}")
        self.back = button("Put back", "small_link", "Put back what comes with Journey Viewer")
        self.back.setAccessibleName(f"Put back: {cost.what}")
        self._wrong = label(_WRONG, "warning", wrap=True)
        self._put_together(cost)
        self.show_cost(OwnCost(cost.gbp, cost.price_year, cost.source, cost.proxy))
        for field in (self.amount, self.year, self.source):
            field.textEdited.connect(self._on_field_edited)
        self.proxy.clicked.connect(self._on_field_edited)
        self.back.clicked.connect(self.put_back)

    @property
    def is_right(self) -> bool:
        """Whether the amount is one, or nothing."""
        try:
            pounds(self.amount.text().strip())
        except ValueError:
            return False
        return True

    @property
    def told(self) -> OwnCost:
        """As it stands. Raises ValueError where the amount is none."""
        what = self._what if self._shipped is None or self._what != self._shipped.what else ""
        amount = pounds(self.amount.text().strip())
        year, source = self.year.text().strip(), self.source.text().strip()
        return OwnCost(amount, year, source, self.proxy.isChecked(), what)

    @property
    def own(self) -> OwnCost | None:
        told = self.told
        shipped = self._shipped
        return None if shipped is not None and told == _as_it_comes(shipped) else told

    def show_cost(self, told: OwnCost) -> None:
        self.amount.setText("" if told.gbp is None else f"{told.gbp:.2f}")
        for field, text in ((self.year, told.price_year), (self.source, told.source)):
            field.setText(text)
            field.setCursorPosition(0)
        self.proxy.setChecked(told.proxy)
        self._say()

    def put_back(self) -> None:
        if self._shipped is not None:
            self._what = self._shipped.what
            self.show_cost(_as_it_comes(self._shipped))
            self.changed.emit()

    def _put_together(self, cost: UnitCost) -> None:
        fields = QWidget()
        pound, unit = label("£"), label(f"a {cost.unit}")
        named = (label("Price year", "caption"), self.year, label("Source", "caption"), self.source)
        Flow(fields, pound, self.amount, unit, *named, self.proxy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(4)
        for widget in (label(_of_what(cost), wrap=True), fields, self._wrong):
            column.addWidget(widget)
        last = QHBoxLayout()
        last.addWidget(label(_comes(self._shipped), "caption", wrap=True), 1)
        last.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(last)
        stays = self.back.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(stays)
        self.back.setAutoDefault(False)

    def _say(self) -> None:
        right = self.is_right
        self._wrong.setVisible(not right)
        self.back.setVisible(self._shipped is not None and (not right or self.own is not None))

    def _on_field_edited(self) -> None:
        self._say()
        self.changed.emit()


def _line(name: str, width: int, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(most)
    if width == _SOURCE:
        field.setMinimumWidth(round(width * text_scale()))
    else:
        field.setFixedWidth(round(width * text_scale()))
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return field


def _as_it_comes(shipped: UnitCost) -> OwnCost:
    return OwnCost(shipped.gbp, shipped.price_year, shipped.source, shipped.proxy)


def _of_what(cost: UnitCost) -> str:
    """What it is a cost of, with the way of contact where it is of one way alone."""
    return f"{cost.what} · {cost.mode}" if cost.mode else cost.what


def _comes(shipped: UnitCost | None) -> str:
    if shipped is None:
        return "Added here: Journey Viewer comes with no such cost."
    if shipped.gbp is None:
        return "Comes with us: no figure."
    proxy = "of something like it" if shipped.proxy else ""
    parts = (f"£{shipped.gbp:,.2f} a {shipped.unit}", shipped.price_year, shipped.source, proxy)
    return f"Comes with us: {', '.join(filter(None, parts))}."
