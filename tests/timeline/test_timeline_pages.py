"""A pack as pages: which there are, what stands on them, and that nothing is cut, small or on top of other things."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pack_kit import HEADLINE, action, case, coarse, contact, pack, written
from timeline_kit import as_text, width

from journey_viewer.model.words import Outcome, Service
from journey_viewer.privacy.anonymous_case import AnonymousNote
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.privacy.identifiers import own_words
from journey_viewer.timeline.handout import lay_out_handout
from journey_viewer.timeline.layout import Mark
from journey_viewer.timeline.page import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, SMALLEST, Page, lay_out_page
from journey_viewer.timeline.pages import lay_out_pack

Golden = Callable[[str, str], None]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

SENTENCES = st.text("abc  ", min_size=1, max_size=240).filter(str.strip)


def wide(text: str, size: float, bold: bool) -> float:
    return width(text, size, bold) * 1.07


def pages(of: AnonymousPack) -> tuple[Page, ...]:
    return lay_out_pack(of, wide)


def told(page: Page) -> Iterator[str]:
    """The page as readable text."""
    yield f"== {page.kind}: {page.label} =="
    yield from (
        f"{line.role} {line.size:.0f} at {line.x:.0f}, {line.y:.0f}: {line.text}" for line in page.lines
    )
    if page.swimlane:
        yield as_text(page.swimlane)
        for band in page.swimlane.bands:
            yield f"band {band.left:.0f} to {band.right:.0f}: {band.label} at {band.middle:.0f}, {band.top:.0f}"
    yield "key: " + ", ".join(f"{item.text} at {item.x:.0f}" for item in page.key)
    if page.table:
        yield from (
            f"row at {row.top:.0f}: {' | '.join(map(' / '.join, row.cells))}" for row in page.table.rows
        )
    yield "badges: " + ", ".join(f"{badge.text} at {badge.x:.0f}, {badge.y:.0f}" for badge in page.badges)


def boxes(page: Page) -> list[Box]:
    """Where words stand: lines, the key, what is under and beside the plot; and the plot itself."""
    found = [(x, y, x + wide(text, size, bold), y + size) for text, x, y, size, bold in _lines(page)]
    for item in page.key:
        sample = item.sample
        middle = sample.y if isinstance(sample, Mark) else sample.top + sample.height / 2
        end = item.x + wide(item.text, item.size, False)
        found.append((item.x, middle - item.size / 2, end, middle + item.size / 2))
    if page.swimlane:
        layout, size = page.swimlane, page.swimlane.frame.text * 0.92
        x, y = page.left, page.top
        found.append((x, y + layout.top, x + layout.right, y + layout.bottom))
        for words, middle, top, bold in (
            *(
                (one.label, one.middle, layout.bottom + layout.frame.text * 0.3, False)
                for one in layout.silences
            ),
            *((band.label, band.middle, band.top, True) for band in layout.bands),
        ):
            half = wide(words, size, bold) / 2
            found.append(
                (x + middle - half, y + top + 1, x + middle + half, y + top + size)
            ) if words else None
    return found


def _lines(page: Page) -> Iterator[tuple[str, float, float, float, bool]]:
    yield from ((line.text, line.x, line.y, line.size, line.bold) for line in page.lines)
    if page.table:
        table = page.table
        for row in table.rows:
            for column, lines in zip(table.columns, row.cells, strict=True):
                for place, text in enumerate(lines):
                    yield text, column.left, row.top + 9 + place * table.pitch, table.size, False


def overlapping(found: list[Box]) -> list[tuple[Box, Box]]:
    return [
        (one, other)
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


def check(page: Page) -> None:
    """Everything inside the page, nothing too small, nothing on top of anything else."""
    found = boxes(page)
    assert [box for box in found if box[0] < MARGIN - 1 or box[2] > PAGE_WIDTH - MARGIN + 1] == []
    assert [box for box in found if box[1] < 0 or box[3] > PAGE_HEIGHT] == []
    assert overlapping(found) == []
    assert min(line.size for line in page.lines) >= SMALLEST
    assert all(item.size >= SMALLEST for item in page.key)


def test_the_pages_of_a_pack_are_laid_out_as_somebody_looked_at_them(golden: Golden) -> None:
    golden("pages.txt", "\n".join(line for page in pages(pack()) for line in told(page)) + "\n")


def test_a_pack_has_a_title_how_to_read_it_its_cases_and_its_actions() -> None:
    assert [page.kind for page in pages(pack())] == ["title", "reading", "case", "case", "actions"]


@pytest.mark.parametrize("page", pages(pack(30)), ids=lambda page: page.label)
def test_nothing_on_a_page_is_cut_off_small_or_on_top_of_something_else(page: Page) -> None:
    check(page)


@settings(max_examples=40)
@given(
    points=st.tuples(st.lists(SENTENCES, max_size=12), st.lists(SENTENCES, max_size=12)),
    head=st.tuples(st.just("") | SENTENCES, st.just("") | SENTENCES),
    notes=st.lists(st.tuples(SENTENCES, st.integers(0, 11), st.integers(1, 6)), max_size=9),
    services=st.lists(st.sampled_from(Service), max_size=60),
)
def test_whatever_was_written_has_its_place_and_stands_in_the_notes(
    points: tuple[list[str], list[str]],
    head: tuple[str, str],
    notes: list[tuple[str, int, int]],
    services: list[Service],
) -> None:
    (seen, different), (headline, about) = points, head
    contacts = [contact(place / 5, service) for place, service in enumerate(services)]
    page = lay_out_page(
        case(
            *contacts,
            seen=tuple(seen),
            different=tuple(different),
            headline=headline,
            about=about,
            notes=tuple(
                AnonymousNote(text, float(at), float(min(12, at + long))) for text, at, long in notes
            ),
        ),
        wide,
    )
    check(page)
    said = " ".join(page.notes.split())
    texts = [headline, about, *seen, *different, *(text for text, *_ in notes)]
    assert [text for text in texts if " ".join(text.split()) not in said] == []
    assert all(band.label or band.numbers for band in page.drawn.bands)


def test_what_has_no_room_is_counted_on_the_page() -> None:
    page = lay_out_page(case(different=tuple(f"Line {number}" for number in range(20))), wide)
    shown = [line.text for line in page.lines if line.text.startswith("Line ")]
    (rest,) = [line.text for line in page.lines if line.text.startswith("and ")]
    assert rest == f"and {20 - len(shown)} more in the slide’s notes and the handout"
    assert 3 <= len(shown) < 20


@pytest.mark.parametrize(("words", "lines", "whole"), [(8, 1, True), (22, 2, True), (60, 2, False)])
def test_a_long_headline_takes_two_lines_and_is_whole_in_the_notes(
    words: int, lines: int, whole: bool
) -> None:
    headline = " ".join(["again"] * words)
    page = lay_out_page(case(headline=headline), wide)
    titles = [line.text for line in page.lines if line.role == "title"]
    assert len(titles) == lines
    assert (" ".join(titles) == f"Case A: {headline}") is whole
    assert headline in page.notes


def test_the_counts_are_the_title_unless_a_headline_was_written() -> None:
    plain, headed = (lay_out_page(each, wide).lines for each in (case(), replace(written(), headlines=())))
    assert [line.text for line in plain[:2]] == [
        "Case A: 6 touchpoints with 5 services in a year",
        "Woman, 50–59.",
    ]
    assert [line.text for line in headed[:2]] == [
        f"Case A: {HEADLINE}",
        "Woman, 50–59. Lives alone. 6 touchpoints with 5 services in a year.",
    ]


def test_what_could_be_different_takes_the_place_of_what_the_lists_cover() -> None:
    headings = [
        [line.text for line in lay_out_page(each, wide).lines if line.role == "heading"]
        for each in (case(), written())
    ]
    assert headings == [["What we see", "What the lists cover"], ["What we see", "What could be different"]]


def test_how_many_of_how_many_stands_under_every_case() -> None:
    footer = lay_out_page(written(), wide).lines[-1]
    assert footer.text.startswith(
        "Anonymised, for learning. One person, not a sample; 4 of 6 touchpoints attended."
    )


def test_a_family_told_as_one_is_a_lane_with_its_name() -> None:
    page = lay_out_page(coarse(), wide)
    assert [lane.name for lane in page.drawn.lanes][:4] == [
        "GP practice",
        "Urgent and emergency care",
        "Hospital stay",
        "Outpatients",
    ]
    assert "Urgent and emergency care 1, Community and mental health 1" in page.described
    assert "Months 1–3: GP practice; Urgent and emergency care." in page.notes


def test_quarters_are_told_as_three_months() -> None:
    labels = [tick.label for tick in lay_out_page(coarse(), wide).drawn.ticks]
    assert labels == ["months 1–3", "months 4–6", "months 7–9", "months 10–12"]


def test_places_and_reasons_are_in_the_notes_and_not_on_the_page() -> None:
    page = lay_out_page(case(), wide)
    assert "GP practice (GP 1), for “tired”" in page.notes
    assert "A&E (Hospital A)" in page.notes
    assert not [line for line in page.lines if "tired" in line.text or "Hospital A" in line.text]


@pytest.mark.parametrize("count", [0, 1, 9, 40])
def test_every_action_is_on_one_page_whatever_their_number(count: int) -> None:
    tables = [page.table for page in pages(pack(count)) if page.table]
    whats = [row.cells[1] for table in tables for row in table.rows]
    assert whats == [(f"Agree on one plan, part {number}",) for number in range(1, count + 1)]


def test_an_action_says_what_is_not_known_yet_and_more_in_the_notes() -> None:
    (page,) = [
        page
        for page in pages(AnonymousPack((), "", (action(1, lead="", due=None, what="word " * 900),)))
        if page.table
    ]
    check(page)
    assert page.table
    assert [cell[0] for cell in page.table.rows[0].cells[2:]] == ["nobody yet", "no day set", "Open"]
    assert page.notes.count("word") == 900
    assert "sponsor: Clinical director, delivers: Link worker" in page.notes


def test_the_title_page_says_how_many_of_how_many() -> None:
    title, *_ = pages(pack())
    values = [line.text for line in title.lines if line.role == "value"]
    assert (title.lines[0].text, values) == ("Riverside deep dive", ["2", "9", "7", "12"])
    assert (
        "2 cases; 9 touchpoints with 7 services; 7 of them attended contacts; 12 months at most"
        in title.notes
    )
    assert "2 cases in all: 9 touchpoints drawn, 7 of them attended contacts." in title.described
    assert pages(AnonymousPack(()))[0].lines[0].text == "Deep dive"


def test_how_to_read_it_explains_every_mark_that_there_is() -> None:
    page = pages(pack())[1]
    words = {item.text for item in page.key}
    assert (
        len(words) == len(Outcome) + 6
    )  # several, uncertain, stay, wait, a band and a link that rules found
    assert "Three months are told together in Case B." in page.notes
    assert "Followed by is not caused by" in page.notes
    assert {badge.text for badge in page.badges} == set("123456789")


def test_what_nobody_wrote_is_in_words_that_are_known_as_our_own() -> None:
    bare = [replace(told, clinician="", place="", reason="") for told in case().touchpoints]
    cases = (case(*bare, seen=(), covered=()), replace(coarse(), seen=(), covered=()))
    unsaid = action(1, case="All cases", what="", lead="", sponsor="all", delivers="all", due=None)
    plain = AnonymousPack(cases, "", (unsaid,))
    texts = [text for page in (*pages(plain), *lay_out_handout(plain, wide)) for text in page.words]
    words = {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text.casefold())}
    assert words - own_words() == set()


@pytest.mark.parametrize("page", pages(pack()), ids=lambda page: page.label)
def test_all_words_of_a_page_can_be_listed(page: Page) -> None:
    words = list(page.words)
    assert {line.text for line in page.lines} <= set(words)
    assert page.notes in words
