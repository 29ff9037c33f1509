"""Who does what is asked for on the start page and in the case file's menu."""

from journey_viewer.ui.keeping.beginnings import Beginnings
from journey_viewer.ui.keeping.care import CareDesk
from journey_viewer.ui.keeping.desk import KeepingDesk
from journey_viewer.ui.keeping.menu import CaseFileMenu
from journey_viewer.ui.keeping.start_page import StartPage


def connect_start(start: StartPage, beginnings: Beginnings, keeping: KeepingDesk, care: CareDesk) -> None:
    """Connect what the start page asks for besides lists."""
    start.new_asked.connect(beginnings.ask_new)
    start.case_asked.connect(beginnings.ask_open)
    start.recent_asked.connect(keeping.open)
    start.look_asked.connect(beginnings.ask_for_lists_to_look_at)
    start.settings_asked.connect(care.ask_settings)


def connect_menu(menu: CaseFileMenu, beginnings: Beginnings, keeping: KeepingDesk, care: CareDesk) -> None:
    """Connect every entry of the menu."""
    for action, slot in (
        (menu.lock, keeping.lock),
        (menu.keep, beginnings.ask_new),
        (menu.change, care.change_passphrase),
        (menu.sheet, care.show_sheet),
        (menu.where, care.show_where),
        (menu.delete_by, care.ask_delete_by),
        (menu.delete, care.delete),
        (menu.settings, care.ask_settings),
        (menu.close_, keeping.close),
    ):
        action.triggered.connect(slot)
