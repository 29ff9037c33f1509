from collections.abc import Callable
from pathlib import Path

import pytest

from journey_viewer.errors import FolderEmpty
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.sources import walk
from journey_viewer.work.checking import Checked, Finding, check_folder


@pytest.fixture
def known(lists: Callable[..., Imported]) -> Identifiers:
    return known_identifiers(lists("2024-01-01 gp", people=[Person("Helen Marsh", "9434765919")]))


def test_every_file_of_a_folder_is_searched_and_those_inside_it(tmp_path: Path, known: Identifiers) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "letter.txt").write_text("Dear Helen")
    (tmp_path / "plain.txt").write_text("Case A")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    assert walk(check_folder(tmp_path, known)) == [
        Checked("broken.zip", Finding.NOT_SEARCHABLE),
        Checked("inside/letter.txt", Finding.FOUND),
        Checked("plain.txt", Finding.NOTHING),
    ]


def test_a_folder_called_after_somebody_is_found(tmp_path: Path, known: Identifiers) -> None:
    (tmp_path / "943 476 5919").mkdir()
    (tmp_path / "943 476 5919" / "plain.txt").write_text("Case A")
    assert [each.finding for each in walk(check_folder(tmp_path, known))] == [Finding.FOUND]


def test_an_empty_folder_is_one_sentence(tmp_path: Path, known: Identifiers) -> None:
    with pytest.raises(FolderEmpty, match="The folder holds no files"):
        walk(check_folder(tmp_path, known))
