"""Further views of the whole list: how many come how often, ages, practices beside their own past, care homes."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from journey_viewer.attendance.ages import YOUNG_FROM, YOUNG_TO, AgeBand, together
from journey_viewer.attendance.asked import Years
from journey_viewer.attendance.practices import Practice
from journey_viewer.model.days import months_before
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.find.bars import Bar, Bars
from journey_viewer.ui.find.charts import MonthsChart
from journey_viewer.ui.find.glance import Card
from journey_viewer.ui.find.words import many_in_words, practices_in_words
from journey_viewer.ui.parts import label
from journey_viewer.work.find_attenders import Found

_NOT_KNOWN = "not known"
_NO_PRACTICES = "The lists name no practices."
_NO_HOMES = "The lists name no care homes, so nothing can be told of them."
_MOST, _WIDE, _HIGH = 12, 300, 250  # practices that are drawn; pixels of each


class OfOften(QWidget):
    """How many people have how many GP contacts a year."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._bars = Bars("GP contacts a year", theme, flat=True)
        self._card = Card(self._bars)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._card)

    def show_found(self, _session: Session, found: Found) -> None:
        bands, people = found.spread.bands, max(found.spread.people, 1)
        bars = (
            Bar(name.capitalize(), count / people, f"{count:,} people, {count / people:.0%}")
            for name, count in bands.items()
        )
        self._bars.show_bars(tuple(bars))
        mean = found.spread.mean
        average = "" if mean is None else f" On average {mean:.1f} GP contacts a person."
        self._card.say(
            f"How often {found.spread.people:,} people see the GP practice", many_in_words(found) + average
        )


class OfAges(QWidget):
    """Who comes how often, who is hardly seen, and whose contacts are outside core hours, by age."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._bars = tuple(
            Bars(name, theme, flat=True)
            for name in ("GP contacts each by age", "Not seen by age", "Outside core hours by age")
        )
        self._cards = tuple(map(Card, self._bars))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        for card in self._cards:
            self._row.addWidget(card, 1)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        across = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if theme.is_large else across)

    def show_found(self, _session: Session, found: Found) -> None:
        bands = found.ages
        most = max((band.gp_contacts_each or 0 for band in bands), default=0) or 1
        each, unseen, outside = self._bars
        each.show_bars(tuple(_each(band, most) for band in bands))
        unseen.show_bars(tuple(map(_unseen, bands)))
        outside.show_bars(tuple(map(_outside, bands)))
        for card, heading in zip(
            self._cards,
            ("GP contacts a person", "No GP contact this year", "Contacts outside core hours"),
            strict=True,
        ):
            card.say(heading)
        young = together(bands, YOUNG_FROM, YOUNG_TO)
        if young.people:
            self._cards[1].say(
                f"No GP contact this year: {young.unseen:,} of {young.people:,} aged {YOUNG_FROM} to {YOUNG_TO}"
            )


def _each(band: AgeBand, most: float) -> Bar:
    each = band.gp_contacts_each
    return Bar(
        band.name, None if each is None else each / most, _NOT_KNOWN if each is None else f"{each:.1f}"
    )


def _unseen(band: AgeBand) -> Bar:
    share = band.unseen_share
    young = band.first is not None and band.first >= YOUNG_FROM and (band.last or 999) <= YOUNG_TO
    words = _NOT_KNOWN if share is None else f"{share:.0%} of {band.people:,}"
    return Bar(band.name, share, words, marked=young)


def _outside(band: AgeBand) -> Bar:
    if not band.hours_known:
        return Bar(band.name, None, _NOT_KNOWN)
    share = band.out_of_hours / band.hours_known
    return Bar(band.name, share, f"{share:.0%} of {band.hours_known:,}")


class OfPractices(QScrollArea):
    """Each practice beside its own past; beside the average nobody stands well, since it moves too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("sheet")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(theme.scaled(_HIGH))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_found(self, session: Session, found: Found) -> None:
        names = practices_in_words(session, found)
        inside = QWidget()
        inside.setObjectName("page")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for practice in found.practices[:_MOST]:
            row.addWidget(_practice_card(practice, names[practice.name], found.years, self._theme), 1)
        if not found.practices:
            row.addWidget(label(_NO_PRACTICES, "quiet", wrap=True))
        self.setWidget(inside)


def _practice_card(practice: Practice, name: str, years: Years, theme: Theme) -> Card:
    chart = MonthsChart(theme, f"GP contacts a month, {name}")
    months = tuple(
        (month, count)
        for month, count in practice.months
        if month >= years.both.first and months_before(month, -1) - timedelta(1) <= years.both.last
    )
    cut = next((place for place, (month, _) in enumerate(months) if month >= years.this.first), None)
    words = _of_practice(practice)
    chart.show_months(months, cut, f"GP contacts a month, {name}: {words}")
    made = Card(chart)
    made.setMinimumWidth(theme.scaled(_WIDE))
    made.say(name, words)
    return made


def _of_practice(practice: Practice) -> str:
    away = practice.turned_away, practice.turned_away_before
    return (
        f"{practice.this.contacts:,} GP contacts this year{_trend(practice.change)}."
        f" A&E {practice.ae_before:,} → {practice.ae:,};"
        f" cancelled or refused by the practice {away[1]:,} → {away[0]:,}."
    )


def _trend(change: float | None) -> str:
    if change is None:
        return ""
    percent = f"{abs(change):.0%}"
    if percent == "0%":
        return ", about as many as last year"
    return f", {percent} {'more' if change > 0 else 'fewer'} than last year"


class OfCareHomes(QFrame):
    """A line a care home."""

    _HEADINGS = (
        "Care home",
        "Residents",
        "GP contacts",
        "Days like a ward round",
        "A&E",
        "Admissions",
        "Practices",
    )

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(24)

    def show_found(self, session: Session, found: Found) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        homes = found.care_homes
        if not homes:
            self._grid.addWidget(label(_NO_HOMES, "quiet", wrap=True), 0, 0)
        for column, heading in enumerate(self._HEADINGS if homes else ()):
            self._grid.addWidget(label(heading, "field"), 0, column)
        for row, home in enumerate(homes, start=1):
            name = home.name if session.view.names_shown else f"Care home {row}"
            counts = (home.residents, home.gp_contacts, home.rounds, home.ae, home.admissions, home.practices)
            for column, words in enumerate((name, *(f"{count:,}" for count in counts))):
                self._grid.addWidget(label(words), row, column)
        self._grid.setRowStretch(len(homes) + 1, 1)
