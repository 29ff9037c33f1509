"""Every page as it will leave, one after another."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from invented import BARNABY, IDENTITIES, OTTILIE, WILHELMINA, session_on
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from share_kit import Place, a_place, rest
from writing_kit import bring_forward

from journey_viewer.model.actions import Action
from journey_viewer.model.sharing import ForSharing
from journey_viewer.ui.share.pages import Pages


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Place]:
    session = session_on()
    session = replace(session, document=replace(session.document, actions=(Action(1, None, "Meet again"),)))
    with a_place(qtbot, session, OTTILIE) as place:
        rest(place, qtbot)
        yield place


@pytest.fixture
def pages(opened: Place) -> Pages:
    return opened.share.pages


def where(pages: Pages) -> str:
    return pages.bar.where.text()


def test_the_pages_go_from_the_title_to_the_actions(opened: Place, pages: Pages) -> None:
    for _ in range(9):
        pages.bar.before.click()
    seen = [where(pages)]
    while pages.bar.after.isEnabled():
        pages.bar.after.click()
        seen.append(where(pages))
    labels = ("Title", "How to read", "Case A", "Case B", "Case C", "Actions")
    assert seen == [f"{label}, page {place} of 6" for place, label in enumerate(labels, start=1)]


@pytest.mark.parametrize(
    ("key", "there"), [(Qt.Key.Key_PageDown, "Case B"), (Qt.Key.Key_PageUp, "How to read")]
)
def test_the_page_keys_go_on_wherever_the_focus_is(
    opened: Place, pages: Pages, qtbot: QtBot, key: Qt.Key, there: str
) -> None:
    bring_forward(opened.share, qtbot)
    opened.share.cases.setFocus()
    QTest.keyClick(opened.share.cases, key)
    assert where(pages).split(",")[0] == there


def test_going_on_to_a_case_shows_that_case(opened: Place, pages: Pages) -> None:
    pages.step(1)
    assert opened.store.session.view.person == BARNABY
    pages.step(1)
    pages.step(1)
    assert where(pages).startswith("Actions")
    assert opened.store.session.view.person == WILHELMINA


def test_a_choice_is_seen_on_the_page_and_the_old_one_stays_until_then(
    opened: Place, pages: Pages, qtbot: QtBot
) -> None:
    before = pages.preview.accessibleDescription()
    opened.store.choose(sharing={OTTILIE: ForSharing(headline="Never the same face twice")})
    assert pages.preview.accessibleDescription() == before
    rest(opened, qtbot)
    (page,) = [page for page in opened.share.making.made.pages if page.label == "Case A"]
    assert next(line.text for line in page.lines).startswith("Case A: Never the same face twice")


def test_a_page_that_is_not_ticked_says_that_it_will_not_leave(
    opened: Place, pages: Pages, qtbot: QtBot
) -> None:
    opened.store.choose(chosen=(BARNABY,))
    rest(opened, qtbot)
    assert pages.bar.remark.text() == "Not ticked: this page will not leave."
    assert pages.preview.accessibleDescription()


def test_the_anonymised_page_is_copied_as_text_and_picture_unasked(opened: Place, pages: Pages) -> None:
    pages.bar.as_text.trigger()
    copied = QGuiApplication.clipboard().text()
    assert "Case A: 6 touchpoints" in copied
    assert not any(name in copied for name in IDENTITIES)
    pages.bar.as_picture.trigger()
    assert QGuiApplication.clipboard().image().width() == 1920


def test_a_page_with_a_name_on_it_is_not_copied(opened: Place, pages: Pages, qtbot: QtBot) -> None:
    told: list[str] = []
    pages.told.connect(told.append)
    opened.store.choose(pack_title="About Wilhelmina Frost")
    rest(opened, qtbot)
    QGuiApplication.clipboard().setText("mine")
    while pages.bar.before.isEnabled():
        pages.bar.before.click()
    pages.bar.as_text.trigger()
    assert QGuiApplication.clipboard().text() == "mine"
    assert told[0].startswith("This page holds a name")


def test_with_nobody_ticked_there_is_no_pack(opened: Place, pages: Pages, qtbot: QtBot) -> None:
    opened.store.choose(chosen=())
    rest(opened, qtbot)
    assert not pages.bar.before.isEnabled()
    assert not pages.bar.after.isEnabled()
