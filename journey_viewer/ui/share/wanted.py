"""Which files are wished for, remembered as plain preferences; where one's own template lies is not, for a path may name somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from journey_viewer.settings import keep_setting, load_settings

FILES: Mapping[str, tuple[str, str]] = {
    "pptx": ("PowerPoint deck", "A title, how to read it, a slide a case, the actions; notes in words"),
    "png": ("Pictures, 1920 × 1080", "One a page, as large as a screen"),
    "png4k": ("Pictures in 4K", "One a page, 3840 × 2160 pixels, for print and large walls"),
    "svg": ("SVG drawings", "One a page; text stays text, and lines stay sharp at any size"),
    "pdf": ("PDF, one page a case", "For printing and sending"),
    "handout": ("PDF handout", "Case by case in words, for who cannot see the picture"),
    "xlsx": ("Excel list", "Month by month, the numbers, and the actions"),
}
"""What each is called, and what it is for."""
_USUAL = frozenset({"pptx", "png", "png4k"})
_FILES, _NATIVE, _TRANSPARENT = "share_files", "share_deck_native", "share_transparent"


@dataclass(frozen=True)
class Wanted:
    """``files``: names out of FILES. ``native``: the deck holds shapes rather than pictures."""

    files: frozenset[str] = _USUAL
    native: bool = True
    transparent: bool = False
    template: Path | None = field(default=None, repr=False)


def wanted_before() -> Wanted:
    """What was wished for the last time; as usual where nothing or nonsense was kept."""
    kept = load_settings()
    files = kept.get(_FILES)
    wanted = Wanted(
        native=kept.get(_NATIVE) is not False,
        transparent=kept.get(_TRANSPARENT) is True,
    )
    if isinstance(files, list):
        known = frozenset(name for name in files if isinstance(name, str) and name in FILES)
        wanted = replace(wanted, files=known)
    return wanted


def remember(wanted: Wanted) -> None:
    """The same the next time, but for the template."""
    keep_setting(_FILES, sorted(wanted.files))
    keep_setting(_NATIVE, wanted.native)
    keep_setting(_TRANSPARENT, wanted.transparent)
