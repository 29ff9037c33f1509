"""What is written in Patterns is kept and can be undone: ideas, actions, thresholds."""

from collections.abc import Iterator
from typing import Any

import pytest
from invented import BARNABY, OTTILIE
from patterns_place_kit import Place, a_place, rest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog
from pytestqt.qtbot import QtBot

from journey_viewer.model.actions import ActionStatus
from journey_viewer.model.attribution import Attribution
from journey_viewer.model.casework import Casework, MoneyNeed, NeedCategory
from journey_viewer.model.words import Service
from journey_viewer.patterns.definitions import defaults
from journey_viewer.ui import dialogs
from journey_viewer.ui.patterns.idea_card import IdeaCard
from journey_viewer.ui.patterns.thresholds_dialog import ThresholdsDialog

IDEA = "Ring everybody on the day after"


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    with a_place(qtbot) as made:
        yield made


@pytest.fixture
def dialog(place: Place) -> Iterator[ThresholdsDialog]:
    made = ThresholdsDialog(place.patterns, {"P01.days": 14, "P19.share": 0.5}, locked=False)
    yield made
    made.deleteLater()


def card(place: Place) -> IdeaCard:
    return place.patterns.meeting.cards["P01"]


def write(place: Place, idea: str = IDEA) -> None:
    QTest.keyClicks(card(place).idea.field, idea)
    place.store.settle()


def test_every_common_pattern_has_a_card_and_no_other(place: Place) -> None:
    common = [row.pattern for row in place.patterns.found.table.rows if row.common]
    assert list(place.patterns.meeting.cards) == common
    assert card(place).title.text().replace("\u00a0", " ") == "A&E soon after the GP (3 of 3)"


def test_an_idea_is_kept_and_can_be_undone(place: Place) -> None:
    write(place)
    assert place.store.session.document.ideas == {"P01": IDEA}
    place.store.undo()
    assert place.store.session.document.ideas == {}
    assert card(place).idea.draft.shown == ""
    place.store.redo()
    assert card(place).idea.draft.shown == IDEA


def test_an_idea_that_is_emptied_is_gone(place: Place) -> None:
    write(place)
    card(place).idea.field.clear()
    place.store.settle()
    assert place.store.session.document.ideas == {}


def test_an_idea_about_what_is_no_longer_common_stays_in_sight(place: Place) -> None:
    write(place)
    place.store.choose(chosen=place.store.session.document.chosen[:2])
    assert card(place).title.text().replace("\u00a0", " ") == "A&E soon after the GP (2 of 2, not common now)"
    assert card(place).idea.draft.shown == IDEA


def test_an_action_is_for_all_cases_and_knows_its_pattern(place: Place) -> None:
    card(place).add.click()
    line = next(iter(card(place).lines.values()))
    QTest.keyClicks(line.what.field, "Try it for a month")
    place.store.settle()
    action = place.store.session.document.actions[0]
    assert (action.person, action.pattern, action.what) == (None, "P01", "Try it for a month")
    place.store.undo()
    assert place.store.session.document.actions == ()
    assert card(place).lines == {}


def test_an_action_that_says_nothing_is_not_kept(place: Place) -> None:
    card(place).add.click()
    place.store.look(place="deep_dive")
    assert place.store.session.document.actions == ()


def test_a_deleted_action_comes_back_with_undo(place: Place) -> None:
    card(place).add.click()
    line = next(iter(card(place).lines.values()))
    QTest.keyClicks(line.what.field, "Try it")
    place.store.settle()
    line.remove.click()
    assert whats(place) == []
    place.store.undo()
    assert whats(place) == ["Try it"]


def test_a_name_in_an_idea_is_hidden_with_the_names(place: Place) -> None:
    place.store.choose(ideas={"P01": "Ask Ottilie"})
    assert card(place).idea.draft.shown == "Ask …"
    place.store.look(names_shown=True)
    assert card(place).idea.draft.shown == "Ask Ottilie"


def whats(place: Place) -> list[str]:
    return [action.what for action in place.store.session.document.actions]


