"""The needs: what the deep dive finds out about one person, and what is asked of the meeting."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from journey_viewer.model.casework import Casework
from journey_viewer.model.wording import (
    COPING,
    HELPS,
    LEVEL_REASONS,
    LEVELS,
    LIFE_NEEDS,
    MONEY_NEEDS,
    NEEDS,
    STABILITIES,
)
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.actions_box import ActionsBox
from journey_viewer.ui.deep_dive.choices import Choice, Section, Ticks
from journey_viewer.ui.deep_dive.coping import CopingBox, newest_first
from journey_viewer.ui.deep_dive.pen import change_casework
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.deep_dive.writing import Written
from journey_viewer.ui.parts import label
from journey_viewer.ui.store import Store

READY = "Ready for the meeting"


class CaseworkField(QObject):
    """Joins one widget to one field of the shown person's Casework."""

    told = Signal(str, object)

    def __init__(self, name: str, widget: Choice | Ticks | Written, store: Store) -> None:
        super().__init__(widget)
        self._name, self.widget = name, widget
        if isinstance(widget, Written):
            store.settling.connect(widget.draft.settle)
            widget.draft.written.connect(self._on_told)
        else:
            widget.told.connect(self._on_told)

    def show_casework(self, casework: Casework, veil: Veil, *, locked: bool) -> None:
        value = getattr(casework, self._name)
        if isinstance(self.widget, Written):
            text = value if isinstance(value, str) else "\n".join(value)
            self.widget.draft.show(text, veil, locked=locked)
            return
        if isinstance(self.widget, Ticks):
            self.widget.show_values(value)
        else:
            self.widget.show_value(value)
        self.widget.setEnabled(not locked)

    def _on_told(self, value: Any) -> None:
        self.told.emit(self._name, value)


@dataclass(frozen=True)
class _Shown:
    """What the tab shows; where it is the same nothing is touched."""

    person: int | None
    casework: Casework
    actions: object
    veil: Veil
    read_only: bool


