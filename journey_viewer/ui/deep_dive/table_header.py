"""The headings of the chronology's table: they share out the room that there is, and a click sorts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.table_model import Sorting
from journey_viewer.ui.deep_dive.table_rows import HEADINGS, Column

_LEAST = {
    Column.DATE: 116,
    Column.SERVICE: 92,
    Column.HAPPENED: 148,
    Column.OUTCOME: 84,
    Column.CLINICIAN: 74,
    Column.NOTE: 68,
    Column.SOURCE: 56,
}
_MORE = {
    Column.SERVICE: 1,
    Column.HAPPENED: 6,
    Column.OUTCOME: 2,
    Column.CLINICIAN: 1,
    Column.NOTE: 4,
    Column.SOURCE: 2,
}


class TableHeader(QHeaderView):
    """``sorting_asked``: by this column, or once more the other way round."""

    sorting_asked = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorting = Sorting()
        self._fitting = self._dragged = False
        self.dress(theme)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.sectionClicked.connect(self._on_section_clicked)
        self.sectionResized.connect(self._on_section_resized)

    def dress(self, theme: Theme) -> None:
        """Columns as wide as letters of this size need; those that somebody made themselves are forgotten."""
        self._dragged = False
        self._least = {column: theme.scaled(pixels) for column, pixels in _LEAST.items()}
        self.setMinimumSectionSize(theme.scaled(48))

    def fit(self, room: int) -> None:
        """Share out so many pixels, until somebody has made a column wider or narrower themselves."""
        if self._dragged or self.count() != len(HEADINGS):
            return
        self._fitting = True
        spare, shares = max(0, room - sum(self._least.values())), sum(_MORE.values())
        for column in Column:
            self.resizeSection(column, self._least[column] + spare * _MORE.get(column, 0) // shares)
        self._fitting = False

    def show_sorting(self, sorting: Sorting) -> None:
        """The headings themselves say what the rows are sorted by."""
        self._sorting = sorting

    def _on_section_clicked(self, section: int) -> None:
        again = self._sorting.column == section
        self.sorting_asked.emit(Sorting(Column(section), again and not self._sorting.backwards))

    def _on_section_resized(self, _section: int, _old: int, _new: int) -> None:
        self._dragged = self._dragged or not self._fitting
