"""The command line: the same jobs as in the window, for scripts. Exit codes: 0 done, 1 can be mended, 2 wrong usage, 3 our fault."""

import os
import signal
import sys
import threading
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

from journey_viewer.errors import JourneyError, NoDisplay, frames_of
from journey_viewer.paths import example_lists

if TYPE_CHECKING:
    import argparse


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; returns the exit code."""
    _be_steady()
    try:
        code = _do(sys.argv[1:] if arguments is None else arguments)
    except JourneyError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return _complain("Cancelled. Nothing of it was kept.")
    except BrokenPipeError:  # whoever reads it has read enough, as "head" does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 (its message may quote a cell; only where it happened is shown)
        print(
            f"A fault in the program, not in your lists. Please report this:\n{frames_of(error)}",
            file=sys.stderr,
        )
        return 3
    return code


def _do(arguments: Sequence[str]) -> int:
    if not arguments:  # as most people start it: the window comes without what the rest needs
        _need_display()
        from journey_viewer.app import run

        return run()
    from journey_viewer.commands.arguments import read_arguments

    options = read_arguments(arguments)
    if options.command in OF_THE_WINDOW:
        return OF_THE_WINDOW[options.command](options)
    from journey_viewer.commands.by_name import COMMANDS

    return COMMANDS[options.command](options)


def _be_steady() -> None:
    """Print any name on any terminal, and clean up when told to stop as on Ctrl+C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.default_int_handler)


def open_window(options: "argparse.Namespace") -> int:
    """Open the window on the lists that the options name, until it is closed. Raises NoDisplay."""
    _need_display()
    from journey_viewer.app import run

    return run(options.sources, options.service)


def _demo(options: "argparse.Namespace") -> int:
    if _has_display():
        options.sources = example_lists()
        return open_window(options)
    from journey_viewer.commands.share import demo_pack

    return demo_pack(options)


def _need_display() -> None:
    """Where there is none Qt would end the program, with words of its own."""
    if not (_has_display() or os.environ.get("QT_QPA_PLATFORM")):
        raise NoDisplay


def _has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


OF_THE_WINDOW = {"open": open_window, "demo": _demo}
"""Commands that are to start without all that the others need."""
