"""Proves that nothing which lists say or people write is loaded or followed: all fifty payloads of markup.

They stand in every field that is imported and in all that is written for sharing; every place is shown, every menu opened
and every dialog made, every file of every format is written. Some ask for a port of this computer on which nobody may knock, some for a
file that nobody may read. Prints its counts; ends with 1 where one that must be 0 is not.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "ui"))

from dialog_kit import dialogs_of
from hostile import Trap, dangers_in, pack_of, session_of, trap
from hostile_window import boxes_of, recent_page, show_hostile_menus
from markup_walk import rich_in, rich_in_boxes, rich_in_menus
from PySide6.QtWidgets import QApplication

from journey_viewer.app import build_window
from journey_viewer.ui.main_window import MainWindow

_MUST_BE_NONE = ("shown as markup", "to be loaded or followed in files", "loaded")
_SETTLING = 3.0  # seconds in which the place Share works out its pages


def show_everything(bait: Trap, payloads: list[str]) -> Counter[str]:
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("there is another application")
    window, counts = build_window(app), Counter[str]()
    window.show()
    window.store.open(session_of(payloads))
    for place in ("deep_dive", "lists", "share", "follow_up"):
        for touchpoint in range(window.store.session.touchpoint_count(0)):
            window.store.look(place=place, person=0, names_shown=True, touchpoint=touchpoint, tabled=True)
            counts["looks"] += 1
        _settle(app)
        window.grab()
        counts["shown as markup"] += len(rich_in(window, payloads))
    for dialog in dialogs_of(window):
        dialog.grab()
        counts["dialogs"] += 1
        counts["shown as markup"] += len(rich_in(dialog, payloads))
        dialog.deleteLater()
    counts += _show_besides(window, payloads)
    counts["loaded"] += bait.sprung
    window.close()
    return counts


def _show_besides(window: MainWindow, payloads: list[str]) -> Counter[str]:
    """Every menu opened, every box that waits with each of the payloads, and the page on which one begins."""
    show_hostile_menus(window, payloads)
    menus, rich = rich_in_menus(window, payloads)
    boxes = [box for payload in payloads for box in boxes_of(window, payload)]
    shown, rich_boxes = rich_in_boxes(boxes, payloads)
    begins = []
    for first in range(0, len(payloads), 5):
        page, names = recent_page(payloads[first : first + 5])
        page.grab()
        begins += rich_in(page, names)
    told = len([*rich, *rich_boxes, *begins])
    return Counter({"menus": menus, "boxes": shown, "shown as markup": told})


def _settle(app: QApplication) -> None:
    end = time.monotonic() + _SETTLING
    while time.monotonic() < end:
        app.processEvents()


def write_everything(bait: Trap, payloads: list[str], folder: Path) -> Counter[str]:
    session, counts = session_of(payloads), Counter[str]()
    files = pack_of(session.to_share(session.shared_people, reasons=True), folder)
    counts["files"] = len(files)
    counts["to be loaded or followed in files"] = sum(len(dangers_in(*file)) for file in files.items())
    counts["loaded"] = int(bait.sprung)
    return counts


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="torture-markup-") as place:
        os.environ["XDG_CONFIG_HOME"] = os.environ["APPDATA"] = (
            place  # whoever runs this keeps their settings
        )
        bait = trap(Path(place))
        payloads = bait.payloads()
        counts = Counter(payloads=len(payloads)) + show_everything(bait, payloads)
        counts.update(write_everything(bait, payloads, Path(place) / "pack"))
        bait.server.close()
    print("Payloads of markup in every field")
    for what in (*(each for each in counts if each not in _MUST_BE_NONE), *_MUST_BE_NONE):
        print(f"  {what:<36} {counts[what]:>6,}" + "   must be 0" * (what in _MUST_BE_NONE))
    return int(any(counts[what] for what in _MUST_BE_NONE))


if __name__ == "__main__":
    sys.exit(main())
