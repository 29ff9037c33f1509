"""A file is read by its own name, whatever characters are in it."""

from pathlib import Path

import pytest

from journey_viewer.attendance.embedded import connect, file_table


@pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")
@pytest.mark.parametrize("name", ["a*b.csv", "a?b.csv", "a[x]b.csv", "plain.csv"])
def test_a_name_is_never_read_as_a_pattern(tmp_path: Path, name: str) -> None:
    (tmp_path / "axb.csv").write_text("who\n1\n2\n", "utf-8")
    (tmp_path / name).write_text("who\n1\n", "utf-8")
    connection, backend = connect()
    asked = backend.compile(file_table(backend, tmp_path / name).count())
    assert connection.execute(asked).fetchall() == [(1,)]
    connection.close()
