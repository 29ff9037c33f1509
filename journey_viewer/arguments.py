"""What can be said on the command line."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from journey_viewer import __version__
from journey_viewer.model.words import Service

FORMATS = ("pptx", "png", "svg", "pdf", "handout", "xlsx")
USUAL_FORMATS = ("pptx", "png")


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

    window = commands.add_parser("open", help="open the window on these lists")
    _add_sources(window)
    window.set_defaults(command="open")

    demo = commands.add_parser("demo", help="the invented lists of Riverside PCN, in the window or as a pack")
    demo.add_argument(
        "--to", type=Path, default=Path("out"), help="folder of the pack where there is no display"
    )
    demo.set_defaults(command="demo")

    _add_touchpoints(
        commands.add_parser("touchpoints", help="what the import understood, row by row (identifies people)")
    )
    _add_people(
        commands.add_parser("people", help="everybody on the lists, busiest first (identifies people)")
    )
    _add_patterns(
        commands.add_parser("patterns", help="what the journeys of the deep dive have in common, by labels")
    )
    _add_share(commands.add_parser("share", help="write an anonymised pack of the people of the deep dive"))
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
    parser.add_argument("--top", type=_count, metavar="N", help="only the N busiest")
    parser.add_argument("--costs", type=Path, metavar="FILE", help="your own unit costs, a CSV file")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command="people")


def _add_patterns(parser: argparse.ArgumentParser) -> None:
    _add_sources(parser)
    _add_period(parser)
    parser.add_argument(
        "--top", type=_count, metavar="N", help="the N busiest in place of those chosen for the deep dive"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command="patterns")


def _add_share(parser: argparse.ArgumentParser) -> None:
    _add_sources(parser)
    _add_period(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="folder for the files")
    parser.add_argument(
        "--top", type=_count, metavar="N", help="the N busiest in place of those chosen for the deep dive"
    )
    parser.add_argument(
        "--formats",
        type=_formats,
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
    parser.add_argument("--transparent", action="store_true", help="PNG pictures without a ground")
    parser.add_argument("--outlined", action="store_true", help="letters of SVG pictures as shapes")
    parser.add_argument(
        "--reasons", action="store_true", help="what lists say of each contact too, as far as it names nobody"
    )
    parser.add_argument(
        "--reason", default="", help="why cases that few people look like are shared all the same"
    )
    parser.set_defaults(command="share")


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=_source, metavar="DIR", help="the folder of files to search")
    parser.add_argument(
        "--against",
        dest="sources",
        nargs="+",
        type=_source,
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
        "sources", nargs="+", type=_source, metavar="LIST", help="a list, or a folder of lists"
    )
    parser.add_argument("--into", type=Path, required=True, metavar="CASE.journey", help="the case file")
    parser.add_argument("--json", action="store_true", help="print the account of every file as JSON")
    _add_service(parser)
    _add_passphrase(parser)
    parser.set_defaults(command="import")


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case_file", type=_source, metavar="CASE.journey", help="the case file")
    parser.add_argument("--json", action="store_true", help="print JSON")
    _add_passphrase(parser)
    parser.set_defaults(command="verify")


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        type=_source,
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
    parser.add_argument("--from", dest="first", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--until", dest="last", type=_day, metavar="YYYY-MM-DD")


def _source(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("name a list or a folder")
    return Path(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write the day as YYYY-MM-DD") from None


def _count(text: str) -> int:
    count = int(text) if text.isdecimal() else 0
    if count < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return count


def _formats(text: str) -> tuple[str, ...]:
    wanted = tuple(part.strip() for part in text.split(",") if part.strip())
    if not wanted or not set(wanted) <= set(FORMATS):
        raise argparse.ArgumentTypeError(f"choose from {', '.join(FORMATS)}")
    return wanted
