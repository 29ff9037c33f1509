"""What was chosen about keeping: after how long the window locks, and whether case files are remembered."""

from pathlib import Path

from journey_viewer.settings import keep_setting, load_settings

IDLE_MINUTES = (0, 5, 10, 30)
"""What can be chosen; 0 is never."""
IDLE_AT_FIRST = 10
REMEMBER = "Remember recent case files on this computer (their names may tell something)"
_MOST = 6
_IDLE, _REMEMBER, _RECENT = "idle_minutes", "remember_case_files", "recent_case_files"


def idle_minutes() -> int:
    """After how many minutes without a key or a click the window locks; 0 for never."""
    kept = load_settings().get(_IDLE, IDLE_AT_FIRST)
    return kept if kept in IDLE_MINUTES and not isinstance(kept, bool) else IDLE_AT_FIRST


def keep_idle_minutes(minutes: int) -> None:
    keep_setting(_IDLE, minutes)


def remembers_case_files() -> bool:
    """Whether the user chose that; their names may tell something."""
    return load_settings().get(_REMEMBER) is True


def remember_case_files(wanted: bool) -> None:  # noqa: FBT001 (one yes or no)
    """Remember case files from now on; or else forget those that were."""
    keep_setting(_REMEMBER, wanted)
    if not wanted:
        keep_setting(_RECENT, [])


def recent_case_files() -> tuple[Path, ...]:
    """The last first; none where they are not remembered."""
    kept = load_settings().get(_RECENT)
    if not remembers_case_files() or not isinstance(kept, list):
        return ()
    return tuple(Path(name) for name in kept if isinstance(name, str))[:_MOST]


def remember_case_file(path: Path) -> None:
    """Put the one that was opened just now first; remembered only where the user chose so."""
    if remembers_case_files():
        others = [other for other in recent_case_files() if other != path.absolute()]
        keep_setting(_RECENT, [str(told) for told in (path.absolute(), *others)][:_MOST])


def forget_case_file(path: Path) -> None:
    """It is no longer there."""
    if path.absolute() in recent_case_files():
        keep_setting(_RECENT, [str(other) for other in recent_case_files() if other != path.absolute()])
