from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from journey_viewer.model.actions import Action
from journey_viewer.model.case import Case
from journey_viewer.model.document import Document
from journey_viewer.model.edits import Edits, Joined
from journey_viewer.model.imported import Imported
from journey_viewer.model.kept import NO_LISTS
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person, Window
from journey_viewer.model.sharing import ForSharing
from journey_viewer.session import Session, View, opened, reopened, taken_out, with_document
from journey_viewer.work.renewal import renewed

TODAY = date(2025, 6, 30)
EARLIER = Window(date(2020, 1, 1), date(2020, 12, 31))
PEOPLE = [Person("Ada"), Person("Bo"), Person("Cy"), Person("Di")]
LINES = (
    "2025-01-01 gp; person=1",
    "2025-01-02 ae; person=1",
    "2025-02-01 gp; person=0",
    "2020-02-01 gp; person=2",
    "2020-03-01 gp; person=2",
    "2020-03-01 gp; person=0",
    "2020-03-02 gp; person=3",
)


def shared_cases(session: Session) -> list[Case]:
    return [case for case, _ in session.to_share(session.shared_people).cases]


@pytest.fixture
def session(lists: Callable[..., Imported]) -> Session:
    return opened(lists(*LINES, people=PEOPLE), TODAY)


def test_a_new_session_shows_the_busiest_of_the_last_24_months(session: Session) -> None:
    assert session.document.window == Window(date(2023, 2, 2), date(2025, 2, 1))
    assert session.document.order == (1, 0, 2, 3)
    assert session.shown_case is not None
    assert (session.shown_case.person.name, session.shown_case.label) == ("Bo", "Case A")


def test_names_are_hidden_at_first(session: Session) -> None:
    assert not session.view.names_shown


def test_another_window_leaves_everybody_their_letter(session: Session) -> None:
    earlier = with_document(session, replace(session.document, window=EARLIER))
    assert [earlier.label(person) for person in range(4)] == ["Case B", "Case A", "Case C", "Case D"]
    assert earlier.seen_in_window == [0, 2, 3]
    assert session.seen_in_window == [1, 0]


def test_another_window_lets_the_chosen_touchpoint_go(session: Session) -> None:
    chosen = replace(session, view=replace(session.view, touchpoint=0, person=0))
    assert with_document(chosen, replace(chosen.document, window=EARLIER)).view == View(
        person=0, touchpoint=None
    )


def test_only_cases_chosen_and_seen_in_the_window_are_shared(session: Session) -> None:
    assert [case.label for case in shared_cases(session)] == ["Case A", "Case B"]
    chosen = replace(session, document=replace(session.document, chosen=(2, 0)))
    assert [case.label for case in shared_cases(chosen)] == ["Case B"]
    assert [
        case.label for case in shared_cases(with_document(chosen, replace(chosen.document, window=EARLIER)))
    ] == ["Case C", "Case B"]


def test_ten_are_shared_at_first(lists: Callable[..., Imported]) -> None:
    lines = [f"2025-01-{person + 1:02} gp; person={person}" for person in range(12)]
    session = opened(lists(*lines, people=[Person()] * 12), TODAY)
    assert [case.label[-1] for case in shared_cases(session)] == list("ABCDEFGHJK")


def test_a_window_that_is_asked_for_is_taken(lists: Callable[..., Imported]) -> None:
    session = opened(lists(*LINES, people=PEOPLE), TODAY, EARLIER)
    assert session.document.order == (2, 0, 3, 1)
    assert len(session.case(2).touchpoints) == 2


@pytest.mark.parametrize("window", [None, EARLIER])
def test_lists_of_nobody_show_nobody(window: Window | None) -> None:
    session = opened(NO_LISTS, TODAY, window)
    assert session.is_empty
    assert (session.shown_case, session.seen_in_window, shared_cases(session)) == (None, [], [])


def test_before_lists_are_open_there_is_no_case() -> None:
    assert Session().is_empty
    assert Session().shown_case is None
    with pytest.raises(ValueError, match="no lists are open"):
        Session().case(0)


