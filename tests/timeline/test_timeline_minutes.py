from dataclasses import replace

import pytest
from invented_minutes import ACTIONS, MINUTES
from timeline_kit import width

from journey_viewer.model.actions import ActionStatus
from journey_viewer.privacy.anonymous_minutes import AnonymousMinutes
from journey_viewer.timeline.minutes_sheets import lay_out_minutes
from journey_viewer.timeline.minutes_words import WORDS_LEFT_OUT, sections, told_of
from journey_viewer.timeline.sheets import FOOT, HEIGHT, LEFT, ROOM

MANY = AnonymousMinutes(MINUTES.meeting, tuple(replace(ACTIONS[1], number=number) for number in range(1, 60)))


def texts(minutes: AnonymousMinutes) -> list[str]:
    return [line.text for page in lay_out_minutes(minutes, width) for line in page.lines]


def test_the_sheets_tell_the_meeting_in_the_order_in_which_it_went() -> None:
    told = texts(MINUTES)
    order = [
        *("Minutes of meeting 2", "Who was there", "What it was for", "Carried over from earlier meetings"),
        *("Case A", "Case B", "For what the cases have in common"),
        *("A call on the day after every visit", "Who does what", "Next meeting"),
        "Minutes of meeting 2 · page 1 of 1",
    ]
    places = [told.index(text) for text in order]
    assert places == sorted(places)


def test_of_a_case_that_was_seen_only_it_says_so() -> None:
    (section,) = (each for each in sections(MINUTES) if each.heading == "Case B")
    assert (section.texts, section.entries) == (("Seen; nothing was decided.",), ())


def test_cases_in_a_row_that_were_seen_only_are_told_together() -> None:
    meeting = replace(MINUTES.meeting, seen=("Case C", "Case A", "Case B", "Case D"))  # type: ignore[type-var]
    told = sections(replace(MINUTES, meeting=meeting))[3:6]
    assert [each.heading for each in told] == ["Case C", "Case A", "Seen; nothing was decided"]
    assert told[2].texts == ("Case B, Case D",)


def test_where_actions_were_carried_over_alone_it_is_a_new_one_that_was_not_written_down() -> None:
    (section,) = (
        each for each in sections(replace(MINUTES, actions=ACTIONS[:1])) if each.heading == "Who does what"
    )
    assert section.texts == ("No new action was written down.",)


def test_every_line_stays_on_its_sheet_and_each_sheet_says_which_it_is() -> None:
    pages = lay_out_minutes(MANY, width)
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        *lines, foot = page.lines
        assert foot.text == f"Minutes of meeting 2 · page {number} of {len(pages)}"
        assert foot.y + foot.size < HEIGHT
        for line in lines:
            assert line.x >= LEFT
            assert line.x + width(line.text, line.size, line.bold) <= LEFT + ROOM + 1
            assert line.y + line.size <= FOOT


def test_all_that_the_sheets_say_is_found_by_who_searches_them() -> None:
    for page in lay_out_minutes(MANY, width):
        assert {line.text for line in page.lines} <= set(page.words)


def test_where_only_actions_are_asked_for_there_is_no_sheet() -> None:
    assert lay_out_minutes(AnonymousMinutes(None, ACTIONS), width) == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "2. Name one GP. Leads: Lead GP. Due: 1 Apr 2026. Open."),
        ({"what": ""}, f"2. {WORDS_LEFT_OUT} Leads:"),
        ({"lead": "", "due": None}, "Leads: nobody yet. Due: no day set."),
        ({"what": "Who rings?\nAnd when"}, "2. Who rings? And when. Leads"),
        ({"status": ActionStatus.BLOCKED}, "Blocked."),
        ({"invited": True}, "Partner: Housing (invited)."),
        ({"outcome": "Nothing yet!"}, "What happened: Nothing yet!"),
    ],
)
def test_an_action_in_sentences(changes: dict[str, object], words: str) -> None:
    assert words in told_of(replace(ACTIONS[1], **changes))  # type: ignore[arg-type]
