"""What stands out on the journey: everything else is dimmed and nothing goes."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journey_viewer.model.case import Case
from journey_viewer.model.words import OUTCOME_NAMES, Kind, Outcome, Service, service_name
from journey_viewer.timeline.looking import Filter
from journey_viewer.ui.deep_dive.flow import Flow
from journey_viewer.ui.deep_dive.pills import Pill, TicksMenu
from journey_viewer.ui.parts import button, label

KIND_NAMES = {
    Kind.CONTACT: "contact",
    Kind.STAY: "hospital stay",
    Kind.OPEN_SERVICE: "open service",
    Kind.REFERRAL: "referral",
}


class _Words(QLineEdit):
    """Esc takes the words away, and once there are none leaves."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()


class FilterRow(QWidget):
    """Says which Filter is wanted."""

    told = Signal(object)
    left = Signal()
    """Somebody is done here and wants to go on with the journey."""

    def __init__(self) -> None:
        super().__init__()
        self._filter = Filter()
        self.words = _Words()
        self.words.setPlaceholderText("Words in reasons and services")
        self.words.setAccessibleName("Words that stand out")
        self.words.setAcceptDrops(False)  # lists may be dropped here too: they are the window's
        self._menus = {
            "services": self._menu({service: service_name(service) for service in Service}),
            "outcomes": self._menu(dict(OUTCOME_NAMES)),
            "kinds": self._menu(dict(KIND_NAMES)),
        }
        self.services = Pill("Services", "Which services stand out", menu=self._menus["services"])
        self.outcomes = Pill("Outcomes", "Which outcomes stand out", menu=self._menus["outcomes"])
        self.kinds = Pill("Kinds", "Which kinds of contact stand out", menu=self._menus["kinds"])
        self.found = label(role="found")
        self.off = button("Clear", "small_link", "Let everything stand out again")
        self.words.setMinimumWidth(self.words.fontMetrics().averageCharWidth() * 18)
        Flow(self, self.words, self.services, self.outcomes, self.kinds, self.found, self.off)
        self.words.textChanged.connect(self._on_words_changed)
        self.words.left.connect(self.left)
        self.words.returnPressed.connect(self.left)
        self.off.clicked.connect(self._on_off_clicked)

    def _menu(self, names: dict[Service, str] | dict[Outcome, str] | dict[Kind, str]) -> TicksMenu:
        menu = TicksMenu(self)
        for value, name in names.items():
            menu.add(name, value.value)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def show_filter(self, case: Case | None, chosen: Filter) -> None:
        """Show the one that is on, and how much it finds."""
        if chosen.text != self.words.text():
            self.words.blockSignals(True)  # it is we who write it
            self.words.setText(chosen.text)
            self.words.blockSignals(False)
        self._filter = chosen
        for name, menu in self._menus.items():
            values = cast("frozenset[Service]", getattr(chosen, name))
            menu.tick(frozenset(value.value for value in values))
            count = f" ({len(values)})" if values else ""
            getattr(self, name).say(f"{name.capitalize()}{count}", unusual=bool(values))
        self.found.setText(found_in_words(case, chosen))
        self.found.setVisible(chosen.is_on)
        self.off.setEnabled(chosen.is_on)

    def _on_words_changed(self, text: str) -> None:
        self.told.emit(replace(self._filter, text=text))

    def _on_menu_triggered(self) -> None:
        ticked = {name: menu.ticked for name, menu in self._menus.items()}
        self.told.emit(
            replace(
                self._filter,
                services=frozenset(Service(value) for value in ticked["services"]),
                outcomes=frozenset(Outcome(value) for value in ticked["outcomes"]),
                kinds=frozenset(Kind(value) for value in ticked["kinds"]),
            )
        )

    def _on_off_clicked(self) -> None:
        self.told.emit(Filter())
        self.words.setFocus()


def found_in_words(case: Case | None, chosen: Filter) -> str:
    """How many stand out: "12 of 103 found"; "" where no filter is on."""
    if case is None or not chosen.is_on:
        return ""
    return f"{int(chosen.finds(case.touchpoints).sum()):,} of {len(case.touchpoints):,} found"
