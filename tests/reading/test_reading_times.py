from datetime import datetime, time, timedelta

import pytest
from reading_kit import column

from journey_viewer.reading.sheets import Cell
from journey_viewer.reading.times import read_durations, read_times


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "14:30",
            "14:30:00",
            "1430",
            "14.30",
            "2:30pm",
            "2.30 pm",
            "2:30 p.m.",
            "14:30hrs",
            "14.30 hrs",
            "14:30h",
            "1899-12-31 14:30:00",
            "0.6041666666666666",
        ),
        *(
            1430,
            0.6041666666666666,
            14.3,
            time(14, 30),
            datetime(1899, 12, 31, 14, 30),
            timedelta(hours=14, minutes=30),
        ),
    ],
)
def test_each_way_of_writing_a_time_is_read_as_that_time(cell: Cell) -> None:
    assert read_times(column(cell))[0].item() == timedelta(hours=14, minutes=30)


@pytest.mark.parametrize("cell", ["", "morning", "25:00", "3000", "14:75", "13pm", timedelta(days=2), 99999])
def test_what_is_no_time_of_day_is_left_out(cell: Cell) -> None:
    assert read_times(column(cell))[0].item() is None


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("10m", 10), ("1h 5m", 65), ("1h", 60), ("2 hours", 120), ("15 mins", 15), ("15", 15), (15, 15), (7.5, 7.5), ("0:15", 15),
        ("1:05", 65), (time(0, 20), 20), (timedelta(minutes=45), 45), ("0", None), ("", None), ("a while", None), (9999, None),
        ("-5", None), ("h", None),
    ],
)  # fmt: skip
def test_a_duration_is_minutes_or_hours_and_minutes(cell: Cell, minutes: float | None) -> None:
    expected = None if minutes is None else timedelta(minutes=minutes)
    assert read_durations(column(cell))[0].item() == expected


def test_an_hour_alone_needs_its_half_of_the_day() -> None:
    assert read_times(column("2pm"))[0].item() == timedelta(hours=14)
