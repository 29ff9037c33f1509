"""What every test gets: no network, no modal dialog, nothing left behind, and goldens that can be renewed."""

import os
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from journey_viewer.model.case import Case, case_of
from journey_viewer.model.imported import Imported, Source
from journey_viewer.model.people import Person, Window
from journey_viewer.model.touchpoints import Touchpoint, Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from journey_viewer.ui.main_window import MainWindow

HERE = Path(__file__).parent
NEEDS_QT = frozenset({"drawing", "ui", "journeys", "test_pins.py"})
SAMPLES = HERE.parents[1] / "shared" / "samples"

Golden = Callable[[str, str], None]

# The same examples in every run, on every machine, and no file left beside the checkout.
settings.register_profile("house", derandomize=True, database=None, deadline=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the goldens anew; then look at them")
    parser.addoption("--onscreen", action="store_true", help="real windows, on the display that is there")
    parser.addoption("--no-qt", action="store_true", help="the stage tests alone, with PySide6 out of reach")
    if pluginmanager.is_blocked("pytest-qt"):
        for option in ("qt_api", "qt_log_level_fail"):
            parser.addini(option, "pytest-qt's own, which is out of reach")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--no-qt"):
        sys.meta_path.insert(0, _NoQt())
    elif not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if not config.getoption("--no-qt") or not collection_path.is_relative_to(HERE):
        return None
    parts = collection_path.relative_to(HERE).parts
    return True if parts and parts[0] in NEEDS_QT else None


class _NoQt:
    """Makes every import of Qt fail, as on a machine without it."""

    def find_spec(self, name: str, *_: Any) -> None:
        if name.split(".", maxsplit=1)[0] in {"PySide6", "shiboken6", "pyqtgraph", "qtpy", "qtawesome"}:
            raise ImportError(f"{name} is out of reach in this run")


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connecting fails the test; loopback alone is open to tests marked for it."""
    connect = socket.socket.connect
    allowed = request.node.get_closest_marker("loopback") is not None

    def guarded(self: socket.socket, address: Any) -> None:
        local = self.family == getattr(socket, "AF_UNIX", None)
        loopback = allowed and isinstance(address, tuple) and address[0] in {"127.0.0.1", "::1", "localhost"}
        if not local and not loopback:
            pytest.fail("a test tried to reach the network")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _no_modal_dialog(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that nobody answers would hang for ever: every question fails the test that did not expect it."""
    if not NEEDS_QT & set(request.path.parts):
        return
    from journey_viewer.ui import dialogs

    def unexpected(*_: Any) -> None:
        pytest.fail("a dialog was shown that the test did not answer")

    for name in ("ask_for_lists", "ask_for_folder", "ask_where_to_save", "tell"):
        monkeypatch.setattr(dialogs, name, unexpected)


@pytest.fixture
def window(qapp: "QApplication", qtbot: "QtBot") -> Iterator["MainWindow"]:
    """The main window on nothing yet, 1366 × 768; closed afterwards with its jobs stopped."""
    from journey_viewer.app import build_window

    made = build_window(qapp)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with tests/golden/<name>; with --update-golden writes it."""

    def check(name: str, actual: str) -> None:
        path = HERE / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(actual, encoding="utf-8")
        assert path.exists(), f"there is no golden {name}; run with --update-golden and look at it"
        assert actual == path.read_text(encoding="utf-8")

    return check


@pytest.fixture
def samples() -> Path:
    """The public files beside the project."""
    if not SAMPLES.is_dir():
        pytest.skip("the public samples do not lie beside this checkout")
    return SAMPLES


@pytest.fixture
def temp_stays_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A temporary folder of the test's own, in which nothing may be left behind."""
    folder = tmp_path / "temp"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    yield folder
    assert list(folder.iterdir()) == []


def _day_or_time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _touchpoint(line: str, row: int) -> Touchpoint:
    """One row from words in any order: "2024-03-05T10:30 gp did_not_attend by=Dr Lanyon; until=2024-03-09"."""
    plain, *texts = (part.strip() for part in line.split(";"))
    start, service, *rest = plain.split()
    told = dict(text.split("=", 1) for text in texts)
    words = set(rest)
    until = told.get("until")
    return Touchpoint(
        person=int(told.get("person", 0)),
        service=Service(service),
        kind=next((kind for kind in Kind if kind in words), Kind.CONTACT),
        outcome=next((outcome for outcome in Outcome if outcome in words), Outcome.ATTENDED),
        start=_day_or_time(start),
        end=_day_or_time(until) if until else None,
        timed="T" in start,
        uncertain="uncertain" in words,
        named=told.get("named", ""),
        reason=told.get("reason", ""),
        clinician=told.get("by", ""),
        place=told.get("place", ""),
        mode=told.get("mode", ""),
        file=told.get("file", "list.csv"),
        sheet="",
        row=row,
    )
