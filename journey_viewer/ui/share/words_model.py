"""The texts written for sharing as rows: a text, and under it each word of it that nobody knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from journey_viewer.privacy.words.pieces import UNSEEN, Rule
from journey_viewer.ui.share.texts import TITLE, Checked

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
_CHECKED, _PARTLY, _UNCHECKED = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)
_KINDS = {
    Rule.NUMBER: "number",
    Rule.EMAIL: "e-mail address",
    Rule.HANDLE: "name of an account",
    Rule.VEHICLE: "vehicle’s number",
    Rule.CLINICIAN: "clinician’s name",
    Rule.RELATIVE: "relative’s name",
    Rule.NATIONAL_INSURANCE: "National Insurance number",
}


@dataclass(frozen=True)
class Row:
    """A text; or with a ``word`` one word of it. ``kept``: the words that may go out, lower case."""

    checked: Checked
    kept: frozenset[str]
    word: str = ""

    @property
    def state(self) -> Qt.CheckState | None:
        """Whether it goes out: the word, or all unknown words of the text; None where there is nothing to tick."""
        unknown = (self.word,) if self.word else self.checked.unknown
        if self.is_title or len(unknown) < (1 if self.word else 2):
            return None
        ticked = sum(word.casefold() in self.kept for word in unknown)
        return _CHECKED if ticked == len(unknown) else _PARTLY if ticked else _UNCHECKED

    @property
    def why(self) -> str:
        """What stands in the place of what was taken out, and why it was."""
        if self.word:
            if self.state is _CHECKED:
                return "looked at: goes out as it is"
            return f"in none of our lists of words: goes out as {UNSEEN}"
        if self.is_title:
            return "goes out as it was typed; no name of anybody on the lists may stand in it"
        return "; ".join(dict.fromkeys(self._reasons()))

    def _reasons(self) -> Iterator[str]:
        for piece in self.checked.pieces:
            if piece.rule not in (Rule.KEPT, Rule.UNKNOWN):
                yield f"{_KINDS.get(piece.rule, piece.rule)}: now {piece.instead}"
        if self.state is not None:
            yield "all of this text may go out" if self.state is _CHECKED else "tick for all of this text"

    @property
    def is_title(self) -> bool:
        """The pack's title goes out as it was typed."""
        return self.checked.written.where == TITLE

    @property
    def spoken(self) -> str:
        """Both in a sentence, for a screen reader."""
        what = f"“{self.word}”" if self.word else f"{self.checked.written.where}: {self.checked.written.text}"
        return f"{what}. {self.why}" if self.why else what


class WordsModel(QAbstractListModel):
    """Says which words were ticked, or are no longer."""

    ticked = Signal(object, object, bool)
    """(a Checked, words, whether they may go out)."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; rows that stay where they are keep the focus and the place that was scrolled to."""
        if [_what(row) for row in rows] == [_what(row) for row in self.rows]:
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        ticks = index.isValid() and self.rows[index.row()].state is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole:
            return row.state
        return None

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = self.rows[index.row()]
        words = (row.word,) if row.word else row.checked.unknown
        self.ticked.emit(row.checked, words, Qt.CheckState(value) is not _UNCHECKED)
        return True


def _what(row: Row) -> tuple[Checked, str]:
    return row.checked, row.word
