import csv
from io import StringIO
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_kit import check_account, finished

from journey_viewer.errors import JourneyError
from journey_viewer.model.words import Service
from journey_viewer.reading.lists import read_lists

HEADINGS = [
    "Person",
    "NHS number",
    "DOB",
    "Date",
    "Time",
    "End",
    "Service",
    "Reason",
    "Outcome",
    "DNA",
    "Kind",
]
cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "",
            "JS",
            "9434765919",
            "12/03/2025",
            "03/12/2025",
            "14:30",
            "45000.5",
            "GP",
            "ongoing",
            "DNA",
            "stay",
            '"',
        ]
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.lists(cells, max_size=13), max_size=8), st.sampled_from([",", ";", "\t", "|"]), st.booleans()
)
def test_any_table_of_any_text_adds_up(
    tmp_path: Path, rows: list[list[str]], separator: str, headed: bool
) -> None:
    text = StringIO()
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL if headed else csv.QUOTE_MINIMAL)
    writer.writerows([HEADINGS, *rows] if headed else rows)
    path = tmp_path / "list.csv"
    path.write_bytes(text.getvalue().encode("utf-8", "replace"))
    try:
        imported = finished(read_lists([path], Service.GP))
    except JourneyError:
        return
    check_account(imported)
