"""The place "Lists": each file that was read, what became of each row, and the problems."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from journey_viewer.model.imported import Imported, Problem, Refusal, Source
from journey_viewer.model.people import Person
from journey_viewer.model.phrases import many, plural
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.words import veil_over
from journey_viewer.ui.importing.questions import Question, Questions
from journey_viewer.ui.importing.rows import PROBLEM_COLUMNS, SOURCE_COLUMNS, RowsModel, rows_table
from journey_viewer.ui.importing.services import ServiceQuestions
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.store import Store
from journey_viewer.work.renewal import Renewal

_ONE_LINE, _TWO_LINES = 30, 44  # pixels at the usual size of text
_FILTER, _LEAST = 200, 150


def in_words(imported: Imported) -> str:
    """The account in a few words: "Read 3 files: 912 touchpoints of 10 people. 2 rows could not be read."."""
    files = len({source.file for source in imported.current_sources})
    count, people = len(imported.touchpoints), _people(imported)
    read = f"Read {many(files, 'file')}"
    sentences = [f"{read}: {many(count, 'touchpoint')} of {many(people, 'person', 'people')}."]
    if problems := len(imported.problems):
        sentences.append(f"{many(problems, 'row')} could not be read.")
    if refused := len(imported.refusals):
        sentences.append(f"{many(refused, 'file')} could not be used.")
    if silent := sum(asked.service is None for asked in imported.asked):
        sentences.append(f"Say which service {silent} of the files {plural(silent, 'comes', 'come')} from.")
    if imported.offers:
        sentences.append("Some people may be one person.")
    return " ".join(sentences)


def _people(imported: Imported) -> int:
    """How many there are: places of people who were taken out, or joined to others, hold nobody."""
    known = {place for place, who in enumerate(imported.people) if who != Person()}
    return len(known | set(np.unique(imported.touchpoints.person).tolist()))


def news_in_words(renewal: Renewal) -> str:
    """What lists brought to what was there: "12 touchpoints are new, 28 were there before, 3 are no longer told of."."""
    added, again, gone, barred = renewal.added, renewal.updated, renewal.vanished, renewal.barred
    news = (
        f"{many(added, 'touchpoint is', 'touchpoints are')} new,"
        f" {many(again, 'was', 'were')} there before, {many(gone, 'is', 'are')} no longer told of."
    )
    if not barred:
        return news
    who = many(barred, "person who was", "people who were")
    return f"{news} {who} taken out for good {plural(barred, 'was', 'were')} left out again."


class Lists(QWidget):
    """Follows the Store; asks for the problems to be saved, or for all lists to be closed."""

    save_asked = Signal()
    understood_asked = Signal()
    """Everything is to be saved as it was understood."""
    close_asked = Signal()
    columns_asked = Signal(object)
    """The Path of a list that was not recognised, for the user to say what its columns are."""
    services_said = Signal(object)
    """Pairs of a ServiceAsked and its Service."""
    offer_accepted = Signal(object)
    """The places of people who are one person."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._sources = RowsModel(SOURCE_COLUMNS)
        self._problems = RowsModel(PROBLEM_COLUMNS)
        self._summary = label(role="subheading", wrap=True)
        self.services, self.refusals, self.offers = ServiceQuestions(), Questions(), Questions()
        self._none = label("Every row was understood.", "quiet")
        self.table = _table(self._sources, "Lists that were read", stretch=len(SOURCE_COLUMNS) - 1)
        self._found = QSortFilterProxyModel()
        self._found.setSourceModel(self._problems)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found.setFilterKeyColumn(-1)
        self.problems = _table(self._found, "Rows that could not be read", stretch=len(PROBLEM_COLUMNS) - 1)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter the problems")
        self.filter.setAccessibleName("Filter the problems")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)
        self.save = button(
            "Save the problems…", hint="A workbook with file, row, column and reason, to mend the list by"
        )
        self.understood = button(
            "Save what was understood…",
            hint="A list with a row for each touchpoint and where it came from, for whoever imports the lists",
        )
        self.close_lists = button(
            "Close all lists", hint="Forget everything that was read; the files stay as they are"
        )
        self._put_together()
        self.dress(theme)
        store.changed.connect(self._on_store_changed)
        self.save.clicked.connect(self.save_asked)
        self.understood.clicked.connect(self.understood_asked)
        self.filter.textChanged.connect(self._found.setFilterFixedString)
        self.refusals.answered.connect(self.columns_asked)
        self.offers.answered.connect(self.offer_accepted)
        self.close_lists.clicked.connect(self.close_asked)
        self.services.answered.connect(self.services_said)
        self.services.columns_asked.connect(self.columns_asked)

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(label("What became of every row", "heading"))
        column.addWidget(self._summary)
        column.addWidget(self.services)
        column.addWidget(self.refusals)
        column.addWidget(self.offers)
        column.addWidget(card(_heading("Lists", self.understood, self.close_lists), self.table), 3)
        problems = _heading("Rows that could not be read", self.filter, self.save)
        column.addWidget(card(problems, self._none, self.problems), 2)

    def dress(self, theme: Theme) -> None:
        """Rows and columns that hold letters of this size."""
        self.table.verticalHeader().setDefaultSectionSize(theme.scaled(_TWO_LINES))
        self.problems.verticalHeader().setDefaultSectionSize(theme.scaled(_ONE_LINE))
        self.filter.setFixedWidth(theme.scaled(_FILTER))
        self.table.setMinimumHeight(theme.scaled(_LEAST))
        self._fit_columns()

    def _fit_columns(self) -> None:
        self.table.resizeColumnsToContents()
        self.problems.resizeColumnsToContents()

    def _on_store_changed(self, old: Session, new: Session) -> None:
        self.close_lists.setText("Close the case file" if new.keeping.name else "Close all lists")
        if new.imported is not old.imported:
            self._show_lists(new)
        elif new.view.names_shown != old.view.names_shown:
            self._call_files(new)

    def _call_files(self, session: Session) -> None:
        """Whatever says what a file is called."""
        imported = session.imported
        called = veil_over(imported, names_shown=session.view.names_shown)
        self._sources.show_rows(_called(imported.current_sources, called))
        self._problems.show_rows(_called(imported.problems, called))
        self.services.call(called)
        self.refusals.show_questions([_refusal(one, called) for one in imported.refusals])

    def _show_lists(self, session: Session) -> None:
        imported = session.imported
        self.services.ask(imported.asked)
        self._call_files(session)
        self._summary.setText(
            f"{in_words(imported)} Rows = touchpoints + joined + duplicates + skipped + problems."
        )
        self.offers.show_questions([_offer(session, offer) for offer in imported.offers])
        self.understood.setEnabled(bool(len(imported.touchpoints)))
        self._none.setVisible(not imported.problems)
        self.problems.setVisible(bool(imported.problems))
        self.save.setVisible(bool(imported.problems))
        self.filter.setVisible(bool(imported.problems))
        self.filter.setText("")  # not clear(), which could be undone
        self._fit_columns()


