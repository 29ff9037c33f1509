"""What a note is on: where the next one will be attached, and where one is, in words."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journey_viewer.model.days import day_in_words
from journey_viewer.model.notes import WHOLE_JOURNEY, Attached, Note
from journey_viewer.model.people import Window
from journey_viewer.model.words import service_name
from journey_viewer.session import Session
from journey_viewer.ui.parts import button, label
from journey_viewer.ui.store import Store

GONE = "the lists no longer tell of this contact"
OUTSIDE = "outside the period shown"


def attached_now(session: Session) -> Attached:
    """Where a new note belongs: the selected stretch, else the chosen touchpoint, else the whole journey."""
    view, case = session.view, session.shown_case
    if view.span is not None:
        return Attached(first=view.span.first, last=view.span.last)
    if case is None or view.touchpoint is None:
        return WHOLE_JOURNEY
    touchpoint = case.touchpoints[view.touchpoint]
    day = touchpoint.start.date()
    return Attached(touchpoint.number, touchpoint.service, day, day)


def in_words(attached: Attached) -> str:
    """What it is on: "5 Oct 2024 · A&E", "5 Oct 2024 to 11 Nov 2024" or "the whole journey"."""
    if attached.first is None:
        return "the whole journey"
    first = day_in_words(attached.first)
    if attached.service is not None:
        return f"{first} · {service_name(attached.service)}"
    last = attached.last or attached.first
    return first if last == attached.first else f"{first} to {day_in_words(last)}"


def new_note(session: Session, person: int) -> Note:
    """A note that says nothing yet, where a new one belongs."""
    now = attached_now(session)
    return Note(0, person, "", touchpoint=now.touchpoint, service=now.service, first=now.first, last=now.last)


def whereabouts(session: Session, note: Note) -> str:
    """Why what the note is on cannot be seen; "" where it can."""
    if note.first is None:
        return ""
    if note.touchpoint is not None and row_of(session, note.touchpoint) is None:
        lists = session.imported
        there = (
            note.person < len(lists.people)
            and note.touchpoint in lists.touchpoints.number[lists.rows_of(note.person)]
        )
        return OUTSIDE if there else GONE
    window = session.document.window
    last = note.last or note.first
    outside = window is not None and (last < window.first or note.first > window.last)
    return OUTSIDE if outside and note.touchpoint is None else ""


def row_of(session: Session, number: int) -> int | None:
    """The place of a touchpoint in the shown case's journey; None where it is not in it."""
    case = session.shown_case
    if case is None:
        return None
    return next(iter(np.flatnonzero(case.touchpoints.number == number).tolist()), None)


def look_at_note(store: Store, note: Note) -> None:
    """Choose a note, and with it what it is on."""
    row = None if note.touchpoint is None else row_of(store.session, note.touchpoint)
    span = None
    if note.touchpoint is None and note.first is not None:
        span = Window(note.first, note.last or note.first)
    store.look(note=note.number, touchpoint=row, span=span)


class AttachedTo(QWidget):
    """Says what a note is on; for one that is yet to be written it can be the whole journey instead."""

    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label(role="caption", wrap=True)
        self.whole = button(
            "Whole journey instead", "small_link", "Choose nothing, so that the note is on all of it"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.whole)
        self.whole.clicked.connect(self.let_go)

    def show_attached(self, attached: Attached, *, fixed: bool, remark: str) -> None:
        """``fixed`` where it cannot be anything else any more."""
        more = f" · {remark}" if remark else ""
        self.words.setText(f"On {in_words(attached)}{more}")
        self.whole.setVisible(not fixed and attached != WHOLE_JOURNEY)
