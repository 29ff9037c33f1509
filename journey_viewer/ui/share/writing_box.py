"""What is written for sharing: a line about the person, what could be different, the slide's title, the pack's title."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from journey_viewer.model.sharing import AS_USUAL, ForSharing
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.words import Veil, veil_of
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.parts import label
from journey_viewer.ui.share.column import Column
from journey_viewer.ui.share.pen import put_sharing, write_title
from journey_viewer.ui.store import Store

_TITLES = {
    "headline": "Headline",
    "about": "About the person",
    "different": "What could be different",
}
_SAID = "Every word of it is checked, and stands under “Words to check” where it may tell who somebody is."


class SharingField(QObject):
    """Joins one field to one text of the shown person's ForSharing."""

    told = Signal(str, object)

    def __init__(self, name: str, widget: Written, store: Store) -> None:
        super().__init__(widget)
        self._name, self.widget = name, widget
        store.settling.connect(widget.draft.settle)
        widget.draft.written.connect(self._on_draft_written)

    def show_choices(self, choices: ForSharing, veil: Veil, *, locked: bool) -> None:
        value = getattr(choices, self._name)
        text = value if isinstance(value, str) else "\n".join(value)
        self.widget.draft.show(text, veil, locked=locked)

    def _on_draft_written(self, text: str) -> None:
        if self._name == "different":
            self.told.emit(self._name, tuple(line for line in text.split("\n") if line.strip()))
        else:
            self.told.emit(self._name, text)


class WritingBox(Column):
    """Follows the Store; what is written is kept as everywhere else, and can be undone."""

    def __init__(self, store: Store, theme: Theme) -> None:
        self._inside = QWidget()
        super().__init__(self._inside)
        self._store = store
        self._person: int | None = None
        self.title = Written(
            "Title of the first slide", "such as the PCN’s name and the date of the meeting", one_line=True
        )
        self.fields = {
            "headline": SharingField(
                "headline", Written(_TITLES["headline"], "in place of the counts", one_line=True), store
            ),
            "about": SharingField(
                "about",
                Written(
                    _TITLES["about"],
                    "one line, such as: Lives alone, two long-term conditions",
                    one_line=True,
                ),
                store,
            ),
            "different": SharingField(
                "different", Written(_TITLES["different"], "one a line", lines=2), store
            ),
        }
        self._put_together()
        store.settling.connect(self.title.draft.settle)
        self.title.draft.written.connect(self._on_title_written)
        for field in self.fields.values():
            field.told.connect(self._on_field_told)
        self.dress(theme)

    def _put_together(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
        left.addWidget(self.fields["headline"].widget)
        left.addWidget(self.fields["about"].widget)
        left.addWidget(label(_SAID, "caption", wrap=True))
        left.addStretch()
        right.addWidget(self.fields["different"].widget)
        right.addWidget(self.title)
        right.addStretch()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(20)
        self._beside.addLayout(left, 1)
        self._beside.addLayout(right, 1)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(4, 4, 12, 4)
        column.setSpacing(4)
        column.addLayout(self._beside)
        column.addStretch()

    def dress(self, theme: Theme) -> None:
        """The two columns under each other where text is large."""
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(above if theme.is_large else beside)

    def show_session(self, session: Session) -> None:
        """What was written of the shown person."""
        person = session.view.person
        person = person if person in session.may_be_shared else None
        choices = AS_USUAL if person is None else session.document.sharing_of(person)
        veil = veil_of(session.shown_case, names_shown=session.view.names_shown)
        read_only = session.keeping.read_only
        self._person = person
        whose = "" if person is None else f" · {session.label(person)}"
        for name, title in _TITLES.items():
            self.fields[name].widget.show_title(f"{title}{whose}")
        for field in self.fields.values():
            field.show_choices(choices, veil, locked=read_only or person is None)
        self.title.draft.show(session.document.pack_title, veil, locked=read_only or session.is_empty)

    def _on_field_told(self, name: str, value: Any) -> None:
        if self._person is not None:
            told = self._store.session.document.sharing_of(self._person)
            put_sharing(self._store, {self._person: replace(told, **{name: value})})

    def _on_title_written(self, text: str) -> None:
        write_title(self._store, text)
