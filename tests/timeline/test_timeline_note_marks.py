from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_kit import FRAME, as_text, width

from journey_viewer.model.case import Case
from journey_viewer.model.notes import Note, Tone
from journey_viewer.model.words import Service
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.timeline.lay_out import lay_out, lay_out_anonymous
from journey_viewer.timeline.layout import Frame, Layout
from journey_viewer.timeline.note_marks import lay_out_note_key, notes_at, with_notes

Golden = Callable[[str, str], None]
MakeCase = Callable[..., Case]
Lines = st.SearchStrategy[list[str]]
LINES = ("2024-01-08 gp", "2024-03-02 ae", "2024-03-03 inpatient stay; until=2024-03-11", "2024-11-30 gp")
VANISHED = 99


def on(case: Case, row: int, number: int, tone: Tone = Tone.NEITHER) -> Note:
    touchpoint = case.touchpoints[row]
    day = touchpoint.start.date()
    return Note(
        number, 0, "text", tone, touchpoint=touchpoint.number, service=touchpoint.service, first=day, last=day
    )


def over(number: int, first: str, last: str, tone: Tone = Tone.NEITHER) -> Note:
    return Note(number, 0, "text", tone, first=date.fromisoformat(first), last=date.fromisoformat(last))


def vanished(number: int, day: str, service: Service = Service.COMMUNITY) -> Note:
    when = date.fromisoformat(day)
    return Note(number, 0, "text", touchpoint=VANISHED, service=service, first=when, last=when)


def written(case: Case, *notes: Note, frame: Frame = FRAME) -> Layout:
    return with_notes(lay_out(case, frame, width), case, notes, width)


def test_notes_on_a_picture_are_as_they_were(journey: MakeCase, golden: Golden) -> None:
    case = journey(*LINES, last="2024-12-31")
    notes = (
        *(on(case, 0, 1), on(case, 1, 2, Tone.CONCERN), on(case, 1, 3, Tone.STRENGTH), on(case, 1, 4)),
        *(on(case, 2, 5), vanished(6, "2024-06-01"), vanished(7, "2024-06-01", Service.OTHER)),
        *(over(8, "2024-03-01", "2024-05-31", Tone.CONCERN), over(9, "2024-04-01", "2024-04-01")),
        *(over(10, "2023-01-01", "2024-01-20"), over(11, "2024-12-01", "2025-02-01"), Note(12, 0, "all")),
    )
    golden("layout-notes.txt", as_text(written(case, *notes)))


def test_notes_change_nothing_else_on_the_picture(journey: MakeCase) -> None:
    case = journey(*LINES)
    plain = lay_out(case, FRAME, width)
    assert (
        with_notes(written(case, on(case, 0, 1), over(2, "2024-03-01", "2024-05-31")), case, (), width)
        == plain
    )


def test_an_anonymised_picture_has_no_place_for_notes(journey: MakeCase) -> None:
    layout = lay_out_anonymous(anonymise(journey(*LINES)), FRAME, width)
    assert not hasattr(layout, "flags")
    assert not hasattr(layout, "brackets")


def test_notes_of_one_tone_on_one_contact_share_a_flag(journey: MakeCase) -> None:
    case = journey(*LINES)
    layout = written(case, on(case, 1, 1), on(case, 1, 2), on(case, 1, 3, Tone.CONCERN))
    assert [(flag.tone, flag.numbers) for flag in layout.flags] == [
        (Tone.CONCERN, (3,)),
        (Tone.NEITHER, (1, 2)),
    ]


@pytest.mark.parametrize("day", ["2019-06-01", "2029-06-01"])
def test_what_is_outside_the_picture_is_not_on_it(journey: MakeCase, day: str) -> None:
    layout = written(journey(*LINES), vanished(1, day), over(2, day, day), Note(3, 0, "all"))
    assert (layout.flags, layout.brackets) == ((), ())


