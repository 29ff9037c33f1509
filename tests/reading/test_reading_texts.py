import csv
from io import StringIO
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_kit import finished

from journey_viewer.reading.blocks import cut_block
from journey_viewer.reading.sheets import in_words
from journey_viewer.reading.texts import find_separator, read_text


def cells(path: Path) -> list[list[str]]:
    sheet = finished(read_text(path))
    columns = [[in_words(column.cells[code]) for code in column.codes] for column in sheet.columns]
    return [list(row) for row in zip(*columns, strict=True)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_found_out(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Person,Reason\nZoë,café\n", encoding=encoding)
    assert cells(path) == [["Person", "Reason"], ["Zoë", "café"]]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(separator: str) -> None:
    rows = [["Title"], ["Person", "Date", "Reason"], *([["A", "1/2/2025", "fall, dizzy; faint"]] * 3)]
    quoted = "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    assert find_separator(quoted) == separator


def test_excels_own_word_for_the_separator_counts() -> None:
    assert find_separator("sep=;\r\na,b,c;d\r\n") == ";"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_ends_a_row(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(ending.join(["a,b", "c,d"]).encode())
    assert cells(path) == [["a", "b"], ["c", "d"]]


def test_a_cell_may_hold_lines_and_separators(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('a,b\n"c\nd, e","say ""hi"""\n')
    assert cells(path) == [["a", "b"], ["c d, e", 'say "hi"']]


def test_rows_of_any_length_are_kept_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a,b\nc\n\nd,e,f\n")
    assert cells(path) == [["a", "b", ""], ["c", "", ""], ["", "", ""], ["d", "e", "f"]]


def test_a_quote_that_nothing_closes_costs_one_row_only(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('a,b\n"c,d\ne,f\ng,h\n')
    assert cells(path) == [["a", "b"], ['"c', "d"], ["e", "f"], ["g", "h"]]


def test_a_quote_left_open_in_a_long_file_costs_one_row_only(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('a,b\n"c,d\n' + "e,f\n" * 100_000)
    assert len(cells(path)) == 100_002


def test_a_cell_of_a_megabyte_is_no_reason_to_stop(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a,b\n" + "x" * 1_000_000 + ",y\n")
    assert [len(cell) for cell in cells(path)[1]] == [1_000_000, 1]


@settings(max_examples=500)
@given(
    st.one_of(st.text('a,;"\n\r \x00é', min_size=1), st.text("a,\n\r", min_size=1)),
    st.sampled_from([",", ";"]),
    st.integers(0, 3),
)
def test_a_block_is_cut_as_row_by_row_or_not_at_all(text: str, separator: str, width: int) -> None:
    columns = cut_block(text, separator, width)
    if columns is None:
        return
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    assert all(len(row) <= width + 1 for row in rows)
    padded = [(*row, *[""] * (width + 1 - len(row))) for row in rows]
    cut = [[column.cells[code] for code in column.codes] for column in columns]
    assert list(zip(*cut, strict=True)) == padded


def test_text_in_blocks_and_row_by_row_becomes_one_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journey_viewer.reading.blocks._BLOCK_BYTES", 8)
    path = tmp_path / "list.csv"
    path.write_text('a,é\nb,c\nd,"e"\n"f\ng",h\ni,j,k\n', encoding="utf-8-sig")
    steps = list(islice(read_text(path), 9))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert cells(path) == [["a", "é"], ["b", "c"], ["d", "e"], ["f g", "h"], ["i", "j"]]


def test_a_line_too_long_for_a_block_is_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journey_viewer.reading.blocks._BLOCK_BYTES", 8)
    monkeypatch.setattr("journey_viewer.reading.blocks._LONGEST_LINE", 4)
    path = tmp_path / "list.csv"
    path.write_text("a,b\nc,d\nlong,cells in one line\ne,f\n")
    assert cells(path) == [["a", "b"], ["c", "d"], ["long", "cells in one line"], ["e", "f"]]


@pytest.mark.parametrize("opened", [[3], [3, 7], [0, 9], [2, 4, 6]])
def test_stray_quotes_swallow_no_row(tmp_path: Path, opened: list[int]) -> None:
    path = tmp_path / "list.csv"
    rows = [f"P{place},{chr(34) if place in opened else ''}fell,GP" for place in range(10)]
    path.write_text("\n".join(["Person,Reason,Service", *rows]) + "\n", encoding="utf-8")
    assert [row[0] for row in cells(path)] == ["Person", *(f"P{place}" for place in range(10))]


def test_a_cell_with_line_ends_in_rightful_quotes_is_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Person,Reason\nA,"fell\nat home, again"\nB,cough\n', encoding="utf-8")
    assert cells(path)[1:] == [["A", "fell at home, again"], ["B", "cough"]]
