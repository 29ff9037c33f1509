"""What was agreed, as a table over as many pages as it needs."""

from journey_viewer.model.days import day_in_words
from journey_viewer.model.phrases import many
from journey_viewer.privacy.anonymous_pack import AnonymousAction, AnonymousPack
from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import INNER, MARGIN, Page, footer_line
from journey_viewer.timeline.table import PADDING, Column, Table, lay_out_tables
from journey_viewer.timeline.wrapping import one_line

_FOOTER = "Days are those of meetings and actions, never of anything that happened to a person."
_TOP, _BOTTOM = 120.0, 1018.0
_LETTERS = (24.0, 33.0)
_SHARES = (("Case", 0.1), ("What", 0.44), ("Who leads", 0.2), ("Due", 0.13), ("Status", 0.13))
_GAP = 28.0


def lay_out_actions(pack: AnonymousPack, width: TextWidth) -> tuple[Page, ...]:
    """No page where nothing was agreed."""
    if not pack.actions:
        return ()
    room = (_TOP, _BOTTOM)
    cells = [cells_of(action) for action in pack.actions]
    tables = lay_out_tables(columns_in(MARGIN, INNER), cells, (room, room), _LETTERS, width)
    done, pages = 0, []
    for number, table in enumerate(tables, 1):
        actions = pack.actions[done : done + len(table.rows)]
        done += len(table.rows)
        title = "What was agreed" if len(tables) == 1 else f"What was agreed ({number} of {len(tables)})"
        pages.append(_page(title, table, actions))
    return tuple(pages)


def columns_in(left: float, room: float) -> list[Column]:
    """The table's columns in so many pixels."""
    columns: list[Column] = []
    x = left + PADDING
    for heading, share in _SHARES:
        wide = (room - PADDING * 2) * share
        columns.append(Column(heading, x, wide - (_GAP if heading != _SHARES[-1][0] else 0)))
        x += wide
    return columns


def cells_of(action: AnonymousAction) -> tuple[str, ...]:
    """A row of the table."""
    due = day_in_words(action.due) if action.due else "no day set"
    return action.case, action.what, action.lead or "nobody yet", due, action.status.value.capitalize()


def in_words(action: AnonymousAction) -> str:
    """All that is known of an action, the sponsor and who delivers it too."""
    case, what, lead, due, status = cells_of(action)
    told = [f"leads: {lead}", f"sponsor: {action.sponsor}" * bool(action.sponsor)]
    told += [f"delivers: {action.delivers}" * bool(action.delivers), f"due: {due}", status.lower()]
    return one_line(f"{case}: {what} ({', '.join(part for part in told if part)})")


def _page(title: str, table: Table, actions: tuple[AnonymousAction, ...]) -> Page:
    told = "\n".join(f"• {in_words(action)}" for action in actions)
    lines = (
        Line("title", title, MARGIN, 30, 44, True, "ink"),
        footer_line(f"Anonymised, for learning. {_FOOTER}"),
    )
    return Page(
        label="Actions",
        lines=lines,
        swimlane=None,
        left=MARGIN,
        top=_TOP,
        key=(),
        described=f"Table of {many(len(actions), 'action')}.",
        notes=f"{title}\n\n{told}\n\nAnonymised, for learning. {_FOOTER}",
        kind="actions",
        table=table,
    )
