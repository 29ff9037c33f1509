"""The line above every place: what is open and where it is kept, which period, names shown or hidden."""

from datetime import date

from PySide6.QtCore import QDate, QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDateEdit,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from journey_viewer.model.days import day_in_words
from journey_viewer.model.imported import all_time, last_months
from journey_viewer.model.people import Window
from journey_viewer.model.phrases import many
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.keeping.menu import CaseFileMenu
from journey_viewer.ui.parts import button, hint_of, label

_NAMES_KEY = "F8"
_LONGEST_NAME = 28
_HIGH, _AROUND = 54, 60
_PRESETS = (
    (12, "Last 12 months of the lists"),
    (24, "Last 24 months of the lists"),
    (36, "Last 36 months of the lists"),
)


class PeriodMenu(QMenu):
    """Choose the stretch of time that is looked at: a usual one, or two dates."""

    window_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = Session()
        for months, words in _PRESETS:
            self.addAction(words).setData(months)
        self.addAction("Everything on the lists").setData(0)
        self.addSeparator()
        self.first, self.last = QDateEdit(), QDateEdit()
        self.addAction(self._dates())
        self.triggered.connect(self._on_triggered)

    def _dates(self) -> QWidgetAction:
        box = QWidget()
        form = QFormLayout(box)
        for edit, words in ((self.first, "From"), (self.last, "To")):
            edit.setDisplayFormat("d MMM yyyy")
            edit.setCalendarPopup(True)
            edit.setAccessibleName(words)
            form.addRow(label(words), edit)
        use = button("Show this period", "primary")
        use.clicked.connect(self._on_use_clicked)
        form.addRow(use)
        action = QWidgetAction(self)
        action.setDefaultWidget(box)
        return action

    def show_session(self, session: Session) -> None:
        self._session = session
        window = session.document.window or Window(date.today(), date.today())
        self.first.setDate(QDate(window.first.year, window.first.month, window.first.day))
        self.last.setDate(QDate(window.last.year, window.last.month, window.last.day))

    def _on_triggered(self, action: object) -> None:
        months = action.data()  # type: ignore[attr-defined]
        if months is None:
            return
        imported = self._session.imported
        window = last_months(imported, date.today(), months) if months else all_time(imported)
        if window is not None:
            self.window_chosen.emit(window)

    def _on_use_clicked(self) -> None:
        first, last = self.first.date(), self.last.date()
        if last < first:
            first, last = last, first
        self.hide()
        self.window_chosen.emit(Window(_day(first), _day(last)))


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


