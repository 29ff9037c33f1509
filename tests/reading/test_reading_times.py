from datetime import datetime, time, timedelta

import pytest
from reading_kit import column

from journey_viewer.reading.sheets import Cell
from journey_viewer.reading.times import read_times


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


def test_an_hour_alone_needs_its_half_of_the_day() -> None:
    assert read_times(column("2pm"))[0].item() == timedelta(hours=14)
