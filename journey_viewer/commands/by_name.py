"""Every command but those of the window, by its name."""

from journey_viewer.commands.case_file import import_, verify
from journey_viewer.commands.check import check
from journey_viewer.commands.find import find
from journey_viewer.commands.lists import people, touchpoints
from journey_viewer.commands.minutes import minutes
from journey_viewer.commands.patterns import patterns
from journey_viewer.commands.share import share

COMMANDS = {
    "touchpoints": touchpoints,
    "people": people,
    "patterns": patterns,
    "find": find,
    "share": share,
    "minutes": minutes,
    "check": check,
    "import": import_,
    "verify": verify,
}
