"""What the tables of the minutes look like in Word."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from journey_viewer.theme import Theme


def dress_tables(body: Any, columns: int, theme: Theme) -> None:
    """No row goes over a page's end; the headings of actions stand on a ground of their own, and come again on every page.

    A table of so many ``columns`` holds actions, with a thin line under each and room above it; entries, in any
    other, begin where the text above them does.
    """
    for table in body.iter(qn("w:tbl")):
        rows = list(table.iter(qn("w:tr")))
        for row in rows:
            row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        cells = list(rows[0].iter(qn("w:tc")))
        layout = table.tblPr.find(qn("w:tblLayout"))
        if len(cells) != columns:
            layout.addnext(_margins(left=0))
        else:
            layout.addprevious(_lines(theme.colours["rule"]))
            layout.addnext(_margins(top=60, bottom=40))
            rows[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            for cell in cells:
                cell.get_or_add_tcPr().append(_ground(theme.colours["page"]))


def _lines(colour: str) -> Any:
    """Thin ones above and below each row, and none between columns."""
    lines = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        one = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", colour[1:].upper())):
            one.set(qn(f"w:{name}"), value)
        lines.append(one)
    return lines


def _margins(**sides: int) -> Any:
    """Of every cell of a table, in twentieths of a point."""
    margins = OxmlElement("w:tblCellMar")
    for side, room in sides.items():
        one = OxmlElement(f"w:{side}")
        one.set(qn("w:w"), str(room))
        one.set(qn("w:type"), "dxa")
        margins.append(one)
    return margins


def _ground(colour: str) -> Any:
    ground = OxmlElement("w:shd")
    ground.set(qn("w:val"), "clear")
    ground.set(qn("w:color"), "auto")
    ground.set(qn("w:fill"), colour[1:].upper())
    return ground
