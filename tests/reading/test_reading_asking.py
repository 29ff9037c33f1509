"""Which service a list comes from: by what says it, in this order, and who is asked where nothing does."""

from pathlib import Path

import pytest
from reading_kit import accounts, csv_file, finished, workbook_file

from journey_viewer.errors import NoServiceNamed
from journey_viewer.model.imported import Imported, ServiceAsked
from journey_viewer.model.words import Service
from journey_viewer.reading.asking import ServicesSaid
from journey_viewer.reading.lists import read_lists

SILENT = ("Person,Date,Reason", "JS,13/2/2025,fall")
GP, SOCIAL, VOLUNTARY = Service.GP, Service.SOCIAL_CARE, Service.VOLUNTARY


def read(*paths: Path, said: ServicesSaid | None = None, otherwise: Service | None = None) -> Imported:
    return finished(read_lists(paths, otherwise, said=said or ServicesSaid()))


def mark_of(path: Path) -> str:
    return read(path).asked[0].marks[0]


def test_a_list_that_says_no_service_is_asked_about_and_not_refused(tmp_path: Path) -> None:
    path = csv_file(tmp_path, *SILENT)
    imported = read(path)
    assert (imported.sources, imported.refusals) == ((), ())
    assert imported.asked == (ServiceAsked("list.csv", str(path), None, (mark_of(path),)),)


def test_where_nobody_can_be_asked_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoServiceNamed):
        finished(read_lists([csv_file(tmp_path, *SILENT)]))


def test_a_sheet_that_says_no_service_is_asked_about_though_another_does(tmp_path: Path) -> None:
    lines = [line.split(",") for line in SILENT]
    path = workbook_file(tmp_path / "list.xlsx", GP=lines, Sheet2=lines)
    imported = read(path)
    assert [(source.sheet, *source.services) for source in imported.sources] == [("GP", GP)]
    assert [asked.service for asked in imported.asked] == [None]
    again = read(path, said=ServicesSaid({path: SOCIAL}))
    assert [source.services for source in again.sources] == [{GP}, {SOCIAL}]


def test_a_service_column_with_nothing_in_it_says_no_service(tmp_path: Path) -> None:
    imported = read(csv_file(tmp_path, "Person,Date,Service", "JS,13/2/2025,", "JS,14/2/2025,"))
    assert len(imported.asked) == 1


def test_a_service_column_filled_here_and_there_says_it(tmp_path: Path) -> None:
    imported = read(csv_file(tmp_path, "Person,Date,Service", "JS,13/2/2025,", "JS,14/2/2025,GP"))
    assert (imported.asked, accounts(imported)) == ((), [(2, 1, 0, 0, 0, 1)])


@pytest.mark.parametrize(
    ("name", "of_file", "otherwise", "expected"),
    [
        ("GP list.csv", SOCIAL, None, SOCIAL),
        ("GP list.csv", None, None, GP),
        ("list.csv", SOCIAL, GP, SOCIAL),
        ("list.csv", None, GP, GP),
        ("list.csv", None, None, VOLUNTARY),
    ],
)
def test_what_was_said_of_the_file_comes_first_and_what_is_remembered_last(
    tmp_path: Path, name: str, of_file: Service | None, otherwise: Service | None, expected: Service
) -> None:
    remembered = {mark_of(csv_file(tmp_path, *SILENT, name="silent.csv")): VOLUNTARY}
    path = csv_file(tmp_path, *SILENT, name=name)
    said = ServicesSaid({path: of_file} if of_file else {}, remembered)
    assert read(path, said=said, otherwise=otherwise).supplied == {expected}


def test_a_file_of_two_kinds_remembered_as_two_services_is_asked_about_anew(tmp_path: Path) -> None:
    one, two = [["Person", "Date"], ["JS", "13/2/2025"]], [["Client", "Date"], ["JS", "14/2/2025"]]
    path = workbook_file(tmp_path / "list.xlsx", Sheet1=one, Sheet2=two)
    marks = read(path).asked[0].marks
    imported = read(path, said=ServicesSaid({}, dict(zip(marks, (GP, SOCIAL), strict=True))))
    assert [source.services for source in imported.sources] == [{GP}, {SOCIAL}]
    assert [asked.service for asked in imported.asked] == [None]


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("ED attendances.csv", Service.AE),
        ("ed_2024.csv", Service.AE),
        ("A&E.csv", Service.AE),
        ("Ed Jones.csv", None),
        ("La Rue, Danny.csv", None),
        ("Dist nurse visits.csv", Service.COMMUNITY),
    ],
)
def test_a_file_may_be_named_after_a_service_or_after_somebody(
    tmp_path: Path, name: str, service: Service | None
) -> None:
    (asked,) = read(csv_file(tmp_path, *SILENT, name=name)).asked
    assert (asked.service, asked.by_name) == (service, service is not None)


def test_a_name_is_no_question_where_rows_or_sheets_say_it(tmp_path: Path) -> None:
    rows = [["Person", "Date"], ["JS", "13/2/2025"]]
    workbook = workbook_file(tmp_path / "GP.xlsx", GP=rows)
    assert (
        read(workbook, csv_file(tmp_path, "Person,Date,Service", "JS,13/2/2025,GP", name="gp.csv")).asked
        == ()
    )


def test_the_answer_does_not_overrule_rows_that_name_their_service(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Person,Date,Service", "JS,13/2/2025,GP", "JS,14/2/2025,")
    imported = read(path, said=ServicesSaid({path: SOCIAL}))
    assert [touchpoint.service for touchpoint in imported.touchpoints] == [GP, SOCIAL]
