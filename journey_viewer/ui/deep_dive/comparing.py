"""The chosen people's journeys under each other on one axis, in the place of the one journey."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journey_viewer.drawing.fonts import text_width
from journey_viewer.model.findings import Result
from journey_viewer.model.phrases import many
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.timeline.comparison import Comparison, lay_out_comparison
from journey_viewer.timeline.finding_marks import with_days_found
from journey_viewer.timeline.layout import Frame
from journey_viewer.timeline.looking import Alignment
from journey_viewer.ui.deep_dive.band_button import BandButton
from journey_viewer.ui.deep_dive.compared import (
    Compared,
    band_words,
    compared_in,
    way_in_words,
    ways,
    without_words,
)
from journey_viewer.ui.deep_dive.comparing_key import NOBODY, ComparingAxis, ComparingKey
from journey_viewer.ui.parts import card, label

_LARGE_HIGH = 440  # where text is large the place scrolls, and the bands need not as well
_FILTERED = "The filter is on: what it does not find is faded."


class Comparing(QWidget):
    """Says who was gone to and who was opened, how they are to be aligned, and that it was closed."""

    person_chosen = Signal(int)
    person_opened = Signal(int)
    aligned = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self._compared, self._comparison = Compared(), NOBODY
        self._ways: list[Alignment] = []
        self.bands: list[BandButton] = []
        self.heading = label(role="heading")
        self.said = label(role="quiet", wrap=True)
        self.way = QComboBox()
        self.back = QPushButton("Back to one person")
        self._axis, self._key = ComparingAxis(theme), ComparingKey(theme)
        self._rows = QWidget()
        self._scroll = QScrollArea()
        self._put_together()
        self.dress(theme)
        self.way.activated.connect(self._on_way_activated)
        self.back.clicked.connect(self.closed)

    def _put_together(self) -> None:
        self.way.setAccessibleName("What the journeys are aligned by")
        self._rows.setObjectName("sheet")
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        self._scroll.setWidget(self._rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Journeys under each other")
        self._scroll.viewport().installEventFilter(self)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.heading, 1)
        top.addWidget(self.way)
        top.addWidget(self.back)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(10)
        page.addLayout(top)
        page.addWidget(self.said)
        page.addWidget(card(self._axis, self._scroll, self._key, margin=8, spacing=0), 1)

    def show_session(self, session: Session, results: Mapping[int, Sequence[Result]]) -> None:
        """The chosen people, where a comparison is asked for; nothing is made ready otherwise."""
        compared = compared_in(session, results) if session.view.comparing else Compared()
        if compared != self._compared:
            self._compared = compared
            self._show_ways()
            self._make_bands()
            self._lay_out()
        for band in self.bands:
            band.setChecked(band.person == session.view.person)
            if band.isChecked():
                self._scroll.ensureWidgetVisible(band, 0, 0)
        self._stop_at_chosen()

    def _stop_at_chosen(self) -> None:
        """Tab comes to one band, from which the arrows go on: the chosen person's, or the first."""
        there = [band for band in self.bands if not band.isHidden()]
        stop = next((band for band in there if band.isChecked()), next(iter(there), None))
        for band in self.bands:
            band.setFocusPolicy(Qt.FocusPolicy.StrongFocus if band is stop else Qt.FocusPolicy.ClickFocus)

    def go_to(self, person: int | None) -> None:
        """Put the focus on somebody's band, on the first where they have none."""
        band = next((band for band in self.bands if band.person == person), next(iter(self.bands), None))
        if band is not None:
            band.setFocus()
            self._scroll.ensureWidgetVisible(band, 0, 0)

    def _show_ways(self) -> None:
        self._ways = ways(self._compared)
        self.way.clear()
        self.way.addItems([way_in_words(way) for way in self._ways])
        self.way.setCurrentIndex(self._ways.index(self._compared.alignment))

    def dress(self, theme: Theme) -> None:
        """Draw in another theme; axis, key and bands are dressed by themselves."""
        self._theme = theme
        self._scroll.setMinimumHeight(theme.scaled(_LARGE_HIGH) if theme.is_large else 0)
        self._lay_out()

    def _make_bands(self) -> None:
        """One a person; those of the same people stay, and the focus on them."""
        if [band.person for band in self.bands] == list(self._compared.people):
            return
        column = self._rows.layout()
        for band in self.bands:
            band.setParent(None)
            band.deleteLater()
        self.bands = [BandButton(self._theme, person) for person in self._compared.people]
        for place, band in enumerate(self.bands):
            if isinstance(column, QVBoxLayout):
                column.insertWidget(place, band)
            band.clicked.connect(self._on_band_clicked)
            band.stepped.connect(self._on_band_stepped)
            band.let_go.connect(self.closed)
        for before, after in pairwise([self.back, *self.bands]):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        compared, sizes = self._compared, self._theme.sizes
        room = self._scroll.viewport().size()
        frame = Frame(max(room.width(), 300), max(room.height(), 100), sizes["text"], sizes["mark"])
        plain = lay_out_comparison(
            compared.named_cases, frame, text_width, compared.alignment, compared.filter
        )
        self._comparison = _with_findings(plain, compared)
        bands = {band.place: band for band in self._comparison.bands}
        for place, button in enumerate(self.bands):
            if place in bands:
                button.show_band(bands[place], compared.names[place], band_words(compared, place))
            button.setVisible(place in bands)
        self._axis.show_comparison(self._comparison)
        self._key.show_comparison(self._comparison)
        self._say()

    def _say(self) -> None:
        count = len(self._comparison.bands)
        self.heading.setText(f"{many(count, 'journey')} compared")
        parts = (
            without_words(self._compared, self._comparison.without),
            f"The tinted days: {self._compared.pattern}." if self._compared.pattern else "",
            _FILTERED if self._compared.filter.is_on else "",
        )
        self.said.setText(" ".join(part for part in parts if part))
        self.said.setVisible(bool(self.said.text()))

    def _on_way_activated(self, place: int) -> None:
        self.aligned.emit(self._ways[place])

    def _on_band_clicked(self) -> None:
        band = self.sender()
        if isinstance(band, BandButton):
            self.person_opened.emit(band.person)

    def _on_band_stepped(self, steps: int) -> None:
        there = [band for band in self.bands if not band.isHidden()]
        band = self.sender()
        if isinstance(band, BandButton) and band in there:
            beside = there[min(max(there.index(band) + steps, 0), len(there) - 1)]
            self.go_to(beside.person)
            self.person_chosen.emit(beside.person)

    def sizeHint(self) -> QSize:
        return QSize(760, 560)

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._lay_out()
        return super().eventFilter(thing, event)


def _with_findings(comparison: Comparison, compared: Compared) -> Comparison:
    """The days of the findings behind the marks of whose they are."""
    if not compared.found:
        return comparison
    bands = tuple(
        replace(band, layout=with_days_found(band.layout, compared.found[band.place]))
        for band in comparison.bands
    )
    return replace(comparison, bands=bands)
