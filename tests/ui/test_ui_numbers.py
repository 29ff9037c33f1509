"""All numbers of a journey, and the unit costs that are a case file's own."""

from dataclasses import replace
from pathlib import Path

import pytest
from invented import OTTILIE, session_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journey_viewer.drawing.fonts import font
from journey_viewer.measures.definitions import MeasureId
from journey_viewer.measures.unit_costs import shipped_unit_costs, unit_costs_text
from journey_viewer.model.costs import OwnCost
from journey_viewer.theme import load_theme
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.costs_dialog import CostsDialog
from journey_viewer.ui.deep_dive.figures_dialog import FiguresDialog
from journey_viewer.ui.deep_dive.numbers import Numbers
from journey_viewer.ui.store import Store

GP = "gp|contact||contact"
OURS = OwnCost(42.5, "2025/26", "Our table")


@pytest.fixture
def store() -> Store:
    made = Store()
    made.open(session_on())
    made.look(person=OTTILIE)
    return made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    QApplication.setFont(
        font(load_theme().sizes["text"])
    )  # as in the window: dialogs are as large as their text asks
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def costs(parent: QWidget) -> CostsDialog:
    return CostsDialog(parent, {}, locked=False)


@pytest.fixture
def figures(store: Store, parent: QWidget) -> FiguresDialog:
    case = store.session.shown_case
    assert case is not None
    return FiguresDialog(store, case, parent)


def type_in(costs: CostsDialog, amount: str) -> None:
    field = costs.rows[GP].amount
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, amount)


def test_the_desk_leads_to_all_numbers(qtbot: QtBot) -> None:
    numbers = Numbers()
    qtbot.addWidget(numbers)
    numbers.show_case(session_on().case(OTTILIE))
    with qtbot.waitSignal(numbers.all_asked):
        numbers.all.click()


def test_every_measure_has_its_value_and_what_it_is_one_click_away(figures: FiguresDialog) -> None:
    assert list(figures.values) == list(MeasureId)
    assert all(value.text() for value in figures.values.values())
    figures.what[MeasureId.COST].click()
    assert "not cash that would be released" in figures._definition.text.text()


def test_an_own_cost_is_kept_told_beside_the_cost_and_can_be_undone(
    figures: FiguresDialog, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(dialog: CostsDialog) -> bool:
        type_in(dialog, "42.50")
        dialog.use.click()
        return True

    monkeypatch.setattr(dialogs, "answered", answered)
    before = figures.values[MeasureId.COST].text()
    figures.costs.click()
    assert store.session.document.own_costs[GP].gbp == 42.5
    assert figures.values[MeasureId.COST].text() != before
    assert figures._beside[MeasureId.COST].text().endswith("1 changed.")
    store.undo()
    assert store.session.document.own_costs == {}


def test_where_it_may_only_be_looked_at_no_cost_can_be_changed(parent: QWidget) -> None:
    locked = CostsDialog(parent, {GP: OURS}, locked=True)
    assert not locked.use.isEnabled()
    assert not locked.all_back.isEnabled()
    assert not locked.rows[GP].amount.isEnabled()


def test_a_row_can_be_put_back_alone_and_all_together(costs: CostsDialog) -> None:
    type_in(costs, "42.5")
    assert costs.own[GP].gbp == 42.5
    costs.rows[GP].back.click()
    assert costs.own == {}
    type_in(costs, "")
    assert costs.own[GP].gbp is None
    costs.all_back.click()
    assert costs.own == {}


@pytest.mark.parametrize("amount", ["a lot", "-1", "12..5"])
def test_what_is_no_amount_cannot_be_used(costs: CostsDialog, amount: str) -> None:
    type_in(costs, amount)
    assert not costs.use.isEnabled()
    costs.rows[GP].back.click()
    assert costs.use.isEnabled()


def test_a_table_is_read_over_what_stands_there(
    costs: CostsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(
        "service,kind,unit,gbp,price_year,source\nae,contact,contact,300,2025/26,Ours\nzoo,contact,contact,1,,\n"
    )
    monkeypatch.setattr(dialogs, "ask_for_table", lambda *_: path)
    type_in(costs, "42.5")
    costs.read.click()
    assert {key: own.gbp for key, own in costs.own.items()} == {GP: 42.5, "ae|contact||contact": 300.0}
    assert "1 cost read." in costs._said.text()
    assert "Line 3: the service must be one of" in costs._said.text()


def test_what_is_saved_is_the_whole_table_in_use(
    costs: CostsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "costs.csv"
    monkeypatch.setattr(dialogs, "ask_where_to_save", lambda *_: path)
    costs.save.click()
    assert path.read_text(encoding="utf-8-sig") == unit_costs_text(shipped_unit_costs().costs)
    type_in(costs, "42.5")
    costs.save.click()
    assert "42.50" in path.read_text(encoding="utf-8-sig")


def test_a_figure_that_is_of_something_else_is_ticked_as_such(costs: CostsDialog) -> None:
    row = costs.rows["ae|contact||contact"]
    row.proxy.click()
    assert costs.own["ae|contact||contact"].proxy
    assert replace(row.told, proxy=False).gbp == 280.17
