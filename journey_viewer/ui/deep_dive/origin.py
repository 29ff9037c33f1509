"""Where a touchpoint came from, and what the list itself says of one that was corrected."""

import numpy as np

from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.session import Session
from journey_viewer.ui.deep_dive.words import as_shown, file_as_shown, in_full
from journey_viewer.ui.parts import moment


def origin(session: Session) -> str:
    """The chosen touchpoint's list, row and kind, a line each; "" where none is chosen."""
    case, row = session.shown_case, session.view.touchpoint
    if case is None or row is None:
        return ""
    touchpoint = case.touchpoints[row]
    lines = [_from(session, touchpoint)]
    if is_corrected(session, touchpoint.number):
        lines.append(f"Corrected. The list itself says: {_as_listed(session, touchpoint)}")
    return "\n".join(line for line in lines if line)


def _from(session: Session, touchpoint: Touchpoint) -> str:
    sources = session.imported.sources
    if not 0 <= touchpoint.source < len(sources):
        return ""
    source = sources[touchpoint.source]
    lists, names = session.imported, session.view.names_shown
    file, sheet = (file_as_shown(part, lists, names_shown=names) for part in (source.file, source.sheet))
    imported = "" if source.imported is None else f"imported {moment(source.imported)}"
    parts = (
        f"From {file}",
        f"sheet {sheet}" if sheet else "",
        f"row {touchpoint.row:,}",
        f"recognised as {source.recognised_as}",
        imported,
    )
    return " · ".join(part for part in parts if part)


def is_corrected(session: Session, number: int) -> bool:
    return any(told.number == number for told in session.document.edits.corrected)


def _as_listed(session: Session, touchpoint: Touchpoint) -> str:
    rows = np.flatnonzero(session.lists.touchpoints.number == touchpoint.number).tolist()
    case = session.shown_case
    if not rows or case is None:
        return ""
    names = session.view.names_shown
    listed = as_shown(session.lists.touchpoints[rows[0]], case.person, names_shown=names)
    return in_full(listed, names_shown=names).replace("\n", " · ")
