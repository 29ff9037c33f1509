"""The one dialog for what nobody foresaw: the kind of exception and where, never its message."""

import traceback
from types import TracebackType

from journey_viewer.ui import dialogs


def frames_of(error: BaseException) -> str:
    """Exception type and frames, innermost last; messages quote cells, so none is shown."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_inside(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *places])


def _inside(filename: str) -> str:
    """A file's place inside the program or a library, without the folders of this computer."""
    parts = filename.replace("\\", "/").split("/")
    for root in ("journey_viewer", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1]


def show_crash(error: BaseException) -> None:
    """Tell the user that something failed and what can be sent to whoever mends it."""
    dialogs.tell(
        None,
        "Journey Viewer",
        "Something went wrong that is not your doing. Your lists are unchanged."
        " You can go on; if it happens again, send the details to whoever looks after this program."
        " They say where it happened, and nothing about anybody.",
        frames_of(error),
    )


def on_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """For sys.excepthook: errors in Qt's own calls end here too."""
    if issubclass(kind, KeyboardInterrupt):
        return
    show_crash(error.with_traceback(trace))
