import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from journey_viewer.model.imported import Imported, Problem, Refusal, Source
from journey_viewer.model.people import Person
from journey_viewer.work.working_files import TOUCHPOINT_COLUMNS, account, problems_csv, touchpoints_csv

Lists = Callable[..., Imported]
ADA = Person("Ada Zwyx", "9434765919", "L1")


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_columns_are_those_that_other_programs_rely_on() -> None:
    assert ", ".join(TOUCHPOINT_COLUMNS) == (
        "nhs_number, person, service, start, end, outcome, kind, clinician, reason, source_file, source_row"
    )


def test_a_touchpoint_is_a_row(lists: Lists) -> None:
    line = (
        '2024-03-01T09:30 mental_health stay refused; until=2024-03-04; by=Dr Ö; reason=cut, "deep"\n2nd line'
    )
    (row,) = rows_of(touchpoints_csv(lists(line, people=[ADA])))
    assert list(row.values()) == [
        "9434765919",
        "Ada Zwyx",
        "mental_health",
        "2024-03-01T09:30:00",
        "2024-03-04",
        "refused",
        "stay",
        "Dr Ö",
        'cut, "deep"\n2nd line',
        "list.csv",
        "2",
    ]


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("2024-03-01 gp", "2024-03-01", ""),
        ("2024-03-01T00:00 gp", "2024-03-01T00:00:00", ""),
        ("2024-03-01 inpatient stay; until=2024-03-04T18:30", "2024-03-01", "2024-03-04T18:30:00"),
    ],
)
def test_a_time_is_written_only_where_it_is_known(lists: Lists, line: str, start: str, end: str) -> None:
    (row,) = rows_of(touchpoints_csv(lists(line)))
    assert (row["start"], row["end"]) == (start, end)


def test_a_person_without_a_name_is_told_by_the_number_of_the_list(lists: Lists) -> None:
    (row,) = rows_of(touchpoints_csv(lists("2024-03-01 gp", people=[Person(local_id="L77")])))
    assert row["person"] == "L77"


@pytest.mark.parametrize("text", ["=1+1", "+44 7700", "-1", "@sum", "\tx", '=HYPERLINK("http://a")'])
def test_what_a_spreadsheet_would_take_for_a_formula_is_led_by_an_apostrophe(lists: Lists, text: str) -> None:
    line = f"2024-03-01 gp; reason={text}"
    touchpoints = replace(
        lists(line, people=[Person(text)]), problems=(Problem(text, text, 2, text, "No date."),)
    )
    (row,) = rows_of(touchpoints_csv(touchpoints))
    (problem,) = rows_of(problems_csv(touchpoints.problems))
    assert row["person"] == f"'{text}"
    assert (problem["file"], problem["sheet"], problem["column"]) == (f"'{text}",) * 3
    assert row["reason"] in (f"'{text}", text.strip())


def test_problems_say_where_and_why() -> None:
    content = problems_csv([Problem("a.xlsx", "Sheet1", 7, "Date", "The date cannot be read.")])
    assert (
        content
        == b"\xef\xbb\xbffile,sheet,row,column,reason\r\na.xlsx,Sheet1,7,Date,The date cannot be read.\r\n"
    )


def test_no_problems_are_a_heading_alone() -> None:
    assert rows_of(problems_csv([])) == []
    assert problems_csv([]).startswith(b"\xef\xbb\xbffile,")


def test_an_account_sums_the_sheets_of_a_file(lists: Lists) -> None:
    sources = (
        Source("a.xlsx", "One", "deep-dive list", 5, touchpoints=2, joined=1, problems=2),
        Source("b.csv", "", "patients", 3, joined=3),
        Source("a.xlsx", "Two", "deep-dive list", 4, touchpoints=1, duplicates=2, skipped=1),
    )
    first, second = account(replace(lists(), sources=sources))
    assert first == {
        "file": "a.xlsx",
        "recognised_as": "deep-dive list",
        "rows": 9,
        "touchpoints": 3,
        "joined": 1,
        "duplicates": 2,
        "skipped": 1,
        "problems": 2,
    }
    assert (second["file"], second["joined"]) == ("b.csv", 3)


def test_a_refused_file_has_its_sentence_and_no_rows(lists: Lists) -> None:
    (told,) = account(
        replace(lists(), sources=(), refusals=(Refusal("a.csv", "It is empty. Export it again."),))
    )
    assert told["refused"] == "It is empty. Export it again."
    assert [told[name] for name in ("recognised_as", "rows", "touchpoints", "problems")] == [None, 0, 0, 0]
