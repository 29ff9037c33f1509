"""The three cards: how contacts are spread over people, who stays among the first, and who those are."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from journey_viewer.attendance.profile import Trait
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.find.bars import Bar, Bars
from journey_viewer.ui.find.charts import CurveChart
from journey_viewer.ui.find.turnover_picture import TurnoverPicture
from journey_viewer.ui.find.words import (
    concentration_heading,
    curve_in_words,
    many_in_words,
    profile_heading,
    trait_in_words,
    turnover_heading,
    turnover_in_words,
)
from journey_viewer.ui.parts import label
from journey_viewer.work.find_attenders import Found

_SHARE = 0.05
_WIDTHS = (49, 38, 38)  # of the cards, in parts


class Card(QFrame):
    """A white card: a heading, what it shows, and a sentence under it."""

    def __init__(self, shown: QWidget) -> None:
        super().__init__()
        self.setObjectName("card")
        self.heading, self.said = label(role="section", wrap=True), label(role="caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(shown, 1)
        column.addWidget(self.said)

    def say(self, heading: str, said: str = "") -> None:
        self.heading.setText(heading)
        self.said.setText(said)
        self.said.setVisible(bool(said))


class Glance(QWidget):
    """The cards beside each other; under each other where text is large."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._curve, self._turned = CurveChart(theme), TurnoverPicture(theme)
        self._profile = Bars("Who they are", theme)
        self.cards = tuple(Card(shown) for shown in (self._curve, self._turned, self._profile))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        for card, wide in zip(self.cards, _WIDTHS, strict=True):
            self._row.addWidget(card, wide)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        across = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if theme.is_large else across)

    @property
    def headings(self) -> tuple[QLabel, ...]:
        return tuple(card.heading for card in self.cards)

    def show_found(self, _session: Session, found: Found) -> None:
        spread, turned = found.spread, found.turnover
        used = spread.share_of_busiest(_SHARE)
        mark = None if used is None or spread.people < 1 / _SHARE else (_SHARE, used)
        self._curve.show_curve(spread.curve, mark, curve_in_words(spread))
        self._turned.show_turnover(turned, turnover_in_words(found))
        self._profile.show_bars(tuple(map(_bar, found.profile)))
        curve, turnover, profile = self.cards
        curve.say(concentration_heading(spread), many_in_words(found))
        turnover.say(turnover_heading(turned), turnover_in_words(found))
        profile.say(profile_heading(found))


def _bar(trait: Trait) -> Bar:
    return Bar(trait.name, trait.share, trait_in_words(trait))
