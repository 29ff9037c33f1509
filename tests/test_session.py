from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from journey_viewer.model.imported import Imported
from journey_viewer.model.kept import NO_LISTS
from journey_viewer.model.people import Person, Window
from journey_viewer.session import Session, View, opened, reopened, with_document
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
    assert [case.label for case in session.shared_cases] == ["Case A", "Case B"]
    chosen = replace(session, document=replace(session.document, chosen=(2, 0)))
    assert [case.label for case in chosen.shared_cases] == ["Case B"]
    assert [
        case.label for case in with_document(chosen, replace(chosen.document, window=EARLIER)).shared_cases
    ] == ["Case C", "Case B"]


def test_ten_are_shared_at_first(lists: Callable[..., Imported]) -> None:
    lines = [f"2025-01-{person + 1:02} gp; person={person}" for person in range(12)]
    session = opened(lists(*lines, people=[Person()] * 12), TODAY)
    assert [case.label[-1] for case in session.shared_cases] == list("ABCDEFGHJK")


def test_a_window_that_is_asked_for_is_taken(lists: Callable[..., Imported]) -> None:
    session = opened(lists(*LINES, people=PEOPLE), TODAY, EARLIER)
    assert session.document.order == (2, 0, 3, 1)
    assert len(session.case(2).touchpoints) == 2


@pytest.mark.parametrize("window", [None, EARLIER])
def test_lists_of_nobody_show_nobody(window: Window | None) -> None:
    session = opened(NO_LISTS, TODAY, window)
    assert session.is_empty
    assert (session.shown_case, session.seen_in_window, session.shared_cases) == (None, [], [])


def test_before_lists_are_open_there_is_no_case() -> None:
    assert Session().is_empty
    assert Session().shown_case is None
    with pytest.raises(ValueError, match="no lists are open"):
        Session().case(0)


def test_a_window_in_which_nobody_was_seen_still_shows_people(lists: Callable[..., Imported]) -> None:
    nobody = opened(lists(*LINES, people=PEOPLE), TODAY, Window(date(1999, 1, 1), date(1999, 1, 2)))
    assert nobody.shown_case is not None
    assert (len(nobody.shown_case.touchpoints), nobody.shared_cases) == (0, [])


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
