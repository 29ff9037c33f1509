"""What stands under a question: what can be pressed now; and beside it how many questions are left."""

from journey_viewer.ui.meeting_desk.entry import Entry
from journey_viewer.ui.meeting_desk.questions import DAYS, OPTIONAL


def hint(entry: Entry) -> str:
    """What can be pressed now."""
    told = [_choosing(entry), *_going_on(entry)]
    told.append("Shift+Tab goes back" if entry.at else "")
    told.append("Esc keeps what was said" if entry.is_enough else "Esc leaves it")
    return " · ".join(part for part in told if part)


def left(entry: Entry) -> str:
    """How many questions are left: "then 3, and 7 optional", "optional, then 2 more"; "" where that is the last, or not known."""
    if entry.takes_up or entry.action is not None:
        return ""
    optional = sum(ask in OPTIONAL for ask in entry.left)
    if entry.is_enough:
        return f"optional, then {optional} more" if optional else "optional, the last"
    asked = len(entry.left) - optional
    parts = [f"{asked}"] * bool(asked) + [f"{optional} optional"] * bool(optional)
    return f"then {', and '.join(parts)}" if parts else ""


def _choosing(entry: Entry) -> str:
    if entry.ask in DAYS:
        return "Like 14 April, or 3 weeks, or ↓"
    if not entry.seen:
        return ""
    many = len(entry.seen)
    numbers = "1" if many == 1 else f"1 to {many}"
    return f"{numbers}, or ↓" if entry.is_numbered else "↓ chooses"


def _going_on(entry: Entry) -> tuple[str, ...]:
    if entry.takes_up:
        return ("Enter takes it",)
    if not entry.left:
        return ("Enter keeps it",)
    skips = not (entry.is_needed or entry.answer.text)
    return (f"Enter {'skips it' if skips else 'goes on'}", "Ctrl+Enter keeps it now")
