import os
from pathlib import Path

import pytest

from journey_viewer.errors import FolderNotWritable
from journey_viewer.files import write_file


def test_all_is_written_and_the_folder_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "list.csv"
    write_file(path, b"one\n\x00two")
    assert path.read_bytes() == b"one\n\x00two"
    assert list(path.parent.iterdir()) == [path]


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"a much longer content than the new one")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_where_it_cannot_be_replaced_nothing_is_left_behind(tmp_path: Path) -> None:
    taken = tmp_path / "list.csv"
    (taken / "kept").mkdir(parents=True)
    with pytest.raises(FolderNotWritable):
        write_file(taken, b"new")
    assert list(tmp_path.rglob("*")) == [taken, taken / "kept"]


def test_what_cannot_be_written_leaves_the_old_content(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_file(path, "text")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("inside", ["list.csv", "folder/list.csv"])
def test_a_file_in_the_way_of_the_folder_is_said(tmp_path: Path, inside: str) -> None:
    (tmp_path / "way").write_bytes(b"old")
    with pytest.raises(FolderNotWritable):
        write_file(tmp_path / "way" / inside, b"new")
    assert (tmp_path / "way").read_bytes() == b"old"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FolderNotWritable):
        write_file(tmp_path / "list.csv", b"new")
    tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    not Path("/proc/self").is_dir(), reason="a folder that even root cannot write to is Linux's"
)
def test_a_folder_that_nobody_may_write_to_is_said() -> None:
    with pytest.raises(FolderNotWritable):
        write_file(Path("/proc/self/list.csv"), b"new")
