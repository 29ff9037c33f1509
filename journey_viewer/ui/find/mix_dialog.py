"""The dialog in which people say what counts how much when everybody is ranked."""

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journey_viewer.attendance.asked import Measure, Mix, name_of
from journey_viewer.ui.parts import button, fit_dialog, label
from journey_viewer.ui.share.column import Column

_WIDE, _HIGH = 620, 620
_SAID = "Each measure counts so many times; 0 leaves it out. Who has most of the sum comes first."
_MOST = 100.0


class Weight(QDoubleSpinBox):
    """How much a measure counts. Whoever scrolls past it changes nothing."""

    def __init__(self, measure: Measure, value: float) -> None:
        super().__init__()
        self.setRange(-_MOST, _MOST)
        self.setDecimals(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(6, 0, 6, 0)
        self.setAccessibleName(f"Weight of {name_of(measure)}")
        self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MixDialog(QDialog):
    """``answer`` is the mix, once it was accepted."""

    def __init__(self, parent: QWidget, mix: Mix) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rank by a mix of your own")
        self.weights = {measure: Weight(measure, mix.weights.get(measure, 0.0)) for measure in Measure}
        self._why_not = label(role="warning", wrap=True)
        self.use, self.leave = button("Rank by this", "primary"), button("Cancel")
        self._put_together()
        for weight in self.weights.values():
            weight.valueChanged.connect(self._on_weight_value_changed)
        self.use.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self._on_weight_value_changed()
        fit_dialog(self, _WIDE, _HIGH)

    @property
    def answer(self) -> Mix:
        given = {measure: weight.value() for measure, weight in self.weights.items() if weight.value()}
        return Mix(MappingProxyType(given))

    def _put_together(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.setColumnStretch(0, 1)
        for row, (measure, weight) in enumerate(self.weights.items()):
            name = name_of(measure)
            grid.addWidget(label(f"{name[:1].upper()}{name[1:]}", wrap=True), row, 0)
            grid.addWidget(weight, row, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(_SAID, wrap=True))
        column.addWidget(Column(inside), 1)
        column.addWidget(self._why_not)
        column.addLayout(buttons)
        self.use.setDefault(True)

    def _on_weight_value_changed(self) -> None:
        counts = any(weight.value() for weight in self.weights.values())
        self.use.setEnabled(counts)
        self._why_not.setText("" if counts else "Give at least one measure a weight.")
