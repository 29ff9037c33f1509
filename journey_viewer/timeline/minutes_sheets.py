"""Minutes on upright A4 sheets."""

from dataclasses import replace

from journey_viewer.privacy.anonymous_minutes import AnonymousMinutes
from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.minutes_words import FOOTER, Section, held, sections, title_of, told_of
from journey_viewer.timeline.page import Page
from journey_viewer.timeline.sheets import Sheets


def lay_out_minutes(minutes: AnonymousMinutes, width: TextWidth) -> tuple[Page, ...]:
    """The sheets in their order, numbered; none where only the actions were asked for."""
    meeting = minutes.meeting
    if meeting is None:
        return ()
    title = title_of(meeting)
    flow = Sheets(title, "", "", width)
    flow.title(title)
    flow.quiet(held(meeting))
    for section in sections(minutes):
        _write(flow, section)
    flow.quiet(FOOTER)
    sheets = flow.finished()
    return tuple(
        replace(sheet, lines=(*sheet.lines, Sheets.foot(f"{title} · page {place} of {len(sheets)}")))
        for place, sheet in enumerate(sheets, 1)
    )


def _write(flow: Sheets, section: Section) -> None:
    entries = [*section.entries, *((action.case, told_of(action)) for action in section.actions)]
    if section.points:
        flow.points(section.heading, section.points)
    elif entries:
        flow.entries(section.heading, entries)
    else:
        flow.heading(section.heading)
    for text in section.texts:
        flow.quiet(text)
