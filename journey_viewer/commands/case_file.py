"""The commands that lay lists into a case file, and check a whole one."""

import argparse
import json
from dataclasses import replace
from datetime import date, datetime

from journey_viewer.commands.saying import say_account, say_trouble
from journey_viewer.commands.sources import passphrase_of, walk
from journey_viewer.errors import CaseFileReadOnly
from journey_viewer.model.kept import Kept
from journey_viewer.reading.lists import find_lists
from journey_viewer.session import Session, reopened
from journey_viewer.work.importing import import_lists
from journey_viewer.work.renewal import Renewal


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
    say_account(replace(renewal.lists, sources=read_now), as_json=options.json)
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
