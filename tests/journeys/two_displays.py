"""Run by a test on a display server of its own: two monitors, a meeting on the second, which is then unplugged.

Prints as JSON where the wall stood and what was said. With --mirrored both show the same from the start.
"""

import ctypes
import json
import sys
from collections.abc import Callable

from invented import session_on
from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from journey_viewer.app import build_window

_LAPTOP, _PROJECTOR = (b"laptop", 0, 1366, 768), (b"projector", 1366, 1280, 720)
_MIRROR = (b"mirror", *_LAPTOP[1:])
_LONGEST = 20_000  # milliseconds
_Window, _Handle = ctypes.c_ulong, ctypes.c_void_p


class _Monitor(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("primary", "automatic", "noutput", "x", "y", "width", "height")),
        *((name, ctypes.c_int) for name in ("mwidth", "mheight")),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class Monitors:
    """The monitors of the display server: Xvfb has one, which can be told as two."""

    def __init__(self) -> None:
        self._x, self._randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype = _Handle
        self._x.XDefaultRootWindow.restype, self._x.XDefaultRootWindow.argtypes = _Window, [_Handle]
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._x.XInternAtom.argtypes = [_Handle, ctypes.c_char_p, ctypes.c_int]
        self._x.XSync.argtypes = [_Handle, ctypes.c_int]
        self._randr.XRRSetMonitor.argtypes = [_Handle, _Window, ctypes.POINTER(_Monitor)]
        self._randr.XRRDeleteMonitor.argtypes = [_Handle, _Window, ctypes.c_ulong]
        self._randr.XRRGetMonitors.restype = ctypes.POINTER(_Monitor)
        self._randr.XRRGetMonitors.argtypes = [_Handle, _Window, ctypes.c_int, ctypes.POINTER(ctypes.c_int)]
        self._display = self._x.XOpenDisplay(None)
        self._root = self._x.XDefaultRootWindow(self._display)
        count = ctypes.c_int()
        self._output = self._randr.XRRGetMonitors(self._display, self._root, 1, ctypes.byref(count))[
            0
        ].outputs[0]

    def add(self, name: bytes, left: int, width: int, height: int, *, first: bool) -> None:
        """``first``: it takes over the server's own output."""
        outputs = (ctypes.c_ulong * 1)(self._output)
        size = (left, 0, width, height, 300, 170)
        told = _Monitor(self._atom(name), int(first), 0, int(first), *size, outputs)
        self._randr.XRRSetMonitor(self._display, self._root, ctypes.byref(told))
        self._x.XSync(self._display, 0)

    def unplug(self, name: bytes) -> None:
        self._randr.XRRDeleteMonitor(self._display, self._root, self._atom(name))
        self._x.XSync(self._display, 0)

    def _atom(self, name: bytes) -> int:
        return int(self._x.XInternAtom(self._display, name, 0))


def wait(until: Callable[[], bool]) -> None:
    """Let everything happen until this is so."""
    timer, loop, clock = QTimer(), QEventLoop(), QElapsedTimer()
    clock.start()

    def look() -> None:
        if until() or clock.elapsed() > _LONGEST:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(20)
    loop.exec()
    if not until():
        raise TimeoutError("it did not come about")


def main() -> int:
    monitors = Monitors()
    monitors.add(*_LAPTOP, first=True)
    mirrored = "--mirrored" in sys.argv
    monitors.add(*(_MIRROR if mirrored else _PROJECTOR), first=False)
    application = QApplication(["two displays"])
    window = build_window(application)
    window.move(40, 40)
    window.show()
    window.store.open(session_on())
    window.store.look(place="meeting")
    desk, told = window.meeting_desk, {}
    wait(lambda: bool(desk.casting.cast.journeys))
    desk.start()
    wall, on_display = desk.wall, desk.on_display
    assert wall is not None
    assert on_display is not None
    wait(lambda: wall.isVisible() and wall.width() == wall.screen().geometry().width())
    told["at first"] = wall.geometry().getRect()
    told["covers the desk at first"] = on_display.covers_desk
    told["displays to choose from"] = window.meeting.preparing.display.count()
    if not mirrored:
        monitors.unplug(_PROJECTOR[0])
        wait(lambda: wall.geometry().left() == 0)
        told["afterwards"] = wall.geometry().getRect()
        told["covers the desk afterwards"] = on_display.covers_desk
        told["on the wall"] = list(wall.wall.words)
        told["on the desk"] = window.notice.text
    sys.stdout.write(json.dumps(told) + "\n")
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
