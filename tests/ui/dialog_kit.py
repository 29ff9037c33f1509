"""One of each of our dialogs, about whoever is shown in the window."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog

from journey_viewer.model.costs import OwnCost
from journey_viewer.model.linking import sources_of
from journey_viewer.model.registers import Export, Opening
from journey_viewer.ui.deep_dive.another_person import AnotherPerson
from journey_viewer.ui.deep_dive.correcting import Correcting
from journey_viewer.ui.deep_dive.costs_dialog import CostsDialog
from journey_viewer.ui.deep_dive.dates_menu import DayZeroDialog
from journey_viewer.ui.deep_dive.figures_dialog import FiguresDialog
from journey_viewer.ui.deep_dive.not_the_same import NotTheSame
from journey_viewer.ui.keeping.change_dialog import ChangeDialog
from journey_viewer.ui.keeping.new_dialog import NewCaseFileDialog
from journey_viewer.ui.keeping.sheet_dialog import SheetDialog
from journey_viewer.ui.keeping.small_dialogs import DeleteByDialog, SettingsDialog
from journey_viewer.ui.keeping.where_dialog import Whereabouts, WhereDialog
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.patterns.thresholds_dialog import ThresholdsDialog


def dialogs_of(window: MainWindow) -> list[QDialog]:
    """One of each sort, on the person who is shown."""
    session, path = window.store.session, Path("Riverside.journey")
    case = session.shown_case
    assert case is not None
    touchpoint, when = case.touchpoints[0], datetime(2024, 6, 1, 9)
    told = Whereabouts(
        path,
        (Opening(1, when, None, "somebody", "a computer"),),
        (Export(when, "deck", (), "a folder", "somebody"),),
    )
    return [
        SettingsDialog(window, window.looks),
        DeleteByDialog(window, date(2025, 6, 1)),
        DayZeroDialog(date(2024, 6, 1), window),
        NewCaseFileDialog(window, look_only=True),
        ChangeDialog(window, 2),
        SheetDialog(window, path),
        WhereDialog(window, told),
        *(
            Correcting(touchpoint, touchpoint, case.person, names_shown=shown, parent=window)
            for shown in (False, True)
        ),
        AnotherPerson(session, window),
        ThresholdsDialog(window, {"P01.days": 14}, locked=False),
        CostsDialog(window, {"gp|contact||contact": OwnCost(None)}, locked=False),
        FiguresDialog(window.store, case, window),
        NotTheSame(session, sources_of(session.lists, session.document, 0), window),
    ]
