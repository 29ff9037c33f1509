"""At the right of the heading: whether the person is chosen, and the menu of what can be done for them."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.people import People
from journey_viewer.ui.deep_dive.person_desk import PersonDesk
from journey_viewer.ui.deep_dive.person_menu import PersonMenu, why_not
from journey_viewer.ui.deep_dive.star import star_icon
from journey_viewer.ui.parts import hint_of
from journey_viewer.ui.store import Store

_HEIGHT, _STAR = 32, 16
_NO_BREAK = "\u00a0"
_CHOOSE_HINT = "Choose them for the deep dive, or let them go (C on the list)"


class PersonBar(QWidget):
    """Follows the Store. ``desk`` does what is asked for here and in the list's own menu."""

    def __init__(self, store: Store, people: People, theme: Theme) -> None:
        super().__init__()
        self._store, self._people = store, people
        self.desk = PersonDesk(store, people, self)
        self.menu = PersonMenu(store, self.desk, self)
        self.choose = QPushButton()
        self.choose.setObjectName("star")
        self.choose.setCheckable(True)
        self.more = QToolButton()
        self.more.setObjectName("menu")
        self.more.setText("More  ▾")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip("What else can be done for this person")
        self.more.setAccessibleName("What else can be done for this person")
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setMenu(self.menu)
        for widget in (self.choose, self.more):
            widget.setMinimumHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.more)
        people.addActions(self.menu.keys)
        people.customContextMenuRequested.connect(self._on_people_menu_requested)
        self.choose.clicked.connect(self.desk.toggle_chosen)
        store.changed.connect(self._on_store_changed)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """The stars in the theme's colour, as large as the words beside them."""
        accent, size = theme.colours["accent"], theme.scaled(_STAR)
        self._stars = {filled: star_icon(accent, size, filled=filled) for filled in (False, True)}
        self.choose.setIconSize(QSize(size, size))
        self._show_star(self._store.session)

    def _show_star(self, session: Session) -> None:
        self.choose.setIcon(self._stars[session.view.person in session.document.chosen])

    def _on_store_changed(self, _old: Session, new: Session) -> None:
        person = new.view.person
        chosen = person in new.document.chosen
        self.setVisible(person is not None)
        self.choose.setChecked(chosen)
        self.choose.setText("Chosen" if chosen else "Choose")
        self._show_star(new)
        self.choose.setEnabled(not new.keeping.read_only)
        self.choose.setToolTip(hint_of(why_not(new)) or _CHOOSE_HINT)
        self.choose.setAccessibleDescription(why_not(new) or _CHOOSE_HINT)

    def _on_people_menu_requested(self, where: QPoint) -> None:
        self.menu.popup(self._people.viewport().mapToGlobal(where))


def standing(session: Session) -> str:
    """Quiet words about the person on the desk: who else they are on the lists, and whether they object."""
    person, document = session.view.person, session.document
    if person is None:
        return ""
    others = " and ".join(map(session.label, document.edits.records_joined_to(person)))
    parts = (
        f"together with {others}" if others else "",
        "objects: not shared".replace(" ", _NO_BREAK) if person in document.objectors else "",
    )
    return " · ".join(part for part in parts if part)
