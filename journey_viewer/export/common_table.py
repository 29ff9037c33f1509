"""What the cases have in common, as a sheet of a workbook."""

from journey_viewer.export.book import Cell, Column, Table
from journey_viewer.privacy.anonymous_pack import AnonymousPack

CANNOT_BE_TOLD, NOT_FOUND = "cannot be told", "not found"


def common_table(pack: AnonymousPack) -> Table:
    """A row a pattern and a column a case; a cell is a number, or says that nothing was found or that it cannot be told."""
    columns = [
        Column("Pattern", 40),
        Column("Shown by", 16),
        *(Column(case.label, 10) for case in pack.cases),
        Column("What the numbers count", 18),
        Column("What the network could do", 40),
        Column("What it is", 60),
    ]
    rows: list[list[Cell]] = [
        [
            each.name,
            each.shown,
            *(CANNOT_BE_TOLD if count is None else count or NOT_FOUND for count in each.cells),
            each.counts,
            each.idea,
            each.definition,
        ]
        for each in pack.common
    ]
    return Table("In common", columns, rows)
