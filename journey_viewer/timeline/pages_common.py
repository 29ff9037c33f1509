"""What the cases have in common: patterns and cases as a table, what each pattern is, what the network could do."""

from collections.abc import Iterator, Sequence

from journey_viewer.privacy.anonymous_pack import AnonymousPack, AnonymousPattern
from journey_viewer.timeline.common_words import CHOSEN, TITLE
from journey_viewer.timeline.layout import TextWidth
from journey_viewer.timeline.lines import Line
from journey_viewer.timeline.page import INNER, MARGIN, Page, footer_line
from journey_viewer.timeline.pages_reading import NOT_CAUSED
from journey_viewer.timeline.table import PADDING, Column, Table, lay_out_tables
from journey_viewer.timeline.wrapping import one_line, wrap

DEFINED = "What these patterns are"
COMMON = "Common: at least half the cases show it, and three at least. Counted in what these pages show; no number: looked for and not found."
UNTOLD = "–: it cannot be told, for want of a list or a detail, or is not told so that nobody is recognised."
REASONS = "What rests on the reasons that lists give is told only where these are shared."
NOT_KNOWN = "–"
_HEAD, _PITCH, _BELOW_HEAD, _BOTTOM = 96.0, 33.0, 20.0, 1018.0
_LETTERS = (24.0, 33.0)
_GAP = 24.0
_MOST_CASES = 16
"""With more of them the columns would be too narrow: then it is told in how many."""
_PATTERN, _CASE, _SHOWN, _NAME = 470.0, 62.0, 190.0, 0.3  # pixels at a page's width; a share of it


def lay_out_common(pack: AnonymousPack, width: TextWidth) -> tuple[Page, ...]:
    """No page where nothing is common."""
    if not pack.common:
        return ()
    said = what_it_says(pack)
    room = (_HEAD + len(_wrapped(said, width)) * _PITCH + _BELOW_HEAD, _BOTTOM)
    columns = common_columns(pack, MARGIN, INNER)
    tables = lay_out_tables(
        columns, [cells_of(pack, one) for one in pack.common], (room, room), _LETTERS, width
    )
    told = "\n".join(f"• {in_words(pack, one)}" for one in pack.common)
    notes = f"{TITLE}\n{COMMON}\n\n{told}\n\n{UNTOLD} {REASONS}\n{CHOSEN} {NOT_CAUSED}"
    described = (
        f"Table of {len(pack.common)} patterns and {len(pack.cases)} cases. All of it is in the notes."
    )
    pages = [
        _page(_head(_part(TITLE, number, len(tables)), said, width), table, described, notes)
        for number, table in enumerate(tables, 1)
    ]
    return (*pages, *_definitions(pack, width))


def what_it_says(pack: AnonymousPack) -> tuple[str, ...]:
    """What must be known to read the table."""
    untold = any(None in one.cells for one in pack.common)
    return (COMMON, UNTOLD, REASONS) if untold else (COMMON, REASONS)


def _definitions(pack: AnonymousPack, width: TextWidth) -> Iterator[Page]:
    room = (_HEAD + _PITCH + _BELOW_HEAD, _BOTTOM)
    columns = definition_columns(MARGIN, INNER)
    cells = [(one.name, one.definition) for one in pack.common]
    tables = lay_out_tables(columns, cells, (room, room), _LETTERS, width)
    told = "\n".join(f"• {name}: {definition}" for name, definition in cells)
    notes = f"{DEFINED}\n\n{told}\n\n{CHOSEN} {NOT_CAUSED}"
    for number, table in enumerate(tables, 1):
        head = _head(_part(DEFINED, number, len(tables)), (NOT_CAUSED,), width)
        described = f"Table of what {len(pack.common)} patterns are. All of it is in the notes."
        yield _page(head, table, described, notes)


def _head(title: str, subtitles: Sequence[str], width: TextWidth) -> tuple[Line, ...]:
    return (
        Line("title", title, MARGIN, 30, 44, True, "ink"),
        *(
            Line("subtitle", text, MARGIN, _HEAD + place * _PITCH, 24, False, "quiet")
            for place, text in enumerate(_wrapped(subtitles, width))
        ),
    )


def _part(title: str, number: int, count: int) -> str:
    return title if count == 1 else f"{title} ({number} of {count})"


def common_columns(pack: AnonymousPack, left: float, room: float) -> list[Column]:
    """The pattern, a column a case where there is room for them, how many show it, and what the network could do."""
    scale = room / INNER
    letters = letters_of(pack)
    fixed = [("Pattern", _PATTERN * scale), *((letter, _CASE * scale) for letter in letters)]
    fixed.append(("Shown by", _SHOWN * scale))
    ideas = [one.idea for one in pack.common if one.idea]
    left_over = room - PADDING * 2 - sum(long for _, long in fixed)
    if ideas:
        fixed.append(("What the network could do", left_over))
    else:
        fixed[0] = ("Pattern", fixed[0][1] + left_over)
    return _placed(fixed, left)


def definition_columns(left: float, room: float) -> list[Column]:
    """A pattern's name and what it is."""
    inside = room - PADDING * 2
    return _placed([("Pattern", inside * _NAME), ("What it is", inside * (1 - _NAME))], left)


def _placed(columns: Sequence[tuple[str, float]], left: float) -> list[Column]:
    placed: list[Column] = []
    x = left + PADDING
    for place, (heading, long) in enumerate(columns):
        is_last = place == len(columns) - 1
        gap = 0.0 if is_last else min(_GAP, long * 0.2)
        placed.append(Column(heading, x, long - gap))
        x += long
    return placed


def letters_of(pack: AnonymousPack) -> tuple[str, ...]:
    """The cases' letters, none of them where there are too many for columns."""
    letters = tuple(case.label.removeprefix("Case ") for case in pack.cases)
    return letters if len(letters) <= _MOST_CASES else ()


def cells_of(pack: AnonymousPack, pattern: AnonymousPattern) -> tuple[str, ...]:
    """A row of the table; the idea only where any pattern has one."""
    counts = [NOT_KNOWN if count is None else f"{count:,}" if count else "" for count in pattern.cells]
    ideas = [one_line(pattern.idea)] if any(one.idea for one in pack.common) else []
    told = counts if letters_of(pack) else []
    return f"{pattern.name} ({pattern.counts})", *told, pattern.shown, *ideas


def in_words(pack: AnonymousPack, pattern: AnonymousPattern) -> str:
    """A whole row as a sentence: for notes and for people who do not see the table."""
    counts = ", ".join(
        f"{case.label} {'cannot be told' if count is None else f'{count:,}' if count else 'not found'}"
        for case, count in zip(pack.cases, pattern.cells, strict=True)
    )
    idea = f" What the network could do: {one_line(pattern.idea)}" if pattern.idea else ""
    return f"{pattern.name}: shown by {pattern.shown} ({pattern.counts}: {counts}).{idea}"


def _wrapped(subtitles: Sequence[str], width: TextWidth) -> list[str]:
    return [text for subtitle in subtitles for text in wrap(subtitle, INNER, 24, width)]


def _page(head: Sequence[Line], table: Table, described: str, notes: str) -> Page:
    return Page(
        label="In common",
        lines=(*head, footer_line(f"Anonymised, for learning. {CHOSEN}")),
        swimlane=None,
        left=MARGIN,
        top=table.top,
        key=(),
        described=described,
        notes=notes,
        kind="common",
        table=table,
    )
