"""Qt's own tester walks each model and warns of what is wrong; a warning fails the test."""

from collections.abc import Callable

import pytest
from invented import OTTILIE, listed, session_on
from PySide6.QtCore import (
    QAbstractItemModel,
    QMessageLogContext,
    QModelIndex,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from journey_viewer.model.notes import Note
from journey_viewer.ui.deep_dive.chronology import ChronologyModel
from journey_viewer.ui.deep_dive.notes_list import NotesModel, note_rows
from journey_viewer.ui.deep_dive.people import PeopleModel
from journey_viewer.ui.deep_dive.words import NO_VEIL
from journey_viewer.ui.importing.rows import PROBLEM_COLUMNS, SOURCE_COLUMNS, RowsModel
from journey_viewer.ui.share.cases import CasesModel
from journey_viewer.ui.share.risks import Risks
from journey_viewer.ui.store import Store


def chronology() -> ChronologyModel:
    model = ChronologyModel()
    model.show_case(session_on().shown_case, names_shown=True)
    return model


def people() -> PeopleModel:
    model = PeopleModel()
    model.show_session(session_on())
    return model


def notes() -> NotesModel:
    store = Store()
    store.open(session_on())
    store.choose(notes=(Note(1, OTTILIE, "one"), Note(2, OTTILIE, "two")))
    model = NotesModel()
    model.show_rows(note_rows(store.session, NO_VEIL))
    return model


def cases() -> CasesModel:
    store = Store()
    store.open(session_on())
    model = CasesModel(store, Risks(store))
    model.show_session(store.session)
    return model


def no_cases() -> CasesModel:
    store = Store()
    return CasesModel(store, Risks(store))


def sources() -> RowsModel:
    model = RowsModel(SOURCE_COLUMNS)
    model.show_rows(listed().sources)
    return model


def problems() -> RowsModel:
    model = RowsModel(PROBLEM_COLUMNS)
    model.show_rows(listed().problems)
    return model


Make = Callable[[], QAbstractItemModel]
MODELS: tuple[Make, ...] = (chronology, people, notes, cases, sources, problems)
EMPTY: tuple[Make, ...] = (
    ChronologyModel,
    PeopleModel,
    NotesModel,
    no_cases,
    lambda: RowsModel(SOURCE_COLUMNS),
)


@pytest.mark.parametrize("make", [*MODELS, *EMPTY])
def test_a_model_keeps_qts_rules(make: Make, qtbot: QtBot) -> None:
    model = make()
    told: list[str] = []

    def keep(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
        told.append(message)

    before = qInstallMessageHandler(keep)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    qInstallMessageHandler(before)
    assert told == []


@pytest.mark.parametrize("make", [*MODELS, *EMPTY])
def test_a_place_that_is_none_holds_nothing(make: Make) -> None:
    assert make().data(QModelIndex()) is None


@pytest.mark.parametrize("make", MODELS)
def test_a_row_has_no_rows_below_it(make: Make) -> None:
    model = make()
    assert model.rowCount() > 0
    assert model.rowCount(model.index(0, 0)) == 0
