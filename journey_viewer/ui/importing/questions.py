"""Sentences under each other, some with a link that settles what they say."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from journey_viewer.ui.parts import button, label

_MOST_SHOWN = 6


class Question(NamedTuple):
    """``answer``: the words of the link, "" for none; ``about``: what is handed on when it is followed."""

    sentence: str
    answer: str = ""
    about: object = None


class Questions(QWidget):
    """One line a question; hidden where there is none."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sentences: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)

    def show_questions(self, questions: Sequence[Question]) -> None:
        self.sentences = [question.sentence for question in questions]
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, question in enumerate(questions[:_MOST_SHOWN]):
            self._grid.addWidget(label(question.sentence, wrap=True), row, 0)
            if question.answer:
                link = button(question.answer, "link")
                link.clicked.connect(partial(self.answered.emit, question.about))
                self._grid.addWidget(link, row, 1)
        if len(questions) > _MOST_SHOWN:
            more = len(questions) - _MOST_SHOWN
            self._grid.addWidget(label(f"And {more:,} more.", "quiet"), _MOST_SHOWN, 0)
        self.setVisible(bool(questions))
