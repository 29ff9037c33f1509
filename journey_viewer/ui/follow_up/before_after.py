"""Before and after a date: the run chart with its warning, what would have happened anyway, and everybody's line."""

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QBoxLayout, QComboBox, QDateEdit, QFrame, QStackedWidget, QVBoxLayout, QWidget

from journey_viewer.attendance.asked import Measure, name_of
from journey_viewer.attendance.change import Rule
from journey_viewer.model.days import day_in_words, months_before
from journey_viewer.model.progress import Progress
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.flow import Flow
from journey_viewer.ui.deep_dive.words import who
from journey_viewer.ui.find.waiting import Waiting
from journey_viewer.ui.follow_up.before_after_asking import AskingBack
from journey_viewer.ui.follow_up.before_after_chart import RunChart
from journey_viewer.ui.follow_up.before_after_table import LinesTable
from journey_viewer.ui.follow_up.before_after_words import (
    BY_RULE,
    GROUP,
    NOBODY,
    heading_of,
    rows_of,
    sentences_of,
    windows_in_words,
)
from journey_viewer.ui.parts import card, label
from journey_viewer.ui.share.column import Column
from journey_viewer.ui.store import Store
from journey_viewer.work.look_back import MEASURES, AskedBack

_USUALLY = 6  # months before the end of the lists
_GROUP, _RULE = -1, -2
_TOP = 100
_NO_DAY = date(2000, 1, 1)  # that of a field in which nothing was set


