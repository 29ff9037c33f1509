"""The one dialog for what nobody foresaw: the kind of exception and where, never its message."""

from types import TracebackType

from journey_viewer.errors import frames_of

_telling: list[BaseException] = []


def show_crash(error: BaseException) -> None:
    """Tell the user that something failed and what can be sent to whoever mends it.

    What fails while they are being told, such as the drawing behind the dialog, is not told on top.
    """
    if _telling:
        return
    _telling.append(error)
    try:
        _tell(error)
    finally:
        _telling.clear()


def _tell(error: BaseException) -> None:
    from journey_viewer.ui import dialogs  # not needed before the window is first seen

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
