"""A square, a row and a column of patterns × cases in words."""

from journey_viewer.patterns.common import InCommon, Square
from journey_viewer.patterns.definitions import Thresholds, name_of, patterns
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.words import who

NOBODY = (
    "Nobody is chosen yet. Choose people in the Deep dive, with the star beside their heading or C in the list: "
    "what their journeys have in common stands here then."
)
NOBODY_SEEN = "None of those who are chosen has a touchpoint in this period and may be shown."
COMMON = (
    "A pattern is common when at least half the cases, and at least three, show it. "
    "Click a square to see it in the journey, a name to read what it means."
)
NOT_CAUSED = "Followed by is not caused by."
_EXTREME = " for being the most extreme: check a pattern in the top 100 before planning around it."
_SENTENCES = 4  # of a square, shown to whoever rests on it


def heading(people: int) -> str:
    return "Patterns in this journey" if people == 1 else f"Patterns in these {people:,} journeys"


def chosen_for(people: int) -> str:
    """The reminder that those who are looked at are not everybody."""
    return f"{'This one was chosen' if people == 1 else f'These {people:,} were chosen'}{_EXTREME}"


def left_out(session: Session) -> str:
    """How many of the chosen are not among the cases because they said no."""
    count = len(frozenset(session.document.chosen) & session.document.objectors)
    if not count:
        return ""
    return (
        "1 chosen person objects and is left out."
        if count == 1
        else f"{count} chosen people object and are left out."
    )


def letter(label: str) -> str:
    """The letter of a case: "C" of "Case C"."""
    return label.removeprefix("Case ")


def whose(session: Session, person: int) -> str:
    """The label, and with names shown the name."""
    return who(session.case(person), names_shown=session.view.names_shown)


def square_in_words(label: str, row: InCommon, square: Square, thresholds: Thresholds) -> str:
    """Read out in place of the square: "Case C, A&E within 7 days of a GP contact: 3"."""
    name = name_of(row.pattern, thresholds)
    if square.count is None:
        return f"{label}, {name}: cannot be told. {square.why}"
    if not square.count:
        looked_at = f" ({square.why})" if square.why else ""
        return f"{label}, {name}: looked for, not found{looked_at}"
    return f"{label}, {name}: {square.count:,} ({patterns()[row.pattern].counts})"


def square_at_length(label: str, row: InCommon, square: Square, thresholds: Thresholds) -> str:
    """What stands beside the pointer: the same, and what was found."""
    lines = [square_in_words(label, row, square, thresholds)]
    lines += [finding.sentence for finding in square.findings[:_SENTENCES]]
    if (more := len(square.findings) - _SENTENCES) > 0:
        lines.append(f"and {more:,} more")
    return "\n".join(lines)