def test_a_window_in_which_nobody_was_seen_still_shows_people(lists: Callable[..., Imported]) -> None:
    nobody = opened(lists(*LINES, people=PEOPLE), TODAY, Window(date(1999, 1, 1), date(1999, 1, 2)))
    assert nobody.shown_case is not None
    assert (len(nobody.shown_case.touchpoints), shared_cases(nobody)) == (0, [])


def test_lists_that_are_added_leave_everybody_their_letter(
    session: Session, lists: Callable[..., Imported]
) -> None:
    newcomer = [f"2025-01-{day:02} gp; person=0" for day in range(1, 20)]
    moved = [line.replace(f"person={old}", f"person={old + 1}") for line in LINES for old in [int(line[-1])]]
    more = lists(*newcomer, *moved, people=[Person("Eve"), *PEOPLE])
    both = renewed(session.lists, more, frozenset(), datetime(2025, 6, 30)).lists
    again = reopened(session, both, TODAY)
    named = {both.people[person].name: again.label(person) for person in range(5)}
    assert named == {"Bo": "Case A", "Ada": "Case B", "Cy": "Case C", "Di": "Case D", "Eve": "Case E"}
    assert again.view.person == both.people.index(Person("Bo"))


def test_a_window_that_was_chosen_stays_when_lists_are_added(session: Session) -> None:
    chosen = with_document(session, replace(session.document, window=EARLIER))
    assert reopened(chosen, session.imported, TODAY).document.window == EARLIER


def test_what_was_ticked_stays_ticked_when_lists_are_added(session: Session) -> None:
    chosen = with_document(session, replace(session.document, chosen=(2,)))
    assert reopened(chosen, session.imported, TODAY).document.chosen == (2,)


def test_adding_to_nothing_is_opening(session: Session) -> None:
    again = reopened(Session(), session.imported, TODAY)
    assert (again.document, again.view) == (session.document, session.view)


BORN = {"child": date(2010, 6, 1), "grown": date(1990, 6, 1)}


def test_children_are_not_among_the_first_chosen(lists: Callable[..., Imported]) -> None:
    people = [Person(born=BORN["child"]), Person(born=BORN["grown"]), Person()]
    lines = ["2025-01-01 gp", "2025-01-02 gp", "2025-01-03 gp; person=1", "2025-01-04 gp; person=2"]
    session = opened(lists(*lines, people=people), TODAY)
    assert session.children == {0}
    assert 0 in session.may_be_shared
    assert 0 not in session.shared_unasked
    assert set(session.document.chosen) == {1, 2}
    chosen = replace(session, document=replace(session.document, chosen=(0,)))
    assert [len(case.touchpoints) for case in shared_cases(chosen)] == [2]


@pytest.mark.parametrize(
    ("born", "died", "child"),
    [
        (date(2007, 2, 1), None, False),
        (date(2007, 2, 2), None, True),
        (date(2007, 2, 1), date(2024, 12, 1), True),
    ],
)
def test_who_is_under_18_at_the_end_of_the_window_or_was_when_they_died_is_a_child(
    lists: Callable[..., Imported], born: date, died: date | None, *, child: bool
) -> None:
    session = opened(lists("2025-02-01 gp", people=[Person(born=born, died=died)]), TODAY)
    assert (session.children == {0}) is child


def test_contacts_that_say_so_are_sensitive_and_not_shared(lists: Callable[..., Imported]) -> None:
    session = opened(lists("2025-01-01 gp", "2025-01-02 gp; reason=STI screen"), TODAY)
    assert session.document.sensitive == {2}
    assert [len(case.touchpoints) for case in shared_cases(session)] == [1]


@pytest.mark.parametrize(("touchpoint", "goes_out"), [(1, True), (2, False), (3, False), (None, True)])
def test_a_note_on_a_contact_that_is_left_out_stays_too(
    lists: Callable[..., Imported], touchpoint: int | None, *, goes_out: bool
) -> None:
    session = opened(lists("2025-01-01 gp", "2025-01-02 gp; reason=STI screen", "2025-01-03 gp"), TODAY)
    note = Note(1, 0, "Ringing back took days", touchpoint=touchpoint, shared=True)
    choices = {0: ForSharing(dropped=frozenset({3}))}
    document = replace(session.document, notes=(note, replace(note, number=2, shared=False)), sharing=choices)
    told = with_document(session, document).to_share([0])
    assert list(told.cases[0][1].notes) == [note] * goes_out


