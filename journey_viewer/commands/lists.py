"""What lists hold: every touchpoint and the account of every row, and everybody with their measures."""

import argparse
import json
import sys

from journey_viewer.commands.saying import say_account, say_period
from journey_viewer.commands.sources import opened_sources
from journey_viewer.errors import JourneyError
from journey_viewer.files import write_file
from journey_viewer.model.words import Service, service_name


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
    say_period(session)
    for row in rows:
        services = ", ".join(
            f"{service_name(Service(name))} {count}" for name, count in row["services"].items()
        )
        print(f"{row['person']:<9} {row['touchpoints']:>5}  {row['name'] or '(no name)'}: {services}")
    print(*figures_in_columns(rows), sep="\n")
    return 0
