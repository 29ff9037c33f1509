from pathlib import Path

import pytest

from journey_viewer.errors import FileMissing, FileTooLarge, FileUnreadable
from journey_viewer.work.own_costs import unit_costs_from

TABLE = "service,kind,unit,gbp,what\ngp,contact,contact,£41,Café visit\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_is_read_as_excel_saves_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "costs.csv"
    path.write_bytes(TABLE.encode(encoding))
    told = unit_costs_from(path)
    assert [(cost.gbp, cost.what) for cost in told.costs] == [(41, "Café visit")]


def test_a_file_that_is_not_there_or_no_file_or_too_large_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        unit_costs_from(tmp_path / "none.csv")
    with pytest.raises(FileUnreadable):
        unit_costs_from(tmp_path)
    (tmp_path / "large.csv").write_bytes(b"x" * 1_000_001)
    with pytest.raises(FileTooLarge):
        unit_costs_from(tmp_path / "large.csv")