class BeforeAfterPage(QWidget):
    """Follows the Store while it is looked at; nothing of it can be copied or exported, so that the warning stays with it."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("before_after")
        self._store, self._theme = store, theme
        self.asking = AskingBack(self)
        self.whose, self.meeting, self.measure = _choice("Whose"), _choice("From a meeting"), _choice("What")
        self.day = QDateEdit()
        self.waiting, self.table = Waiting(), LinesTable(theme)
        self._nobody = label(NOBODY, "subheading", wrap=True)
        self._heading, self._windows = label(role="section", wrap=True), label(role="quiet", wrap=True)
        self.warning, self._said = label(role="callout", wrap=True), label(wrap=True)
        self._picture = QFrame()
        self._drawn = QVBoxLayout(self._picture)
        self._chart: RunChart | None = None
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pages = QStackedWidget()
        self._filled: tuple[object, ...] = ()
        self._put_together()
        self._connect_signals()
        self.dress(theme)

    def _put_together(self) -> None:
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName("The first day after")
        for measure in MEASURES:
            name = name_of(measure)
            self.measure.addItem(f"{name[:1].upper()}{name[1:]}", measure)
        asked = QWidget()
        Flow(asked, self.whose, label("from"), self.day, self.meeting, self.measure, spacing=8)
        self._picture.setObjectName("card")
        self._drawn.setContentsMargins(16, 12, 16, 12)
        for widget in (self._heading, self._windows, self.warning):
            self._drawn.addWidget(widget)
        words = QFrame()
        words.setObjectName("card")
        inside = QVBoxLayout(words)
        inside.setContentsMargins(16, 12, 12, 12)
        said = QWidget()
        lines = QVBoxLayout(said)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._said)
        lines.addStretch()
        inside.addWidget(Column(said))
        self._beside.setSpacing(14)
        self._beside.addWidget(self._picture, 3)
        self._beside.addWidget(words, 2)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._beside, 3)
        column.setSpacing(12)
        column.addWidget(card(self.table, margin=10), 2)
        for page in (shown, self.waiting, self._nobody):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(asked)
        whole.addWidget(self._pages, 1)

    def dress(self, theme: Theme) -> None:
        """Words beside the picture; under it where text is large."""
        self._theme = theme
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(down if theme.is_large else across)

    def _connect_signals(self) -> None:
        self.asking.changed.connect(self._on_asking_changed)
        self.asking.progressed.connect(self._on_asking_progressed)
        self.whose.activated.connect(self._on_fields_changed)
        self.measure.activated.connect(self._on_fields_changed)
        self.day.dateChanged.connect(self._on_fields_changed)
        self.meeting.activated.connect(self._on_meeting_activated)
        self.waiting.cancel.clicked.connect(self.asking.cancel)
        self.waiting.again.clicked.connect(self.asking.again)
        self.waiting.lists.clicked.connect(self._on_lists_clicked)

    def show_session(self, session: Session) -> None:
        """Ask what these choices ask; while it is hidden nothing is worked out."""
        self._fill(session)
        if self.isVisible():
            self._ask()
        self._show()

    def forget(self) -> None:
        """Stop, and hold nothing of anybody."""
        self.asking.forget()
        self._filled = ()
        self.whose.clear()
        self.meeting.clear()
        self._set_day(_NO_DAY)
        self.table.lines.show_rows((), 0)
        for widget in (self._heading, self._windows, self.warning, self._said):
            widget.clear()
        if self._chart is not None:
            self._drawn.removeWidget(self._chart)
            self._chart.hide()
            self._chart.deleteLater()
            self._chart = None

    def _fill(self, session: Session) -> None:
        """The choices that this session leaves; the date begins six months before the end of the lists."""
        document = session.document
        chosen = () if session.is_empty else document.chosen
        told = (chosen, session.view.names_shown, document.meetings, session.lists)
        if told == self._filled:
            return
        fresh = not self._filled or self._filled[3] is not session.lists
        self._filled = told
        kept = self.whose.currentData()
        self.whose.clear()
        self.whose.addItem(f"{GROUP} ({len(chosen):,})", _GROUP)
        for person in chosen:
            self.whose.addItem(who(session.case(person), names_shown=session.view.names_shown), person)
        self.whose.addItem(BY_RULE, _RULE)
        self.whose.setCurrentIndex(max(self.whose.findData(kept), 0))
        self.meeting.clear()
        self.meeting.addItem("or a meeting’s day", None)
        for meeting in document.meetings:
            self.meeting.addItem(f"Meeting {meeting.number} · {day_in_words(meeting.day)}", meeting.day)
        self.meeting.setVisible(bool(document.meetings))
        if fresh and document.window is not None:
            self._set_day(months_before(document.window.last + timedelta(1), _USUALLY))

    def _set_day(self, day: date) -> None:
        self.day.setDate(QDate(day.year, day.month, day.day))

    def _ask(self) -> None:
        session, whose = self._store.session, self.whose.currentData()
        chosen = session.document.chosen
        if session.is_empty or whose is None or (whose == _GROUP and not chosen):
            return
        people: Rule | tuple[int, ...] = (
            Rule(top=_TOP) if whose == _RULE else chosen if whose == _GROUP else (whose,)
        )
        day = self.day.date()
        on = date(day.year(), day.month(), day.day())
        self.asking.ask(session.imported, AskedBack(on, people, Measure(self.measure.currentData())))

    def _show(self) -> None:
        told = self.asking.found
        empty = self.whose.currentData() == _GROUP and not self._store.session.document.chosen
        self._pages.setCurrentIndex(2 if empty else 1 if told is None else 0)
        if told is None:
            return
        if self._chart is None:
            self._chart = RunChart(self._theme)
            self._drawn.insertWidget(2, self._chart, 1)
        self._chart.show_told(told)
        self._heading.setText(heading_of(told))
        self._windows.setText(windows_in_words(told))
        self.warning.setText(told.sentences[0])
        self._said.setText("\n\n".join(sentences_of(told)))
        edge = len(told.months) - told.design.months
        self.table.lines.show_rows(rows_of(self._store.session, told), edge)

    def _on_asking_changed(self) -> None:
        if self.asking.busy:
            self.waiting.wait()
        else:
            self.waiting.say(self.asking.trouble)
        self._show()

    def _on_asking_progressed(self, progress: Progress) -> None:
        self.waiting.advance(progress)

    def _on_fields_changed(self) -> None:
        if self.isVisible():
            self._ask()
            self._show()

    def _on_meeting_activated(self, place: int) -> None:
        day = self.meeting.itemData(place)
        if day is not None:
            self._set_day(day)

    def _on_lists_clicked(self) -> None:
        self._store.look(place="lists")


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(27)
    return made
