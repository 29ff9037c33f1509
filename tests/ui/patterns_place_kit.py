"""The place "Patterns" by itself on a few invented journeys, and waiting for what it works out off the GUI thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from invented import BARNABY, OTTILIE, WILHELMINA, contact, session_on
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_viewer.drawing.fonts import font
from journey_viewer.model.words import Service
from journey_viewer.session import Session
from journey_viewer.theme import load_theme
from journey_viewer.ui.patterns.model import Index
from journey_viewer.ui.patterns.place import Patterns
from journey_viewer.ui.store import Store

_LONG = 20_000  # milliseconds
SOON = (  # A&E within 7 days of a GP contact: twice, once, once
    *(
        contact(OTTILIE, "2025-01-07"),
        contact(OTTILIE, "2025-02-03"),
        contact(OTTILIE, "2025-02-05", Service.AE),
    ),
    *(contact(OTTILIE, "2025-06-02"), contact(OTTILIE, "2025-06-03", Service.AE)),
    *(contact(BARNABY, "2025-03-03"), contact(BARNABY, "2025-03-10", Service.AE)),
    *(contact(WILHELMINA, "2025-05-05"), contact(WILHELMINA, "2025-05-06", Service.AE)),
)


@dataclass(frozen=True)
class Place:
    """The place and what it follows, without the window around it, which takes much longer to make."""

    store: Store
    patterns: Patterns

    def row(self, pattern: str) -> int:
        """Where a pattern stands."""
        return [row.pattern for row in self.patterns.found.table.rows].index(pattern)

    def index(self, pattern: str, column: int) -> Index:
        model = self.patterns.grid.model()
        return model.index(self.row(pattern), column)

    def counts(self, pattern: str) -> list[int | None]:
        return [square.count for square in self.patterns.found.table.rows[self.row(pattern)].squares]


@contextmanager
def a_place(qtbot: QtBot, session: Session | None = None) -> Iterator[Place]:
    """The place shown on its own, with everything worked out."""
    store = Store()
    QApplication.setFont(
        font(load_theme().sizes["text"])
    )  # as in the window: dialogs are as large as their text asks
    patterns = Patterns(store, load_theme())
    qtbot.addWidget(patterns)
    patterns.resize(1280, 700)
    patterns.show()
    store.open(session_on(*SOON) if session is None else session)
    store.look(place="patterns")
    place = Place(store, patterns)
    rest(place, qtbot)
    yield place
    patterns.forget()


def rest(place: Place, qtbot: QtBot) -> None:
    """Wait until nothing is being worked out."""

    def done() -> bool:
        return not place.patterns.found.thinking.busy

    qtbot.waitUntil(done, timeout=_LONG)
