"""The meetings that were held: who came, what was decided, and the minutes of each."""

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QListView, QScrollArea, QVBoxLayout, QWidget

from journey_viewer.model.days import day_in_words
from journey_viewer.model.document import Document
from journey_viewer.model.meetings import Meeting
from journey_viewer.model.minutes import to_minute
from journey_viewer.model.phrases import many
from journey_viewer.privacy.anonymise_minutes import anonymise_minutes
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.timeline.minutes_words import Section, held, sections, title_of, told_of
from journey_viewer.ui.deep_dive.words import NO_VEIL, Veil
from journey_viewer.ui.parts import button, card, label

_LIST, _ANY, _LEAST = 330, 16_777_215, 200  # pixels; as wide as Qt can think
NOTHING = (
    "No meeting has been held yet. Tick the cases in the deep dive, look at what they have in common in Patterns,"
    " and begin the meeting in Meeting; what it decides stands here afterwards."
)


class MeetingsPage(QWidget):
    """Follows the session that it is shown; says which minutes are asked for."""

    minutes_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._meetings: tuple[Meeting, ...] = ()
        self._number: int | None = None
        self._document, self._veil = Document(), NO_VEIL
        self._rows = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setObjectName("roomy")
        self.list.setAccessibleName("Meetings, newest first")
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.export = button(
            "Export the minutes…", "primary", "Word, PDF and the actions log, anonymised, into a folder"
        )
        self._nothing = label(NOTHING, "subheading", wrap=True)
        self._words = QScrollArea()
        self._words.setObjectName("room")
        self._words.setWidgetResizable(True)
        self._words.setAccessibleName("What the meeting decided")
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._put_together()
        self.list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self.export.clicked.connect(self._on_export_clicked)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """The minutes beside the list; under it where text is large."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(under if theme.is_large else beside)
        wide = theme.scaled(_LIST)
        self._card.setMinimumWidth(wide)
        self._card.setMaximumWidth(_ANY if theme.is_large else wide)
        self._card.setMinimumHeight(theme.scaled(_LEAST))
        self._words.setMinimumHeight(theme.scaled(_LEAST))

    def _put_together(self) -> None:
        self._card = card(self.list, self.export, margin=10, spacing=8)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(16)
        self._beside.addWidget(self._card)
        self._beside.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addLayout(self._beside, 1)

    def show_session(self, session: Session, veil: Veil) -> None:
        """The meetings, the last one first; the one that was looked at stays chosen."""
        self._document, self._veil = session.document, veil
        self._meetings = tuple(reversed(session.document.meetings))
        numbers = [meeting.number for meeting in self._meetings]
        if self._number not in numbers:
            self._number = next(iter(numbers), None)
        rows = [_row(meeting) for meeting in self._meetings]
        if rows != self._rows.stringList():
            self._rows.setStringList(rows)
        some = bool(rows)
        self._nothing.setVisible(not some)
        self._card.setVisible(some)
        self._words.setVisible(some)
        if self._number is not None:
            self.list.setCurrentIndex(self._rows.index(numbers.index(self._number)))
        self._show_words()

    def _show_words(self) -> None:
        """The same words as in the minutes, with nothing but names left out."""
        shown = QWidget()
        shown.setObjectName("sheet")
        column = QVBoxLayout(shown)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(4)
        if self._number is not None:
            minutes = anonymise_minutes(to_minute(self._document, self._number), self._clean)
            if minutes.meeting is not None:
                column.addWidget(label(title_of(minutes.meeting), "section"))
                column.addWidget(label(held(minutes.meeting), "quiet", wrap=True))
            for section in sections(minutes):
                column.addSpacing(8)
                for text, role in _lines(section):
                    column.addWidget(label(text, role, wrap=True))
        column.addStretch()
        old = self._words.takeWidget()
        self._words.setWidget(shown)
        if old is not None:
            old.deleteLater()

    def _clean(self, text: str, _kept: object) -> str:
        return self._veil(text)

    def _on_list_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and self._meetings[current.row()].number != self._number:
            self._number = self._meetings[current.row()].number
            self._show_words()

    def _on_export_clicked(self) -> None:
        if self._number is not None:
            self.minutes_asked.emit(self._number)


def _row(meeting: Meeting) -> str:
    cases, there, decided = len(meeting.seen), len(meeting.attendees), len(meeting.decisions)
    told = [
        f"{many(cases, 'case')} seen",
        many(decided, "decision"),
        f"{there} there",
        "" if meeting.closed else "still open",
    ]
    return f"Meeting {meeting.number} · {day_in_words(meeting.day)}\n{' · '.join(filter(None, told))}"


def _lines(section: Section) -> list[tuple[str, str]]:
    told = [(section.heading, "section_words")]
    told += [(text, "") for text in section.texts]
    told += [(f"• {point}", "") for point in section.points]
    told += [(f"{what}: {words}", "") for what, words in section.entries]
    return told + [(f"{action.case} · {told_of(action)}", "") for action in section.actions]
