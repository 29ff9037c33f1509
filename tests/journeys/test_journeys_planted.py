"""Lists that carry identifiers in every field are shared as anybody would: none of them is found anywhere afterwards.

Ten people here; sixty, 3,000 identifiers and the letters in the pictures in `make torture`.
"""

import io
import logging
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from invented_world import What
from journeys_kit import read, share
from planted import PlantedLists, planted_lists
from planted_words import is_by_chance, is_of_signs, share_written, written_about
from pptx import Presentation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_back import Found, texts_of
from searching import Search

from journey_viewer import cli
from journey_viewer.commands.argument_kinds import FORMATS
from journey_viewer.commands.sources import read_sources
from journey_viewer.errors import IdentifierFound, JourneyError
from journey_viewer.paths import settings_folder
from journey_viewer.privacy.identifiers import known_identifiers
from journey_viewer.privacy.titles import check_title
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.work.pack_files import HANDOUT_NAME

PEOPLE, IDENTIFIERS = 10, 700
FOLDERS = {"temp": ("TMPDIR", "TEMP", "TMP"), "home": ("HOME", "APPDATA", "XDG_CONFIG_HOME")}


@dataclass(frozen=True)
class Shared:
    """What was left where after everybody had been shared, and all that was said and logged on the way."""

    pack: Path
    elsewhere: Path
    said: str


@pytest.fixture(scope="module")
def planted() -> PlantedLists:
    return planted_lists(PEOPLE, IDENTIFIERS)


@pytest.fixture(scope="module")
def search(planted: PlantedLists) -> Search:
    return Search(planted.planted)


@pytest.fixture(scope="module")
def sources(planted: PlantedLists, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("sources")
    for name, content in planted.files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in planted.files]


@pytest.fixture(scope="module")
def shared(qapp: QApplication, sources: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """The pack of everybody in every format, in default mode."""
    pack, elsewhere, said = (
        tmp_path_factory.mktemp("pack"),
        tmp_path_factory.mktemp("elsewhere"),
        io.StringIO(),
    )
    log = logging.StreamHandler(said)
    logging.getLogger().addHandler(log)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
        patch.setattr("tempfile.tempdir", None)
        for folder, names in FOLDERS.items():
            (elsewhere / folder).mkdir()
            for name in names:
                patch.setenv(name, str(elsewhere / folder))
        told = [*map(str, sources), "--to", str(pack), "--top", str(PEOPLE), "--formats", ",".join(FORMATS)]
        assert cli.main(["share", *told]) == 0
    logging.getLogger().removeHandler(log)
    return Shared(pack, elsewhere, said.getvalue())


def found_in(search: Search, paths: Iterable[Path]) -> set[str]:
    """Where something was found: never what, or the report of a failure would tell it."""
    hits = (hit for path in paths if path.is_file() for hit in search.hits(texts_of(path)))
    return {hit.where for hit in hits if not is_of_signs(hit)}


def test_every_kind_is_planted_and_every_identifier_is_found_where_it_was_planted(
    planted: PlantedLists, search: Search, sources: list[Path]
) -> None:
    assert {what for _, what in planted.planted} == set(What)
    assert len(planted.planted) >= IDENTIFIERS
    hits = {hit.identifier for path in sources for hit in search.hits(texts_of(path))}
    assert search.long - hits == set()
    assert search.short - hits == set()


def test_everybody_is_shared_in_every_format(shared: Shared) -> None:
    suffixes = {path.suffix.removeprefix(".") for path in shared.pack.iterdir()}
    assert suffixes >= set(FORMATS) - {"handout"}
    assert (shared.pack / HANDOUT_NAME).exists()
    assert len({path.name for path in shared.pack.glob("*.png")}) >= 2 * PEOPLE


def test_nothing_of_anybody_stands_in_any_file(shared: Shared, search: Search) -> None:
    assert found_in(search, shared.pack.rglob("*")) == set()


def test_nothing_of_anybody_is_left_in_temporary_files_or_settings(shared: Shared, search: Search) -> None:
    assert found_in(search, shared.elsewhere.rglob("*")) == set()
    assert list((shared.elsewhere / "temp").iterdir()) == []


def test_nothing_of_anybody_is_said_or_logged(shared: Shared, search: Search) -> None:
    assert "anonymised files" in shared.said
    assert [hit.where for hit in search.hits([Found("said", shared.said, shown=True)])] == []


def test_a_fault_in_the_middle_tells_nothing_of_anybody(
    search: Search, sources: list[Path], tmp_path: Path, planted: PlantedLists
) -> None:
    said = io.StringIO()

    def broken(*_: object) -> None:
        raise ValueError(" ".join(text for text, _ in planted.planted))

    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
        patch.setattr("journey_viewer.work.share_pack.anonymise_pack", broken)
        assert cli.main(["share", *map(str, sources), "--to", str(tmp_path / "pack")]) == 3
    assert "broken" in said.getvalue()
    assert list(search.hits([Found("said", said.getvalue(), shown=True)])) == []


def test_nothing_of_anybody_stands_in_what_was_written_for_sharing(
    qapp: QApplication, planted: PlantedLists, sources: list[Path], tmp_path: Path
) -> None:
    session, written = written_about(sources, PEOPLE)
    assert len(written) > 15 * PEOPLE
    share_written(session, tmp_path, ("xlsx", "pptx"))
    search = Search((*planted.planted, *written))
    hits = (hit for path in tmp_path.iterdir() for hit in search.hits(texts_of(path)))
    assert {hit.where for hit in hits if not is_by_chance(hit)} == set()


def test_no_whole_name_and_no_number_of_anybody_is_a_title(
    sources: list[Path], planted: PlantedLists
) -> None:
    lists = read_sources(sources)
    known = known_identifiers(lists)
    for person in lists.people:
        for title in (person.name, f"About {person.name.upper()}", person.nhs_number, person.local_id):
            with pytest.raises(IdentifierFound):
                check_title(title, known, agreed=True)
        for part in person.name.split():
            with pytest.raises(JourneyError):
                check_title(f"Deep dive: {part}", known, agreed=False)


def test_the_window_names_nobody_in_its_title_or_on_the_clipboard(
    window: MainWindow, qtbot: QtBot, sources: list[Path], search: Search, tmp_path: Path
) -> None:
    template = tmp_path / f"{sources[0].stem}.pptx"
    Presentation().save(str(template))
    read(qtbot, window, sources)
    window.share.files.use_template(template)
    window.store.choose(chosen=window.store.session.document.order[:2])
    share(qtbot, window, tmp_path / "pack")
    titles = [Found("title", one.windowTitle(), shown=True) for one in QApplication.topLevelWidgets()]
    clipboard = Found("clipboard", QGuiApplication.clipboard().text(), shown=True)
    assert list(search.hits([*titles, clipboard])) == []
    assert found_in(search, settings_folder().rglob("*")) == set()
