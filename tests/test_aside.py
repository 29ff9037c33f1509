import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from journey_viewer.aside import aside, move_out
from journey_viewer.errors import FolderNotWritable

HALFWAY = """
import os, signal, sys
from pathlib import Path
from journey_viewer.aside import aside
with aside(Path(sys.argv[1])) as new:
    (new / "half.png").write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def written(folder: Path, **files: str) -> list[Path]:
    with aside(folder) as new:
        for name, content in files.items():
            (new / name).write_text(content)
        return move_out(new, folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_go_where_they_belong_and_nothing_else_is_left(tmp_path: Path) -> None:
    assert [path.name for path in written(tmp_path / "pack", a="new", b="new")] == ["a", "b"]
    assert names(tmp_path / "pack") == ["a", "b"]


def test_an_earlier_file_is_replaced_and_others_stay(tmp_path: Path) -> None:
    written(tmp_path, a="old", b="old")
    written(tmp_path, a="new")
    assert [(tmp_path / name).read_text() for name in names(tmp_path)] == ["new", "old"]


def test_where_one_file_cannot_go_none_does(tmp_path: Path) -> None:
    written(tmp_path, a="old")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "something").write_text("in the way")
    with pytest.raises(FolderNotWritable):
        written(tmp_path, a="new", b="new")
    assert (tmp_path / "a").read_text() == "old"
    assert names(tmp_path) == ["a", "b"]


def test_a_folder_made_for_nothing_goes_again(tmp_path: Path) -> None:
    with pytest.raises(KeyError), aside(tmp_path / "made" / "pack"):
        raise KeyError
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_a_killed_program_left_goes_at_the_next_start(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", HALFWAY, str(tmp_path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(names(tmp_path)) == 1
    written(tmp_path, a="new")
    assert names(tmp_path) == ["a"]


def test_what_another_program_is_putting_together_stays(tmp_path: Path) -> None:
    with aside(tmp_path) as theirs:
        (theirs / "a").write_text("half")
        written(tmp_path, b="new")
        assert (theirs / "a").exists()
