"""What a workbook links to outside itself is never followed, and said so."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from old_workbooks import _biff, _xls_sheet, ods, xls, xlsb
from reading_kit import accounts, finished, workbook_file

from journey_viewer.errors import SheetElsewhere, WorkbookBroken
from journey_viewer.model.imported import Imported
from journey_viewer.reading.guard import check_file
from journey_viewer.reading.lists import read_lists
from journey_viewer.reading.outside_links import NOT_FOLLOWED, leads_outside

ROWS = [["Person", "Date", "Service"], ["JS", "2025-03-04", "GP"]]
SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"
BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
OTHER_BOOK = "xl/externalLinks/externalLink1.xml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return workbook_file(tmp_path / "list.xlsx", List=ROWS, More=ROWS)


def with_part(path: Path, name: str, content: str | bytes = "<x/>") -> Path:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, content)
    return path


def changed(path: Path, name: str, old: bytes, new: bytes) -> Path:
    """The file with something else in one of its parts."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return path


def relation(kind: str, mode: str = ' TargetMode="External"') -> str:
    target = "http://127.0.0.1:9/other.xlsx"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="http://schemas/{kind}" Target="{target}"{mode}/></Relationships>'
    )


def read(path: Path) -> Imported:
    return finished(read_lists([path]))


def said(path: Path) -> list[bool]:
    """For each source that came of the file, whether it is said that links were not followed."""
    return [NOT_FOLLOWED in source.remarks for source in read(path).sources]


def test_every_list_of_a_workbook_with_links_says_that_they_were_not_followed(book: Path) -> None:
    assert said(book) == [False, False]
    assert said(with_part(book, OTHER_BOOK)) == [True, True]
    assert len(read(book).touchpoints) == 1


@pytest.mark.parametrize(
    "part",
    [
        OTHER_BOOK,
        "xl/ExternalLinks/externalLink1.bin",
        "/xl/externalLinks/externalLink1.xml",
        "xl\\externalLinks\\externalLink1.xml",
        "xl/connections.xml",
        "xl/connections.bin",
        "xl/queryTables/queryTable1.xml",
    ],
)
def test_links_and_queries_are_known_by_the_parts_they_have(book: Path, part: str) -> None:
    assert leads_outside(with_part(book, part))


@pytest.mark.parametrize(
    "content",
    [
        relation("oleObject").encode(),
        relation("oleObject").replace('"', "'").encode(),
        relation("oleObject").replace("<R", "<p:R").encode(),
        relation("oleObject").encode("utf-16"),
        (relation("hyperlink") + relation("externalLinkPath")).encode(),
        b'<Relationship TargetMode="External"/>',
    ],
)
def test_a_relationship_that_leads_outside_is_noticed(book: Path, content: bytes) -> None:
    assert leads_outside(with_part(book, SHEET_RELATIONS, content))


@pytest.mark.parametrize(
    "content", [relation("oleObject", ""), relation("oleObject", ' TargetMode="Internal"'), ""]
)
def test_a_relationship_inside_the_workbook_is_no_link(book: Path, content: str) -> None:
    assert not leads_outside(with_part(book, SHEET_RELATIONS, content))


def test_an_address_to_click_on_is_no_link_to_another_file(tmp_path: Path) -> None:
    path = workbook_file(tmp_path / "list.xlsx", List=[[*ROWS[0], "Web"], [*ROWS[1], "see"]])
    with_part(path, SHEET_RELATIONS, relation("hyperlink"))
    assert said(path) == [False]


def test_a_sheet_that_is_another_file_is_refused(book: Path) -> None:
    changed(
        book,
        BOOK_RELATIONS,
        b'Target="/xl/worksheets/sheet2.xml"',
        b'Target="http://127.0.0.1:9/sheet2.xml" TargetMode="External"',
    )
    with pytest.raises(SheetElsewhere):
        check_file(book)
    with pytest.raises(SheetElsewhere):
        read(book)


LINK = relation("oleObject")


@pytest.mark.parametrize(
    ("parts", "noticed"),
    [
        ([(SHEET_RELATIONS, " " * 90_000 + LINK)], True),
        ([(SHEET_RELATIONS, " " * 100_000 + LINK)], False),
        ([(SHEET_RELATIONS, " " * 60_000), ("xl/worksheets/_rels/sheet2.xml.rels", " " * 60_000 + LINK)], False),
        ([(SHEET_RELATIONS, " " * 100_000), (BOOK_RELATIONS, LINK)], True),
    ],
    ids=["short", "long", "long together", "the workbook's own after a long one"],
)  # fmt: skip
def test_a_bounded_part_of_the_relationships_is_unpacked_and_the_workbooks_own_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: list[tuple[str, str]], noticed: bool
) -> None:
    monkeypatch.setattr("journey_viewer.reading.outside_links._MOST_RELATIONS", 100_000)
    path = tmp_path / "list.xlsx"
    for name, content in parts:
        with_part(path, name, content)
    assert leads_outside(path) is noticed