def test_a_note_on_a_contact_that_turned_out_to_be_somebody_else_s_stays(
    lists: Callable[..., Imported],
) -> None:
    session = opened(lists("2025-01-01 gp", "2025-01-02 ae", people=[Person("Ada"), Person("Bo")]), TODAY)
    note = Note(1, 0, "Fell again", touchpoint=99, shared=True)
    told = with_document(session, replace(session.document, notes=(note,))).to_share([0])
    assert list(told.cases[0][1].notes) == []


def test_who_objects_is_in_no_pack_whoever_asks(session: Session) -> None:
    document = replace(session.document, objecting=frozenset({0}))
    told = with_document(session, document).to_share([0, 1])
    assert [case.label for case, _ in told.cases] == [session.label(1)]


def test_somebody_of_whom_only_sensitive_contacts_are_told_is_not_shared(
    lists: Callable[..., Imported],
) -> None:
    session = opened(lists("2025-01-02 gp; reason=STI screen"), TODAY)
    assert session.shared_people == []


def test_actions_go_out_with_the_cases_they_are_about(lists: Callable[..., Imported]) -> None:
    session = opened(lists("2025-01-01 gp", people=[Person("Ada"), Person("Bo")]), TODAY)
    actions = tuple(Action(number, person, "ring back") for number, person in enumerate((None, 0, 1), 1))
    told = with_document(session, replace(session.document, actions=actions)).to_share([0])
    assert [label for label, _ in told.actions] == ["All cases", "Case A"]


def test_who_objects_in_any_record_is_not_shared(session: Session) -> None:
    joined = replace(
        session.document, edits=Edits(joined=(Joined(1, 0),)), chosen=(1,), objecting=frozenset({0})
    )
    assert shared_cases(with_document(session, joined)) == []


def test_a_window_that_was_never_changed_moves_however_much_later_lists_are_added(
    lists: Callable[..., Imported],
) -> None:
    ahead = lists("2025-06-01 gp", "2025-07-20 gp")
    ahead = replace(ahead, sources=(replace(ahead.sources[0], imported=datetime(2025, 6, 30, 9)),))
    session = opened(ahead, TODAY)
    later = renewed(ahead, lists("2025-08-01 gp"), frozenset(), datetime(2025, 8, 2)).lists
    window = reopened(session, later, date(2025, 8, 2)).document.window
    assert window is not None
    assert window.last == date(2025, 8, 1)


@pytest.mark.parametrize(("person", "after"), [(1, 0), (2, 3), (3, 2)])
def test_who_comes_next_is_shown_when_somebody_is_taken_out(
    session: Session, person: int, after: int
) -> None:
    left = taken_out(session, person)
    assert (left.view.person, person in left.document.people) == (after, False)


def test_nobody_is_shown_when_the_last_is_taken_out(lists: Callable[..., Imported]) -> None:
    left = taken_out(opened(lists("2025-01-01 gp"), TODAY), 0)
    assert (left.is_empty, left.view.person) == (True, None)


def test_letters_follow_the_order_in_which_people_were_chosen_and_stay() -> None:
    document = Document(order=(3, 1, 2, 0), chosen=(1,))
    then = replace(document, chosen=(0, 1))
    assert [then.labels[person] for person in (1, 0, 3, 2)] == ["Case A", "Case B", "Case C", "Case D"]
    assert replace(then, chosen=(0,)).labels[0] == "Case B"
    assert replace(then, chosen=(2, 0)).labels[2] == "Case C"


def test_no_letter_of_what_leaves_tells_the_place_among_all_others(session: Session) -> None:
    window, order = session.document.window, session.document.order
    last = session.seen_in_window[-1]
    told = with_document(session, Document(window, order, (last,))).to_share([last])
    assert [case.label for case, _ in told.cases] == ["Case A"]
