"""A pack to take along, on upright A4 sheets: each case's picture, all that is told of it, and its journey in words."""

from dataclasses import replace

from journey_viewer.model.phrases import many
from journey_viewer.privacy.anonymous_case import AnonymousCase
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.timeline.bands import numbers_of
from journey_viewer.timeline.case_words import (
    COVERED,
    DIFFERENT,
    FOUND,
    NOTED,
    SEEN,
    about,
    case_text,
    chronology,
    described,
    footer,
    found_in_words,
    heading_of,
    notes_in_words,
    numbers_told,
    seen,
    sentence,
)
from journey_viewer.timeline.common_words import CHOSEN, TITLE
from journey_viewer.timeline.example import example
from journey_viewer.timeline.lay_out import lay_out_anonymous
from journey_viewer.timeline.layout import AnonymousLayout, Frame, TextWidth
from journey_viewer.timeline.page import Page
from journey_viewer.timeline.pages_actions import cells_of, columns_in, in_words
from journey_viewer.timeline.pages_common import DEFINED, common_columns, what_it_says
from journey_viewer.timeline.pages_common import cells_of as common_cells
from journey_viewer.timeline.pages_common import in_words as common_in_words
from journey_viewer.timeline.pages_reading import (
    INVENTED,
    NOT_CAUSED,
    changed_in_words,
    how_to_read,
    numbers_on,
)
from journey_viewer.timeline.pages_title import NOT_A_DEVICE, USUAL_TITLE, what_the_numbers_mean
from journey_viewer.timeline.sheets import LEFT, RADIUS, ROOM, Sheets
from journey_viewer.timeline.wrapping import one_line

_TEXT, _MARK, _LANE = 18.0, 8.0, 42.0
_TABLE_LETTERS = (19.0, 26.0)


def lay_out_handout(pack: AnonymousPack, width: TextWidth) -> tuple[Page, ...]:
    """The sheets in their order, numbered. ``width`` measures the font that they are printed in."""
    sheets = [
        *_first(pack, width),
        *(sheet for case in pack.cases for sheet in _case(case, width)),
        *_common(pack, width),
        *_actions(pack, width),
    ]
    return tuple(_numbered(sheet, place, len(sheets)) for place, sheet in enumerate(sheets, 1))


def _numbered(sheet: Page, place: int, count: int) -> Page:
    text = f"Anonymised, for learning · {sheet.label} · page {place} of {count}"
    return replace(sheet, lines=(*sheet.lines, Sheets.foot(text)))


def _first(pack: AnonymousPack, width: TextWidth) -> list[Page]:
    title = one_line(pack.title) or USUAL_TITLE
    flow = Sheets(title, "", "", width)
    flow.title(title)
    flow.quiet(f"{many(len(pack.cases), 'case')}, anonymised, for learning.")
    flow.points("What the numbers mean", what_the_numbers_mean(pack))
    flow.heading("How to read the pictures")
    flow.quiet(NOT_CAUSED)
    swimlane = _picture(example(), width)
    top = flow.picture(swimlane)
    flow.badges(numbers_on(swimlane, (LEFT, top), RADIUS, width))
    flow.numbered("What the numbers on it stand for", how_to_read(pack))
    changed = changed_in_words(pack)
    if changed:
        flow.points(changed[0].removesuffix(":"), changed[1:])
    flow.quiet(f"{INVENTED} {NOT_A_DEVICE}")
    return flow.finished()


def _case(case: AnonymousCase, width: TextWidth) -> list[Page]:
    swimlane = _picture(case, width)
    numbers = numbers_of(case.notes, swimlane.bands)
    flow = Sheets(case.label, described(case), case_text(case, numbers), width)
    flow.title(heading_of(case))
    flow.quiet(about(case))
    flow.numbers(numbers_told(case))
    flow.picture(swimlane)
    flow.quiet(footer(case))
    flow.points(SEEN, seen(case))
    flow.points(FOUND, tuple(found_in_words(case)))
    flow.points(DIFFERENT, case.different)
    flow.points(NOTED, [sentence(note) for note in notes_in_words(case, numbers)])
    flow.points(COVERED, case.covered)
    flow.entries("The journey in words", [line.partition(": ")[::2] for line in chronology(case)])
    return flow.finished()


def _picture(case: AnonymousCase, width: TextWidth) -> AnonymousLayout:
    """As high as its lanes and the words under them need."""
    draft = lay_out_anonymous(case, Frame(ROOM, 500, _TEXT, _MARK), width)
    around = draft.top + draft.frame.height - draft.bottom
    height = _LANE * len(draft.lanes) + around
    return lay_out_anonymous(case, Frame(ROOM, height, _TEXT, _MARK), width)


def _common(pack: AnonymousPack, width: TextWidth) -> list[Page]:
    if not pack.common:
        return []
    told = "\n".join(common_in_words(pack, one) for one in pack.common)
    flow = Sheets("In common", "", told, width)
    flow.title(TITLE)
    flow.quiet(" ".join(what_it_says(pack)))
    flow.quiet(f"{CHOSEN} {NOT_CAUSED}")
    rows = [common_cells(pack, one) for one in pack.common]
    flow.tables(common_columns(pack, LEFT, ROOM), rows, _TABLE_LETTERS)
    flow.points(DEFINED, [f"{one.name}: {one.definition}" for one in pack.common])
    return flow.finished()


def _actions(pack: AnonymousPack, width: TextWidth) -> list[Page]:
    if not pack.actions:
        return []
    flow = Sheets("Actions", "", "\n".join(in_words(action) for action in pack.actions), width)
    flow.title("What was agreed")
    cells = [cells_of(action) for action in pack.actions]
    flow.tables(columns_in(LEFT, ROOM), cells, _TABLE_LETTERS)
    return flow.finished()
