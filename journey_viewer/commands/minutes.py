"""The command that writes a meeting's minutes and the log of all actions."""

import argparse
from datetime import date

from journey_viewer.commands.sources import opened_sources, walk
from journey_viewer.errors import MinutesOfLists, NoSuchMeeting
from journey_viewer.model.minutes import to_minute
from journey_viewer.model.phrases import many


def minutes(options: argparse.Namespace) -> int:
    """Of the meeting that was asked for, else of the last; where there was none, the log alone."""
    from journey_viewer.work.guard import guard_of_words
    from journey_viewer.work.minutes import in_words, write_minutes

    with opened_sources(options) as opened:
        if opened.case_file is None:
            raise MinutesOfLists
        session = opened.session
        numbers = [meeting.number for meeting in session.document.meetings]
        if options.meeting is not None and options.meeting not in numbers:
            raise NoSuchMeeting
        number = options.meeting or max(numbers, default=None)
        told = to_minute(session.document, number, session.children)
        guard = guard_of_words(session.imported, session.lists)
        written = walk(write_minutes(told, options.to, guard, date.today()))
        opened.register(in_words(number), options.to, told.cases)
    count = len(written)
    print(
        f"Wrote {many(count, 'anonymised file')} to {options.to}."
        f" Each was searched for {len(guard.known):,} known identifiers before it was kept."
    )
    return 0