_Row = TypeVar("_Row", Source, Problem)


def _called(rows: Sequence[_Row], called: Callable[[str], str]) -> list[_Row]:
    """The rows with their files and sheets called so."""
    names = {name: called(name) for row in rows for name in (row.file, row.sheet)}
    return [replace(row, file=names[row.file], sheet=names[row.sheet]) for row in rows]


def _refusal(refusal: Refusal, called: Callable[[str], str]) -> Question:
    sentence = f"{called(refusal.file)}: {refusal.sentence}"
    if not refusal.ask_about:
        return Question(sentence)
    return Question(sentence, "Say which column is what…", Path(refusal.ask_about))


def _offer(session: Session, offer: tuple[int, ...]) -> Question:
    who = " and ".join(session.label(person) for person in offer)
    sentence = (
        f"{who} are on different lists with the same full name and date of birth. They were kept apart."
    )
    return Question(sentence, "They are one person", offer)


def _heading(text: str, *actions: QWidget) -> QWidget:
    heading = QWidget()
    row = QHBoxLayout(heading)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(text, "section"))
    row.addStretch()
    for action in actions:
        row.addWidget(action)
    return heading


def _table(model: QAbstractItemModel, name: str, *, stretch: int) -> QTableView:
    table = rows_table(model, name)
    table.setWordWrap(True)
    table.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    return table
