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


def main() -> int:
    drawing_application()
    theme, laid_out = load_theme(), pages()
    painted = {page.label: page_png(page, theme) for page in laid_out}
    native = seconds(lambda: write_deck(laid_out, theme, MADE_ON))
    picture = seconds(lambda: write_deck(laid_out, theme, MADE_ON, pictures=lambda page: painted[page.label]))
    painting = seconds(lambda: [page_png(page, theme) for page in laid_out], 2)
    shapes = sum(len(page.swimlane.marks) + len(page.swimlane.spans) for page in laid_out)
    print(f"{CASES} cases of {CONTACTS} contacts, {shapes:,} marks and spans of them")
    print(f"native shapes   {native:6.3f} s")
    print(f"pictures        {picture:6.3f} s, and {painting:.3f} s to paint them")
    print(f"native to pictures: {native / picture:.1f} times, at most {MOST:.0f}")
    return int(native > MOST * picture)


if __name__ == "__main__":
    sys.exit(main())
