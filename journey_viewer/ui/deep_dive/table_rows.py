"""A journey as rows of words: what its table shows, and what is copied out of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from journey_viewer.model.case import Case
from journey_viewer.model.clinicians import role_of
from journey_viewer.model.imported import Source
from journey_viewer.model.notes import Note, Tone, in_order
from journey_viewer.model.phrases import plural
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.wording import TONES
from journey_viewer.model.words import OUTCOME_NAMES, Kind, Outcome
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.chronology import Marked
from journey_viewer.ui.deep_dive.seen import Seen
from journey_viewer.ui.deep_dive.words import Veil, as_shown, service_of, until, when

_FIRST_WORDS = 10
_WIDEST = 60
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_LASTING = {Kind.STAY: "stay", Kind.OPEN_SERVICE: "open service"}


class Column(IntEnum):
    DATE, SERVICE, HAPPENED, OUTCOME, CLINICIAN, NOTE, SOURCE = range(7)


HEADINGS = ("Date", "Service", "What happened", "Outcome", "Clinician", "Note", "Source")
MEANINGS = (
    "When it was, with a question mark where the day is not sure.",
    "Who it was with.",
    "The reason, and how they met.",
    "What became of it, and until when it went on.",
    "Who they saw; only the role while names are hidden.",
    "How the notes on it begin.",
    "The list and the row in it.",
)


@dataclass(frozen=True)
class Told:
    """What the rows are made of. ``notes``: those on touchpoints, by their lasting numbers."""

    case: Case
    names_shown: bool = False
    veil: Veil = field(default_factory=Veil)
    notes: Mapping[int, tuple[Note, ...]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    marked: Marked = field(default_factory=Marked)


def told_in(session: Session, veil: Veil, marked: Marked) -> Told | None:
    """What the shown person's rows are made of; None where nobody is shown."""
    case, person = session.shown_case, session.view.person
    if case is None or person is None:
        return None
    notes: dict[int, tuple[Note, ...]] = defaultdict(tuple)
    for note in in_order(session.document.notes_of(person)):
        if note.touchpoint is not None:
            notes[note.touchpoint] += (note,)
    return Told(case, session.view.names_shown, veil, dict(notes), session.imported.sources, marked)


def cells(told: Told, seen: Seen, row: int) -> tuple[str, ...]:
    """The words of one row, a text a column."""
    plain = told.case.touchpoints[row]
    touchpoint = as_shown(plain, told.case.person, names_shown=told.names_shown)
    clinician = plain.clinician if told.names_shown else role_of(plain.clinician, plain.service)
    place = plain.place if told.names_shown else ""
    return (
        _joined(when(touchpoint), seen.day(touchpoint.start.date())),
        service_of(touchpoint),
        _joined(touchpoint.reason, touchpoint.mode),
        outcome_words(touchpoint),
        _joined(clinician, place),
        _notes_in_words(told.notes.get(touchpoint.number, ()), told.veil),
        _joined(_from(told, touchpoint), told.marked.remark(touchpoint.number)),
    )


def _joined(*parts: str) -> str:
    return " · ".join(part.strip() for part in parts if part.strip())


def outcome_words(touchpoint: Touchpoint) -> str:
    """What became of it; a stay, an open service or a wait with its end."""
    outcome, kind = touchpoint.outcome, touchpoint.kind
    if kind not in _LASTING:
        plain = kind is Kind.REFERRAL and outcome in (Outcome.ATTENDED, Outcome.REFERRED)
        return "referral" if plain else OUTCOME_NAMES[outcome]
    end = "goes on" if touchpoint.end is None else until(touchpoint)
    if outcome is Outcome.ATTENDED:
        return " ".join(part for part in (_LASTING[kind], end) if part)
    wait = " ".join(part for part in ("wait", end) if part)
    return wait if outcome is Outcome.REFERRED else f"{wait}, {OUTCOME_NAMES[outcome]}"


def _notes_in_words(notes: Sequence[Note], veil: Veil) -> str:
    """How the first note begins, with its tone, and how many more there are."""
    if not notes:
        return ""
    note, more = notes[0], len(notes) - 1
    tone = "" if note.tone is Tone.NEITHER else f"{TONES[note.tone]}: "
    words = veil(note.text).split()
    text = " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")
    return f"{tone}{text}" + (f" (and {more} more {plural(more, 'note')})" if more else "")


def _from(told: Told, touchpoint: Touchpoint) -> str:
    if not 0 <= touchpoint.source < len(told.sources):
        return ""
    source = told.sources[touchpoint.source]
    file = told.veil(source.file)
    return _joined(f"row {touchpoint.row:,}", f"{file}, {told.veil(source.sheet)}" if source.sheet else file)


def with_tabs(rows: Iterable[Sequence[str]]) -> str:
    """A line a row below a line of headings, cells apart by tabs: for a spreadsheet or another table.

    A text that a spreadsheet would take for a formula is led by an apostrophe.
    """
    return "".join("\t".join(map(_plain, row)) + "\n" for row in (HEADINGS, *rows))


def _plain(cell: str) -> str:
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(_FORMULA) else text


def aligned(rows: Iterable[Sequence[str]]) -> str:
    """The same in columns of spaces, for a record that holds nothing but text; columns that say nothing are left out."""
    told = [[" ".join(cell.split()) for cell in row] for row in rows]
    kept = [place for place in range(len(HEADINGS)) if any(row[place] for row in told)]
    table = [[row[place] for place in kept] for row in (list(HEADINGS), *told)]
    widths = [min(_WIDEST, max(len(row[place]) for row in table)) for place in range(len(kept))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in table)
    return "".join(f"{line.rstrip()}\n" for line in lines)
