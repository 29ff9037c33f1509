"""What rules found, beside the journey and on it."""

import pytest
from invented import BARNABY, OTTILIE, contact, session_on
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journey_viewer.model.findings import Finding, Said
from journey_viewer.model.people import Window
from journey_viewer.model.words import Service
from journey_viewer.theme import load_theme
from journey_viewer.ui.deep_dive import found
from journey_viewer.ui.deep_dive.findings import FindingRow
from journey_viewer.ui.deep_dive.findings_list import FindingsList
from journey_viewer.ui.deep_dive.findings_tab import FindingsTab
from journey_viewer.ui.deep_dive.side import FINDINGS
from journey_viewer.ui.main_window import MainWindow

GP_THEN_AE = (
    contact(OTTILIE, "2025-02-03"),
    contact(OTTILIE, "2025-02-05", Service.AE),
    contact(OTTILIE, "2025-05-01"),
    contact(OTTILIE, "2025-05-04", Service.AE),
    contact(BARNABY, "2025-01-20"),
)


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.store.open(session_on(*GP_THEN_AE))
    window.store.look(person=OTTILIE)
    window.deep_dive.side.show_tab(FINDINGS)
    return window


@pytest.fixture
def tab(opened: MainWindow) -> FindingsTab:
    return opened.deep_dive.side.findings


def found_in(tab: FindingsTab) -> list[Finding]:
    return [row.finding for row in tab.list.rows if row.finding is not None]


def test_each_finding_has_its_name_its_sentence_and_its_days(tab: FindingsTab) -> None:
    first, second = tab.list.rows[:2]
    assert (first.title, first.days) == ("A&E within 7 days of a GP contact", "3 Feb 2025 to 5 Feb 2025")
    assert first.finding is not None
    assert first.text == first.finding.sentence
    assert (first.headed, second.headed) == (True, False)


def test_what_cannot_be_told_stands_at_the_end_with_why(tab: FindingsTab) -> None:
    told = [row.finding is not None for row in tab.list.rows]
    assert told == sorted(told, reverse=True)
    assert tab.list.rows[-1].text.startswith("Cannot be told: ")


def test_choosing_a_finding_chooses_its_first_contact_and_its_days(
    opened: MainWindow, tab: FindingsTab
) -> None:
    tab.list.choose(1)
    view, chosen = opened.store.session.view, found_in(tab)[1]
    assert view.finding == chosen.key
    assert (view.touchpoint, view.span) == (2, Window(chosen.first, chosen.last))
    opened.store.look(touchpoint=0)
    assert opened.store.session.view.finding is None


def test_a_dismissed_finding_goes_to_the_end_and_off_the_picture_and_comes_back(
    opened: MainWindow, tab: FindingsTab
) -> None:
    tab.list.choose(0)
    dismissed = found_in(tab)[0]
    links = opened.deep_dive.swimlane.picture.links  # type: ignore[union-attr]
    tab.dismiss.click()
    assert opened.store.session.document.said_of_findings == {str(dismissed.key): Said.DISMISSED}
    assert tab.list.rows[-1].finding == dismissed
    assert tab.list.rows[-1].remark.startswith("Dismissed")
    assert len(opened.deep_dive.swimlane.picture.links) == len(links) - 1  # type: ignore[union-attr]
    opened.store.undo()
    assert found_in(tab)[0] == dismissed
    assert opened.deep_dive.swimlane.picture.links == links  # type: ignore[union-attr]


def test_a_finding_can_be_confirmed_and_that_taken_back(opened: MainWindow, tab: FindingsTab) -> None:
    tab.list.choose(0)
    tab.confirm.click()
    assert list(opened.store.session.document.said_of_findings.values()) == [Said.CONFIRMED]
    assert tab.list.rows[0].remark == "Confirmed"
    tab.confirm.click()
    assert opened.store.session.document.said_of_findings == {}


def test_nothing_is_said_of_what_is_not_chosen(opened: MainWindow, tab: FindingsTab) -> None:
    assert not any(one.isEnabled() for one in (tab.confirm, tab.dismiss, tab.what))
    tab.list.choose(len(tab.list.rows) - 1)
    assert tab.what.isEnabled()
    assert not tab.confirm.isEnabled()


def test_what_a_pattern_is_stands_one_click_away(tab: FindingsTab) -> None:
    tab.list.choose(0)
    tab.what.click()
    words = [one.text() for one in tab.definition.findChildren(QLabel)]
    assert tab.definition.isVisible()
    assert words[0] == tab.list.rows[0].title
    assert "within 7 days" in words[1]
    assert words[3].startswith("Source: ")


def test_findings_can_be_left_off_the_picture(opened: MainWindow) -> None:
    swimlane, pill = opened.deep_dive.swimlane, opened.deep_dive.tools.findings
    assert len(swimlane.picture.links) == 2  # type: ignore[union-attr]
    pill.click()
    assert swimlane.picture.links == ()  # type: ignore[union-attr]
    assert not opened.store.session.view.found


def test_a_long_journey_is_looked_through_off_the_gui_thread(
    opened: MainWindow, tab: FindingsTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "AT_ONCE", 0)
    with qtbot.waitSignal(opened.deep_dive.found.changed):
        opened.store.open(session_on(*GP_THEN_AE))
        opened.store.look(person=OTTILIE)
        assert tab.list.rows == []
    assert len(found_in(tab)) > 1


def test_an_answer_about_lists_that_were_closed_is_dropped(
    opened: MainWindow, tab: FindingsTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "AT_ONCE", 0)
    with qtbot.waitSignal(opened.deep_dive.found.changed):
        opened.store.open(session_on(*GP_THEN_AE))
        opened.store.look(person=OTTILIE)
        opened.store.open(session_on(contact(BARNABY, "2025-01-20")))
        opened.store.look(person=BARNABY)
    QApplication.processEvents()
    assert not [one for one in found_in(tab) if one.pattern == "P01"]


def test_of_thousands_of_findings_the_first_are_laid_out_and_any_can_be_reached(qtbot: QtBot) -> None:
    shown = FindingsList(load_theme())
    qtbot.addWidget(shown)
    many = [FindingRow("P01", "A&E soon", "", f"Finding {number}") for number in range(3000)]
    shown.show_rows(many, None)
    assert shown.model().rowCount() == 200
    shown.choose(2500)
    assert shown.chosen == many[2500]
    assert 2500 < shown.model().rowCount() < 3000
