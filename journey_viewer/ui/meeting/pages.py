"""The pages of a meeting: the agenda, one case a page, and what they have in common."""

from collections.abc import Sequence
from dataclasses import replace

from journey_viewer.timeline.lay_out import lay_out_anonymous
from journey_viewer.timeline.layout import AnonymousLayout, Frame, TextWidth
from journey_viewer.timeline.nearest import mark_of
from journey_viewer.ui.meeting.cards import decided_card, keys_card
from journey_viewer.ui.meeting.case_head import case_head
from journey_viewer.ui.meeting.marks import marks_panel
from journey_viewer.ui.meeting.one_pattern import one_pattern
from journey_viewer.ui.meeting.panels import PANEL_TOP, decided_panel, step_panel, typing_panel
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.showing import Card, Reach, Showing, step_of
from journey_viewer.ui.meeting.steps import Journey
from journey_viewer.ui.meeting.together import every_pattern
from journey_viewer.ui.meeting.told import Agenda, Room, Row, Told
from journey_viewer.ui.meeting.wall import (
    BESIDE,
    BODY,
    HEAD_TOP,
    HEIGHT,
    LINE,
    MARGIN,
    TITLE,
    Box,
    Item,
    Paper,
    Wall,
    Words,
    fitted,
    paragraph,
    points,
)

LANES, MARK = 30.0, 11.0
"""The letters beside the lanes and the radius of a mark, in units."""
_UNDER, _TOP, _PICTURE_TOP = 104.0, 176.0, 228.0
_SHORT_LINES = 4
_PRESENT = BODY * LINE * 3.5  # what is kept free for who came


def lay_out_picture(
    journey: Journey, reach: Reach | None, width: float, measure: TextWidth
) -> AnonymousLayout:
    """The swimlane of a case, or of some months of it, in the room that it has on a page so wide."""
    frame = Frame(width - 2 * MARGIN, PANEL_TOP - 8 - _PICTURE_TOP, LANES, MARK)
    return lay_out_anonymous(journey.case, frame, measure, reach)


def lay_out_wall(
    programme: Programme,
    picture: AnonymousLayout | None,
    showing: Showing,
    room: Room,
    paper: Paper,
) -> Wall:
    """What stands on a page so wide; ``picture`` is that of the case that is shown."""
    width, measure = paper.width, paper.measure
    if showing.blank:
        return Wall(width, blank=True)
    if showing.card in (Card.KEYS, Card.DECIDED):
        wall = Wall(width, tuple(_card(programme, showing, room, paper)))
    elif showing.in_common and programme.common:
        wall = Wall(width, tuple(_in_common(programme, showing, room, paper)))
    elif showing.case is None or picture is None:
        wall = Wall(width, tuple(_agenda(room.agenda, width, measure)))
    else:
        wall = _case(programme.journeys, picture, showing, room, paper)
    over: list[Item] = []
    if room.typing is not None:
        over += typing_panel(room.typing, width, measure)
    if room.said:
        over += _said(room.said, width, measure)
    return replace(wall, items=(*wall.items, *over))


def _card(programme: Programme, showing: Showing, room: Room, paper: Paper) -> list[Item]:
    if showing.card is Card.KEYS:
        return keys_card(paper.width, paper.measure)
    if showing.case is None:
        return decided_card("All cases", room.for_all, paper.width, paper.measure)
    label = programme.journeys[showing.case].case.label
    return decided_card(label, told_of(room, showing.case), paper.width, paper.measure)


def _in_common(programme: Programme, showing: Showing, room: Room, paper: Paper) -> list[Item]:
    if showing.at is None or showing.at >= len(programme.common):
        return every_pattern(programme, room.left, paper)
    told = room.agreed[showing.at] if showing.at < len(room.agreed) else Told()
    return one_pattern(programme, showing.at, told, room.left, paper)


def told_of(room: Room, case: int) -> Told:
    return room.decided[case] if case < len(room.decided) else Told()


def _case(
    journeys: Sequence[Journey],
    picture: AnonymousLayout,
    showing: Showing,
    room: Room,
    paper: Paper,
) -> Wall:
    place, width, measure = showing.case or 0, paper.width, paper.measure
    journey = journeys[place]
    beside = " · ".join(part for part in (f"{place + 1} of {len(journeys)}", room.left) if part)
    items = case_head(journey, beside, width, measure)
    step = step_of(showing, journey)
    if showing.card is Card.MARKS:
        items += marks_panel(picture, width, measure)
    elif step is None:
        items += decided_panel(told_of(room, place), width, measure)
    else:
        many = len(journey.steps(by_findings=showing.by_findings))
        what = "finding" if showing.by_findings else "touchpoint"
        items += step_panel(step, f"{what} {(showing.at or 0) + 1} of {many}", width, measure)
    rows = () if step is None else step.rows
    found = [mark_of(picture, row) for row in rows]
    return Wall(
        width,
        tuple(items),
        picture,
        top=_PICTURE_TOP,
        marked=tuple(dict.fromkeys(mark for mark in found if mark is not None)),
        lit=next((lane for lane in picture.lanes if lane.services == showing.lane), None),
    )


