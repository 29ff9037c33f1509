"""What each command does, apart from opening the window."""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from journey_viewer.errors import (
    CaseFileReadOnly,
    JourneyError,
    NothingToShare,
)
from journey_viewer.files import write_file
from journey_viewer.model.imported import Imported
from journey_viewer.model.kept import Kept
from journey_viewer.model.sharing import Shared, ToShare
from journey_viewer.model.words import Service, service_name
from journey_viewer.paths import example_lists
from journey_viewer.privacy.risk import Risk, RiskLevel
from journey_viewer.reading.lists import find_lists
from journey_viewer.session import Session, opened, reopened, with_document
from journey_viewer.sources import Opened, opened_sources, passphrase_of, read_sources, say_trouble, walk
from journey_viewer.work.importing import import_lists
from journey_viewer.work.pack_files import SIZES, Wanted, template_content
from journey_viewer.work.renewal import Renewal


def demo_pack(options: argparse.Namespace) -> int:
    """The pack of the invented lists, where there is no display for the window."""
    print("There is no display here, so the window stays shut and the anonymised pack is written instead.")
    session = opened(read_sources(example_lists()), date.today())
    return write_pack(Opened(session), options.to, Wanted())


def touchpoints(options: argparse.Namespace) -> int:
    from journey_viewer.work.working_files import problems_csv, problems_workbook, touchpoints_csv

    _check_outputs(options)
    with opened_sources(options) as opened:
        imported = opened.session.imported
        write_file(options.csv, touchpoints_csv(imported))
        opened.register("Touchpoints as a table", options.csv.parent, identifies=True)
        if options.problems:
            as_workbook = options.problems.suffix.lower() == ".xlsx"
            content = (problems_workbook if as_workbook else problems_csv)(imported.problems)
            write_file(options.problems, content)
            opened.register("Rows that could not be read", options.problems.parent, identifies=True)
    _say_account(imported, as_json=options.json)
    if not options.json:
        people = len(imported.people)
        print(f"{people} people. {options.csv} identifies them: keep it where their records are kept.")
    return 0


def _say_account(imported: Imported, *, as_json: bool) -> None:
    """What became of every row of every file."""
    from journey_viewer.work.working_files import account

    files = account(imported)
    if as_json:
        print(json.dumps({"files": files, "people": len(imported.people)}, indent=2, ensure_ascii=False))
        return
    for file in files:
        print(
            f"{file['file']}: {file['recognised_as'] or 'not used'}; {file['rows']} rows = {file['touchpoints']}"
            f" touchpoints + {file['joined']} joined + {file['duplicates']} duplicates"
            f" + {file['skipped']} skipped + {file['problems']} problems"
        )


def _check_outputs(options: argparse.Namespace) -> None:
    """Raises JourneyError where an output would take the place of a list or of the other output."""
    outputs = [path.resolve() for path in (options.csv, options.problems) if path]
    if len(set(outputs)) < len(outputs) or {path.resolve() for path in options.sources} & set(outputs):
        raise JourneyError("An output has the name of a list or of another output.", "Choose another name.")


def people(options: argparse.Namespace) -> int:
    from journey_viewer.work.own_costs import unit_costs_from
    from journey_viewer.work.people_table import figures_in_columns, people_table

    costs = unit_costs_from(options.costs)
    for problem in costs.problems:
        print(problem, file=sys.stderr)
    with opened_sources(options) as opened:
        session = opened.session
    rows = people_table((session.case(person) for person in session.seen_in_window[: options.top]), costs)
    if options.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return 0
    _say_period(session)
    for row in rows:
        services = ", ".join(
            f"{service_name(Service(name))} {count}" for name, count in row["services"].items()
        )
        print(f"{row['person']:<9} {row['touchpoints']:>5}  {row['name'] or '(no name)'}: {services}")
    print(*figures_in_columns(rows), sep="\n")
    return 0


def share(options: argparse.Namespace) -> int:
    wanted = Wanted(
        frozenset(options.formats),
        transparent=options.transparent,
        outlined=options.outlined,
        as_pictures=options.as_pictures,
        template=template_content(options.template),
        widths=SIZES[options.picture_size],
    )
    with opened_sources(options) as opened:
        return write_pack(opened, options.to, wanted, options)


def write_pack(
    opened: Opened, folder: Path, wanted: Wanted, options: argparse.Namespace | None = None
) -> int:
    """Of the chosen people, or of as many of the busiest who are no children as ``options`` say."""
    from journey_viewer.work.guard import guard_of
    from journey_viewer.work.share_pack import share_pack

    session = opened.session
    window = session.document.window
    if window is None:
        raise NothingToShare
    _say_period(session)
    top = options and options.top
    people = session.shared_people if top is None else session.shared_unasked[:top]
    session = with_document(session, replace(session.document, chosen=tuple(people)))
    told = _as_asked(session.to_share(people, reasons=bool(options and options.reasons)), options)
    guard = guard_of(told, people, session.imported, window, session.lists)
    _say_risks(guard.risks)
    written = walk(share_pack(told, folder, wanted, guard, date.today()))
    opened.register("Anonymised pack", folder, [case.label for case, _ in told.cases])
    print(
        f"Wrote {len(written.files)} anonymised files of {len(people)} people to {folder}."
        f" Each was searched for {len(guard.known):,} known identifiers before it was kept.{written.removed_words}"
    )
    _say_withheld(sum(shared.withheld for _, shared in told.cases))
    return 0


