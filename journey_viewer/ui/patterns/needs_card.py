"""What people said of the needs of the cases: how many struggle with life, and what A&E visits could have been."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout

from journey_viewer.measures.attributed import Attributed, attributed_in, in_words
from journey_viewer.model.attribution import Attribution
from journey_viewer.model.wording import NEEDS, STABILITIES
from journey_viewer.session import Session
from journey_viewer.ui.parts import label

_NOTHING = "Nothing was said yet. The kind of need is chosen in the Deep dive, in the tab Needs."
_CHOSEN = "Chosen by people, never worked out."


class NeedsCard(QFrame):
    """Below the cards of the patterns."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inset")
        self._told = label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(label("Needs of these cases", "section"))
        column.addWidget(self._told)
        column.addWidget(label(_CHOSEN, "caption", wrap=True))

    @property
    def text(self) -> str:
        return self._told.text()

    def show_session(self, session: Session, people: Sequence[int]) -> None:
        lines = list(needs_in_words(session, people))
        self._told.setText("\n".join(lines) if lines else _NOTHING)
        self.setVisible(bool(people))


def needs_in_words(session: Session, people: Sequence[int]) -> Iterator[str]:
    """A line a question of which somebody said something, with of how many nobody did."""
    document = session.document
    there = [person for person in people if person in document.people]
    cases = [document.casework_of(person) for person in there]
    yield from _counted([case.category for case in cases], NEEDS)
    yield from _counted([case.stability for case in cases], STABILITIES)
    if money := sum(bool(case.money_needs) for case in cases):
        yield f"Advice about money asked for: {_share(money, len(cases))}."
    visits = _visits(session, there)
    if visits.told:
        yield f"Of their A&E visits {in_words(visits)}."


def _counted(said: Sequence[str], words: Mapping[Any, str]) -> Iterator[str]:
    """Nothing where nobody said anything."""
    told = [one for one in said if one]
    if told:
        each = (f"{name}: {_share(told.count(one), len(told))}" for one, name in words.items() if one in told)
        untold = len(said) - len(told)
        yield "; ".join(each) + (f"; not said of {untold:,}." if untold else ".")


def _visits(session: Session, people: Sequence[int]) -> Attributed:
    said = session.document.attributions
    each = [attributed_in(session.case(person).touchpoints, said) for person in people] if said else []
    by = {one: sum(told.by.get(one, 0) for told in each) for one in Attribution}
    return Attributed(sum(told.visits for told in each), {one: count for one, count in by.items() if count})


def _share(count: int, total: int) -> str:
    return f"{count:,} of {total:,} ({count / total:.0%})"