def test_a_note_whose_contact_vanished_stands_at_its_day_in_its_lane(journey: MakeCase) -> None:
    layout = written(journey(*LINES), vanished(1, "2024-06-01"))
    (flag,) = layout.flags
    (lane,) = [lane for lane in layout.lanes if lane.service is Service.COMMUNITY]
    assert flag.vanished
    assert lane.top <= flag.y <= lane.top + lane.height


def test_stretches_that_overlap_stand_under_each_other(journey: MakeCase) -> None:
    notes = (
        over(1, "2024-02-01", "2024-06-01"),
        over(2, "2024-03-01", "2024-04-01"),
        over(3, "2024-08-01", "2024-09-01"),
    )
    first, second, third = written(journey(*LINES), *notes).brackets
    assert first.flag.y == third.flag.y < second.flag.y


def test_the_flag_of_a_stretch_keeps_clear_of_the_words_of_the_axis(journey: MakeCase) -> None:
    layout = written(journey(*LINES), over(1, "2024-07-01", "2025-06-01"))
    (bracket,) = layout.brackets
    words = [(tick.x, tick.x + width(tick.label, FRAME.text, tick.strong)) for tick in layout.ticks]
    assert all(bracket.flag.x + bracket.flag.size <= left or right <= bracket.flag.x for left, right in words)
    assert bracket.left <= bracket.flag.x <= bracket.right


@given(data=st.data())
def test_every_flag_is_inside_the_picture_and_leads_to_its_notes(
    journey: MakeCase, any_journey: Lines, data: st.DataObject
) -> None:
    case = journey(*data.draw(any_journey))
    rows = range(len(case.touchpoints))
    chosen = (
        data.draw(st.lists(st.tuples(st.sampled_from(rows), st.sampled_from(Tone)), max_size=8))
        if rows
        else []
    )
    layout = written(case, *(on(case, row, n, tone) for n, (row, tone) in enumerate(chosen, start=1)))
    assert sorted(number for flag in layout.flags for number in flag.numbers) == list(
        range(1, len(chosen) + 1)
    )
    for flag in layout.flags:
        assert 0 <= flag.x <= flag.x + flag.size <= layout.frame.width
        assert 0 <= flag.y - flag.size * 1.4 <= flag.y <= layout.frame.height
        assert notes_at(layout, flag.x + flag.size / 2, flag.y - flag.size / 2) != ()


def test_a_stretch_is_found_by_its_line_and_by_its_flag(journey: MakeCase) -> None:
    layout = written(journey(*LINES), over(4, "2024-03-01", "2024-05-31"))
    (bracket,) = layout.brackets
    assert notes_at(layout, bracket.right - 1, bracket.flag.y) == (4,)
    assert notes_at(layout, bracket.flag.x + 3, bracket.flag.y - 6) == (4,)
    assert notes_at(layout, bracket.right + 20, bracket.flag.y) == ()


def test_the_key_tells_of_those_that_are_there(journey: MakeCase) -> None:
    case = journey(*LINES)
    layout = written(case, on(case, 0, 1, Tone.CONCERN), over(2, "2024-03-01", "2024-04-01", Tone.STRENGTH))
    items = lay_out_note_key(layout, left=4, middle=10, size=12, width=width)
    assert [item.text for item in items] == ["strength noted", "concern noted"]
    ends = [item.x + width(item.text, item.size, False) for item in items]
    assert all(end < later.sample.x for end, later in zip(ends, items[1:], strict=False))


def test_without_notes_there_is_no_key_of_notes(journey: MakeCase) -> None:
    assert lay_out_note_key(written(journey(*LINES)), left=4, middle=10, size=12, width=width) == ()


@pytest.mark.parametrize("row", range(4))
def test_flags_of_one_contact_stand_beside_each_other(journey: MakeCase, row: int) -> None:
    case = journey(*LINES)
    flags = written(case, *(on(case, row, n, tone) for n, tone in enumerate(Tone, start=1))).flags
    assert all(abs(one.x - other.x) >= one.size for one, other in combinations(flags, 2))
