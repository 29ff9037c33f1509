"""How long a deck of native shapes takes, against the same pages as pictures: twelve cases of 600 contacts each.

Prints medians in seconds and the ratio, which is to stay under 10. The pictures are painted beforehand,
so that only writing is compared; what painting them takes is told besides.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from bench_timeline import invented_case

from journey_viewer.drawing.fonts import page_text_width
from journey_viewer.drawing.picture import drawing_application, page_png
from journey_viewer.export.deck import write_deck
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.theme import load_theme
from journey_viewer.timeline.page import Page, lay_out_page

CASES, CONTACTS, REPEATS = 12, 600, 7
MOST = 10.0
MADE_ON = date(2026, 4, 1)


def pages() -> list[Page]:
    case = anonymise(invented_case(CONTACTS))
    labels = [f"Case {letter}" for letter in "ABCDEFGHIJKL"]
    return [lay_out_page(replace(case, label=label), page_text_width) for label in labels]


def seconds(write: Callable[[], object], repeats: int = REPEATS) -> float:
    """The median."""
    write()
    taken = []
    for _ in range(repeats):
        begun = time.perf_counter()
        write()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def apart(page: Page) -> Page:
    """The same with a mark for every contact, as if none had stood close to another."""
    drawn = page.drawn
    one = next(mark for mark in drawn.marks if mark.count == 1)
    step = (drawn.right - drawn.left) / CONTACTS
    marks = tuple(replace(one, x=drawn.left + step * place, rows=(place,)) for place in range(CONTACTS))
    return replace(page, swimlane=replace(drawn, marks=marks))


def main() -> int:
    drawing_application()
    theme, laid_out = load_theme(), pages()
    painted = {page.label: page_png(page, theme) for page in laid_out}
    picture = seconds(lambda: write_deck(laid_out, theme, MADE_ON, pictures=lambda page: painted[page.label]))
    painting = seconds(lambda: [page_png(page, theme) for page in laid_out], 2)
    print(f"{CASES} cases of {CONTACTS} contacts")
    print(f"as pictures                     {picture:6.3f} s, and {painting:.3f} s to paint them")
    worst = 0.0
    for name, drawn in (("close ones together", laid_out), ("every contact apart", [*map(apart, laid_out)])):
        native = seconds(lambda drawn=drawn: write_deck(drawn, theme, MADE_ON))  # type: ignore[misc]
        marks = sum(len(page.drawn.marks) for page in drawn)
        print(
            f"native, {name:19} {native:10.3f} s, {marks:,} marks: {native / picture:.1f} times, at most {MOST:.0f}"
        )
        worst = max(worst, native / picture)
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
