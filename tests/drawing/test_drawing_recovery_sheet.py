"""The sheet for the safe: all of it on one page, and nothing secret."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from picture_kit import check_golden, pixels

from journey_viewer.drawing.recovery_sheet import (
    HEIGHT,
    MARGIN,
    WIDTH,
    RecoverySheet,
    recovery_sheet_image,
    recovery_sheet_pdf,
)
from journey_viewer.theme import load_theme

pytestmark = pytest.mark.usefixtures("qapp")
SHEET = RecoverySheet("Riverside deep dive.journey", "/home/practice/Documents", date(2026, 11, 27))


def test_the_sheet_is_drawn_as_somebody_looked_at_it(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    actual = recovery_sheet_image(SHEET, load_theme(), 744)
    check_golden("recovery-sheet", actual, tmp_path, update=request.config.getoption("--update-golden"))


@pytest.mark.parametrize("folder", ["/a", "/with spaces/" * 20, "C:\\" + "without" * 30])
def test_nothing_is_drawn_outside_the_margins_however_long_the_place(folder: str) -> None:
    drawn = pixels(recovery_sheet_image(replace(SHEET, folder=folder), load_theme(), round(WIDTH)))
    inked = np.argwhere((drawn < 200).any(axis=-1))
    (top, left), (bottom, right) = inked.min(axis=0), inked.max(axis=0)
    assert min(top, left) >= MARGIN - 2
    assert right <= WIDTH - MARGIN + 2
    assert bottom <= HEIGHT - MARGIN / 2


def test_the_pdf_is_one_page_that_names_no_machine() -> None:
    content = recovery_sheet_pdf(SHEET, load_theme())
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1
