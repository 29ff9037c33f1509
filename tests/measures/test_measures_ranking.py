from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.measures.ranking import busiest_first
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Window

Lists = Callable[..., Imported]
YEAR = Window(date(2024, 1, 1), date(2024, 12, 31))
NOBODY = Person()


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        (["2024-01-01 gp; person=1", "2024-02-01 gp; person=1", "2024-01-01 gp"], [1, 0]),
        (["2024-01-01 gp", "2024-01-02 gp", "2024-01-01 gp; person=1", "2024-01-02 ae; person=1"], [1, 0]),
        (["2024-05-01 gp", "2024-04-01 gp; person=1"], [1, 0]),
        (["2024-05-01 gp", "2024-05-01 gp; person=1"], [0, 1]),
        (["2024-05-01 gp; person=1", "2023-05-01 gp", "2025-05-01 gp"], [1]),
        (["2024-05-01 gp; person=1", "2023-05-01 inpatient stay", "2024-05-01 ae"], [0, 1]),
        (["2024-05-01 gp did_not_attend", "2024-06-01 gp referred", "2024-01-01 gp; person=1"], [0, 1]),
        ([], []),
    ],
)
def test_most_touchpoints_then_most_services_then_the_earlier_come_first(
    lists: Lists, lines: list[str], order: list[int]
) -> None:
    assert busiest_first(lists(*lines, people=[NOBODY, NOBODY]), YEAR) == order


names = st.lists(
    st.builds(Person, st.text(max_size=4), st.text("0123456789", max_size=10)), min_size=4, max_size=4
)
rows = st.lists(
    st.builds(
        "2024-0{}-01 {}; person={}".format,
        st.integers(1, 9),
        st.sampled_from(["gp", "ae"]),
        st.integers(0, 3),
    )
)


@given(rows, names)
def test_exchanging_identities_changes_no_order(lists: Lists, lines: list[str], people: list[Person]) -> None:
    imported = lists(*lines, people=[NOBODY] * 4)
    assert busiest_first(replace(imported, people=tuple(people)), YEAR) == busiest_first(imported, YEAR)
