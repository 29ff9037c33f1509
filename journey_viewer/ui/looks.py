"""How the window looks: which theme and how large, by the user's choice or the computer's; the one place that changes it."""

from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from journey_viewer.drawing.fonts import font
from journey_viewer.settings import keep_setting, load_settings
from journey_viewer.theme import THEMES, Theme, load_theme

AS_COMPUTER = "computer"
LOOKS = {**THEMES, AS_COMPUTER: "As the computer"}
"""What can be chosen, and what it is called."""
TEXT_SIZES = (100, 125, 150, 200)
"""In percent."""
_LOOKS, _TEXT = "looks", "text_size"


@runtime_checkable
class Dressed(Protocol):
    """A widget that keeps something of the theme besides what the style sheet and the palette give it."""

    def dress(self, theme: Theme) -> None:
        """Look like this from now on."""


class Looks(QObject):
    """Dresses the application. A widget that keeps a Theme has ``dress``, and is found by that.

    The style sheet is the main window's, not the application's: Qt reads an application's anew for every widget that
    is put into another, however deep, and building the window took three times as long.
    """

    changed = Signal(object)
    """The new Theme, once every widget has it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.theme = self._wanted()
        self._dress_application()
        application.styleHints().colorSchemeChanged.connect(self.refresh)

    @property
    def chosen(self) -> str:
        """One of LOOKS."""
        kept = load_settings().get(_LOOKS)
        return kept if isinstance(kept, str) and kept in LOOKS else AS_COMPUTER

    @property
    def text_size(self) -> int:
        """One of TEXT_SIZES."""
        kept = load_settings().get(_TEXT)
        return kept if isinstance(kept, int) and kept in TEXT_SIZES else TEXT_SIZES[0]

    def choose(self, looks: str, text_size: int) -> None:
        """Look like this from now on, and when the program starts again."""
        keep_setting(_LOOKS, looks)
        keep_setting(_TEXT, text_size)
        self.refresh()

    def refresh(self) -> None:
        """Look as was chosen, and as the computer does where that was chosen."""
        theme = self._wanted()
        if theme is self.theme:
            return
        self.theme = theme
        self._dress_application()
        for widget in sorted(_dressed_widgets(), key=_stands_in_another):
            widget.dress(theme)
        self.changed.emit(theme)

    def _wanted(self) -> Theme:
        chosen = self.chosen
        if chosen == AS_COMPUTER:
            dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
            chosen = "dark" if dark else "light"
        return load_theme(chosen, self.text_size / 100)

    def _dress_application(self) -> None:
        self._application.setPalette(palette(self.theme))
        self._application.setFont(font(self.theme.sizes["text"]))


def _stands_in_another(widget: Any) -> bool:
    """A window comes first: what stands in it measures by the window's style sheet."""
    return not widget.isWindow()


def _dressed_widgets() -> list[Any]:
    """Those of ours with ``dress``.

    WORKAROUND: found among what Python holds, never by QApplication.allWidgets(): that makes a wrapper for every
    widget that Qt alone made, PySide is not told when Qt lets go of one, and dies when another takes its place.
    """
    held: list[Any] = Shiboken.getAllValidWrappers()
    return [one for one in held if issubclass(type(one), QWidget) and issubclass(type(one), Dressed)]


def palette(theme: Theme) -> QPalette:
    """The theme for all that the style sheet does not reach: calendars, tooltips, what the style draws itself."""
    roles = QPalette.ColorRole
    made = QPalette()
    for names, colour in (
        ((roles.Window, roles.AlternateBase), "page"),
        ((roles.Base, roles.Button, roles.ToolTipText, roles.Light), "ground"),
        ((roles.WindowText, roles.Text, roles.ButtonText, roles.ToolTipBase), "ink"),
        ((roles.Highlight, roles.Link, roles.LinkVisited, roles.Accent), "accent"),
        ((roles.HighlightedText, roles.BrightText), "on_accent"),
        ((roles.Mid, roles.Midlight, roles.Dark, roles.Shadow), "rule"),
        ((roles.PlaceholderText,), "quiet"),
    ):
        for role in names:
            made.setColor(role, QColor(theme.colours[colour]))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colours["quiet"]))
    return made
