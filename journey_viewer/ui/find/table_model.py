"""The list of Find as a model: lines are made into words when they are first seen, so that many thousands cost nothing."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from journey_viewer.attendance.strips import Strip
from journey_viewer.session import Session
from journey_viewer.ui.find.words import (
    HEADINGS,
    MEANINGS,
    OBJECTS,
    cell,
    cell_read_out,
    person_in_words,
    practices_in_words,
)
from journey_viewer.ui.parts import hint_of
from journey_viewer.work.attender_list import Column, Line, Order, Wanted, lines_of, listed, strip_in_words
from journey_viewer.work.find_attenders import Found

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class TableModel(QAbstractTableModel):
    """Shows those of the found people who are wanted, in an order; a tick says who is in the deep dive."""

    tick_asked = Signal(int, bool)
    """(person, wanted)."""

    def __init__(self) -> None:
        super().__init__()
        self._session = Session()
        self._found: Found | None = None
        self._everybody: tuple[Line, ...] = ()
        self._practices: dict[str, str] = {}
        self.lines: tuple[Line, ...] = ()
        self.wanted, self.order = Wanted(), Order()
        self.scored = False

    def show_found(self, session: Session, found: Found | None) -> None:
        """These people; those who are no longer there, or not yet lettered, are left out."""
        self.beginResetModel()
        self._session, self._found = session, found
        labels, gone = session.document.labels, session.document.gone
        told = lines_of(found) if found is not None else ()
        self._everybody = tuple(line for line in told if line.person in labels and line.person not in gone)
        self._practices = dict(practices_in_words(session, found)) if found is not None else {}
        self.lines = self._listed()
        self.endResetModel()

    def show_session(self, session: Session) -> None:
        """The same people, ticked or named otherwise; nobody moves under the pointer."""
        self._session = session
        if self._found is not None:
            self._practices = dict(practices_in_words(session, self._found))
        if self.lines:
            last = self.index(len(self.lines) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def want(self, wanted: Wanted, order: Order) -> None:
        """Show these of them, in this order."""
        self.beginResetModel()
        self.wanted, self.order = wanted, order
        self.lines = self._listed()
        self.endResetModel()

    @property
    def _sorted_by(self) -> Column:
        """Ranked by GP contacts the rank has no column of its own."""
        column = self.order.column
        return Column.GP if column is Column.SCORE and not self.scored else column

    @property
    def count(self) -> int:
        """How many there are, wanted or not."""
        return len(self._everybody)

    def strip_at(self, row: int) -> Strip | None:
        return None if self._found is None else self._found.strips.get(self.lines[row].person)

    @property
    def days(self) -> tuple[int, int]:
        """How long both years are together, and the one before."""
        years = None if self._found is None else self._found.years
        return (years.both.days, years.before.days) if years else (1, 0)

    def place_of(self, person: int | None) -> QModelIndex:
        """The first cell of a person, invalid where they are not shown."""
        for row, line in enumerate(self.lines):
            if line.person == person:
                return self.index(row, Column.PERSON)
        return QModelIndex()

    def objects(self, row: int) -> bool:
        return self.lines[row].person in self._session.document.objectors

    def is_ticked(self, row: int) -> bool:
        return self.lines[row].person in self._session.document.chosen

    def may_tick(self, row: int) -> bool:
        return not self.objects(row) and not self._session.keeping.read_only

    def _listed(self) -> tuple[Line, ...]:
        ticked = frozenset(self._session.document.chosen)
        return listed(self._everybody, self.wanted, self.order, words=self._sought_in, ticked=ticked)

    def _sought_in(self, line: Line) -> str:
        practice = self._practices.get(line.figures.practice, "")
        reasons = " ".join(reason.sentence for reason in line.reasons)
        return f"{person_in_words(self._session, line)} {practice} {line.stays} {reasons}"

    def _words(self, row: int, column: Column, *, read_out: bool) -> str:
        line = self.lines[row]
        if column is Column.PERSON:
            objects = f", {OBJECTS}" if read_out and self.objects(row) else ""
            return f"{person_in_words(self._session, line)}{objects}"
        if column is Column.TICK:
            return "" if not read_out else f"in the deep dive: {person_in_words(self._session, line)}"
        if column is Column.STRIP:
            strip = self.strip_at(row)
            return strip_in_words(strip) if read_out and strip is not None else ""
        return cell_read_out(line, column) if read_out else cell(line, column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and index.column() == Column.TICK and self.may_tick(index.row()):
            return usual | Qt.ItemFlag.ItemIsUserCheckable
        return usual

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return self._words(row, column, read_out=role != _ROLE.DisplayRole)
        if role == _ROLE.ToolTipRole and column in (Column.STRIP, Column.REASONS, Column.PERSON):
            return hint_of(self._words(row, column, read_out=True))
        if role == _ROLE.CheckStateRole and column is Column.TICK:
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = int(_ROLE.EditRole)) -> bool:
        if role != _ROLE.CheckStateRole or not index.isValid() or not self.may_tick(index.row()):
            return False
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        self.tick_asked.emit(int(self.lines[index.row()].person), wanted)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            name = HEADINGS[column] or ("In the deep dive" if role != _ROLE.DisplayRole else "")
            if column is not self._sorted_by:
                return name
            spoken = ", sorted backwards" if self.order.backwards else ", sorted"
            return f"{name}{spoken if role != _ROLE.DisplayRole else ' ↑' if self.order.backwards else ' ↓'}"
        if role == _ROLE.ToolTipRole:
            return f"{MEANINGS[column]} A click sorts by it."
        if role == _ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
