"""The places, in the order of the work."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from journey_viewer.theme import Theme
from journey_viewer.ui.icons import sign
from journey_viewer.ui.stops import stop_at_checked

PLACES = (
    ("deep_dive", "Deep dive"),
    ("patterns", "Patterns"),
    ("meeting", "Meeting"),
    ("share", "Share"),
    ("follow_up", "Follow up"),
    ("lists", "Lists"),
)
_SIGN, _WIDE, _HIGH, _LOW = 28, 84, 68, 40
_ABOVE, _ABOVE_LOW = 48, 12
_WORDS, _BOTH = Qt.ToolButtonStyle.ToolButtonTextOnly, Qt.ToolButtonStyle.ToolButtonTextUnderIcon
_FAINT = 0.45  # as the words under it, in style.qss


class Rail(QFrame):
    """The blue rail on the left; says which place was chosen."""

    place_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(6)
        for number, (place, name) in enumerate(PLACES, start=1):
            made = QToolButton()
            made.setText(name)
            made.setCheckable(True)
            made.setShortcut(f"Ctrl+{number}")
            made.setToolTip(f"{name} (Ctrl+{number})")
            made.setProperty("place", place)
            self._group.addButton(made)
            self._buttons[place] = made
            column.addWidget(made)
        column.addStretch()
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Show the signs in the theme's colour and size; where text is large the words alone, or they would need more than a screen."""
        low = theme.is_large
        self._column.setContentsMargins(0, _ABOVE_LOW if low else _ABOVE, 0, 12)
        ink, wide = theme.colours["on_rail"], theme.scaled(_SIGN)
        self.setFixedWidth(theme.scaled(_WIDE))
        for place, made in self._buttons.items():
            icon = QIcon(sign(place, ink, wide))
            icon.addPixmap(sign(place, ink, wide, _FAINT), QIcon.Mode.Disabled)
            made.setIcon(icon)
            made.setIconSize(QSize(wide, wide))
            made.setToolButtonStyle(_WORDS if low else _BOTH)
            made.setFixedSize(theme.scaled(_WIDE), theme.scaled(_LOW if low else _HIGH))

    def show_place(self, place: str, *, open_to: frozenset[str]) -> None:
        """Mark the place that is shown; the others of ``open_to`` can be chosen."""
        self._group.setExclusive(False)  # else Qt keeps one of them checked
        for name, made in self._buttons.items():
            made.setEnabled(name in open_to)
            made.setChecked(name == place and name in open_to)
        self._group.setExclusive(True)
        stop_at_checked(self._group)

    def _on_group_button_clicked(self, made: QToolButton) -> None:
        self.place_chosen.emit(made.property("place"))
