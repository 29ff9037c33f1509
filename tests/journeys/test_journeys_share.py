"""The anonymised pack: from the window and from the command line, complete or not at all."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from invented import session_on
from journeys_kit import PLANTED, a_list, read, read_examples, share
from pptx import Presentation
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from journey_viewer import cli
from journey_viewer.errors import FolderNotWritable, IdentifierFound
from journey_viewer.model.sharing import ToShare
from journey_viewer.privacy.identifiers import Identifiers, known_identifiers
from journey_viewer.ui import dialogs
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.work.guard import Guard
from journey_viewer.work.manifest import MANIFEST_NAME
from journey_viewer.work.pack_files import DECK_NAME, HANDOUT_NAME, PDF_NAME, WORKBOOK_NAME, Wanted
from journey_viewer.work.share_pack import share_pack

pytestmark = pytest.mark.usefixtures("qapp")

NOBODY = Identifiers(frozenset(), frozenset())
TODAY = date(2026, 1, 15)


def to_share() -> ToShare:
    session = session_on()
    return session.to_share(session.shared_people)


def titles(deck: Path) -> list[str]:
    """Those of the cases: a first page and how to read the pictures go before them."""
    told = [slide.shapes.title.text for slide in Presentation(str(deck)).slides]
    assert told[:2] == ["Deep dive", "How to read the pictures"]
    return told[2:]


def names(folder: Path) -> set[str]:
    """What lies there besides the manifest of a pack."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")} - {MANIFEST_NAME}


