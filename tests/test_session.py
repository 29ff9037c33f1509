from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Window
from journey_viewer.session import NOTHING, Session, View, opened, with_document

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
    chosen = replace(session, view=replace(session.view, touchpoint=1, person=0))
    assert with_document(chosen, replace(chosen.document, window=EARLIER)).view == View(
        person=0, touchpoint=None
    )


def test_only_cases_chosen_and_seen_in_the_window_are_shared(session: Session) -> None:
    assert [case.label for case in session.shared_cases] == ["Case A", "Case B"]
    chosen = replace(session, document=replace(session.document, shared=frozenset({2, 0})))
    assert [case.label for case in chosen.shared_cases] == ["Case B"]
    assert [
        case.label for case in with_document(chosen, replace(chosen.document, window=EARLIER)).shared_cases
    ] == ["Case B", "Case C"]


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
    session = opened(NOTHING, TODAY, window)
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
