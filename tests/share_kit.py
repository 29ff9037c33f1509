"""The place "Share" by itself, and waiting for what it works out off the GUI thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from pytestqt.qtbot import QtBot

from journey_viewer.session import Session
from journey_viewer.theme import load_theme
from journey_viewer.ui.share.place import Share
from journey_viewer.ui.store import Store

_LONG = 20_000  # milliseconds


class HasShare(Protocol):
    @property
    def share(self) -> Share: ...


@dataclass(frozen=True)
class Place:
    """The place and what it follows, without the window around it, which takes much longer to make."""

    store: Store
    share: Share


@contextmanager
def a_place(qtbot: QtBot, session: Session, person: int | None = None) -> Iterator[Place]:
    """The place shown on its own, looking at this person."""
    store = Store()
    share = Share(store, load_theme())
    qtbot.addWidget(share)
    share.resize(1280, 700)
    share.show()
    store.open(session)
    store.look(place="share", person=session.view.person if person is None else person)
    yield Place(store, share)
    share.forget()


def rest(window: HasShare, qtbot: QtBot) -> None:
    """Wait until nothing is being worked out."""
    share = window.share

    def done() -> bool:
        return not share.making.thinking.busy and not share.risks.thinking.busy

    qtbot.waitUntil(done, timeout=_LONG)