def test_the_window_shares_a_deck_and_two_pictures_a_case(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    read_examples(qtbot, window)
    window.store.choose(chosen=window.store.session.document.order[:3])
    share(qtbot, window, tmp_path)
    pictures = {f"Case {letter}{size}.png" for letter in "ABC" for size in ("", " 4K")}
    assert names(tmp_path) == {DECK_NAME, *pictures}
    assert window.notice.text.startswith("Wrote 7 anonymised files.")
    assert [title.split(":")[0] for title in titles(tmp_path / DECK_NAME)] == [
        *("Case A", "Case B", "Case C"),
        "What the cases have in common",
        "What these patterns are",
    ]
    sizes = {(image.width(), image.height()) for image in map(QImage, map(str, tmp_path.glob("*.png")))}
    assert sizes == {(1920, 1080), (3840, 2160)}


def test_only_the_chosen_kind_of_file_is_written(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(qtbot, window, [a_list(tmp_path)])
    window.store.look(place="share")
    window.share.formats["png"].click()
    monkeypatch.setattr(dialogs, "ask_for_folder", lambda *_: tmp_path / "pack")
    with qtbot.waitSignal(window.tasks.ended):
        window.share.export.click()
    assert names(tmp_path / "pack") == {DECK_NAME}


def test_the_window_and_the_command_line_write_the_same_bytes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    list_ = a_list(tmp_path)
    read(qtbot, window, [list_])
    share(qtbot, window, tmp_path / "window")
    assert cli.main(["share", str(list_), "--to", str(tmp_path / "command")]) == 0
    assert contents(tmp_path / "window") == contents(tmp_path / "command")


def test_no_folder_chosen_is_no_export(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.store.open(session_on())
    monkeypatch.setattr(dialogs, "ask_for_folder", lambda *_: None)
    window.share.export.click()
    assert not window.tasks.busy


def test_a_folder_that_cannot_be_written_to_is_one_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    window.store.open(session_on())
    share(qtbot, window, tmp_path / "file" / "pack")
    assert window.notice.text.startswith("Files cannot be written to that folder.")


def test_nothing_of_anybody_stands_in_the_deck(tmp_path: Path) -> None:
    assert (
        cli.main(["share", str(a_list(tmp_path)), "--to", str(tmp_path / "pack"), "--formats", "pptx"]) == 0
    )
    deck = Presentation(str(tmp_path / "pack" / DECK_NAME))
    told = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    told += [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert len(deck.slides) == 2 + 2
    assert not any(word in text for word in PLANTED for text in told)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            ["--formats", "svg,pdf,handout,xlsx"],
            {"Case A.svg", "Case B.svg", PDF_NAME, HANDOUT_NAME, WORKBOOK_NAME},
        ),
        (["--formats", "png"], {"Case A.png", "Case A 4K.png", "Case B.png", "Case B 4K.png"}),
        (["--formats", "pptx"], {DECK_NAME}),
        (["--formats", "pptx,png", "--top", "1"], {DECK_NAME, "Case A.png", "Case A 4K.png"}),
    ],
)
def test_the_command_line_writes_what_was_asked_for(
    tmp_path: Path, options: list[str], expected: set[str]
) -> None:
    assert cli.main(["share", str(a_list(tmp_path)), "--to", str(tmp_path / "pack"), *options]) == 0
    assert names(tmp_path / "pack") == expected


@pytest.mark.parametrize("formats", ["docx", "png,docx", ""])
def test_an_unknown_kind_of_file_is_wrong_usage(tmp_path: Path, formats: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["share", str(a_list(tmp_path)), "--to", str(tmp_path), "--formats", formats])


@pytest.mark.samples
def test_a_public_file_goes_all_the_way_through(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lists, pack = str(samples / "synthea-csv"), tmp_path / "pack"
    assert cli.main(["share", lists, "--to", str(pack)]) == 0
    assert len(names(pack)) == 21
    assert len([title for title in titles(pack / DECK_NAME) if title.startswith("Case ")]) == 10
    capsys.readouterr()
    assert cli.main(["touchpoints", lists, "--csv", str(tmp_path / "out.csv"), "--json"]) == 0
    (file,) = [f for f in json.loads(capsys.readouterr().out)["files"] if f["file"] == "encounters.csv"]
    parts = ("touchpoints", "joined", "duplicates", "skipped", "problems")
    assert file["rows"] == sum(file[part] for part in parts) == 604


def test_the_demo_without_a_display_writes_the_pack_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.main(["demo", "--to", str(tmp_path / "out")]) == 0
    assert len(names(tmp_path / "out")) == 21
    assert "no display" in capsys.readouterr().out


@pytest.fixture
def with_a_pack(tmp_path: Path) -> Path:
    """A folder with an earlier pack in it."""
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "Case A.png").write_bytes(b"an earlier picture")
    (folder / "notes.txt").write_text("not ours")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def cancelled_after(folder: Path, steps: int) -> None:
    job = share_pack(to_share(), folder, Wanted(), Guard(NOBODY), TODAY)
    for _ in range(steps):
        next(job)
    job.close()


@pytest.mark.parametrize("steps", [0, 1, 2, 4])
def test_a_cancelled_pack_leaves_the_folder_as_it_was(with_a_pack: Path, steps: int) -> None:
    before = contents(with_a_pack)
    cancelled_after(with_a_pack, steps)
    assert contents(with_a_pack) == before


def test_a_cancelled_pack_makes_no_folder(tmp_path: Path) -> None:
    cancelled_after(tmp_path / "new" / "pack", 3)
    assert list(tmp_path.iterdir()) == []


def run(folder: Path, known: Identifiers = NOBODY) -> None:
    list(share_pack(to_share(), folder, Wanted(), Guard(known), TODAY))


def test_a_pack_replaces_an_earlier_one_and_nothing_else(with_a_pack: Path) -> None:
    run(with_a_pack)
    assert contents(with_a_pack)["Case A.png"].startswith(b"\x89PNG")
    assert len(contents(with_a_pack)) == 2 * len(to_share().cases) + 3
    assert (with_a_pack / "notes.txt").read_text() == "not ours"


@pytest.mark.parametrize("words", [("touchpoints",), ("case", "c"), ("gp", "practice")])
def test_one_identifier_in_one_file_and_nothing_is_written(with_a_pack: Path, words: tuple[str, ...]) -> None:
    before = contents(with_a_pack)
    with pytest.raises(IdentifierFound):
        run(with_a_pack, Identifiers(frozenset({words}), frozenset()))
    assert contents(with_a_pack) == before


def test_a_file_in_the_way_is_told_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "pack").write_text("a file, not a folder")
    with pytest.raises(FolderNotWritable):
        run(tmp_path / "pack")
    assert names(tmp_path) == {"pack"}


def test_the_same_cases_make_the_same_pack(tmp_path: Path) -> None:
    for name in ("one", "other"):
        run(tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_what_is_searched_for_is_everybody_on_the_lists() -> None:
    known = known_identifiers(session_on().imported)
    found: Callable[[str], bool] = lambda text: known.are_in([text])  # noqa: E731
    assert all(
        map(found, ("quayle", "BARNABY THISTLE", "999 000 0034", "Dr Lavender Oakes", "elmgrove surgery"))
    )
