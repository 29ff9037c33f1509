"""What can be asked for about the chosen touchpoint, and its menu on the swimlane and in the lists of touchpoints."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from journey_viewer.model.edits import Correction, edited
from journey_viewer.model.sensitive import sensitive_numbers
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.session import Session
from journey_viewer.timeline.nearest import mark_of, row_at
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.correcting import Correcting
from journey_viewer.ui.deep_dive.person_menu import why_not
from journey_viewer.ui.deep_dive.swimlane import Swimlane
from journey_viewer.ui.parts import hint_of
from journey_viewer.ui.store import Store


class TouchpointDesk(QObject):
    """Changes the Store as is asked for; shows ``menu`` where somebody asks for it with the mouse or the keyboard."""

    def __init__(
        self, store: Store, swimlane: Swimlane, lists: Sequence[QAbstractItemView], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._store, self._swimlane, self._lists, self._window = store, swimlane, lists, parent
        self.menu = QMenu(parent)
        self.menu.setToolTipsVisible(True)
        self.sensitive = QAction("Sensitive: keep it out of everything shared", self.menu)
        self.sensitive.setCheckable(True)
        self.correct = QAction("Correct…", self.menu)
        self.menu.addActions([self.sensitive, self.correct])
        self.sensitive.triggered.connect(self.set_sensitive)
        self.correct.triggered.connect(self.ask_to_correct)
        store.changed.connect(self._on_store_changed)
        for widget in (
            swimlane,
            *lists,
            *(each.viewport() for each in lists),
        ):  # the keyboard asks the list itself
            widget.installEventFilter(self)
        self._on_store_changed(store.session, store.session)

    def set_sensitive(self, sensitive: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        """Keep the touchpoint out of everything shared, or no longer."""
        touchpoint = chosen_touchpoint(self._store.session)
        if touchpoint is not None:
            marked, one = self._store.session.document.sensitive, frozenset({touchpoint.number})
            self._store.choose(sensitive=marked | one if sensitive else marked - one)

    def ask_to_correct(self) -> None:
        """Ask what the touchpoint should say in place of what the list says."""
        self._store.settle()
        session = self._store.session
        case, now = session.shown_case, chosen_touchpoint(session)
        listed = None if now is None else listed_touchpoint(session, now.number)
        if case is None or now is None or listed is None:
            return
        dialog = Correcting(
            listed, now, case.person, names_shown=session.view.names_shown, parent=self._window
        )
        if dialogs.answered(dialog):
            self._correct(session, dialog.correction)

    def _correct(self, session: Session, correction: Correction) -> None:
        """Say so, and keep the contact out of everything shared where the new words say that it is sensitive."""
        edits = session.document.edits.with_correction(correction)
        told = edited(session.lists, edits).touchpoints
        newly = sensitive_numbers(told.take(told.number == correction.number))
        self._store.choose(edits=edits, sensitive=session.document.sensitive | newly)

    def _on_store_changed(self, _old: Session, new: Session) -> None:
        touchpoint = chosen_touchpoint(new)
        for action in (self.sensitive, self.correct):
            action.setEnabled(touchpoint is not None and not new.keeping.read_only)
            action.setToolTip(hint_of(why_not(new)))
        self.sensitive.setChecked(touchpoint is not None and touchpoint.number in new.document.sensitive)

    def _on_menu_asked(self, thing: QObject, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        if thing is self._swimlane:
            where = self._on_swimlane(event.pos(), by_keyboard=by_keyboard)
        else:
            view = next(each for each in self._lists if thing in (each, each.viewport()))
            where = _in_list(view, event.pos(), by_keyboard=by_keyboard)
        if where is not None and self._store.session.view.touchpoint is not None:
            self.menu.popup(where)

    def _on_swimlane(self, pointed: QPoint, *, by_keyboard: bool) -> QPoint | None:
        """Where the menu stands; the mark that was pointed at is chosen. None where none was."""
        picture, chosen = self._swimlane.picture, self._store.session.view.touchpoint
        if picture is None:
            return None
        if not by_keyboard:
            row = row_at(picture, pointed.x(), pointed.y(), chosen)
            if row is None:
                return None
            if row != chosen:
                self._store.look(touchpoint=row)
        elif chosen is not None and (mark := mark_of(picture, chosen)) is not None:
            pointed = QPoint(round(mark.x), round(mark.y))
        return self._swimlane.mapToGlobal(pointed)

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._on_menu_asked(thing, event)
            return True
        return super().eventFilter(thing, event)


def _in_list(view: QAbstractItemView, pointed: QPoint, *, by_keyboard: bool) -> QPoint | None:
    """Where the menu stands; None where no row was pointed at."""
    if by_keyboard:
        pointed = view.visualRect(view.currentIndex()).center()
    elif not view.indexAt(pointed).isValid():
        return None
    return view.viewport().mapToGlobal(pointed)


def chosen_touchpoint(session: Session) -> Touchpoint | None:
    """The touchpoint that is looked at, with what was corrected of it."""
    case, row = session.shown_case, session.view.touchpoint
    return None if case is None or row is None else case.touchpoints[row]


def listed_touchpoint(session: Session, number: int) -> Touchpoint | None:
    """What the list itself says of it."""
    rows = np.flatnonzero(session.lists.touchpoints.number == number)
    return session.lists.touchpoints[int(rows[0])] if len(rows) else None
