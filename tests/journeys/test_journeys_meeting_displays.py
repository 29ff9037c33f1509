"""Two displays on a display server of the test's own: the wall is on the chosen one, and comes back when that one is gone."""

import ctypes.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journey_viewer.ui.meeting.displays import UNPLUGGED

SCRIPT = Path(__file__).with_name("two_displays.py")
TESTS = SCRIPT.parents[1]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A display server as wide as both displays; its name."""
    if shutil.which("Xvfb") is None or ctypes.util.find_library("Xrandr") is None:
        pytest.skip("Xvfb or libXrandr is missing: sudo apt-get install xvfb libxrandr2")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "2646x768x24", "-nolisten", "tcp"]
    running = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        yield f":{told.readline().strip()}"
    running.terminate()
    running.wait(timeout=10)


def meeting_on(server: str, *options: str) -> dict[str, object]:
    """What came of a meeting on this server."""
    path = os.pathsep.join([str(TESTS), str(TESTS.parent), *sys.path])
    settings = {**os.environ, "DISPLAY": server, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": path}
    command = [sys.executable, str(SCRIPT), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=settings, timeout=100)
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_the_wall_is_on_the_chosen_display_and_comes_back_when_it_is_unplugged(server: str) -> None:
    told = meeting_on(server)
    assert told["at first"] == [1366, 0, 1280, 720]
    assert told["covers the desk at first"] is False
    assert told["displays to choose from"] == 2
    assert told["afterwards"] == [0, 0, 1366, 768]
    assert told["covers the desk afterwards"] is True
    assert UNPLUGGED in told["on the wall"]  # type: ignore[operator]
    assert told["on the desk"] == UNPLUGGED


def test_displays_that_show_the_same_are_one_and_covered_whole(server: str) -> None:
    assert meeting_on(server, "--mirrored") == {
        "at first": [0, 0, 1366, 768],
        "covers the desk at first": True,
        "displays to choose from": 1,
    }
