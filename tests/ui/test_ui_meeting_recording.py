"""What is asked in the room, what becomes of the answers, and what the wall may show of them while they are typed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from invented import BARNABY, OTTILIE, PEOPLE, WILHELMINA, contact, session_on
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Casework, Level, LevelReason
from journey_viewer.model.findings import Finding, Said
from journey_viewer.model.linking import joined
from journey_viewer.model.meeting_steps import begin_meeting
from journey_viewer.model.sharing import ForSharing
from journey_viewer.model.words import Service
from journey_viewer.patterns.find import find_patterns
from journey_viewer.privacy.identifiers import known_identifiers
from journey_viewer.privacy.words.scrubber import Scrubber
from journey_viewer.session import with_document
from journey_viewer.ui.meeting_desk.casting import Cast
from journey_viewer.ui.meeting_desk.due import day_of, offered
from journey_viewer.ui.meeting_desk.entry import Entry
from journey_viewer.ui.meeting_desk.questions import Ask
from journey_viewer.ui.meeting_desk.recording import Recording
from journey_viewer.ui.meeting_desk.said import Speaker
from journey_viewer.ui.meeting_desk.veiled import HELD_BACK, Seen, while_typed
from journey_viewer.ui.share.making import Reader
from journey_viewer.ui.store import Store
from journey_viewer.work.guard import cleaner

TODAY = date(2026, 11, 28)
VISITS = ((3, Service.AE), (5, Service.AE), (7, Service.AE))


@pytest.fixture
def store(qapp: QApplication) -> Store:
    """A meeting was begun."""
    made = Store()
    session = session_on()
    made.open(replace(session, document=begin_meeting(session.document, TODAY)))
    return made


@pytest.fixture
def recording(store: Store) -> Iterator[Recording]:
    parent = QObject()
    yield Recording(store, parent, lambda: TODAY)
    parent.deleteLater()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 weeks", date(2026, 12, 19)),
        ("in 2 months", date(2027, 1, 28)),
        ("10 d", date(2026, 12, 8)),
        ("14 April", date(2027, 4, 14)),
        ("1st Dec", date(2026, 12, 1)),
        ("14/4/2027", date(2027, 4, 14)),
        ("5.12", date(2026, 12, 5)),
        ("soon", None),
        ("31 Feb", None),
        ("14 Blob", None),
        ("", None),
    ],
)
def test_a_day_is_understood_as_people_type_it(text: str, day: date | None) -> None:
    assert day_of(text, TODAY) == day


def test_the_day_offered_is_the_day_kept() -> None:
    assert [day_of(words.split(":")[0], TODAY) for words in offered(TODAY)] == [
        date(2026, 12, 12),
        date(2026, 12, 26),
        date(2027, 2, 28),
    ]


def test_typing_leaves_the_choices_that_hold_it() -> None:
    entry = Entry(0, (Ask.LEADS,), ("Lead GP", "Practice manager", "Lead nurse"))
    assert entry.type("lead").seen == (0, 2)
    assert entry.type("lead gp").answer.place == 0
    assert entry.type("Somebody else").answer.text == "Somebody else"
    assert entry.type("lead").move(1).move(1).answer.text == "Lead nurse"


def test_a_figure_is_no_choice_where_a_day_may_begin_with_it() -> None:
    assert Entry(0, (Ask.LEADS,), ("Lead GP",)).is_numbered
    assert not Entry(0, (Ask.DUE,), offered(TODAY)).is_numbered


def test_a_level_is_two_keys_and_one_step_back(store: Store, recording: Recording) -> None:
    before = store.session.document
    recording.begin(Ask.LEVEL, OTTILIE)
    assert recording.pick(3)
    assert recording.pick(2)
    (decision,) = store.session.document.meetings[0].decisions
    assert decision.level is Level.NEIGHBOURHOOD
    assert decision.level_reasons == {LevelReason.COLLABORATION}
    assert store.session.document.casework_of(OTTILIE).level is Level.NEIGHBOURHOOD
    store.undo()
    assert store.session.document == before


def test_the_level_stays_where_nobody_says_why(store: Store, recording: Recording) -> None:
    recording.begin(Ask.LEVEL, OTTILIE)
    recording.pick(1)
    recording.leave()
    assert store.session.document.meetings[0].decisions[0].level is Level.PRACTICE


def test_why_a_level_was_proposed_stays_when_the_meeting_agrees(store: Store, recording: Recording) -> None:
    proposed = Casework(level=Level.PLACE, level_why="housing is theirs")
    store.choose(casework={OTTILIE: proposed})
    recording.begin(Ask.LEVEL, OTTILIE)
    recording.pick(4)
    recording.leave()
    assert store.session.document.meetings[0].decisions[0].level_why == "housing is theirs"


def test_an_action_says_who_when_which_pattern_and_for_whom(store: Store, recording: Recording) -> None:
    recording.begin(Ask.WHAT, OTTILIE)
    recording.type("a shared plan")
    recording.accept()
    recording.type("The council")
    recording.accept()
    recording.type("2 weeks")
    recording.accept()
    assert recording.entry is not None
    assert recording.entry.ask in (Ask.PATTERN, Ask.WHOSE)
    while recording.entry is not None and recording.entry.ask is not Ask.WHOSE:
        recording.accept()
    recording.pick(2)
    assert not store.session.document.actions, "the further questions are still to come"
    recording.leave()
    (action,) = store.session.document.actions
    assert (action.what, action.lead, action.due) == ("a shared plan", "The council", date(2026, 12, 12))
    assert (action.person, action.meeting, action.raised) == (None, 1, TODAY)


def test_an_owner_who_was_written_once_is_offered_the_next_time(store: Store, recording: Recording) -> None:
    for _ in range(2):
        recording.begin(Ask.WHAT, BARNABY)
        recording.type("ring them")
        recording.accept()
        assert recording.entry is not None
        offers = recording.entry.choices
        recording.type("Housing officer")
        recording.finish()
    assert offers[0] == "Housing officer"


def test_a_day_that_is_none_is_said_and_nothing_is_written(store: Store, recording: Recording) -> None:
    recording.begin(Ask.WHAT, OTTILIE)
    recording.type("a plan")
    recording.accept()
    recording.accept()
    recording.type("whenever")
    recording.accept()
    assert recording.entry is not None
    assert "14 April" in recording.entry.trouble
    assert store.session.document.actions == ()


def test_what_is_half_typed_is_kept_when_everything_is_to_be_settled(
    store: Store, recording: Recording
) -> None:
    recording.begin(Ask.IDEA, OTTILIE)
    recording.type("a walk-in hour")
    store.settle()
    assert store.session.document.meetings[0].decisions[0].ideas == ("a walk-in hour",)


def test_an_empty_idea_is_none(store: Store, recording: Recording) -> None:
    before = store.session.document
    recording.begin(Ask.IDEA, OTTILIE)
    recording.accept()
    recording.leave()
    assert store.session.document is before


def seen(text: str) -> Seen:
    """While it is typed, by somebody who knows the invented people."""
    lists = session_on().lists
    known = known_identifiers(lists, lists)
    return while_typed(text, cleaner(known), Scrubber(known).read, known.names, ())


@pytest.mark.parametrize("name", [person.name for person in PEOPLE])
@pytest.mark.parametrize("spelt", [str, str.lower, str.upper])
def test_no_part_of_a_name_is_seen_at_any_letter(name: str, spelt: type[str]) -> None:
    text = spelt(f"please ask {name} about the plan today")
    for end in range(len(text) + 1):
        shown = seen(text[:end]).text.casefold()
        assert [part for part in name.casefold().split() if part[:3] in shown] == []


@pytest.mark.parametrize(
    "number", ["020 7946 0123", "999 000 0018", "9990000026", "14/03/1950", "3 February 1950"]
)
def test_no_part_of_a_number_or_day_is_seen_at_any_letter(number: str) -> None:
    text = f"ring {number} about the plan today"
    for end in range(len(text) + 1):
        assert not any(map(str.isdigit, seen(text[:end]).text)), text[:end]


def test_plain_words_are_seen_a_word_later() -> None:
    assert seen("a shared plan with ") == Seen(f"a shared plan {HELD_BACK}")
    assert seen("a shared plan with the team ").text == f"a shared plan with the {HELD_BACK}"


@pytest.mark.parametrize("typed", ["Handley Parker", "14/03/1950", "SW1A 1AA"])
def test_what_is_typed_where_one_only_chooses_is_seen_while_a_choice_holds_it(typed: str) -> None:
    lists = session_on().lists
    known = known_identifiers(lists, lists)
    speaker = Speaker(Cast(reader=Reader(lists, lists), known=known), session_on())
    begun = Entry(0, (Ask.LEVEL,), ("Practice", "Neighbourhood (the PCN)"))
    assert speaker.typing(begun.type("neighb"), "Case A").text == "neighb"
    shown = {speaker.typing(begun.type(typed[:end]), "Case A").text for end in range(1, len(typed) + 1)}
    assert HELD_BACK in shown
    assert all(len(text) < 3 for text in shown - {HELD_BACK})


def test_on_the_agenda_are_actions_about_who_was_joined_to_a_case_and_about_no_child_whom_nobody_chose() -> (
    None
):
    people = (PEOPLE[0], PEOPLE[1], replace(PEOPLE[2], born=date(2015, 1, 1)))
    session = session_on(people=people)
    actions = (
        Action(1, BARNABY, "one plan"),
        Action(2, WILHELMINA, "a quiet room"),
        Action(3, None, "a list"),
    )
    document = joined(replace(session.document, actions=actions, chosen=(OTTILIE,)), OTTILIE, BARNABY)
    session = with_document(session, begin_meeting(document, TODAY))
    cast = Cast(people=(OTTILIE,), reader=Reader(session.lists, session.imported))
    (meeting,) = session.document.meetings
    assert Speaker(cast, session).agenda(meeting).carried == ("Case A: one plan", "All cases: a list")


def test_why_something_is_not_seen_is_said() -> None:
    assert seen("ask Ottilie Quayle about the plan ").hidden.endswith("a name.")


def test_the_wall_offers_no_pattern_that_rests_on_what_may_not_be_told(qapp: QApplication) -> None:
    """On somebody's own age, on reasons, on what was dismissed, left out or marked as sensitive."""
    rows = [contact(BARNABY, f"2025-03-{day:02} 10:00", service) for day, service in VISITS]
    made, asked = Store(), QObject()
    session = session_on(*rows)
    document = begin_meeting(replace(session.document, thresholds={"P23.oldest": 99.0}), TODAY)
    made.open(replace(session, document=document))
    told = Recording(made, asked, lambda: TODAY)
    assert _offered(told, BARNABY) == {"A&E again within 7 days", "Crisis cluster: 3+ unscheduled in 14 days"}
    numbers = [int(number) for number in session.case(BARNABY).touchpoints.number]
    findings = [one for one in find_patterns(session.case(BARNABY)) if isinstance(one, Finding)]
    dismissed = {str(one.key): Said.DISMISSED for one in findings if one.pattern == "P02"}
    made.choose(said_of_findings=dismissed)
    assert _offered(told, BARNABY) == {"Crisis cluster: 3+ unscheduled in 14 days"}
    made.choose(sharing={BARNABY: ForSharing(dropped=frozenset(numbers[1:]))})
    assert _offered(told, BARNABY) == set()
    asked.deleteLater()


def _offered(recording: Recording, person: int) -> set[str]:
    """The patterns among which the room chooses."""
    recording.begin(Ask.WHAT, person)
    for words in ("a plan", "", ""):
        recording.type(words)
        recording.accept()
    entry = recording.entry
    assert entry is not None
    told = set(entry.choices) if entry.ask is Ask.PATTERN else set()
    recording.forget()
    return told
