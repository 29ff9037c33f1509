"""Which files are wished for, remembered as plain preferences; where one's own template lies is not, for a path may name somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from journey_viewer.settings import keep_setting, load_settings
from journey_viewer.work.pack_files import SIZES

FILES: Mapping[str, tuple[str, str]] = {
    "pptx": ("PowerPoint deck", "A title, how to read it, a slide a case, the actions; notes in words"),
    "png": (
        "Pictures (PNG)",
        "Each case: 1920 × 1080 for slides, 3840 × 2160 pixels (4K) for large screens and print",
    ),
    "svg": ("Drawings (SVG)", "Each case; lines stay sharp at any size"),
    "pdf": ("PDF, one page a case", "For printing and sending"),
    "handout": ("PDF handout", "On A4: each case’s picture, and its journey in words"),
    "xlsx": ("Excel list", "Month by month, the numbers, and the actions"),
}
"""What each is called, and what it is for."""
_USUAL = frozenset({"pptx", "png"})
_FILES, _NATIVE, _TRANSPARENT, _OUTLINED, _SIZE = (
    "share_files",
    "share_deck_native",
    "share_transparent",
    "share_outlined",
    "share_picture_size",
)


@dataclass(frozen=True)
class Wanted:
    """``files``: names out of FILES. ``native``: the deck holds shapes rather than pictures.

    ``transparent``: pictures have no ground. ``outlined``: drawings hold letters as shapes.
    ``size`` of pictures: a name out of SIZES.
    """

    files: frozenset[str] = _USUAL
    native: bool = True
    transparent: bool = False
    outlined: bool = False
    size: str = "both"
    template: Path | None = field(default=None, repr=False)


def wanted_before() -> Wanted:
    """What was wished for the last time; as usual where nothing or nonsense was kept."""
    kept = load_settings()
    files = kept.get(_FILES)
    wanted = Wanted(
        native=kept.get(_NATIVE) is not False,
        transparent=kept.get(_TRANSPARENT) is True,
        outlined=kept.get(_OUTLINED) is True,
    )
    size = kept.get(_SIZE)
    if isinstance(size, str) and size in SIZES:
        wanted = replace(wanted, size=size)
    if isinstance(files, list):
        known = frozenset(name for name in files if isinstance(name, str) and name in FILES)
        wanted = replace(wanted, files=known)
    return wanted


def remember(wanted: Wanted) -> None:
    """The same the next time, but for the template."""
    keep_setting(_FILES, sorted(wanted.files))
    keep_setting(_NATIVE, wanted.native)
    keep_setting(_TRANSPARENT, wanted.transparent)
    keep_setting(_OUTLINED, wanted.outlined)
    keep_setting(_SIZE, wanted.size)
