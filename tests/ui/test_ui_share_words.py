"""Every word that was written for sharing is shown, and the unknown ones wait for a tick."""

from collections.abc import Iterator
from typing import Any

import pytest
from invented import BARNABY, CLINICIANS, OTTILIE, WILHELMINA, session_on
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from share_kit import Place, a_place, rest

from journey_viewer.model.actions import Action
from journey_viewer.model.notes import Note
from journey_viewer.model.sharing import ForSharing

CHECK = Qt.ItemDataRole.CheckStateRole
ABOUT = ForSharing(about="Goes to the wibblesome group; daughter Susan rang")


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Place]:
    with a_place(qtbot, session_on(), OTTILIE) as place:
        yield place


def written(window: Place, qtbot: QtBot, **document: Any) -> list[str]:
    """What the rows say once this was written."""
    window.store.choose(**document)
    rest(window, qtbot)
    return rows(window)


def rows(window: Place) -> list[str]:
    model = window.share.words.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def subtitle(window: Place) -> str:
    """What stands under the title of the shown case's page."""
    (page,) = [page for page in window.share.making.made.pages if page.label == "Case A"]
    return next(line.text for line in page.lines if line.role == "subtitle")


def tab(window: Place) -> str:
    return window.share.written.tabs.tabText(0)


def test_what_is_taken_out_and_what_nobody_knows_are_told(opened: Place, qtbot: QtBot) -> None:
    assert written(opened, qtbot, sharing={OTTILIE: ABOUT}) == [
        "Case A · About the person: Goes to the wibblesome group; daughter Susan rang. relative’s name: now [name]",
        "“wibblesome”. in none of our lists of words: goes out as […]",
    ]
    assert tab(opened) == "Words to check (1 of 1)"
    assert subtitle(opened) == "Woman, 70–79. Goes to the […] group; daughter [name] rang."


def test_a_tick_lets_the_word_go_out_and_is_undone(opened: Place, qtbot: QtBot) -> None:
    written(opened, qtbot, sharing={OTTILIE: ABOUT})
    words = opened.share.words.list
    words.setCurrentIndex(words.model().index(1, 0))
    QTest.keyClick(words, Qt.Key.Key_Space)
    assert opened.store.session.document.sharing_of(OTTILIE).kept_words == {"wibblesome"}
    rest(opened, qtbot)
    assert "wibblesome group" in subtitle(opened)
    assert tab(opened) == "Words to check (0 of 1)"
    assert rows(opened)[1] == "“wibblesome”. looked at: goes out as it is"
    opened.store.undo()
    rest(opened, qtbot)
    assert "[…] group" in subtitle(opened)


def test_a_word_is_ticked_with_the_mouse(opened: Place, qtbot: QtBot) -> None:
    written(opened, qtbot, sharing={OTTILIE: ABOUT})
    words = opened.share.words.list
    box = words.visualRect(words.model().index(1, 0))
    QTest.mouseClick(
        words.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 42, box.center().y())
    )
    assert opened.store.session.document.sharing_of(OTTILIE).kept_words == {"wibblesome"}


def test_all_unknown_words_of_a_text_are_ticked_at_once(opened: Place, qtbot: QtBot) -> None:
    both = ForSharing(about="The wibblesome group and the zorbfest")
    told = written(opened, qtbot, sharing={OTTILIE: both})
    assert len(told) == 3
    model = opened.share.words.model
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked, CHECK)
    assert opened.store.session.document.sharing_of(OTTILIE).kept_words == {"wibblesome", "zorbfest"}


def test_every_text_of_every_ticked_case_is_read(opened: Place, qtbot: QtBot) -> None:
    sharing = {
        OTTILIE: ForSharing(headline="Never the same face twice", different=("One named nurse",)),
        WILHELMINA: ForSharing(about="Not ticked"),
    }
    written(
        opened,
        qtbot,
        sharing=sharing,
        chosen=(OTTILIE, BARNABY),
        notes=(Note(1, BARNABY, "Rang twice", shared=True), Note(2, BARNABY, "Mine")),
        actions=(Action(1, OTTILIE, "Call a meeting"), Action(2, None, "Meet again")),
        pack_title="Riverside",
    )
    opened.share.words.all.click()
    assert [told.split(": ")[0] for told in rows(opened)] == [
        "Title of the first slide",
        "Case A · Headline",
        "Case A · What could be different",
        "Case A · Action",
        "Case B · Note",
        "All cases · Action",
    ]
    assert tab(opened) == "Words to check (0 of 6)"


def test_reasons_are_read_once_they_are_to_be_shared(opened: Place, qtbot: QtBot) -> None:
    rest(opened, qtbot)
    assert rows(opened) == []
    opened.share.rules.reasons.click()
    rest(opened, qtbot)
    opened.share.words.all.click()
    assert "Case A · Reason on the lists: Chest pain" in rows(opened)


def test_a_word_about_all_cases_is_ticked_and_taken_back(opened: Place, qtbot: QtBot) -> None:
    written(opened, qtbot, actions=(Action(1, None, "Visit the wibblesome group"),))
    model = opened.share.words.model
    for state, told in ((Qt.CheckState.Checked, "visit"), (Qt.CheckState.Unchecked, "[…]")):
        assert model.setData(model.index(1, 0), state, CHECK)
        rest(opened, qtbot)
        assert ("[…]" in told) == ("[…]" in str(opened.share.making.made.pages[-1].notes))


def test_with_names_hidden_no_name_on_the_lists_is_read_here(opened: Place, qtbot: QtBot) -> None:
    text = ForSharing(about=f"Barnaby Thistle met {CLINICIANS[0]} there")
    hidden = written(opened, qtbot, sharing={OTTILIE: text})
    assert not any(name in row for row in hidden for name in ("Barnaby", "Thistle", "Lavender", "Oakes"))
    opened.store.look(names_shown=True)
    assert "Barnaby Thistle" in rows(opened)[0]


def test_a_title_with_a_name_of_the_lists_holds_the_export_up(opened: Place, qtbot: QtBot) -> None:
    written(opened, qtbot, pack_title="About Wilhelmina Frost")
    assert not opened.share.export.isEnabled()
    assert opened.share.wait.text().startswith("The title of the first slide holds a name")
    written(opened, qtbot, pack_title="Riverside PCN")
    assert opened.share.export.isEnabled()


def test_a_title_that_may_be_a_name_goes_out_once_somebody_says_that_it_names_nobody(
    opened: Place, qtbot: QtBot
) -> None:
    written(opened, qtbot, pack_title="Frost PCN")
    share, told = opened.share, opened.store.session.to_share([OTTILIE])
    assert not share.export.isEnabled()
    assert not told.title_agreed
    assert share.wait.text().startswith("The title of the first slide holds a word that is also a name")
    share.names_nobody.click()
    assert share.export.isEnabled()
    assert opened.store.session.to_share([OTTILIE]).title_agreed
    written(opened, qtbot, pack_title="Thistle PCN")
    assert not share.export.isEnabled()
    opened.store.look(names_shown=True)
    assert "“Thistle”" in share.wait.text()


def test_where_nothing_was_written_it_says_what_to_do(opened: Place, qtbot: QtBot) -> None:
    rest(opened, qtbot)
    assert opened.share.words.said.text().startswith("Nothing was written for sharing.")
    assert tab(opened) == "Words to check"
