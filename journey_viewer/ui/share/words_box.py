"""Words to check: every text that was written for sharing, what was taken out of it, and what has to be looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from journey_viewer.model.phrases import many, plural
from journey_viewer.session import Session
from journey_viewer.theme import Theme
from journey_viewer.ui.deep_dive.words import veil_over
from journey_viewer.ui.parts import label
from journey_viewer.ui.share.pen import keep_words
from journey_viewer.ui.share.texts import TITLE, Checked, kept_for
from journey_viewer.ui.share.words_delegate import WordsDelegate
from journey_viewer.ui.share.words_model import Row, WordsModel
from journey_viewer.ui.stops import steps_on
from journey_viewer.ui.store import Store

_NOTHING = (
    "Nothing was written for sharing. Write about a case beside this, tick a note of the deep dive for"
    " sharing, or share the reasons on the lists; then every word of it is checked here."
)
_FINE = "Every word that was written for sharing is an ordinary one. Nothing was taken out."


class WordsList(QListView):
    """Follows its width: a text wraps."""

    def __init__(self, model: WordsModel, theme: Theme) -> None:
        super().__init__()
        self._delegate = WordsDelegate(theme)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setObjectName("cases")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Words to check")
        self.setAccessibleDescription("Space lets a word, or all unknown words of a text, go out as it is.")

    def dress(self, theme: Theme) -> None:
        self._delegate.dress(theme)
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not steps_on(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()


class WordsBox(QWidget):
    """Follows what was read of the texts; ticks are kept with the case, and can be undone."""

    counted = Signal(str)
    """What the tab is called: "Words to check (3 of 41)"."""

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._texts: tuple[Checked, ...] = ()
        self.model = WordsModel()
        self.list = WordsList(self.model, theme)
        self.said = label(role="quiet", wrap=True)
        self.all = QCheckBox("Show every text")
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.model.ticked.connect(self._on_model_ticked)
        self.all.clicked.connect(self._on_all_clicked)

    def show_texts(self, session: Session, texts: tuple[Checked, ...]) -> None:
        """These texts, with what of them was let go out."""
        self._texts = texts
        kept = {person: kept_for(session, person) for person in {one.written.person for one in texts}}
        veil = veil_over(session.imported, names_shown=session.view.names_shown)
        told = texts if self.all.isChecked() else [one for one in texts if one.says_something]
        rows = []
        for one in (one.veiled(veil) for one in told):
            ticked = kept[one.written.person]
            rows.append(Row(one, ticked))
            if one.written.where != TITLE:
                rows += [Row(one, ticked, word) for word in one.unknown]
        self.model.show_rows(rows)
        self._say(
            sum(bool(one.unticked(kept[one.written.person])) for one in texts if one.written.where != TITLE)
        )

    def _say(self, to_check: int) -> None:
        count = len(self._texts)
        rows = bool(self.model.rows)
        self.counted.emit(f"Words to check ({to_check:,} of {count:,})" if count else "Words to check")
        if to_check:
            said = (
                f"{many(to_check, 'text')} {plural(to_check, 'holds', 'hold')} words that are in"
                " none of our lists. Tick those that may go out; the others leave as […]."
            )
        else:
            said = "" if rows else _FINE if count else _NOTHING
        self.said.setText(said)
        self.list.setEnabled(rows)
        self.all.setVisible(bool(count))

    def _on_model_ticked(self, one: Checked, words: tuple[str, ...], wanted: bool) -> None:  # noqa: FBT001 (a signal's yes or no)
        keep_words(self._store, one.written.person, words, wanted=wanted)

    def _on_all_clicked(self) -> None:
        self.show_texts(self._store.session, self._texts)
