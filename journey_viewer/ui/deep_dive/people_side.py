"""The left of the desk: search, the chosen or everybody, and the list of them."""

from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.model.phrases import many
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.compared import LEAST
from journey_viewer.ui.deep_dive.people import People
from journey_viewer.ui.deep_dive.search import chosen_people, shows_everybody
from journey_viewer.ui.parts import label
from journey_viewer.ui.stops import stop_at_checked
from journey_viewer.ui.store import Store

_COMPARE_HINT = "The chosen people's journeys under each other on one axis (Ctrl+M)"


class PeopleSide(QFrame):
    """Follows the Store: lists the chosen in their order, or everybody, or whom a search finds among all."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("people")
        self.setMinimumWidth(200)
        self._store = store
        self.people = People(theme)
        self.search = QLineEdit()
        self.chosen = _half("left", "The people of the deep dive, in their order")
        self.everybody = _half("right", "Everybody on the lists, busiest first")
        self.compare = QPushButton()
        self.said = label(role="quiet", wrap=True)
        self._asking = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._put_together()
        self._connect_signals()

    def _put_together(self) -> None:
        self.search.setPlaceholderText("Search people, reasons, services")
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)  # lists may be dropped here too: they are the window's
        self.search.setAccessibleName("Search people, reasons and services")
        self.compare.setObjectName("toggle")
        self.compare.setCheckable(True)
        self.compare.setToolTip(_COMPARE_HINT)
        self.compare.setAccessibleDescription(_COMPARE_HINT)
        both = QWidget()
        halves = QHBoxLayout(both)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        self._ways = QButtonGroup(self)
        for half in (self.chosen, self.everybody):
            self._ways.addButton(half)
            halves.addWidget(half, 1)
        for widget in (self.search, both, self.compare):
            self._asking.addWidget(widget)
        self._asking.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.setSpacing(8)
        top.addLayout(self._asking)
        top.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 1, 0)  # clear of the line on the right
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.people)

    def lie(self, *, flat: bool) -> None:
        """Above the list, search and buttons under each other; ``flat``: beside each other, where there is the room."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._asking.setDirection(across if flat else down)

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.people.person_chosen.connect(self._on_people_person_chosen)
        self.search.textChanged.connect(self._on_search_text_changed)
        self.chosen.clicked.connect(self._on_chosen_clicked)
        self.everybody.clicked.connect(self._on_everybody_clicked)
        self.compare.clicked.connect(self._on_compare_clicked)

    def _on_store_changed(self, old: Session, new: Session) -> None:
        if _differs(old, new):
            self.search.setText(new.view.search)
            self.people.show_session(new)
            self._say(new)
        elif new.view.person != old.view.person:
            self.people.choose(new.view.person)
        self.compare.setChecked(new.view.comparing)

    def _say(self, session: Session) -> None:
        chosen, everybody = len(chosen_people(session)), len(session.document.people)
        self.chosen.setText(f"Chosen {chosen:,}")
        self.chosen.setEnabled(chosen > 0)
        self.everybody.setText(f"Everybody {everybody:,}")
        self.compare.setText(f"Compare the chosen ({chosen:,})")
        self.compare.setEnabled(chosen >= LEAST or session.view.comparing)
        (self.everybody if shows_everybody(session) else self.chosen).setChecked(True)
        stop_at_checked(self._ways)
        said = _found(self.people.count, everybody) if session.view.search.strip() else _children(session)
        self.said.setText(said)
        self.said.setVisible(bool(said))

    def _on_people_person_chosen(self, person: int) -> None:
        if person != self._store.session.view.person:
            self._store.look(person=person)

    def _on_search_text_changed(self, text: str) -> None:
        if text != self._store.session.view.search:
            self._store.look(search=text)

    def _on_chosen_clicked(self) -> None:
        self._store.look(everybody=False, search="")

    def _on_compare_clicked(self, comparing: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._store.look(comparing=comparing)

    def _on_everybody_clicked(self) -> None:
        self._store.look(everybody=True)


def _differs(old: Session, new: Session) -> bool:
    """Whether the list shows other people, or says other things of them."""
    told = ("window", "chosen", "order", "objecting", "removed")
    looked = ("search", "names_shown", "everybody")
    return (
        new.imported is not old.imported
        or any(getattr(new.document, name) != getattr(old.document, name) for name in told)
        or new.document.ready != old.document.ready
        or any(getattr(new.view, name) != getattr(old.view, name) for name in looked)
    )


def _found(count: int, everybody: int) -> str:
    return f"{count:,} of {everybody:,} people" if count else "Nobody found. Try other words."


def _children(session: Session) -> str:
    """Whoever chooses should know that children are chosen one by one, and whether any are."""
    if shows_everybody(session):
        count = len(session.children & frozenset(session.document.people))
        return f"{_people(count)} under 18: chosen one by one only." if count else ""
    count = len(session.children & frozenset(chosen_people(session)))
    return f"Among them {_people(count)} under 18." if count else ""


def _people(count: int) -> str:
    return many(count, "person", "people")


def _half(side: str, hint: str) -> QPushButton:
    """One of two buttons side by side of which one is down."""
    made = QPushButton()
    made.setObjectName("half")
    made.setProperty("side", side)
    made.setCheckable(True)
    made.setToolTip(hint)
    made.setAccessibleDescription(hint)
    return made
