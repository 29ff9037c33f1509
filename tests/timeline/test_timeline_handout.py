"""The pack on upright sheets: words flow over as many as they need, inside their margins and clear of each other."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from pack_kit import case, contact, pack
from timeline_kit import width

from journey_viewer.model.words import Service
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.timeline.handout import lay_out_handout
from journey_viewer.timeline.page import Page
from journey_viewer.timeline.sheets import FOOT, HEIGHT, LEFT, ROOM, TOP, WIDTH


def check(sheet: Page) -> None:
    """Every line inside the margins, under the one before it and clear of the picture."""
    *lines, foot = sheet.lines
    assert all(line.x + width(line.text, line.size, line.bold) <= LEFT + ROOM for line in lines)
    assert all(line.y >= TOP and line.y + line.size <= FOOT for line in lines)
    assert FOOT < foot.y < HEIGHT
    tops = sorted({(line.y, line.size) for line in lines})
    assert all(y + size <= below for (y, size), (below, _) in pairwise(tops))
    if sheet.swimlane:
        bottom = sheet.top + sheet.swimlane.frame.height
        assert [line for line in lines if sheet.top < line.y < bottom] == []
        assert sheet.left + sheet.swimlane.frame.width <= LEFT + ROOM
    if sheet.table:
        assert sheet.table.bottom <= FOOT


def test_the_sheets_say_which_of_how_many_they_are() -> None:
    sheets = lay_out_handout(pack(), width)
    feet = [sheet.lines[-1].text for sheet in sheets]
    assert feet[0] == f"Anonymised, for learning · Riverside deep dive · page 1 of {len(sheets)}"
    assert feet[1] == f"Anonymised, for learning · Case A · page 2 of {len(sheets)}"
    assert {(sheet.width, sheet.height) for sheet in sheets} == {(WIDTH, HEIGHT)}


def test_every_case_begins_on_a_sheet_of_its_own_with_its_picture() -> None:
    sheets = lay_out_handout(pack(), width)
    pictured = [sheet.label for sheet in sheets if sheet.swimlane]
    assert pictured == ["Riverside deep dive", "Case A", "Case B"]


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.floats(0, 11.9), st.sampled_from(Service), st.text("ab ", max_size=80)), max_size=400
    ),
    st.lists(st.text("abc  ", min_size=1, max_size=300).filter(str.strip), max_size=12),
    st.integers(0, 40),
)
def test_nothing_is_outside_or_on_top_whatever_there_is_to_tell(
    contacts: list[tuple[float, Service, str]], points: list[str], actions: int
) -> None:
    told = [contact(at, service, reason=reason) for at, service, reason in sorted(contacts)]
    one = case(*told, different=tuple(points), seen=tuple(points))
    sheets = lay_out_handout(AnonymousPack((one,), "", pack(actions).actions), width)
    for sheet in sheets:
        check(sheet)
    words = " ".join(line.text for sheet in sheets for line in sheet.lines)
    assert [point for point in points if " ".join(point.split()) not in words] == []
    rows = [row for sheet in sheets if sheet.table for row in sheet.table.rows]
    assert len(rows) == actions
