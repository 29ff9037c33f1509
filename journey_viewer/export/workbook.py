"""The pack as a workbook: what it is, the cases in numbers, every touchpoint, the words and the actions."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from journey_viewer.export.book import (
    About,
    Cell,
    Column,
    Table,
    add_table,
    legible,
    row_height,
    set_print,
    write_book,
)
from journey_viewer.export.case_columns import case_columns
from journey_viewer.export.common_table import common_table
from journey_viewer.export.read_me import Paragraph, read_me
from journey_viewer.model.words import OUTCOME_NAMES, Kind
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousTouchpoint
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.theme import load_theme
from journey_viewer.timeline.families import told_service

_FOOTER = "Journeys, anonymised, for learning"
_KINDS = {
    Kind.CONTACT: "contact",
    Kind.STAY: "hospital stay",
    Kind.OPEN_SERVICE: "open service",
    Kind.REFERRAL: "referral",
}
_LINE = 110
"""Letters in a line of the first sheet."""
_NARROWEST = 9
_AROUND = {"title": 15, "heading": 15, "text": 1.5}
"""Points that a row of it has more than its words need."""


def pack_workbook(pack: AnonymousPack, made_on: date) -> bytes:
    """An .xlsx of a sheet a subject; ``made_on`` and the days by which actions are due are the only dates in it."""
    about = About(
        title="Journeys, anonymised",
        made_on=made_on,
        subject="Journeys across services",
        category="For learning",
        keywords="deep dive, anonymised",
        comments="Anonymised, for learning",
    )

    def fill(book: Any) -> None:
        common = [common_table(pack)] if pack.common else []
        tables = [_cases(pack), _chronologies(pack), *common, _written(pack), _actions(pack)]
        _add_read_me(book, read_me(pack))
        colours = load_theme().colours
        heading = {"font_color": colours["navy"], "bg_color": colours["page"], "bottom": 2}
        for table in tables:
            add_table(book, table, heading={**heading, "bottom_color": colours["accent"]}, footer=_FOOTER)

    return write_book(about, fill)


def _add_read_me(book: Any, paragraphs: list[Paragraph]) -> None:
    colours = load_theme().colours
    sheet = book.add_worksheet("Read me")
    looks = {
        "title": {"font_size": 18, "bold": True, "font_color": colours["ink"]},
        "heading": {"font_size": 12, "bold": True, "font_color": colours["navy"], "valign": "bottom"},
        "text": {"font_size": 10, "font_color": colours["ink"], "valign": "top"},
    }
    formats = {role: book.add_format({"text_wrap": True, **look}) for role, look in looks.items()}
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _LINE)
    for row, paragraph in enumerate(paragraphs):
        sheet.write_string(row, 0, legible(paragraph.text), formats[paragraph.role])
        sheet.set_row(row, _AROUND[paragraph.role] + row_height([paragraph.text], [_LINE]))
    set_print(sheet, _FOOTER)


def _cases(pack: AnonymousPack) -> Table:
    services = case_columns(pack.cases)
    columns = [
        Column("Case", 10),
        Column("Person", 16),
        Column("Period", 10),
        Column("Last month", 7),
        Column("Touchpoints", 12),
        Column("Attended contacts", 9),
        *(Column(each.heading, _as_wide_as_its_words(each.heading)) for each in services),
        Column("In numbers", 44),
        Column("Strongest finding", 36),
        Column("What we see", 44),
        Column("What the lists cover", 36),
    ]
    rows = [
        [
            case.label,
            case.description,
            case.period,
            case.months,
            len(case.touchpoints),
            sum(touchpoint.outcome == "attended" for touchpoint in case.touchpoints),
            *(each.cell(case) for each in services),
            "\n".join(f"{each.value} {each.label}" for each in case.headlines),
            case.strongest,
            "\n".join(case.seen),
            "\n".join(case.covered),
        ]
        for case in pack.cases
    ]
    return Table("Cases", columns, rows)


def _as_wide_as_its_words(heading: str) -> int:
    return max(_NARROWEST, 1 + max(map(len, heading.split())))


def _chronologies(pack: AnonymousPack) -> Table:
    """A row a touchpoint, in order; reasons have a column only where any was shared."""
    reasons = any(touchpoint.reason for case in pack.cases for touchpoint in case.touchpoints)
    columns = [
        Column("Case", 10),
        Column("From month", 8),
        Column("To month", 8),
        Column("Order", 8),
        Column("Service"),
        Column("What it was", 14),
        Column("What became of it", 24),
        Column("With whom"),
        Column("Where", 16),
        Column("How long", 18),
        *([Column("Reason", 50)] if reasons else []),
        Column("Date certain?", 10),
    ]
    rows = [
        _touchpoint(case, order, touchpoint, reasons=reasons)
        for case in pack.cases
        for order, touchpoint in enumerate(case.touchpoints, start=1)
    ]
    return Table("Chronologies", columns, rows)


def _touchpoint(
    case: AnonymousCase, order: int, touchpoint: AnonymousTouchpoint, *, reasons: bool
) -> list[Cell]:
    return [
        case.label,
        touchpoint.month,
        touchpoint.month + case.step - 1,
        order,
        told_service(case, touchpoint.service),
        _KINDS[touchpoint.kind],
        OUTCOME_NAMES[touchpoint.outcome],
        touchpoint.clinician,
        touchpoint.place,
        touchpoint.lasting,
        *([touchpoint.reason] if reasons else []),
        "uncertain" if touchpoint.uncertain else "",
    ]


def _written(pack: AnonymousPack) -> Table:
    columns = [Column("Case", 10), Column("What it is", 24), Column("When", 20), Column("Words", 100)]
    return Table("Written for sharing", columns, [row for case in pack.cases for row in _words(case)])


def _words(case: AnonymousCase) -> Iterator[list[Cell]]:
    if case.headline:
        yield [case.label, "headline", "", case.headline]
    if case.about:
        yield [case.label, "about the person", "", case.about]
    for note in case.notes:
        yield [case.label, "note", _when(note.first, note.last), note.text]
    for idea in case.different:
        yield [case.label, "what could be different", "", idea]


def _when(first: float | None, last: float | None) -> str:
    """From the beginning of a month to the end of one, which is where the next begins."""
    if first is None or last is None:
        return "whole journey"
    begins, ends = int(first) + 1, max(int(first) + 1, round(last))
    return f"month {begins}" if ends == begins else f"months {begins} to {ends}"


def _actions(pack: AnonymousPack) -> Table:
    columns = [
        Column("Case", 12),
        Column("What is to be done", 60),
        Column("Who leads", 24),
        Column("Who sponsors it", 24),
        Column("Who delivers it", 24),
        Column("Due", 18),
        Column("Status", 12),
    ]
    rows = [
        [each.case, each.what, each.lead, each.sponsor, each.delivers, each.due, each.status.value]
        for each in pack.actions
    ]
    return Table("Actions", columns, rows)
