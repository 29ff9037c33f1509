"""Headline numbers on a page: large enough for the back of a room, and clear of each other and of the picture."""

from dataclasses import replace

import pytest
from pack_kit import HEADLINES, case, written
from timeline_kit import width

from journey_viewer.privacy.anonymous_case import AnonymousHeadline
from journey_viewer.timeline.page import INNER, MARGIN, Page, lay_out_page

WORDY = AnonymousHeadline("100%", "of 1,204 contacts with a known time outside core hours")


def wide(text: str, size: float, bold: bool) -> float:
    return width(text, size, bold) * 1.07


def page(*headlines: AnonymousHeadline) -> Page:
    return lay_out_page(replace(written(), headlines=headlines), wide)


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5])
def test_each_number_stands_large_above_the_picture_with_its_words_under_it(count: int) -> None:
    told = page(*[WORDY] * count)
    values = [line for line in told.lines if line.role == "value"]
    labels = [line for line in told.lines if line.role == "label"]
    assert [line.text for line in values] == ["100%"] * count
    assert all(line.size >= 48 for line in values)
    assert all(line.size >= 24 for line in labels)
    assert all(line.y + line.size <= told.top for line in (*values, *labels))
    edges = sorted({line.x for line in values})
    for line in (*values, *labels):
        beside = next((edge for edge in edges if edge > line.x), MARGIN + INNER)
        assert line.x + wide(line.text, line.size, line.bold) < beside + 1


def test_what_a_label_says_is_whole() -> None:
    told = page(*[WORDY] * 5)
    first = min(line.x for line in told.lines if line.role == "label")
    assert (
        " ".join(line.text for line in told.lines if line.role == "label" and line.x == first) == WORDY.label
    )


def test_the_counts_are_no_number_where_they_are_the_title() -> None:
    told = lay_out_page(case(headlines=HEADLINES), wide)
    assert [line.text for line in told.lines if line.role == "value"] == ["1", "29%", "5"]


def test_numbers_and_findings_are_in_the_notes_and_said_of_the_picture() -> None:
    told = page(*HEADLINES)
    for text in ("29% of 21 GP practice contacts with the same clinician", "Crisis cluster: month 9"):
        assert text in told.notes
        assert text in told.described


def test_the_key_explains_bands_and_links_where_there_are_any() -> None:
    items = [item.text for item in page().key]
    assert items[-2:] == ["crisis cluster", "A&E soon after the GP"]
    assert not {"crisis cluster", "A&E soon after the GP"} & {
        item.text for item in lay_out_page(replace(written(), found=()), wide).key
    }


def test_a_band_and_a_link_stand_where_their_contacts_do() -> None:
    drawn = page().drawn
    (band,), (link,) = drawn.finding_bands, drawn.links
    assert (band.left, band.right) == (drawn.scale(8.0), drawn.scale(9.0))
    places = {(mark.x, mark.y) for mark in drawn.marks}
    assert {(link.x, link.y), (link.to_x, link.to_y)} <= places
