"""A page's table as a table of PowerPoint's own, in which words wrap by themselves and rows grow."""

from journey_viewer.export.ink_xml import NO_FILL, emu, filled, line
from journey_viewer.export.shapes_xml import Box, Frame
from journey_viewer.export.text_xml import Letters, paragraph
from journey_viewer.theme import Theme
from journey_viewer.timeline.table import PADDING, Row, Table


def table_shape(table: Table, described: str, theme: Theme) -> Frame:
    widths = _widths(table)
    left = table.columns[0].left - PADDING
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
    rows = "".join([_head(table, widths, theme), *(_row(table, row, widths, theme) for row in table.rows)])
    return Frame(
        "Table",
        Box(left, table.top, sum(widths), table.bottom - table.top),
        f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>',
        described,
    )


def _widths(table: Table) -> list[float]:
    """Each column reaches to where the next begins."""
    begins = [column.left - PADDING for column in table.columns]
    last = table.columns[-1]
    ends = [*begins[1:], last.left + last.width + PADDING]
    return [end - begin for begin, end in zip(begins, ends, strict=True)]


def _head(table: Table, widths: list[float], theme: Theme) -> str:
    letters = Letters(table.size, theme.colours["navy"], bold=True)
    ground = filled(theme.colours["accent_soft"])
    texts = [paragraph([(column.heading, letters)], table.pitch) for column in table.columns]
    return _tr(table, table.head, widths, texts, ground)


def _row(table: Table, row: Row, widths: list[float], theme: Theme) -> str:
    rule = line(theme.colours["rule"], 1).replace("a:ln", "a:lnB")
    ink = theme.colours["ink"]
    texts = [
        paragraph([(" ".join(lines), Letters(table.size, ink, bold=place == 0))], table.pitch)
        for place, lines in enumerate(row.cells)
    ]
    return _tr(table, row.height, widths, texts, rule + NO_FILL)


def _tr(table: Table, height: float, widths: list[float], texts: list[str], look: str) -> str:
    """``look``: the borders of its cells, then their ground."""
    cells = []
    for column, width, text in zip(table.columns, widths, texts, strict=True):
        spare = width - column.width - PADDING  # between its words and the next column
        edges = f'marL="{emu(PADDING)}" marR="{emu(spare)}" marT="{emu(PADDING)}" marB="{emu(PADDING)}"'
        body = f"<a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        cells.append(f"<a:tc>{body}<a:tcPr {edges}>{look}</a:tcPr></a:tc>")
    return f'<a:tr h="{emu(height)}">{"".join(cells)}</a:tr>'
