"""What rules found, on the picture: bands under the marks, links between them."""

from dataclasses import replace
from datetime import date

import pytest
from invented import OTTILIE, contact, session_on

from journey_viewer.model.case import Case
from journey_viewer.model.findings import Finding
from journey_viewer.model.words import Service
from journey_viewer.patterns.drawn import is_drawn, kinds_drawn
from journey_viewer.timeline.finding_marks import with_days_found, with_findings
from journey_viewer.timeline.key import lay_out_sign_key
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Frame, Layout
from journey_viewer.timeline.looking import Looking

NAMES = {"P11": "Crisis clusters"}
LINK = Finding("P01", date(2025, 2, 3), date(2025, 2, 5), (1, 2), ((1, 2),), "")
BAND = Finding("P11", date(2025, 2, 3), date(2025, 2, 16), (1, 2), (), "")


def width(text: str, size: float, bold: bool) -> float:
    return len(text) * size * 0.5


@pytest.fixture
def case() -> Case:
    rows = (contact(OTTILIE, "2025-02-03"), contact(OTTILIE, "2025-02-05", Service.AE))
    return session_on(*rows, contact(OTTILIE, "2025-12-01")).case(OTTILIE)


def drawn(case: Case, *findings: Finding, looking: Looking | None = None) -> Layout:
    plain = lay_out(case, Frame(900, 400), width, looking or Looking())
    return with_findings(plain, case, findings, NAMES, width)


def test_a_link_goes_from_the_first_mark_to_the_one_that_followed(case: Case) -> None:
    [link] = drawn(case, LINK).links
    first, second = (next(m for m in drawn(case).marks if row in m.rows) for row in (0, 1))
    assert (link.x, link.y, link.to_x, link.to_y) == (first.x, first.y, second.x, second.y)


def test_a_band_covers_its_days_and_has_its_words_under_it(case: Case) -> None:
    layout = drawn(case, BAND)
    [band] = layout.finding_bands
    first, last = layout.scale(BAND.first.toordinal()), layout.scale(BAND.last.toordinal() + 1)
    assert (band.left, band.right, band.label) == (first, last, "Crisis clusters")


def test_words_of_a_band_stand_on_no_other_words(case: Case) -> None:
    later = replace(BAND, first=date(2025, 2, 18), last=date(2025, 2, 25))
    assert [band.label for band in drawn(case, BAND, later).finding_bands] == ["Crisis clusters", ""]


def test_what_is_out_of_sight_is_not_drawn(case: Case) -> None:
    seen = Looking(float(date(2025, 11, 1).toordinal()), float(date(2025, 12, 31).toordinal()))
    layout = drawn(case, BAND, LINK, looking=seen)
    assert (layout.finding_bands, layout.links) == ((), ())


def test_no_finding_moves_a_mark(case: Case) -> None:
    plain, layout = drawn(case), drawn(case, BAND, LINK)
    assert replace(layout, finding_bands=(), links=()) == plain


def test_of_many_kinds_only_the_strongest_are_drawn() -> None:
    found = [replace(LINK, pattern=pattern) for pattern in ("P22", "P02", "P03", "P01", "P06", "P11", "P16")]
    assert kinds_drawn(found) == ("P11", "P01", "P03")


@pytest.mark.parametrize(("last", "is_short"), [(date(2025, 4, 3), True), (date(2025, 4, 4), False)])
def test_a_band_of_over_60_days_is_not_drawn(last: date, is_short: bool) -> None:
    assert is_drawn(replace(BAND, last=last)) is is_short


def test_the_key_says_what_bands_and_links_are_where_there_are_any(case: Case) -> None:
    def words(*findings: Finding) -> list[str]:
        layout = drawn(case, *findings)
        return [one.text for one in lay_out_sign_key(layout, left=8, middle=10, size=12, width=width)]

    assert words() == []
    assert words(LINK) == ["one contact, then the next, of a finding"]
    assert words(BAND, LINK) == ["days of a finding", "one contact, then the next, of a finding"]


def test_in_a_comparison_the_days_of_any_finding_are_a_band_without_words(case: Case) -> None:
    layout = with_days_found(drawn(case), [LINK, replace(BAND, last=date(2025, 11, 1))])
    [band] = layout.finding_bands  # the other goes on for too long
    assert (band.label, layout.links) == ("", ())
    assert band.left == layout.scale(LINK.first.toordinal()) or band.right - band.left == pytest.approx(6.0)
