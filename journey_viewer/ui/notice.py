"""One line under the header: what happened and what to do, or how far a job has come."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton

from journey_viewer.model.progress import Progress
from journey_viewer.ui.parts import button, label


class Notice(QFrame):
    """Either a sentence with a link or two, or a running job with its Cancel; hidden where there is neither."""

    cancelled = Signal()
    followed = Signal(str)
    """The words of the link."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._busy = False
        self._text = label(wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(240)
        self.cancel = button("Cancel", hint="Stop; nothing of it is kept")
        self.link, self.also = button("", "link"), button("", "link")
        self.close_ = button("Close", "link", "Hide this line")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 16, 6)
        row.addWidget(self._text, 1)
        for widget in (self._bar, self.cancel, self.link, self.also, self.close_):
            row.addWidget(widget)
        self.cancel.clicked.connect(self.cancelled)
        for made in (self.link, self.also):
            made.clicked.connect(partial(self._on_link_clicked, made))
        self.close_.clicked.connect(self.hide)
        for made in (self.link, self.also):
            made.hide()
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, *, link: str = "", also: str = "", warning: bool = False) -> None:
        """A sentence; ``link`` and ``also`` are the buttons beside it."""
        self._show(text, busy=False, warning=warning)
        for made, words in ((self.link, link), (self.also, also)):
            made.setText(words)
            made.setVisible(bool(words))

    def begin(self, text: str) -> None:
        """A job has begun."""
        self._show(text, busy=True, warning=False)
        self._bar.setRange(0, 0)
        self.link.hide()
        self.also.hide()

    def advance(self, progress: Progress) -> None:
        """A job goes on."""
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        self._bar.setAccessibleName(progress.label)
        self._text.setText(progress.label)

    def end(self) -> None:
        """The job has ended; what was said of its end stays."""
        if self._busy:
            self.clear()

    def clear(self) -> None:
        """Say nothing, and hold nothing of what was said."""
        self.say("")
        self._bar.setAccessibleName("")
        self.hide()

    def _show(self, text: str, *, busy: bool, warning: bool) -> None:
        self._busy = busy
        self._text.setText(text)
        self._bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.close_.setVisible(not busy)
        self.setProperty("kind", "warning" if warning else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def _on_link_clicked(self, made: QPushButton) -> None:
        self.followed.emit(made.text())
