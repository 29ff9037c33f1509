"""The place "Share": what leaves in words, who is in it and could be recognised, each page as it will be, then the export."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from journey_viewer.model.phrases import many
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.parts import button, card, label
from journey_viewer.ui.share.cases import CasesList, CasesModel
from journey_viewer.ui.share.column import Column
from journey_viewer.ui.share.files_box import FilesBox
from journey_viewer.ui.share.left_out import in_order, left_out
from journey_viewer.ui.share.making import Making
from journey_viewer.ui.share.pages import Pages
from journey_viewer.ui.share.preview import Preview
from journey_viewer.ui.share.ready import Readiness, readiness
from journey_viewer.ui.share.risk_box import RiskBox
from journey_viewer.ui.share.risks import Risks
from journey_viewer.ui.share.rules_card import RulesCard
from journey_viewer.ui.share.wanted import Wanted
from journey_viewer.ui.share.words_box import WordsBox
from journey_viewer.ui.share.writing_box import WritingBox
from journey_viewer.ui.share.written_card import WrittenCard
from journey_viewer.ui.store import Store

_LEFT, _ANY = 372, 16_777_215  # pixels; as wide as Qt can think
_SEARCHED = "Every page and file is opened again and searched for {:,} known identifiers before it is kept."


class _Still(QWidget):
    """As high as its words need at its width, and does not say so: the whole place would ask for the room it likes best, and scroll."""

    def __init__(self, inside: QLabel) -> None:
        super().__init__()
        self._inside = inside
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside)

    def say(self, words: str) -> None:
        """Show these, all of them."""
        self._inside.setText(words)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(self._inside.heightForWidth(self.width()) if self._inside.text() else 0)

    def hasHeightForWidth(self) -> bool:
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class Share(QWidget):
    """Follows the Store; asks for the export of what is wanted."""

    export_asked = Signal()
    template_asked = Signal()
    told = Signal(str)
    """Something to be said under the header."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._store = store
        self._may_export = True
        self.risks, self.making = Risks(self), Making(self)
        self._model = CasesModel(store, self.risks)
        self.rules, self.risk_box = RulesCard(store), RiskBox(store, self.risks)
        self.cases, self.files = CasesList(self._model, theme), FilesBox()
        self.pages, self.writing = Pages(store, self.making), WritingBox(store, theme)
        self.words = WordsBox(store, theme)
        self.written = WrittenCard(self.words, self.writing)
        self.export = button("Export…", "primary", "Choose a folder, then write the files into it")
        self.left_out, self.wait = label(role="caption", wrap=True), label(role="warning", wrap=True)
        self._waiting = _Still(self.wait)
        self.show_blocked = button("", "small_link", "Look at the case that holds the export up")
        self.names_nobody = button(
            "It names no person",
            "small_link",
            "What the title holds is a practice, a network or an ordinary word",
        )
        self._ready, self._searched = Readiness(), label(role="caption", wrap=True)
        self._beside, self._top = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2))
        self._put_together()
        self._connect_signals()
        self.dress(theme)

    @property
    def preview(self) -> Preview:
        return self.pages.preview

    @property
    def formats(self) -> dict[str, QCheckBox]:
        return self.files.formats

    @property
    def wanted(self) -> Wanted:
        return self.files.wanted

    @property
    def may_export(self) -> bool:
        """Whether everything is there that an export needs, and nothing holds it up."""
        return self._may_export and self._ready.may_export

    def allow_export(self, allowed: bool) -> None:  # noqa: FBT001 (one yes or no)
        """While a job runs no export can be asked for."""
        self._may_export = allowed
        self._say_ready()

    def forget(self) -> None:
        """Stop what is being worked out: the window closes."""
        self.risks.forget()
        self.making.forget()

    def dress(self, theme: Theme) -> None:
        """What is chosen beside the page; above it where text is large."""
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for part in (self._beside, self._top):
            part.setDirection(above if theme.is_large else beside)
        self._left.setMinimumWidth(theme.scaled(_LEFT))
        self._left.setMaximumWidth(_ANY if theme.is_large else theme.scaled(_LEFT))
        self._left.setMinimumHeight(theme.scaled(320) if theme.is_large else 0)
        self._split.setMinimumHeight(theme.scaled(520) if theme.is_large else 0)

    def _put_together(self) -> None:
        self._left = self._made_left()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(10)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.pages)
        self._split.addWidget(self.written)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([2000, 1000])
        self._beside.setSpacing(16)
        self._beside.addWidget(self._left)
        self._beside.addWidget(self._split, 1)
        self._top.setSpacing(12)
        self._top.addWidget(label("Check what will leave this computer", "heading"))
        may_leave = QHBoxLayout()
        may_leave.setSpacing(12)
        may_leave.addWidget(self._waiting, 1)
        may_leave.addWidget(self.show_blocked)
        may_leave.addWidget(self.names_nobody)
        may_leave.addWidget(self.export)
        self._top.addLayout(may_leave, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(10)
        column.addLayout(self._top)
        column.addLayout(self._beside, 1)

    def _made_left(self) -> QFrame:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(6)
        for heading, widgets in (
            ("For learning: anonymised", (self.rules,)),
            ("Could someone recognise them?", (self.cases, self.risk_box, self.left_out)),
            ("Files", (self.files, self._searched)),
        ):
            column.addWidget(label(heading, "section"))
            for widget in widgets:
                column.addWidget(widget)
            column.addSpacing(8)
        column.addStretch()
        return card(Column(inside), margin=1)

    def _connect_signals(self) -> None:
        self._store.changed.connect(self._on_store_changed)
        self.cases.selectionModel().currentChanged.connect(self._on_current_changed)
        self.cases.clicked.connect(self.pages.show_shown)
        self.risks.changed.connect(self._on_risks_changed)
        self.making.changed.connect(self._on_making_changed)
        self.rules.reasons_asked.connect(self._on_reasons_asked)
        self.export.clicked.connect(self.export_asked)
        self.show_blocked.clicked.connect(self._on_show_blocked_clicked)
        self.names_nobody.clicked.connect(self._on_names_nobody_clicked)
        self.files.changed.connect(self._say_ready)
        self.files.template_asked.connect(self.template_asked)
        self.pages.told.connect(self.told)
        for keys, slot in ((Qt.Key.Key_PageUp, self._on_page_up), (Qt.Key.Key_PageDown, self._on_page_down)):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(slot)

    def _on_store_changed(self, old: Session, new: Session) -> None:
        differs = new.document is not old.document or new.imported is not old.imported
        seen, comes = new.view.place == "share", old.view.place != "share"
        if (differs and _others(old, new)) or (seen and comes and not self._model.shows(in_order(new))):
            self._model.show_session(new)
        elif differs:
            self._model.say_changed(set(new.document.chosen) ^ set(old.document.chosen))
        if seen or new.is_empty:
            self._show(new)
        elif new.lists is not old.lists:
            self.forget()  # it may show somebody who was taken out
            self.pages.forget()
        if differs and not seen:
            self.risks.follow(new, new.shared_people, seen=False)
            self._say_ready()

    def _show(self, session: Session) -> None:
        self.risks.follow(session, session.shared_people, seen=session.view.place == "share")
        self.making.follow(session)
        place = self._model.place_of(session.view.person)
        if place is not None:
            self.cases.setCurrentIndex(self._model.index(place))
        self.rules.show_session(session)
        self.risk_box.show_session(session)
        self.writing.show_session(session)
        self.pages.show_session(session)
        self.words.show_texts(session, self.making.made.texts)
        said = left_out(session)
        self.left_out.setText(said)
        self.left_out.setVisible(bool(said))
        self._model.say_all_changed()
        self._say_ready()

    def _say_ready(self) -> None:
        session = self._store.session
        self._ready = ready = readiness(session, self.risks, self.wanted.files, self.making.made.title)
        self.export.setText(f"Export {many(ready.count, 'case')}…")
        self.export.setEnabled(self.may_export)
        self._waiting.say("" if session.is_empty else ready.why_not)
        self.names_nobody.setVisible(ready.title)
        self.show_blocked.setVisible(ready.blocked is not None)
        if ready.blocked is not None:
            self.show_blocked.setText(f"Show {session.label(ready.blocked)}")

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        person = self._model.person_at(current.row()) if current.isValid() else None
        if person is not None and person != self._store.session.view.person:
            self._store.look(person=person, touchpoint=None)

    def _on_risks_changed(self) -> None:
        self.risk_box.show_session(self._store.session)
        self._model.say_all_changed()
        self._say_ready()

    def _on_making_changed(self) -> None:
        made = self.making.made
        self.words.show_texts(self._store.session, made.texts)
        self._searched.setText(_SEARCHED.format(made.known) if made.known else "")
        self._say_ready()

    def _on_reasons_asked(self, wanted: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._store.look(reasons=wanted)

    def _on_show_blocked_clicked(self) -> None:
        if self._ready.blocked is not None:
            self._store.look(person=self._ready.blocked)
            self.risk_box.reason.field.setFocus()

    def _on_names_nobody_clicked(self) -> None:
        self._store.look(title_agreed=self._store.session.document.pack_title)

    def _on_page_up(self) -> None:
        self.pages.step(-1)

    def _on_page_down(self) -> None:
        self.pages.step(1)


def _others(old: Session, new: Session) -> bool:
    """Whether others may be shared, or the chosen stand in another order: a tick alone moves nobody."""
    before, after = old.document.chosen, new.document.chosen
    both = set(before) & set(after)
    moved = [p for p in before if p in both] != [p for p in after if p in both]
    return moved or new.may_be_shared != old.may_be_shared