class NeedsTab(QWidget):
    """Follows the Store; every change is written into the shown person's casework."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._shown: _Shown | None = None
        self.ready = QCheckBox(READY)
        self.ready.setObjectName("ready")
        self.coping = CopingBox()
        self.follow_up = ActionsBox(store)
        self.fields = {name: CaseworkField(name, made, store) for name, made in _widgets().items()}
        self.sections = self._sections(theme)
        self._put_together()
        self._connect_signals()

    def _sections(self, theme: Theme) -> dict[str, Section]:
        made = {name: field.widget for name, field in self.fields.items()}
        of: dict[str, tuple[QWidget, ...]] = {
            "Need and coping": (made["category"], made["stability"], self.coping),
            "The person": (made["matters"], made["strengths"], made["people_around"], made["whole"]),
            "What would help most to begin with": (made["helps"], made["tried"]),
            "What a good life rests on": (made["life_needs"],),
            "Advice about money": (made["money_needs"],),
            "How things may go on": (made["course"], made["trigger"]),
            "For the meeting": (
                made["question"],
                made["level"],
                label("Why this level, and no lower", "field"),
                made["level_reasons"],
                made["level_why"],
                made["partners"],
            ),
            "Actions": (self.follow_up,),
        }
        return {
            title: Section(title, *contents, theme=theme, is_open=place < 2)
            for place, (title, contents) in enumerate(of.items())
        }

    def _put_together(self) -> None:
        inside = QWidget()
        inside.setObjectName("sheet")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 2, 10, 16)
        column.setSpacing(2)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch()
        self.area = QScrollArea()
        self.area.setObjectName("sheet")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        top = QVBoxLayout()
        top.setContentsMargins(14, 6, 14, 4)
        top.addWidget(self.ready)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.area, 1)

    def _connect_signals(self) -> None:
        self.ready.clicked.connect(self._on_ready_clicked)
        self.coping.told.connect(self._on_coping_told)
        for field in self.fields.values():
            field.told.connect(self._on_field_told)

    def show_session(self, session: Session, veil: Veil) -> None:
        """The shown person's casework and actions."""
        person, document = session.view.person, session.document
        casework = Casework() if person is None else document.casework_of(person)
        locked = session.keeping.read_only or person is None
        self.follow_up.show_session(session, veil)
        shown = _Shown(person, casework, document.actions, veil, locked)
        if shown == self._shown:
            return
        if self._shown is not None and self._shown.person != person:
            self.area.verticalScrollBar().setValue(0)
        self._shown = shown
        self.ready.setChecked(casework.ready)
        self.ready.setEnabled(not locked)
        self.coping.show_ratings(person, casework.coping, veil, locked=locked)
        for field in self.fields.values():
            field.show_casework(casework, veil, locked=locked)
        count = 0 if person is None else len(document.actions_of(person))
        for title, summary in _summaries(casework, count).items():
            self.sections[title].sum_up(summary)

    def _change(self, **changes: Any) -> None:
        if self._shown is not None and self._shown.person is not None:
            change_casework(self._store, self._shown.person, **changes)

    def _on_ready_clicked(self, ready: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self._change(ready=ready)

    def _on_coping_told(self, ratings: object) -> None:
        self._change(coping=ratings)

    def _on_field_told(self, name: str, value: object) -> None:
        if name == "partners":
            value = tuple(str(value).split("\n")) if str(value).strip() else ()
        self._change(**{name: value})


def _widgets() -> dict[str, Choice | Ticks | Written]:
    """One a field of Casework, by the field's name."""
    return {
        "category": Choice("Kind of need", NEEDS),
        "stability": Choice("Stable or not", STABILITIES),
        "matters": Written("What matters to them", "in their own words, where you have them"),
        "strengths": Written("Strengths", "what they are good at, what keeps them going"),
        "people_around": Written("People around them", "family, friends, neighbours, who they trust"),
        "whole": Written("The whole person", "body, mind, emotions, spirit: what has nobody asked about?"),
        "helps": Ticks(HELPS),
        "tried": Written("What has been tried", "and what came of it"),
        "life_needs": Ticks(LIFE_NEEDS),
        "money_needs": Ticks(MONEY_NEEDS),
        "course": Written("How things are likely to go on", "if nothing changes"),
        "trigger": Written("What would tell that more help is needed", "a sign that everybody would notice"),
        "question": Written("The question for the meeting", "one question that the meeting can answer"),
        "level": Choice("Level of solution, the lowest that can do it", LEVELS),
        "level_reasons": Ticks(LEVEL_REASONS),
        "level_why": Written("In words", "what the level below could not do", lines=1),
        "partners": Written("Who else needs to be at the table", "one a line: a role or an organisation"),
    }


def _summaries(casework: Casework, actions: int) -> dict[str, str]:
    """What each section holds, in short; never what people wrote."""
    rating = next((rating.rating for rating in newest_first(casework.coping)), None)
    person = (casework.matters, casework.strengths, casework.people_around, casework.whole)
    course = (casework.course, casework.trigger)
    return {
        "Need and coping": "" if rating is None else f"{rating} {COPING[rating]}",
        "The person": _of(sum(bool(text.strip()) for text in person), len(person)),
        "What would help most to begin with": _ticked(len(casework.helps)),
        "What a good life rests on": _ticked(len(casework.life_needs)),
        "Advice about money": _ticked(len(casework.money_needs)),
        "How things may go on": _of(sum(bool(text.strip()) for text in course), len(course)),
        "For the meeting": "question asked" if casework.question.strip() else "",
        "Actions": f"{actions:,}" if actions else "",
    }


def _of(count: int, most: int) -> str:
    return f"{count} of {most}" if count else ""


def _ticked(count: int) -> str:
    return f"{count} ticked" if count else ""
