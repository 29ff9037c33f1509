"""The Needs tab: what is found out about one person."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from invented import BARNABY, OTTILIE, session_on
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from writing_kit import bring_forward, type_into

from journey_viewer.model.actions import Action, ActionStatus
from journey_viewer.model.casework import Casework, Coping, Helps, Level, LifeNeed, NeedCategory
from journey_viewer.model.meeting_steps import begin_meeting
from journey_viewer.ui.deep_dive.actions_box import ActionCard
from journey_viewer.ui.deep_dive.choices import Choice, Ticks
from journey_viewer.ui.deep_dive.needs_tab import NeedsTab
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.main_window import MainWindow

TEXTS = (
    "matters", "tried", "strengths", "people_around", "whole", "course", "trigger", "question", "level_why",
)  # fmt: skip


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.store.open(session_on())
    bring_forward(window, qtbot)
    window.deep_dive.side.show_tab(2)
    for section in needs(window).sections.values():
        section.head.setChecked(True)
    return window


def needs(window: MainWindow) -> NeedsTab:
    return window.deep_dive.side.needs


def casework(window: MainWindow, person: int = OTTILIE) -> Casework:
    return window.store.session.document.casework_of(person)


def keep(window: MainWindow, **fields: Any) -> None:
    window.store.choose(casework={OTTILIE: replace(casework(window), **fields)})


def written(window: MainWindow, name: str) -> Written:
    widget = needs(window).fields[name].widget
    assert isinstance(widget, Written)
    return widget


def ticks(window: MainWindow, name: str) -> Ticks:
    widget = needs(window).fields[name].widget
    assert isinstance(widget, Ticks)
    return widget


def choice(window: MainWindow, name: str) -> Choice:
    widget = needs(window).fields[name].widget
    assert isinstance(widget, Choice)
    return widget


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_written_into_its_own_field(opened: MainWindow, name: str) -> None:
    type_into(written(opened, name).field, "words")
    opened.store.settle()
    told: dict[str, Any] = {name: "words"}
    assert casework(opened) == Casework(**told)


def test_every_field_of_the_casework_can_be_filled_in(opened: MainWindow) -> None:
    elsewhere = {"ready", "coping"}
    assert set(needs(opened).fields) | elsewhere == set(Casework.__dataclass_fields__)


def test_a_choice_is_kept(opened: MainWindow) -> None:
    box = choice(opened, "level").box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert casework(opened).level is Level.PRACTICE


def test_ticks_are_kept(opened: MainWindow) -> None:
    for need in (LifeNeed.FRIENDS, LifeNeed.EATING):
        ticks(opened, "life_needs").boxes[need].click()
    ticks(opened, "life_needs").boxes[LifeNeed.EATING].click()
    assert casework(opened).life_needs == {LifeNeed.FRIENDS}


def test_partners_are_one_a_line(opened: MainWindow) -> None:
    type_into(written(opened, "partners").field, "Housing\nA volunteer")
    opened.store.settle()
    assert casework(opened).partners == ("Housing", "A volunteer")
    assert written(opened, "partners").draft.shown == "Housing\nA volunteer"


def test_somebody_else_has_fields_of_their_own(opened: MainWindow) -> None:
    keep(opened, matters="Home", helps=frozenset({Helps.TEAM}), category=NeedCategory.FRAIL, ready=True)
    opened.store.look(person=BARNABY)
    assert written(opened, "matters").draft.shown == ""
    assert not any(box.isChecked() for box in ticks(opened, "helps").boxes.values())
    assert choice(opened, "category").box.currentText() == "Not said yet"
    assert not needs(opened).ready.isChecked()


def test_what_is_typed_stays_with_whom_it_is_about(opened: MainWindow) -> None:
    type_into(written(opened, "matters").field, "Home")
    opened.store.look(person=BARNABY)
    assert casework(opened).matters == "Home"
    assert casework(opened, BARNABY) == Casework()


def test_undo_takes_back_one_thing_at_a_time(opened: MainWindow) -> None:
    type_into(written(opened, "matters").field, "Home")
    ticks(opened, "helps").boxes[Helps.TEAM].click()
    opened.store.undo()
    assert casework(opened) == Casework(matters="Home")
    assert not ticks(opened, "helps").boxes[Helps.TEAM].isChecked()


def test_ready_shows_in_the_list_of_people(opened: MainWindow) -> None:
    needs(opened).ready.click()
    model = opened.deep_dive.people.model()
    assert model.index(0, 0).data().endswith(", ready for the meeting")
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Ready for the meeting"
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_rating_needs_a_number_and_who_says_so(opened: MainWindow) -> None:
    box = needs(opened).coping
    assert not box.add.isEnabled()
    box.scale.buttons[1].click()
    assert not box.add.isEnabled()
    box.by.setCurrentText("GP")
    box.add.click()
    assert casework(opened).coping == (Coping(2, "GP", date.today()),)
    assert not box.add.isEnabled()


def test_the_newest_rating_stands_first(opened: MainWindow) -> None:
    keep(opened, coping=(Coping(3, "The person", date(2025, 9, 3)), Coping(2, "GP", date(2025, 4, 2))))
    told = [label.text() for label in needs(opened).coping.findChildren(QLabel) if "·" in label.text()]
    assert told == ["3 getting by · The person · 3 Sep 2025", "2 struggling · GP · 2 Apr 2025"]
    assert needs(opened).sections["Need and coping"].head.text() == "Need and coping · 3 getting by"


def test_a_rating_can_be_taken_away(opened: MainWindow) -> None:
    older, newer = Coping(2, "GP", date(2025, 4, 2)), Coping(3, "The person", date(2025, 9, 3))
    keep(opened, coping=(older, newer))
    removes = [made for made in needs(opened).coping.findChildren(QPushButton) if made.text() == "Remove"]
    assert [made.accessibleName() for made in removes] == [
        "Remove the rating of 3 Sep 2025",
        "Remove the rating of 2 Apr 2025",
    ]
    removes[0].click()
    assert casework(opened).coping == (older,)


def test_a_rating_that_was_begun_is_not_given_to_somebody_else(opened: MainWindow) -> None:
    box = needs(opened).coping
    box.scale.buttons[1].click()
    box.by.setCurrentText("GP")
    opened.store.look(person=BARNABY)
    assert box.by.currentText() == ""
    assert not box.add.isEnabled()


def card(window: MainWindow) -> ActionCard:
    (only,) = needs(window).follow_up.cards.values()
    return only


def actions(window: MainWindow) -> tuple[Action, ...]:
    return window.store.session.document.actions


def test_an_action_is_kept_from_its_first_word(opened: MainWindow) -> None:
    needs(opened).follow_up.add.click()
    assert actions(opened) == ()
    type_into(card(opened).what.field, "Named GP")
    type_into(card(opened).lead.field, "GP partner")
    opened.store.settle()
    assert actions(opened) == (Action(1, OTTILIE, "Named GP", "GP partner", raised=date.today()),)


def test_an_action_that_is_begun_while_a_meeting_is_open_is_raised_in_it(opened: MainWindow) -> None:
    opened.store.write(begin_meeting(opened.store.session.document, date.today()))
    needs(opened).follow_up.add.click()
    type_into(card(opened).what.field, "Named GP")
    opened.store.settle()
    assert [action.meeting for action in actions(opened)] == [1]


def test_an_action_says_who_by_when_and_how_it_stands(opened: MainWindow) -> None:
    opened.store.choose(actions=(Action(7, OTTILIE, "Named GP"),))
    type_into(card(opened).sponsor.field, "Director")
    type_into(card(opened).delivers.field, "Practice")
    card(opened).due.tick.click()
    card(opened).status.box.activated.emit(1)
    (action,) = actions(opened)
    assert (action.sponsor, action.delivers, action.status) == ("Director", "Practice", ActionStatus.DONE)
    assert action.due == card(opened).due.box.day
    card(opened).due.tick.click()
    assert actions(opened)[0].due is None


def test_an_action_that_says_nothing_yet_can_be_deleted(opened: MainWindow) -> None:
    needs(opened).follow_up.add.click()
    card(opened).remove.click()
    assert needs(opened).follow_up.cards == {}


def test_a_deleted_action_comes_back_by_undo(opened: MainWindow) -> None:
    opened.store.choose(actions=(Action(7, OTTILIE, "Named GP"), Action(8, BARNABY, "Call")))
    card(opened).remove.click()
    assert [action.number for action in actions(opened)] == [8]
    assert needs(opened).follow_up.cards == {}
    opened.store.undo()
    assert card(opened).what.draft.shown == "Named GP"


def test_undo_of_a_new_action_takes_its_card_away(opened: MainWindow) -> None:
    needs(opened).follow_up.add.click()
    type_into(card(opened).what.field, "Named GP")
    opened.store.undo()
    assert needs(opened).follow_up.cards == {}


def test_a_closed_section_hides_what_is_in_it_and_sums_it_up(opened: MainWindow) -> None:
    keep(opened, life_needs=frozenset({LifeNeed.FRIENDS}))
    section = needs(opened).sections["What a good life rests on"]
    section.head.click()
    assert not ticks(opened, "life_needs").isVisible()
    assert section.head.text() == "What a good life rests on · 1 ticked"
    assert section.head.accessibleName().endswith(", closed")


def test_the_wheel_scrolls_and_changes_nothing(opened: MainWindow) -> None:
    box, none = choice(opened, "category").box, Qt.MouseButton.NoButton
    middle = QPointF(box.rect().center())
    turned = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turned)
    assert casework(opened) == Casework()


def test_what_was_written_is_shown_without_names(opened: MainWindow) -> None:
    keep(
        opened,
        matters="Ottilie Quayle wants to stay at home",
        coping=(Coping(2, "Ottilie", date(2025, 4, 2)),),
    )
    assert written(opened, "matters").draft.shown == "… … wants to stay at home"
    told = [label.text() for label in needs(opened).coping.findChildren(QLabel)]
    assert "2 struggling · … · 2 Apr 2025" in told
