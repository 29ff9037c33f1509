"""How long the picture of a journey of 600 contacts takes as PNG of 3840 × 2160, SVG and PDF, against matplotlib.

Both draw in the same run the same lanes, months, names, counts, marks and lines of text, from layouts that are
made already. Prints medians in milliseconds, how many bytes, and ratios. matplotlib is no dependency of ours: where it
is not installed (pip install matplotlib), only our own figures are printed.
"""

import argparse
import io
import os
import statistics
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import numpy as np

from journey_viewer.drawing.fonts import page_text_width
from journey_viewer.drawing.picture import drawing_application, page_png, page_svg, pages_pdf
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousTouchpoint
from journey_viewer.theme import load_theme
from journey_viewer.timeline.layout import Mark
from journey_viewer.timeline.page import PAGE_HEIGHT, PAGE_WIDTH, Page, lay_out_page
from journey_viewer.timeline.shapes import SHAPES

CONTACTS, MONTHS = 600, 24
SIZE = (PAGE_WIDTH / 144, PAGE_HEIGHT / 144)  # inches
WANTED = {"png": 1.5, "svg": 10.0, "pdf": 10.0}
Write = Callable[[], bytes]


def invented_case() -> AnonymousCase:
    """Contacts at random in two years, with every service, some of them missed."""
    chance = np.random.default_rng(11)
    places = np.sort(chance.uniform(0, MONTHS, CONTACTS)).tolist()
    services = [tuple(Service)[place] for place in chance.integers(0, len(Service) - 1, CONTACTS)]
    missed = (chance.random(CONTACTS) < 0.15).tolist()
    touchpoints = tuple(
        AnonymousTouchpoint(
            service,
            Kind.CONTACT,
            Outcome.DID_NOT_ATTEND if was_missed else Outcome.ATTENDED,
            int(at) + 1,
            at,
            None,
            "",
            False,
            False,
            "",
        )
        for at, service, was_missed in zip(places, services, missed, strict=True)
    )
    return AnonymousCase(
        label="Case A",
        description="Woman, 50–59",
        period="two years",
        months=MONTHS,
        touchpoints=touchpoints,
        gaps=(),
        counts=Counter(services),
        supplied=frozenset(Service),
        seen=tuple(f"What the journey shows, number {number}" for number in range(4)),
        covered=("Every service had contact",),
    )


def ours(page: Page) -> dict[str, Write]:
    """A function for each kind of file."""
    theme = load_theme()
    return {
        "png": lambda: page_png(page, theme, PAGE_WIDTH * 2),
        "svg": lambda: page_svg(page, theme),
        "pdf": lambda: pages_pdf([page], theme),
    }


def theirs(page: Page, pyplot: Any) -> dict[str, Write]:
    """The same by matplotlib: one scatter for each service and outcome, words as text."""

    def saved(kind: str) -> bytes:
        figure = _figure(page, pyplot)
        content = io.BytesIO()
        figure.savefig(content, format=kind, dpi=144 * 2)
        pyplot.close(figure)
        return content.getvalue()

    return {kind: lambda kind=kind: saved(kind) for kind in WANTED}  # type: ignore[misc]  # a default that is bound


def _figure(page: Page, pyplot: Any) -> Any:
    figure = pyplot.figure(figsize=SIZE)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, PAGE_WIDTH)
    axes.set_ylim(PAGE_HEIGHT, 0)
    axes.axis("off")
    colours = load_theme().colours
    axes.axhspan(0, 10, color=colours["accent"])
    _lanes(axes, page)
    _marks(axes, page)
    for line in page.lines:
        weight = "bold" if line.bold else "normal"
        axes.text(line.x, line.y, line.text, fontsize=line.size / 2, weight=weight, va="top")
    for item in page.key:
        middle = item.sample.y if isinstance(item.sample, Mark) else item.sample.top
        axes.scatter([item.x - 20], [middle], s=100, color=colours["quiet"])
        axes.text(item.x, middle, item.text, fontsize=item.size / 2, va="center")
    return figure


def _lanes(axes: Any, page: Page) -> None:
    layout, theme = page.drawn, load_theme()
    for place, lane in enumerate(layout.lanes):
        top, middle = page.top + lane.top, page.top + lane.middle
        if place % 2 == 0:
            axes.axhspan(top, top + lane.height, color=theme.colours["stripe"])
        colour = theme.services[lane.service].colour
        axes.plot([page.left, page.left], [top + 4, top + lane.height - 4], color=colour, linewidth=2.5)
        axes.text(page.left + 20, middle, lane.name, fontsize=12, weight="bold", va="center")
        axes.text(page.left + layout.left - 20, middle, str(lane.count), fontsize=12, ha="right", va="center")
    for tick in layout.ticks:
        axes.axvline(page.left + tick.x, color=theme.colours["grid"], linewidth=0.5)
        axes.text(page.left + tick.x, page.top + layout.top - 10, tick.label, fontsize=12)


def _marks(axes: Any, page: Page) -> None:
    looks, marks = load_theme().services, page.drawn.marks
    for service, outcome in sorted({(mark.service, mark.outcome) for mark in marks}):
        look = looks[service]
        single = [mark for mark in marks if (mark.service, mark.outcome, mark.count) == (service, outcome, 1)]
        axes.scatter(
            [page.left + mark.x for mark in single],
            [page.top + mark.y for mark in single],
            s=120,
            marker=[(x, -y) for x, y in SHAPES[look.shape]] or "o",
            facecolors=look.colour if outcome is Outcome.ATTENDED else "white",
            edgecolors=look.colour,
        )
    for mark in (mark for mark in marks if mark.count > 1):
        look = looks[mark.service]
        axes.text(
            page.left + mark.x,
            page.top + mark.y,
            mark.count_text,
            fontsize=mark.radius,
            color=look.on,
            ha="center",
            va="center",
            bbox={"boxstyle": "round", "facecolor": look.colour, "edgecolor": "white"},
        )


def median(write: Write, repeats: int) -> tuple[float, int]:
    """Milliseconds, and how many bytes are written."""
    size = len(write())
    taken = []
    for _ in range(repeats):
        begun = time.perf_counter()
        write()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken), size


def matplotlib_pyplot() -> Any:
    """None where it is not installed."""
    try:
        import matplotlib as mpl
    except ImportError:
        return None
    mpl.use("agg")
    mpl.rcParams["svg.fonttype"] = "none"
    mpl.rcParams["pdf.fonttype"] = 42
    from matplotlib import pyplot as plt

    return plt


def main() -> int:
    """Print the table; the exit code is 1 where a ratio is below what is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=7)
    repeats = parser.parse_args().repeats
    drawing_application()
    page = lay_out_page(invented_case(), page_text_width)
    pyplot = matplotlib_pyplot()
    others = theirs(page, pyplot) if pyplot else {}
    print(f"\nA page of {CONTACTS} contacts, {len(page.drawn.marks)} marks: median of {repeats}")
    if not others:
        print("matplotlib is not installed here (pip install matplotlib): only our own figures")
    enough = True
    for kind, write in ours(page).items():
        took, size = median(write, repeats)
        told = f"{kind}  ours {took:8.1f} ms  {size / 1024:7.0f} KB"
        if others:
            other, other_size = median(others[kind], repeats)
            ratio = other / took
            enough = enough and ratio >= WANTED[kind]
            told += f"   matplotlib {other:8.1f} ms  {other_size / 1024:7.0f} KB   {ratio:5.1f} times faster (wanted {WANTED[kind]:g})"
        print(told)
    return 0 if enough else 1


if __name__ == "__main__":
    raise SystemExit(main())
