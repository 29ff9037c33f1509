"""Everybody on the lists, with their journey in a strip."""

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
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_viewer.drawing.fonts import font, text_width
from journey_viewer.drawing.marks import colour
from journey_viewer.model.words import Service
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.timeline.strip import density_strip
from journey_viewer.ui.deep_dive.search import found
from journey_viewer.ui.deep_dive.words import short_about, who

Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole)
_STRIP_COLUMNS = 96
_HEIGHT = 68
_READY = "ready for the meeting"


@dataclass(frozen=True, eq=False)
class PersonRow:
    """What one row shows: heading, age and sex, the counts in words, the strip's service codes, and "ready"."""

    person: int
    heading: str
    about: str
    counts: str
    strip: NDArray[np.int8]
    ready: bool = False


def person_row(session: Session, person: int) -> PersonRow:
    """The row of one person in the chosen window."""
    case = session.case(person)
    count = len(case.touchpoints)
    services = len(np.unique(case.touchpoints.service))
    counts = (
        f"{count:,} touchpoint{'s' * (count != 1)} · {services} service{'s' * (services != 1)}"
        if count
        else "nothing in this period"
    )
    strip = density_strip(case.touchpoints, case.window, _STRIP_COLUMNS)
    heading = who(case, names_shown=session.view.names_shown)
    ready = session.document.casework_of(person).ready
    return PersonRow(person, heading, short_about(case.person, case.window), counts, strip, ready)


class PeopleModel(QAbstractListModel):
    """The people found, whose rows are made when they are first seen."""

    def __init__(self) -> None:
        super().__init__()
        self._session = Session()
        self._people: list[int] = []
        self._rows: dict[int, PersonRow] = {}

    def show_session(self, session: Session) -> None:
        self.beginResetModel()
        self._session = session
        self._people = found(session)
        self._rows.clear()
        self.endResetModel()

    def place_of(self, person: int | None) -> QModelIndex:
        """The index of a person, invalid where the search does not find them."""
        return self.index(self._people.index(person)) if person in self._people else QModelIndex()

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
            ready = _READY if row.ready else ""
            return ", ".join(part for part in (row.heading, row.about, row.counts, ready) if part)
        if role == Qt.ItemDataRole.ToolTipRole and row.ready:
            return _READY.capitalize()
        return None


class PersonDelegate(QStyledItemDelegate):
    """Paints one person as plain text and a strip of colours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
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
        inner = box.adjusted(16, 7, -16, -6)
        painter.setPen(colour(colours["quiet"]))
        painter.setFont(font(12))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight), row.about)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), row.counts)
        painter.setPen(colour(colours["ink"]))
        painter.setFont(font(14, bold=True))
        room = inner.adjusted(0, -1, -46, 0)
        heading = painter.fontMetrics().elidedText(row.heading, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft), heading)
        if row.ready:
            self._paint_ready(painter, inner, row)
        self._paint_strip(painter, QRect(inner.left(), inner.top() + 21, inner.width(), 12), row.strip)
        painter.restore()

    def _paint_ready(self, painter: QPainter, inner: QRect, row: PersonRow) -> None:
        """The sign, and where there is room its word."""
        room = inner.width() - text_width(row.counts, 12, False)
        sign = "✓ ready" if text_width("  ✓ ready", 12, True) < room else "✓"
        painter.setFont(font(12, bold=True))
        painter.setPen(colour(self._theme.colours["accent"]))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), sign)

    def _paint_strip(self, painter: QPainter, box: QRect, strip: NDArray[np.int8]) -> None:
        painter.fillRect(box, colour(self._theme.colours["page"]))
        wide = box.width() / len(strip)
        for place in np.flatnonzero(strip >= 0).tolist():
            left = box.left() + round(place * wide)
            right = box.left() + round((place + 1) * wide)
            painter.fillRect(left, box.top(), max(1, right - left), box.height(), self._colours[strip[place]])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(180, _HEIGHT)


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
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @property
    def count(self) -> int:
        return self._model.rowCount()

    def show_session(self, session: Session) -> None:
        """List everybody whom the search finds."""
        self._model.show_session(session)
        self.choose(session.view.person)

    def choose(self, person: int | None) -> None:
        index = self._model.place_of(person)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _on_selection_changed(self) -> None:
        for index in self.selectedIndexes():
            self.person_chosen.emit(self._model.person_at(index))
