"""What is said about keeping: sentences for the lock page, the start page and the line under the header."""

from datetime import date
from pathlib import Path

from journey_viewer.casefile.case_file import CaseFile
from journey_viewer.errors import JourneyError
from journey_viewer.model.days import day_in_words
from journey_viewer.model.delete_by import delete_by, has_come
from journey_viewer.model.kept import Kept
from journey_viewer.model.phrases import many

CLOSED_UNSEEN = (
    "The lists were closed, because they were kept nowhere and could not be locked. The files themselves are as"
    " they were: choose them again to go on."
)
NEARLY_CLOSED = "Nobody seems to be here. In a minute the lists are closed, for nothing of them is kept. Any key keeps them open."
TAKEN_OUT = "They were taken out of the case file for good, and its older backups were deleted."
TAKEN_OUT_HERE_ONLY = (
    "They were taken out of the case file for good. Older backups that still hold them could not be deleted:"
    " see “Where it is and its backups” for the folder, and delete them there."
)
_LOCKED = "Nothing of anybody is shown until the passphrase is given."
_HELD = (
    "The last changes could not be written to the file yet. They are held until you unlock, and tried again."
)


def blotted_words(texts: int) -> str:
    """What was done to texts about others, "" where there was nothing to do."""
    if not texts:
        return ""
    return f" Their name or number was blotted out of {many(texts, 'other text')}."


def locked_words(path: Path, *, named: bool, held: bool) -> tuple[str, str]:
    """Heading and explanation; the file is named only where the user chose that names may be seen."""
    heading = f"Locked: {path.stem}" if named else "Locked"
    return heading, f"{_LOCKED} {_HELD}" if held else _LOCKED


def unsaved_words(error: JourneyError) -> str:
    """The question before something that is not saved is let go."""
    return f"The last changes are not saved. {error}\n\nIf you close now, they are lost."


def not_saved_words(error: JourneyError) -> str:
    """Why the last change is not in the file, and what to do."""
    return f"Not saved: {error} It is tried again every few seconds."


def due_words(kept: Kept, today: date) -> str:
    """That the day has come by which the file was to be deleted; "" before."""
    day = delete_by(kept)
    if day is None or not has_come(kept, today):
        return ""
    return f"This case file was to be deleted by {day_in_words(day)}."


def read_only_words(case_file: CaseFile) -> str:
    """That nothing can be changed, and who or what is the reason; "" where it can."""
    if not case_file.read_only:
        return ""
    return f"{case_file.why} You can look at everything; what you change here is not kept."
