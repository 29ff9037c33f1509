"""The place "Share": what leaves in words, who is in it, each page as it will be, then the export."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QGridLayout, QListView, QVBoxLayout, QWidget

from journey_viewer.drawing.fonts import page_text_width
from journey_viewer.model.case import Case
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.timeline.page import Page, lay_out_page
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.share.left_out import in_order, left_out
from journey_viewer.ui.share.preview import Preview
from journey_viewer.ui.store import Store

Index = QModelIndex | QPersistentModelIndex

_TICKED = Qt.CheckState.Checked
_RULES = (
    ("Names, numbers, addresses", "left out"),
    ("Age", "ten-year band, 90 or over"),
    ("Dates", "months from the first contact"),
    ("Lengths of stays", "classes, such as “up to a week”"),
    ("Clinicians", "GP 1, Nurse 2 …"),
    ("Places", "left out"),
    ("Reasons and notes", "left out"),
)
_FORMATS = (
    ("pptx", "PowerPoint deck, a slide a case", "Shapes that can be edited, with notes in words"),
    ("png", "Pictures, a case each", "1920 × 1080 and 3840 × 2160 pixels"),
)

_LEFT, _CASES = 372, 110  # pixels


class CasesModel(QAbstractListModel):
    """Everybody with a touchpoint in the window, the chosen first in their order, ticked where their case is shared."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._people: list[int] = []

    def show_session(self, session: Session) -> None:
        self.beginResetModel()
        self._people = in_order(session)
        self.endResetModel()

    def person_at(self, row: int) -> int:
        return self._people[row]

    def shows(self, people: list[int]) -> bool:
        """Whether these are listed, in this order."""
        return self._people == people

    def place_of(self, person: int | None) -> int | None:
        return self._people.index(person) if person in self._people else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._people)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        session, person = self._store.session, self._people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            count = session.touchpoint_count(person)
            child = " · under 18" if person in session.children else ""
            return f"{session.label(person)} · {count:,} touchpoint{'s' * (count != 1)}{child}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return _TICKED if person in session.document.chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        document, wanted = self._store.session.document, Qt.CheckState(value) is _TICKED
        self._store.choose(chosen=document.chosen_with(self._people[index.row()], wanted=wanted))
        return True

    def say_ticks_changed(self, people: Iterable[int]) -> None:
        """These people were ticked, or are no longer."""
        for person in people:
            place = self.place_of(person)
            if place is not None:
                self.dataChanged.emit(self.index(place), self.index(place))