def test_the_links_of_a_binary_workbook_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsb"
    path.write_bytes(xlsb(ROWS))
    assert said(path) == [False]
    assert said(with_part(path, "xl/externalLinks/externalLink1.bin", b"")) == [True]


@pytest.mark.parametrize(
    ("record", "outside"),
    [
        (_biff(0x1AE, struct.pack("<HH", 1, 9) + b"\x00other.xls"), True),
        (_biff(0x876, bytes(20)), True),
        (_biff(0x1AE, struct.pack("<HH", 2, 0x0401)), False),
        (_biff(0x1AE, struct.pack("<HH", 1, 0x3A01)), False),
        (_biff(0x1AE, struct.pack("<HH", 0, 1) + b"\x00 "), False),
        (_biff(0x1AE, b"\x01"), False),
        (b"", False),
    ],
)
def test_the_links_of_an_old_workbook_are_noticed_before_its_first_sheet(
    tmp_path: Path, record: bytes, outside: bool
) -> None:
    path = tmp_path / "list.xls"
    before_end = _biff(0x22, b"\x00\x00")
    path.write_bytes(xls(ROWS).replace(before_end, record + before_end))
    assert leads_outside(path) is outside
    path.write_bytes(xls(ROWS).replace(sheet := _xls_sheet(ROWS, from_1904=False), record + sheet))
    assert not leads_outside(path)


OTHER_TABLE = (
    '<table:table table:name="&apos;file:///other.ods&apos;#List"><table:table-source/>'
    '<table:table-row><table:table-cell office:value-type="string"><text:p>Person</text:p></table:table-cell>'
    '<table:table-cell office:value-type="string"><text:p>Date</text:p></table:table-cell></table:table-row>'
    '<table:table-row><table:table-cell office:value-type="string"><text:p>KL</text:p></table:table-cell>'
    '<table:table-cell office:value-type="string"><text:p>2025-03-05</text:p></table:table-cell></table:table-row>'
    "</table:table>"
)


def with_content(content: bytes, old: str, new: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(made, "w") as out:
        for name in archive.namelist():
            out.writestr(name, archive.read(name).replace(old.encode(), new.encode()))
    return made.getvalue()


@pytest.mark.parametrize(
    ("new", "outside"),
    [
        ("<table:table-source xlink:href='../other.ods'/>", True),
        ("<table:cell-range-source xlink:href='../other.ods'/>", True),
        ("<table:dde-links><table:dde-link/></table:dde-links>", True),
        ('<x table:formula="of:=DDE(1)"/>', True),
        ("<x table:formula=\"of:=['file:///other.ods'#$List.A1]\"/>", True),
        ('<x table:formula="of:=1+[&apos;https://example.invalid/other.ods&apos;#$List.A1]"/>', True),
        ('<x table:formula="of:=[.A1]"/>', False),
        ('<text:a xlink:href="https://example.invalid/"/>', False),
    ],
)
def test_the_links_of_an_open_document_are_noticed(tmp_path: Path, new: str, outside: bool) -> None:
    path = tmp_path / "list.ods"
    path.write_bytes(with_content(ods(ROWS), "</office:spreadsheet>", new + "</office:spreadsheet>"))
    assert leads_outside(path) is outside


def test_what_an_open_document_last_saw_of_another_file_is_no_list_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "gp.ods"
    path.write_bytes(with_content(ods(ROWS), "</office:spreadsheet>", OTHER_TABLE + "</office:spreadsheet>"))
    assert accounts(read(path)) == [(1, 1, 0, 0, 0, 0)]
    assert said(path) == [True]


def test_what_cannot_be_read_leads_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    assert not leads_outside(path)
    path.write_bytes(b"PK\x03\x04 and nothing more")
    assert not leads_outside(path)


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_packed_as_none_is_is_not_unpacked(book: Path, packed: int) -> None:
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr("xl/_rels/more.rels", relation("oleObject"), packed)
    with pytest.raises(WorkbookBroken):
        check_file(book)
