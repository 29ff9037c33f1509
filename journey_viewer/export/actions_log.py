"""Every action as a workbook: who does what by when, what was expected and what happened."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from journey_viewer.export.book import About, Cell, Column, Table, add_table, write_book
from journey_viewer.model.casework import Level
from journey_viewer.model.wording import LEVELS, STATUSES
from journey_viewer.privacy.anonymous_pack import AnonymousAction
from journey_viewer.theme import load_theme
from journey_viewer.timeline.minutes_words import FOOTER, pattern_of, what_of

_COLUMNS = (
    Column("No.", 6),
    Column("Raised", 16),
    Column("Raised in meeting", 10),
    Column("Carried over to", 12),
    Column("Case", 12),
    Column("Pattern", 24),
    Column("Action", 50),
    Column("Level", 22),
    Column("Who leads", 24),
    Column("Sponsor", 24),
    Column("Who delivers", 24),
    Column("Partner needed", 24),
    Column("Invited?", 10),
    Column("Due", 16),
    Column("Review", 16),
    Column("Status", 10),
    Column("Expected change", 36),
    Column("How it will be seen", 36),
    Column("What happened", 36),
    Column("Closed", 16),
)


def actions_log(actions: Sequence[AnonymousAction], made_on: date) -> bytes:
    """An .xlsx of one sheet, an action a row in the order of their numbers; the same actions give the same bytes."""
    about = About(
        title="Actions log, anonymised",
        made_on=made_on,
        subject="Who does what by when, and what happened",
        category="For learning",
        keywords="deep dive, anonymised",
        comments=FOOTER,
    )
    colours = load_theme().colours
    heading = {"font_color": colours["navy"], "bg_color": colours["page"], "bottom": 2}
    rows = [_row(action) for action in sorted(actions, key=_number)]

    def fill(book: Any) -> None:
        table = Table("Actions", _COLUMNS, rows)
        look = {**heading, "bottom_color": colours["accent"]}
        add_table(book, table, heading=look, footer="Actions, anonymised, for learning")

    return write_book(about, fill)


def _number(action: AnonymousAction) -> int:
    return action.number


def _row(action: AnonymousAction) -> list[Cell]:
    invited = ("yes" if action.invited else "no") if action.partner else ""
    return [
        action.number,
        action.raised,
        action.meeting,
        ", ".join(map(str, action.carried)),
        action.case,
        pattern_of(action),
        what_of(action),
        "" if action.level is Level.NOT_SAID else LEVELS[action.level],
        action.lead,
        action.sponsor,
        action.delivers,
        action.partner,
        invited,
        action.due,
        action.review,
        STATUSES[action.status],
        action.expected,
        action.measure,
        action.outcome,
        action.closed,
    ]