class Share(QWidget):
    """Follows the Store; asks for the export with the chosen formats."""

    export_asked = Signal()

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._store = store
        self._shown: object = None
        self._may_export = True
        self._model = CasesModel(store)
        self.cases = QListView()
        self.cases.setModel(self._model)
        self.cases.setUniformItemSizes(True)
        self.cases.setObjectName("cases")
        self.cases.setAccessibleName("Cases to share")
        self.formats = {name: _tick(words, hint) for name, words, hint in _FORMATS}
        self.export = button("Export…", "primary", "Choose a folder, then write the files into it")
        self.preview = Preview()
        self.left_out = label(role="caption", wrap=True)
        self._caption = label(role="quiet")
        self._left = self._made_left()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._put_together()
        self._connect_signals()
        self.dress(theme)

    @property
    def chosen_formats(self) -> frozenset[str]:
        return frozenset(name for name, tick in self.formats.items() if tick.isChecked())

    def allow_export(self, allowed: bool) -> None:  # noqa: FBT001 (one yes or no)
        """While a job runs no export can be asked for."""
        self._may_export = allowed
        self._say_how_many()

    def _put_together(self) -> None:
        grid = self._beside
        grid.setSpacing(16)
        grid.addWidget(self._left)
        right = QVBoxLayout()
        right.addWidget(card(self.preview, margin=10), 1)
        right.addWidget(self._caption)
        grid.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(10)
        column.addWidget(label("Check what will leave this computer", "heading"))
        column.addLayout(grid, 1)

    def dress(self, theme: Theme) -> None:
        """What is chosen beside the page; above it where text is large."""
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(above if theme.is_large else beside)
        self._left.setFixedWidth(theme.scaled(_LEFT))
        self.cases.setMinimumHeight(theme.scaled(_CASES) if theme.is_large else 0)

    def _made_left(self) -> QFrame:
        checked = label(
            "Every page and file is searched for the names, numbers and birth dates on the lists"
            " before it is kept.",
            "caption",
            wrap=True,
        )
        return card(
            label("For learning: anonymised", "section"),
            _rules(),
            label("Cases", "section"),
            self.cases,
            self.left_out,
            label("Files", "section"),
            *self.formats.values(),
            checked,
            self.export,
        )

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.cases.selectionModel().currentChanged.connect(self._on_current_changed)
        self.export.clicked.connect(self.export_asked)
        for tick in self.formats.values():
            tick.toggled.connect(self._on_format_toggled)

    def _on_store_changed(self, old: Session, new: Session) -> None:
        differs = new.document is not old.document or new.imported is not old.imported
        comes = new.view.place == "share" and old.view.place != "share"
        if (differs and _others(old, new)) or (comes and not self._model.shows(in_order(new))):
            self._model.show_session(new)
        elif differs:
            self._model.say_ticks_changed(set(new.document.chosen) ^ set(old.document.chosen))
        if differs:
            self._say_how_many()
        if new.view.place == "share" or new.is_empty:
            place = self._model.place_of(new.view.person)
            if place is not None:
                self.cases.setCurrentIndex(self._model.index(place))
            self._show_page(new)
            self._say_left_out(new)
        elif new.lists is not old.lists:
            self._forget_page()  # it may show somebody who was taken out

    def _say_how_many(self) -> None:
        session = self._store.session
        count = len(set(session.may_be_shared) & set(session.document.chosen))
        self.export.setText(f"Export {count:,} case{'s' * (count != 1)}…")
        self.export.setEnabled(self._may_export and count > 0 and bool(self.chosen_formats))

    def _say_left_out(self, session: Session) -> None:
        said = left_out(session)
        self.left_out.setText(said)
        self.left_out.setVisible(bool(said))

    def _forget_page(self) -> None:
        self._shown = None
        self.preview.show_page(None)

    def _show_page(self, session: Session) -> None:
        case = _page_case(session)
        self._caption.setText(_caption(session))
        if case is self._shown and case is not None:
            return
        self._shown = case
        page: Page | None = None
        if case is not None and len(case.touchpoints):
            page = lay_out_page(anonymise(case), page_text_width)
        self.preview.show_page(page, _instead(session))

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        person = self._model.person_at(current.row()) if current.isValid() else None
        if person is not None and person != self._store.session.view.person:
            self._store.look(person=person, touchpoint=None)

    def _on_format_toggled(self, _checked: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._say_how_many()


def _others(old: Session, new: Session) -> bool:
    """Whether others may be shared, or the chosen stand in another order: a tick alone moves nobody."""
    before, after = old.document.chosen, new.document.chosen
    both = set(before) & set(after)
    moved = [p for p in before if p in both] != [p for p in after if p in both]
    return moved or new.may_be_shared != old.may_be_shared


def _page_case(session: Session) -> Case | None:
    person = session.view.person
    return session.shared_case(person) if person in session.may_be_shared else None


def _instead(session: Session) -> str:
    """Why no page is shown of the person."""
    person = session.view.person
    if person is None:
        return ""
    if person in session.document.objectors:
        return "They object: nothing of them is shared."
    if session.touchpoint_count(person):
        return "All their contacts in this period are marked as sensitive."
    return "This person has no touchpoint in the chosen period."


def _caption(session: Session) -> str:
    person = session.view.person
    if person is None or not session.touchpoint_count(person):
        return ""
    if person in session.document.objectors:
        return ""
    if person in session.document.chosen:
        return "As it will leave: the slide and the picture are the same page."
    return "Not ticked: this page will not leave."


def _rules() -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 8)
    grid.setVerticalSpacing(5)
    for row, (what, becomes) in enumerate(_RULES):
        grid.addWidget(label(what), row, 0)
        value = label(becomes, "allowed")
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(value, row, 1)
    return table


def _tick(words: str, hint: str) -> QCheckBox:
    tick = QCheckBox(words)
    tick.setChecked(True)
    tick.setToolTip(hint)
    tick.setAccessibleDescription(hint)
    return tick
