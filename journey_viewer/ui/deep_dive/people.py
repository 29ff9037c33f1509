"""The chosen, or everybody on the lists, with their journey in a strip."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Service
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.timeline.strip import density_strip
from journey_viewer.ui.deep_dive.search import listed, shows_everybody
from journey_viewer.ui.deep_dive.star import paint_star
from journey_viewer.ui.deep_dive.words import short_about, who
from journey_viewer.ui.stops import steps_on

Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole)
_STRIP_COLUMNS = 96
_HEIGHT, _TEXT_HEIGHT = 68, 43  # of which text takes so much
_STAR = 12
CHOSEN, OBJECTS, READY = "chosen", "objects", "ready for the meeting"


@dataclass(frozen=True, eq=False)
class PersonRow:
    """What one row shows: heading, age and sex, the counts in words, the strip's service codes, and their standing.

    ``standing``: that they object, among everybody that they are chosen, and that their case is
    ready; the first is painted.
    """

    person: int
    heading: str
    about: str
    counts: str
    strip: NDArray[np.int8]
    standing: tuple[str, ...] = ()


def person_row(session: Session, person: int) -> PersonRow:
    """The row of one person in the chosen window."""
    case = session.case(person)
    count = len(case.touchpoints)
    services = len(np.unique(case.touchpoints.service))
    counts = (
        f"{many(count, 'touchpoint')} · {many(services, 'service')}" if count else "nothing in this period"
    )
    strip = density_strip(case.touchpoints, case.window, _STRIP_COLUMNS)
    heading = who(case, names_shown=session.view.names_shown)
    about = short_about(case.person, case.window)
    return PersonRow(person, heading, about, counts, strip, _standing(session, person))


def _standing(session: Session, person: int) -> tuple[str, ...]:
    objects = person in session.document.objectors
    chosen = shows_everybody(session) and person in session.document.chosen
    ready = session.document.casework_of(person).ready
    told = ((OBJECTS, objects), (CHOSEN, chosen), (READY, ready))
    return tuple(words for words, is_so in told if is_so)


class PeopleModel(QAbstractListModel):
    """The people listed, whose rows are made when they are first seen."""

    def __init__(self) -> None:
        super().__init__()
        self._session = Session()
        self._people: list[int] = []
        self._places: dict[int, int] = {}
        self._rows: dict[int, PersonRow] = {}

    def show_session(self, session: Session) -> None:
        self.beginResetModel()
        self._session = session
        self._people = listed(session)
        self._places = {person: place for place, person in enumerate(self._people)}
        self._rows.clear()
        self.endResetModel()

    def place_of(self, person: int | None) -> QModelIndex:
        """The index of a person, invalid where the search does not find them."""
        place = None if person is None else self._places.get(person)
        return QModelIndex() if place is None else self.index(place)

    def person_at(self, index: QModelIndex) -> int:
        return self._people[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        if person not in self._rows:
            self._rows[person] = person_row(self._session, person)
        row = self._rows[person]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (row.heading, row.about, row.counts, *row.standing) if part)
        if role == Qt.ItemDataRole.ToolTipRole and row.standing:
            return ", ".join(row.standing).capitalize()
        return None


class PersonDelegate(QStyledItemDelegate):
    """Paints one person as plain text and a strip of colours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Paint like this from now on."""
        self._theme = theme
        self._colours = [colour(theme.services[service].colour) for service in Service]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PersonRow = index.data(_ROW)
        colours = self._theme.colours
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(colours["accent_soft"]))
            painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 6, 6)
        scaled = self._theme.scaled
        inner = box.adjusted(16, 7, -16, -6)
        painter.setPen(colour(colours["quiet"]))
        painter.setFont(font(self._theme.scaled(12)))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight), row.about)
        counts = inner.adjusted(0, 0, -self._paint_standing(painter, inner, row), 0)
        elided = painter.fontMetrics().elidedText(row.counts, Qt.TextElideMode.ElideRight, counts.width())
        painter.drawText(counts, int(Qt.AlignmentFlag.AlignBottom), elided)
        painter.setPen(colour(colours["ink"]))
        painter.setFont(font(self._theme.scaled(14), bold=True))
        room = inner.adjusted(0, -1, -scaled(46), 0)
        heading = painter.fontMetrics().elidedText(row.heading, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft), heading)
        self._paint_strip(
            painter, QRect(inner.left(), inner.top() + scaled(21), inner.width(), 12), row.strip
        )
        painter.restore()

    def _paint_standing(self, painter: QPainter, inner: QRect, row: PersonRow) -> int:
        """What stands at the right of the last line, and how much room it takes: the first word, a star before "chosen"."""
        if not row.standing:
            return 0
        words = "✓ ready" if row.standing[0] == READY else row.standing[0]
        ink = self._theme.colours["warm" if words == OBJECTS else "accent"]
        wide = painter.fontMetrics().horizontalAdvance(words)
        painter.save()
        painter.setPen(colour(ink))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), words)
        painter.restore()
        if words == CHOSEN:
            star = self._theme.scaled(_STAR)
            wide += star + 3
            top = inner.bottom() - painter.fontMetrics().height() / 2 - star / 2
            paint_star(painter, QRectF(inner.right() - wide + 1, top, star, star), ink)
        return wide + 6

    def _paint_strip(self, painter: QPainter, box: QRect, strip: NDArray[np.int8]) -> None:
        painter.fillRect(box, colour(self._theme.colours["page"]))
        wide = box.width() / len(strip)
        for place in np.flatnonzero(strip >= 0).tolist():
            left = box.left() + round(place * wide)
            right = box.left() + round((place + 1) * wide)
            painter.fillRect(left, box.top(), max(1, right - left), box.height(), self._colours[strip[place]])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(180, self._theme.scaled(_TEXT_HEIGHT) + _HEIGHT - _TEXT_HEIGHT)


class People(QListView):
    """The list on the left; says who was chosen."""

    person_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PeopleModel()
        self._delegate = PersonDelegate(theme)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("People")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def dress(self, theme: Theme) -> None:
        self._delegate.dress(theme)
        self.doItemsLayout()

    @property
    def count(self) -> int:
        return self._model.rowCount()

    def show_session(self, session: Session) -> None:
        """List whom the view asks for."""
        self._model.show_session(session)
        self.choose(session.view.person)

    def lists(self, person: int) -> bool:
        """Whether this person stands in it now."""
        return self._model.place_of(person).isValid()

    def after(self, person: int) -> int | None:
        """Who stands after this person, or else before them; None where they are alone or not listed."""
        place = self._model.place_of(person).row()
        beside = place + 1 if place + 1 < self.count else place - 1
        return self._model.person_at(self._model.index(beside)) if place >= 0 and beside >= 0 else None

    def choose(self, person: int | None) -> None:
        index = self._model.place_of(person)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _on_selection_changed(self) -> None:
        for index in self.selectedIndexes():
            self.person_chosen.emit(self._model.person_at(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not steps_on(self, event):
            super().keyPressEvent(event)
