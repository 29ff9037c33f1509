"""Who does what is asked for in the window."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from journey_viewer.model.people import Window
from journey_viewer.session import Session
from journey_viewer.ui.follow_up.desk import OPEN_MINUTES
from journey_viewer.ui.importing.desk import SAY_COLUMNS, SEE_ROWS
from journey_viewer.ui.keeping.connected import connect_menu, connect_start
from journey_viewer.ui.keeping.desk import CHANGE_DATE, DELETE, KEEP_ELSEWHERE
from journey_viewer.ui.keeping.preferences import idle_minutes
from journey_viewer.ui.keeping.words import NEARLY_CLOSED
from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.share.desk import OPEN_FOLDER


class Wiring(QObject):
    """Connects the parts of the window, and does what lies between two of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._connect_places()
        self._connect_lists()
        self._connect_keeping()
        self._connect_keys()
        self._show_session(Session(), window.store.session)
        self._on_care_settings_changed()

    def _connect_places(self) -> None:
        window = self._window
        window.store.changed.connect(self._show_session)
        window.rail.place_chosen.connect(self._on_place_chosen)
        window.header.names_toggled.connect(self._on_names_toggled)
        window.header.menu.window_chosen.connect(self._on_window_chosen)
        window.header.share_asked.connect(self._on_share_asked)
        window.share.export_asked.connect(window.share_desk.ask_where)
        window.share.template_asked.connect(window.share_desk.ask_for_template)
        window.share.told.connect(window.notice.say)
        window.meeting_desk.told.connect(window.notice.say)
        window.meeting_desk.stage.in_progress.connect(window.watch.note_somebody)
        window.looks.changed.connect(window.meeting_desk.dress)
        window.share_desk.exported.connect(window.keeping.keeper.register)
        window.follow_up.export_asked.connect(window.minutes_desk.ask_where)
        window.minutes_desk.exported.connect(window.keeping.keeper.register)
        window.leaving.left.connect(window.keeping.keeper.register)
        window.notice.followed.connect(self._on_notice_followed)
        window.tasks.started.connect(self._on_tasks_started)
        window.tasks.ended.connect(self._on_tasks_ended)

    def _connect_lists(self) -> None:
        window = self._window
        desk, start = window.import_desk, window.start
        for asked in (window.header.open_asked, start.files_asked):
            asked.connect(desk.ask_for_files)
        start.folder_asked.connect(desk.ask_for_folder)
        start.template_asked.connect(desk.save_template)
        desk.chosen.connect(window.beginnings.take)
        window.beginnings.lists_taken.connect(desk.add)
        window.lists.save_asked.connect(desk.save_problems)
        window.lists.understood_asked.connect(desk.save_understood)
        window.lists.close_asked.connect(window.keeping.close)
        window.lists.columns_asked.connect(desk.ask_about)
        window.lists.services_said.connect(desk.say_services)
        window.lists.offer_accepted.connect(desk.accept_offer)
        window.mapping.accepted.connect(desk.use)
        window.mapping.left.connect(desk.settled)
        window.deep_dive.bar.desk.told.connect(window.notice.say)
        window.deep_dive.told.connect(window.notice.say)
        desk.preview_made.connect(window.places.ask)
        desk.settled.connect(self._on_question_settled)

    def _connect_keeping(self) -> None:
        window = self._window
        desks = window.beginnings, window.keeping, window.care
        connect_start(window.start, *desks)
        connect_menu(window.header.case_menu, *desks)
        window.header.keep_asked.connect(window.beginnings.ask_new)
        window.care.settings_changed.connect(self._on_care_settings_changed)
        window.keeping.covered.connect(self._on_keeping_covered)
        window.keeping.stopped.connect(self._on_tasks_ended)
        window.keeping.emptied.connect(self._on_keeping_emptied)
        window.keeping.keeper.troubled.connect(window.header.say_unsaved)
        window.watch.idle.connect(window.keeping.lock)
        window.watch.nearly.connect(self._on_watch_nearly)

    def _connect_keys(self) -> None:
        window = self._window
        for keys, slot in (
            (QKeySequence.StandardKey.Open, self._on_open_keys),
            (QKeySequence.StandardKey.Undo, window.store.undo),
            (QKeySequence.StandardKey.Redo, window.store.redo),
            (QKeySequence("Ctrl+L"), window.keeping.lock),
            (QKeySequence("Ctrl+W"), window.keeping.close),
        ):
            QShortcut(keys, window).activated.connect(slot)

    def allow_asking(self, allowed: bool) -> None:  # noqa: FBT001 (one yes or no)
        """While a job runs another cannot be asked for."""
        window = self._window
        for widget in (
            window.header.open,
            window.header.keep,
            window.header.case_file,
            window.lists,
            window.mapping,
        ):
            widget.setEnabled(allowed)
        window.start.allow_asking(allowed)
        window.share.allow_export(allowed)
        window.follow_up.allow_export(allowed)

    def _show_session(self, old: Session, new: Session) -> None:
        window = self._window
        window.rail.show_place(new.view.place, open_to=window.places.open_to(new))
        window.header.show_session(new)
        window.start.show_kept_in(new.keeping.name)
        window.places.show_session(old, new)
        if not new.is_empty and (old.is_empty or new.keeping.name != old.keeping.name):
            window.deep_dive.people.setFocus()  # not while somebody writes about people who were there before

    def _on_question_settled(self) -> None:
        window = self._window
        window.places.settle(window.store.session)

    def _on_tasks_started(self, _title: str) -> None:
        self.allow_asking(False)

    def _on_tasks_ended(self) -> None:
        window = self._window
        self.allow_asking(not window.tasks.busy)
        window.places.enter()

    def _on_notice_followed(self, link: str) -> None:
        window = self._window
        slots = {
            OPEN_FOLDER: window.share_desk.open_folder,
            OPEN_MINUTES: window.minutes_desk.open_folder,
            SEE_ROWS: self._on_rows_asked,
            SAY_COLUMNS: window.import_desk.ask_again,
            KEEP_ELSEWHERE: window.beginnings.ask_new,
            CHANGE_DATE: window.care.ask_delete_by,
            DELETE: window.care.delete,
        }
        if link in slots:
            slots[link]()

    def _on_open_keys(self) -> None:
        window = self._window
        if window.keeping.may_ask:
            window.import_desk.ask_for_files()

    def _on_rows_asked(self) -> None:
        window = self._window
        window.store.look(place="lists")

    def _on_place_chosen(self, place: str) -> None:
        window = self._window
        window.places.settle(window.store.session)
        window.store.look(place=place)

    def _on_share_asked(self) -> None:
        window = self._window
        window.store.look(place="share")

    def _on_names_toggled(self, shown: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        window = self._window
        view = window.store.session.view
        if shown != view.names_shown:
            search, looking = view.search, view.looking
            if not shown:  # what was typed may hold a name
                search, looking = "", looking.without_words()
            window.store.look(names_shown=shown, search=search, looking=looking)

    def _on_window_chosen(self, chosen: Window) -> None:
        self._window.store.settle()
        self._window.store.choose(window=chosen)

    def _on_keeping_covered(self, covered: bool) -> None:  # noqa: FBT001 (a signal's yes or no)
        window = self._window
        window.cover.setCurrentIndex(1 if covered else 0)
        window.start.refresh()

    def _on_keeping_emptied(self, said: str) -> None:
        window = self._window
        window.import_desk.forget()
        window.share_desk.forget()
        window.minutes_desk.forget()
        window.places.settle(window.store.session)
        window.start.say(said)
        window.start.refresh()

    def _on_care_settings_changed(self) -> None:
        window = self._window
        window.watch.start(idle_minutes())
        window.start.refresh()

    def _on_watch_nearly(self) -> None:
        window = self._window
        if window.keeping.path is None and not window.store.session.is_empty:
            window.notice.say(NEARLY_CLOSED, warning=True)
