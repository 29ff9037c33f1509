"""What is handed to the wall besides the cases: words that were cleaned, and what is being typed, cleaned too. No Qt."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Told:
    """What was decided about a case, in words: at which level and why, who else at the table, ideas, actions."""

    level: str = ""
    why: str = ""
    partners: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A line of the agenda: what, and for how many minutes, 0 where none are said. ``bold`` for a heading.

    ``short``: a few letters for it, where lines that have them stand together for want of room.
    """

    text: str
    minutes: int = 0
    bold: bool = False
    short: str = ""


@dataclass(frozen=True)
class Agenda:
    """The first page: what the meeting is for, who came, what was agreed last time, and the cases with their minutes.

    ``present``: who came, by role; ``share``: how much of the time is for improvement.
    """

    title: str = "Meeting"
    under: str = ""
    carried: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    share: str = ""
    present: str = ""


@dataclass(frozen=True)
class Typing:
    """What is asked, what of the answer may be seen, and what can be chosen.

    ``hidden``: why some of it is not seen; ``left``: how many questions come after it.
    """

    prompt: str
    text: str = ""
    choices: tuple[str, ...] = ()
    chosen: int | None = None
    hint: str = ""
    hidden: str = ""
    numbered: bool = True
    left: str = ""


@dataclass(frozen=True)
class Room:
    """Everything besides the cases: ``decided`` is a case each; ``left``: the time that is left for this page, in words.

    ``agreed``: about each of the patterns that the cases have in common; ``for_all``: about all cases.
    ``said``: something that is to be known, as that a display was unplugged.
    """

    agenda: Agenda = field(default_factory=Agenda)
    decided: tuple[Told, ...] = ()
    agreed: tuple[Told, ...] = ()
    for_all: Told = field(default_factory=Told)
    typing: Typing | None = None
    left: str = ""
    said: str = ""