def _agenda(agenda: Agenda, width: float, measure: TextWidth) -> list[Item]:
    """What was agreed last time on the left and comes first; the rows with their minutes on the right."""
    title = Words(agenda.title, MARGIN, HEAD_TOP, TITLE, bold=True, role="title")
    top, bottom, half = _TOP, HEIGHT - 36.0, (width - 3 * MARGIN) / 2
    items: list[Item] = [fitted(title, width - 2 * MARGIN, measure)]
    under = Words(agenda.under, MARGIN, _UNDER, colour="quiet")
    items.append(fitted(under, width - 2 * MARGIN, measure))
    right = MARGIN
    if agenda.carried:
        items.append(Words("First: agreed before, still open", MARGIN, top, bold=True, colour="navy"))
        begun = Words("", MARGIN, top + BODY * LINE + 6)
        kept = points(agenda.carried, begun, half, bottom - _PRESENT * bool(agenda.present), measure)
        items += [*kept, *_present(agenda, (MARGIN, kept[-1].y + BODY * LINE * 1.5), half, measure)]
        right = 2 * MARGIN + half
    return items + _rows(agenda, (right, top), width, measure)


def _present(agenda: Agenda, corner: tuple[float, float], room: float, measure: TextWidth) -> list[Words]:
    """Who came, in as many lines as there is room for."""
    x, y = corner
    most = int((HEIGHT - 24 - y) // (BODY * LINE)) - 1
    if not agenda.present or most < 1:
        return []
    head = Words("At the table", x, y, bold=True, colour="navy")
    return [head, *paragraph(Words(agenda.present, x, y + BODY * LINE), room, most, measure)]


def _rows(agenda: Agenda, corner: tuple[float, float], width: float, measure: TextWidth) -> list[Item]:
    x, y = corner
    most = int((HEIGHT - 36 - y - BESIDE * LINE) // (BODY * LINE))
    told = [(row, _row_lines(row, x, width, measure)) for row in agenda.rows]
    if sum(len(lines) for _, lines in told) > most:
        told = [(row, _row_lines(row, x, width, measure)) for row in _together(agenda.rows)]
    items: list[Item] = []
    for row, lines in told:
        items += [replace(line, y=line.y + y) for line in lines]
        if row.minutes and row.text:
            minutes = _minutes(row)
            items.append(Words(minutes, width - MARGIN - measure(minutes, BODY, False), y, colour="quiet"))
        y += len(lines) * BODY * LINE
    share = Words(agenda.share, x, y + 8, BESIDE, colour="quiet", role="beside")
    items.append(fitted(share, width - MARGIN - x, measure))
    if not agenda.carried:  # else they stand under what was agreed before
        items += _present(agenda, (x, y + BESIDE * LINE + 34), width - MARGIN - x, measure)
    return items


def _minutes(row: Row) -> str:
    return f"{row.minutes} min" if row.minutes else ""


def _row_lines(row: Row, x: float, width: float, measure: TextWidth) -> list[Words]:
    """In a line or two beside its minutes; what stands together in as many as it needs. From the height 0 on."""
    words = Words(row.text or row.short, x, 0, bold=row.bold, colour="navy" if row.bold else "ink")
    beside = measure(_minutes(row), BODY, False) + 24 if row.text else 0
    return paragraph(words, width - MARGIN - x - beside, 2 if row.text else _SHORT_LINES, measure)


def _together(rows: Sequence[Row]) -> list[Row]:
    """With the rows that can be said in a few letters as one paragraph, where the first of them stood."""
    short = [row.short for row in rows if row.short]
    if not short:
        return list(rows)
    first = next(row for row in rows if row.short)
    told = replace(first, text="", short=f"{', '.join(short)}: {first.minutes} min each")
    kept: list[Row] = []
    for row in rows:
        if not row.short:
            kept.append(row)
        elif told not in kept:
            kept.append(told)
    return kept


def _said(text: str, width: float, measure: TextWidth) -> list[Item]:
    """A line across the top that is not to be missed."""
    return [
        Box(MARGIN, 8, width - 2 * MARGIN, 96, "warm_soft", "warm"),
        fitted(Words(text, MARGIN + 24, 26, bold=True, colour="warm"), width - 2 * MARGIN - 48, measure),
    ]
