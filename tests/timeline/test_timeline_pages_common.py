"""The page of what the cases have in common, and what is said of thresholds that were changed."""

from dataclasses import replace

import pytest
from pack_kit import COMMON, case, pack, pack_in_common
from timeline_kit import width

from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.timeline.common_words import CHOSEN
from journey_viewer.timeline.handout import lay_out_handout
from journey_viewer.timeline.page import FOOTER_TOP, Page
from journey_viewer.timeline.pages import lay_out_pack
from journey_viewer.timeline.pages_common import UNTOLD

CHANGED = "A&E soon after the GP: most days from the GP contact to A&E, 14 days (our default: 7 days)"


def pages(of: AnonymousPack, kind: str = "common") -> list[Page]:
    return [page for page in lay_out_pack(of, width) if page.kind == kind]


def rows(page: Page) -> list[list[str]]:
    assert page.table is not None
    return [[" ".join(lines) for lines in row.cells] for row in page.table.rows]


def test_where_nothing_is_common_there_is_no_page() -> None:
    assert pages(pack()) == []


def test_it_stands_after_the_cases_and_before_what_was_agreed() -> None:
    kinds = [page.kind for page in lay_out_pack(pack_in_common(), width)]
    assert kinds == ["title", "reading", "case", "case", "common", "common", "actions"]


def test_a_row_a_pattern_and_a_column_a_case() -> None:
    table, _ = pages(pack_in_common())
    assert rows(table)[0] == [
        "A&E within 14 days of a GP contact (A&E visits)",
        *("1", "–"),
        "1 of 1, cannot be told of 1",
        "A call on the day after every A&E visit",
    ]
    assert table.table is not None
    assert [column.heading for column in table.table.columns] == [
        *("Pattern", "A", "B", "Shown by"),
        "What the network could do",
    ]


def test_it_says_what_cannot_be_told_and_that_the_cases_are_not_the_list() -> None:
    table, _ = pages(pack_in_common())
    assert UNTOLD in [line.text for line in table.lines]
    assert CHOSEN in table.notes
    told = replace(pack_in_common(), common=COMMON[1:])
    assert UNTOLD not in [line.text for line in pages(told)[0].lines]


def test_the_plain_definitions_follow() -> None:
    _, definitions = pages(pack_in_common())
    assert rows(definitions)[1] == ["Contact out of hours", "A contact outside core hours."]


def test_of_many_cases_it_is_told_how_many_show_it() -> None:
    cases = tuple(case(label=f"Case {number}") for number in range(17))
    many = AnonymousPack(cases, common=(replace(COMMON[1], cells=(1,) * 17, shown="17 of 17"),))
    assert rows(pages(many)[0]) == [["Contact out of hours (contacts)", "17 of 17"]]
    assert "Case 16 1" in pages(many)[0].notes


@pytest.mark.parametrize("count", [1, 30])
def test_what_was_changed_is_said_where_one_reads_how_to_read(count: int) -> None:
    changed = replace(pack_in_common(), changed=pack_in_common().changed * count)
    (page,) = pages(changed, "reading")
    assert any("changed for this pack" in line.text for line in page.lines)
    assert page.notes.count(CHANGED) == count
    assert all(line.y + line.size < FOOTER_TOP for line in page.lines[:-1])


def test_the_handout_says_it_all_too() -> None:
    words = [" ".join(page.words) for page in lay_out_handout(pack_in_common(), width)]
    assert any("A contact outside core hours." in text and "1 of 2" in text for text in words)
    assert any("thresholds" in text or "threshold of a pattern" in text for text in words)
