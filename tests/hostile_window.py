"""What hostile texts reach beside the places: menus, boxes that wait, and the page on which one begins."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from hostile import session_of
from invented import BARNABY, OTTILIE

from journey_viewer.model.kept import Keeping
from journey_viewer.model.linking import joined
from journey_viewer.session import with_document
from journey_viewer.theme import load_theme
from journey_viewer.ui.dialogs import (  # the real ones, before any test puts others there
    ask_again,
    ask_sure,
    tell,
)
from journey_viewer.ui.keeping.preferences import remember_case_file, remember_case_files
from journey_viewer.ui.keeping.start_page import StartPage
from journey_viewer.ui.main_window import MainWindow


def show_hostile_menus(window: MainWindow, payloads: Sequence[str]) -> None:
    """Somebody with two records, a touchpoint looked at, in a case file that may only be looked at."""
    session = session_of(payloads)
    window.store.open(with_document(session, joined(session.document, OTTILIE, BARNABY)))
    window.store.look(place="deep_dive", person=OTTILIE, names_shown=True, touchpoint=0)
    window.store.say_kept(Keeping(payloads[0], read_only=True, why=f"Open elsewhere: {payloads[0]}"))


def boxes_of(window: MainWindow, payload: str) -> list[Callable[[], object]]:
    """Each box that waits, with the payload wherever a text stands; the crash box is the first of them."""
    return [
        partial(tell, window, payload, payload, payload),
        partial(ask_sure, window, payload, payload, payload),
        partial(ask_again, window, payload, payload, payload, payload),
    ]


def recent_page(payloads: Sequence[str]) -> tuple[StartPage, list[str]]:
    """The page on which one begins, with case files named so that were open before; and the payloads as paths."""
    names = [str(Path(payload)) for payload in payloads]
    remember_case_files(wanted=True)
    for name in names:
        remember_case_file(Path(f"/cases/{name}.journey"))
    return StartPage(load_theme()), names
