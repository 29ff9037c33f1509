"""How well somebody copes: a rating is added, never written over; the newest stands first."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journey_viewer.model.casework import Coping
from journey_viewer.model.days import day_in_words
from journey_viewer.model.wording import COPING
from journey_viewer.ui.deep_dive.choices import DayBox, Segments
from journey_viewer.ui.deep_dive.words import Veil
from journey_viewer.ui.parts import button, label

_RATERS = (
    "",
    "The person",
    "A carer",
    "GP",
    "Practice nurse",
    "Social prescriber",
    "Care coordinator",
    "The team",
)


def newest_first(ratings: tuple[Coping, ...]) -> list[Coping]:
    """By day, and on one day the one that was added last before the others."""
    places = sorted(range(len(ratings)), key=lambda place: (ratings[place].day, place), reverse=True)
    return [ratings[place] for place in places]


def rating_in_words(rating: Coping, veil: Veil) -> str:
    by = f" · {veil(rating.rated_by)}" if rating.rated_by else ""
    return f"{rating.rating} {COPING[rating.rating]}{by} · {day_in_words(rating.day)}"


class CopingBox(QWidget):
    """Says which ratings there are when one is added or taken away."""

    told = Signal(object)
    """tuple[Coping, ...]"""

    def __init__(self) -> None:
        super().__init__()
        self._ratings: tuple[Coping, ...] = ()
        self._shown: object = None
        self._rating: int | None = None
        self.scale = Segments(
            "Coping", {n: str(n) for n in COPING}, {n: f"{n} {w}" for n, w in COPING.items()}
        )
        self._anchor = label("1 in crisis … 5 coping well", "caption", wrap=True)
        self.by = QComboBox()
        self.by.setEditable(True)
        self.by.setInsertPolicy(
            QComboBox.InsertPolicy.NoInsert
        )  # what is typed of one person is not offered for all
        self.by.addItems(_RATERS)
        self.by.setAccessibleName("Who rated it")
        self.by.setAcceptDrops(False)
        edit = QLineEdit()
        edit.setPlaceholderText("rated by: a role, or the person")
        edit.setAcceptDrops(False)
        self.by.setLineEdit(edit)
        self.by.setCompleter(None)  # type: ignore[arg-type]  # it would hold what was typed last; Qt takes none
        self.day = DayBox("Rated on")
        self.day.setDate(QDate.currentDate())
        self.add = button("Add rating", "small_button", "Say how they cope and who says so first")
        self.history = QVBoxLayout()
        self.history.setSpacing(0)
        self._put_together()
        self.scale.told.connect(self._on_scale_told)
        self.by.currentTextChanged.connect(self._on_by_changed)
        self.add.clicked.connect(self._on_add_clicked)
        self._allow_adding()

    def _put_together(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.day, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label("Coping", "field"))
        column.addLayout(self.history)
        column.addWidget(self.scale)
        column.addWidget(self._anchor)
        column.addWidget(self.by)
        column.addLayout(row)

    def show_ratings(
        self, person: int | None, ratings: tuple[Coping, ...], veil: Veil, *, locked: bool
    ) -> None:
        """The newest first; a rating that was begun for somebody else is let go."""
        told = (person, ratings, veil, locked)
        if told == self._shown:
            return
        if self._shown is None or self._shown[0] != person:  # type: ignore[index]
            self._begin_anew()
        self._shown, self._ratings = told, ratings
        while (item := self.history.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.setParent(None)  # at once: after the lock nothing of anybody may be left in the window
                line.deleteLater()
        for place, rating in enumerate(newest_first(ratings)):
            self.history.addWidget(self._line(rating, veil, newest=place == 0, locked=locked))
        for widget in (self.scale, self.by, self.day):
            widget.setEnabled(not locked)
        self._allow_adding()

    def _line(self, rating: Coping, veil: Veil, *, newest: bool, locked: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(rating_in_words(rating, veil), "section" if newest else "caption", wrap=True), 1)
        if not locked:
            remove = button("Remove", "small_link", "Take this rating away; undo brings it back")
            remove.setAccessibleName(f"Remove the rating of {day_in_words(rating.day)}")
            remove.setProperty("place", self._ratings.index(rating))
            remove.clicked.connect(self._on_remove_clicked)
            row.addWidget(remove)
        return line

    def _begin_anew(self) -> None:
        self._rating = None
        self.scale.show_value(None)
        self.by.setCurrentText("")
        self.day.show_day(date.today())
        self._anchor.setText("1 in crisis … 5 coping well")

    def _allow_adding(self) -> None:
        told = self._rating is not None and bool(self.by.currentText().strip())
        self.add.setEnabled(told and self.scale.isEnabled())

    def _on_scale_told(self, rating: int) -> None:
        self._rating = rating
        self._anchor.setText(f"{rating} {COPING[rating]}")
        self._allow_adding()

    def _on_by_changed(self, _text: str) -> None:
        self._allow_adding()

    def _on_add_clicked(self) -> None:
        if self._rating is not None:
            rating = Coping(self._rating, self.by.currentText().strip(), self.day.day)
            self._begin_anew()
            self.told.emit((*self._ratings, rating))

    def _on_remove_clicked(self) -> None:
        place = self.sender().property("place")
        self.told.emit((*self._ratings[:place], *self._ratings[place + 1 :]))
