"""The command that searches a folder of files for everybody on lists or in a case file."""

import argparse
import json

from journey_viewer.commands.sources import opened_sources, walk


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
