"""Drives the real window on the examples and saves pictures of every place.

python tests/screenshots.py FOLDER     every place at three sizes
python tests/screenshots.py --readme   the README's picture, examples/deep-dive.png
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from journey_viewer.app import build_window
from journey_viewer.model.actions import Action
from journey_viewer.model.notes import Note
from journey_viewer.model.sharing import ForSharing
from journey_viewer.paths import example_lists
from journey_viewer.session import Session
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.meeting.showing import Showing
from journey_viewer.ui.thinking import Thinking

SIZES = ((1366, 768), (1600, 900), (1920, 1080))
README_PICTURE = Path(__file__).resolve().parents[1] / "examples" / "deep-dive.png"
_THIRD, _TOUCHPOINT, _PATTERN = 2, 30, 8
_WRITTEN = ForSharing(
    about="Lives alone; goes to the zorbing club, where daughter Susan takes her",
    different=("One named GP after the first A&E visit", "A shared crisis plan with mental health"),
)
_NOTE = "Rang 020 7946 0123 twice and nobody rang back"


def main(arguments: Sequence[str] | None = None) -> int:
    """Save what was asked for and say where; returns the exit code. Settings and recent files are nobody's."""
    with tempfile.TemporaryDirectory(prefix="screenshots-") as folder:
        own = dict.fromkeys(("XDG_CONFIG_HOME", "APPDATA"), folder)
        with patch.dict(os.environ, own):
            return _save_all(_options(arguments))


def _save_all(options: argparse.Namespace) -> int:
    application = QApplication.instance() or QApplication(["screenshots"])
    if not isinstance(application, QApplication):
        raise TypeError("a window needs a QApplication")
    window = build_window(application)
    if options.readme:
        window.resize(*SIZES[0])
        _open_examples(window)
        _show_third(window)
        _save(_picture(window), README_PICTURE)
        _say(README_PICTURE)
    else:
        for width, height in options.sizes:
            window.resize(width, height)
            for place, picture in _places(window):
                _save(picture, options.folder / f"{place}-{width}x{height}.png")
        _say(options.folder)
    window.close()
    window.deleteLater()
    application.sendPostedEvents(window, int(QEvent.Type.DeferredDelete))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="where to save every place")
    parser.add_argument("--sizes", type=_size, nargs="+", default=SIZES, metavar="WIDTHxHEIGHT")
    parser.add_argument("--readme", action="store_true", help="save the README's picture instead")
    options = parser.parse_args(arguments)
    if options.folder is None and not options.readme:
        parser.error("say which folder, or --readme")
    return options


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


def _places(window: MainWindow) -> Iterator[tuple[str, QImage]]:
    """Every place by its name, one after another as the work goes."""
    window.store.open(Session())
    window.notice.hide()
    yield "start", _picture(window)
    _open_examples(window)
    yield "read", _picture(window)
    window.store.look(place="find")
    _wait_for_find(window)
    yield "find", _picture(window)
    window.store.look(place="deep_dive")
    _show_third(window)
    yield "deep-dive", _picture(window)
    window.store.look(names_shown=True, touchpoint=_TOUCHPOINT)
    yield "deep-dive-names", _picture(window)
    window.store.look(names_shown=False, touchpoint=None, comparing=True)
    yield "comparison", _picture(window)
    window.store.look(comparing=False, place="patterns")
    _wait_for_patterns(window)
    yield "patterns", _picture(window)
    yield from _meeting(window)
    window.store.look(place="share")
    _rest(window)
    yield "share", _picture(window)
    _write_for_sharing(window)
    _rest(window)
    yield "share-words", _picture(window)
    _agree(window)
    window.store.look(place="follow_up")
    yield "follow-up", _picture(window)
    window.store.look(place="lists")
    yield "lists", _picture(window)


