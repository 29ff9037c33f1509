"""What lists say and people write is text, whatever it looks like: nothing of it is run, loaded or followed.

A few of the fifty payloads of markup here; all of them in `make torture`.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from dialog_kit import dialogs_of
from hostile import FORMULAS, Trap, dangers_in, hostile_lists, pack_of, session_of, trap
from hostile_window import boxes_of, recent_page, show_hostile_menus
from markup_walk import rich_in, rich_in_boxes, rich_in_menus
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from share_kit import rest
from widget_tree import texts_in

from journey_viewer.ui.main_window import MainWindow
from journey_viewer.work.working_files import problems_csv, touchpoints_csv

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[Trap]:
    made = trap(tmp_path)
    yield made
    made.server.close()


def dangers(files: dict[str, bytes]) -> list[str]:
    return [f"{name}: {each}" for name, content in files.items() for each in dangers_in(name, content)]


def test_no_formula_and_no_link_is_in_any_file(qapp: QApplication, tmp_path: Path) -> None:
    session = session_of(list(FORMULAS))
    files = pack_of(session.to_share(session.shared_people, reasons=True), tmp_path / "pack")
    assert dangers(files) == []


def test_the_working_files_hold_no_formula() -> None:
    lists = hostile_lists(list(FORMULAS))
    for content in (touchpoints_csv(lists), problems_csv(lists.problems)):
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell.startswith(STARTS)]


@pytest.mark.loopback
def test_nothing_is_loaded_by_any_file_as_it_is_made(qapp: QApplication, tmp_path: Path, bait: Trap) -> None:
    session = session_of(bait.payloads(every=5))
    files = pack_of(session.to_share(session.shared_people, reasons=True), tmp_path / "pack")
    assert dangers(files) == []
    assert not bait.sprung


@pytest.mark.loopback
def test_nothing_is_loaded_by_any_widget(window: MainWindow, qtbot: QtBot, bait: Trap) -> None:
    payloads = bait.payloads(every=5)
    window.store.open(session_of(payloads))
    for place in ("deep_dive", "lists", "share", "meeting", "follow_up"):
        window.store.look(place=place, names_shown=True, touchpoint=0, note=1, tabled=True)
        rest(window, qtbot)
        window.grab()
        assert rich_in(window, payloads) == []
        assert any(payload in text for text in texts_in(window) for payload in payloads)
    window.store.look(place="deep_dive", comparing=True)
    window.grab()
    for dialog in dialogs_of(window):
        dialog.grab()
        assert rich_in(dialog, payloads) == []
        dialog.deleteLater()
    assert not bait.sprung


@pytest.mark.loopback
def test_nothing_is_loaded_by_any_menu_or_box(window: MainWindow, bait: Trap) -> None:
    payloads = bait.payloads(every=5)
    show_hostile_menus(window, payloads)
    opened, rich = rich_in_menus(window, payloads)
    assert (opened > 10, rich) == (True, [])
    boxes = boxes_of(window, payloads[0])
    assert rich_in_boxes(boxes, payloads) == (len(boxes), [])
    assert not bait.sprung


@pytest.mark.loopback
def test_nothing_is_loaded_by_the_names_of_recent_case_files(qtbot: QtBot, bait: Trap) -> None:
    page, names = recent_page(bait.payloads(every=5)[:5])
    qtbot.addWidget(page)
    page.show()
    texts = list(texts_in(page))
    assert all(any(name in text for text in texts) for name in names)
    assert rich_in(page, names) == []
    assert not bait.sprung


@pytest.mark.loopback
def test_a_trap_tells_who_reads_and_who_knocks(tmp_path: Path, bait: Trap) -> None:
    assert not bait.sprung
    bait.file.read_bytes()
    assert bait.sprung
