"""What lists hold: every touchpoint and the account of every row, and everybody with their measures."""

import argparse
import json
import sys
from pathlib import Path

from journey_viewer.commands.saying import naming, say_account, say_period
from journey_viewer.commands.sources import opened_sources
from journey_viewer.errors import JourneyError
from journey_viewer.files import write_file
from journey_viewer.measures.own_costs import costs_with
from journey_viewer.measures.unit_costs import UnitCosts
from journey_viewer.model.phrases import many
from journey_viewer.model.words import Service, service_name
from journey_viewer.session import Session


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
    say_account(imported, as_json=options.json)
    if not options.json:
        people = len(imported.people)
        print(f"{people} people. {options.csv} identifies them: keep it where their records are kept.")
    return 0


def _check_outputs(options: argparse.Namespace) -> None:
    """Raises JourneyError where an output would take the place of a list or of the other output."""
    outputs = [path.resolve() for path in (options.csv, options.problems) if path]
    if len(set(outputs)) < len(outputs) or {path.resolve() for path in options.sources} & set(outputs):
        raise JourneyError("An output has the name of a list or of another output.", "Choose another name.")


def people(options: argparse.Namespace) -> int:
    from journey_viewer.work.people_table import figures_in_columns, people_table

    told = _costs_told(options.costs)
    with opened_sources(options) as opened:
        session = opened.session
    costs = _costs_of(session) if told is None else told
    rows = people_table((session.case(person) for person in session.seen_in_window[: options.top]), costs)
    if options.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return 0
    say_period(session)
    print("Touchpoints by service, with those that were missed or refused, and referrals:")
    for row in rows:
        services = ", ".join(
            f"{service_name(Service(name))} {count}" for name, count in row["services"].items()
        )
        print(f"{row['person']:<9} {row['touchpoints']:>5}  {row['name'] or '(no name)'}: {services}")
    print("Of these, in figures:", *figures_in_columns(rows), sep="\n")
    return 0


def _costs_told(path: Path | None) -> UnitCosts | None:
    """The table that was named, if any; which lines of it could not be used is said on the error stream."""
    from journey_viewer.work.own_costs import unit_costs_from

    if path is None:
        return None
    with naming(path):
        costs = unit_costs_from(path)
    for problem in costs.problems:
        print(f"{path.name}: {problem}", file=sys.stderr)
    return costs


def _costs_of(session: Session) -> UnitCosts:
    """Those that come with us, and over them the case file's own, which is said."""
    own = session.document.own_costs
    if own:
        print(f"{many(len(own), 'unit cost is', 'unit costs are')} the case file's own.", file=sys.stderr)
    return costs_with(own)
