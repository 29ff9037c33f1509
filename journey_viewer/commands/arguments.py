"""What can be said on the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from journey_viewer import __version__
from journey_viewer.commands.argument_kinds import FORMATS, count, day, formats, source
from journey_viewer.model.words import Service

USUAL_FORMATS = ("pptx", "png")
PICTURE_SIZES = ("both", "1920", "4k")


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options, of which ``command`` names what to do; wrong usage exits with 2."""
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="journey-viewer",
        description="See what really happened to a person across every service, on one page."
        " Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"Journey Viewer {__version__}")
    parser.set_defaults(command="open", sources=[], service=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    _add_windows(commands)
    _add_touchpoints(
        commands.add_parser("touchpoints", help="what the import understood, row by row (identifies people)")
    )
    _add_people(
        commands.add_parser("people", help="everybody on the lists, busiest first (identifies people)")
    )
    _add_patterns(
        commands.add_parser("patterns", help="what the journeys of the deep dive have in common, by labels")
    )
    _add_find(
        commands.add_parser(
            "find",
            help="who attends most, who stays and who is passed around, in lists or an organisation’s own database",
            epilog=_MAPPING_HELP,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
    )
    _add_share(commands.add_parser("share", help="write an anonymised pack of the people of the deep dive"))
    _add_minutes(
        commands.add_parser("minutes", help="write a meeting's minutes and the actions log, anonymised")
    )
    _add_check(
        commands.add_parser(
            "check", help="search a folder of files for everybody who is on lists or in a case file"
        )
    )
    _add_import(commands.add_parser("import", help="add lists to a case file, or begin one"))
    _add_verify(
        commands.add_parser("verify", help="check a whole case file and say what it holds, in numbers")
    )
    return parser


def _add_windows(commands: Any) -> None:
    window = commands.add_parser("open", help="open the window on these lists")
    _add_sources(window)
    window.set_defaults(command="open")
    demo = commands.add_parser("demo", help="the invented lists of Riverside PCN, in the window or as a pack")
    demo.add_argument(
        "--to", type=Path, default=Path("out"), help="folder of the pack where there is no display"
    )
    demo.set_defaults(command="demo", top=None, title="", title_names_nobody=False, reasons=False, reason="")


def _add_touchpoints(parser: argparse.ArgumentParser) -> None:
    _add_sources(parser)
    parser.add_argument(
        "--csv", type=Path, required=True, metavar="OUT", help="where to write the touchpoints"
    )
    parser.add_argument(
        "--problems",
        type=Path,
        metavar="OUT2",
        help="where to write the rows that could not be read (.csv or .xlsx)",
    )
    parser.add_argument("--json", action="store_true", help="print the account of every file as JSON")
    parser.set_defaults(command="touchpoints")


def _add_people(parser: argparse.ArgumentParser) -> None:
    _add_sources(parser)
    _add_period(parser)
    parser.add_argument("--top", type=count, metavar="N", help="only the N busiest")
    parser.add_argument(
        "--costs",
        type=Path,
        metavar="FILE",
        help="unit costs, a CSV file; else a case file's own, else those that come with us",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command="people")


def _add_patterns(parser: argparse.ArgumentParser) -> None:
    _add_sources(parser)
    _add_period(parser)
    parser.add_argument(
        "--top", type=count, metavar="N", help="the N busiest in place of those chosen for the deep dive"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command="patterns")


_MAPPING_HELP = """\
RANK is one of contacts, gp_contacts, urgent_111, ambulance, ae, inpatient, outpatient, community, mental_health,
social_care, voluntary, other, services, out_of_hours, missed, last_year, rise, handovers, clinicians and not_most_seen;
or several with weights, as in gp_contacts=1,ae=5.

The mapping is a small TOML file that says which table and columns of a database (or of Parquet and CSV files) are what:

    [touchpoints]
    table = "warehouse.appointments"  # not for files
    person = "patient_key"
    start = "seen_at"                 # a date or a time stamp, UK wall-clock time
    service = "department"            # or for all rows: service_is = "gp"
    service_words = {"Surgery" = "gp", "Emergency dept" = "ae"}
    outcome = "status"                # without it all were attended; outcome_words as above
    clinician = "seen_by"             # kind, timed, uncertain and practice may be named too
    [people]                          # may be left out
    table = "warehouse.patients"
    person = "patient_key"
    born = "birth_date"               # or age; also sex, ethnicity, deprivation (1-10), died, moved, practice, care_home,
                                      # long_term_conditions (how many), mental_health_condition (yes or no)

A folder of files may hold "touchpoints" and "people". Only counts and the rows of those at the top come to this computer.
Who you are is told to the database’s own driver (such as .pgpass or PGSERVICE), never here. The drivers for PostgreSQL
and Spark come with the extra journey-viewer[warehouse]
"""


def _add_find(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE|URL",
        help="lists or folders of lists; or one case file; or Parquet or CSV files; or the address of a database,"
        " as in postgres://server/database",
    )
    parser.add_argument(
        "--mapping", type=Path, metavar="FILE", help="which table and columns are what, see below"
    )
    parser.add_argument("--rank", default="gp_contacts", metavar="RANK", help="by what, else by gp_contacts")
    parser.add_argument("--top", type=count, default=100, metavar="N", help="how many people, else 100")
    parser.add_argument(
        "--until",
        type=day,
        metavar="YYYY-MM-DD",
        help="the last day of the year, else that of the last contact",
    )
    parser.add_argument(
        "--months", type=count, default=12, metavar="N", help="how long “a year” is, else 12 months"
    )
    parser.add_argument(
        "--list-size",
        type=count,
        metavar="N",
        help="how many people are registered, where lists hold only those who came",
    )
    parser.add_argument("--identify", action="store_true", help="say who the people are (identifies them)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    _add_service(parser)
    _add_passphrase(parser)
    parser.set_defaults(command="find")


def _add_share(parser: argparse.ArgumentParser) -> None:
    _add_sources(parser)
    _add_period(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="folder for the files")
    parser.add_argument(
        "--top", type=count, metavar="N", help="the N busiest in place of those chosen for the deep dive"
    )
    parser.add_argument(
        "--formats",
        type=formats,
        default=USUAL_FORMATS,
        metavar="pptx,png",
        help=f"which files, of {', '.join(FORMATS)}",
    )
    parser.add_argument("--title", default="", help="what stands on the first page")
    parser.add_argument(
        "--title-names-nobody",
        action="store_true",
        help="what in the title is also a name on the lists is your practice, your network or an ordinary word",
    )
    parser.add_argument(
        "--as-pictures", action="store_true", help="a deck of pictures in place of shapes that can be edited"
    )
    parser.add_argument("--template", type=Path, metavar="FILE", help="your own .pptx or .potx for the deck")
    parser.add_argument(
        "--picture-size", choices=PICTURE_SIZES, default=PICTURE_SIZES[0], help="how large PNG pictures are"
    )
    parser.add_argument("--transparent", action="store_true", help="PNG pictures without a ground")
    parser.add_argument("--outlined", action="store_true", help="letters of SVG pictures as shapes")
    parser.add_argument(
        "--reasons", action="store_true", help="what lists say of each contact too, as far as it names nobody"
    )
    parser.add_argument(
        "--reason", default="", help="why cases that few people look like are shared all the same"
    )
    parser.set_defaults(command="share")


def _add_minutes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs=1, type=source, metavar="CASE.journey", help="the case file that holds the meeting"
    )
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="folder for the files")
    parser.add_argument("--meeting", type=count, metavar="N", help="its number; else the last one")
    _add_passphrase(parser)
    parser.set_defaults(command="minutes", service=None)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=source, metavar="DIR", help="the folder of files to search")
    parser.add_argument(
        "--against",
        dest="sources",
        nargs="+",
        type=source,
        required=True,
        metavar="SOURCE",
        help="lists or folders of lists; or one case file",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    _add_service(parser)
    _add_passphrase(parser)
    parser.set_defaults(command="check")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="+", type=source, metavar="LIST", help="a list, or a folder of lists"
    )
    parser.add_argument("--into", type=Path, required=True, metavar="CASE.journey", help="the case file")
    parser.add_argument("--json", action="store_true", help="print the account of every file as JSON")
    _add_service(parser)
    _add_passphrase(parser)
    parser.set_defaults(command="import")


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case_file", type=source, metavar="CASE.journey", help="the case file")
    parser.add_argument("--json", action="store_true", help="print JSON")
    _add_passphrase(parser)
    parser.set_defaults(command="verify")


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        type=source,
        metavar="SOURCE",
        help="lists or folders of lists; or one case file",
    )
    _add_service(parser)
    _add_passphrase(parser)


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="its first line is the case file's passphrase; else JOURNEY_PASSPHRASE, else it is asked for",
    )


def _add_service(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--service",
        type=Service,
        choices=list(Service),
        metavar="NAME",
        help=f"the service of lists that do not say: {', '.join(Service)}",
    )


def _add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=day, metavar="YYYY-MM-DD")
    parser.add_argument("--until", dest="last", type=day, metavar="YYYY-MM-DD")
