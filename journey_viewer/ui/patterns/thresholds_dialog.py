"""The dialog in which the thresholds of the patterns are changed for this case file, and put back."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.patterns.definitions import YES_OR_NO, Threshold, Thresholds, limits_with, patterns
from journey_viewer.ui.parts import button, fit_dialog, label, text_scale
from journey_viewer.ui.share.column import Column

_WIDE, _HIGH, _FIELD = 720, 620, 130  # pixels
_SHARE = "share"
_SAID = "From when on something counts as a pattern. They hold for this case file only, and what is changed can be undone."


class _Number(QDoubleSpinBox):
    """Whoever scrolls past it changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(6, 0, 6, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Limit(QWidget):
    """One threshold: what it is now, its default with its source, and a way back."""

    changed = Signal()

    def __init__(self, threshold: Threshold, value: float) -> None:
        super().__init__()
        self._threshold = threshold
        self.field = _field(threshold)
        self.back = button("Put back", "small_link", f"Put back its default: {threshold.name}")
        self.back.setAccessibleName(f"Put back: {threshold.name}")
        self._exact = value
        self._put_together()
        self.show_value(value)
        if isinstance(self.field, QCheckBox):
            self.field.toggled.connect(self._on_field_changed)
        else:
            self.field.valueChanged.connect(self._on_field_changed)
        self.back.clicked.connect(self.put_back)

    @property
    def value(self) -> float:
        """As it was given, as long as nobody changed it: a third is more than the field can show."""
        return self._exact

    def show_value(self, value: float) -> None:
        if isinstance(self.field, QCheckBox):
            self.field.setChecked(bool(value))
        else:
            self.field.setValue(value * 100 if self._threshold.unit == _SHARE else value)
        self._exact = value
        self.back.setVisible(value != self._threshold.default)

    def put_back(self) -> None:
        self.show_value(self._threshold.default)
        self.changed.emit()

    def _put_together(self) -> None:
        threshold = self._threshold
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(threshold.name, wrap=True), 0, 0)  # no buddy: "&" would be the mark of a key
        grid.addWidget(
            label(f"Default: {_in_words(threshold)} · {threshold.source}", "caption", wrap=True), 1, 0
        )
        grid.addWidget(self.field, 0, 1, 2, 1)
        grid.addWidget(self.back, 0, 2, 2, 1)
        stays = self.back.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(stays)

    def _on_field_changed(self) -> None:
        if isinstance(self.field, QCheckBox):
            self._exact = float(self.field.isChecked())
        else:
            shown = self.field.value()
            self._exact = shown / 100 if self._threshold.unit == _SHARE else shown
        self.back.setVisible(self._exact != self._threshold.default)
        self.changed.emit()


class ThresholdsDialog(QDialog):
    """``answer`` afterwards: the thresholds that differ from their defaults."""

    def __init__(self, parent: QWidget, thresholds: Thresholds, *, locked: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thresholds")
        self.answer: Mapping[str, float] = {}
        self._told = {one.key: one for told in patterns().values() for one in told.thresholds}
        limits = limits_with(thresholds)
        self.limits = {key: Limit(one, limits[key]) for key, one in self._told.items()}
        self.all_back = button("Put all back", hint="Put back the default of every threshold")
        self.use, self.cancel = button("Use these", "primary"), button("Cancel")
        for widget in (*self.limits.values(), self.use):
            widget.setEnabled(not locked)
        self._put_together()
        for limit in self.limits.values():
            limit.changed.connect(self._say_all_back)
        self.all_back.clicked.connect(self._on_all_back_clicked)
        self.use.clicked.connect(self._on_use_clicked)
        self.cancel.clicked.connect(self.reject)
        self._locked = locked
        self._say_all_back()

    @property
    def changed(self) -> dict[str, float]:
        """What differs from its default now."""
        values = {key: limit.value for key, limit in self.limits.items()}
        return {key: value for key, value in values.items() if value != self._told[key].default}

    def _put_together(self) -> None:
        inside = QWidget()
        every = QVBoxLayout(inside)
        every.setContentsMargins(2, 0, 14, 0)
        every.setSpacing(4)
        for told in patterns().values():
            every.addWidget(label(told.short, "section"))
            for one in told.thresholds:
                every.addWidget(self.limits[one.key])
            every.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.addWidget(self.all_back)
        buttons.addStretch()
        for made in (self.cancel, self.use):
            buttons.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 22, 18)
        column.setSpacing(10)
        column.addWidget(label("Thresholds", "heading"))
        column.addWidget(label(_SAID, "quiet", wrap=True))
        column.addWidget(Column(inside), 1)
        column.addLayout(buttons)
        for made in (self.all_back, *(limit.back for limit in self.limits.values())):
            made.setAutoDefault(False)
        fit_dialog(self, _WIDE, _HIGH)

    def _say_all_back(self) -> None:
        self.all_back.setEnabled(bool(self.changed) and not self._locked)

    def _on_all_back_clicked(self) -> None:
        for limit in self.limits.values():
            limit.put_back()

    def _on_use_clicked(self) -> None:
        self.answer = self.changed
        self.accept()


def _field(threshold: Threshold) -> QCheckBox | QDoubleSpinBox:
    if threshold.unit == YES_OR_NO:
        tick = QCheckBox("Yes")
        tick.setAccessibleName(threshold.name)
        return tick
    made = _Number()
    made.setMinimumWidth(round(_FIELD * text_scale()))
    share = threshold.unit == _SHARE
    times = 100 if share else 1
    whole = share or all(float(value).is_integer() for value in (threshold.least, threshold.default))
    made.setDecimals(0 if whole else 2)
    made.setSingleStep(1 if whole else 0.05)
    made.setRange(threshold.least * times, threshold.most * times)
    made.setSuffix(" %" if share else f" {threshold.unit}")
    made.setAccessibleName(threshold.name)
    return made


def _in_words(threshold: Threshold) -> str:
    if threshold.unit == YES_OR_NO:
        return "yes" if threshold.default else "no"
    if threshold.unit == _SHARE:
        return f"{threshold.default:.0%}"
    return f"{threshold.default:g} {threshold.unit}"