def _say_withheld(count: int) -> None:
    """How many contacts the pack does not tell of because they are marked as sensitive."""
    if count:
        print(
            "1 sensitive contact was left out."
            if count == 1
            else f"{count:,} sensitive contacts were left out."
        )


def _say_risks(risks: Mapping[str, Risk]) -> None:
    """Of which cases somebody could be recognised, those of which the same is said together."""
    said: dict[str, list[str]] = {}
    for label, risk in risks.items():
        if risk.level is not RiskLevel.CALM:
            said.setdefault(risk.sentence, []).append(label)
    for sentence, labels in said.items():
        print(f"{', '.join(labels)}: {sentence}", file=sys.stderr)


def _as_asked(told: ToShare, options: argparse.Namespace | None) -> ToShare:
    """With the title and the reason of the command line, where they were given."""
    if options is None:
        return told
    cases = tuple((case, _with_reason(shared, options.reason)) for case, shared in told.cases)
    title = options.title or told.title
    return replace(told, cases=cases, title=title, title_agreed=options.title_names_nobody)


def _with_reason(shared: Shared, reason: str) -> Shared:
    choices = shared.choices
    return replace(shared, choices=replace(choices, reason=choices.reason or reason))


def check(options: argparse.Namespace) -> int:
    """Search a folder for what the sources know to identify people; 1 where anything was found or not searched."""
    from journey_viewer.privacy.identifiers import known_identifiers
    from journey_viewer.work.checking import Finding, check_folder

    with opened_sources(options) as opened:
        session = opened.session
    known = known_identifiers(session.lists, session.imported)
    checked = walk(check_folder(options.folder, known))
    amiss = [each for each in checked if each.finding is not Finding.NOTHING]
    if options.json:
        told = {"searched": len(checked), "known_identifiers": len(known)}
        print(json.dumps({**told, "amiss": {each.name: each.finding for each in amiss}}, indent=2))
        return int(bool(amiss))
    for each in amiss:
        print(f"{each.name}: {each.finding}")
    print(
        f"Searched {len(checked)} files for {len(known):,} known identifiers:"
        f" {len(amiss) or 'none'} to look at. What the pixels of pictures show is not read."
    )
    return int(bool(amiss))


def import_(options: argparse.Namespace) -> int:
    """Lay lists over what the case file holds, or begin one with them."""
    from journey_viewer.casefile.opening import create_case_file, open_case_file

    is_new = not options.into.exists()
    passphrase = passphrase_of(options, new=is_new)
    if is_new:
        renewal, after = _renewed(Kept(), options)
        with create_case_file(options.into, passphrase) as case_file:
            walk(case_file.keep(Kept(), after))
    else:
        with open_case_file(options.into, passphrase) as case_file:
            if case_file.read_only:
                raise CaseFileReadOnly(f"{case_file.why} Nothing was changed.")
            before = case_file.read()
            renewal, after = _renewed(before, options)
            walk(case_file.keep(before, after))
    newest = max(source.imported for source in renewal.lists.sources if source.imported)
    read_now = tuple(source for source in renewal.lists.sources if source.imported == newest)
    _say_account(replace(renewal.lists, sources=read_now), as_json=options.json)
    if not options.json:
        print(
            f"{renewal.added:,} touchpoints are new, {renewal.updated:,} were there before, {renewal.vanished:,} are no longer told of."
        )
    return 0


def _renewed(there: Kept, options: argparse.Namespace) -> tuple[Renewal, Kept]:
    """What is there with the lists laid over it."""
    lists = find_lists(options.sources)
    renewal = walk(import_lists(there, lists, options.service, (), datetime.now()))
    say_trouble(renewal.lists)
    before = Session(there.lists, there.document)
    return renewal, reopened(before, renewal.lists, date.today()).kept


def verify(options: argparse.Namespace) -> int:
    """Check every page of a case file and say what it holds, in numbers."""
    from journey_viewer.casefile.opening import open_case_file
    from journey_viewer.work.case_numbers import case_numbers

    with open_case_file(options.case_file, passphrase_of(options), read_only=True) as case_file:
        numbers = case_numbers(case_file)
    if options.json:
        print(json.dumps(numbers, indent=2))
        return 0
    print(f"{options.case_file.name} is sound.")
    for what, count in numbers.items():
        print(f"{count:>9,}  {what.replace('_', ' ')}")
    return 0


def _say_period(session: Session) -> None:
    window = session.document.window
    if window is not None:
        told = f"Period: {window.first} to {window.last}. --from and --until choose another."
        print(told, file=sys.stderr)


COMMANDS = {
    "touchpoints": touchpoints,
    "people": people,
    "share": share,
    "check": check,
    "import": import_,
    "verify": verify,
}
