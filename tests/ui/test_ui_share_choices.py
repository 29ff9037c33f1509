"""What leaves of the shown case is chosen in the rows of the left card."""

from collections.abc import Iterator

import pytest
from invented import BARNABY, OTTILIE, session_on
from pytestqt.qtbot import QtBot
from share_kit import Place, a_place

from journey_viewer.model.kept import Keeping
from journey_viewer.model.notes import Note
from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.model.words import Family
from journey_viewer.session import Session
from journey_viewer.ui.share.rules_card import RuleRow, RulesCard


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Place]:
    with a_place(qtbot, session_on(), OTTILIE) as place:
        yield place


@pytest.fixture
def rules(opened: Place) -> RulesCard:
    return opened.share.rules


def choose(row: RuleRow, words: str) -> None:
    assert row.menu is not None
    next(action for action in row.menu.actions() if action.text().startswith(words)).trigger()


def said(row: RuleRow) -> str:
    return str(row.value.property("text")).removesuffix("  ▾")


def choices(window: Place, person: int = OTTILIE) -> ForSharing:
    return window.store.session.document.sharing_of(person)


@pytest.mark.parametrize(
    ("row", "words", "expected"),
    [
        ("age", "Five-year", ForSharing(five_years=True)),
        ("time", "Quarters", ForSharing(quarters=True)),
        (
            "services",
            "Tell as “Hospital",
            ForSharing(folded=frozenset({Family.HOSPITAL})),
        ),
    ],
)
def test_a_choice_is_the_shown_persons_and_is_undone(
    opened: Place, rules: RulesCard, row: str, words: str, expected: ForSharing
) -> None:
    before = said(getattr(rules, row))
    choose(getattr(rules, row), words)
    assert choices(opened) == expected
    assert choices(opened, BARNABY) == AS_USUAL
    assert said(getattr(rules, row)) != before
    opened.store.undo()
    assert choices(opened) == AS_USUAL
    assert said(getattr(rules, row)) == before


def test_the_same_can_be_chosen_for_every_ticked_case(opened: Place, rules: RulesCard) -> None:
    opened.store.choose(sharing={BARNABY: ForSharing(about="Lives alone")})
    choose(rules.time, "Quarters")
    choose(rules.time, "The same for every")
    assert choices(opened, BARNABY) == ForSharing(quarters=True, about="Lives alone")
    opened.store.undo()
    assert choices(opened, BARNABY) == ForSharing(about="Lives alone")


def test_contacts_that_were_taken_out_are_put_back(opened: Place, rules: RulesCard) -> None:
    assert rules.dropped.isHidden()
    opened.store.choose(sharing={OTTILIE: ForSharing(dropped=frozenset({1, 2}))})
    assert said(rules.dropped) == "2"
    choose(rules.dropped, "Put them back")
    assert choices(opened) == AS_USUAL
    assert rules.dropped.isHidden()


def test_reasons_are_off_until_ticked_and_off_again_with_other_lists(opened: Place, rules: RulesCard) -> None:
    assert not rules.reasons.isChecked()
    rules.reasons.click()
    assert opened.store.session.view.reasons
    opened.store.open(session_on())
    opened.store.look(place="share")
    assert not rules.reasons.isChecked()


def test_it_says_how_many_notes_were_ticked(opened: Place, rules: RulesCard) -> None:
    assert said(rules.notes) == "left out"
    notes = (Note(1, OTTILIE, "Rang twice", shared=True), Note(2, OTTILIE, "Mine"))
    opened.store.choose(notes=notes)
    assert said(rules.notes) == "1 of 2 notes, checked"


def test_where_it_may_only_be_looked_at_nothing_is_chosen(opened: Place, rules: RulesCard) -> None:
    opened.store.say_kept(Keeping("Riverside", read_only=True))
    assert not rules.age.value.isEnabled()


def test_with_nobody_to_show_nothing_is_chosen(opened: Place, rules: RulesCard) -> None:
    opened.store.open(Session())
    assert not rules.age.value.isEnabled()
