"""What can be told of an action in the room after the quick questions, and how a recorded one is taken up again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from invented import BARNABY, OTTILIE, WILHELMINA, contact, listed, session_on
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from journey_viewer.model.actions import Action, ActionStatus
from journey_viewer.model.casework import Casework
from journey_viewer.model.document import Document
from journey_viewer.model.meeting_steps import begin_meeting, decide
from journey_viewer.model.meetings import Decision
from journey_viewer.model.owners import Named, choices, partner_for
from journey_viewer.model.words import Outcome, Service
from journey_viewer.patterns.definitions import patterns
from journey_viewer.privacy.identifiers import known_identifiers
from journey_viewer.ui.meeting_desk import fitting
from journey_viewer.ui.meeting_desk.answering import answers
from journey_viewer.ui.meeting_desk.entry import Entry
from journey_viewer.ui.meeting_desk.hints import hint, left
from journey_viewer.ui.meeting_desk.questions import ASKED, FURTHER, Ask
from journey_viewer.ui.meeting_desk.recording import Recording
from journey_viewer.ui.store import Store
from journey_viewer.work.guard import cleaner

TODAY = date(2026, 11, 28)
VISITS = tuple(
    contact(BARNABY, f"2025-03-{day:02} 10:00", service)
    for day, service in ((3, Service.AE), (5, Service.AE), (7, Service.AMBULANCE))
)
PLAN = Action(
    1, OTTILIE, "one plan", "Lead GP", "PCN clinical director", "Link worker", date(2026, 12, 12),
    partner="Housing", invited=True, review=date(2027, 3, 1), expected="fewer crises", measure="they say so",
)  # fmt: skip
RING = Action(2, None, "ring them", "Practice manager")
Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def store(qapp: QApplication) -> Store:
    """A meeting was begun, to which somebody of the police came."""
    made = Store()
    session = session_on(*VISITS, contact(OTTILIE, "2025-01-01"), contact(WILHELMINA, "2025-01-01"))
    document = begin_meeting(session.document, TODAY, attendees=("Lead GP", "Police"))
    made.open(replace(session, document=document))
    return made


@pytest.fixture
def recording(store: Store) -> Iterator[Recording]:
    parent = QObject()
    yield Recording(store, parent, lambda: TODAY)
    parent.deleteLater()


def entry_of(recording: Recording) -> Entry:
    assert recording.entry is not None
    return recording.entry


def asked_on(recording: Recording, until: Ask, told: dict[Ask, str], person: int | None = BARNABY) -> Entry:
    """Up to this question; "#2" answers with the second choice, nothing where there is no answer."""
    recording.begin(Ask.WHAT, person)
    while (entry := entry_of(recording)).ask is not until:
        said = told.get(entry.ask, "a plan" if entry.ask is Ask.WHAT else "")
        if said.startswith("#"):
            recording.move(1)
            for _ in range(int(said[1:]) - 1):
                recording.move(1)
        else:
            recording.type(said)
        recording.accept()
    return entry


def tell(recording: Recording, texts: Sequence[str]) -> None:
    for text in texts:
        recording.type(text)
        recording.accept()


def take_up(recording: Recording, part: int, person: int | None = OTTILIE) -> None:
    """This part of the first of the actions."""
    recording.begin(Ask.WHICH, person)
    for number in (1, part):
        recording.pick(number)


def press(
    recording: Recording, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        text = chr(key) if key < 128 else ""
        assert answers(recording, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


def test_the_quick_questions_come_first_and_the_further_ones_are_all_optional() -> None:
    asks = ASKED[Ask.WHAT]
    assert asks[:5] == (Ask.WHAT, Ask.LEADS, Ask.DUE, Ask.PATTERN, Ask.WHOSE)
    assert asks[5:] == FURTHER
    standing = [Entry(0, asks, at=at).is_enough for at in range(len(asks))]
    assert standing == [False] * 5 + [True] * 7


def test_everything_that_an_action_holds_can_be_told_and_is_one_step(
    store: Store, recording: Recording
) -> None:
    before = store.session.document
    asked_on(recording, Ask.PARTNER, {Ask.LEADS: "Lead GP", Ask.DUE: "2 weeks"})
    tell(recording, ("Housing", "yes", "The board", "Volunteers", "fewer crises", "they say so", "3 months"))
    (action,) = store.session.document.actions
    assert (action.lead, action.sponsor, action.delivers) == ("Lead GP", "The board", "Volunteers")
    assert (action.partner, action.invited) == ("Housing", True)
    assert (action.expected, action.measure) == ("fewer crises", "they say so")
    assert (action.due, action.review) == (date(2026, 12, 12), date(2027, 2, 28))
    store.undo()
    assert store.session.document == before


def test_what_nobody_said_is_not_recorded_however_often_enter_is_pressed(
    store: Store, recording: Recording
) -> None:
    asked_on(recording, Ask.PARTNER, {})
    while recording.entry is not None:
        recording.accept()
    (action,) = store.session.document.actions
    assert action == Action(1, BARNABY, "a plan", raised=TODAY, meeting=1)


def test_esc_among_the_further_questions_keeps_what_was_said_and_before_them_nothing(
    store: Store, recording: Recording
) -> None:
    asked_on(recording, Ask.SPONSOR, {Ask.PARTNER: "Housing"})
    recording.type("half a word")
    press(recording, Key.Key_Escape)
    (action,) = store.session.document.actions
    assert (action.partner, action.sponsor) == ("Housing", "")
    asked_on(recording, Ask.DUE, {})
    press(recording, Key.Key_Escape)
    assert len(store.session.document.actions) == 1


@pytest.mark.parametrize(
    ("key", "held"), [(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier), (Key.Key_Left, ALT)]
)
def test_a_step_back_keeps_the_answers_and_they_stand_there_again(
    recording: Recording, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    asked_on(recording, Ask.DUE, {Ask.WHAT: "a plan for all", Ask.LEADS: "#2"})
    led = entry_of(recording).said(Ask.LEADS)
    recording.type("14 April")
    press(recording, key, key, held=held)
    assert (entry_of(recording).ask, entry_of(recording).typed) == (Ask.WHAT, "a plan for all")
    press(recording, key, held=held)
    assert entry_of(recording).ask is Ask.WHAT, "there is none before the first"
    recording.accept()
    assert (entry_of(recording).answer, entry_of(recording).chosen) == (led, 1)
    recording.accept()
    assert entry_of(recording).typed == "14 April"


def test_an_answer_that_is_taken_away_again_is_none(store: Store, recording: Recording) -> None:
    asked_on(recording, Ask.DUE, {Ask.LEADS: "#1"})
    recording.back()
    press(recording, Key.Key_Backspace)
    recording.finish()
    assert store.session.document.actions[0].lead == ""


def test_whether_a_partner_is_invited_is_asked_where_there_is_one(store: Store, recording: Recording) -> None:
    assert left(asked_on(recording, Ask.PARTNER, {})) == "optional, then 5 more"
    recording.accept()
    assert entry_of(recording).ask is Ask.SPONSOR
    recording.back()
    recording.type("police")
    recording.accept()
    assert entry_of(recording).answer.text == "Yes, invited", "the police are at the table"
    recording.pick(2)
    recording.back()
    recording.back()
    recording.type("Housing")
    recording.finish()
    (action,) = store.session.document.actions
    assert (action.partner, action.invited) == ("Housing", False)


def test_a_partner_who_is_at_the_table_is_invited_though_nobody_says_so(
    store: Store, recording: Recording
) -> None:
    asked_on(recording, Ask.PARTNER, {})
    recording.type("Police")
    recording.finish()
    assert store.session.document.actions[0].invited


def test_how_many_questions_are_left_is_said_and_how_to_go_on(recording: Recording) -> None:
    recording.begin(Ask.WHAT, OTTILIE)
    assert left(entry_of(recording)) == "then 3, and 6 optional"
    assert hint(entry_of(recording)) == "Enter goes on · Ctrl+Enter keeps it now · Esc leaves it"
    entry = asked_on(recording, Ask.REVIEW, {})
    assert left(entry) == "optional, the last"
    assert hint(entry) == (
        "Like 14 April, or 3 weeks, or ↓ · Enter keeps it · Shift+Tab goes back · Esc keeps what was said"
    )


def test_the_pattern_suggests_a_partner_and_a_change_and_nothing_is_taken_unasked(
    store: Store, recording: Recording
) -> None:
    name = "A&E again within 7 days"
    entry = asked_on(recording, Ask.PARTNER, {Ask.PATTERN: name})
    assert entry.choices[:2] == ("Hospital trust", "Mental health trust"), (
        "the first only because of its contacts"
    )
    recording.forget()
    entry = asked_on(recording, Ask.PARTNER, {Ask.PATTERN: "Crisis cluster: 3+ unscheduled in 14 days"})
    assert entry.choices[:2] == ("Hospital trust", "Ambulance service")
    recording.forget()
    entry = asked_on(recording, Ask.EXPECTED, {Ask.PATTERN: name})
    assert (entry.choices[0], entry.chosen) == ("Less of this: A&E again soon", None)
    recording.type("no more than one visit a month")
    recording.finish()
    entry = asked_on(recording, Ask.EXPECTED, {Ask.PATTERN: name})
    assert entry.choices[1] == "no more than one visit a month"


def test_ideas_are_offered_as_what_will_be_done(store: Store, recording: Recording) -> None:
    store.choose(ideas={"P02": "ring the day after\na shared plan", "P19": "not found in this case"})
    recording.begin(Ask.IDEA, BARNABY)
    tell(recording, ["a walk-in hour"])
    recording.begin(Ask.WHAT, BARNABY)
    assert entry_of(recording).choices == ("a walk-in hour", "ring the day after", "a shared plan")


def test_the_sponsor_is_somebody_else_and_whoever_leads_may_deliver(recording: Recording) -> None:
    assert "Lead GP" not in asked_on(recording, Ask.SPONSOR, {Ask.LEADS: "Lead GP"}).choices
    assert asked_on(recording, Ask.DELIVERS, {Ask.LEADS: "Lead GP"}).choices[0] == "Lead GP"


def test_who_needs_to_be_at_the_table_is_the_first_partner_offered(
    store: Store, recording: Recording
) -> None:
    store.choose(casework={BARNABY: Casework(partners=("The hostel",))})
    assert asked_on(recording, Ask.PARTNER, {}).choices[0] == "The hostel"


def test_the_review_is_offered_from_the_day_on_which_it_is_due(recording: Recording) -> None:
    assert asked_on(recording, Ask.REVIEW, {Ask.DUE: "14 April"}).choices[0] == (
        "12 weeks after it is due: 7 Jul 2027"
    )
    assert asked_on(recording, Ask.REVIEW, {}).choices[1] == "4 weeks from now: 26 Dec 2026"
    assert asked_on(recording, Ask.REVIEW, {Ask.DUE: "1 December 9999"}).choices == (
        "4 weeks after it is due: 29 Dec 9999",
    )


def test_of_people_who_object_no_words_are_offered(store: Store, recording: Recording) -> None:
    store.choose(actions=(replace(PLAN, pattern="P02"),))
    assert "fewer crises" in asked_on(recording, Ask.EXPECTED, {}).choices
    recording.forget()
    store.choose(objecting=frozenset({OTTILIE}))
    assert "fewer crises" not in asked_on(recording, Ask.EXPECTED, {}).choices


def test_no_partners_are_offered_who_were_named_for_people_who_object(
    store: Store, recording: Recording
) -> None:
    store.write(decide(store.session.document, 1, Decision(OTTILIE, partners=("The hostel", "Probation"))))
    for objecting in (frozenset[int](), frozenset({OTTILIE})):
        store.choose(objecting=objecting)
        recording.begin(Ask.TABLE, BARNABY)
        offered = {"The hostel", "Probation"}.intersection(entry_of(recording).choices)
        assert bool(offered) != bool(objecting)
        recording.forget()


@pytest.mark.parametrize("crisis", ["2025-04-02", "2025-04-25"])
def test_a_partner_who_fits_does_not_tell_how_soon_a_crisis_followed_a_missed_appointment(
    crisis: str,
) -> None:
    missed = [contact(BARNABY, day, outcome=Outcome.DID_NOT_ATTEND) for day in ("2025-03-20", "2025-03-25")]
    crises = (contact(BARNABY, crisis, Service.AE), contact(BARNABY, "2025-01-01"))
    session = session_on(*missed, *crises)
    assert "P06" in fitting.patterns_of(session, BARNABY)
    assert fitting.partners_for(session, BARNABY, "P06") == ()


def test_while_names_are_hidden_no_words_with_one_are_offered(store: Store, recording: Recording) -> None:
    store.choose(actions=(replace(PLAN, sponsor="Barnaby Thistle"),))
    assert "Barnaby Thistle" not in asked_on(recording, Ask.SPONSOR, {}).choices
    recording.forget()
    store.look(names_shown=True)
    assert "Barnaby Thistle" in asked_on(recording, Ask.SPONSOR, {}).choices


def test_a_day_that_is_none_takes_nothing_else_with_it(store: Store, recording: Recording) -> None:
    asked_on(recording, Ask.REVIEW, {Ask.SPONSOR: "The board"})
    recording.type("whenever")
    store.settle()
    assert store.session.document.actions[0].sponsor == "The board"


def test_an_action_that_was_recorded_is_taken_up_in_two_keys(store: Store, recording: Recording) -> None:
    store.choose(actions=(PLAN, RING))
    before = store.session.document
    recording.begin(Ask.WHICH, OTTILIE)  # its key
    press(recording, Key.Key_2)
    press(recording, Key.Key_2)
    assert entry_of(recording).answer.text == "Practice manager"
    recording.type("Care coordinator")
    recording.accept()
    assert store.session.document.actions == (PLAN, replace(RING, lead="Care coordinator"))
    store.undo()
    assert store.session.document == before


@pytest.mark.parametrize(
    ("part", "answers_", "changes"),
    [
        (1, ["two plans"], {"what": "two plans"}),
        (3, ["14 April"], {"due": date(2027, 4, 14)}),
        (4, ["Done"], {"status": ActionStatus.DONE, "closed": TODAY}),
        (5, ["The hostel", "not yet"], {"partner": "The hostel", "invited": False}),
        (5, [""], {"partner": "", "invited": False}),
        (6, [""], {"sponsor": ""}),
        (7, ["Volunteers"], {"delivers": "Volunteers"}),
        (8, ["calm nights", "the team says so"], {"expected": "calm nights", "measure": "The team says so"}),
        (9, [""], {"review": None}),
    ],
)
def test_each_part_can_be_told_otherwise_and_no_other_changes(
    store: Store, recording: Recording, part: int, answers_: list[str], changes: dict[str, object]
) -> None:
    store.choose(actions=(PLAN,))
    take_up(recording, part)
    for text in answers_:
        recording.clear()
        recording.type(text)
        recording.accept()
    assert recording.entry is None
    assert store.session.document.actions == (replace(PLAN, **changes),)  # type: ignore[arg-type]


def test_what_is_taken_up_and_left_stays_as_it_was(store: Store, recording: Recording) -> None:
    plan = replace(PLAN, what="one plan\nin two lines", lead="Lead GP ")
    store.choose(actions=(plan,))
    for part in range(1, 10):
        take_up(recording, part)
        recording.finish()
        take_up(recording, part)
        recording.back()
        recording.leave()
    assert store.session.document.actions == (plan,)


def test_a_field_with_a_name_in_it_stays_where_it_is_while_names_are_hidden(
    store: Store, recording: Recording
) -> None:
    store.choose(actions=(replace(PLAN, what="ask Ottilie Quayle"),))
    take_up(recording, 1)
    assert "show names" in entry_of(recording).trouble
    assert entry_of(recording).typed == ""


def test_of_somebody_who_objects_meanwhile_nothing_is_asked(store: Store, recording: Recording) -> None:
    recording.begin(Ask.IDEA, OTTILIE)
    store.choose(objecting=frozenset({BARNABY}))
    assert recording.entry is not None
    store.choose(objecting=frozenset({OTTILIE}))
    assert recording.entry is None


@pytest.mark.parametrize("numbers", [(), (1,)])
def test_an_action_that_is_closed_elsewhere_meanwhile_leads_to_no_other_by_its_number(
    store: Store, recording: Recording, numbers: tuple[int, ...]
) -> None:
    store.choose(actions=(PLAN, RING))
    recording.begin(Ask.WHICH, OTTILIE)
    for number in numbers:
        recording.pick(number)
    store.choose(actions=(replace(PLAN, status=ActionStatus.DONE), RING))
    assert not recording.pick(1)
    assert store.session.document.actions[1] == RING


def test_there_is_nothing_to_take_up_before_anything_was_recorded(recording: Recording) -> None:
    recording.begin(Ask.WHICH, OTTILIE)
    assert recording.entry is None


def test_about_all_cases_neither_the_case_nor_the_pattern_is_asked(
    store: Store, recording: Recording
) -> None:
    recording.begin(Ask.WHAT, None, "P02")
    tell(recording, ["one list of who to ring", "Lead GP", "2 weeks"])
    assert entry_of(recording).ask is Ask.PARTNER
    recording.leave()
    (action,) = store.session.document.actions
    assert (action.person, action.pattern, action.lead) == (None, "P02", "Lead GP")


def test_about_all_cases_those_for_all_can_be_taken_up(store: Store, recording: Recording) -> None:
    store.choose(actions=(PLAN, RING))
    take_up(recording, 1, None)
    recording.clear()
    tell(recording, ["ring them all"])
    assert store.session.document.actions == (PLAN, replace(RING, what="ring them all"))


def test_an_idea_about_what_is_common_stands_under_those_before(store: Store, recording: Recording) -> None:
    store.choose(ideas={"P02": "a shared plan"})
    recording.begin(Ask.IDEA, None, "P02")
    tell(recording, ["ring the day after"])
    assert store.session.document.ideas == {"P02": "a shared plan\nring the day after"}
    for ask in (Ask.LEVEL, Ask.TABLE):
        recording.begin(ask, None, "P02")
        assert recording.entry is None


def test_no_word_that_is_offered_is_taken_out_on_its_way_to_the_wall() -> None:
    lists = listed()
    clean = cleaner(known_identifiers(lists, lists))
    told = [
        text
        for pattern in patterns()
        for text in (*fitting.less_of(pattern), *fitting.looked_for_again(pattern))
    ]
    told += [text for named in Named for text in choices(Document(), named)]
    told += [partner_for(service) for service in Service]
    assert [(text, clean(text, ())) for text in told if clean(text, ()) != text] == []
