"""The places, in the order of the work."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from journey_viewer.theme import Theme
from journey_viewer.ui.icons import sign
from journey_viewer.ui.stops import stop_at_checked

PLACES = (
    ("find", "Find"),
    ("deep_dive", "Deep dive"),
    ("patterns", "Patterns"),
    ("meeting", "Meeting"),
    ("share", "Share"),
    ("follow_up", "Follow up"),
    ("lists", "Lists"),
)
_SIGN, _WIDE, _HIGH = 28, 84, 68
_LARGEST_SIGN, _HIGHEST, _ABOVE = 40, 94, 40  # seven places find room in 768 pixels at any size of text
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
        column.setSpacing(4)
        for number, (place, name) in enumerate(PLACES, start=1):
            made = QToolButton()
            made.setText(name)
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
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
        """Show the signs in the theme's colour and size."""
        ink, wide = theme.colours["on_rail"], min(theme.scaled(_SIGN), _LARGEST_SIGN)
        self._column.setContentsMargins(0, _ABOVE if theme.scale <= 1 else 10, 0, 10)
        self.setFixedWidth(theme.scaled(_WIDE))
        for place, made in self._buttons.items():
            icon = QIcon(sign(place, ink, wide))
            icon.addPixmap(sign(place, ink, wide, _FAINT), QIcon.Mode.Disabled)
            made.setIcon(icon)
            made.setIconSize(QSize(wide, wide))
            made.setFixedSize(theme.scaled(_WIDE), min(theme.scaled(_HIGH), _HIGHEST))

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
