from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from invented import session_on
from journeys_kit import share
from pptx import Presentation
from pytestqt.qtbot import QtBot
from share_kit import rest

from journey_viewer.commands.sources import walk
from journey_viewer.privacy.identifiers import known_identifiers
from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.work.guard import Guard
from journey_viewer.work.pack_files import DECK_NAME, Wanted
from journey_viewer.work.share_pack import share_pack


def _template(words: str) -> bytes:
    """A .pptx with these words on its master."""
    deck, content = Presentation(), BytesIO()
    deck.slide_master.placeholders[0].text_frame.text = words
    deck.save(content)
    return content.getvalue()


@pytest.mark.usefixtures("qapp")
def test_a_template_may_say_whose_it_is_even_where_the_lists_know_that_name(tmp_path: Path) -> None:
    session = session_on()
    clinician = next(filter(None, session.imported.touchpoints.clinician.words))
    known = known_identifiers(session.imported)
    wanted = Wanted(frozenset({"pptx"}), template=_template(clinician))
    told = session.to_share(session.shared_people)
    (path,) = walk(share_pack(told, tmp_path, wanted, Guard(known), date(2026, 1, 15))).files
    master = Presentation(str(path)).slide_master
    assert master.placeholders[0].text_frame.text == clinician
    assert known.are_in([clinician])


def test_a_template_chosen_in_the_place_share_gives_the_deck_its_look(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "Our look.potx"
    own.write_bytes(_template("Riverside look"))
    monkeypatch.setattr(dialogs, "ask_for_template", lambda _parent: own)
    window.store.open(session_on())
    window.store.look(place="share")
    rest(window, qtbot)
    window.share.files.template.click()
    share(qtbot, window, tmp_path / "pack")
    deck = Presentation(str(tmp_path / "pack" / DECK_NAME))
    assert deck.slide_master.placeholders[0].text_frame.text == "Riverside look"
    assert len(deck.slides) > 3
