"""The command that writes the anonymised pack, and the demonstration where there is no display."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from journey_viewer.commands.saying import naming, say_period
from journey_viewer.commands.sources import Opened, opened_sources, read_sources, walk
from journey_viewer.errors import NothingToShare
from journey_viewer.model.phrases import many
from journey_viewer.model.sharing import Shared, ToShare
from journey_viewer.paths import example_lists
from journey_viewer.privacy.risk import Risk, RiskLevel
from journey_viewer.session import opened, with_document
from journey_viewer.work.pack_files import SIZES, Wanted, template_content


def demo_pack(options: argparse.Namespace) -> int:
    """The pack of the invented lists, where there is no display for the window."""
    print("There is no display here, so the window stays shut and the anonymised pack is written instead.")
    session = opened(read_sources(example_lists()), date.today())
    return _write_pack(Opened(session), Wanted(), options)


def share(options: argparse.Namespace) -> int:
    with naming(options.template):
        template = template_content(options.template)
    wanted = Wanted(
        frozenset(options.formats),
        transparent=options.transparent,
        outlined=options.outlined,
        as_pictures=options.as_pictures,
        template=template,
        widths=SIZES[options.picture_size],
    )
    with opened_sources(options) as opened:
        return _write_pack(opened, wanted, options)


def _write_pack(opened: Opened, wanted: Wanted, options: argparse.Namespace) -> int:
    """Of the chosen people, or of as many of the busiest who are no children as ``options`` say."""
    from journey_viewer.work.guard import guard_of
    from journey_viewer.work.share_pack import share_pack

    session = opened.session
    window = session.document.window
    if window is None:
        raise NothingToShare
    say_period(session)
    people = session.shared_people if options.top is None else session.shared_unasked[: options.top]
    session = with_document(session, replace(session.document, chosen=tuple(people)))
    told = _as_asked(session.to_share(people, reasons=options.reasons), options)
    guard = guard_of(told, people, session.imported, window, session.lists)
    _say_risks(guard.risks)
    written = walk(share_pack(told, options.to, wanted, guard, date.today()))
    opened.register("Anonymised pack", options.to, [case.label for case, _ in told.cases])
    print(
        f"Wrote {len(written.files)} anonymised files of {len(people)} people to {options.to}."
        f" Each was searched for {len(guard.known):,} known identifiers before it was kept.{written.removed_words}"
    )
    _say_withheld(sum(shared.withheld for _, shared in told.cases))
    return 0


def _say_withheld(count: int) -> None:
    """How many contacts the pack does not tell of because they are marked as sensitive."""
    if count:
        print(f"{many(count, 'sensitive contact was', 'sensitive contacts were')} left out.")


def _say_risks(risks: Mapping[str, Risk]) -> None:
    """Of which cases somebody could be recognised, those of which the same is said together."""
    said: dict[str, list[str]] = {}
    for label, risk in risks.items():
        if risk.level is not RiskLevel.CALM:
            said.setdefault(risk.sentence, []).append(label)
    for sentence, labels in said.items():
        print(f"{', '.join(labels)}: {sentence}", file=sys.stderr)


def _as_asked(told: ToShare, options: argparse.Namespace) -> ToShare:
    """With the title and the reason of the command line, where they were given."""
    cases = tuple((case, _with_reason(shared, options.reason)) for case, shared in told.cases)
    title = options.title or told.title
    return replace(told, cases=cases, title=title, title_agreed=options.title_names_nobody)


def _with_reason(shared: Shared, reason: str) -> Shared:
    choices = shared.choices
    return replace(shared, choices=replace(choices, reason=choices.reason or reason))