def _meeting(window: MainWindow) -> Iterator[tuple[str, QImage]]:
    """Prepared; the third case with a step of it, on the laptop and on the wall; and what the cases have in common."""
    desk = window.meeting_desk
    window.store.look(place="meeting")
    _rest_of(desk.casting.thinking)
    yield "meeting", _picture(window)
    desk.start()
    desk.stage.show(Showing(case=_THIRD, at=_TOUCHPOINT))
    yield "meeting-presenting", _picture(window)
    if desk.wall is None:
        raise RuntimeError("no meeting is shown")
    desk.wall.resize(window.size())
    yield "meeting-wall", desk.wall.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for name, at in (("meeting-in-common", None), ("meeting-pattern", _PATTERN)):
        desk.stage.show(Showing(in_common=True, at=at))
        yield name, desk.wall.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    desk.forget()


def _open_examples(window: MainWindow) -> None:
    """Read the examples as a user would, and wait until the window shows them."""
    reading = QEventLoop()
    window.tasks.ended.connect(reading.quit)
    window.open_lists(example_lists())
    reading.exec()
    window.tasks.ended.disconnect(reading.quit)
    if window.store.session.is_empty:
        raise RuntimeError("the examples could not be read")


def _wait_for_patterns(window: MainWindow) -> None:
    """What the journeys have in common is worked out off the GUI thread."""
    thinking, waiting = window.patterns.found.thinking, QEventLoop()
    if thinking.busy:
        thinking.rested.connect(waiting.quit)
        waiting.exec()
        thinking.rested.disconnect(waiting.quit)


def _wait_for_find(window: MainWindow) -> None:
    """The whole list is looked through off the GUI thread."""
    seeking, waiting = window.attenders.seeking, QEventLoop()
    seeking.changed.connect(waiting.quit)
    while seeking.busy:
        waiting.exec()
    seeking.changed.disconnect(waiting.quit)


def _show_third(window: MainWindow) -> None:
    window.notice.hide()
    window.store.look(person=window.store.session.seen_in_window[_THIRD])


def _write_for_sharing(window: MainWindow) -> None:
    """A line about the person, what could be different, and a note that was ticked: all of it has words to check."""
    store, person = window.store, window.store.session.view.person
    if person is None:
        raise RuntimeError("nobody is shown")
    store.choose(sharing={person: _WRITTEN}, notes=(Note(1, person, _NOTE, shared=True),))


def _agree(window: MainWindow) -> None:
    """Actions of an earlier meeting, one of them overdue."""
    store, today = window.store, date.today()
    first, second, *_ = store.session.document.chosen
    told = (
        (None, "Ask the council for one named contact in housing", "Practice manager", -12),
        (first, "Name one GP and one deputy, and tell 111 who they are", "Lead GP", 3),
        (second, "Invite to the walking group", "Link worker", 40),
    )
    store.choose(
        actions=tuple(
            Action(number, person, what, lead, due=today + timedelta(days))
            for number, (person, what, lead, days) in enumerate(told, start=1)
        )
    )


def _rest(window: MainWindow) -> None:
    """Wait until no page and no risk is being worked out any more."""
    for thinking in (window.share.making.thinking, window.share.risks.thinking):
        _rest_of(thinking)


def _rest_of(thinking: Thinking) -> None:
    while thinking.busy:
        resting = QEventLoop()
        thinking.rested.connect(resting.quit)
        resting.exec()
        thinking.rested.disconnect(resting.quit)


def _picture(window: MainWindow) -> QImage:
    """The window as it is drawn, once everything that was asked for has been laid out; nothing has the focus."""
    window.show()
    QApplication.processEvents()
    if (focused := window.focusWidget()) is not None:
        focused.clearFocus()
    QApplication.processEvents()
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _save(picture: QImage, path: Path) -> None:
    """Pixels only: no text, and no word of when or on what it was made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(path), "PNG"):  # type: ignore[call-overload]  # the stub knows bytes only
        raise OSError("the picture could not be written")


def _say(path: Path) -> None:
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    sys.exit(main())