def test_the_field_of_a_new_action_is_in_sight(place: Place, qtbot: QtBot) -> None:
    place.patterns.activateWindow()
    place.patterns.resize(1280, 400)  # too low for the last card: it has to be scrolled to
    meeting = place.patterns.meeting
    bar, room = meeting.verticalScrollBar(), meeting.viewport()

    def is_too_low() -> bool:
        return place.patterns.height() < 500 and bar.maximum() > 0

    qtbot.waitUntil(is_too_low)  # a real window is made smaller by and by
    last = list(meeting.cards.values())[-1]
    last.add.click()
    field = next(iter(last.lines.values())).what.field

    def was_scrolled_to() -> bool:
        middle = field.mapTo(room, field.rect().center())
        return bar.value() > 0 and field.isVisible() and bool(room.rect().contains(middle))

    qtbot.waitUntil(was_scrolled_to)


def answering(days: int) -> Any:
    def answered(dialog: QDialog) -> bool:
        assert isinstance(dialog, ThresholdsDialog)
        field = dialog.limits["P01.days"].field
        assert not isinstance(field, QCheckBox)
        field.setValue(days)
        dialog.use.click()
        return True

    return answered


def test_a_threshold_is_changed_for_the_case_file_and_can_be_undone(
    place: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "answered", answering(1))
    place.patterns.thresholds.click()
    rest(place, qtbot)
    assert place.store.session.document.thresholds == {"P01.days": 1}
    assert place.patterns.thresholds.text() == "Thresholds: edit… (1 changed)"
    place.store.undo()
    rest(place, qtbot)
    assert place.counts("P01") == [2, 1, 1]


def test_a_dialog_that_is_left_changes_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "answered", QDialog.isModal)
    place.patterns.thresholds.click()
    assert place.store.session.document.thresholds == {}


def test_every_threshold_can_be_edited(dialog: ThresholdsDialog) -> None:
    assert dialog.limits.keys() == defaults().keys()
    assert dialog.changed == {"P01.days": 14, "P19.share": 0.5}


def test_one_threshold_is_put_back(dialog: ThresholdsDialog) -> None:
    dialog.limits["P01.days"].back.click()
    dialog.use.click()
    assert dialog.answer == {"P19.share": 0.5}


def test_all_thresholds_are_put_back(dialog: ThresholdsDialog) -> None:
    dialog.all_back.click()
    assert not dialog.all_back.isEnabled()
    dialog.use.click()
    assert dialog.answer == {}


def test_no_threshold_changes_by_being_shown(place: Place) -> None:
    shown = ThresholdsDialog(place.patterns, {}, locked=False)
    assert shown.changed == {}
    shown.deleteLater()


def test_thresholds_cannot_be_used_where_the_file_may_only_be_looked_at(place: Place) -> None:
    shown = ThresholdsDialog(place.patterns, {}, locked=True)
    assert not shown.use.isEnabled()
    assert not shown.limits["P01.days"].isEnabled()
    shown.deleteLater()


def test_what_people_said_of_the_needs_is_counted_with_how_many_are_not_said(place: Place) -> None:
    needs = place.patterns.meeting.needs
    assert needs.text.startswith("Nothing was said yet.")
    place.store.choose(
        casework={
            OTTILIE: Casework(NeedCategory.LIFE, money_needs=frozenset({MoneyNeed.DEBT})),
            BARNABY: Casework(NeedCategory.FRAIL),
        }
    )
    assert needs.text.splitlines() == [
        "Struggling with life: 1 of 2 (50%); Older and frail: 1 of 2 (50%); not said of 1.",
        "Advice about money asked for: 1 of 3 (33%).",
    ]


def test_where_an_ae_visit_could_have_been_is_counted_too(place: Place) -> None:
    session = place.store.session
    visit = next(one for one in session.case(OTTILIE).touchpoints if one.service is Service.AE)
    place.store.choose(attributions={visit.number: Attribution.GP})
    told = "Of their A&E visits 1 of 4 were talked about: the GP practice 1."
    assert place.patterns.meeting.needs.text == told


def test_an_action_for_all_cases_has_who_leads_and_how_it_stands(place: Place) -> None:
    card(place).add.click()
    line = next(iter(card(place).lines.values()))
    QTest.keyClicks(line.what.field, "Ring them")
    QTest.keyClicks(line.lead.field, "Practice manager")
    place.store.settle()
    line.status.told.emit(ActionStatus.BLOCKED)
    [action] = place.store.session.document.actions
    assert (action.person, action.pattern, action.lead, action.status) == (
        *(None, "P01"),
        *("Practice manager", ActionStatus.BLOCKED),
    )
