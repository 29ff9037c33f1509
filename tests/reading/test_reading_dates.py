from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_kit import column

from journey_viewer.reading.dates import Verdict, read_dates


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "2025-03-12",
            "2025/03/12",
            "12/03/2025",
            "12/3/2025",
            "12/03/25",
            "12-03-2025",
            "12.03.2025",
            "12-Mar-2025",
        ),
        *(
            "12-Mar-25",
            "12 Mar 2025",
            "12 March 2025",
            "12th March 2025",
            "Wed 12 March 2025",
            "Wednesday, 12 Mar 2025",
        ),
        *(
            "20250312",
            "12 MARCH 2025",
            " 12/03/2025 ",
            "March 12, 2025",
            "12 of March 2025",
            "12Mar2025",
            "12 Sept 2025",
        ),
        *(
            45728,
            45728.0,
            "45728",
            date(2025, 3, 12),
            datetime(2025, 3, 12),
            "2025-03-12T00:00:00",
            "12/03/2025 00:00",
        ),
    ],
)
def test_each_way_of_writing_a_day_is_read_as_that_day(cell: str | float | date) -> None:
    read = read_dates(column(cell), "Date")
    month = 9 if "Sept" in str(cell) else 3
    assert (read.moment[0].item(), bool(read.timed[0])) == (datetime(2025, month, 12), False)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2025-03-12T14:30:00", datetime(2025, 3, 12, 14, 30)),
        ("2025-03-12 14:30", datetime(2025, 3, 12, 14, 30)),
        ("12/03/2025 14:30:15", datetime(2025, 3, 12, 14, 30, 15)),
        ("12/03/2025 2:30 PM", datetime(2025, 3, 12, 14, 30)),
        ("12 Mar 2025 at 14:30", datetime(2025, 3, 12, 14, 30)),
        ("2025-03-12 14:30:00.000", datetime(2025, 3, 12, 14, 30)),
        ("2025-07-12T14:30:00Z", datetime(2025, 7, 12, 15, 30)),
        ("2025-01-12T14:30:00+01:00", datetime(2025, 1, 12, 13, 30)),
        ("2025-07-12T23:30:00-05:00", datetime(2025, 7, 13, 5, 30)),
        ("45728.604166666664", datetime(2025, 3, 12, 14, 30)),
        (datetime(2025, 3, 12, 14, 30), datetime(2025, 3, 12, 14, 30)),
    ],
)
def test_a_time_beside_the_date_is_kept_in_uk_time(cell: str | datetime, expected: datetime) -> None:
    read = read_dates(column(cell), "Date")
    assert (read.moment[0].item(), bool(read.timed[0])) == (expected, True)


@pytest.mark.parametrize(
    "cell",
    [
        *("?12 March 2025", "12 March 2025?", "c. 12/03/2025", "approx 12/03/2025", "~12/03/2025"),
        *("w/c 12/03/2025", "wc 12 Mar 25", "week commencing 12th March 2025"),
    ],
)
def test_a_doubted_day_is_uncertain(cell: str) -> None:
    read = read_dates(column(cell), "Date")
    assert (read.moment[0].item(), bool(read.uncertain[0])) == (datetime(2025, 3, 12), True)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        *(("March 2025", 15), ("mid-March 2025", 15), ("middle of March 2025", 15), ("?Mar 2025", 15)),
        *(
            ("early March 2025", 5),
            ("beginning of Mar 2025", 5),
            ("Late March 2025", 25),
            ("end of March 2025", 25),
        ),
    ],
)
def test_a_month_without_a_day_is_placed_in_the_part_that_is_meant_and_uncertain(cell: str, day: int) -> None:
    read = read_dates(column(cell), "Date")
    assert (read.moment[0].item(), bool(read.uncertain[0])) == (datetime(2025, 3, day), True)


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        *(
            ("", Verdict.BLANK),
            ("9999-12-31", Verdict.BLANK),
            ("1900-01-00", Verdict.BLANK),
            (0, Verdict.BLANK),
        ),
        *(("9999-12-31T00:00:00", Verdict.BLANK), (datetime(9999, 12, 31), Verdict.BLANK)),
        *(
            ("2025", Verdict.UNREADABLE),
            (2025, Verdict.UNREADABLE),
            ("soon", Verdict.UNREADABLE),
            ("12/03", Verdict.UNREADABLE),
        ),
        *(
            ("x" * 5000, Verdict.UNREADABLE),
            ("²5/03/2025", Verdict.UNREADABLE),
            ("1234567890", Verdict.UNREADABLE),
        ),
        *(
            ("31/02/2025", Verdict.NO_SUCH_DAY),
            ("00/03/2025", Verdict.NO_SUCH_DAY),
            ("29 Feb 2025", Verdict.NO_SUCH_DAY),
        ),
        *(("12/03/1899", Verdict.OUT_OF_RANGE), ("2100-01-01", Verdict.OUT_OF_RANGE)),
    ],
)
def test_what_is_no_date_says_why(cell: str | float | datetime, verdict: Verdict) -> None:
    read = read_dates(column(cell), "Date")
    assert (read.verdict[0], np.isnat(read.moment[0])) == (verdict, True)


@pytest.mark.parametrize(
    ("cells", "expected", "remarks"),
    [
        (("03/04/2025", "13/04/2025"), date(2025, 4, 3), 0),
        (("03/04/2025", "04/13/2025"), date(2025, 3, 4), 1),
        (("03/04/2025", "05/06/2025"), date(2025, 4, 3), 1),
        (("03/04/2025", "13/04/2025", "04/13/2025"), date(2025, 4, 3), 1),
        (("03/04/2025", "2025-01-02"), date(2025, 4, 3), 1),
        (("04/04/2025",), date(2025, 4, 4), 0),
    ],
)
def test_day_or_month_first_is_settled_by_the_whole_column(
    cells: tuple[str, ...], expected: date, remarks: int
) -> None:
    read = read_dates(column(*cells), "Date")
    assert (read.moment[0].item().date(), len(read.remarks)) == (expected, remarks)


def test_midnight_is_an_hour_only_beside_other_hours() -> None:
    alike = read_dates(column("01/03/2025 00:00", "02/03/2025 00:00"), "Date")
    differing = read_dates(column("01/03/2025 00:00", "02/03/2025 09:00"), "Date")
    assert (list(alike.timed), list(differing.timed)) == ([False, False], [True, True])


def test_short_years_of_birth_lie_in_the_past() -> None:
    read = read_dates(column("12/03/47"), "Born", latest_year=2025)
    assert read.moment[0].item() == datetime(1947, 3, 12)


STYLES = [
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d/%m/%y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%d %B %Y",
    "%A %d %b %Y",
    "%Y%m%d",
]


@given(st.lists(st.dates(date(1970, 1, 1), date(2068, 12, 31)), min_size=1), st.sampled_from(STYLES))
def test_a_date_written_and_read_back_is_the_same_date(days: list[date], style: str) -> None:
    cells = [day.strftime(style) for day in [*days, date(2025, 3, 31)]]  # one that fits day-first only
    assert read_dates(column(*cells), "Date").moment.astype("datetime64[D]").tolist()[:-1] == days


@given(st.datetimes(datetime(1930, 1, 1), datetime(2099, 12, 31)))
def test_an_excel_serial_read_back_is_the_same_moment(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    serial = (moment - datetime(1899, 12, 30)) / timedelta(days=1)
    assert read_dates(column(serial), "Date").moment[0].item() == moment
