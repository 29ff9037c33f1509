"""Notes on a stretch of months: bands, with words where there is room and numbers where there is none."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_kit import case
from timeline_kit import width

from journey_viewer.privacy.anonymous_case import AnonymousGap, AnonymousNote
from journey_viewer.timeline.bands import MOST_ROWS, numbers_of
from journey_viewer.timeline.lay_out import lay_out_anonymous
from journey_viewer.timeline.layout import AnonymousLayout, Frame

FRAME = Frame(1800, 600, 24, 11)
LONG = "words that are longer than a month or two of the picture are wide and so have no room"


def laid_out(*notes: AnonymousNote, gaps: tuple[AnonymousGap, ...] = ()) -> AnonymousLayout:
    return lay_out_anonymous(case(notes=notes, gaps=gaps), FRAME, width)


def test_a_band_reaches_from_the_beginning_of_a_month_to_the_end_of_one() -> None:
    layout = laid_out(AnonymousNote("Crisis", 4.0, 6.0))
    (band,) = layout.bands
    assert (band.left, band.right) == (layout.scale(4), layout.scale(6))
    assert (band.label, band.numbers, band.leader) == ("Crisis", (), None)
    assert band.middle == pytest.approx((band.left + band.right) / 2)


def test_a_note_on_the_whole_journey_has_no_band() -> None:
    assert laid_out(AnonymousNote("About all of it")).bands == ()


def test_words_at_the_edge_stay_inside_the_plot() -> None:
    layout = laid_out(AnonymousNote("A word or two about the end", 11.0, 12.0))
    (band,) = layout.bands
    assert band.middle + width(band.label, 24 * 0.92, True) / 2 <= layout.scale.right


def test_words_that_would_cover_others_go_one_row_down() -> None:
    one, other = laid_out(
        AnonymousNote("Twenty letters again", 3.0, 4.0), AnonymousNote("And more of them", 4.0, 5.0)
    ).bands
    assert other.top > one.top
    assert one.leader is None
    assert other.leader is not None
    assert other.left < other.leader < other.right


def test_words_keep_clear_of_those_of_a_silence() -> None:
    layout = laid_out(AnonymousNote("Waiting for an answer", 3.0, 6.0), gaps=(AnonymousGap(3, 6, 3),))
    assert layout.silences[0].label
    assert layout.bands[0].top > layout.bottom + 24


def test_notes_on_the_same_months_share_a_band() -> None:
    (band,) = laid_out(AnonymousNote("One", 2.0, 4.0), AnonymousNote("Two", 2.0, 4.0)).bands
    assert band.label == "One · Two"


def test_what_has_no_room_has_a_number() -> None:
    notes = [AnonymousNote(f"{LONG} {number}", float(number), number + 1.0) for number in range(4)]
    bands = laid_out(*notes).bands
    assert [band.numbers for band in bands if band.label.startswith("Note ")] == [(1,), (2,), (3,)]
    assert numbers_of(notes, bands).count(0) == 1


def test_the_plot_gives_way_to_the_rows_of_words() -> None:
    none, three = (
        laid_out(),
        laid_out(*[AnonymousNote("Twenty letters again", at, at + 1.0) for at in (3.0, 3.5, 4.0)]),
    )
    assert three.bottom < none.bottom
    assert three.frame == none.frame
    assert all(band.top + 24 <= FRAME.height for band in three.bands)


STRETCHES = st.tuples(st.integers(0, 11), st.integers(1, 6), st.integers(1, 90))


@given(st.lists(STRETCHES, max_size=14), st.booleans())
def test_words_never_cover_words(stretches: list[tuple[int, int, int]], silent: bool) -> None:
    notes = [
        AnonymousNote("w" * long, float(at), float(min(12, at + months))) for at, months, long in stretches
    ]
    layout = laid_out(*notes, gaps=(AnonymousGap(3, 8, 5),) if silent else ())
    size = FRAME.text * 0.92
    words = [(band.middle, band.top, width(band.label, size, True)) for band in layout.bands if band.label]
    words += [
        (one.middle, layout.bottom + FRAME.text * 0.3, width(one.label, size, False))
        for one in layout.silences
        if one.label
    ]
    for (x, y, long), (other_x, other_y, other_long) in combinations(words, 2):
        assert y != other_y or abs(x - other_x) >= (long + other_long) / 2
    for leader, top in ((band.leader, band.top) for band in layout.bands if band.leader is not None):
        assert all(y >= top or abs(x - leader) > long / 2 for x, y, long in words)
    assert len({y for _, y, _ in words}) <= MOST_ROWS
    assert len(numbers_of(notes, layout.bands)) == len(notes)
