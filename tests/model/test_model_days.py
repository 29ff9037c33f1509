from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.days import (
    day_in_words,
    first_day,
    month_in_words,
    month_number,
    months_before,
    years_between,
)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2024, 1, 15), 12, date(2023, 1, 15)),
        (date(2023, 12, 31), -2, date(2024, 2, 29)),
    ],
)
def test_months_earlier_or_later_keep_the_day_where_the_month_has_it(
    day: date, months: int, then: date
) -> None:
    assert months_before(day, months) == then


@given(st.dates())
def test_a_month_s_number_says_which_it_is(day: date) -> None:
    assert first_day(month_number(day)) == day.replace(day=1)


@pytest.mark.parametrize(
    ("day", "age"), [(date(2025, 2, 28), 0), (date(2025, 3, 1), 1), (date(2044, 2, 29), 20)]
)
def test_somebody_is_a_year_older_on_their_birthday(day: date, age: int) -> None:
    assert years_between(date(2024, 2, 29), day) == age


def test_days_and_months_are_written_in_english() -> None:
    assert (day_in_words(date(2025, 4, 3)), month_in_words(date(2025, 4, 3))) == ("3 Apr 2025", "Apr 2025")
