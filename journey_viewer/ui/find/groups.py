"""Who gets what, by sex, ethnicity and deprivation, where the lists know them of people."""

from collections.abc import Iterator

from PySide6.QtWidgets import QBoxLayout, QWidget

from journey_viewer.attendance.ages import Group
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.find.bars import Bar, Bars
from journey_viewer.ui.find.glance import Card
from journey_viewer.work.find_attenders import Found

_KINDS = {"sex": "Sex", "ethnicity": "Ethnicity", "deprivation": "Deprivation"}
_NOT_KNOWN = "not known"


class OfGroups(QWidget):
    """GP contacts a person, and the share without any, group by group."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._bars = tuple(
            Bars(name, theme, flat=True) for name in ("GP contacts each by group", "Not seen by group")
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        for bars, heading in zip(
            self._bars, ("GP contacts a person", "No GP contact this year"), strict=True
        ):
            made = Card(bars)
            made.say(heading)
            self._row.addWidget(made, 1)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        across = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if theme.is_large else across)

    def show_found(self, _session: Session, found: Found) -> None:
        groups = [group for told in found.groups.values() for group in told]
        most = max((group.gp_contacts_each or 0 for group in groups), default=0) or 1
        each, unseen = self._bars
        each.show_bars(tuple(_bars(found, most)))
        unseen.show_bars(tuple(_bars(found, None)))


def _bars(found: Found, most: float | None) -> Iterator[Bar]:
    """``most``: what a whole bar of contacts a person is; None for the share without any."""
    for kind, name in _KINDS.items():
        groups = found.groups.get(kind, ())
        if not groups:
            yield Bar(name, None, _NOT_KNOWN)
        for group in groups:
            yield _bar(f"{name}: {group.name or _NOT_KNOWN}", group, most)


def _bar(name: str, group: Group, most: float | None) -> Bar:
    each, unseen = group.gp_contacts_each, group.unseen_share
    if most is None:
        return Bar(name, unseen, _NOT_KNOWN if unseen is None else f"{unseen:.0%} of {group.people:,}")
    return Bar(name, None if each is None else each / most, _NOT_KNOWN if each is None else f"{each:.1f}")
