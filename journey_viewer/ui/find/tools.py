"""The line above the list: what people are ranked by, whom of them to show, how many, and opening the cases."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from journey_viewer.attendance.asked import TOP, Measure, Mix, name_of
from journey_viewer.attendance.reasons import Why
from journey_viewer.session import Session
from journey_viewer.ui import dialogs
from journey_viewer.ui.deep_dive.flow import Flow
from journey_viewer.ui.find.mix_dialog import MixDialog
from journey_viewer.ui.find.words import practices_in_words, tick_words
from journey_viewer.ui.parts import button, label
from journey_viewer.work.attender_list import Stays, Wanted
from journey_viewer.work.find_attenders import Found

_OWN = "A mix of your own…"
_MORE = (TOP, 500, 2_000)
EVERYBODY = 1_000_000
_USUAL = (Measure.GP_CONTACTS, Measure.CONTACTS, Measure.AE, Measure.HANDOVERS, Measure.OUT_OF_HOURS)


class Tools(QWidget):
    """Says what was asked for; keeps nothing but what the fields say."""

    ranked = Signal(object)
    """The Mix to rank by."""
    wanted_changed = Signal(object)
    listed_asked = Signal(int)
    untick_asked = Signal()
    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mix = Mix.by(Measure.GP_CONTACTS)
        self._found: Found | None = None
        self._practices: tuple[tuple[str, str], ...] = ()
        self.wanted = Wanted()
        self.rank, self.stays, self.why = _choice("Ranked by", 18), _choice("Stays or new"), _choice("Reason")
        self.practice, self.listed = _choice("Practice"), _choice("How many people are listed")
        self.text = QLineEdit()
        self.said = label(role="quiet")
        self.untick = button(
            "Untick all", "small_link", "Choose nobody for the deep dive; undo brings them back"
        )
        self.open = button(tick_words(0), "primary", "Go to the Deep dive with those who are ticked")
        self._put_together()
        self._connect_signals()

    def _put_together(self) -> None:
        self.text.setPlaceholderText("Filter the list")
        self.text.setAccessibleName("Filter the list")
        self.text.setClearButtonEnabled(True)
        self.text.setAcceptDrops(False)
        self.text.setMinimumWidth(110)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for measure in (*_USUAL, *(one for one in Measure if one not in _USUAL)):
            self.rank.addItem(f"By {name_of(measure)}", measure)
        self.rank.addItem(_OWN, None)
        self.rank.view().setMinimumWidth(self.rank.view().sizeHintForColumn(0) + 24)
        self.stays.addItem("Everybody", None)
        for stays in Stays:
            self.stays.addItem(stays.capitalize(), stays)
        self.why.addItem("Any reason", None)
        for why in Why:
            self.why.addItem(f"{why[:1].upper()}{why[1:]}", why)
        for many in _MORE:
            self.listed.addItem(f"The first {many:,}", many)
        self.listed.addItem("Everybody who came", EVERYBODY)
        Flow(
            self,
            *(self.rank, self.text, self.stays, self.why, self.practice, self.listed),
            *(self.said, self.untick, self.open),
            spacing=8,
        )

    def _connect_signals(self) -> None:
        self.rank.activated.connect(self._on_rank_activated)
        self.listed.activated.connect(self._on_listed_activated)
        self.text.textChanged.connect(self._on_fields_changed)
        for choice in (self.stays, self.why, self.practice):
            choice.activated.connect(self._on_fields_changed)
        self.untick.clicked.connect(self.untick_asked)
        self.open.clicked.connect(self.open_asked)

    def show_found(self, session: Session, found: Found, mix: Mix) -> None:
        """The choices that these lists leave."""
        self._mix, self._found = mix, found
        self._show_rank()
        listed = next((many for many in (*_MORE, EVERYBODY) if many >= len(found.people)), TOP)
        self.listed.setCurrentIndex(self.listed.findData(listed))
        self.name_practices(session)

    def name_practices(self, session: Session) -> None:
        """As they are called now."""
        told = practices_in_words(session, self._found) if self._found is not None else {}
        if tuple(told.items()) == self._practices:
            return
        self._practices = tuple(told.items())
        self.practice.clear()
        self.practice.addItem("Every practice")
        for words in told.values():
            self.practice.addItem(words)
        self.practice.setVisible(len(told) > 1)
        names = list(told)
        self.practice.setCurrentIndex(
            names.index(self.wanted.practice) + 1 if self.wanted.practice in names else 0
        )

    def say(self, shown: int, of: int, ticked: int, *, locked: bool) -> None:
        """How many there are, and how many are ticked."""
        self.said.setText(f"{shown:,} of {of:,} shown" if shown != of else f"{of:,} people")
        self.open.setText(tick_words(ticked))
        self.open.setEnabled(ticked > 0)
        self.untick.setVisible(ticked > 0 and not locked)

    def clear(self) -> None:
        """Show everybody again, and hold nothing of what was typed."""
        self.text.clear()
        for choice in (self.stays, self.why, self.practice):
            choice.setCurrentIndex(0)
        self._on_fields_changed()

    def forget(self) -> None:
        """Hold nothing of anybody."""
        self._found, self._practices = None, ()
        self.practice.clear()
        self.clear()

    def _show_rank(self) -> None:
        """A mix of one's own stands as itself in the list of choices."""
        place = self.rank.count() - 1
        if len(self._mix.weights) == 1:
            place = self.rank.findData(next(iter(self._mix.weights)))
        self.rank.setItemText(self.rank.count() - 1, _OWN)
        self.rank.setCurrentIndex(place)
        self.rank.setToolTip(f"Ranked by {self._mix.in_words}")

    def _on_rank_activated(self, place: int) -> None:
        measure = self.rank.itemData(place)
        if measure is not None:
            self.ranked.emit(Mix.by(Measure(measure)))
            return
        dialog = MixDialog(self, self._mix)
        if dialogs.answered(dialog):
            self.ranked.emit(dialog.answer)
        else:
            self._show_rank()

    def _on_listed_activated(self, place: int) -> None:
        self.listed_asked.emit(int(self.listed.itemData(place)))

    def _on_fields_changed(self) -> None:
        place = self.practice.currentIndex() - 1
        stays, why = self.stays.currentData(), self.why.currentData()
        wanted = replace(
            self.wanted,
            text=self.text.text(),
            stays=None if stays is None else Stays(stays),
            why=None if why is None else Why(why),
            practice=self._practices[place][0] if 0 <= place < len(self._practices) else "",
        )
        if wanted != self.wanted:
            self.wanted = wanted
            self.wanted_changed.emit(wanted)


def _choice(name: str, letters: int = 11) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(letters)
    return made
