"""What every test gets: no network, no modal dialog, nothing left behind, and goldens that can be renewed."""

import os
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
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
from journey_viewer.privacy.identifiers import Identifiers
from journey_viewer.privacy.words.scrubber import Scrubber

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from journey_viewer.ui.main_window import MainWindow

pytest_plugins = ("export_fixtures",)

HERE = Path(__file__).parent
NEEDS_QT = frozenset(
    {
        "drawing",
        "ui",
        "journeys",
        "test_pins.py",
        "test_commands_case_file.py",
        "test_work_minutes.py",
        "test_work_share_pack.py",
    }
)
SAMPLES = HERE.parents[1] / "shared" / "samples"

Golden = Callable[[str, str], None]
SOMEBODY = Person()

# The same examples in every run, on every machine, and no file left beside the checkout.
settings.register_profile("house", derandomize=True, database=None, deadline=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the goldens anew; then look at them")
    parser.addoption("--onscreen", action="store_true", help="real windows, on the display that is there")
    parser.addoption("--no-qt", action="store_true", help="the stage tests alone, with PySide6 out of reach")
    if pluginmanager.is_blocked("pytest-qt"):
        for option in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
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
    return True if NEEDS_QT & set(parts) else None


class _NoQt:
    """Makes every import of Qt fail, as on a machine without it."""

    def find_spec(self, name: str, *_: Any) -> None:
        if name.split(".", maxsplit=1)[0] in {"PySide6", "shiboken6", "pyqtgraph"}:
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
def _own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Preferences of the test's own, kept nowhere."""
    folder = str(tmp_path_factory.mktemp("settings"))
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, folder)


@pytest.fixture(autouse=True)
def _no_modal_dialog(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that nobody answers would hang for ever: every question fails the test that did not expect it."""
    if not NEEDS_QT & set(request.path.parts):
        return
    from journey_viewer.ui import dialogs

    def unexpected(*_: Any) -> None:
        pytest.fail("a dialog was shown that the test did not answer")

    for name in (
        *("ask_for_lists", "ask_for_folder", "ask_where_to_save", "ask_for_case_file"),
        *(
            "ask_for_new_case_file",
            "ask_for_template",
            "ask_for_table",
            "answered",
            "ask_sure",
            "ask_again",
            "ask_leave_meeting",
            "ask_to_print",
            "tell",
        ),
    ):
        monkeypatch.setattr(dialogs, name, unexpected)


@pytest.fixture
def _agrees_to_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked whether something that identifies somebody may be copied, they say yes."""
    monkeypatch.setattr("journey_viewer.ui.dialogs.ask_again", lambda *_: (True, True))


@pytest.fixture
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Case files whose keys are derived in a moment; they are as well encrypted."""
    monkeypatch.setattr("journey_viewer.casefile.cipher.KDF_ROUNDS", 1000)


@pytest.fixture
def window(qapp: "QApplication", qtbot: "QtBot") -> Iterator["MainWindow"]:
    """The main window on nothing yet, 1366 × 768; closed afterwards with its jobs stopped."""
    from PySide6.QtCore import QEvent

    from journey_viewer.app import build_window

    made = build_window(qapp)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(made, int(QEvent.Type.DeferredDelete))  # or it would be dressed with the next ones


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


def _touchpoint(line: str, row: int) -> Touchpoint:
    """From "2024-03-05T10:30 gp did_not_attend; by=Dr Lanyon": a moment, a service, then what is not usual."""
    plain, *texts = (part.strip() for part in line.split(";"))
    start, service, *words = plain.split()
    told = dict(text.split("=", 1) for text in texts)
    return Touchpoint(
        person=int(told.get("person", 0)),
        service=Service(service),
        kind=next((kind for kind in Kind if kind in words), Kind.CONTACT),
        outcome=next((outcome for outcome in Outcome if outcome in words), Outcome.ATTENDED),
        start=datetime.fromisoformat(start),
        end=datetime.fromisoformat(told["until"]) if "until" in told else None,
        timed="T" in start,
        uncertain="uncertain" in words,
        named=told.get("named", ""),
        reason=told.get("reason", ""),
        clinician=told.get("by", ""),
        place=told.get("place", ""),
        mode=told.get("mode", ""),
        row=row,
        source=int(told.get("source", 0)),
        number=row - 1,
    )


@pytest.fixture(scope="session")
def lists() -> Callable[..., Imported]:
    """Builds what an import understood, from a line a touchpoint; ``person=1`` in a line means people[1]."""

    def build(
        *lines: str, people: Sequence[Person] = (SOMEBODY,), supplied: frozenset[Service] = frozenset(Service)
    ) -> Imported:
        rows = [_touchpoint(line, row) for row, line in enumerate(lines, start=2)]
        source = Source("list.csv", "", "a list", len(rows), touchpoints=len(rows), services=supplied)
        return Imported(tuple(people), Touchpoints.of(rows), (source,))

    return build


@pytest.fixture(scope="session")
def journey(lists: Callable[..., Imported]) -> Callable[..., Case]:
    """Builds the case of one person from a line a touchpoint, looked at from ``first`` to ``last``."""

    def build(
        *lines: str,
        first: str = "2024-01-01",
        last: str = "2025-12-31",
        person: Person = SOMEBODY,
        supplied: frozenset[Service] = frozenset(Service),
    ) -> Case:
        window = Window(date.fromisoformat(first), date.fromisoformat(last))
        return case_of(lists(*lines, people=[person], supplied=supplied), 0, window, "Case A")

    return build


@pytest.fixture(scope="session")
def scrubber() -> Scrubber:
    """One that no list has told anything."""
    return Scrubber(Identifiers(frozenset(), frozenset()))


@pytest.fixture(scope="session")
def any_journey() -> st.SearchStrategy[list[str]]:
    """Up to 40 lines of touchpoints of every sort, in two years and a little before."""
    days = st.dates(date(2023, 10, 1), date(2025, 12, 31))
    length = st.none() | st.integers(0, 500)
    parts = st.tuples(days, _times(), _words(Service), length, _words(Kind), _words(Outcome), _clinicians())
    return st.lists(parts.map(_line), max_size=40)


def _line(parts: tuple[date, str, str, int | None, str, str, str]) -> str:
    day, time, service, length, kind, outcome, clinician = parts
    until = "" if length is None else f"; until={date.fromordinal(day.toordinal() + length)}T23:59"
    return f"{day}{time} {service} {kind} {outcome}{until}; by={clinician}"


def _words(vocabulary: type[Service | Kind | Outcome]) -> st.SearchStrategy[str]:
    """The first, which is the usual one, half of the time."""
    return st.just(next(iter(vocabulary)).value) | st.sampled_from([word.value for word in vocabulary])


def _times() -> st.SearchStrategy[str]:
    return st.sampled_from(["", "T08:30", "T17:05"])


def _clinicians() -> st.SearchStrategy[str]:
    return st.sampled_from(["", "Dr Lanyon", "Dr Quill", "Sister Pryce", "Odo Thwaite"])
