"""Identities in every field of three cases and typed in the room: the wall never shows one. Pixels in `make torture`."""

from pathlib import Path

from meeting_planted_kit import held, one_of_each, read
from planted import planted_lists
from pytestqt.qtbot import QtBot
from reading_back import Found
from searching import Search

from journey_viewer.ui.main_window import MainWindow

PEOPLE, IDENTIFIERS = 3, 220


def test_nothing_of_anybody_is_ever_on_the_wall(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    planted = planted_lists(PEOPLE, IDENTIFIERS)
    search, words = Search(planted.planted), list(one_of_each(planted))
    read(qtbot, window, planted, tmp_path)
    listener = None
    for listener in held(window, qtbot, words):
        listener.listen()
    assert listener is not None
    heard = [text for text in listener.heard if text]
    assert len(heard) > 200
    assert any("[name]" in text for text in heard), "what was typed was shown, cleaned"
    found = {
        (hit.identifier, text) for text in heard for hit in search.hits([Found("wall", text, shown=True)])
    }
    assert found == set()
