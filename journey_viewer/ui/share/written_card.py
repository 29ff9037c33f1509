"""Below the page: the words to check, and what is written for sharing, one at a time."""

from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout

from journey_viewer.ui.share.words_box import WordsBox
from journey_viewer.ui.share.writing_box import WritingBox

_WORDS = 0  # the place of its tab


class WrittenCard(QFrame):
    """Two tabs."""

    def __init__(self, words: WordsBox, writing: WritingBox) -> None:
        super().__init__()
        self.setObjectName("card")
        self.tabs, self._stack = QTabBar(), QStackedWidget()
        self.tabs.setObjectName("share_tabs")
        self._stack.setObjectName("written")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Words for sharing")
        for name, inside in (("Words to check", words), ("Write for sharing", writing)):
            self.tabs.addTab(name)
            self._stack.addWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 10)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        words.counted.connect(self._on_words_counted)

    def _on_words_counted(self, said: str) -> None:
        self.tabs.setTabText(_WORDS, said)
