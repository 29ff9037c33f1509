import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

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


def superseding(folder: Path, name: str, *superseded: str) -> None:
    with aside(folder) as new:
        (new / name).write_text("new")
        move_out(new, folder, superseded=superseded)


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


CUT_SHORT = """
import os, signal, sys
from pathlib import Path
from journey_viewer.aside import aside, move_out
real = Path.replace
def replace(path, target):
    if path.name == "b" and path.parent.name == "new":
        os.kill(os.getpid(), signal.SIGKILL)
    return real(path, target)
Path.replace = replace
with aside(Path(sys.argv[1])) as new:
    for name in ("a", "b", "list", "0 was not there"):
        (new / name).write_text("new")
    move_out(new, Path(sys.argv[1]), "list", ["left over"])
"""


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_mixture_has_no_file_that_vouches_for_it_and_is_put_back_at_the_next_start(tmp_path: Path) -> None:
    old = dict.fromkeys(["a", "b", "list", "left over"], "old")
    written(tmp_path, **old)
    killed = subprocess.run([sys.executable, "-c", CUT_SHORT, str(tmp_path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert contents(tmp_path) == {"0 was not there": "new", "a": "new", "b": "old"}
    with aside(tmp_path):
        assert contents(tmp_path) == old
    assert names(tmp_path) == sorted(old)


def test_what_could_not_be_put_back_is_kept_until_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = dict.fromkeys("abc", "old")
    written(tmp_path, **old)
    real = Path.replace

    def in_use(path: Path, target: Path) -> Path:
        into_place = path.parent.name == "new" and path.name == "c"
        if into_place or (path.parent.name == "earlier" and path.name == "a"):
            raise PermissionError(13, "open in another program", str(path))
        return real(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", in_use)
        with pytest.raises(FolderNotWritable):
            written(tmp_path, **dict.fromkeys("abc", "new"))
    assert contents(tmp_path) == {"a": "new", "b": "old", "c": "old"}
    with aside(tmp_path):
        assert contents(tmp_path) == old
    assert names(tmp_path) == list("abc")


def test_what_is_superseded_goes_and_comes_back_where_the_move_fails(tmp_path: Path) -> None:
    written(tmp_path, a="old", b="old")
    superseding(tmp_path, "a", "b")
    assert contents(tmp_path) == {"a": "new"}
    (tmp_path / "c").mkdir()
    with pytest.raises(FolderNotWritable):
        superseding(tmp_path, "c", "a")
    assert contents(tmp_path) == {"a": "new"}


@pytest.mark.parametrize("trouble", [errno.EACCES, errno.ENOSPC])
def test_where_no_lock_can_be_had_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: int
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(trouble, "no")

    monkeypatch.setattr(FileLock, "acquire", refused)
    with pytest.raises(FolderNotWritable):
        written(tmp_path / "made" / "pack", a="new")
    assert names(tmp_path) == []


def test_a_folder_that_knows_no_locks_can_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(FileLock, "acquire", unknown)
    written(tmp_path / "pack", a="new")
    assert names(tmp_path / "pack") == ["a"]


@pytest.mark.parametrize("name", ["a" * 300, "nul\0inside"])
def test_a_folder_that_cannot_be_is_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(FolderNotWritable):
        written(tmp_path / name, a="new")
