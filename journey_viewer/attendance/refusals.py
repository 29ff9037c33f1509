"""What a user can mend about a whole list or the database that it lies in."""

from journey_viewer.errors import JourneyError


class ListTooLarge(JourneyError):
    what = "The list is too large for the memory of this computer, and nothing of it is ever put on its disk."
    do = "Close other programs, take a shorter period, or ask the organisation’s own database by its address."


class EngineUnavailable(JourneyError):
    what = "The database did not answer, or did not let you in."
    do = "Check the address, the network and how your database driver is told who you are, then try again."


class DriverMissing(JourneyError):
    what = "The driver for this kind of database is not installed, or the address names no known kind."
    do = "Check how the address begins, or install the driver (pip install journey-viewer[warehouse])."


class PasswordInAddress(JourneyError):
    what = "The address holds a password, which others on this computer could read."
    do = "Leave it out: the driver finds it in its own place, such as .pgpass for PostgreSQL."


class NoRights(JourneyError):
    what = "You may not read this table of the database."
    do = "Ask whoever looks after it for the right to read it."


class EngineRefused(JourneyError):
    what = "The database could not answer the question."
    do = "Check that the mapping names columns of the right kind, then try again."


class MappingUnreadable(JourneyError):
    what = "The mapping is no TOML file that can be read."
    do = "Write it as `journey-viewer find --help` shows, then try again."


class MappingWrong(JourneyError):
    what = "The mapping does not say what is needed."
    do = "Write it as `journey-viewer find --help` shows, then try again."


class TableMissing(JourneyError):
    what = "The database has no table of the name that the mapping gives, or you may not see it."
    do = "Check the table’s name and its schema in the mapping, then try again."


class NoDates(JourneyError):
    what = "No touchpoint of the list has a date, so nothing can be told about years."
    do = "Name the column that says when each contact began, then try again."


class NothingToRank(JourneyError):
    what = "Nobody on the list has a contact that counts in this period."
    do = "Choose another period or another measure, then try again."


class TooShort(JourneyError):
    what = "The lists do not hold three months before and three months after this date."
    do = "Choose another date, or add newer lists."
