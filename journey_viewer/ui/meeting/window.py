"""The window on the wall: full screen, one page at a time. It is handed anonymous cases and cleaned words alone."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCloseEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from journey_viewer.drawing.fonts import text_width
from journey_viewer.model.words import Service
from journey_viewer.theme import Theme
from journey_viewer.timeline.layout import AnonymousLayout
from journey_viewer.ui.meeting.canvas import Canvas, scale_of, width_of
from journey_viewer.ui.meeting.pages import lay_out_picture, lay_out_wall
from journey_viewer.ui.meeting.programme import Programme
from journey_viewer.ui.meeting.showing import Reach, Showing, stepped, with_case
from journey_viewer.ui.meeting.told import Room
from journey_viewer.ui.meeting.wall import Paper, Wall
from journey_viewer.ui.parts import style_sheet

TITLE = "Meeting"
_LAID_OUT_AT_MOST = 6
_Place = tuple[int, Reach | None]


class MeetingWindow(QWidget):
    """Shows what it is told to show; what is pressed on it is somebody else's to understand."""

    pressed = Signal(object)
    """A QKeyEvent."""
    typed = Signal(str)
    """Words from an input method."""
    leave_asked = Signal()
    """By the window manager: keys are told by ``pressed``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._programme = Programme()
        self._showing, self._room = Showing(), Room()
        self._pictures: dict[_Place, AnonymousLayout] = {}
        self._width, self._may_close = 0.0, False
        self.wall = Wall(width_of(self.size()))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._on_soon)
        self.dress(theme)

    @property
    def showing(self) -> Showing:
        return self._showing

    @property
    def lanes(self) -> Sequence[tuple[Service, ...]]:
        """The services of each lane of the picture that is shown, from top to bottom."""
        return [] if self.wall.picture is None else [lane.services for lane in self.wall.picture.lanes]

    def dress(self, theme: Theme) -> None:
        """Paint in another theme; so are the questions over it."""
        self._canvas = Canvas(theme)
        self.setStyleSheet(style_sheet(theme))
        self.update()

    def take(self, programme: Programme) -> None:
        """Other cases from now on; shown with the next ``show_page``."""
        self._programme = programme
        self._pictures.clear()
        self._canvas.forget()

    def show_page(self, showing: Showing, room: Room) -> None:
        """Show this from the next frame on; the old picture stays until then."""
        self._showing, self._room = showing, room
        self._lay_out()
        self.update()
        self._soon.start()

    def let_go(self) -> None:
        """Close for good, and hold nothing of anybody."""
        self._may_close = True
        self._soon.stop()
        self._programme, self._room, self._showing = Programme(), Room(), Showing()
        self._pictures.clear()
        self._canvas.forget()
        self._lay_out()
        self.close()

    def _lay_out(self) -> None:
        width = width_of(self.size())
        if width != self._width:
            self._pictures.clear()
            self._width = width
        self.wall = self._laid_out(self._showing)
        words = "\n".join(word for word in self.wall.words if word)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(changed)

    def _laid_out(self, showing: Showing) -> Wall:
        picture = None if showing.case is None else self._picture(showing.case, showing.reach)
        return lay_out_wall(self._programme, picture, showing, self._room, Paper(self._width, text_width))

    def _picture(self, case: int, reach: Reach | None) -> AnonymousLayout:
        known = self._pictures.pop((case, reach), None)
        picture = known or lay_out_picture(self._programme.journeys[case], reach, self._width, text_width)
        self._pictures[case, reach] = picture
        while len(self._pictures) > _LAID_OUT_AT_MOST:
            del self._pictures[next(iter(self._pictures))]
        return picture

    def _on_soon(self) -> None:
        """What is likely next is made ready while people talk: the next step, the next case, the one before."""
        scale = scale_of(self.size()) * self.devicePixelRatioF()
        for after in (
            with_case(self._showing, self._programme, -1),
            with_case(self._showing, self._programme, 1),
            stepped(self._showing, self._programme, 1),
        ):
            if after != self._showing:
                self._canvas.prepare(self._laid_out(after), scale)
        self._canvas.prepare(self.wall, scale)  # so that it is the last to be let go

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.pressed.emit(event)  # Tab too: there is nowhere to go
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.typed.emit(event.commitString())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._canvas.paint(painter, self.wall, self.size(), self.devicePixelRatioF())
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()
            self.leave_asked.emit()
