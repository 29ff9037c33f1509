from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journey_viewer.errors import CaseFileReadOnly
from journey_viewer.model.kept import Keeping
from journey_viewer.ui.main_window import MainWindow

ROW = "Albertine Quillfeather,07/05/1961,{day},GP,Cough\n"
HEADINGS = "Person,Date of birth,Date,Service,Reason\n"


@pytest.fixture
def offered(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """Two lists, each with somebody of the same full name and date of birth and no NHS number."""
    for name, day in (("one.csv", "03/04/2025"), ("two.csv", "09/04/2025")):
        (tmp_path / name).write_text(HEADINGS + ROW.format(day=day), encoding="utf-8")
    with qtbot.waitSignal(window.tasks.ended):
        window.open_lists([tmp_path])
    return window


def test_people_who_may_be_one_are_offered_by_label_and_kept_apart(offered: MainWindow) -> None:
    assert len(offered.store.session.document.order) == 2
    assert len(offered.lists.offers.sentences) == 1
    assert offered.lists.offers.sentences[0].startswith("Case A and Case B are on different lists")
    assert "Quillfeather" not in offered.lists.offers.sentences[0]


def test_an_accepted_offer_makes_one_journey(offered: MainWindow) -> None:
    offered.store.look(place="lists")
    offered.lists.offers.findChildren(QPushButton)[0].click()
    session = offered.store.session
    assert len(session.document.people) == 1
    assert len(session.case(session.document.people[0]).touchpoints) == 2
    assert offered.lists.offers.sentences == []
    assert session.view.place == "lists"


def test_where_the_case_file_may_only_be_looked_at_nobody_is_made_one(offered: MainWindow) -> None:
    offered.store.say_kept(Keeping("Riverside", read_only=True))
    offered.lists.offers.findChildren(QPushButton)[0].click()
    assert len(offered.store.session.document.people) == 2
    assert offered.notice.text == str(CaseFileReadOnly())
