import zipfile
from pathlib import Path

import pytest
from reading_kit import finished, workbook_file

from journey_viewer.errors import (
    FileEmpty,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    JourneyError,
    NotAList,
    PasswordProtected,
    WebPage,
    WorkbookBroken,
)
from journey_viewer.reading.guard import Container, check_file
from journey_viewer.reading.lists import read_lists

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BIFF = OLE + "Workbook".encode("utf-16-le") + b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", FileEmpty),
        (b"\xef\xbb\xbf \r\n", FileEmpty),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), NotAList),
        (b"\xff\xd8\xff\xe0picture", NotAList),
        (b"%PDF-1.7 text", NotAList),
        (b"MZ\x90\x00\x03", NotAList),
        (b"<html><table>", WebPage),
        (b"\xef\xbb\xbf\r\n <TABLE border=1><tr><td>Date", WebPage),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', WebPage),
        ("<html><table>".encode("utf-16"), WebPage),
        (b"Date,Person\n\x00\x00\x01", NotAList),
        (bytes(range(1, 9)) * 9, NotAList),
        (b"PK\x03\x04 and nothing more", WorkbookBroken),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PasswordProtected),
        (OLE + "WordDocument".encode("utf-16-le"), NotAList),
        (BIFF + b"\x2f\x00\x36\x00", PasswordProtected),
    ],
)
def test_what_is_no_list_is_known_by_its_first_bytes(
    tmp_path: Path, content: bytes, error: type[JourneyError]
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(error):
        check_file(path)


def test_a_missing_file_and_a_folder_are_no_files(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        check_file(tmp_path / "none.csv")
    with pytest.raises(FileUnreadable):
        check_file(tmp_path)


def test_links_to_other_workbooks_stay_unfollowed_and_do_no_harm(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path / "list.xlsx", List=[["Person", "Date", "Service"], ["JS", "4/3/2025", "GP"]]
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
            ' Type="x" Target="http://127.0.0.1:9/other.xlsx" TargetMode="External"/></Relationships>',
        )
    assert len(finished(read_lists([path])).touchpoints) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_in_any_usual_encoding_is_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Person,Date,Reason\nA,1/2/2025,café\n", encoding=encoding)
    assert check_file(path) is Container.TEXT


def test_a_workbook_is_known_by_what_it_holds(tmp_path: Path) -> None:
    assert check_file(workbook_file(tmp_path / "list.csv.xlsx", List=[["Date"]])) is Container.WORKBOOK


def zip_file(path: Path, *names: str, content: bytes = b"") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return path


def test_a_zip_without_a_workbook_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(NotAList):
        check_file(zip_file(tmp_path / "letter.xlsx", "word/document.xml"))


def test_a_workbook_that_unpacks_to_too_much_is_too_large(tmp_path: Path) -> None:
    bomb = zip_file(tmp_path / "a.xlsx", "xl/workbook.xml", "b", content=bytes(60_000_000))
    with pytest.raises(FileTooLarge):
        check_file(bomb)


def test_a_workbook_of_too_many_parts_is_broken(tmp_path: Path) -> None:
    with pytest.raises(WorkbookBroken):
        check_file(zip_file(tmp_path / "a.xlsx", "xl/workbook.xml", *map(str, range(10_001))))


def test_an_encrypted_zip_member_means_a_password(tmp_path: Path) -> None:
    path = zip_file(tmp_path / "a.xlsx", "xl/workbook.xml")
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(PasswordProtected):
        check_file(path)


def test_an_encrypted_open_document_means_a_password(tmp_path: Path) -> None:
    path = zip_file(
        tmp_path / "a.ods", "content.xml", "META-INF/manifest.xml", content=b"<m:encryption-data/>"
    )
    with pytest.raises(PasswordProtected):
        check_file(path)


@pytest.mark.parametrize(
    "markup",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><x>&a;</x>',
        b'<?xml version="1.0"?>\n<! doctype x SYSTEM "file:///etc/passwd"><x/>',
        b'<!ENTITY % remote SYSTEM "http://example.invalid/x"><x/>',
    ],
)
def test_a_workbook_that_defines_entities_is_broken(tmp_path: Path, markup: bytes) -> None:
    with pytest.raises(WorkbookBroken):
        check_file(zip_file(tmp_path / "a.xlsx", "xl/workbook.xml", content=markup))
