"""The place "Find" by itself on a few invented people, and waiting for what it works out off the GUI thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from invented import BARNABY, OTTILIE, WILHELMINA, contact, session_on
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_viewer.drawing.fonts import font
from journey_viewer.model.words import Outcome, Service
from journey_viewer.session import Session
from journey_viewer.theme import load_theme
from journey_viewer.ui.find.place import Find
from journey_viewer.ui.find.table_model import Index
from journey_viewer.ui.store import Store
from journey_viewer.work.attender_list import Column

_LONG = 20_000  # milliseconds
SOME = (  # Ottilie stays, Barnaby is new, Wilhelmina comes less
    *(contact(OTTILIE, f"2025-{month:02}-03 10:00", place="Weir Lane") for month in range(1, 10)),
    *(contact(OTTILIE, f"2024-{month:02}-03 10:00", place="Weir Lane") for month in range(1, 10)),
    contact(OTTILIE, "2025-10-01 10:00", outcome=Outcome.DID_NOT_ATTEND),
    *(contact(BARNABY, f"2025-{month:02}-07 10:00", place="Millbrook") for month in range(1, 6)),
    *(contact(BARNABY, f"2025-{month:02}-08 23:00", Service.AE) for month in range(1, 8)),
    contact(WILHELMINA, "2025-02-01 10:00", place="Weir Lane"),
    *(contact(WILHELMINA, f"2024-{month:02}-11 10:00", place="Weir Lane") for month in range(1, 5)),
    contact(WILHELMINA, "2025-12-31 10:00", Service.COMMUNITY),
)


@dataclass(frozen=True)
class Place:
    """The place and what it follows, without the window around it, which takes much longer to make."""

    store: Store
    find: Find

    @property
    def people(self) -> list[object]:
        """Whom the list shows."""
        return [line.person for line in self.find.table.rows.lines]

    def cell(self, person: int, column: Column) -> Index:
        row = self.people.index(person)
        return self.find.table.rows.index(row, column)


@contextmanager
def a_place(qtbot: QtBot, session: Session | None = None) -> Iterator[Place]:
    """The place shown on its own, with everything found."""
    store = Store()
    QApplication.setFont(font(load_theme().sizes["text"]))
    find = Find(store, load_theme())
    qtbot.addWidget(find)
    find.resize(1280, 700)
    find.show()
    store.open(session_on(*SOME) if session is None else session)
    store.look(place="find")
    place = Place(store, find)
    rest(place, qtbot)
    yield place
    find.forget()


def rest(place: Place, qtbot: QtBot) -> None:
    """Wait until nothing is being worked out."""

    def done() -> bool:
        return not place.find.seeking.busy

    qtbot.waitUntil(done, timeout=_LONG)
