"""The place "Meeting": prepared on one page, led from the other while it is on the wall."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from journey_viewer.theme import Theme
from journey_viewer.ui.meeting_desk.preparing import Preparing
from journey_viewer.ui.meeting_desk.presenting import Presenting
from journey_viewer.ui.parts import label

PLACE = "meeting"
_ITS_OWN, _NONE = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored


class MeetingPlace(QWidget):
    """Both pages; ``desk`` decides which is seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.preparing, self.presenting = Preparing(theme), Presenting(theme)
        self._heading, self._pages = label("Meeting", "heading"), QStackedWidget()
        self._pages.addWidget(self.preparing)
        self._pages.addWidget(self.presenting)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._pages, 1)

    def show_page(self, heading: str, *, presenting: bool) -> None:
        """Under this heading; the page that is not seen takes no room."""
        self._heading.setText(heading)
        pages: tuple[QWidget, QWidget] = (self.presenting, self.preparing)
        shown, hidden = pages if presenting else pages[::-1]
        hidden.setSizePolicy(_NONE, _NONE)
        shown.setSizePolicy(_ITS_OWN, _ITS_OWN)
        self._pages.setCurrentWidget(shown)

    def forget(self) -> None:
        """Nothing of anybody is left."""
        self.preparing.forget()
        self.presenting.forget()
