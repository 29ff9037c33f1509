from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.privacy.times import duration_class, month_number, span_in_words, spread


@pytest.mark.parametrize(
    ("first", "day", "month"),
    [
        (date(2024, 3, 15), date(2024, 3, 15), 1),
        (date(2024, 3, 15), date(2024, 4, 14), 1),
        (date(2024, 3, 15), date(2024, 4, 15), 2),
        (date(2024, 3, 15), date(2025, 3, 14), 12),
        (date(2024, 3, 15), date(2025, 3, 15), 13),
        (date(2023, 12, 31), date(2024, 1, 1), 1),
        (date(2025, 1, 31), date(2025, 2, 28), 1),
        (date(2025, 1, 31), date(2025, 3, 1), 2),
        (date(2024, 1, 30), date(2024, 2, 29), 1),
        (date(2024, 1, 29), date(2024, 2, 29), 2),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2024, 2, 29), date(2025, 3, 1), 13),
    ],
)
def test_months_are_counted_from_the_day_of_the_first_contact(first: date, day: date, month: int) -> None:
    assert month_number(first, day) == month


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 3000))
def test_a_later_day_is_never_in_an_earlier_month(first: date, days: int) -> None:
    day = first + timedelta(days)
    assert 1 <= month_number(first, day) <= month_number(first, day + timedelta(1))
    assert days // 31 <= month_number(first, day) - 1 <= days / 28


@given(st.lists(st.integers(1, 12)).map(sorted))
def test_places_keep_the_order_and_are_even_inside_a_month(months: list[int]) -> None:
    places = spread(months)
    assert [int(place) + 1 for place in places] == months
    for (month, place), (next_month, next_place) in pairwise(zip(months, places, strict=True)):
        assert next_place > place
        if month == next_month:
            assert next_place - place == pytest.approx(1 / months.count(month))


@pytest.mark.parametrize(
    ("nights", "words"),
    [
        (-3, "less than a day"),
        (0, "less than a day"),
        (1, "a night"),
        (2, "up to a week"),
        (7, "up to a week"),
        (8, "up to a month"),
        (31, "up to a month"),
        (32, "up to 3 months"),
        (92, "up to 3 months"),
        (93, "up to 6 months"),
        (184, "up to a year"),
        (366, "up to a year"),
        (367, "over a year"),
        (9999, "over a year"),
    ],
)
def test_lengths_leave_in_classes(nights: int, words: str) -> None:
    assert duration_class(nights)[0] == words


def test_longer_classes_are_drawn_longer() -> None:
    drawn = [duration_class(nights)[1] for nights in range(400)]
    assert drawn == sorted(drawn)
    assert len(set(drawn)) == 8


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "a day"),
        (3, "3 days"),
        (30, "a month"),
        (44, "44 days"),
        (61, "2 months"),
        (365, "one year"),
        (548, "18 months"),
        (730, "two years"),
        (731, "two years"),
        (1826, "five years"),
        (36525, "100 years"),
    ],
)
def test_the_period_is_told_in_words(days: int, words: str) -> None:
    assert span_in_words(days) == words
