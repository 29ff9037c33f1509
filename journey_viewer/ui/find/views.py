"""Which view of the whole list stands above the people: at a glance, how often, ages, practices, care homes."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QWidget

from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.find.further import OfAges, OfCareHomes, OfOften, OfPractices
from journey_viewer.ui.find.glance import Glance
from journey_viewer.ui.find.groups import OfGroups
from journey_viewer.ui.stops import stop_at_checked
from journey_viewer.work.find_attenders import Found

_GLANCE = "At a glance"
_HIGHEST, _ANY = 290, 16_777_215  # pixels; as high as Qt can think


_View = Glance | OfOften | OfAges | OfGroups | OfPractices | OfCareHomes
_VIEWS: Mapping[str, Callable[[Theme], _View]] = {
    _GLANCE: Glance,
    "How often": OfOften,
    "Ages": OfAges,
    "Groups": OfGroups,
    "Practices": OfPractices,
    "Care homes": OfCareHomes,
}


class Choice(QWidget):
    """Of several views one."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for name in _VIEWS:
            made = QToolButton()
            made.setObjectName("tool")
            made.setText(name)
            made.setCheckable(True)
            made.setChecked(name == _GLANCE)
            self._group.addButton(made)
            row.addWidget(made)
        row.addStretch()
        stop_at_checked(self._group)
        self._group.buttonClicked.connect(self._on_group_button_clicked)

    def press(self, name: str) -> None:
        next(made for made in self._group.buttons() if made.text() == name).click()

    def _on_group_button_clicked(self, made: QToolButton) -> None:
        stop_at_checked(self._group)
        self.changed.emit(made.text())


class Views(QStackedWidget):
    """The views, each made when it is first looked at: what they draw with takes a while to import."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._made: dict[str, _View] = {}
        self._name = _GLANCE
        self._told: tuple[Session, Found] | None = None
        self._stale: set[str] = set()
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self.setMaximumHeight(_ANY if theme.is_large else theme.scaled(_HIGHEST))

    def sizeHint(self) -> QSize:
        """Of what is looked at, and not of the largest of all."""
        shown = self.currentWidget()
        return super().sizeHint() if shown is None else shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        if shown is None:
            return super().minimumSizeHint()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize())

    def show_found(self, session: Session, found: Found | None) -> None:
        """Show what was found; None lets go of everything."""
        if found is None:
            self._forget()
            return
        self._told, self._stale = (session, found), set(_VIEWS)
        self.show_view(self._name)

    def show_view(self, name: str) -> None:
        self._name = name
        if self._told is None:
            return
        if name not in self._made:
            self._made[name] = _VIEWS[name](self._theme)
            self.addWidget(self._made[name])
            self._stale.add(name)
        view = self._made[name]
        if name in self._stale:
            self._stale.discard(name)
            view.show_found(*self._told)
        self.setCurrentWidget(view)
        self.updateGeometry()

    def _forget(self) -> None:
        self._told = None
        for view in self._made.values():
            self.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._made.clear()