class Header(QFrame):
    """What is open, where it is kept and which period on the left; names, lists and sharing on the right."""

    names_toggled = Signal(bool)
    open_asked = Signal()
    share_asked = Signal()
    keep_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("header")
        self._theme = theme
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        self._title = label("Journey Viewer", "title")
        self.case_file, self.case_menu = (
            _menu_button("What can be done about the case file"),
            CaseFileMenu(self),
        )
        self.case_file.setMenu(self.case_menu)
        self._count, self.saved = label(role="quiet"), label(role="quiet")
        self._looked_at = label("Look only", "badge")
        self.period, self.menu = _menu_button("Choose the period that is looked at"), PeriodMenu(self)
        self.period.setMenu(self.menu)
        self.names = QPushButton("Names hidden")
        self.names.setObjectName("pill")
        self.names.setCheckable(True)
        self.names.setToolTip(f"Show or hide names of people, clinicians and places ({_NAMES_KEY})")
        self.keep = button("Keep this in a case file…", hint="One encrypted file, under a passphrase")
        self.open = button("Add lists…", hint="Read more lists together with these (Ctrl+O)")
        self.share = button("Share…", "primary", "See what will leave this computer, then export it")
        self._unsaved = False
        self._put_together()
        self._connect_signals()
        self.dress(theme)

    def _put_together(self) -> None:
        left, right = self._left, self._right
        for row in (left, right):
            row.setSpacing(12)
        for widget in (self._title, self.case_file, self._count, self.period, self.saved, self._looked_at):
            left.addWidget(widget)
        left.addStretch()
        for made in (self.keep, self.names, self.open, self.share):
            right.addWidget(made)
        right.addStretch()
        self._lines.setContentsMargins(20, 0, 16, 0)
        self._lines.setSpacing(12)
        self._lines.addLayout(left, 1)
        self._lines.addLayout(right)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self.setMinimumHeight(theme.scaled(_HIGH))
        self._looked_at.setFixedHeight(theme.scaled(28))
        self._stand()

    def _stand(self) -> None:
        """One line; or two, under each other, where text is so large that one has no room for it all."""
        for line in (self._left, self._right):
            line.invalidate()  # what a text in it needs now, and not before it was there
        needed = self._left.sizeHint().width() + self._right.sizeHint().width() + _AROUND
        two = self._theme.is_large and needed > self.width()
        self._lines.setDirection(
            QBoxLayout.Direction.TopToBottom if two else QBoxLayout.Direction.LeftToRight
        )
        self._lines.setContentsMargins(20, 6 if two else 0, 16, 6 if two else 0)
        self._lines.setSpacing(6 if two else 12)

    def _connect_signals(self) -> None:
        self.names.toggled.connect(self.names_toggled)
        QShortcut(QKeySequence(_NAMES_KEY), self).activated.connect(self._on_names_key)
        self.keep.clicked.connect(self.keep_asked)
        self.open.clicked.connect(self.open_asked)
        self.share.clicked.connect(self.share_asked)

    def _on_names_key(self) -> None:
        """The button's own shortcut would take the focus from whoever is writing."""
        if self.names.isVisible():
            self.names.click()

    def show_session(self, session: Session) -> None:
        """Say what is open; with nothing open only the title stands here."""
        open_, window, keeping = not session.is_empty, session.document.window, session.keeping
        for widget in (self._count, self.period, self.names):
            widget.setVisible(open_)
        self.share.setVisible(open_ and session.view.place != "share")
        self.keep.setVisible(open_ and not keeping.name)
        self.open.setVisible(open_ or bool(keeping.name))
        self._show_keeping(session)
        self.menu.show_session(session)
        if not open_ or window is None:
            self._count.clear()
            self.period.setText("")
            self.period.setAccessibleName("")
            return
        people = len(session.document.people)
        self._count.setText(many(people, "person", "people"))
        period = f"{day_in_words(window.first)} to {day_in_words(window.last)}"
        self.period.setText(f"{period}  ▾")
        self.period.setAccessibleName(f"Period: {period}")
        shown = session.view.names_shown
        self.names.setChecked(shown)
        self.names.setText("Names shown" if shown else "Names hidden")
        self._stand()

    def say_saving(self, percent: int) -> None:
        """The lists are being written, which takes a moment."""
        self.saved.setText(f"saving… {percent}%")

    def say_unsaved(self, unsaved: bool) -> None:  # noqa: FBT001 (one yes or no)
        """The last change is not in the case file, and the line below says why; or it is again."""
        self._unsaved = unsaved
        if unsaved:
            self.saved.setText("not saved")

    def _show_keeping(self, session: Session) -> None:
        keeping, open_ = session.keeping, not session.is_empty
        named = bool(keeping.name)
        self._title.setVisible(not named and not open_)
        self.case_file.setVisible(named or open_)
        self.case_file.setText(f"{_shortened(keeping.name) if named else 'Not kept'}  ▾")
        self.case_file.setAccessibleName(f"Case file {keeping.name}" if named else "Kept nowhere")
        self.case_menu.show_session(session)
        self._looked_at.setVisible(keeping.read_only)
        self._looked_at.setToolTip(hint_of(keeping.why))
        self._looked_at.setAccessibleDescription(keeping.why)
        self.saved.setVisible(named and not keeping.read_only)
        if keeping.saved is not None and not self._unsaved:
            self.saved.setText(f"saved {keeping.saved:%H:%M}")
        elif not self._unsaved:
            self.saved.setText("")

    def minimumSizeHint(self) -> QSize:
        """That of two lines where there may be two, so that one does not make the window wider."""
        least = super().minimumSizeHint()
        if not self._theme.is_large:
            return least
        wider = max(self._left.minimumSize().width(), self._right.minimumSize().width())
        return QSize(min(least.width(), wider + _AROUND), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()


def _menu_button(hint: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName("menu")
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setToolTip(hint)
    return made


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
