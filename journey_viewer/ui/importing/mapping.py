"""The page on which the user says which column is what; what becomes of the rows is shown at once."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from journey_viewer.errors import JourneyError
from journey_viewer.model.imported import Imported
from journey_viewer.model.words import Service, service_name
from journey_viewer.reading.heading_map import HeadingMap
from journey_viewer.reading.preview import Preview, columns_to_choose, try_out
from journey_viewer.reading.profiles import Role
from journey_viewer.theme import Theme
from journey_viewer.ui.parts import button, card, label

ROLE_NAMES = {
    Role.NHS_NUMBER: "NHS number",
    Role.NAME: "Person",
    Role.FORENAME: "First name",
    Role.SURNAME: "Last name",
    Role.LOCAL_ID: "Number of the person",
    Role.BORN: "Date of birth",
    Role.DIED: "Date of death",
    Role.SEX: "Sex",
    Role.DATE: "Date",
    Role.TIME: "Time",
    Role.END: "End date",
    Role.SERVICE: "Service",
    Role.REASON: "Reason",
    Role.CLINICIAN: "Clinician",
    Role.PLACE: "Place",
    Role.OUTCOME: "Outcome",
    Role.MODE: "Mode",
}
_NOTHING = "(not used)"
_PROBLEMS_SHOWN = 3
_AROUND_CHOICE = 12  # pixels


class MappingPage(QWidget):
    """Shows a preview and gives back a HeadingMap that works."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self._choices: dict[int, QComboBox] = {}
        self._file = label(role="subheading", wrap=True)
        self.service = QComboBox()
        self.service.setAccessibleName("Service of this list")
        self.service.addItem("Each row says its own", None)
        for service in Service:
            self.service.addItem(service_name(service), service)
        self.table = QTableWidget()
        self.table.setAccessibleName("First rows of the list, with what each column is")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)  # Tab goes from one choice to the next
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.result = label(wrap=True)
        self.use = button(
            "Use this and remember it", "primary", "Read the list so, now and whenever it has these headings"
        )
        self.cancel = button("Not now")
        self._put_together()
        self.service.currentIndexChanged.connect(self._on_choice_changed)
        self.use.clicked.connect(self._on_use_clicked)
        self.cancel.clicked.connect(self.left)

    def _put_together(self) -> None:
        services = QWidget()
        row = QHBoxLayout(services)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label("Where these contacts were", "section"))
        row.addWidget(self.service)
        row.addStretch()
        buttons = QHBoxLayout()
        buttons.addWidget(self.result, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(label("Say which column is what", "heading"))
        column.addWidget(self._file)
        column.addWidget(card(services, self.table), 1)
        column.addLayout(buttons)

    def show_preview(self, preview: Preview) -> None:
        """Begin with what can be guessed from the headings."""
        self._preview = preview
        sheet = f", {preview.sheet.name}" if preview.sheet.name else ""
        self._file.setText(
            f"{preview.file}{sheet}. A person, a date and a service are needed. The headings are remembered"
            " as a fingerprint, the rows not at all."
        )
        guessed = {place: role for role, place in preview.guessed.items()}
        self.table.clear()
        self.table.setColumnCount(len(preview.headings))
        self.table.setRowCount(len(preview.rows) + 1)
        self.table.setHorizontalHeaderItem(0, QTableWidgetItem(""))
        self._choices = {}
        choosable = set(columns_to_choose(preview.headings))
        for place, heading in enumerate(preview.headings):
            self.table.setHorizontalHeaderItem(place, QTableWidgetItem(heading))
            if place in choosable:
                self._choices[place] = self._choice(heading, guessed.get(place))
                self.table.setCellWidget(0, place, self._choices[place])
            for below, cells in enumerate(preview.rows, start=1):
                self.table.setItem(below, place, QTableWidgetItem(cells[place] if place < len(cells) else ""))
        self.fit_columns()
        for before, after in pairwise(
            [self.service, self.table, *self._choices.values(), self.cancel, self.use]
        ):
            QWidget.setTabOrder(before, after)
        self.service.setCurrentIndex(0)
        self._on_choice_changed()

    def fit_columns(self) -> None:
        """As wide as what stands in them, and as what is chosen for them."""
        self.table.resizeColumnsToContents()
        for place, choice in self._choices.items():
            needed = choice.sizeHint().width() + _AROUND_CHOICE
            self.table.setColumnWidth(place, max(self.table.columnWidth(place), needed))
            self.table.setRowHeight(0, choice.sizeHint().height() + _AROUND_CHOICE // 2)

    def dress(self, _theme: Theme) -> None:
        """Letters of another size need other columns."""
        self.fit_columns()

    def forget(self) -> None:
        """Hold nothing of the list any more."""
        self._preview, self._choices = None, {}
        self._file.clear()
        self.result.clear()
        self.table.clear()
        self.table.setRowCount(0)
        self.table.setColumnCount(0)

    def choose(self, place: int, role: Role | None) -> None:
        """Say what the column at this place is, as the user would."""
        choice = self._choices[place]
        choice.setCurrentIndex(choice.findData(role) if role else 0)

    def _choice(self, heading: str, guessed: Role | None) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(f"What the column {heading} is")
        choice.addItem(_NOTHING, None)
        for role, name in ROLE_NAMES.items():
            choice.addItem(name, role)
        choice.setCurrentIndex(max(0, choice.findData(guessed)) if guessed else 0)
        choice.currentIndexChanged.connect(self._on_choice_changed)
        return choice

    @property
    def told(self) -> HeadingMap | None:
        """What the user says so far."""
        if self._preview is None:
            return None
        columns: dict[Role, int] = {}
        for place, choice in self._choices.items():
            role = choice.currentData()
            if role is not None:
                columns.setdefault(Role(role), place)
        service = self.service.currentData()
        return HeadingMap(self._preview.fingerprint, columns, None if service is None else Service(service))

    def _on_choice_changed(self) -> None:
        told = self.told
        if told is None or self._preview is None:
            return
        try:
            sentence = what_becomes(try_out(self._preview, told))
        except JourneyError as error:
            self.result.setText(str(error))
            self.use.setEnabled(False)
        else:
            self.result.setText(sentence)
            self.use.setEnabled(True)

    def _on_use_clicked(self) -> None:
        self.accepted.emit(self.told)


def what_becomes(imported: Imported) -> str:
    """The account of the rows tried, and the first that could not be read."""
    source = imported.sources[0]
    people = len(imported.people)
    said = (
        f"Of the first {source.rows:,} rows: {source.touchpoints:,} touchpoints of {people:,}"
        f" {'person' if people == 1 else 'people'}, {source.problems:,} that cannot be read."
    )
    reasons = [f"Row {p.row}, {p.column}: {p.reason}" for p in imported.problems[:_PROBLEMS_SHOWN]]
    return "\n".join([said, *reasons])
