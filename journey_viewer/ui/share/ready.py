"""Whether the export may begin, and if not, why not and what to do."""

from collections.abc import Collection
from dataclasses import dataclass

from journey_viewer.privacy.titles import NO_NAMES, NamesSaid
from journey_viewer.session import Session
from journey_viewer.ui.share.risks import Risks

_NOBODY = "Nobody is ticked: tick the cases that are to be shared."
_NO_FILES = "Choose at least one kind of file."
_NAMED = "The title of the first slide holds a name or number that is on the lists: change it under “Write for sharing”."
_PERHAPS = "The title of the first slide holds {} also a name on the lists: change it under “Write for sharing”, or say that it names no person."
_WORKING = "Still working out whether somebody could be recognised …"


@dataclass(frozen=True)
class Readiness:
    """``count``: how many cases would leave. ``why_not``: "" where it may begin.

    ``blocked``: whose case holds it up; ``title``: whether the title is to be changed or agreed to.
    """

    count: int = 0
    why_not: str = _NOBODY
    blocked: int | None = None
    title: bool = False

    @property
    def may_export(self) -> bool:
        return not self.why_not


def readiness(
    session: Session, risks: Risks, files: Collection[str], title: NamesSaid = NO_NAMES
) -> Readiness:
    """What holds the export up, the first thing first. ``title``: the names on the lists that it holds."""
    ticked = session.shared_people
    if not ticked:
        return Readiness()
    if blocked := risks.without_reason(ticked):
        return Readiness(len(ticked), _asks([session.label(person) for person in blocked]), blocked[0])
    if not risks.is_known(ticked):
        return Readiness(len(ticked), _WORKING)
    if title.whole:
        return Readiness(len(ticked), _NAMED)
    if title.words and not agreed_to(session):
        typed = " and ".join(f"“{word}”" for word in title.words)
        said = f"{typed}," if session.view.names_shown else "a word that is"
        return Readiness(len(ticked), _PERHAPS.format(said), title=True)
    return Readiness(len(ticked), "" if files else _NO_FILES)


def agreed_to(session: Session) -> bool:
    """Whether somebody said that the pack's title, as it is now, names nobody."""
    return session.view.title_agreed == session.document.pack_title


def _asks(labels: list[str]) -> str:
    others = len(labels) - 1
    who = (
        labels[0]
        if not others
        else " and ".join(labels)
        if others == 1
        else f"{labels[0]} and {others:,} others"
    )
    each = "" if len(labels) == 1 else " for each"
    return f"{who}: fewer than 3 people look the same. Choose what helps, or write{each} why it is shared nevertheless."
