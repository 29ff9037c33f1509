"""The notes of one person as a list: what each is on, what sort it is, what it says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

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
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journey_viewer.drawing.fonts import font, text_width
from journey_viewer.drawing.marks import colour
from journey_viewer.drawing.note_marks import paint_flag
from journey_viewer.model.notes import Basis, Note, Tone, in_order
from journey_viewer.model.wording import BASES, IN_WHOSE_WORDS, TONES
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.timeline.layout import Flag
from journey_viewer.ui.deep_dive.attachment import in_words, whereabouts
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.deep_dive.wrapping import line_count
from journey_viewer.ui.parts import moment
from journey_viewer.ui.stops import steps_on

Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole)
_LEFT, _PAD, _FLAG = 18, 12, 10.0
_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class NoteRow:
    """What one row shows; ``remark`` says whose words they are, when it was written, and what is missing."""

    number: int
    place: str
    tone: Tone
    basis: Basis
    text: str = field(repr=False)
    remark: str

    @property
    def sort(self) -> str:
        """What sort of note it is: "Fact, concern"."""
        return (
            BASES[self.basis]
            if self.tone is Tone.NEITHER
            else f"{BASES[self.basis]}, {TONES[self.tone].lower()}"
        )


def note_rows(session: Session, veil: Veil) -> list[NoteRow]:
    """The shown person's notes: those on the whole journey first, then in time order."""
    person = session.view.person
    notes = () if person is None else in_order(session.document.notes_of(person))
    return [_row(session, note, veil) for note in notes]


def _row(session: Session, note: Note, veil: Veil) -> NoteRow:
    place = in_words(note.attached)
    written = "" if note.written is None else f"written {moment(note.written)}"
    shared = "to be shared" if note.shared else ""
    remark = " · ".join(
        part for part in (whereabouts(session, note), IN_WHOSE_WORDS[note.voice], written, shared) if part
    )
    return NoteRow(note.number, place[:1].upper() + place[1:], note.tone, note.basis, veil(note.text), remark)


class NotesModel(QAbstractListModel):
    """Rows of notes; those that stay are not made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[NoteRow] = []

    def show_rows(self, rows: Sequence[NoteRow]) -> bool:
        """Show these; True where others came or went, so that the selection is lost."""
        if [row.number for row in rows] != [row.number for row in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return True
        for place, row in enumerate(rows):
            if row != self.rows[place]:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
        return False

    def place_of(self, number: int | None) -> QModelIndex:
        """The index of a note, invalid where it is not here."""
        return next(
            (self.index(place) for place, row in enumerate(self.rows) if row.number == number), QModelIndex()
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(part for part in (f"{row.place} · {row.sort}", row.text, row.remark) if part)
        return None


class NoteDelegate(QStyledItemDelegate):
    """Paints a note as plain text; a fact is told from an analysis by its words and by its sign."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Paint like this from now on."""
        self._theme = theme
        self._small, self._text = theme.scaled(12), theme.scaled(14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: NoteRow = index.data(_ROW)
        colours, box = self._theme.colours, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box.adjusted(4, 1, -4, -1), colour(colours["accent_soft"]))
        self._paint_bar(painter, QRect(box.left() + 8, box.top() + 6, 4, box.height() - 12), row.basis)
        inner = box.adjusted(_LEFT, 6, -_PAD, -6)
        taken = self._paint_sort(painter, inner, row)
        painter.setPen(colour(colours["quiet"]))
        painter.setFont(font(self._small))
        room = inner.adjusted(0, 0, -taken, 0)
        place = painter.fontMetrics().elidedText(row.place, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft), place)
        below = inner.adjusted(0, self._theme.scaled(19), 0, 0)
        painter.setPen(colour(colours["ink"]))
        painter.setFont(font(self._text))
        drawn = painter.drawText(below, _WRAP, row.text)
        painter.setPen(colour(colours["quiet"]))
        painter.setFont(font(self._small))
        painter.drawText(below.adjusted(0, drawn.height() + 1, 0, 0), _WRAP, row.remark)
        painter.restore()

    def _paint_bar(self, painter: QPainter, bar: QRect, basis: Basis) -> None:
        """Whole for a fact, an outline for an analysis, dots for a hunch."""
        ink = colour(self._theme.colours["ink"])
        if basis is Basis.FACT:
            painter.fillRect(bar, ink)
            return
        pen = QPen(ink, 1 if basis is Basis.ANALYSIS else 2)
        if basis is Basis.HUNCH:
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(bar.center().x(), bar.top(), bar.center().x(), bar.bottom())
            return
        painter.setPen(pen)
        painter.drawRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_sort(self, painter: QPainter, inner: QRect, row: NoteRow) -> int:
        """The sort at the right, and the flag that stands on the timeline; returns the room that it takes."""
        width = round(text_width(row.sort, self._small, True))
        if row.tone is not Tone.NEITHER:
            flag = Flag(
                inner.right() - width - _FLAG - 7, inner.top() + 14, _FLAG, row.tone, (), vanished=False
            )
            paint_flag(painter, flag, self._theme)
        painter.setPen(colour(self._theme.colours["ink"]))
        painter.setFont(font(self._small, bold=True))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight), row.sort)
        return width + round(_FLAG) + 14

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: NoteRow = index.data(_ROW)
        view = option.widget
        room = (view.viewport().width() if isinstance(view, QListView) else 280) - _LEFT - _PAD
        text = line_count(row.text, self._text, room) * 18
        remark = line_count(row.remark, self._small, room) * 16
        return QSize(room, 14 + self._theme.scaled(19 + text + remark))


class NotesList(QListView):
    """Says which note was chosen, or is to be deleted."""

    note_chosen = Signal(int)
    delete_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = NotesModel()
        self._delegate = NoteDelegate(theme)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Notes")
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def dress(self, theme: Theme) -> None:
        self._delegate.dress(theme)
        self.doItemsLayout()

    @property
    def count(self) -> int:
        return self._model.rowCount()

    def show_rows(self, rows: Sequence[NoteRow], chosen: int | None) -> None:
        """List these with this one chosen."""
        self._model.show_rows(rows)
        index = self._model.place_of(chosen)
        if not index.isValid():
            self.selectionModel().clear()
        elif not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _on_selection_changed(self) -> None:
        for index in self.selectedIndexes():
            self.note_chosen.emit(self._model.rows[index.row()].number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.delete_asked.emit(self._model.rows[index.row()].number)
        elif not steps_on(self, event):
            super().keyPressEvent(event)
