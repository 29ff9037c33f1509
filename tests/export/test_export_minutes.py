import io
import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from invented_minutes import ACTIONS, MINUTES

from journey_viewer.export.actions_log import actions_log
from journey_viewer.export.minutes import write_minutes
from journey_viewer.model.casework import Level, LevelReason
from journey_viewer.model.wording import LEVEL_REASONS, LEVELS
from journey_viewer.privacy.anonymous_minutes import AnonymousMinutes
from journey_viewer.privacy.file_texts import texts_in
from journey_viewer.privacy.identifiers import own_words
from journey_viewer.theme import load_theme
from journey_viewer.timeline.minutes_words import WORDS_LEFT_OUT

MADE_ON = date(2026, 3, 6)


def document(minutes: AnonymousMinutes = MINUTES) -> bytes:
    return write_minutes(minutes, load_theme(), MADE_ON)


@pytest.fixture(scope="module")
def written() -> bytes:
    return document()


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def test_the_same_minutes_give_the_same_bytes(written: bytes) -> None:
    assert document() == written
    with ZipFile(io.BytesIO(written)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nobody_is_the_author_and_every_property_is_ours(written: bytes) -> None:
    told = opened(written).core_properties
    assert (told.author, told.last_modified_by, told.comments) == ("", "", "Anonymised, for learning")
    assert told.title == "Minutes of meeting 2, anonymised"
    assert told.created == told.modified
    assert told.created.replace(tzinfo=None) == datetime(2026, 3, 6)


def test_nothing_of_the_default_document_stays_but_what_ours_needs(written: bytes) -> None:
    with ZipFile(io.BytesIO(written)) as package:
        names = sorted(package.namelist())
        text = b"".join(package.read(name) for name in names).decode()
    assert [name for name in names if "thumbnail" in name or "custom" in name or "theme" in name] == []
    assert "python-docx" not in text
    assert "rsid" not in re.sub("w:rsid(R|P|Sect|RPr)", "", text)
    assert "docProps/app.xml" in names


def test_what_was_decided_stands_under_the_case_and_what_was_carried_over_before_it(written: bytes) -> None:
    made = opened(written)
    headings = [each.text for each in made.paragraphs if each.style.name == "Heading 1"]
    assert headings == [
        "Who was there",
        "What it was for",
        "Carried over from earlier meetings",
        "Case A",
        "Case B",
        "For what the cases have in common",
        "Who does what",
        "Next meeting",
    ]
    entries = [[cell.text for cell in row.cells] for row in made.tables[2].rows]
    assert entries == [
        ["Level", LEVELS[Level.PLACE]],
        ["Why there", f"{LEVEL_REASONS[LevelReason.TEAM]}. Two services hold half each"],
        ["At the table", "Housing, Mental health trust"],
        ["Idea", "One number to ring"],
        ["Agreed", "One plan"],
    ]


def test_an_action_is_a_row_of_the_table_with_all_that_is_told_of_it(written: bytes) -> None:
    head, row = opened(written).tables[4].rows
    assert [cell.text for cell in head.cells] == ["Case", "What", "Who leads", "Due", "Status"]
    case, what, lead, due, status = (cell.text for cell in row.cells)
    assert (case, lead, due, status) == ("Case A", "Lead GP", "1 Apr 2026", "Open")
    for told in (
        "Sponsor: PCN clinical director",
        "Delivered by: Link worker",
        "Partner: Housing (not invited yet)",
    ):
        assert told in what.split("\n")


def test_every_page_says_which_of_how_many_it_is(written: bytes) -> None:
    with ZipFile(io.BytesIO(written)) as package:
        (name,) = (name for name in package.namelist() if "footer" in name)
        footer = package.read(name).decode()
    assert re.findall(r'instr="(\w+)"', footer) == ["PAGE", "NUMPAGES"]
    assert re.sub("<[^>]+>", "", footer).strip().endswith("Page 1 of 1")


@pytest.mark.parametrize("text", ["<w:t>bold</w:t>", "a\x00b\x0bc", "=1+1", "\ud83e", "x" * 40_000])
def test_any_words_are_text_and_nothing_else(text: str) -> None:
    meeting = replace(MINUTES.meeting, purpose=text, attendees=(text,))  # type: ignore[type-var]
    made = opened(document(replace(MINUTES, meeting=meeting, actions=(replace(ACTIONS[1], what=text),))))
    assert made.core_properties.title == "Minutes of meeting 2, anonymised"


def _fixed_words(name: str, content: bytes) -> set[str]:
    texts = texts_in(name, content)
    return {word for text in texts for word in re.findall(r"[a-z]{5,}", text.casefold())}


def _everything_said() -> AnonymousMinutes:
    """With as few words of anybody else's as there can be, and each of ours."""
    case, meeting = MINUTES.actions[0], MINUTES.meeting
    assert meeting is not None
    told = [
        replace(case, number=place, what="", lead="about", sponsor="about", delivers="about", partner="about",
                expected="about", measure="about", outcome="about", level=level, due=date(2026, place + 1, 1),
                review=date(2026, place + 6, 1), closed=None, status=case.status)
        for place, level in enumerate(Level)
    ]  # fmt: skip
    decisions = [
        replace(meeting.decisions[0], level=level, level_reasons=tuple(LevelReason), level_why="",
                partners=("about",), ideas=("about",), agreed="about")
        for level in Level
    ]  # fmt: skip
    held = replace(
        meeting,
        attendees=(),
        purpose="about",
        achieved="about",
        decisions=tuple(decisions),
        seen=("Case A", "Case B"),
    )
    return AnonymousMinutes(held, (*told, replace(told[0], meeting=1, carried=(2,))))


def test_every_word_of_ours_is_known_as_our_own() -> None:
    """Else nothing could be written about a meeting where somebody on the lists has that name."""
    minutes = _everything_said()
    assert _fixed_words("Minutes 2 anonymised.docx", document(minutes)) - own_words() == set()
    assert _fixed_words("log.xlsx", actions_log(minutes.actions, MADE_ON)) - own_words() == set()


def rows(content: bytes) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(content))["Actions"].iter_rows(values_only=True))


def test_the_log_has_a_row_an_action_in_the_order_of_their_numbers() -> None:
    head, *told = rows(actions_log(tuple(reversed(ACTIONS)), MADE_ON))
    assert head[:7] == ("No.", "Raised", "Raised in meeting", "Carried over to", "Case", "Pattern", "Action")
    assert [row[0] for row in told] == [1, 2]
    by_heading = dict(zip(head, told[1], strict=True))
    assert by_heading["Due"] == datetime(2026, 4, 1)
    assert (by_heading["Invited?"], by_heading["Raised in meeting"], by_heading["Status"]) == (
        "no",
        2,
        "Open",
    )
    assert by_heading["Pattern"] == "A&E soon after the GP"


def test_the_same_log_has_the_same_bytes() -> None:
    assert actions_log(ACTIONS, MADE_ON) == actions_log(ACTIONS, MADE_ON)


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "http://example.org", '=HYPERLINK("http://x","y")'])
def test_no_cell_of_the_log_is_a_formula_or_a_link(text: str) -> None:
    action = replace(ACTIONS[0], what=text, lead=text, outcome=text)
    content = actions_log((action,), MADE_ON)
    with ZipFile(io.BytesIO(content)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert rows(content)[1][6] == text


def test_an_action_of_which_no_word_may_leave_is_in_the_log_all_the_same() -> None:
    assert rows(actions_log((replace(ACTIONS[0], what=""),), MADE_ON))[1][6] == WORDS_LEFT_OUT
